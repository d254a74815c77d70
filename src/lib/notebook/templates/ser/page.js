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

function toggleCode() {
  const cells = [...document.querySelectorAll("details.code")];
  const open = cells.every((cell) => !cell.open);
  for (const cell of cells) cell.open = open;
}

/** The figures stand in the page as data: its policy runs no script but this one and Plotly. */
function start() {
  for (const { dataset, textContent } of document.querySelectorAll("script[data-figure]"))
    figures.set(dataset.figure, JSON.parse(textContent));
  for (const id of figures.keys()) draw(id);
  document.getElementById("toggle-code")?.addEventListener("click", toggleCode);
}

document.addEventListener("DOMContentLoaded", start);
