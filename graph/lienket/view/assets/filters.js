// What the reader chooses to see: the view, kinds, filters. Every control shows the state, and changes it.

const filters = byId("filters");

function choices(select, options, change_) {
  select.append(...options.map(([value, text]) => { const option = element("option", "", text); option.value = value; return option; }));
  select.addEventListener("change", () => change_(select.value === "" ? null : Number(select.value)));
}

// Words that occur in a column, each with how often, in the order of the alphabet.
function counted(indices) {
  const count = new Map();
  for (const index of indices) if (index !== null) count.set(index, (count.get(index) ?? 0) + 1);
  return [...count].map(([index, many]) => [index, `${words[index]} (${number(many)})`]).sort((a, b) => a[1].localeCompare(b[1], document.documentElement.lang));
}

function ofKind(kind) {
  return nodes.type.filter((_, id) => kindOf(id) === kind);
}

const SELECTS = {
  province: () => counted(nodes.provinces.flat()),
  body: () => counted(ofKind("agency")),
  role: () => counted(ties.label.filter((_, tie) => tieKind(tie) === "role")),
  event: () => counted(ofKind("event")),
};

// The lists of choices are long: they are made when the filters are first opened.
function fillFilters() {
  for (const [name, options] of Object.entries(SELECTS)) {
    const select = byId(`filter-${name}`);
    if (select.length === 1) choices(select, options(), (value) => change({ [name]: value }));
  }
  if (byId("filter-group").length === 1)
    choices(byId("filter-group"), groups.slice(0, 200).map((id, group) => [group, nodes.label[id]]), (group) => {
      if (group === null) change({ view: START.view, group: null }, { step: true });
      else change({ view: "group", group }, { step: true });
    });
  if (!byId("group-colours").children.length)
    byId("group-colours").append(...groups.slice(0, GROUPS).map((id, group) => element("li", "", groupMark(group), button("other", () => change({ view: "group", group }, { step: true }), nodes.label[id]))));
  showFilters();
}

function groupMark(group) {
  return svg("svg", { class: "mark", viewBox: "-8 -8 16 16", "aria-hidden": "true" }, svg("circle", { class: `group-${group}`, r: 5.5 }));
}

function showFilters() {
  for (const name of Object.keys(SELECTS)) byId(`filter-${name}`).value = state[name] ?? "";
  byId("filter-group").value = state.view === "group" ? state.group : "";
  byId("filter-sure").value = state.sure;
  byId("filter-sure").setAttribute("aria-valuetext", sureText());
  byId("sure-value").textContent = sureText();
  byId("filter-coloured").checked = state.coloured === "group";
  byId("group-colours").hidden = state.coloured !== "group";
  byId("clear").hidden = !filtered() && !state.hidden.length && state.undated;
  for (const box of byId("kinds").querySelectorAll("input")) box.checked = !state.hidden.includes(box.value);
  for (const radio of byId("views").querySelectorAll("input")) radio.checked = radio.value === state.view;
  const place = byId("place");
  place.hidden = ["core", "all"].includes(state.view);
  if (!place.hidden) byId("place-name").textContent = viewName();
}

function sureText() {
  return state.sure ? say("at-least", { value: state.sure }) : say("any");
}

function viewName() {
  if (state.view === "near") return say("view-near", { name: nodes.label[state.at], steps: countOf("step-one", "steps", state.hops) });
  if (state.view === "path") return say("view-path", { one: nodes.label[state.at], other: nodes.label[state.to] });
  if (state.view === "group") return say("view-group", { name: nodes.label[groups[state.group]] });
  return "";
}

function makeFilters() {
  for (const kind of given.kinds) {
    const count = nodes.kind.filter((each) => given.kinds[each] === kind).length;
    if (!count) continue;
    const box = element("input");
    Object.assign(box, { type: "checkbox", checked: true, value: kind });
    box.addEventListener("change", () => change({ hidden: given.kinds.filter((each) => (each === kind ? !box.checked : state.hidden.includes(each))) }));
    byId("kinds").append(element("label", "", box, mark(kind), say(`kind-${kind}`), element("span", "many", number(count))));
  }
  if (BIG)
    for (const [view, count] of [["core", core.nodes.length], ["all", size]]) {
      const radio = element("input");
      Object.assign(radio, { type: "radio", name: "view", value: view });
      radio.addEventListener("change", () => change({ view, at: null, to: null, group: null }, { step: true }));
      byId("views").append(element("label", "", radio, say(`view-${view}`), element("span", "many", number(count))));
    }
  else byId("views").hidden = true;
  for (const kind of given.ties) {
    if (!ties.kind.includes(given.ties.indexOf(kind))) continue;
    const { width, dashes } = given.strokes[given.ties.indexOf(kind)];
    const sample = svg("svg", { viewBox: "0 0 26 8", "aria-hidden": "true" });
    sample.append(svg("line", { x1: 0, x2: 26, y1: 4, y2: 4, "stroke-width": width, ...(dashes.length ? { "stroke-dasharray": dashes.join(" ") } : {}) }));
    byId("lines").append(element("li", "", sample, say(`tie-${kind}`)));
  }
  filters.addEventListener("toggle", fillFilters);
  byId("filter-sure").addEventListener("input", ({ target }) => change({ sure: Number(target.value) }));
  byId("filter-coloured").addEventListener("change", ({ target }) => change({ coloured: target.checked ? "group" : "kind" }));
  byId("clear").addEventListener("click", () => change({ hidden: [], province: null, body: null, event: null, role: null, sure: 0, since: null, until: null, undated: true }));
  byId("leave-place").addEventListener("click", () => change({ view: START.view, at: null, to: null, group: null }, { step: true }));
}
