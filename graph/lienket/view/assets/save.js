// What is seen, kept: as SVG and PNG, on paper, and the ties of the view as a table.

const WIDEST = 4000; // pixels of a PNG

function textLine(attributes, text) {
  const made = svg("text", { "text-anchor": "middle", ...attributes });
  made.textContent = text;
  return made;
}

// The picture as it is seen, with what it shows written above and the key below.
function drawing() {
  const { clientWidth: width, clientHeight: height } = stage;
  const [head, foot] = [34, state.coloured === "group" ? 74 : 30];
  const view = viewOf(camera, width, height);
  const whole = svg("svg", { xmlns: "http://www.w3.org/2000/svg", viewBox: `0 0 ${width} ${height + head + foot}`, width, height: height + head + foot, "font-family": colours.text });
  whole.append(svg("rect", { width: "100%", height: "100%", fill: colours.paper }));
  const clip = svg("clipPath", { id: "frame" }, svg("rect", { width, height }));
  const picture = svg("g", { transform: `translate(0 ${head})`, "clip-path": "url(#frame)" });
  for (const { points, colour: stroke, opacity, width: wide, dashes } of linePaths(view)) {
    let path = "";
    for (let i = 0; i < points.length; i += 4) path += `M${points[i].toFixed(1)} ${points[i + 1].toFixed(1)}L${points[i + 2].toFixed(1)} ${points[i + 3].toFixed(1)}`;
    picture.append(svg("path", { d: path, fill: "none", stroke, "stroke-opacity": opacity, "stroke-width": wide.toFixed(2), ...(dashes.length ? { "stroke-dasharray": dashes.map((dash) => dash.toFixed(1)).join(" ") } : {}) }));
  }
  for (const { kind, fill, opacity, places } of markPaths(view))
    picture.append(svg("path", { d: places.map(({ x, y, radius }) => outline(kind, x, y, radius)).join(""), fill, "fill-opacity": opacity, stroke: colours.halo, "paint-order": "stroke" }));
  const labels = labelsIn(view, { left: 3, top: 3, right: width - 3, bottom: height - 3 }, []);
  for (const { text, x, y, width: wide } of labels.lines)
    picture.append(svg("rect", { x: x - wide / 2 - 3, y: y - 7, width: wide + 6, height: 14, fill: colours.halo }), textLine({ x, y: y + 4, "font-size": 11.5, "font-style": "italic", fill: colours.quiet }, text));
  for (const { lines: text, x, y, strong } of labels.names)
    text.forEach((line, i) => picture.append(textLine({ class: "label", x, y: y + 11.5 + i * LABEL.line, "font-size": LABEL.size, "font-weight": strong ? 600 : 400, fill: colours.ink, stroke: colours.halo, "stroke-width": 3.5, "paint-order": "stroke", "stroke-linejoin": "round" }, line)));
  const title = textLine({ x: 12, y: 22, "text-anchor": "start", "font-size": 14, fill: colours.ink }, ["Liên Kết", viewName() || say(`view-${state.view}`), byId("time").textContent].filter(Boolean).join(" · "));
  whole.append(clip, title, picture, key(width, head + height + 19));
  return whole;
}

// What the shapes are, and, where groups have the colours, what these are.
function key(width, y) {
  const made = svg("g", {});
  MEASURE.font = `12px ${colours.text}`;
  let x = 12;
  const tell = (path, fill, text) => {
    if (x + MEASURE.measureText(text).width > width - 30) [x, y] = [12, y + 21];
    made.append(svg("path", { d: outline(path, x + 6, y - 4, 5.5), fill }), textLine({ x: x + 17, y, "text-anchor": "start", "font-size": 12, fill: colours.quiet }, text));
    x += 40 + MEASURE.measureText(text).width;
  };
  for (const kind of given.kinds)
    if (shown.ids.some((id) => kindOf(id) === kind)) tell(kind, state.coloured === "kind" ? colours[kind] : colours.tie, say(`kind-${kind}`));
  if (state.coloured === "group")
    groups.slice(0, GROUPS).forEach((id, group) => { if (shown.ids.some((each) => nodes.group[each] === group)) tell("person", colours[`group-${group}`], shortened(nodes.label[id])); });
  return made;
}

function keep(blob, ending) {
  const made = element("a");
  made.href = URL.createObjectURL(blob);
  made.download = `lienket.${ending}`;
  made.click();
  setTimeout(() => URL.revokeObjectURL(made.href), 10_000);
}

function svgText() {
  return new XMLSerializer().serializeToString(drawing());
}

// Paper is white, whatever the screen is.
function onPaper() {
  const { classList } = document.documentElement;
  classList.add("on-paper");
  readColours();
  const made = drawing();
  classList.remove("on-paper");
  readColours();
  return made;
}

function savePng() {
  const picture = new Image();
  const text = svgText();
  picture.addEventListener("load", () => {
    const scale = Math.min(2, WIDEST / picture.naturalWidth);
    const made = document.createElement("canvas");
    Object.assign(made, { width: picture.naturalWidth * scale, height: picture.naturalHeight * scale });
    made.getContext("2d").drawImage(picture, 0, 0, made.width, made.height);
    made.toBlob((blob) => keep(blob, "png"), "image/png");
  });
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
}

// A cell of a table. What a spreadsheet would take for a formula is kept from being one.
function cell(text) {
  const plain = String(text ?? "");
  const safe = /^[\s]*[=+\-@\t\r]/.test(plain) ? `'${plain}` : plain;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

async function saveCsv() {
  const all = await tellings();
  const rows = [["from", "tie", "label", "to", "status", "time", "confidence", "quote", "article", "outlet", "date", "url"].map((name) => say(`column-${name}`))];
  for (const line of shown.lines)
    for (const tie of lines.ties[line]) {
      if (!shown.open[tie]) continue;
      const telling = all.ties[tie];
      const [quote, article] = all.evidence[telling.evidence?.[0]] ?? [];
      const [headline, outlet, day, url] = all.articles[article] ?? [];
      rows.push([nodes.label[ties.from[tie]], say(`tie-${tieKind(tie)}`), ties.label[tie] === null ? "" : words[ties.label[tie]], nodes.label[ties.to[tie]],
        (telling.statuses ?? []).join(", "), telling.when, ties.confidence[tie] === null ? "" : ties.confidence[tie] / 100, quote, headline, outlet, day, url]);
    }
  keep(new Blob([`\ufeff${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`], { type: "text/csv;charset=utf-8" }), "csv");
}

byId("save-svg").addEventListener("click", () => keep(new Blob([svgText()], { type: "image/svg+xml" }), "svg"));
byId("save-png").addEventListener("click", savePng);
byId("save-csv").addEventListener("click", saveCsv);
byId("print").addEventListener("click", () => window.print());
window.addEventListener("beforeprint", () => byId("paper").replaceChildren(onPaper()));
window.addEventListener("afterprint", () => byId("paper").replaceChildren());
