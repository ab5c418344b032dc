// Places for the few nodes of a view, found at once and always the same: rings around a middle, then forces.

const STEPS = 160;
const ROOM = { x: 120, y: 46 }; // no two nodes come closer: a mark and a line of label
const TIE = 110; // the length that a tie likes

// Return x and y of `ids`. Those of `fixed` (a Map of places) stay; `middle` is the node around which the others stand.
function arrange(ids, inner, { middle = null, fixed = new Map() } = {}) {
  const at = new Map(ids.map((id, i) => [id, i]));
  const [x, y] = [new Float64Array(ids.length), new Float64Array(ids.length)];
  const pairs = inner.map((line) => [at.get(lines.from[line]), at.get(lines.to[line])]);
  const free = ids.map((id) => !fixed.has(id) && id !== middle);
  begin(ids, at, x, y, middle, fixed);
  for (let step = 0; step < STEPS; step++) push(x, y, pairs, free, 60 * (1 - step / STEPS) ** 1.5 + 0.5);
  for (let step = 0; step < 60 && spread(x, y, free); step++);
  return { x, y };
}

// Rings by the number of lines from the middle, children beside their parents; without a middle, as in the whole.
function begin(ids, at, x, y, middle, fixed) {
  for (const [id, place] of fixed) if (at.has(id)) { x[at.get(id)] = place.x; y[at.get(id)] = place.y; }
  if (middle === null) {
    ids.forEach((id, i) => {
      if (fixed.has(id)) return;
      const beside = [...linesOf(id)].map((line) => fixed.get(otherEnd(line, id))).find(Boolean);
      const turn = i * 2.39996;
      x[i] = beside ? beside.x + TIE * Math.cos(turn) : nodes.x[id];
      y[i] = beside ? beside.y + TIE * Math.sin(turn) : nodes.y[id];
    });
    return;
  }
  const parent = new Map([[middle, null]]);
  for (const id of parent.keys()) for (const line of linesOf(id)) {
    const far = otherEnd(line, id);
    if (at.has(far) && !parent.has(far)) parent.set(far, id);
  }
  const children = new Map([...parent.keys()].map((id) => [id, []]));
  for (const [id, above] of parent) if (above !== null) children.get(above).push(id);
  const leaves = new Map();
  for (const id of [...parent.keys()].reverse()) leaves.set(id, Math.max(1, children.get(id).reduce((sum, child) => sum + leaves.get(child), 0)));
  const ring = Math.max(TIE, (leaves.get(middle) * 42) / (2 * Math.PI));
  const place = (id, from, to, depth) => {
    const angle = (from + to) / 2;
    x[at.get(id)] = 1.35 * ring * depth * Math.cos(angle);
    y[at.get(id)] = ring * depth * Math.sin(angle);
    let start = from;
    for (const child of children.get(id)) {
      const end = start + ((to - from) * leaves.get(child)) / leaves.get(id);
      place(child, start, end, depth + 1);
      start = end;
    }
  };
  place(middle, 0, 2 * Math.PI, 0);
}

function push(x, y, pairs, free, stride) {
  const [fx, fy] = [new Float64Array(x.length), new Float64Array(x.length)];
  for (let i = 0; i < x.length; i++)
    for (let j = 0; j < i; j++) {
      const [dx, dy] = [x[i] - x[j], y[i] - y[j]];
      const weight = (TIE * TIE) / (dx * dx + dy * dy + 100);
      fx[i] += dx * weight; fy[i] += dy * weight; fx[j] -= dx * weight; fy[j] -= dy * weight;
    }
  for (const [a, b] of pairs) {
    const [dx, dy] = [x[a] - x[b], y[a] - y[b]];
    const weight = Math.sqrt(dx * dx + dy * dy) / TIE;
    fx[a] -= dx * weight; fy[a] -= dy * weight; fx[b] += dx * weight; fy[b] += dy * weight;
  }
  for (let i = 0; i < x.length; i++) {
    if (!free[i]) continue;
    fx[i] -= 0.04 * x[i]; fy[i] -= 0.07 * y[i];
    const length = Math.hypot(fx[i], fy[i]) + 1e-9;
    const far = Math.min(0.1 * length, stride) / length;
    x[i] += fx[i] * far; y[i] += fy[i] * far;
  }
}

// Move those apart whose labels would meet; tells whether any moved.
function spread(x, y, free) {
  let moved = false;
  for (let i = 0; i < x.length; i++)
    for (let j = 0; j < i; j++) {
      const [dx, dy] = [x[i] - x[j], y[i] - y[j]];
      if (Math.abs(dx) >= ROOM.x || Math.abs(dy) >= ROOM.y) continue;
      moved = true;
      // Along the axis on which less is missing; the later one goes right or down where both stand in one place.
      const sideways = ROOM.x - Math.abs(dx) < 2 * (ROOM.y - Math.abs(dy));
      const by = 0.5 * (sideways ? (dx < 0 ? -1 : 1) * (ROOM.x - Math.abs(dx)) : (dy < 0 ? -1 : 1) * (ROOM.y - Math.abs(dy)));
      const along = sideways ? x : y;
      if (free[i]) along[i] += by;
      if (free[j]) along[j] -= by;
    }
  return moved;
}
