// Pointer, touch and keys on the picture: what is under the pointer, moving and zooming.

const CELL = 96;
const grid = { cells: new Map(), largest: 0 };

function fillGrid() {
  grid.cells.clear();
  grid.largest = 0;
  for (const id of shown.ids) {
    const key = Math.floor(shown.x[id] / CELL) * 100003 + Math.floor(shown.y[id] / CELL);
    if (!grid.cells.has(key)) grid.cells.set(key, []);
    grid.cells.get(key).push(id);
    grid.largest = Math.max(grid.largest, radiusOf[id]);
  }
}

// The node at a pixel, or the line where there is none.
function hit(px, py) {
  const view = viewOf(camera, stage.clientWidth, stage.clientHeight);
  const swollen = camera.scale ** 0.55;
  const [x, y] = [(px - view.width / 2) / camera.scale + camera.x, (py - view.height / 2) / camera.scale + camera.y];
  const away = (grid.largest * swollen + 4) / camera.scale;
  let [best, least] = [null, Infinity];
  const look = (id) => {
    const gap = Math.hypot(shown.x[id] - x, shown.y[id] - y) * camera.scale - radiusOf[id] * swollen;
    if (gap < Math.min(least, 4)) [best, least] = [id, gap];
  };
  const cells = (2 * away) / CELL;
  if (cells * cells > shown.ids.length) shown.ids.forEach(look);
  else
    for (let column = Math.floor((x - away) / CELL); column <= Math.floor((x + away) / CELL); column++)
      for (let row = Math.floor((y - away) / CELL); row <= Math.floor((y + away) / CELL); row++)
        grid.cells.get(column * 100003 + row)?.forEach(look);
  if (best !== null) return { id: best, line: null };
  let [nearest, gap] = [null, 5 / camera.scale];
  for (const line of shown.lines) {
    const [a, b] = [lines.from[line], lines.to[line]];
    const [dx, dy] = [shown.x[b] - shown.x[a], shown.y[b] - shown.y[a]];
    const along = Math.min(1, Math.max(0, ((x - shown.x[a]) * dx + (y - shown.y[a]) * dy) / (dx * dx + dy * dy || 1)));
    const [ox, oy] = [shown.x[a] + along * dx - x, shown.y[a] + along * dy - y];
    const off = ox * ox + oy * oy;
    if (off < gap * gap) [nearest, gap] = [line, Math.sqrt(off)];
  }
  return { id: null, line: nearest };
}

// Draw what is under the pointer on the canvas above the picture.
function point() {
  const { clientWidth, clientHeight } = stage;
  const context = sized(over, clientWidth, clientHeight);
  context.clearRect(0, 0, clientWidth, clientHeight);
  const { id, line } = pointed;
  const ids = [state.chosen, id].filter((each) => each !== null && shown.has[each]);
  if (!ids.length && line === null) return;
  const view = viewOf(camera, clientWidth, clientHeight);
  Object.assign(context, { strokeStyle: colours["tie-near"], lineWidth: 1.6, globalAlpha: 0.85 });
  context.beginPath();
  for (const each of line === null ? (id === null ? [] : linesOf(id)) : [line]) {
    const [a, b] = [lines.from[each], lines.to[each]];
    if (!shown.has[a] || !shown.has[b] || !openLine(each)) continue;
    context.moveTo(view.toX(shown.x[a]), view.toY(shown.y[a]));
    context.lineTo(view.toX(shown.x[b]), view.toY(shown.y[b]));
  }
  context.stroke();
  context.globalAlpha = 1;
  for (const each of ids) {
    Object.assign(context, { fillStyle: colourOf(each), strokeStyle: colours.ink, lineWidth: 2 });
    context.beginPath();
    trace(context, kindOf(each), view.place(each));
    context.fill();
    context.stroke();
  }
  if (id !== null) tag(context, view.place(id), nodes.label[id]);
  else if (line !== null) {
    const [a, b] = [view.place(lines.from[line]), view.place(lines.to[line])];
    const open = lines.ties[line].filter((tie) => shown.open[tie]);
    tag(context, { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, radius: 0 }, [...new Set(open.map(datedLabelOf))].slice(0, 3).join(" · "));
  }
}

