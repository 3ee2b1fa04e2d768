// ---- articles: filters, and each with its facts highlighted in place

const KINDS = [...new Set(ARTICLES.flatMap((article) => Object.keys(article.counts ?? article.facts)))];
// Each kind says itself how it is shown: its style, and its tallies, of which some filter and some have a chart.
const style = (kind) => SHOWN[kind].style;
const TALLIES = KINDS.flatMap((kind) => SHOWN[kind].tallies.map((tally) => ({ ...tally, kind })));
const ASKED = TALLIES.filter((tally) => tally.asked).map((tally) => ({ ...tally, id: "by-" + tally.kind }));
const tallied = (type) => TALLIES.filter((tally) => tally.type === type && tally.title);
const titled = (tally) => (RTL ? tally.title : tally.name);
const amount = (article, kind) => article.counts?.[kind] ?? facts(article, kind).length;
// In a report of several pages an article's text is on another one.
const partOf = (article) => (article.page ? encodeURI(article.page) : "");
const checked = () => new Set([...document.querySelectorAll("#kinds input:checked")].map((box) => box.value));

// How often each value is told; an index has alike facts once, with their number `n`.
function values(articles, { kind, field, where }) {
  const counts = new Map();
  for (const article of articles) {
    for (const fact of facts(article, kind)) if (fact[field] && (!where || fact[where])) counts.set(fact[field], (counts.get(fact[field]) ?? 0) + (fact.n ?? 1));
  }
  return [...counts].sort((a, b) => b[1] - a[1]);
}

function holds(article, { kind, field }, value) {
  const mentioned = SHOWN[kind].mentions === field; // then the text of a fact is the same thing in other words
  return !value || facts(article, kind).some((fact) => folded(fact[field]).includes(value) || (mentioned && folded(fact.text).includes(value)));
}

function inDates(article, from, to) {
  if (!from && !to) return true;
  const days = article.published ? [[article.published, article.published]]
    : facts(article, "dates").filter((fact) => fact.from).map((fact) => [fact.from, fact.to ?? fact.from]);
  return days.some(([first, last]) => (!from || last >= from) && (!to || first <= to));
}

const SEARCHED = new Map();
const searched = (article) => {
  if (!SEARCHED.has(article)) SEARCHED.set(article, folded((article.title ?? "") + "\n" + (article.text ?? "")));
  return SEARCHED.get(article);
};

function matching() {
  const kinds = checked(), search = folded($("search").value), [from, to] = [$("from").value, $("to").value];
  const asked = ASKED.map((one) => [one, folded($(one.id).value)]);
  return ARTICLES.filter((article) => (kinds.size === KINDS.length || [...kinds].some((kind) => amount(article, kind)))
    && asked.every(([one, value]) => holds(article, one, value))
    && (!search || searched(article).includes(search)) && inDates(article, from, to));
}

function articlesView(articles) {
  return [element("h2", { tabindex: "-1" }, label("articles")),
    tallied("Days").map((tally) => columns({ title: titled(tally), kind: style(tally.kind), told: mentioned(articles, tally.kind), heads: ["day", "count"], file: tally.kind })),
    tallied("Different").map((tally) => bars({ title: titled(tally), kind: style(tally.kind), values: values(articles, tally), heads: [tally.field, "count"], file: tally.kind })),
    shortened(articles, (some) => element("ol", { class: "index" }, some.map((article) => element("li", {}, element("a", { href: partOf(article) + link("article", nameOf(article)) },
      isolated(titleOf(article)), element("small", {}, [article.published, article.outlet, ...KINDS.map((kind) => amount(article, kind) && `${term(kind)} ${number.format(amount(article, kind))}`)].filter(Boolean).join(" · ")))))))];
}

const FAR = 50; // years from the middle date beyond which a date would only squeeze the others
const year = (iso) => +iso.slice(0, 4);

