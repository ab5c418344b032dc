// The network as it was given: columns of nodes and ties; ties between the same two nodes share a line.

// Browsers before 2025 have no way of their own from base64 to bytes, which is many times as fast.
function bytesOf(base64) {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(base64);
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}

async function unpacked(packed) {
  if (typeof packed !== "string") return packed;
  if (!window.DecompressionStream) byId("picture").append(element("p", "empty", say("old-browser")));
  const stream = new Blob([bytesOf(packed)]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).json();
}

const { nodes, ties, groups, core, words } = await unpacked(given.drawing);
const size = nodes.id.length;
const kindOf = (id) => given.kinds[nodes.kind[id]];
const tieKind = (tie) => given.ties[ties.kind[tie]];
const labelOf = (tie) => (ties.label[tie] === null ? say(`tie-${tieKind(tie)}`) : words[ties.label[tie]]);
const datedLabelOf = (tie) => (ties.time[tie] ? `${labelOf(tie)}, ${spanText(ties.time[tie])}` : labelOf(tie));
const idOf = new Map(nodes.id.map((name, id) => [name, id]));

// What is told of nodes and ties is large and not needed to draw: it is unpacked when first asked for.
let told = null;
const tellings = () => (told ??= unpacked(given.tellings));

const lines = (() => {
  const found = new Map();
  const made = { from: [], to: [], ties: [] };
  for (let tie = 0; tie < ties.from.length; tie++) {
    const [a, b] = [ties.from[tie], ties.to[tie]];
    if (a === b) continue;
    const key = Math.min(a, b) * size + Math.max(a, b);
    if (!found.has(key)) {
      found.set(key, made.from.length);
      made.from.push(Math.min(a, b));
      made.to.push(Math.max(a, b));
      made.ties.push([]);
    }
    made.ties[found.get(key)].push(tie);
  }
  return made;
})();

// The lines of each node lie side by side in one array, from `begin[id]` to `begin[id + 1]`.
const beside = (() => {
  const begin = new Uint32Array(size + 1);
  for (const end of [lines.from, lines.to]) for (const id of end) begin[id + 1]++;
  for (let id = 0; id < size; id++) begin[id + 1] += begin[id];
  const at = begin.slice();
  const list = new Uint32Array(2 * lines.from.length);
  lines.from.forEach((id, line) => { list[at[id]++] = line; list[at[lines.to[line]]++] = line; });
  return { begin, list };
})();

const linesOf = (id) => beside.list.subarray(beside.begin[id], beside.begin[id + 1]);
const otherEnd = (line, id) => (lines.from[line] === id ? lines.to[line] : lines.from[line]);
const reach = (id) => beside.begin[id + 1] - beside.begin[id];
const radiusOf = Float32Array.from({ length: size }, (_, id) => 6 + 1.9 * Math.log1p(reach(id)));
const byReach = Array.from({ length: size }, (_, id) => id).sort((a, b) => reach(b) - reach(a) || a - b);
const rankOf = new Uint32Array(size);
byReach.forEach((id, rank) => { rankOf[id] = rank; });
