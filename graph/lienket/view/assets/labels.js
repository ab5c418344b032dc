// Labels on the picture: the most tied first, each where it covers neither a mark nor another label, or not at all.
// Written at one size whatever the zoom, so zooming in makes room for more of them.

const LABEL = {
  size: 12.5, line: 15, width: 150, lines: 2, gap: 3, cell: 64,
  clear: 150, // so many marks in sight stay uncovered
  leading: 12, // so many of the most tied may have a label over marks
  area: 8000, // square pixels for each label: more would be noise
  tried: 600, // nodes in sight for which a place is looked for
};
const MEASURE = document.createElement("canvas").getContext("2d");
const broken = new Map();
const widths = new Map(); // of words: few syllables make up all names

function fontOf(strong) {
  return `${strong ? "600 " : ""}${LABEL.size}px ${colours.text}`;
}

// Break a text into lines that fit, the last with an ellipsis where it does not end.
function brokenText(text, font) {
  const key = font + text;
  if (!broken.has(key)) {
    MEASURE.font = font;
    broken.set(key, breakText(text, font));
  }
  return broken.get(key);
}

function widthOf(word, font) {
  const key = font + word;
  if (!widths.has(key)) widths.set(key, MEASURE.measureText(word).width);
  return widths.get(key);
}

function breakText(text, font) {
  const found = [""];
  let width = 0;
  for (const word of text.slice(0, 400).split(/\s+/)) {
    const longer = width + widthOf(" ", font) + widthOf(word, font);
    if (!found.at(-1)) [found[found.length - 1], width] = [word, widthOf(word, font)];
    else if (longer <= LABEL.width) [found[found.length - 1], width] = [`${found.at(-1)} ${word}`, longer];
    else { found.push(word); width = widthOf(word, font); }
  }
  const kept = found.slice(0, LABEL.lines);
  if (found.length > kept.length) kept[kept.length - 1] += " …";
  const cut = kept.map(shortened);
  return { lines: cut, width: Math.max(...cut.map((line) => MEASURE.measureText(line).width)), height: cut.length * LABEL.line };
}

function shortened(line) {
  if (MEASURE.measureText(line).width <= LABEL.width * 1.15) return line;
  const letters = Array.from(line.slice(0, 60));
  while (letters.length > 1 && MEASURE.measureText(`${letters.join("")}…`).width > LABEL.width) letters.pop();
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

// Return the labels of what is in sight of `view` (see picture.js) that has room within `area`: id, lines, x of their
// middle, y of their top, and whether they are strong. Those of `first` always have; where `only` is given, no others do.
// `taken` holds what must stay free of labels, and gets their boxes; `marks` gets those of the marks.
function placeLabels(view, { first, only, taken, marks, area }) {
  const inside = (box) => box.left >= area.left && box.top >= area.top && box.right <= area.right && box.bottom <= area.bottom;
  const wanted = shown.ids.filter((id) => (!only || only.has(id) || first.has(id)) && view.inSight(id)).slice(0, LABEL.tried);
  const places = new Map([...wanted, ...first].map((id) => [id, view.place(id)]));
  for (const id of wanted.slice(0, LABEL.clear)) {
    const { x, y, radius } = places.get(id);
    marks.take({ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius, id });
  }
  let room = Math.max(60, Math.round(((area.right - area.left) * (area.bottom - area.top)) / LABEL.area));
  const found = [];
  [...first, ...wanted.filter((id) => !first.has(id))].forEach((id, rank) => {
    const strong = first.has(id);
    if (room <= 0 && !strong) return;
    const text = brokenText(nodes.label[id], fontOf(strong));
    const around = boxesAround(places.get(id), text);
    const boxes = around.filter(inside);
    const box = boxes.find((each) => taken.free(each, id) && marks.free(each, id))
      ?? (rank < LABEL.leading ? boxes.find((each) => taken.free(each, id)) : null)
      ?? (strong && shown.has[id] ? around[0] : null);
    if (!box) return;
    room -= 1;
    taken.take({ ...box, id: -1 });
    found.push({ id, lines: text.lines, x: (box.left + box.right) / 2, y: box.top, strong });
  });
  return found;
}

// What the lines of `those` are, written on their middles where there is room: text, x and y of the middle, width.
function placeLineLabels(view, those, { taken, marks }) {
  const font = `italic 11.5px ${colours.text}`;
  const found = [];
  for (const line of those) {
    const [a, b] = [view.place(lines.from[line]), view.place(lines.to[line])];
    const open = lines.ties[line].filter((tie) => shown.open[tie]);
    if (!open.length) continue;
    MEASURE.font = font;
    const text = open.length > 1 ? `${shortened(datedLabelOf(open[0]))} +${open.length - 1}` : shortened(datedLabelOf(open[0]));
    const width = MEASURE.measureText(text).width;
    const [x, y] = [(a.x + b.x) / 2, (a.y + b.y) / 2];
    const box = { left: x - width / 2 - 3, right: x + width / 2 + 3, top: y - 7, bottom: y + 7 };
    if (Math.hypot(a.x - b.x, a.y - b.y) < 40 || !taken.free(box, -2) || !marks.free(box, -2)) continue;
    taken.take({ ...box, id: -1 });
    found.push({ text, x, y, width, font });
  }
  return found;
}
