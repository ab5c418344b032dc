// Labels on the picture: the most tied first, each where it covers neither a mark nor another label, or not at all.
// Drawn at one size whatever the zoom, so zooming in makes room for more of them.

const LABEL = { size: 12.5, line: 15, width: 150, lines: 2, gap: 4, cell: 64, clear: 90 }; // clear: so many marks in sight stay uncovered
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

// Boxes already taken in a picture of that size, found by the cells of a grid.
function takenBoxes(width, height) {
  const cells = new Map();
  const keys = (box) => {
    const found = [];
    for (let column = Math.floor(box.left / LABEL.cell); column <= Math.floor(box.right / LABEL.cell); column++)
      for (let row = Math.floor(box.top / LABEL.cell); row <= Math.floor(box.bottom / LABEL.cell); row++)
        found.push(column * 10007 + row);
    return found;
  };
  const apart = (a, b) => a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
  const inside = (box) => box.left >= 3 && box.top >= 3 && box.right <= width - 3 && box.bottom <= height - 3;
  return {
    inside,
    free: (box, own) => inside(box) && keys(box).every((key) => (cells.get(key) ?? []).every((other) => other.id === own || apart(box, other))),
    take: (box) => keys(box).forEach((key) => cells.set(key, [...(cells.get(key) ?? []), box])),
  };
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
// where `only` is given, no others than those are. `taken` holds what must stay free of labels.
function drawLabels(context, places, { first, only, colours, taken }) {
  for (const id of order.filter((each) => places.has(each) && (!only || only.has(each))).slice(0, LABEL.clear)) {
    const { x, y, radius } = places.get(id);
    taken.take({ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius, id });
  }
  context.textBaseline = "top";
  context.textAlign = "center";
  context.lineJoin = "round";
  context.lineWidth = 3.5;
  context.strokeStyle = colours.halo;
  context.fillStyle = colours.ink;
  const eager = order.filter((id) => first.has(id));
  const others = only ? order.filter((id) => only.has(id) && !first.has(id)) : order.filter((id) => !first.has(id));
  for (const id of [...eager, ...others]) {
    const place = places.get(id);
    if (!place) continue;
    context.font = `${first.has(id) ? "600 " : ""}${LABEL.size}px ${colours.text}`;
    const label = linesOf(context, things[id].label);
    const boxes = boxesAround(place, label);
    const box = boxes.find((each) => taken.free(each, id)) ?? (first.has(id) ? boxes.find(taken.inside) ?? boxes[0] : null);
    if (!box) continue;
    taken.take({ ...box, id: -1 });
    label.lines.forEach((line, index) => drawText(context, line, (box.left + box.right) / 2, box.top + index * LABEL.line));
  }
}

function drawText(context, line, x, y) {
  context.strokeText(line, x, y);
  context.fillText(line, x, y);
}
