// The panel: search, list, and all that is known of what is chosen, with the words that say so. It is the same
// information as the picture, for those who read instead of look.

const query = byId("query");
const list = byId("list");
const results = byId("results");
const detail = byId("detail");
const LISTED = 60;
const OPEN = 6; // with no more ties than this their quotations are shown at once
const FACED = 100; // ties of one kind shown at a time
let turns = 0; // how often the panel was given something to show: what is told too late is not shown
let opened = ""; // what the details are of
let seeking = null; // the node from which a path is being looked for

function typeOf(id) {
  return nodes.type[id] === null ? say(`kind-${kindOf(id)}`) : `${say(`kind-${kindOf(id)}`)} · ${words[nodes.type[id]]}`;
}

function showList() {
  turns++;
  const typed = query.value.trim();
  const all = typed ? search(typed) : shown.ids;
  results.replaceChildren(...inParts(all, LISTED, "li", (id) => element("li", "", button("", () => pick(id), mark(kindOf(id)), element("span", "",
    element("span", "name", nodes.label[id]),
    element("span", "kind", `${typeOf(id)} · ${countOf("tie-one", "ties-count", reach(id))}`))))));
  byId("count").textContent = !typed ? ""
    : !all.length ? say("results-none")
    : countOf("result-one", "results", all.length);
  showSeeking();
  detail.hidden = true;
  list.hidden = false;
}

// What is made of `all`, so many at a time, and a button (within a `tag`) for the next of them.
function inParts(all, many, tag, make) {
  const made = all.slice(0, many).map(make);
  if (all.length <= many) return made;
  const rest = element(tag, "more", button("", () => {
    const next = inParts(all.slice(many), many, tag, make);
    rest.replaceWith(...next);
    next[0].querySelector("button, summary").focus();
  }, say("more", { count: number(all.length - many) })));
  return [...made, rest];
}

function showSeeking() {
  byId("seeking").hidden = seeking === null;
  if (seeking !== null) byId("seeking-name").textContent = say("path-from", { name: nodes.label[seeking] });
}

// What is picked from the list is opened, or ends the path that is being looked for.
function pick(id) {
  if (seeking !== null && id !== seeking) {
    const from = seeking;
    seeking = null;
    change({ view: "path", at: from, to: id, chosen: null }, { step: true });
  } else choose(id);
}

function choose(id) {
  if (seeking !== null && id !== seeking) { pick(id); return; }
  const outside = !shown.has[id];
  change({ chosen: id, ...(outside ? { view: "near", at: id, to: null, hops: 1 } : {}) }, { step: true });
}

function goNear(id, hops) {
  change({ view: "near", at: id, to: null, hops, chosen: id }, { step: true });
}

function grow(id) {
  change({ view: "core", grown: [...new Set([...state.grown, id])], chosen: id }, { step: true });
}

function seekPath(id) {
  seeking = id;
  query.value = "";
  change({ chosen: null });
  showList();
  query.focus();
}

function leave() {
  seeking = null;
  if (state.view === "path" && state.chosen === null && state.line === null) change({ view: START.view, at: null, to: null }, { step: true });
  else change({ chosen: null });
  if (state.view !== "path") showList();
  if (document.activeElement !== over) query.focus();
}

function showDetail(what, ...content) {
  const fresh = detail.hidden || opened !== what;
  const inside = detail.contains(document.activeElement);
  opened = what;
  detail.replaceChildren(button("back", leave, `← ${say("back")}`), ...content);
  list.hidden = true;
  detail.hidden = false;
  if (fresh) detail.scrollTop = 0;
  if (fresh || inside) detail.focus({ preventScroll: true });
}

// The quotation with the words marked that say it; places count code points, as they do in Python.
function markedQuote(quote, marks) {
  const letters = Array.from(quote);
  const parts = ["“"];
  let end = 0;
  for (let i = 0; i + 1 < marks.length; i += 2) {
    parts.push(letters.slice(end, marks[i]).join(""), element("mark", "", letters.slice(marks[i], marks[i + 1]).join("")));
    end = marks[i + 1];
  }
  return Object.assign(element("blockquote", "", ...parts, `${letters.slice(end).join("")}”`), { lang: "vi" });
}

