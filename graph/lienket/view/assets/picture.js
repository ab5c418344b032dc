// The picture: drawn once into a bitmap larger than what is seen, which is moved as a whole while the reader moves,
// and drawn anew when the reader comes to rest. Works on any canvas, without WebGL.

const stage = byId("picture");
const canvas = byId("canvas");
const over = byId("over"); // what is under the pointer, on a canvas of its own
const MARGIN = 0.3; // of the width and height, drawn beyond each edge
const REST = 110; // milliseconds without a move; as long as drawing takes, where that is more
const NEAREST = 6, FARTHEST = 0.01; // scales
const FINE = 3000; // lines beyond which they are drawn thin, without dashes
const TOLD = 80; // lines in sight that are all labelled
const GROUPS = 8; // groups with a colour of their own

const camera = { x: 0, y: 0, scale: 1 };
const scene = { canvas: document.createElement("canvas"), camera: null, width: 0, height: 0, window: null, took: 0 };
const far = { canvas: document.createElement("canvas"), camera: null }; // all of it, seen where the scene does not reach
let colours = {};
let near = null; // nodes in the light when one is chosen
let pointed = { id: null, line: null };
let touched = false; // whether the reader has moved: then the picture no longer fits itself to the window

const ratio = () => Math.min(window.devicePixelRatio || 1, 3);

function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

// Colours live in the style sheet alone; they are read again when the reader's system turns dark or light.
function readColours() {
  const named = ["paper", "ink", "quiet", "halo", "text", "tie", "tie-near", ...given.kinds, ...Array.from({ length: GROUPS }, (_, i) => `group-${i}`)];
  colours = Object.fromEntries(named.map((name) => [name, colour(name)]));
}

function colourOf(id) {
  if (state.coloured === "kind") return colours[kindOf(id)];
  const group = nodes.group[id];
  return group !== null && group < GROUPS ? colours[`group-${group}`] : colours.tie;
}

// How a camera sees: from places to pixels of a picture of `width` by `height`.
function viewOf({ x, y, scale }, width, height) {
  const swollen = scale ** 0.55; // from afar marks are drawn larger than they are
  return {
    scale,
    width,
    height,
    toX: (value) => (value - x) * scale + width / 2,
    toY: (value) => (value - y) * scale + height / 2,
    radius: (id) => radiusOf[id] * swollen,
    place(id) { return { x: this.toX(shown.x[id]), y: this.toY(shown.y[id]), radius: this.radius(id) }; },
    holds: ({ x: px, y: py }) => px > -30 && py > -30 && px < width + 30 && py < height + 30,
    inSight(id) { return this.holds(this.place(id)); },
  };
}

// Whether a line is the one whose ties are open, or the chosen node's.
function isLit(line) {
  return line === state.line || (state.chosen !== null && (lines.from[line] === state.chosen || lines.to[line] === state.chosen));
}

// What is to be drawn, as few paths of one look each. Used by the canvas and by the files that are saved.
function* linePaths(view) {
  const wide = Math.min(Math.max(view.scale, 0.15) ** 0.4, 1.6);
  const many = shown.lines.length > FINE;
  const paths = new Map();
  for (const line of shown.lines) {
    const [a, b] = [lines.from[line], lines.to[line]];
    const [x1, y1, x2, y2] = [view.toX(shown.x[a]), view.toY(shown.y[a]), view.toX(shown.x[b]), view.toY(shown.y[b])];
    if (Math.max(x1, x2) < 0 || Math.max(y1, y2) < 0 || Math.min(x1, x2) > view.width || Math.min(y1, y2) > view.height) continue;
    let count = 0, kind = -1;
    for (const tie of lines.ties[line]) if (shown.open[tie]) { count++; if (kind < 0) kind = ties.kind[tie]; }
    const lit = near === null ? 1 : isLit(line) ? 2 : 0;
    const bundle = count > 3 ? 2 : count > 1 ? 1 : 0;
    const key = many ? lit : lit + 3 * (bundle + 3 * kind);
    if (!paths.has(key)) paths.set(key, []);
    paths.get(key).push(x1, y1, x2, y2);
  }
  for (const [key, points] of [...paths].sort((one, other) => (one[0] % 3) - (other[0] % 3) || one[0] - other[0])) {
    const [lit, bundle, kind] = [key % 3, Math.floor(key / 3) % 3, Math.floor(key / 9)];
    const stroke = many ? { width: 0.8, dashes: [] } : given.strokes[kind];
    yield {
      points,
      colour: lit === 2 ? colours["tie-near"] : colours.tie,
      opacity: lit === 0 ? 0.12 : lit === 2 ? 0.9 : many ? 0.45 : 0.65,
      width: (stroke.width + bundle) * wide,
      dashes: stroke.dashes.map((dash) => dash * wide),
    };
  }
}

