// Draws the chapter's figures for the reader's ground, light or dark, and as wide as the page allows.
const darkGround = matchMedia("(prefers-color-scheme: dark)");
const ground = () =>
  darkGround.matches
    ? { "font.color": "#e4e4e4", paper_bgcolor: "rgba(0,0,0,0)", plot_bgcolor: "rgba(0,0,0,0)" }
    : { "font.color": "#2b2b2b", paper_bgcolor: "#ffffff", plot_bgcolor: "#ffffff" };

function drawFigure(id, { data, layout }) {
  const { width, ...rest } = layout;
  const { "font.color": color, ...grounds } = ground();
  const fitting = { ...rest, ...grounds, font: { ...layout.font, color }, autosize: true };
  Plotly.newPlot(id, data, fitting, { responsive: true, displaylogo: false });
}

darkGround.addEventListener("change", () => {
  for (const figure of document.querySelectorAll("figure.plot")) Plotly.relayout(figure, ground());
});

function toggleCode() {
  const cells = [...document.querySelectorAll("details.code")];
  const open = cells.every((cell) => !cell.open);
  for (const cell of cells) cell.open = open;
}

Object.assign(globalThis, { drawFigure, toggleCode });
