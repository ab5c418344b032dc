// What of the network is in the picture: the nodes of the view, less what the reader filtered out, and their places.

const MOST = 150; // nodes that a view around one node shows: more cannot be read at once
const GROWTH = 24; // neighbours that one node adds to the core

const shown = {
  ids: [], // nodes in the picture, the most tied first
  has: new Uint8Array(size),
  lines: [], // lines in the picture
  open: new Uint8Array(ties.from.length), // whether a tie passes the filters
  x: new Float32Array(size),
  y: new Float32Array(size),
  more: 0, // nodes of the view that had no room
  way: [], // the nodes of a path, in order
};
let placed = ""; // the view whose places are in x and y

const filtered = () => state.province !== null || state.body !== null || state.event !== null || state.role !== null
  || state.sure > 0 || timed();
const timed = () => state.since !== null || state.until !== null;

function passes(tie) {
  if (state.role !== null && (tieKind(tie) !== "role" || ties.label[tie] !== state.role)) return false;
  if (state.sure > 0 && ties.confidence[tie] !== null && ties.confidence[tie] < state.sure) return false;
  return inTime(ties.time[tie]);
}

function inTime(time) {
  if (!timed()) return true;
  if (time === null) return state.undated;
  return time[0] <= (state.until ?? Infinity) && time[1] >= (state.since ?? -Infinity);
}

// Whether a node may be shown by itself. One without a province or type of its own hangs on its ties.
function fits(id) {
  const kind = kindOf(id);
  if (state.hidden.includes(kind)) return false;
  if (state.province !== null && nodes.provinces[id].length && !nodes.provinces[id].includes(state.province)) return false;
  if (state.body !== null && kind === "agency" && nodes.type[id] !== state.body) return false;
  return state.event === null || kind !== "event" || nodes.type[id] === state.event;
}

// Whether a node is what a filter asks for, and not only tied to it.
const ASKED = {
  province: (id) => nodes.provinces[id].includes(state.province),
  body: (id) => kindOf(id) === "agency" && nodes.type[id] === state.body,
  event: (id) => kindOf(id) === "event" && nodes.type[id] === state.event,
};

function openLine(line) {
  return lines.ties[line].some((tie) => shown.open[tie]);
}

function passable(line) {
  return openLine(line) && fits(lines.from[line]) && fits(lines.to[line]);
}

function select() {
  for (let tie = 0; tie < shown.open.length; tie++) shown.open[tie] = passes(tie) ? 1 : 0;
  const base = members();
  const wanted = new Uint8Array(size);
  // Around a node only what is reached along open lines; who has a place there does not depend on filters.
  const reached = state.view === "near" ? new Set(around(state.at, state.hops, Infinity, passable)) : null;
  for (const id of base) if (fits(id) && (!reached || reached.has(id))) wanted[id] = 1;
  const narrow = Object.keys(ASKED).filter((name) => state[name] !== null);
  shown.lines = [];
  for (let line = 0; line < lines.from.length; line++) {
    const [a, b] = [lines.from[line], lines.to[line]];
    if (wanted[a] && wanted[b] && openLine(line) && narrow.every((name) => ASKED[name](a) || ASKED[name](b))) shown.lines.push(line);
  }
  shown.has.fill(0);
  for (const line of shown.lines) { shown.has[lines.from[line]] = 1; shown.has[lines.to[line]] = 1; }
  for (const id of base)
    if (wanted[id] && (!filtered() || (narrow.length && state.role === null && !timed() && state.sure === 0 && narrow.every((name) => ASKED[name](id))))) shown.has[id] = 1;
  for (const id of [state.at, state.to]) if (id !== null && base.includes(id)) shown.has[id] = 1;
  shown.ids = byReach.filter((id) => shown.has[id]);
  place(base);
}

// The nodes of the view, before filters.
function members() {
  shown.more = 0;
  shown.way = [];
  if (state.view === "near") {
    const near = around(state.at, state.hops, Infinity, () => true);
    shown.more = Math.max(0, near.length - MOST);
    return near.slice(0, MOST);
  }
  if (state.view === "path") {
    shown.way = shortest(state.at, state.to, passable);
    return shown.way.length ? shown.way : [state.at, state.to];
  }
  if (state.view === "group") {
    const group = byReach.filter((id) => nodes.group[id] === state.group);
    shown.more = Math.max(0, group.length - MOST);
    return group.slice(0, MOST);
  }
  if (state.view === "core") {
    const ids = new Set(core.nodes);
    for (const id of state.grown) for (const near of around(id, 1, GROWTH + 1, () => true)) ids.add(near);
    return [...ids];
  }
  return byReach;
}

// Filters leave the nodes where they are; another view sets them anew.
function place(base) {
  const name = `${state.view} ${state.view === "all" || state.view === "core" ? state.grown : base}`;
  if (name === placed) return;
  placed = name;
  if (state.view === "all") { shown.x.set(nodes.x); shown.y.set(nodes.y); return; }
  const at = new Map();
  if (state.view === "core") core.nodes.forEach((id, i) => at.set(id, { x: core.x[i], y: core.y[i] }));
  if (state.view === "path") base.forEach((id, i) => at.set(id, { x: 250 * i, y: base.length > 3 ? 110 * (i % 2) : 0 }));
  const within = new Set(base);
  const inner = new Set(base.flatMap((id) => [...linesOf(id)].filter((line) => within.has(otherEnd(line, id)))));
  const found = at.size === base.length ? { x: base.map((id) => at.get(id).x), y: base.map((id) => at.get(id).y) }
    : arrange(base, [...inner], { middle: state.view === "near" ? state.at : null, fixed: at });
  base.forEach((id, i) => { shown.x[id] = found.x[i]; shown.y[id] = found.y[i]; });
}
