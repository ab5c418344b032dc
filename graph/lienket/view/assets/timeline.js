// The time slider: the months in which ties are attested, and the part of them that is shown.

const timeline = (() => {
  const dated = ties.time.filter(Boolean);
  const [from, until] = [byId("since"), byId("until")];
  // A few dates far off, long past or misread, would press all others together: they lie at the ends.
  const sorted = Float64Array.from(dated.flat()).sort();
  const [first, last] = [sorted[Math.floor(sorted.length / 200)], sorted[Math.ceil(sorted.length * (199 / 200)) - 1]];
  const step = Math.max(1, Math.ceil((last - first + 1) / 240)); // months for a step of the slider
  const steps = Math.floor((last - first) / step);
  let playing = 0;

  const monthAt = (position, end) => Math.min(first + Number(position) * step + (end ? step - 1 : 0), last);
  const positionOf = (month) => Math.min(Math.max(Math.floor((month - first) / step), 0), steps);

  function text() {
    if (!timed()) return say("time-all", { first: monthText(first), last: monthText(last) });
    return say("time-part", { first: monthText(state.since ?? first), last: monthText(state.until ?? last) });
  }

  function moved() {
    const [begin, end] = [Math.min(Number(from.value), Number(until.value)), Math.max(Number(from.value), Number(until.value))];
    change({ since: begin === 0 ? null : monthAt(begin, false), until: end === steps ? null : monthAt(end, true) });
  }

  function bars() {
    const count = new Uint32Array(steps + 1);
    for (const [begin, end] of dated) if (end - begin < 24) count[positionOf(begin)]++;
    const most = Math.max(1, ...count);
    const path = [...count].map((many, at) => (many ? `M${at} 20v${-Math.max(1, (20 * Math.sqrt(many)) / Math.sqrt(most)).toFixed(1)}h.8v20h-.8z` : "")).join("");
    const picture = byId("bars");
    picture.setAttribute("viewBox", `0 0 ${steps + 1} 20`);
    picture.append(svg("path", { d: path }));
  }

  function stop() {
    clearInterval(playing);
    playing = 0;
    byId("play").textContent = "▶";
    byId("play").setAttribute("aria-label", say("play"));
  }

  // Let the end of the part run on to the last month; from the first, where it is there already.
  function play() {
    if (playing) { stop(); return; }
    if (Number(until.value) >= steps) until.value = from.value;
    byId("play").textContent = "⏸";
    byId("play").setAttribute("aria-label", say("pause"));
    const stride = Math.max(1, Math.round(steps / 60));
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    playing = setInterval(() => {
      until.value = Math.min(steps, Number(until.value) + stride);
      moved();
      if (Number(until.value) >= steps) stop();
    }, calm ? 1000 : 300);
  }

  return {
    make() {
      if (!dated.length || first === last) { byId("timeline").hidden = true; return; }
      for (const slider of [from, until]) { slider.max = steps; slider.addEventListener("input", () => { stop(); moved(); }); }
      byId("play").addEventListener("click", play);
      byId("undated").addEventListener("change", ({ target }) => change({ undated: target.checked }));
      byId("undated-count").textContent = say("undated-ties", { count: number(ties.time.length - dated.length) });
      stop();
      bars();
    },
    show() {
      if (byId("timeline").hidden) return;
      from.value = state.since === null ? 0 : positionOf(state.since);
      until.value = state.until === null ? steps : positionOf(state.until);
      from.setAttribute("aria-valuetext", monthText(state.since ?? first));
      until.setAttribute("aria-valuetext", monthText(state.until ?? last));
      byId("undated").checked = state.undated;
      byId("time").textContent = text();
    },
  };
})();
