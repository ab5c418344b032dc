// Labels on the picture: the most tied first, each where it covers neither a mark nor another label, or not at all.
// Drawn at one size whatever the zoom, so zooming in makes room for more of them.

const LABEL = {
  size: 12.5, line: 15, width: 150, lines: 2, gap: 4, cell: 64,
  clear: 90, // so many marks in sight stay uncovered
  leading: 24, // so many of the most tied may have a label over marks
  area: 11000, // square pixels for each label: more would be noise
};
const order = things.map((_, id) => id).sort((a, b) => things[b].degree - things[a].degree || a - b);
const broken = new Map();

// Break a label into lines that fit, the last with an ellipsis where it does not end.
function linesOf(context, text) {
  const key = context.font + text;
  if (!broken.has(key)) broken.set(key, breakLines(context, text));
  return broken.get(key);
}

function breakLines(context, text) {
  const lines = [""];
  for (const word of text.split(/\s+/)) {
    const longer = lines.at(-1) ? `${lines.at(-1)} ${word}` : word;
    if (context.measureText(longer).width <= LABEL.width || !lines.at(-1)) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  const kept = lines.slice(0, LABEL.lines);
  if (lines.length > kept.length) kept[kept.length - 1] += " …";
  const cut = kept.map((line) => shortened(context, line));
  return { lines: cut, width: Math.max(...cut.map((line) => context.measureText(line).width)), height: cut.length * LABEL.line };
}

function shortened(context, line) {
  if (context.measureText(line).width <= LABEL.width * 1.15) return line;
  const letters = Array.from(line.slice(0, 60));
  while (letters.length > 1 && context.measureText(`${letters.join("")}…`).width > LABEL.width) letters.pop();
  return `${letters.join("")}…`;
}

// Boxes already taken, found by the cells of a grid.
function takenBoxes() {
  const cells = new Map();
  const keys = (box) => {
    const found = [];
    for (let column = Math.floor(box.left / LABEL.cell); column <= Math.floor(box.right / LABEL.cell); column++)
      for (let row = Math.floor(box.top / LABEL.cell); row <= Math.floor(box.bottom / LABEL.cell); row++)
        found.push(column * 10007 + row);
    return found;
  };
  const apart = (a, b) => a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
  return {
    free: (box, own) => keys(box).every((key) => (cells.get(key) ?? []).every((other) => other.id === own || apart(box, other))),
    take: (box) => keys(box).forEach((key) => cells.set(key, [...(cells.get(key) ?? []), box])),
  };
}

function inside(box, { clientWidth, clientHeight }) {
  return box.left >= 3 && box.top >= 3 && box.right <= clientWidth - 3 && box.bottom <= clientHeight - 3;
}

function boxesAround({ x, y, radius }, { width, height }) {
  const box = (left, top) => ({ left, top, right: left + width, bottom: top + height });
  const away = radius + LABEL.gap;
  return [
    box(x - width / 2, y + away),
    box(x - width / 2, y - away - height),
    box(x + away, y - height / 2),
    box(x - away - width, y - height / 2),
  ];
}

// `places` says for each thing in sight where it is: {x, y, radius} in CSS pixels. Those of `first` are always labelled;
// where `only` is given, no others than those are. `taken` holds what must stay free of labels, and gets their boxes.
function drawLabels(context, places, { first, only, colours, taken }) {
  const ids = order.filter((id) => places.has(id) && (!only || only.has(id) || first.has(id)));
  const marks = marksOf(ids.slice(0, LABEL.clear), places);
  let room = Math.round((context.canvas.clientWidth * context.canvas.clientHeight) / LABEL.area);
  prepare(context, colours);
  [...ids.filter((id) => first.has(id)), ...ids.filter((id) => !first.has(id))].forEach((id, rank) => {
    if (room <= 0 && !first.has(id)) return;
    context.font = `${first.has(id) ? "600 " : ""}${LABEL.size}px ${colours.text}`;
    const label = linesOf(context, things[id].label);
    const around = boxesAround(places.get(id), label);
    const boxes = around.filter((box) => inside(box, context.canvas));
    const box = boxes.find((each) => taken.free(each, id) && marks.free(each, id))
      ?? (rank < LABEL.leading && !only ? boxes.find((each) => taken.free(each, id)) : null)
      ?? (first.has(id) ? boxes[0] ?? around[0] : null);
    if (!box) return;
    room -= 1;
    taken.take({ ...box, id: -1 });
    label.lines.forEach((line, index) => drawText(context, line, (box.left + box.right) / 2, box.top + index * LABEL.line));
  });
}

function marksOf(ids, places) {
  const marks = takenBoxes();
  for (const id of ids) {
    const { x, y, radius } = places.get(id);
    marks.take({ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius, id });
  }
  return marks;
}

function prepare(context, colours) {
  Object.assign(context, { textBaseline: "top", textAlign: "center", lineJoin: "round", lineWidth: 3.5 });
  Object.assign(context, { strokeStyle: colours.halo, fillStyle: colours.ink });
}

function drawText(context, line, x, y) {
  context.strokeText(line, x, y);
  context.fillText(line, x, y);
}
