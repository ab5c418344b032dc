// The picture: vis-network draws marks and lines where Python has put them; labels are ours.

const root = document.documentElement;
const stage = document.getElementById("picture");
const nodes = new vis.DataSet(data.nodes.map(({ label, ...node }) => node));
const lines = new vis.DataSet(data.edges.map((edge, id) => ({ ...edge, id })));
const network = new vis.Network(stage, { nodes, edges: lines }, data.options);
const hidden = new Set();
const neighbours = things.map(() => new Set());
let colours = {};
let near = null; // ids in the light when something is selected
let chosen = new Set();
let over = null;
let touched = false;
let swollen = 1; // how much larger than in the layout marks are drawn, so that they are seen from afar

for (const { from, to } of data.edges) {
  neighbours[from].add(to);
  neighbours[to].add(from);
}

function colour(name) {
  return getComputedStyle(root).getPropertyValue(`--${name}`).trim();
}

// Colours live in the style sheet alone; they are read again when the reader's system turns dark or light.
function paint() {
  colours = { ink: colour("ink"), quiet: colour("quiet"), halo: colour("halo"), text: colour("text"), tie: colour("tie"), tieNear: colour("tie-near") };
  const groups = {};
  for (const kind of Object.keys(shapes)) {
    const plain = { background: colour(kind), border: colours.halo };
    groups[kind] = { color: { ...plain, highlight: { ...plain, border: colours.ink }, hover: { ...plain, border: colours.ink } } };
  }
  network.setOptions({ groups });
  light();
}

// Put what is selected in the light and the rest in the shade.
function light() {
  nodes.update(things.map((thing, id) => ({ id, group: thing.kind, hidden: hidden.has(thing.kind), opacity: !near || near.has(id) ? 1 : 0.13 })));
  lines.update(data.edges.map(({ from, to }, id) => {
    const lit = near !== null && near.has(from) && near.has(to) && (chosen.has(from) || chosen.has(to));
    const shade = near === null ? 0.62 : lit ? 0.9 : 0.07;
    return {
      id,
      hidden: hidden.has(things[from].kind) || hidden.has(things[to].kind),
      color: { color: lit ? colours.tieNear : colours.tie, highlight: colours.tieNear, hover: colours.tieNear, opacity: shade, inherit: false },
    };
  }));
}

function lightUp(ids) {
  chosen = new Set(ids);
  near = ids.length === 0 ? null : new Set(ids.length === 1 ? [ids[0], ...neighbours[ids[0]]] : ids);
  light();
}

function placesInSight() {
  const scale = network.getScale();
  const middle = network.getViewPosition();
  const found = new Map();
  for (const [id, { x, y }] of Object.entries(network.getPositions())) {
    const thing = things[id];
    const { size } = data.nodes[id];
    const place = {
      x: (x - middle.x) * scale + stage.clientWidth / 2,
      y: (y - middle.y) * scale + stage.clientHeight / 2,
      radius: size * swollen * scale * (thing.kind === "document" ? 1.15 : 1),
    };
    const inside = place.x > -80 && place.y > -40 && place.x < stage.clientWidth + 80 && place.y < stage.clientHeight + 40;
    if (inside && !hidden.has(thing.kind)) found.set(Number(id), place);
  }
  return found;
}

network.on("afterDrawing", (context) => {
  const ratio = context.canvas.width / stage.clientWidth;
  context.save();
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  const places = placesInSight();
  const first = new Set(over === null ? chosen : [...chosen, over]);
  const taken = takenBoxes();
  furniture().forEach((box) => taken.take({ ...box, id: -1 }));
  drawLabels(context, places, { first, only: near, colours, taken });
  if (chosen.size === 1) drawTieLabels(context, places, taken);
  context.restore();
});

