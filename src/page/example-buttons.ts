import { exampleClip, exampleNames } from "./example-clips";

/** Adds a button for each example clip, which opens it as a chosen file is opened. */
export function addExampleButtons(place: HTMLElement, open: (file: File) => void): void {
  for (const name of exampleNames) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = name;
    button.addEventListener("click", () => open(exampleClip(name)));
    place.append(button);
  }
}
