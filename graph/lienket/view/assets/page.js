// Everything follows from the state: what is in the picture, the controls, the panel.

let pictured = ""; // the view that the camera was set for

// The chosen node and those beside it; all, where the view is made around it anyway.
function inTheLight() {
  const { chosen, line, view, at } = state;
  if (line !== null && shown.lines.includes(line)) return new Set([lines.from[line], lines.to[line]]);
  if (chosen === null || !shown.has[chosen] || view === "path" || (view === "near" && at === chosen)) return null;
  return new Set([chosen, ...[...linesOf(chosen)].filter(openLine).map((line) => otherEnd(line, chosen)).filter((id) => shown.has[id])]);
}

function show() {
  select();
  near = inTheLight();
  pointAt({ id: null, line: null });
  fillGrid();
  if (pictured !== placed) {
    pictured = placed;
    touched = false;
    Object.assign(camera, fitting(shown.ids, 1.5));
  } else if (state.chosen !== null && shown.has[state.chosen]) reveal(state.chosen);
  redraw();
  showFilters();
  timeline.show();
  showSeeking();
  const said = say("in-picture", { nodes: number(shown.ids.length), ties: number(shown.lines.length) });
  byId("shown").textContent = shown.more ? `${said} · ${say("no-room", { count: number(shown.more) })}` : said;
  over.setAttribute("aria-label", `${say("picture")} ${said}`);
  if (state.chosen !== null) openNode(state.chosen);
  else if (state.line !== null) openTies(state.line);
  else if (state.view === "path" && seeking === null) openPath();
  else if (list.hidden || !query.value) showList();
}

if (!size) stage.append(element("p", "empty", say("empty")));
readColours();
makeFilters();
timeline.make();
Object.assign(state, stateOf(location.hash || given.opening));
history.replaceState(null, "", address()); // what the page opens with can be come back to
show();
performance.mark("still");
// Only when all this is to be seen: what is read next.
requestAnimationFrame(() => setTimeout(() => { tellings(); names(); }, 300));
