// Finding by name: without marks, in any order of words, and with slips of the finger.

// What was typed as words without marks: "Nguyễn Thái Đường" is "nguyen thai duong".
function plainWords(text) {
  return text.toLowerCase().replace(/đ/g, "d").normalize("NFD").replace(/\p{M}/gu, "").split(/\s+/).filter(Boolean);
}

// The names of all nodes, and where each word of them occurs. Few different syllables make up all names.
const names = (() => {
  let made = null;
  function make() {
    const keys = [];
    const where = new Map();
    for (let id = 0; id < size; id++) {
      const own = [nodes.label[id], ...(nodes.also[id] ?? [])].map(plainWords);
      keys.push(own.map((key) => key.join(" ")));
      for (const word of new Set(own.flat())) {
        if (!where.has(word)) where.set(word, []);
        where.get(word).push(id);
      }
    }
    return { keys, where, vocabulary: [...where.keys()] };
  }
  return () => (made ??= make());
})();

// Damerau's distance of two words, or more than `most`.
function distance(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let [before, last] = [null, Array.from({ length: other.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1));
      if (before && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    if (Math.min(...row) > most) return most + 1;
    [before, last] = [last, row];
  }
  return last[other.length];
}

// The nodes that have a word like `typed` in a name.
function holding(typed, similar) {
  const { vocabulary, where } = names();
  const most = typed.length < 3 ? 0 : typed.length < 7 ? 1 : 2;
  const found = new Set();
  for (const word of vocabulary)
    if (similar ? distance(typed, word, most) <= most : word.includes(typed)) for (const id of where.get(word)) found.add(id);
  return found;
}

function common(sets) {
  const [least, ...rest] = [...sets].sort((a, b) => a.size - b.size);
  return [...least].filter((id) => rest.every((set) => set.has(id)));
}

// Ids of the nodes whose names hold each word typed, best first: the very name, names that begin so, the most tied.
function search(text) {
  const typed = plainWords(text.slice(0, 200)).slice(0, 12);
  if (!typed.length) return [];
  const exact = typed.map((word) => holding(word, false));
  let found = common(exact);
  if (!found.length) found = common(typed.map((word, i) => new Set([...exact[i], ...holding(word, true)])));
  const whole = typed.join(" ");
  const ranks = [(key) => key === whole, (key) => key.startsWith(`${whole} `), (key) => ` ${key} `.includes(` ${whole} `), (key) => ` ${key}`.includes(` ${whole}`), () => true];
  const rank = (id) => ranks.findIndex((test) => names().keys[id].some(test));
  return found.map((id) => [rank(id), rankOf[id], id]).sort((a, b) => a[0] - b[0] || a[1] - b[1]).map(([, , id]) => id);
}