function tag(context, { x, y, radius }, name) {
  const text = brokenText(name, fontOf(true));
  const box = boxesAround({ x, y, radius: radius + 3 }, text)[y > stage.clientHeight - 70 ? 1 : 0];
  context.fillStyle = colours.paper;
  context.globalAlpha = 0.92;
  context.fillRect(box.left - 5, box.top - 3, text.width + 10, text.height + 5);
  context.globalAlpha = 1;
  write(context, { names: [{ lines: text.lines, x, y: box.top, strong: true }], lines: [] });
}

let pointing = 0;

function pointAt(found) {
  if (found.id === pointed.id && found.line === pointed.line) return;
  pointed = found;
  stage.classList.toggle("over", found.id !== null || found.line !== null);
  pointing ||= requestAnimationFrame(() => { pointing = 0; point(); });
}

const fingers = new Map();
let [dragged, pinched] = [false, 0];

over.addEventListener("pointerdown", (event) => {
  over.setPointerCapture(event.pointerId);
  fingers.set(event.pointerId, { x: event.offsetX, y: event.offsetY });
  if (fingers.size === 1) dragged = false;
  pinched = 0;
});

over.addEventListener("pointermove", (event) => {
  const finger = fingers.get(event.pointerId);
  if (!finger) { pointAt(hit(event.offsetX, event.offsetY)); return; }
  const [dx, dy] = [event.offsetX - finger.x, event.offsetY - finger.y];
  if (!dragged && Math.hypot(dx, dy) < 4) return; // a hand that trembles is no drag
  dragged = true;
  pan(dx / fingers.size, dy / fingers.size);
  Object.assign(finger, { x: event.offsetX, y: event.offsetY });
  if (fingers.size !== 2) return;
  const [one, other] = [...fingers.values()];
  const apart = Math.hypot(one.x - other.x, one.y - other.y);
  if (pinched) zoom(apart / pinched, (one.x + other.x) / 2, (one.y + other.y) / 2);
  pinched = apart;
});

function lift(event) {
  fingers.delete(event.pointerId);
  pinched = 0;
}

let struck = null; // the node of the first click of two: what it opens may move the picture

over.addEventListener("pointerup", lift);
over.addEventListener("pointercancel", lift);
over.addEventListener("click", (event) => {
  if (dragged) return;
  if (event.detail === 2) { if (struck !== null) goNear(struck, 1); return; }
  const { id, line } = hit(event.offsetX, event.offsetY);
  struck = id;
  if (id !== null) choose(id);
  else if (line !== null) change({ chosen: null, line }, { step: true });
  else if (state.chosen !== null || state.line !== null) leave();
});
over.addEventListener("pointerleave", () => pointAt({ id: null, line: null }));
over.addEventListener("wheel", (event) => {
  event.preventDefault();
  zoom(Math.exp(-Math.max(-200, Math.min(200, event.deltaY * (event.deltaMode ? 30 : 1))) / 400), event.offsetX, event.offsetY);
}, { passive: false });

over.addEventListener("keydown", (event) => {
  const moves = { ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60] };
  if (moves[event.key]) pan(...moves[event.key]);
  else if (event.key === "+" || event.key === "=") zoom(1.35);
  else if (event.key === "-") zoom(1 / 1.35);
  else if (event.key === "0" || event.key === "Home") fit();
  else return;
  event.preventDefault();
});

byId("zoom-in").addEventListener("click", () => zoom(1.35));
byId("zoom-out").addEventListener("click", () => zoom(1 / 1.35));
byId("fit").addEventListener("click", fit);
new ResizeObserver(() => {
  if (sceneFits()) return; // it also tells of the size that it finds at first
  if (touched) redraw();
  else fit();
}).observe(stage);
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => { readColours(); redraw(); });
