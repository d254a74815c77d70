// Draws the chapter's figures for the reader's ground, light or dark, and as wide as the page
// allows.
const darkGround = matchMedia("(prefers-color-scheme: dark)");
const narrowPage = matchMedia("(max-width: 640px)");
const figures = new Map();

/**
 * A finger has no hover, so its toolbar would always cover the title, and its drags are for the
 * page.
 */
const touch = matchMedia("(hover: none)").matches;
const config = {
  responsive: true,
  displaylogo: false,
  displayModeBar: touch ? false : "hover",
  // a figure is never sent anywhere
  modeBarButtonsToRemove: ["sendDataToCloud", "sendChartToCloud"],
  plotlyServerURL: "",
};

function draw(id) {
  const element = document.getElementById(id);
  const [ground, ink] = darkGround.matches ? ["#17191c", "#e4e4e4"] : ["#ffffff", "#2b2b2b"];
  const whole = figures.get(id);
  const fitting = narrowPage.matches ? narrowFigure(whole, element.clientWidth) : structuredClone(whole);
  const { data, layout } = legibleFigure(fitting, ground, ink);
  const { width, ...rest } = layout;
  const grounds = { paper_bgcolor: ground, plot_bgcolor: ground };
  element.style.height = `${layout.height}px`;
  Plotly.react(
    element,
    data,
    { ...rest, ...grounds, autosize: true, dragmode: touch ? false : "zoom" },
    { ...whole.config, ...config },
  );
}

for (const query of [darkGround, narrowPage])
  query.addEventListener("change", () => [...figures.keys()].forEach(draw));

/** Whether the reader chose to see the code, or not to, here or in another chapter. */
const choice = {
  key: "speech-emotion-notebooks: code",
  read() {
    try {
      return localStorage.getItem(this.key);
    } catch {
      return null; // a browser that keeps nothing
    }
  },
  keep(shown) {
    try {
      localStorage.setItem(this.key, shown);
    } catch {}
  },
};

function showCode(shown) {
  for (const cell of document.querySelectorAll("details.code")) cell.open = shown;
  document.getElementById("toggle-code").textContent = shown ? "hide code" : "show code";
  // code is printed where the reader asked for it
  document.body.classList.toggle("prints-code", choice.read() === "shown");
}

function toggleCode() {
  const shown = [...document.querySelectorAll("details.code")].every((cell) => !cell.open);
  choice.keep(shown ? "shown" : "hidden");
  showCode(shown);
}

/** Pixels between the margins of an A4 page. */
const paperWidth = 660;

/** Figures are no wider than paper, and fit the screen again afterwards. */
function fitPaper() {
  for (const id of figures.keys()) {
    const width = Math.min(paperWidth, document.getElementById(id).clientWidth || paperWidth);
    Plotly.relayout(id, { width, autosize: false });
  }
}

/** The figures stand in the page as data: its policy runs no script but this one and Plotly. */
function start() {
  for (const { dataset, textContent } of document.querySelectorAll("script[data-figure]"))
    figures.set(dataset.figure, JSON.parse(textContent));
  for (const [id, figure] of figures) {
    draw(id);
    if (figure.layout.meta?.sounds) connectSounds(document.getElementById(id), figure);
  }
  const contents = document.querySelector(".contents details");
  if (contents) contents.open = matchMedia("(min-width: 1500px)").matches;
  const button = document.getElementById("toggle-code");
  if (!button) return;
  button.addEventListener("click", toggleCode);
  showCode(choice.read() !== "hidden");
}

document.addEventListener("DOMContentLoaded", start);
addEventListener("beforeprint", fitPaper);
addEventListener("afterprint", () => [...figures.keys()].forEach(draw));