function quoted({ evidence, articles }, index) {
  const [quote, article, confidence, marks] = evidence[index];
  const [headline, outlet, day, url] = articles[article];
  const source = [outlet, day || say("undated"), say("confidence", { value: `${confidence}%` })].filter(Boolean).join(" · ");
  return [markedQuote(quote, marks), element("cite", "", safeLink(url, headline), element("br"), element("span", "", source))];
}

function quotations(all, { evidence = [], more = 0 }) {
  if (!evidence.length) return [element("p", "meta", say("evidence-none"))];
  const [first, ...rest] = evidence;
  if (!rest.length && !more) return quoted(all, first);
  const count = rest.length + more;
  return [...quoted(all, first), element("details", "", element("summary", "", say("evidence-more", { count })), ...rest.flatMap((each) => quoted(all, each)),
    ...(more ? [element("p", "meta", say("evidence-elsewhere", { count: more }))] : []))];
}

// One tie; `other` is the node at its far end, left out where both ends are shown already.
function tieView(all, telling, { kind, label, other, wide, open }) {
  const view = element("div", "tie");
  const what = label || (other === null ? say(`tie-${kind}`) : "");
  if (what) view.append(element("span", "what", what), ...(telling.statuses ?? []).map((status) => element("span", "tag", status)));
  if (other !== null) view.append(element("div", "", other === undefined ? "" : link(other)));
  const meta = [open ? say("role-open") : "", telling.capacity, telling.count, telling.when].filter(Boolean).join(" · ");
  if (meta) view.append(element("p", "meta", meta));
  const quotes = quotations(all, telling);
  view.append(...(wide ? quotes : [element("details", "", element("summary", "", say("evidence-show")), ...quotes)]));
  return view;
}

function link(id) {
  return button("other", () => choose(id), mark(kindOf(id)), nodes.label[id]);
}

function section(heading, count, ...content) {
  return [element("h3", "", heading, element("span", "many", number(count))), ...content];
}

function tieOf(all, tie, other, wide) {
  return tieView(all, all.ties[tie], { kind: tieKind(tie), label: ties.label[tie] === null ? "" : words[ties.label[tie]], other, wide });
}

function tieSections(all, id) {
  const found = new Map();
  for (const line of linesOf(id))
    for (const tie of lines.ties[line]) {
      const key = `${tieKind(tie)}-${ties.from[tie] === id ? "out" : "in"}`;
      if (!found.has(key)) found.set(key, []);
      found.get(key).push(tie);
    }
  const newest = (tie) => ties.time[tie]?.[1] ?? -1;
  const keys = given.ties.flatMap((kind) => [`${kind}-out`, `${kind}-in`]).filter((key) => found.has(key));
  return keys.flatMap((key) => {
    const those = found.get(key).sort((a, b) => newest(b) - newest(a) || a - b);
    const far = (tie) => (ties.from[tie] === id ? ties.to[tie] : ties.from[tie]);
    return section(say(key), those.length, ...inParts(those, FACED, "div", (tie) => tieOf(all, tie, far(tie), those.length <= OPEN)));
  });
}

function factViews({ facts, perhaps }) {
  const values = new Map();
  for (const [key, value] of facts) values.set(key, [...(values.get(key) ?? []), value]);
  const rows = [...values].flatMap(([key, those]) => [element("dt", "", say(`fact-${key}`)), element("dd", "", those.join(", "))]);
  if (perhaps.length) rows.push(element("dt", "", say("perhaps")), element("dd", "", ...perhaps.map(link)));
  return rows.length ? [element("dl", "", ...rows)] : [];
}

// What can be done with a node: see what is around it, add that to the core, look for the way to another.
function actions(id) {
  const row = element("div", "actions");
  for (let hops = 1; hops <= HOPS; hops++) {
    const one = button("", () => goNear(id, hops), hops === 1 ? say("near-one") : say("near-many", { hops }));
    one.setAttribute("aria-pressed", String(state.view === "near" && state.at === id && state.hops === hops));
    row.append(one);
  }
  if (state.view === "core" && !state.grown.includes(id) && state.grown.length < GROWN) row.append(button("", () => grow(id), say("grow")));
  row.append(button("", () => seekPath(id), say("path-to")));
  return row;
}

