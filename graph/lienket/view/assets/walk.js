// Walking along lines: who is near whom, and the way from one to the other.

// Nodes at most `hops` lines from `start` along lines that `open` lets through, the near and most tied first, at most `most`.
function around(start, hops, most, open) {
  const level = new Map([[start, 0]]);
  let edge = [start];
  for (let hop = 1; hop <= hops && level.size < most; hop++) {
    const next = new Set();
    for (const id of edge)
      for (const line of linesOf(id)) if (open(line) && !level.has(otherEnd(line, id))) next.add(otherEnd(line, id));
    edge = [...next].sort((a, b) => rankOf[a] - rankOf[b]).slice(0, most - level.size);
    for (const id of edge) level.set(id, hop);
  }
  return [...level.keys()];
}

// The shortest way from `one` to `other`, over those with the fewest ties where several are as short: they tell more.
function shortest(one, other, open) {
  const level = new Map([[one, 0]]);
  let edge = [one];
  while (edge.length && !level.has(other)) {
    const next = [];
    for (const id of edge)
      for (const line of linesOf(id)) {
        const far = otherEnd(line, id);
        if (open(line) && !level.has(far)) { level.set(far, level.get(id) + 1); next.push(far); }
      }
    edge = next;
  }
  if (!level.has(other)) return [];
  const way = [other];
  while (way[0] !== one) {
    const nearer = [...linesOf(way[0])].filter(open).map((line) => otherEnd(line, way[0]))
      .filter((id) => level.get(id) === level.get(way[0]) - 1);
    way.unshift(nearer.reduce((best, id) => (reach(id) < reach(best) || (reach(id) === reach(best) && id < best) ? id : best)));
  }
  return way;
}
