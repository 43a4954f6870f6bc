// The viewer: pages through the frames of a set of images. It keeps what it has drawn in memory only, and stores nothing.
"use strict";
(() => {
  const at = (id) => document.getElementById(id);
  const viewer = at("viewer");
  const canvas = at("canvas");
  const slider = at("slider");
  const presets = at("presets");
  const place = viewer.dataset.case;
  const buttons = Array.from(document.querySelectorAll(".ser:not(:disabled)"));

  const MOST_PIXELS = 48e6; // of pictures that are kept: about 200 MB
  const AHEAD = 3;
  const LOST = { sentence: "This image did not come. Look whether you are online, and go on to the next or back to try again.", isLost: true };
  const kept = new Map(); // address -> picture, the longest unused first

  let set = null; // what the server tells of the set that is shown
  let frames = []; // [ordinal, frame], in order
  let index = 0;
  let chosen = null; // a window, or null for the file's own
  let drawn = null; // the picture on the canvas
  let look = { zoom: 1, x: 0, y: 0 };
  let tool = window.matchMedia("(pointer: coarse)").matches ? "page" : "window";
  let isPumping = false;

  // ---- getting pictures

  function address(number) {
    const [ordinal, frame] = frames[number];
    const window_ = chosen ? `?centre=${chosen.centre}&width=${chosen.width}` : "";
    return `${place}/frames/${ordinal}/${frame}.png${window_}`;
  }

  const rest = (milliseconds) => new Promise((done) => { window.setTimeout(done, milliseconds); });

  async function ask(url) {
    for (let tries = 0; ; tries += 1) {
      const answer = await fetch(url, { headers: { "HX-Request": "true" } }).catch(() => null);
      if (answer && answer.status === 401) window.location.reload(); // the sign-in page
      if (answer && answer.status !== 503) return answer;
      if (tries === 4) return answer;
      await rest(500 * (tries + 1)); // the receiver is busy, or the line is: it is asked again, ever more slowly
    }
  }

  async function picture(url) {
    const found = kept.get(url);
    if (found) {
      kept.delete(url);
      kept.set(url, found);
      return found;
    }
    const fresh = await ask(url).then(read).catch(() => LOST);
    kept.set(url, fresh);
    forget();
    return fresh;
  }

  async function read(answer) {
    if (answer && answer.ok) {
      const facts = JSON.parse(answer.headers.get("Frame-Facts"));
      return { facts, bitmap: await createImageBitmap(await answer.blob()) };
    }
    if (answer && answer.status === 422) return { sentence: (await answer.json()).sentence };
    return LOST;
  }

  function forget() {
    const size = (one) => (one.bitmap ? one.bitmap.width * one.bitmap.height : 0);
    let pixels = Array.from(kept.values()).reduce((sum, one) => sum + size(one), 0);
    for (const [url, one] of kept) {
      if (one.isLost) kept.delete(url);
      else if (pixels > MOST_PIXELS && one !== drawn && kept.size > 2) {
        pixels -= size(one);
        kept.delete(url);
        one.bitmap?.close();
      }
    }
  }

  // One picture is asked for at a time, and always the one that is wanted by then: a quick hand skips, nothing queues up.
  async function pump() {
    if (isPumping || !frames.length) return;
    isPumping = true;
    let url = null;
    while (frames.length && url !== address(index)) {
      url = address(index);
      if (!kept.has(url)) canvas.setAttribute("aria-busy", "true");
      const next = await picture(url);
      if (frames.length && url === address(index)) show(next);
      else if (next.bitmap && chosen) show(next); // while a hand drags the window
    }
    canvas.removeAttribute("aria-busy");
    isPumping = false;
    fetchAhead(url);
  }

  async function fetchAhead(url) {
    for (let step = 1; step <= AHEAD; step += 1) {
      for (const number of [index + step, index - step]) {
        if (isPumping || !frames[index] || url !== address(index)) return;
        if (frames[number] && !kept.has(address(number))) await picture(address(number));
      }
    }
  }

  // ---- showing them

  function show(next) {
    drawn = next;
    at("said").textContent = next.sentence || "";
    if (next.facts) fillPresets();
    draw();
  }

  function draw() {
    const ratio = window.devicePixelRatio || 1;
    const box = canvas.getBoundingClientRect();
    canvas.width = Math.round(box.width * ratio);
    canvas.height = Math.round(box.height * ratio);
    const pen = canvas.getContext("2d");
    pen.clearRect(0, 0, canvas.width, canvas.height);
    if (drawn?.bitmap) {
      const { bitmap, facts } = drawn;
      const tall = bitmap.height * facts.aspect;
      const scale = fit(bitmap.width, tall) * look.zoom * ratio;
      const [width, height] = [bitmap.width * scale, tall * scale];
      pen.imageSmoothingQuality = "high";
      pen.drawImage(bitmap, (canvas.width - width) / 2 + look.x * ratio, (canvas.height - height) / 2 + look.y * ratio, width, height);
    }
    write();
  }

  function fit(width, height) {
    const box = canvas.getBoundingClientRect();
    return Math.min(box.width / width, box.height / height) || 1;
  }

  const lines = (...parts) => parts.filter(Boolean).join("\n");
  const round = (value) => Number(value.toPrecision(3)).toLocaleString("en");

  function write() {
    if (!set) return;
    const facts = drawn?.facts;
    const window_ = chosen || facts?.window;
    const zoom = facts ? Math.round(100 * fit(drawn.bitmap.width, drawn.bitmap.height * facts.aspect) * look.zoom) : 0;
    const missing = set.missing ? `${set.missing} of this set are missing` : "";
    at("who").textContent = lines(set.patient, set.born && `born ${set.born}`, `Case ${set.case}`);
    at("what").textContent = lines(set.exam, set.title, set.date, set.place);
    at("where").textContent = lines(frames.length ? `Image ${index + 1} of ${frames.length}` : "", set.slice && `Slice ${set.slice}`, missing);
    at("how").textContent = lines(facts && (window_ ? `Window ${round(window_.width)}, level ${round(window_.centre)}` : "Colour"), facts && `Zoom ${zoom.toLocaleString("en")} %`);
    canvas.setAttribute("aria-label", `${set.title}, image ${index + 1} of ${frames.length}`);
    slider.max = Math.max(1, frames.length);
    slider.value = index + 1;
    slider.hidden = frames.length < 2;
    slider.setAttribute("aria-valuetext", `Image ${index + 1} of ${frames.length}`);
  }

  // ---- windows

  const same = (one, other) => one && other && one.centre === other.centre && one.width === other.width;

  function windows() {
    const own = (drawn?.facts?.presets || []).map((one, n) => ({ ...one, name: one.name || (n ? `The file's window ${n + 1}` : "The file's window") }));
    const usual = set.windows.map(([name, centre, width]) => ({ name, centre, width }));
    return (own.length > 1 ? own : []).concat(usual).slice(0, 9);
  }

  function fillPresets() {
    const list = drawn.facts.window ? windows() : [];
    const names = list.map((one, n) => [`${one.name}, ${round(one.width)} / ${round(one.centre)}`, String(n + 1)]);
    const place_ = list.findIndex((one) => same(one, chosen)) + 1;
    const own = chosen && !place_ ? [["By hand", "hand"]] : [];
    presets.replaceChildren(...[["As the file says", ""], ...own, ...names].map(([name, value]) => new Option(name, value)));
    presets.value = place_ ? String(place_) : own.length ? "hand" : "";
    presets.disabled = !drawn.facts.window;
  }

  function choose(number) {
    if (number && !windows()[number - 1]) return;
    chosen = number ? windows()[number - 1] : null;
    pump();
  }

  // ---- moving through

  function go(number) {
    const next = Math.min(frames.length - 1, Math.max(0, number));
    if (!frames.length || next === index) return;
    index = next;
    write();
    pump();
  }

  async function open(button) {
    if (!button) return;
    buttons.forEach((other) => { if (other === button) other.setAttribute("aria-current", "true"); else other.removeAttribute("aria-current"); });
    button.scrollIntoView({ block: "nearest", inline: "nearest" });
    const answer = await ask(`${place}/sets/${button.dataset.set}`);
    if (!button.hasAttribute("aria-current")) return; // another was opened meanwhile
    if (!answer?.ok) {
      at("said").textContent = "This set of images did not come. Look whether you are online, and choose it again.";
      return;
    }
    set = await answer.json();
    frames = set.instances.flatMap(([ordinal, count]) => Array.from({ length: count }, (_, frame) => [ordinal, frame]));
    index = Math.floor((frames.length - 1) / 2);
    reset();
    at("facts").textContent = `${set.exam}, ${set.title}, ${frames.length} images`;
    window.history.replaceState(null, "", withSet(set.number));
  }

  function withSet(number) {
    const url = new URL(window.location.href);
    url.searchParams.set("set", number);
    return url;
  }

  function turn(step) {
    const now = buttons.findIndex((button) => button.hasAttribute("aria-current"));
    open(buttons[now + step]);
  }

  function reset() {
    chosen = null;
    look = { zoom: 1, x: 0, y: 0 };
    draw();
    pump();
  }

  function enlarge(factor) {
    look.zoom = Math.min(16, Math.max(0.25, look.zoom * factor));
    draw();
  }

  function take(name) {
    tool = name;
    document.querySelectorAll("[data-tool]").forEach((button) => button.setAttribute("aria-pressed", String(button.dataset.tool === name)));
  }

  // ---- hands

  let from = null; // where a drag began, and how all was then

  canvas.addEventListener("pointerdown", (event) => {
    if (!event.isPrimary) return;
    canvas.setPointerCapture(event.pointerId);
    from = { x: event.clientX, y: event.clientY, index, look: { ...look }, window: chosen || drawn?.facts?.window };
  });

  const drags = {
    page: (dx, dy) => go(from.index + Math.round(dy / Math.max(4, Math.min(24, canvas.clientHeight / Math.max(1, frames.length))))),
    window: (dx, dy) => {
      if (!from.window || Math.abs(dx) + Math.abs(dy) < 3) return;
      const step = Math.max(from.window.width, 1) / 300;
      const width = Math.min(1e6, Math.max(from.window.width / 100, from.window.width + dx * step));
      chosen = { centre: Number((from.window.centre + dy * step).toPrecision(5)), width: Number(width.toPrecision(5)) };
      write();
      pump();
    },
    zoom: (dx, dy) => { look.zoom = from.look.zoom; enlarge(Math.exp(-dy / 200)); },
    move: (dx, dy) => { look.x = from.look.x + dx; look.y = from.look.y + dy; draw(); },
  };

  canvas.addEventListener("pointermove", (event) => {
    if (from && event.isPrimary) drags[tool](event.clientX - from.x, event.clientY - from.y);
  });
  ["pointerup", "pointercancel"].forEach((name) => canvas.addEventListener(name, () => { from = null; }));
  canvas.addEventListener("dblclick", reset);

  let turned = 0;
  canvas.addEventListener("wheel", (event) => {
    event.preventDefault();
    turned += event.deltaMode ? event.deltaY * 40 : event.deltaY;
    const steps = Math.trunc(turned / 40);
    turned -= steps * 40;
    if (steps) go(index + Math.sign(steps) * (Math.abs(steps) > 3 ? 1 : Math.abs(steps)));
  }, { passive: false });

  // ---- keys

  const keys = {
    ArrowDown: () => go(index + 1), ArrowRight: () => go(index + 1), j: () => go(index + 1),
    ArrowUp: () => go(index - 1), ArrowLeft: () => go(index - 1), k: () => go(index - 1),
    PageDown: () => go(index + 10), PageUp: () => go(index - 10), Home: () => go(0), End: () => go(frames.length - 1),
    n: () => turn(1), p: () => turn(-1),
    g: () => take("page"), w: () => take("window"), z: () => take("zoom"), m: () => take("move"),
    "+": () => enlarge(1.25), "=": () => enlarge(1.25), "-": () => enlarge(0.8), r: reset,
    o: () => at("main").classList.toggle("bare"),
    c: () => at("back").click(), "?": () => at("vkeys").showModal(),
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    if (event.target.closest("input, select, dialog")) return;
    const act = /^[0-9]$/.test(event.key) && set && drawn?.facts ? () => choose(Number(event.key)) : keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });

  slider.addEventListener("input", () => go(Number(slider.value) - 1));
  presets.addEventListener("change", () => { if (presets.value !== "hand") choose(Number(presets.value)); });
  at("reset").addEventListener("click", reset);
  at("help").addEventListener("click", () => at("vkeys").showModal());
  document.querySelectorAll("[data-tool]").forEach((button) => button.addEventListener("click", () => take(button.dataset.tool)));
  buttons.forEach((button) => button.addEventListener("click", () => open(button)));
  new ResizeObserver(() => draw()).observe(at("main"));

  take(tool);
  open(buttons.find((button) => button.dataset.set === viewer.dataset.first) || buttons[0]);
})();