function* markPaths(view) {
  const paths = new Map();
  for (let i = shown.ids.length - 1; i >= 0; i--) { // the most tied last, on top
    const id = shown.ids[i];
    const place = view.place(id);
    if (!view.holds(place)) continue;
    const lit = near === null || near.has(id) ? 1 : 0;
    const hue = state.coloured === "kind" ? 0 : 1 + Math.min(nodes.group[id] ?? GROUPS, GROUPS);
    const key = lit + 2 * (nodes.kind[id] + given.kinds.length * hue);
    if (!paths.has(key)) paths.set(key, { lit, kind: kindOf(id), fill: colourOf(id), places: [] });
    paths.get(key).places.push(place);
  }
  for (const { lit, kind, fill, places } of [...paths.values()].sort((a, b) => a.lit - b.lit)) yield { kind, fill, opacity: lit ? 1 : 0.16, places };
}

function paint(context, view) {
  context.fillStyle = colours.paper;
  context.fillRect(0, 0, view.width, view.height);
  for (const { points, colour: stroke, opacity, width, dashes } of linePaths(view)) {
    Object.assign(context, { strokeStyle: stroke, globalAlpha: opacity, lineWidth: width });
    context.setLineDash(dashes);
    context.beginPath();
    for (let i = 0; i < points.length; i += 4) { context.moveTo(points[i], points[i + 1]); context.lineTo(points[i + 2], points[i + 3]); }
    context.stroke();
  }
  context.setLineDash([]);
  for (const { kind, fill, opacity, places } of markPaths(view)) {
    Object.assign(context, { fillStyle: fill, globalAlpha: opacity, strokeStyle: colours.halo, lineWidth: 1.5 });
    context.beginPath();
    for (const place of places) trace(context, kind, place);
    if (places[0].radius > 3) context.stroke();
    context.fill();
  }
  context.globalAlpha = 1;
}

function trace(context, kind, { x, y, radius }) {
  const corners = given.shapes[kind];
  if (radius < 2.2) context.rect(x - radius, y - radius, 2 * radius, 2 * radius);
  else if (!corners.length) { context.moveTo(x + radius, y); context.arc(x, y, radius, 0, 2 * Math.PI); }
  else {
    corners.forEach(([dx, dy], i) => (i ? context.lineTo(x + dx * radius, y + dy * radius) : context.moveTo(x + dx * radius, y + dy * radius)));
    context.closePath();
  }
}

// Labels of nodes and lines in sight; `area` is where they may stand, `furniture` what lies on the picture.
function labelsIn(view, area, furniture) {
  const [taken, marks] = [takenBoxes(), takenBoxes()];
  furniture.forEach((box) => taken.take({ ...box, id: -1 }));
  const first = new Set([state.chosen, ...(state.view === "path" || state.view === "near" ? [state.at, state.to] : [])].filter((id) => id !== null && shown.has[id]));
  const names = placeLabels(view, { first, only: near, taken, marks, area });
  return { names, lines: placeLineLabels(view, toldLines(view), { taken, marks }) };
}

// The lines that are labelled: those of the chosen node, or all where few are in sight.
function toldLines(view) {
  if (near) return shown.lines.filter(isLit);
  const seen = shown.lines.filter((line) => view.inSight(lines.from[line]) && view.inSight(lines.to[line]));
  return seen.length <= TOLD ? seen : [];
}

function write(context, { names, lines: onLines }) {
  Object.assign(context, { textAlign: "center", textBaseline: "middle" });
  for (const { text, x, y, width, font } of onLines) {
    Object.assign(context, { fillStyle: colours.halo, font });
    context.fillRect(x - width / 2 - 3, y - 7, width + 6, 14);
    context.fillStyle = colours.quiet;
    context.fillText(text, x, y);
  }
  Object.assign(context, { textBaseline: "top", lineJoin: "round", lineWidth: 3.5, strokeStyle: colours.halo, fillStyle: colours.ink });
  for (const { lines: text, x, y, strong } of names) {
    context.font = fontOf(strong);
    text.forEach((line, i) => { context.strokeText(line, x, y + i * LABEL.line); context.fillText(line, x, y + i * LABEL.line); });
  }
}

// What lies on the picture, in its pixels: no label goes under it.
function furniture() {
  const origin = stage.getBoundingClientRect();
  return [...stage.querySelectorAll(".on-picture")].map((each) => each.getBoundingClientRect()).filter(({ width }) => width)
    .map(({ left, top, right, bottom }) => ({ left: left - origin.left, top: top - origin.top, right: right - origin.left, bottom: bottom - origin.top }));
}

function sized(made, width, height) {
  const [w, h] = [Math.max(1, Math.round(width * ratio())), Math.max(1, Math.round(height * ratio()))];
  if (made.width !== w || made.height !== h) Object.assign(made, { width: w, height: h });
  const context = made.getContext("2d", { alpha: made === over });
  context.setTransform(ratio(), 0, 0, ratio(), 0, 0);
  return context;
}

