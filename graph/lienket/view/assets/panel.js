// The panel: search, list, and all that is known of what is selected, with the words that say so.

const query = document.getElementById("query");
const list = document.getElementById("list");
const results = document.getElementById("results");
const detail = document.getElementById("detail");
const LISTED = 60;
const OPEN = 6; // with no more ties than this their quotations are shown at once

function kindOf(thing) {
  return thing.type ? `${say(`kind-${thing.kind}`)} · ${thing.type}` : say(`kind-${thing.kind}`);
}

function countOf(one, many, count) {
  return count === 1 ? say(one) : say(many, { count });
}

// Everything whose name holds each word typed: the very name first, then those that begin with it; the most tied first.
function found(words) {
  const typed = words.join(" ");
  const ranks = [(key) => key === typed, (key) => key.startsWith(typed), (key) => ` ${key}`.includes(` ${typed}`), () => true];
  const rank = (thing) => ranks.findIndex((test) => thing.keys.some(test));
  return order
    .filter((id) => things[id].keys.some((key) => words.every((word) => key.includes(word))))
    .map((id, place) => [rank(things[id]), place, id])
    .sort((a, b) => a[0] - b[0] || a[1] - b[1])
    .map(([, , id]) => id);
}

function showList() {
  const words = plainKey(query.value);
  const all = words.length ? found(words) : order.filter((id) => !hidden.has(things[id].kind));
  const shown = all.slice(0, LISTED);
  results.replaceChildren(...shown.map((id) => element("li", "", button("", () => visit(id), mark(things[id].kind), element("span", "",
    element("span", "name", things[id].label),
    element("span", "kind", `${kindOf(things[id])} · ${countOf("tie-one", "ties-count", things[id].degree)}`))))));
  const count = !words.length ? say("most-tied")
    : !all.length ? say("results-none")
    : all.length > shown.length ? say("results-cut", { count: all.length, shown: shown.length })
    : countOf("result-one", "results", all.length);
  document.getElementById("count").textContent = count;
  detail.hidden = true;
  list.hidden = false;
}

function leave() {
  network.unselectAll();
  lightUp([]);
  showList();
  query.focus();
}

function showDetail(...content) {
  detail.replaceChildren(button("back", leave, `← ${say("back")}`), ...content);
  list.hidden = true;
  detail.hidden = false;
  detail.scrollTop = 0;
  detail.focus({ preventScroll: true });
}

function quoted(index) {
  const { quote, article, confidence } = evidence[index];
  const { headline, outlet, date, url } = articles[article];
  const source = [outlet, date || say("undated"), say("confidence", { value: confidence })].filter(Boolean).join(" · ");
  return [element("blockquote", "", `“${quote}”`), element("cite", "", safeLink(url, headline), element("br"), element("span", "", source))];
}

function quotations(indices, more) {
  if (!indices.length) return [element("p", "meta", say("evidence-none"))];
  const [first, ...rest] = indices;
  if (!rest.length) return quoted(first);
  const count = rest.length + more;
  return [...quoted(first), element("details", "", element("summary", "", say("evidence-more", { count })), ...rest.flatMap(quoted))];
}

// One tie; `other` is the thing at its far end, left out where both ends are shown already.
function tieView(tie, other, wide) {
  const view = element("div", "tie");
  const what = tie.label || (other === null ? say(`tie-${tie.kind}`) : "");
  if (what) view.append(element("span", "what", what), ...tie.statuses.map((status) => element("span", "tag", status)));
  if (other !== null) view.append(element("div", "", button("other", () => visit(other), mark(things[other].kind), things[other].label)));
  const meta = [tie.to === null ? say("role-open") : "", tie.capacity, tie.when].filter(Boolean).join(" · ");
  if (meta) view.append(element("p", "meta", meta));
  const quotes = quotations(tie.evidence, tie.more);
  view.append(...(wide ? quotes : [element("details", "", element("summary", "", say("evidence-show")), ...quotes)]));
  return view;
}

function section(heading, count, ...content) {
  return [element("h3", "", heading, element("span", "many", String(count))), ...content];
}