// What lies on the picture: no label goes under it.
function furniture() {
  const origin = stage.getBoundingClientRect();
  return [...document.querySelectorAll(".lines, .zoom")].map((each) => each.getBoundingClientRect()).filter(({ width }) => width)
    .map(({ left, top, right, bottom }) => ({ left: left - origin.left, top: top - origin.top, right: right - origin.left, bottom: bottom - origin.top }));
}

// What the ties of the selected thing are, written on them where there is room.
function drawTieLabels(context, places, taken) {
  const [middle] = chosen;
  context.font = `italic 11.5px ${colours.text}`;
  for (const { from, to, ties: those } of data.edges) {
    if ((from !== middle && to !== middle) || !places.has(from) || !places.has(to)) continue;
    const [a, b] = [places.get(from), places.get(to)];
    const text = ties[those[0]].label || say(`tie-${ties[those[0]].kind}`);
    const label = shortened(context, those.length > 1 ? `${text} +${those.length - 1}` : text);
    const width = context.measureText(label).width;
    const box = { left: (a.x + b.x - width) / 2, top: (a.y + b.y) / 2 - 7, right: (a.x + b.x + width) / 2, bottom: (a.y + b.y) / 2 + 7 };
    if (!taken.free(box, -2)) continue;
    taken.take({ ...box, id: -1 });
    context.fillStyle = colours.halo;
    context.fillRect(box.left - 3, box.top, width + 6, 14);
    context.fillStyle = colours.quiet;
    context.fillText(label, (a.x + b.x) / 2, box.top + 1);
  }
}

// From afar marks are drawn larger, in steps: a change costs an update of all of them.
function swell() {
  const wanted = 2 ** (Math.round(Math.log2(Math.min(Math.max(0.6 / network.getScale(), 1), 16))) / 2);
  if (wanted === swollen) return;
  swollen = wanted;
  nodes.update(data.nodes.map(({ id, size }) => ({ id, size: size * swollen })));
}

// Move so that `ids` fill the picture, with room for their labels, and for the key to the lines below.
function fitTo(ids, { closest, animation }) {
  if (!ids.length) return;
  const found = Object.values(network.getPositions(ids));
  const [left, right] = [Math.min(...found.map(({ x }) => x)), Math.max(...found.map(({ x }) => x))];
  const [top, bottom] = [Math.min(...found.map(({ y }) => y)), Math.max(...found.map(({ y }) => y))];
  const room = { x: Math.min(80, stage.clientWidth / 6), y: Math.min(60, stage.clientHeight / 7) };
  const scale = Math.min((stage.clientWidth - 2 * room.x) / (right - left + 1), (stage.clientHeight - 2 * room.y) / (bottom - top + 1), closest);
  network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale: Math.max(scale, 0.02), animation });
  if (!animation) swell();
}

function fit() {
  touched = false;
  fitTo(order, { closest: 1.3, animation: false });
}

function moveTo(ids) {
  touched = true;
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  fitTo(ids, { closest: 1.7, animation: calm ? false : { duration: 350, easingFunction: "easeInOutQuad" } });
}

function zoom(factor) {
  touched = true;
  network.moveTo({ scale: Math.min(Math.max(network.getScale() * factor, 0.02), 6) });
  swell();
}

network.on("hoverNode", ({ node }) => { over = node; stage.classList.add("over"); network.redraw(); });
network.on("blurNode", () => { over = null; stage.classList.remove("over"); network.redraw(); });
network.on("hoverEdge", () => stage.classList.add("over"));
network.on("blurEdge", () => stage.classList.remove("over"));
network.on("zoom", () => { touched = true; swell(); });
network.on("animationFinished", swell);
network.on("dragEnd", () => { touched = true; });
network.on("resize", () => { if (!touched) fit(); });
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", paint);
document.getElementById("zoom-in").addEventListener("click", () => zoom(1.35));
document.getElementById("zoom-out").addEventListener("click", () => zoom(1 / 1.35));
document.getElementById("fit").addEventListener("click", fit);
