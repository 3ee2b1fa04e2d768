// ---- the map: outlines of countries, a point for each place with events, its area in proportion to the toll

const MAP = { home: null, box: null };

function outline() {
  const lines = OUTLINES.lines.map((line) => {
    const points = [];
    for (let i = 0, x = 0, y = 0; i < line.length; i += 2) points.push([(x += line[i]), -(y += line[i + 1])]);
    return points;
  });
  return OUTLINES.rings.map((ring) => "M" + ring.flatMap((n) => (n < 0 ? [...lines[~n]].reverse() : lines[n])).map(([x, y]) => `${x} ${y}`).join("L") + "Z").join("");
}

// The events of one place are one point; `near` are those of which no more than the region is known.
function places(events) {
  const found = new Map();
  for (const event of events) {
    if (event.place?.lat == null) continue;
    const key = `${event.place.lat},${event.place.lon}`;
    const place = found.get(key) ?? { ...event.place, events: [], killed: 0 };
    place.events.push(event);
    if (event.scope === "incident" && !event.outside) place.killed += event.tolls?.killed?.best ?? 0;
    found.set(key, place);
  }
  return [...found.values()].sort((a, b) => b.killed - a.killed);
}

const coarse = (place) => ["region", "country", "district"].includes(place.precision) || ["region", "country", "area"].includes(place.kind);

function map(events) {
  const points = places(events);
  if (!points.length) return null;
  const scale = OUTLINES.scale, highest = points.reduce((most, place) => Math.max(most, place.killed), 1);
  const image = drawing("svg", { class: "map", role: "group", tabindex: "0", "aria-label": `${label("map")}. ${label("mapHelp")}`, preserveAspectRatio: "xMidYMid meet", xmlns: "http://www.w3.org/2000/svg" },
    drawing("path", { d: outline(), class: "land" }));
  const marks = points.map((place) => {
    const names = place.events.slice(0, 4).map((event) => event.title).join(" · ");
    const shape = drawing("circle", { cx: place.lon * scale, cy: -place.lat * scale, class: coarse(place) ? "ring" : "point", "data-size": Math.sqrt(place.killed / highest) });
    const where = `${plain(place.name ?? label("unknownPlace"))}: ${counted("events", place.events.length)}, ${number.format(place.killed)} ${term("killed")}`;
    return drawing("a", { href: place.events.length === 1 ? link("event", place.events[0].id) : link("place", place.name ?? ""), "aria-label": where }, tip(shape, `${where}\n${plain(names)}`));
  });
  image.append(...marks);
  MAP.home = bounds(points, scale);
  MAP.box = { ...MAP.home };
  show(image);
  moved(image);
  return element("figure", { class: "mapped" }, image,
    element("div", { class: "tools" }, ...[["zoomIn", "+", 0.6], ["zoomOut", "−", 1 / 0.6], ["whole", "0", 0]].map(([name, sign, factor]) =>
      element("button", { type: "button", "aria-label": `${label(name)} ${sign}`, onclick: () => { zoom(image, factor); } }, sign))),
    element("figcaption", {}, `${label("mapHelp")} ${label("natural")} ${label("asReported")}.`));
}

function bounds(points, scale) {
  const xs = points.map((place) => place.lon * scale), ys = points.map((place) => -place.lat * scale);
  const [west, east, north, south] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const width = Math.max(east - west, 4 * scale) * 1.3, height = Math.max(south - north, 3 * scale) * 1.3;
  return { x: (west + east - width) / 2, y: (north + south - height) / 2, width, height };
}

// Points keep their size on the screen whatever the zoom.
function show(image) {
  const { x, y, width, height } = MAP.box;
  image.setAttribute("viewBox", `${x} ${y} ${width} ${height}`);
  const unit = Math.max(width / 720, height / 400);
  for (const circle of image.querySelectorAll("circle")) circle.setAttribute("r", (4 + 18 * circle.dataset.size) * unit);
}

function zoom(image, factor, at = { x: 0.5, y: 0.5 }) {
  if (!factor) MAP.box = { ...MAP.home };
  else {
    const { x, y, width, height } = MAP.box;
    if (width * factor < 5 || width * factor > 40000) return;
    MAP.box = { x: x + width * (1 - factor) * at.x, y: y + height * (1 - factor) * at.y, width: width * factor, height: height * factor };
  }
  show(image);
}

function pan(image, dx, dy) {
  MAP.box.x += dx * MAP.box.width;
  MAP.box.y += dy * MAP.box.height;
  show(image);
}

function moved(image) {
  let from = null;
  const share = (event) => { const box = image.getBoundingClientRect(); return { x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height }; };
  image.addEventListener("wheel", (event) => { event.preventDefault(); zoom(image, event.deltaY > 0 ? 1.25 : 0.8, share(event)); }, { passive: false });
  image.addEventListener("pointerdown", (event) => { from = share(event); });
  image.addEventListener("pointermove", (event) => {
    if (!from || !event.buttons) return;
    const to = share(event);
    pan(image, from.x - to.x, from.y - to.y);
    from = to;
  });
  addEventListener("pointerup", () => { from = null; });
  image.addEventListener("keydown", (event) => {
    const step = { ArrowLeft: [-0.15, 0], ArrowRight: [0.15, 0], ArrowUp: [0, -0.15], ArrowDown: [0, 0.15] }[event.key];
    const factor = { "+": 0.6, "=": 0.6, "-": 1 / 0.6, 0: 0 }[event.key];
    if (!step && factor === undefined) return;
    event.preventDefault();
    if (step) pan(image, ...step);
    else zoom(image, factor);
  });
}