async function openNode(id) {
  const turn = ++turns;
  const all = await tellings();
  if (turn !== turns) return;
  const own = all.nodes[id];
  const named = own.evidence.length
    ? section(say(["person", "agency"].includes(kindOf(id)) ? "mentions" : "stated"), own.evidence.length + own.more, ...quotations(all, own))
    : [];
  const open = own.open.length
    ? section(say("role-out"), own.open.length, ...own.open.map((role) => tieView(all, role, { kind: "role", label: role.label, wide: own.open.length <= OPEN, open: true })))
    : [];
  const head = element("div", "head", mark(kindOf(id)), element("div", "", element("h2", "", nodes.label[id]), element("p", "kind", typeOf(id))));
  const parts = [factViews(own), open, tieSections(all, id)];
  // What an event or a document is comes before who had to do with it; where a name stands comes last.
  parts.splice(["person", "agency"].includes(kindOf(id)) ? 3 : 1, 0, named);
  showDetail(`node ${id}`, head, actions(id), ...parts.flat());
}

async function openTies(line) {
  const turn = ++turns;
  const all = await tellings();
  if (turn !== turns) return;
  const those = lines.ties[line].filter((tie) => shown.open[tie]);
  const [tie] = those.length ? those : lines.ties[line];
  const ends = [ties.from[tie], ties.to[tie]].map((id) => element("div", "", link(id)));
  showDetail(`line ${line}`, element("h2", "unseen", say("between")), ...ends, ...section(say("between"), those.length, ...those.map((tie) => tieOf(all, tie, null, true))));
}

// The way from one to the other, step by step, each with the words that say it.
async function openPath() {
  const turn = ++turns;
  const all = await tellings();
  if (turn !== turns) return;
  const { way } = shown;
  const what = `path ${state.at} ${state.to}`;
  const heading = element("h2", "", say("view-path", { one: nodes.label[state.at], other: nodes.label[state.to] }));
  if (!way.length) { showDetail(what, heading, element("p", "meta", say("path-none"))); return; }
  const steps = way.slice(1).map((id, i) => {
    const line = [...linesOf(id)].find((each) => otherEnd(each, id) === way[i] && passable(each));
    const those = lines.ties[line].filter((tie) => shown.open[tie]);
    return element("li", "", element("div", "", link(way[i]), " ", link(id)), ...those.slice(0, 3).map((tie) => tieOf(all, tie, null, true)));
  });
  showDetail(what, heading, element("p", "meta", countOf("step-one", "steps", steps.length)), element("ol", "steps", ...steps));
}

query.addEventListener("input", () => { if (state.chosen !== null || state.line !== null) change({ chosen: null }); showList(); });
byId("seeking-end").addEventListener("click", () => { seeking = null; showList(); });

// Arrows walk through the list, Enter opens the first hit, Escape goes back, "/" begins a search.
document.addEventListener("keydown", (event) => {
  if (event.isComposing) return; // the Enter that ends a Vietnamese word picks nothing
  const rows = [...results.querySelectorAll("button")];
  const at = rows.indexOf(document.activeElement);
  const inList = !list.hidden && (at >= 0 || document.activeElement === query);
  if (event.key === "ArrowDown" && inList && rows.length) rows[Math.min(at + 1, rows.length - 1)].focus();
  else if (event.key === "ArrowUp" && inList && at >= 0) (rows[at - 1] ?? query).focus();
  else if (event.key === "Enter" && document.activeElement === query && query.value.trim() && rows.length) rows[0].click();
  else if (event.key === "Escape" && (!detail.hidden || seeking !== null)) leave();
  else if (event.key === "/" && !/^(INPUT|SELECT)$/.test(document.activeElement.tagName)) query.focus();
  else return;
  event.preventDefault();
});
