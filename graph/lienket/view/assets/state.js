// What the reader is looking at. All of it stands in the address, so that it can be kept, sent and gone back to.

const BIG = core !== null;
const HOPS = 3;
const GROWN = 40; // nodes opened outwards at most
const LONGEST = 2000; // characters of an address that are read
const START = Object.freeze({
  view: BIG ? "core" : "all", // core, all, near, path or group
  at: null, // the node whose surroundings, path or group are shown
  to: null, // where the path leads
  hops: 1,
  group: null,
  grown: [], // nodes whose neighbours were added to the core
  chosen: null, // the node whose details are open
  line: null, // the line whose ties are open
  hidden: [], // kinds of nodes taken off the picture
  province: null, body: null, event: null, role: null, // indices of words
  sure: 0, // least confidence of a tie, in percent
  since: null, until: null, // months
  undated: true, // whether ties without a date are shown beside those of a time asked for
  coloured: "kind", // or "group"
});
const state = { ...START };

// Names in the address for what is not a number or a word of ours.
const FIELDS = {
  view: { read: (text) => (["core", "all", "near", "path", "group"].includes(text) ? text : null), write: String },
  at: { read: nodeNamed, write: (id) => nodes.id[id] },
  to: { read: nodeNamed, write: (id) => nodes.id[id] },
  hops: { read: (text) => within(text, 1, HOPS), write: String },
  group: { read: (text) => within(text, 0, groups.length - 1), write: String },
  grown: { read: (text) => text.split(",").slice(0, GROWN).map(nodeNamed).filter((id) => id !== null), write: (ids) => ids.map((id) => nodes.id[id]).join(",") },
  chosen: { read: nodeNamed, write: (id) => nodes.id[id] },
  line: { read: lineNamed, write: (line) => `${nodes.id[lines.from[line]]}~${nodes.id[lines.to[line]]}` },
  hidden: { read: (text) => text.split(",").filter((kind) => given.kinds.includes(kind)), write: (kinds) => kinds.join(",") },
  province: { read: wordNamed, write: (index) => words[index] },
  body: { read: wordNamed, write: (index) => words[index] },
  event: { read: wordNamed, write: (index) => words[index] },
  role: { read: wordNamed, write: (index) => words[index] },
  sure: { read: (text) => within(text, 0, 100), write: String },
  since: { read: monthNamed, write: isoMonth },
  until: { read: monthNamed, write: isoMonth },
  undated: { read: (text) => text !== "no", write: (value) => (value ? "yes" : "no") },
  coloured: { read: (text) => (text === "group" ? text : "kind"), write: String },
};

function nodeNamed(text) {
  return idOf.get(text) ?? null;
}

function lineNamed(text) {
  const [one, other] = text.split("~").map(nodeNamed);
  return one === null || other === undefined ? null : ([...linesOf(one)].find((line) => otherEnd(line, one) === other) ?? null);
}

function wordNamed(text) {
  const index = words.indexOf(text);
  return index < 0 ? null : index;
}

function within(text, least, most) {
  return /^\d{1,4}$/.test(text) && Number(text) >= least && Number(text) <= most ? Number(text) : null;
}

function monthNamed(text) {
  const [, year, month] = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(text) ?? [];
  return year ? 12 * Number(year) + Number(month) - 1 : null;
}

function isoMonth(month) {
  return `${String(Math.floor(month / 12)).padStart(4, "0")}-${String((month % 12) + 1).padStart(2, "0")}`;
}

// The state that an address tells; what it tells wrongly is as at the start.
function stateOf(hash) {
  const read = { ...START };
  for (const [name, text] of new URLSearchParams(hash.replace(/^#/, "").slice(0, LONGEST))) {
    if (!Object.hasOwn(FIELDS, name)) continue;
    read[name] = FIELDS[name].read(text) ?? START[name];
  }
  const whole = { near: read.at !== null, path: read.at !== null && read.to !== null, group: read.group !== null, core: BIG, all: true };
  return whole[read.view] ? read : { ...read, view: START.view };
}

function address() {
  const told = new URLSearchParams();
  for (const [name, { write }] of Object.entries(FIELDS)) {
    const [now, start] = [state[name], START[name]];
    if (now !== null && String(now) !== String(start)) told.set(name, write(now));
  }
  return `#${told}`;
}

const LATE = 250; // milliseconds: browsers refuse hundreds of changes of the address in a few seconds
let late = 0;

function keepAddress(how = "replaceState") {
  clearTimeout(late);
  const now = address();
  if (now !== (location.hash || "#")) history[how](null, "", now);
}

// Change what is looked at. `step` makes it a place to come back to by the browser's own button.
function change(changes, { step = false } = {}) {
  if (step) keepAddress();
  Object.assign(state, "chosen" in changes ? { line: null } : {}, changes);
  clearTimeout(late);
  if (step) keepAddress("pushState");
  else late = setTimeout(keepAddress, LATE);
  show();
}

window.addEventListener("popstate", () => {
  clearTimeout(late);
  seeking = null;
  Object.assign(state, stateOf(location.hash));
  show();
});