function tieSections(id) {
  const groups = new Map();
  ties.forEach((tie) => {
    if (tie.from !== id && tie.to !== id) return;
    const key = `${tie.kind}-${tie.from === id ? "out" : "in"}`;
    groups.set(key, [...(groups.get(key) ?? []), tie]);
  });
  return [...groups].flatMap(([key, those]) => section(say(key), those.length,
    ...those.map((tie) => tieView(tie, tie.from === id ? tie.to : tie.from, those.length <= OPEN))));
}

function factViews(facts) {
  const values = new Map();
  for (const { key, value } of facts) values.set(key, [...(values.get(key) ?? []), value]);
  const rows = [...values].flatMap(([key, those]) => [element("dt", "", say(`fact-${key}`)), element("dd", "", those.join(", "))]);
  return rows.length ? [element("dl", "", ...rows)] : [];
}

function visit(id) {
  const thing = things[id];
  network.selectNodes([id], false);
  lightUp([id]);
  moveTo([...near]);
  const own = thing.evidence.length
    ? section(say(thing.kind === "person" || thing.kind === "agency" ? "mentions" : "stated"), thing.evidence.length + thing.more, ...quotations(thing.evidence, thing.more))
    : [];
  const head = element("div", "head", mark(thing.kind), element("div", "", element("h2", "", thing.label), element("p", "kind", kindOf(thing))));
  const parts = [factViews(thing.facts), tieSections(id)];
  // What an event or a document is comes before who had to do with it; where a name stands comes last.
  if (thing.kind === "person" || thing.kind === "agency") parts.push(own);
  else parts.splice(1, 0, own);
  showDetail(head, ...parts.flat());
}

function openLine(index) {
  const { from, to, ties: those } = data.edges[index];
  lightUp([from, to]);
  const ends = [from, to].map((id) => element("div", "", button("other", () => visit(id), mark(things[id].kind), things[id].label)));
  showDetail(element("h2", "unseen", say("between")), ...ends, ...section(say("between"), those.length, ...those.map((tie) => tieView(ties[tie], null, true))));
}

network.on("click", ({ nodes: [node], edges: [line] }) => {
  if (node !== undefined) visit(node);
  else if (line !== undefined) openLine(line);
  else if (!detail.hidden) { lightUp([]); showList(); }
});

query.addEventListener("input", () => { network.unselectAll(); lightUp([]); showList(); });

// Arrows walk through the list, Enter opens the first hit, Escape goes back, "/" begins a search.
document.addEventListener("keydown", (event) => {
  const rows = [...results.querySelectorAll("button")];
  const at = rows.indexOf(document.activeElement);
  const inList = !list.hidden && (at >= 0 || document.activeElement === query);
  if (event.key === "ArrowDown" && inList && rows.length) rows[Math.min(at + 1, rows.length - 1)].focus();
  else if (event.key === "ArrowUp" && inList && at >= 0) (rows[at - 1] ?? query).focus();
  else if (event.key === "Enter" && document.activeElement === query && plainKey(query.value).length && rows.length) rows[0].click();
  else if (event.key === "Escape" && !detail.hidden) leave();
  else if (event.key === "/" && document.activeElement !== query) query.focus();
  else return;
  event.preventDefault();
});

function showLegend() {
  for (const kind of Object.keys(shapes)) {
    const count = things.filter((thing) => thing.kind === kind).length;
    if (!count) continue;
    const box = element("input");
    box.type = "checkbox";
    box.checked = true;
    box.addEventListener("change", () => { hidden[box.checked ? "delete" : "add"](kind); light(); if (!list.hidden) showList(); });
    document.getElementById("kinds").append(element("label", "", box, mark(kind), say(`kind-${kind}`), element("span", "many", String(count))));
  }
  for (const [kind, { width, dashes }] of Object.entries(data.strokes)) {
    if (!ties.some((tie) => tie.kind === kind)) continue;
    const sample = drawn("svg", { viewBox: "0 0 26 8", "aria-hidden": "true" });
    sample.append(drawn("line", { x1: 0, x2: 26, y1: 4, y2: 4, "stroke-width": width, ...(dashes.length ? { "stroke-dasharray": dashes.join(" ") } : {}) }));
    document.getElementById("lines").append(element("li", "", sample, say(`tie-${kind}`)));
  }
}

if (!things.length) stage.append(element("p", "empty", say("empty")));
showLegend();
paint();
fit();
showList();