// Draw what is seen, and what is beyond its edges.
function drawScene() {
  const begun = performance.now();
  const { clientWidth, clientHeight } = stage;
  // Whole pixels: a bitmap between them would be resampled whenever it is moved, which is slow and blurs labels.
  const [left, top] = [Math.round(clientWidth * MARGIN), Math.round(clientHeight * MARGIN)];
  const [width, height] = [clientWidth + 2 * left, clientHeight + 2 * top];
  Object.assign(scene, { camera: { ...camera }, width, height, window: { width: clientWidth, height: clientHeight } });
  const context = sized(scene.canvas, width, height);
  const view = viewOf(camera, width, height);
  paint(context, view);
  const moved = furniture().map((box) => ({ left: box.left + left, right: box.right + left, top: box.top + top, bottom: box.bottom + top }));
  const area = { left: left + 3, top: top + 3, right: left + clientWidth - 3, bottom: top + clientHeight - 3 };
  write(context, labelsIn(view, area, moved));
  compose();
  scene.took = performance.now() - begun;
}

// Whether the bitmap was drawn for the size that the picture has.
function sceneFits() {
  return scene.window?.width === stage.clientWidth && scene.window.height === stage.clientHeight;
}

// Draw all of it small, once for each view: it fills what the bitmap does not reach while the reader zooms out.
function drawFar() {
  const { clientWidth, clientHeight } = stage;
  far.camera = fitting(shown.ids, 4);
  paint(sized(far.canvas, clientWidth, clientHeight), viewOf(far.camera, clientWidth, clientHeight));
}

// Put the bitmaps where the camera now sees them.
function compose() {
  const { clientWidth: width, clientHeight: height } = stage;
  const context = sized(canvas, width, height);
  const pixels = (value) => Math.round(value * ratio()) / ratio();
  const boxOf = (seen, itsWidth, itsHeight) => {
    const scale = camera.scale / seen.scale;
    const [wide, high] = [itsWidth * scale, itsHeight * scale];
    return [pixels((seen.x - camera.x) * camera.scale + (width - wide) / 2), pixels((seen.y - camera.y) * camera.scale + (height - high) / 2), wide, high];
  };
  const box = boxOf(scene.camera, scene.width, scene.height);
  const [left, top, wide, high] = box;
  if (left > 0 || top > 0 || left + wide < width || top + high < height) { // it does not reach all edges
    context.fillStyle = colours.paper;
    context.fillRect(0, 0, width, height);
    if (far.camera) context.drawImage(far.canvas, ...boxOf(far.camera, width, height));
  }
  context.drawImage(scene.canvas, ...box);
  point();
}

let frame = 0, rest = 0;

// The camera has moved: show it at the next frame, and draw it properly when it rests.
function moved() {
  frame ||= requestAnimationFrame(() => { frame = 0; compose(); });
  clearTimeout(rest);
  rest = setTimeout(drawScene, Math.max(REST, scene.took));
}

// Something else is to be seen: draw it now.
function redraw() {
  far.camera = null;
  clearTimeout(rest);
  drawScene();
  if (shown.lines.length > FINE) setTimeout(drawFar, REST);
}

// The camera that sees all of `ids`, with room for their labels.
function fitting(ids, closest) {
  if (!ids.length) return { x: 0, y: 0, scale: 1 };
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const id of ids) {
    left = Math.min(left, shown.x[id]); right = Math.max(right, shown.x[id]);
    top = Math.min(top, shown.y[id]); bottom = Math.max(bottom, shown.y[id]);
  }
  const { clientWidth, clientHeight } = stage;
  const room = { x: Math.min(80, clientWidth / 6), y: Math.min(50, clientHeight / 8), below: byId("lines").offsetHeight };
  const wanted = Math.min((clientWidth - 2 * room.x) / (right - left + 1), (clientHeight - 2 * room.y - room.below) / (bottom - top + 1), closest);
  const scale = Math.min(Math.max(wanted, FARTHEST), NEAREST);
  return { x: (left + right) / 2, y: (top + bottom + room.below / scale) / 2, scale };
}

function fit() {
  touched = false;
  Object.assign(camera, fitting(shown.ids, 1.5));
  redraw();
}

// Zoom so that what is at a pixel stays there.
function zoom(factor, px = stage.clientWidth / 2, py = stage.clientHeight / 2) {
  touched = true;
  const scale = Math.min(Math.max(camera.scale * factor, FARTHEST), NEAREST);
  const [dx, dy] = [px - stage.clientWidth / 2, py - stage.clientHeight / 2];
  camera.x += dx / camera.scale - dx / scale;
  camera.y += dy / camera.scale - dy / scale;
  camera.scale = scale;
  moved();
}

function pan(dx, dy) {
  touched = true;
  camera.x -= dx / camera.scale;
  camera.y -= dy / camera.scale;
  moved();
}

// Bring a node into sight, where it is not.
function reveal(id) {
  const view = viewOf(camera, stage.clientWidth, stage.clientHeight);
  const { x, y } = view.place(id);
  if (x > 40 && y > 40 && x < view.width - 40 && y < view.height - 40 && camera.scale > 0.25) return;
  Object.assign(camera, { x: shown.x[id], y: shown.y[id], scale: Math.max(camera.scale, Math.min(0.8, NEAREST)) });
}
