"use strict";
// Elements are made from data, never from markup: what an article holds is only ever text.
const ARTICLES = JSON.parse(document.getElementById("data").textContent);
// How each kind is shown, as it says itself: its label, its style, its figures. Those of different values filter.
const SHOWN = JSON.parse(document.getElementById("shown").textContent);
const ASKED = Object.entries(SHOWN).flatMap(([kind, { tallies }]) => tallies.filter((tally) => tally.asked).map((tally) => ({ ...tally, kind, id: "by-" + kind })));
const KINDS = [...new Set(ARTICLES.flatMap((article) => Object.keys(article.facts)))];
const PAGE = 100; // articles added to the index at a time
const CONTROLS = /([\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069])/;
const $ = (id) => document.getElementById(id);
const state = { shown: [], listed: 0, current: null };

function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else if (value !== null && value !== undefined && value !== false) made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return made;
}

// Text as nodes; marks of direction and controls are shown, so that they change nothing.
function words(text) {
  return String(text).split(CONTROLS).filter((part) => part).map((part) =>
    CONTROLS.test(part)
      ? element("span", { class: "control" }, "U+" + part.codePointAt(0).toString(16).toUpperCase().padStart(4, "0"))
      : part);
}

const label = (kind) => SHOWN[kind].label || kind;
const style = (kind) => SHOWN[kind].style;
const nameOf = (article) => [article.source, article.id].filter(Boolean).join(":");
const titleOf = (article) => article.title || nameOf(article);
const facts = (article, kind) => article.facts[kind] ?? [];
const checked = () => new Set([...document.querySelectorAll("#kinds input:checked")].map((box) => box.value));
const folded = (text) => (text ?? "").toLowerCase().replace(/[\u0640\u064b-\u065f\u0670]/g, "").replace(/[أإآٱ]/g, "ا").replace(/ى/g, "ي").replace(/ة/g, "ه");

// ---- filters

function count(values) {
  const counts = new Map();
  for (const value of values) if (value) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}

const values = (articles, { kind, field, where }) => count(articles.flatMap((article) => facts(article, kind).filter((fact) => !where || fact[where]).map((fact) => fact[field])));

function inDates(article, from, to) {
  if (!from && !to) return true;
  const days = article.published ? [[article.published, article.published]]
    : facts(article, "dates").filter((fact) => fact.from).map((fact) => [fact.from, fact.to ?? fact.from]);
  return days.some(([first, last]) => (!from || last >= from) && (!to || first <= to));
}

function holds(article, { kind, field }, value) {
  const mentioned = SHOWN[kind].mentions === field; // then the text of a fact is the same thing in other words
  return !value || facts(article, kind).some((fact) => folded(fact[field]).includes(value) || (mentioned && folded(fact.text).includes(value)));
}

function matches(article) {
  const kinds = checked(), search = folded($("search").value);
  return (kinds.size === KINDS.length || [...kinds].some((kind) => facts(article, kind).length))
    && ASKED.every((asked) => holds(article, asked, folded($(asked.id).value)))
    && (!search || folded(article.title + "\n" + article.text).includes(search))
    && inDates(article, $("from").value, $("to").value);
}

function filter() {
  state.shown = ARTICLES.filter(matches);
  state.listed = 0;
  $("index").replaceChildren();
  list();
  $("count").textContent = `${state.shown.length} من ${ARTICLES.length} مقالة`;
  charts();
  if (state.current) read(state.current);
}

function list() {
  const next = state.shown.slice(state.listed, state.listed + PAGE);
  $("index").append(...next.map((article) => {
    const about = [article.published, ...KINDS.map((kind) => facts(article, kind).length && `${label(kind)} ${facts(article, kind).length}`)].filter(Boolean);
    const current = article === state.current ? "page" : null;
    return element("li", {}, element("a", { href: "#" + ARTICLES.indexOf(article), "aria-current": current },
      element("bdi", {}, words(titleOf(article))), element("small", {}, about.join(" · "))));
  }));
  state.listed += next.length;
  $("more").hidden = state.listed >= state.shown.length;
}

