import type { Probabilities } from "../../lib/live/live-event";
import { affectOf, affectPlaces } from "../drawing/affect-places";
import type { Theme } from "../drawing/theme";

const namespace = "http://www.w3.org/2000/svg";
/** Pixels of the drawing per unit of valence and arousal. */
const scale = 90;

/**
 * A dot between the emotions' places in valence and arousal: another view of the probabilities,
 * nothing that the model measures. Hidden where an emotion has no place.
 */
export class AffectView {
  private readonly dot: SVGElement;
  private readonly marks = new Map<string, SVGElement>();

  constructor(place: HTMLElement, labels: readonly string[]) {
    place.hidden = !labels.every((label) => label in affectPlaces);
    const drawing = place.querySelector("svg")!;
    for (const label of place.hidden ? [] : labels) {
      const { valence, arousal } = affectPlaces[label];
      const at = { x: scale * valence, y: -scale * arousal };
      const mark = element("circle", { cx: at.x, cy: at.y, r: 4 });
      const side = valence > 0 ? -8 : 8;
      const name = element("text", {
        x: at.x + side,
        y: at.y + (label === "fear" ? -6 : 10),
        "text-anchor": valence > 0 ? "end" : "start",
      });
      name.textContent = label;
      this.marks.set(label, mark);
      drawing.append(mark, name);
    }
    this.dot = element("circle", { r: 7, class: "dot", visibility: "hidden" });
    drawing.append(this.dot);
  }

  recolour(theme: Theme): void {
    for (const [label, mark] of this.marks) mark.setAttribute("fill", theme.emotion(label).colour);
  }

  /** Undefined: nothing was heard. */
  show(probabilities: Probabilities | undefined): void {
    const affect = probabilities && affectOf(probabilities);
    this.dot.setAttribute("visibility", affect ? "visible" : "hidden");
    if (affect)
      this.dot.style.transform = `translate(${scale * affect.valence}px, ${-scale * affect.arousal}px)`;
  }
}

function element(name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const made = document.createElementNS(namespace, name) as SVGElement;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}
