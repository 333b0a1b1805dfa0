"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const parts = data.parts.map(id => document.getElementById(id));
  const last = data.steps.length - 1;
  const $ = id => document.getElementById(id);
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  let shown = -1, state = [], timer = 0, playing = false, motion = 0;

  // what every part shows after step k: the first state, changed by each step
  const stateAt = k => {
    const from = k >= shown && shown >= 0 ? shown + 1 : 0;
    const next = from ? state.slice() : [];
    for (let s = from; s <= k; s++) {
      const changes = data.steps[s].c;
      for (let i = 0; i < changes.length; i += 2) next[changes[i]] = changes[i + 1];
    }
    return next;
  };

  const show = (k, moving) => {
    k = Math.max(0, Math.min(last, k));
    const next = stateAt(k);
    parts.forEach((part, i) => {
      if (next[i] !== state[i]) part.innerHTML = data.variants[next[i]];
    });
    state = next;
    shown = k;
    const step = data.steps[k];
    document.querySelectorAll("tr.work").forEach(row => row.classList.remove("work"));
    if (step.n !== undefined) {
      const row = $("row" + step.n);
      if (row) row.classList.add("work");
    }
    $("scrub").value = k;
    $("scrub").setAttribute("aria-valuetext", label(k));
    $("position").textContent = label(k);
    $("first").disabled = $("back").disabled = k === 0;
    $("forward").disabled = $("end").disabled = k === last;
    follow(step);
    cancelAnimationFrame(motion);
    if (moving && !still.matches && step.e) travel(step.e);
  };

  const label = k => "step " + (data.first + k) + " of " + data.length;

  // brings the card at work into view, where the graph is wider than the page
  const follow = step => {
    const card = step.p && $(step.p), box = $("graph-box");
    if (!card || box.scrollWidth <= box.clientWidth) return;
    const c = card.getBoundingClientRect(), b = box.getBoundingClientRect();
    if (c.left < b.left + 20 || c.right > b.right - 20)
      box.scrollBy({left: c.left + c.width / 2 - b.left - b.width / 2, behavior: still.matches ? "auto" : "smooth"});
  };

  // the share travels back along its edge to where it rests
  const travel = id => {
    const edge = $(id), dot = document.querySelector("#moving .dot");
    const path = edge && edge.querySelector("path");
    if (!path || !dot) return;
    const length = path.getTotalLength(), box = dot.getBBox();
    const rest = {x: box.x + box.width / 2, y: box.y + box.height / 2};
    let stop = 0, nearest = Infinity;
    for (let i = 0; i <= 60; i++) {
      const p = path.getPointAtLength(length * i / 60);
      const d = Math.hypot(p.x - rest.x, p.y - rest.y);
      if (d < nearest) { nearest = d; stop = i / 60; }
    }
    const begin = performance.now();
    const frame = now => {
      const t = Math.min(1, (now - begin) / 420), ease = t * t * (3 - 2 * t);
      const p = path.getPointAtLength(length * (1 + (stop - 1) * ease));
      dot.setAttribute("transform", t < 1 ? `translate(${p.x - rest.x} ${p.y - rest.y})` : "");
      if (t < 1) motion = requestAnimationFrame(frame);
    };
    motion = requestAnimationFrame(frame);
  };

  const pause = () => {
    playing = false;
    clearTimeout(timer);
    $("play").setAttribute("aria-label", "Play");
    $("play").classList.remove("playing");
    $("play-icon").setAttribute("d", "M4 2l9 6-9 6z");
  };
  const tick = () => {
    if (shown >= last) { pause(); return; }
    show(shown + 1, true);
    timer = setTimeout(tick, 1000 / $("speed").value);
  };
  const play = () => {
    if (shown >= last) show(0, false);
    playing = true;
    $("play").setAttribute("aria-label", "Pause");
    $("play-icon").setAttribute("d", "M4 2h3v12H4zM9 2h3v12H9z");
    timer = setTimeout(tick, 250);
  };
  const toggle = () => playing ? pause() : play();
  const go = (k, moving) => { pause(); show(k, moving); };

  $("play").onclick = toggle;
  $("first").onclick = () => go(0, false);
  $("back").onclick = () => go(shown - 1, false);
  $("forward").onclick = () => go(shown + 1, true);
  $("end").onclick = () => go(last, false);
  $("scrub").max = last;
  $("scrub").oninput = () => go(Number($("scrub").value), false);
  addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const at = event.target.tagName;
    const act = {
      ArrowRight: () => go(shown + 1, true), ArrowLeft: () => go(shown - 1, false),
      Home: () => go(0, false), End: () => go(last, false), " ": toggle
    }[event.key];
    if (!act || at === "SELECT" || event.key === " " && at === "BUTTON") return;
    event.preventDefault();
    act();
  });
  const theme = $("theme");
  if (theme) theme.onclick = () => {
    const root = document.documentElement, system = matchMedia("(prefers-color-scheme: dark)").matches;
    const now = root.dataset.theme || (system ? "dark" : "light");
    root.dataset.theme = now === "dark" ? "light" : "dark";
  };
  show(0, false);
  document.querySelector("main").classList.remove("starting");
})();