// ---- one article

// Offsets count code points, strings here UTF-16 units.
function unitsOf(text) {
  if (!/[\ud800-\udfff]/.test(text)) return (offset) => offset;
  const units = [0];
  for (const character of text) units.push(units.at(-1) + character.length);
  return (offset) => units[offset];
}

function highlighted(article) {
  const kinds = checked(), units = unitsOf(article.text);
  const all = KINDS.filter((kind) => kinds.has(kind)).flatMap((kind) => facts(article, kind).map((fact, number) => ({ kind, fact, number })))
    .map((told) => ({ ...told, start: units(told.fact.start), end: units(told.fact.end) }))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const edges = [...new Set([0, article.text.length, ...all.flatMap((told) => [told.start, told.end])])].sort((a, b) => a - b);
  const root = element("div", { class: "text", dir: "auto" });
  let open = [], next = 0; // facts that are open, outermost first, each with its element
  for (let i = 0; i + 1 < edges.length; i++) {
    const [start, end] = [edges[i], edges[i + 1]];
    const kept = open.findIndex(({ told }) => told.end <= start);
    const reopened = kept < 0 ? [] : open.slice(kept).map(({ told }) => told).filter((told) => told.end > start);
    if (kept >= 0) open = open.slice(0, kept);
    while (next < all.length && all[next].start === start) reopened.push(all[next++]);
    for (const told of reopened) {
      const mark = element("mark", { class: style(told.kind), tabindex: "0", role: "button", "data-kind": told.kind, "data-number": told.number });
      (open.at(-1)?.mark ?? root).append(mark);
      open.push({ told, mark });
    }
    (open.at(-1)?.mark ?? root).append(...words(article.text.slice(start, end)));
  }
  return root;
}

function described(kind, fact) {
  const fields = Object.entries(fact).filter(([name, value]) => value !== null && value !== false && !["start", "end", "text"].includes(name));
  const copy = element("button", { type: "button", class: "copy", onclick: () => copied(copy, fact) }, "نسخ JSON");
  return element("div", { class: "fact " + style(kind), "data-kind": kind }, element("strong", {}, label(kind)), " ", element("bdi", {}, words(fact.text)),
    element("dl", {}, fields.flatMap(([name, value]) => [element("dt", {}, name), element("dd", {}, words(value === true ? "✓" : value))])), copy);
}

async function copied(button, fact) {
  const json = JSON.stringify(fact);
  try {
    await navigator.clipboard.writeText(json);
  } catch {
    const field = element("textarea", { readonly: true });
    field.value = json;
    button.after(field);
    field.select();
    document.execCommand("copy");
    field.remove();
  }
  button.textContent = "نُسخ";
  setTimeout(() => { button.textContent = "نسخ JSON"; }, 1500);
}

