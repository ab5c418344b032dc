// Texts, folding and building of elements. Whatever comes from an article reaches the page as a text node, never as markup.

const data = JSON.parse(document.getElementById("data").textContent);
const { texts, things, ties, evidence, articles, shapes } = data;

function say(key, values = {}) {
  return texts[key].replace(/\{(\w+)\}/g, (whole, name) => (Object.hasOwn(values, name) ? String(values[name]) : whole));
}

// The key of what was typed, as language/folding.py makes it: "Nguyễn Thái Đường" is "nguyen thai duong".
function plainKey(text) {
  return text.toLowerCase().replace(/đ/g, "d").normalize("NFD").replace(/\p{M}/gu, "").split(/\s+/).filter(Boolean);
}

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

const SVG = "http://www.w3.org/2000/svg";

function drawn(tag, attributes) {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}

// The shape that stands for a kind, as in the picture.
function mark(kind) {
  const svg = drawn("svg", { class: "mark", viewBox: "0 0 16 16", "aria-hidden": "true" });
  svg.append(drawn("path", { class: kind, d: shapes[kind].outline }));
  return svg;
}

function safeLink(url, text) {
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return element("span", "headline", text);
  const link = element("a", "headline", text);
  link.href = url;
  link.target = "_blank";
  link.rel = "noopener noreferrer";
  return link;
}
