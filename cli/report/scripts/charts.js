// ---- charts: linear axes with ticks, a source line, and downloads of each as SVG, PNG and CSV

const DAY = 86400000;
const WIDE = { width: 720, left: 56, right: 16, top: 36, bottom: 64 };

// Round steps from 0 to the highest value: 1, 2 or 5 times a power of ten.
function ticks(highest, wanted = 5) {
  const rough = Math.max(highest, 1) / wanted, power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, [1, 2, 5, 10].map((n) => n * power).find((n) => n >= rough));
  return Array.from({ length: Math.ceil(Math.max(highest, 1) / step) + 1 }, (_, i) => i * step);
}

// From a value to its height: in proportion, or by powers of ten where that was chosen.
function scaled(highest, height, logarithmic) {
  if (!logarithmic) {
    const marks = ticks(highest), top = marks.at(-1);
    return { marks, at: (value) => (value / top) * height };
  }
  const powers = Math.ceil(Math.log10(Math.max(highest, 10)));
  const marks = [0, ...Array.from({ length: powers + 1 }, (_, i) => 10 ** i)];
  return { marks, at: (value) => (value < 1 ? 0 : ((Math.log10(value) + 0.3) / (powers + 0.3)) * height) };
}

// A figure: the drawing, its title and source line inside it, so that they go where it goes.
function figure({ title, note, width = WIDE.width, height, parts, heads, rows, file, kind = "", controls = [] }) {
  const source = `${label("name")} · ${note ?? label("withText")} · ${label("asReported")} · ${label("madeOn")} ${day(MADE)}`;
  const image = drawing("svg", { viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": plain(title), direction: "ltr", class: "chart", xmlns: "http://www.w3.org/2000/svg" },
    drawing("text", { x: RTL ? width - 8 : 8, y: 18, class: "title", direction: RTL ? "rtl" : "ltr" }, plain(title)),
    ...parts,
    drawing("text", { x: RTL ? width - 8 : 8, y: height - 8, class: "dim", direction: RTL ? "rtl" : "ltr" }, plain(source)));
  if (image.querySelector("a")) image.setAttribute("role", "group"); // an image may hold no links
  const name = plain(file).replace(/[^\p{L}\p{N}_-]+/gu, "-");
  return element("figure", { class: kind }, image,
    element("div", { class: "tools" }, controls,
      element("button", { type: "button", onclick: () => save(name + ".svg", new Blob([standalone(image)], { type: "image/svg+xml" })) }, label("svg")),
      element("button", { type: "button", onclick: () => savePng(image, name) }, label("png")),
      element("button", { type: "button", onclick: () => save(name + ".csv", new Blob([csv(heads, rows)], { type: "text/csv" })) }, label("csv"))),
    opened(label("data"), () => table(plain(title), heads, rows.map((row) => row.map((value) => isolated(value ?? ""))))));
}

// What is made when it is first opened: the figures of a chart of thousands would else take longer than all the rest.
function opened(summary, make) {
  const held = element("details", { ontoggle: () => { if (held.open && held.childElementCount === 1) held.append(make()); } }, element("summary", {}, summary));
  return held;
}

// The drawing with the colours it has now: outside this page no style sheet gives them.
function standalone(image) {
  const copy = image.cloneNode(true);
  const box = image.viewBox.baseVal, ground = getComputedStyle(document.body).backgroundColor;
  const [from, to] = [[image, ...image.querySelectorAll("*")], [copy, ...copy.querySelectorAll("*")]];
  from.forEach((one, i) => {
    const style = getComputedStyle(one);
    for (const name of ["fill", "stroke", "stroke-width", "font-family", "font-size", "font-weight", "text-anchor", "stroke-dasharray", "opacity", "fill-opacity"]) {
      to[i].setAttribute(name, style.getPropertyValue(name));
    }
  });
  copy.setAttribute("width", box.width);
  copy.setAttribute("height", box.height);
  copy.prepend(drawing("rect", { x: box.x, y: box.y, width: box.width, height: box.height, fill: ground }));
  return new XMLSerializer().serializeToString(copy);
}

function savePng(image, name) {
  const box = image.viewBox.baseVal, picture = new Image(), scale = 2;
  picture.onload = () => {
    const canvas = element("canvas", { width: box.width * scale, height: box.height * scale });
    canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
    canvas.toBlob((blob) => save(name + ".png", blob), "image/png");
  };
  picture.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(standalone(image));
}

const tip = (shape, text) => { shape.prepend(drawing("title", {}, plain(text))); return shape; };

function axis(scale, width, bottom) {
  return scale.marks.flatMap((mark) => {
    const y = bottom - scale.at(mark);
    return [drawing("line", { x1: WIDE.left, y1: y, x2: width - WIDE.right, y2: y, class: mark ? "grid" : "axis" }),
      drawing("text", { x: WIDE.left - 6, y: y + 4, "text-anchor": "end", class: "dim" }, number.format(mark))];
  });
}

// Columns along time: [day or month or year, value] with an axis; the values of one time are put together by `combined`.
function columns({ title, kind, told, combined = (a, b) => a + b, heads, file, note, logarithmic = false, controls }) {
  if (!told.length) return null;
  const days = told.map(([when]) => when).sort();
  const span = (Date.parse(days.at(-1)) - Date.parse(days[0])) / DAY;
  const length = span <= 120 ? 10 : span <= 4000 ? 7 : 4;
  const names = steps(days[0], days.at(-1), length), values = new Map();
  for (const [when, value] of told) {
    const name = when.slice(0, length);
    values.set(name, values.has(name) ? combined(values.get(name), value) : value);
  }
  const height = 240, bottom = height - WIDE.bottom, room = WIDE.width - WIDE.left - WIDE.right;
  const highest = [...values.values()].reduce((a, b) => Math.max(a, b), 0);
  const scale = scaled(highest, bottom - WIDE.top, logarithmic), step = Math.min(40, room / names.length), every = Math.ceil(names.length / 7);
  const shapes = names.flatMap((name, i) => {
    const value = values.get(name), x = WIDE.left + i * step;
    return [
      value && tip(drawing("rect", { x, y: bottom - scale.at(value), width: Math.max(1, step - 1), height: scale.at(value), class: "column", "data-value": value }), `${name}: ${number.format(value)}`),
      i % every ? null : drawing("text", { x, y: bottom + 16, class: "dim" }, name),
    ];
  });
  return figure({ title, note, kind, height, file, heads, rows: names.filter((name) => values.has(name)).map((name) => [name, values.get(name)]), controls, parts: [...axis(scale, WIDE.width, bottom), ...shapes] });
}

function steps(first, last, length) {
  const names = [], at = new Date(first.slice(0, length).padEnd(10, "-01").slice(0, 10)), end = Date.parse(last);
  while (+at <= end) { // by time: what is after 9999-12-31 is written with a plus, and would come before it
    names.push(at.toISOString().slice(0, length));
    if (length === 10) at.setUTCDate(at.getUTCDate() + 1);
    else if (length === 7) at.setUTCMonth(at.getUTCMonth() + 1);
    else at.setUTCFullYear(at.getUTCFullYear() + 1);
  }
  return names;
}

// Names with a number each, the highest first.
function bars({ title, kind, values, heads, file, href }) {
  const top = values.slice(0, 12);
  if (!top.length) return null;
  const names = 300, right = 60, height = WIDE.top + top.length * 24 + 48, bottom = height - 44;
  const room = WIDE.width - names - right, marks = ticks(top[0][1]), most = marks.at(-1);
  const lines = marks.map((mark) => {
    const x = names + (mark / most) * room;
    return [drawing("line", { x1: x, y1: WIDE.top - 6, x2: x, y2: bottom, class: mark ? "grid" : "axis" }), drawing("text", { x, y: bottom + 14, class: "dim", "text-anchor": "middle" }, number.format(mark))];
  });
  const rows = top.map(([name, value], i) => {
    const y = WIDE.top + i * 24, width = (value / most) * room;
    const shapes = [drawing("rect", { x: names, y, width, height: 16, class: "column", "data-value": value }),
      drawing("text", { x: names - 8, y: y + 13, direction: "rtl", "text-anchor": "start" }, plain(name).slice(0, 40)),
      drawing("text", { x: names + width + 6, y: y + 13, class: "dim" }, number.format(value))];
    return href ? drawing("a", { href: href(name) }, ...shapes) : drawing("g", {}, ...shapes);
  });
  return figure({ title, kind, height, file, heads, rows: values, parts: [...lines.flat(), ...rows] });
}
