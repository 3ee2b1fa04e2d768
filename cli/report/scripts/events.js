// ---- what happened: events with one toll each, as reported

const OUTCOMES = ["killed", "injured", "missing", "displaced", "detained", "abducted", "infected", "casualty"];
const told = (event) => OUTCOMES.filter((outcome) => event.tolls?.[outcome]);
const incident = (event) => event.scope === "incident" && !event.outside;
const byDay = (a, b) => (a.from ?? "9").localeCompare(b.from ?? "9");

// 15, or 15 (13–17), or ≥ 30: the best figure and between which it lies.
function toll(figures) {
  if (!figures) return "–";
  const { min, best, max } = figures;
  if (best == null) return min != null && max == null ? `≥ ${number.format(min)}` : term("vague");
  const open = max == null, shown = (open ? "≥ " : "") + number.format(best);
  return min === best && (open || max === best) ? shown : `${shown} (${number.format(min ?? 0)}–${open ? "" : number.format(max)})`;
}

const where = (event) => (event.place ? [event.place.name, event.place.region !== event.place.name && event.place.region, country(event.place.country)].filter(Boolean).join("، ") : label("unknownPlace"));
const when = (event) => (event.from ? day(event.from) + (event.to && event.to !== event.from ? ` – ${day(event.to)}` : "") : label("unknownDay"));

function sum(events, outcome) {
  const tolls = events.filter(incident).map((event) => event.tolls?.[outcome]).filter(Boolean);
  const total = (name, other) => tolls.reduce((all, one) => all + (one[name] ?? one[other] ?? 0), 0);
  return { min: total("min", "best"), best: total("best", "min"), max: total("max", "best") };
}

function totals(events) {
  const parts = ["killed", "injured"].map((outcome) => { const all = sum(events, outcome); return all.best ? `${toll(all)} ${term(outcome)}` : null; }).filter(Boolean);
  return element("p", { class: "total" }, `${label("toldOneByOne")}: `, element("strong", {}, parts.join(" · ") || "0"), ` — ${label("asReported")}`);
}

function eventRows(events, caption) {
  return table(caption, ["day", "place", "event", "killed", "injured", "articles", "status"].map((name) => (LABELS.terms[name] ? term(name) : label(name))),
    events.map((event) => [when(event), isolated(where(event)), element("a", { href: link("event", event.id) }, isolated(event.title ?? event.id)),
      toll(event.tolls?.killed), toll(event.tolls?.injured), number.format(event.articles), [...new Set(told(event).map((outcome) => term(event.tolls[outcome].status)))].join("، ")]));
}

// A stem for each event: its best figure, and a line from the least to the most that is told.
function eventTimeline(events, logarithmic) {
  const shown = events.filter((event) => event.from && event.tolls?.killed?.best != null).sort(byDay);
  if (!shown.length) return null;
  const [first, last] = [Date.parse(shown[0].from), Date.parse(shown.at(-1).from)], span = Math.max(last - first, DAY);
  const height = 300, bottom = height - WIDE.bottom, room = WIDE.width - WIDE.left - WIDE.right - 20;
  const highest = shown.reduce((most, event) => Math.max(most, event.tolls.killed.best, event.tolls.killed.max ?? 0), 0);
  const scale = scaled(highest, bottom - WIDE.top, logarithmic), x = (iso) => WIDE.left + 10 + ((Date.parse(iso) - first) / span) * room;
  // All stems are one path, and all bounds: thousands of lines would take as many elements.
  const line = (name, drawn) => drawing("path", { class: name, d: shown.map((event) => drawn(event.tolls.killed, x(event.from))).join("") });
  const stems = line("stem", ({ best }, at) => `M${at} ${bottom}V${bottom - scale.at(best)}`);
  const bounds = line("bounds", ({ min, best, max }, at) => `M${at - 4} ${bottom - scale.at(min ?? best)}V${bottom - scale.at(max ?? best)}`);
  const points = shown.map((event) => {
    const { best } = event.tolls.killed, at = x(event.from), y = bottom - scale.at(best);
    const name = `${event.from} ${plain(event.title ?? "")}: ${toll(event.tolls.killed)} ${term("killed")}`;
    return drawing("a", { href: link("event", event.id), "aria-label": name }, tip(drawing("circle", { cx: at, cy: y, r: 4, class: "point", "data-value": best }), name));
  });
  return figure({ title: `${label("timeline")}: ${term("killed")}${logarithmic ? ` (${label("logarithmic")})` : ""}`, height, file: "events", note: counted("events", shown.length),
    heads: ["day", "event", "min", "best", "max"], rows: shown.map((event) => [event.from, event.title, event.tolls.killed.min, event.tolls.killed.best, event.tolls.killed.max]),
    parts: [...axis(scale, WIDE.width, bottom), ...dayTicks(first, span, x, bottom), stems, bounds, ...points], controls: scaleSwitch(logarithmic, (chosen) => eventTimeline(events, chosen)) });
}