function read(article) {
  state.current = article;
  document.body.classList.toggle("reading", Boolean(article));
  hide();
  for (const link of document.querySelectorAll("#index a")) {
    if (article && link.hash === "#" + ARTICLES.indexOf(article)) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  $("article").hidden = !article;
  if (!article) return $("article").replaceChildren();
  const kinds = KINDS.filter((kind) => checked().has(kind) && facts(article, kind).length);
  $("article").replaceChildren(
    element("a", { id: "back", href: "#" }, "المقالات"),
    element("h2", {}, element("bdi", {}, words(titleOf(article)))),
    element("p", { class: "about" }, element("bdi", {}, words([article.title && nameOf(article), article.published].filter(Boolean).join(" · ")))),
    highlighted(article),
    ...tallied("Days").map((tally) => days([article], tally)),
    ...kinds.flatMap((kind) => [element("h3", { class: style(kind) }, `${label(kind)} (${facts(article, kind).length})`),
      element("div", { class: "facts" }, facts(article, kind).map((fact) => described(kind, fact)))]));
}

// ---- the card of a fact, and of those around it

function show(mark) {
  const shown = [];
  for (let at = mark; at && at.matches("mark"); at = at.parentElement.closest("mark")) {
    shown.push(described(at.dataset.kind, facts(state.current, at.dataset.kind)[at.dataset.number]));
  }
  hide();
  const { kind, number } = mark.dataset;
  for (const part of document.querySelectorAll(`mark[data-kind="${kind}"][data-number="${number}"]`)) part.classList.add("lit");
  const card = $("card"), box = mark.getClientRects()[0];
  card.replaceChildren(...shown);
  card.hidden = false;
  const left = Math.min(Math.max(8, box.right - card.offsetWidth), document.documentElement.clientWidth - card.offsetWidth - 8);
  card.style.left = `${left + scrollX}px`;
  card.style.top = `${box.bottom + scrollY + 4}px`;
}

function hide() {
  $("card").hidden = true;
  for (const mark of document.querySelectorAll("mark.lit")) mark.classList.remove("lit");
}

// ---- charts

function drawing(name, attributes, ...children) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

const chart = (title, kind, width, height, ...parts) => element("figure", { class: style(kind), "data-kind": kind }, element("h3", {}, title),
  drawing("svg", { viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": title, direction: "ltr" }, ...parts));
const tip = (shape, text) => { shape.append(drawing("title", {}, text)); return shape; };

const DAY = 86400000, FAR = 50; // years from the middle date beyond which a date would only squeeze the others

const tallied = (type) => KINDS.flatMap((kind) => SHOWN[kind].tallies.filter((tally) => tally.type === type && tally.title).map((tally) => ({ ...tally, kind })));

// The resolved dates, by day, month or year as there is room.
function days(articles, { kind, title }) {
  const days = articles.flatMap((article) => facts(article, kind)).filter((fact) => fact.from && year(fact.to ?? fact.from) - year(fact.from) <= 1)
    .map((fact) => fact.from).sort();
  const middle = year(days[days.length >> 1] ?? "0");
  const near = days.filter((day) => Math.abs(year(day) - middle) <= FAR);
  return columns(title, kind, near.map((day) => [day, 1]), (a, b) => a + b, (value) => value);
}

// The highest single count of a type that the articles of a time tell.
function highest(articles, { kind, name, title }) {
  const told = articles.filter((one) => one.published).flatMap((article) => facts(article, kind)
    .filter((fact) => fact.type === name).map((fact) => [article.published, fact.max ?? fact.min ?? 0]));
  return columns(title, kind, told, Math.max, Math.log1p);
}

const year = (day) => +day.slice(0, 4);

// Columns along time, one for each day, month or year from the first to the last, empty ones too.
function columns(title, kind, told, combined, scale) {
  if (!told.length) return null;
  const days = told.map(([day]) => day).sort();
  const span = (Date.parse(days.at(-1)) - Date.parse(days[0])) / DAY;
  const length = span <= 120 ? 10 : span <= 4000 ? 7 : 4;
  const names = steps(days[0], days.at(-1), length);
  const values = new Map();
  for (const [day, value] of told) {
    const name = day.slice(0, length);
    values.set(name, values.has(name) ? combined(values.get(name), value) : value);
  }
  const peak = [...values.values()].reduce((a, b) => Math.max(a, b));
  const step = Math.min(40, 620 / names.length), every = Math.ceil(names.length / 7);
  const shapes = names.flatMap((name, i) => {
    const height = values.has(name) ? Math.max(1, (scale(values.get(name)) / (scale(peak) || 1)) * 100) : 0;
    return [
      height && tip(drawing("rect", { x: i * step, y: 110 - height, width: Math.max(1, step - 1), height }), `${name}: ${values.get(name)}`),
      i % every ? null : drawing("text", { x: i * step, y: 125, class: "dim" }, name),
    ].filter(Boolean);
  });
  return chart(`${title} (${peak})`, kind, 640, 132, drawing("line", { x1: 0, y1: 110, x2: 620, y2: 110, class: "axis" }), ...shapes);
}

function steps(first, last, length) {
  const names = [], at = new Date(first.slice(0, length).padEnd(10, "-01").slice(0, 10));
  while (at.toISOString().slice(0, length) <= last.slice(0, length)) {
    names.push(at.toISOString().slice(0, length));
    if (length === 10) at.setUTCDate(at.getUTCDate() + 1);
    else if (length === 7) at.setUTCMonth(at.getUTCMonth() + 1);
    else at.setUTCFullYear(at.getUTCFullYear() + 1);
  }
  return names;
}

function different(articles, { kind, title, field, where }) {
  const top = values(articles, { kind, field, where }).slice(0, 12), input = $("by-" + kind);
  if (!top.length) return null;
  const rows = top.map(([name, number], i) => {
    const width = Math.max(2, (number / top[0][1]) * 250);
    const text = drawing("text", { x: 370, y: i * 22 + 15, direction: "rtl", "text-anchor": "start", "unicode-bidi": "isolate" },
      words(name).map((part) => part.textContent ?? part).join("").slice(0, 48));
    const link = drawing("a", { href: "#", role: "button", tabindex: 0 }, drawing("rect", { x: 380, y: i * 22 + 2, width, height: 16 }), text,
      drawing("text", { x: 386 + width, y: i * 22 + 15, class: "dim" }, String(number)));
    link.addEventListener("click", (event) => { event.preventDefault(); if (input) { input.value = name; filter(); } });
    return link;
  });
  return chart(title, kind, 680, top.length * 22, ...rows);
}

function charts() {
  const shown = state.shown;
  $("charts").replaceChildren(...[
    ...tallied("Days").map((tally) => days(shown, tally)),
    ...tallied("Highest").map((tally) => highest(shown, tally)),
    ...tallied("Different").map((tally) => different(shown, tally)),
  ].filter(Boolean));
}

// ---- start

const later = (act, wait) => { let timer; return () => { clearTimeout(timer); timer = setTimeout(act, wait); }; };
const route = () => { const article = ARTICLES[location.hash.slice(1)] ?? null; read(location.hash.length > 1 ? article : null); if (article) scrollTo(0, 0); };

$("kinds").append(...KINDS.map((kind) => element("label", { class: style(kind) }, element("input", { type: "checkbox", value: kind, checked: true }), label(kind))));
$("search").parentElement.after(...ASKED.flatMap(({ id, kind, field, asked }) => [
  element("label", {}, asked, element("input", { id, list: id + "-values", autocomplete: "off" })),
  element("datalist", { id: id + "-values" }, values(ARTICLES, { kind, field }).slice(0, 500).map(([name]) => element("option", { value: name }))),
]));
$("filters").addEventListener("input", later(filter, 120));
$("filters").addEventListener("submit", (event) => event.preventDefault());
$("filters").addEventListener("reset", () => setTimeout(filter));
$("more").addEventListener("click", list);
$("article").addEventListener("focusin", (event) => { if (event.target.matches("mark")) show(event.target); });
$("article").addEventListener("mouseover", (event) => { const mark = event.target.closest("mark"); if (mark) show(mark); });
$("article").addEventListener("click", (event) => { const mark = event.target.closest("mark"); if (mark) show(mark); });
document.addEventListener("click", (event) => { if (!event.target.closest("mark, #card")) hide(); });
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") { hide(); return; }
  if (event.target.matches("mark") && (event.key === "Enter" || event.key === " ")) {
    event.preventDefault();
    show(event.target);
    $("card").querySelector("button").focus();
  }
  if (event.target.matches("input, textarea, button") || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "/") { event.preventDefault(); $("search").focus(); }
  const step = { j: 1, k: -1 }[event.key];
  const next = step && state.shown[state.shown.indexOf(state.current) + step];
  if (next) location.hash = "#" + ARTICLES.indexOf(next);
});
addEventListener("hashchange", route);
filter();
route();
