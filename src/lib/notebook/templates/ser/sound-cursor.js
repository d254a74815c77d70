// A cursor that runs through the spectrogram of what is played, and a click in it that plays from there.

/** The players that follow a figure, one for each of its panels. */
function playersAfter(element, count) {
  const after = [...document.querySelectorAll("audio")].filter(
    (audio) => element.compareDocumentPosition(audio) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
  return after.slice(0, count);
}

function connectSounds(element, figure) {
  const panels = figure.data.map(({ xaxis = "x", yaxis = "y" }) => [xaxis, yaxis]);
  const players = playersAfter(element, panels.length);
  const cursor = document.createElement("div");
  cursor.className = "cursor";
  element.append(cursor);
  let playing = -1;
  const place = () => {
    if (playing < 0) return;
    const { xaxis, yaxis } = axesOf(element, panels[playing]);
    const left = xaxis._offset + xaxis.l2p(players[playing].currentTime);
    Object.assign(cursor.style, {
      display: "block",
      left: `${left}px`,
      top: `${yaxis._offset}px`,
      height: `${yaxis._length}px`,
    });
    if (!players[playing].paused) requestAnimationFrame(place);
  };
  players.forEach((player, i) => {
    player.addEventListener("play", () => {
      for (const other of players) if (other !== player) other.pause();
      playing = i;
      place();
    });
    player.addEventListener("seeked", () => i === playing && place());
  });
  element.on("plotly_click", ({ points: [point] }) => {
    const player = players[point.curveNumber];
    if (!player) return;
    player.currentTime = point.x;
    player.play();
  });
}

/** Plotly keeps where it drew an axis under names of its own. */
function axesOf(element, [x, y]) {
  const named = (axis) => element._fullLayout[`${axis[0]}axis${axis.slice(1)}`];
  return { xaxis: named(x), yaxis: named(y) };
}

Object.assign(globalThis, { connectSounds });