function dayTicks(first, span, x, bottom) {
  const count = Math.min(6, Math.round(span / DAY) + 1); // a label a day while there is room
  return Array.from({ length: count }, (_, i) => {
    const iso = new Date(first + (span * i) / Math.max(1, count - 1)).toISOString().slice(0, 10);
    return drawing("text", { x: x(iso), y: bottom + 18, class: "dim", "text-anchor": i ? (i === count - 1 ? "end" : "middle") : "start" }, span > 300 * DAY ? iso.slice(0, 7) : iso);
  });
}

// Linear unless somebody chooses otherwise; the chart says which.
function scaleSwitch(logarithmic, redraw) {
  const button = element("button", { type: "button", "aria-pressed": String(logarithmic), onclick: () => button.closest("figure").replaceWith(redraw(!logarithmic)) },
    `${label("scale")}: ${label(logarithmic ? "linear" : "logarithmic")}`);
  return button;
}

// ---- one event

const SPOKEN = ["first", "up", "down", "same", "preliminary", "denial", "part", "stale", "outlier"];

// Every statement a point at the day it was made; the line goes through those that moved the figure.
function historyChart(event, outcome) {
  const figures = event.tolls[outcome], statements = (figures.history ?? []).filter((one) => one.day && (one.min ?? one.max) != null);
  if (statements.length < 2) return null;
  const value = (one) => one.min ?? one.max, days = statements.map((one) => Date.parse(one.day));
  const first = Math.min(...days), span = Math.max(...days) - first + DAY;
  const height = 280, bottom = height - WIDE.bottom, room = WIDE.width - WIDE.left - WIDE.right - 40;
  const scale = scaled(Math.max(...statements.map((one) => Math.max(value(one), one.max ?? 0))), bottom - WIDE.top, false);
  const x = (iso) => WIDE.left + 20 + ((Date.parse(iso) - first) / span) * room, y = (count) => bottom - scale.at(count);
  // Statements of one day stand side by side, in the order they were read.
  const ofDay = Map.groupBy ? Map.groupBy(statements, (one) => one.day) : new Map(statements.map((one) => [one.day, statements.filter((other) => other.day === one.day)]));
  const at = (one) => x(one.day) + (ofDay.get(one.day).indexOf(one) / ofDay.get(one.day).length) * (DAY / span) * room;
  const moved = statements.filter((one) => ["first", "up", "down", "preliminary", "same"].includes(one.step));
  const line = moved.map((one, i) => (i ? `H${at(one)}V${y(value(one))}` : `M${at(one)} ${y(value(one))}`)).join("");
  const band = figures.best == null ? [] : [drawing("rect", { x: WIDE.left, y: y(figures.max ?? figures.best), width: WIDE.width - WIDE.left - WIDE.right, height: Math.max(2, y(figures.min ?? figures.best) - y(figures.max ?? figures.best)), class: "band" })];
  const points = statements.map((one) => tip(drawing("circle", { cx: at(one), cy: y(value(one)), r: one.official ? 6 : 4, class: `point step-${one.step}`, "data-value": value(one) }),
    `${one.day} · ${number.format(value(one))} · ${term(one.step)} · ${one.said_by ?? one.outlet ?? label("unnamed")}`));
  return figure({ title: `${label("history")}: ${term(outcome)}`, height, file: `${event.id}-${outcome}`, kind: "red", note: plain(event.title ?? event.id),
    heads: ["day", "min", "max", "step", "source", "outlet", "article"], rows: statements.map((one) => [one.day, one.min, one.max, term(one.step), one.said_by, one.outlet, one.article]),
    parts: [...band, ...axis(scale, WIDE.width, bottom), ...dayTicks(first, span - DAY, x, bottom), drawing("path", { d: line, class: "line" }), ...points] });
}

function range(one) {
  if (one.min == null && one.max == null) return term("vague");
  if (one.max == null) return `≥ ${number.format(one.min)}`;
  if (one.min == null) return `≤ ${number.format(one.max)}`;
  return one.min === one.max ? number.format(one.min) : `${number.format(one.min)}–${number.format(one.max)}`;
}

const articleOf = (name) => BY_KEY.get(name) ?? BY_NAME.get(name);

// What an article says, in its own words, around the place of a count.
function evidence(one) {
  const article = articleOf(one.article);
  const source = article ? element("a", { href: partOf(article) + link("article", nameOf(article)) }, isolated(titleOf(article))) : isolated(one.article ?? "");
  if (!one.words) return source;
  const [before, counted, after] = one.words;
  return [element("q", { dir: "auto" }, words(before), element("mark", { class: "red" }, words(counted)), words(after)), " ", source];
}

