// Texts and building of elements. Whatever comes from an article reaches the page as a text node, never as markup.

const given = JSON.parse(document.getElementById("data").textContent);

function say(key, values = {}) {
  return given.texts[key].replace(/\{(\w+)\}/g, (whole, name) => (Object.hasOwn(values, name) ? String(values[name]) : whole));
}

function countOf(one, many, count) {
  return count === 1 ? say(one) : say(many, { count: number(count) });
}

// As readers of the language write it; the browser's own way takes 20 ms to wake up.
const number = (value) => String(value).replace(/\B(?=(\d{3})+$)/g, document.documentElement.lang === "vi" ? "." : ",");

const byId = (id) => document.getElementById(id);

function element(tag, className, ...children) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...children.filter((child) => child !== null && child !== ""));
  return made;
}

function button(className, act, ...children) {
  const made = element("button", className, ...children);
  made.type = "button";
  made.addEventListener("click", act);
  return made;
}

function svg(tag, attributes, ...children) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

// The outline of a kind's shape around a point, as an SVG path.
function outline(kind, x, y, radius) {
  const corners = given.shapes[kind];
  const at = (value) => Math.round(value * 100) / 100;
  if (!corners.length) return `M${at(x - radius)} ${at(y)}a${at(radius)} ${at(radius)} 0 1 0 ${at(2 * radius)} 0a${at(radius)} ${at(radius)} 0 1 0 ${at(-2 * radius)} 0z`;
  return `M${corners.map(([dx, dy]) => `${at(x + dx * radius)} ${at(y + dy * radius)}`).join("L")}z`;
}

// The mark that stands for a kind beside a name.
function mark(kind) {
  return svg("svg", { class: "mark", viewBox: "-8 -8 16 16", "aria-hidden": "true" }, svg("path", { class: kind, d: outline(kind, 0, 0, 5.5) }));
}

function safeLink(url, text) {
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return element("span", "headline", text);
  const link = element("a", "headline", text);
  link.href = url;
  link.target = "_blank";
  link.rel = "noopener noreferrer";
  return link;
}

// When something is known to have been: a month, else the year or years.
function spanText([first, last]) {
  const [begin, end] = [Math.floor(first / 12), Math.floor(last / 12)];
  return first === last ? monthText(first) : begin === end ? String(begin) : `${begin}–${end}`;
}

// 24203 is month 12 of 2016: a month counted from the year 0.
function monthText(month) {
  const [year, of] = [Math.floor(month / 12), String((month % 12) + 1).padStart(2, "0")];
  return document.documentElement.lang === "vi" ? `${Number(of)}/${year}` : `${year}-${of}`;
}