// The resolved dates, by day, month or year as there is room.
function mentioned(articles, kind) {
  const days = articles.flatMap((article) => facts(article, kind)).filter((fact) => fact.from && year(fact.to ?? fact.from) - year(fact.from) <= 1).map((fact) => fact.from).sort();
  const middle = year(days[days.length >> 1] ?? "0");
  return days.filter((iso) => Math.abs(year(iso) - middle) <= FAR).map((iso) => [iso, 1]);
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
  const all = KINDS.filter((kind) => kinds.has(kind)).flatMap((kind) => facts(article, kind).map((fact, i) => ({ kind, fact, i })))
    .map((found) => ({ ...found, start: units(found.fact.start), end: units(found.fact.end) }))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const edges = [...new Set([0, article.text.length, ...all.flatMap((found) => [found.start, found.end])])].sort((a, b) => a - b);
  const root = element("div", { class: "text", dir: "auto" });
  let open = [], next = 0; // facts that are open, outermost first, each with its element
  for (let i = 0; i + 1 < edges.length; i++) {
    const [start, end] = [edges[i], edges[i + 1]];
    const kept = open.findIndex(({ found }) => found.end <= start);
    const reopened = kept < 0 ? [] : open.slice(kept).map(({ found }) => found).filter((found) => found.end > start);
    if (kept >= 0) open = open.slice(0, kept);
    while (next < all.length && all[next].start === start) reopened.push(all[next++]);
    for (const found of reopened) {
      const mark = element("mark", { class: style(found.kind), tabindex: "0", "data-kind": found.kind, "data-number": found.i, "aria-description": term(found.kind) });
      (open.at(-1)?.mark ?? root).append(mark);
      open.push({ found, mark });
    }
    (open.at(-1)?.mark ?? root).append(...words(article.text.slice(start, end)));
  }
  return root;
}

// A place by its name, a choice by its label, the rest as it is.
const shownValue = (value) => (value === true ? "✓" : typeof value === "object" ? value.name ?? JSON.stringify(value) : typeof value === "string" ? term(value) : value);

function described(kind, fact) {
  const fields = Object.entries(fact).filter(([name, value]) => value !== null && value !== false && !["start", "end", "text"].includes(name));
  return element("div", { class: "fact " + style(kind) }, element("strong", {}, term(kind)), " ", isolated(fact.text),
    element("dl", {}, fields.flatMap(([name, value]) => [element("dt", {}, term(name)), element("dd", {}, words(shownValue(value)))])),
    copyButton("copyJson", () => JSON.stringify(fact)));
}

function readArticle(article) {
  const kinds = KINDS.filter((kind) => checked().has(kind) && facts(article, kind).length);
  const events = EVENTS.filter((event) => event.mentions?.some((mention) => mention.article === article.id || mention.article === article.source && !article.id));
  const cited = `${plain(titleOf(article))}. ${[article.outlet, article.published].filter(Boolean).map(plain).join(", ")}. ${article.url ?? nameOf(article)}`;
  return [
    element("h2", { tabindex: "-1" }, isolated(titleOf(article))),
    element("p", { class: "about" }, isolated([article.title && nameOf(article), article.outlet, article.published].filter(Boolean).join(" · "))),
    element("p", { class: "tools" }, copyButton("copyLink", () => address(link("article", nameOf(article)))), copyButton("copyCitation", () => cited)),
    events.length ? element("p", {}, `${label("events")}: `, events.map((event, i) => [i ? " · " : "", element("a", { href: link("event", event.id) }, isolated(event.title ?? event.id))])) : [],
    highlighted(article),
    kinds.map((kind) => [element("h3", { class: style(kind) }, `${term(kind)} (${number.format(facts(article, kind).length)})`),
      element("div", { class: "facts" }, facts(article, kind).map((fact) => described(kind, fact)))]),
  ];
}

// ---- the card of a fact, and of those around it

let READING = null;

function showCard(mark) {
  const shown = [];
  for (let at = mark; at && at.matches("mark"); at = at.parentElement.closest("mark")) {
    shown.push(described(at.dataset.kind, facts(READING, at.dataset.kind)[at.dataset.number]));
  }
  hideCard();
  const { kind, number: i } = mark.dataset;
  for (const part of document.querySelectorAll(`mark[data-kind="${kind}"][data-number="${i}"]`)) part.classList.add("lit");
  const card = $("card"), box = mark.getClientRects()[0];
  card.replaceChildren(...shown);
  card.hidden = false;
  const left = Math.min(Math.max(8, box.right - card.offsetWidth), document.documentElement.clientWidth - card.offsetWidth - 8);
  card.style.left = `${left + scrollX}px`;
  card.style.top = `${box.bottom + scrollY + 4}px`;
}

function hideCard() {
  $("card").hidden = true;
  for (const mark of document.querySelectorAll("mark.lit")) mark.classList.remove("lit");
}