function readEvent(event) {
  const outcomes = told(event), parent = event.of && EVENTS.find((other) => other.id === event.of);
  const within = (event.parts ?? []).map((id) => EVENTS.find((other) => other.id === id)).filter(Boolean);
  const killed = within.filter(incident).reduce((all, other) => all + (other.tolls?.killed?.best ?? 0), 0);
  const cited = `${plain(event.title ?? event.id)}. ${when(event)}, ${plain(where(event))}. ${outcomes.map((outcome) => `${toll(event.tolls[outcome])} ${term(outcome)}`).join(", ")} (${label("asReported")}). ${label("name")}, ${MADE}. ${address(link("event", event.id))}`;
  return [
    element("h2", { tabindex: "-1" }, isolated(event.title ?? event.id)),
    element("p", { class: "about" }, `${when(event)} · `, isolated(where(event)), event.cause ? ` · ${term(event.cause)}` : "", event.scope !== "incident" ? ` · ${label(event.scope === "series" ? "runningTotals" : "several")}` : event.outside ? ` · ${label("outside")}` : ""),
    element("p", { class: "tools" }, copyButton("copyLink", () => address(link("event", event.id))), copyButton("copyCitation", () => cited), copyButton("copyJson", () => JSON.stringify(event))),
    element("dl", { class: "tolls" }, outcomes.map((outcome) => {
      const figures = event.tolls[outcome];
      return element("div", {}, element("dt", {}, `${term(outcome)} (${label("asReported")})`), element("dd", {}, element("strong", {}, toll(figures)), " ", element("span", { class: "status " + figures.status }, term(figures.status)),
        ` · ${counted("sources", figures.sources ?? 0)} · ${counted("articles", event.articles)}`));
    })),
    event.actors?.length ? [element("h3", {}, label("claimed")), element("ul", {}, event.actors.map((actor) => element("li", {}, isolated(actor.name), actor.by ? [` — ${label("by")} `, isolated(actor.by)] : [])))] : [],
    outcomes.map((outcome) => historyChart(event, outcome)),
    outcomes.map((outcome) => {
      const { parts = [], checks = [] } = event.tolls[outcome];
      return [parts.length ? [element("h3", {}, `${label("parts")}: ${term(outcome)}`), element("ul", {}, parts.map((part) => element("li", {}, isolated(part.victims ?? label("unnamed")), `: ${range(part)}`)))] : [],
        checks.length ? element("p", { class: "dim" }, `${label("checks")}: `, checks.map((check) => `${check.text}${check.ok === false ? " ✗" : check.ok ? " ✓" : ""}`).join(" · ")) : []];
    }),
    within.length ? [element("h3", {}, `${label("ofWhich")}: ${number.format(killed)} ${term("killed")}`), eventRows(within.sort(byDay), label("ofWhich"))] : [],
    parent ? element("p", {}, element("a", { href: link("event", parent.id) }, isolated(parent.title ?? parent.id))) : [],
    event.review?.length ? element("p", { class: "review" }, `${label("review")}: ${event.review.map(term).join("، ")}`) : [],
    outcomes.map((outcome) => table(`${label("evidence")}: ${term(outcome)}`, ["day", "count", "step", "source", "outlets", "evidence"].map(label),
      [...(event.tolls[outcome].history ?? [])].sort((a, b) => (a.day ?? "").localeCompare(b.day ?? "") || SPOKEN.indexOf(a.step) - SPOKEN.indexOf(b.step))
        .map((one) => [one.day ?? "", range(one), term(one.step), isolated(one.said_by ?? label("unnamed")), isolated(one.outlet ?? ""), evidence(one)]))),
  ];
}

// ---- all events

function eventsView(events, heading = label("events")) {
  if (!EVENTS.length) return [element("p", {}, label("noEvents"))];
  const sorted = [...events].sort((a, b) => (b.articles ?? 0) - (a.articles ?? 0) || byDay(a, b));
  const group = (name, chosen) => (chosen.length ? [element("h3", {}, label(name)), shortened(chosen, (some) => eventRows(some, label(name)))] : []);
  return [element("h2", { tabindex: "-1" }, heading), totals(events), map(events), eventTimeline(events.filter(incident), false),
    group("table", sorted.filter(incident)), group("runningTotals", sorted.filter((event) => event.scope === "series" && !event.outside)),
    group("several", sorted.filter((event) => event.scope === "several" && !event.outside)), group("outside", sorted.filter((event) => event.outside))];
}

// The first of many, and a button for the next.
function shortened(all, draw, step = 100) {
  const held = element("div", {}, draw(all.slice(0, step)));
  let shown = step;
  if (all.length <= step) return held;
  const more = element("button", { type: "button", onclick: () => { shown += step; held.replaceChildren(draw(all.slice(0, shown)), ...(shown < all.length ? [more] : [])); } }, label("more"));
  held.append(more);
  return held;
}
