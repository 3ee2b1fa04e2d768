// ---- which view is shown, and what moves between them

const later = (act, wait) => { let timer; return () => { clearTimeout(timer); timer = setTimeout(act, wait); }; };
const VIEWS = ["events", "speakers", "articles"];
let chosen = ARTICLES, moving = false;

// The events that the chosen articles tell of.
function chosenEvents() {
  if (chosen.length === ARTICLES.length) return EVENTS;
  const names = new Set(chosen.flatMap((article) => [article.id, article.source]).filter(Boolean));
  return EVENTS.filter((event) => event.mentions?.some((mention) => names.has(mention.article)));
}

// A hash names a view and what is in it: #event=ID, #article=NAME, #speaker=NAME, #compare=NAME&NAME, #place=NAME.
function view() {
  const [name, held = ""] = location.hash.slice(1).split(/=(.*)/s);
  const part = (text) => { try { return decodeURIComponent(text); } catch { return text; } };
  READING = null;
  const event = name === "event" && EVENTS.find((one) => one.id === part(held) || one.was?.includes(part(held)));
  if (event) return [name, readEvent(event)];
  const article = name === "article" && (BY_NAME.get(part(held)) ?? BY_KEY.get(part(held)));
  if (article?.text !== undefined && article) { READING = article; return [name, readArticle(article)]; }
  if (name === "place") return [name, eventsView(chosenEvents().filter((one) => one.place?.name === part(held)), isolated(part(held)))];
  if (name === "speaker" && person(part(held))) return [name, speakerView(person(part(held)))];
  if (name === "compare") {
    const pair = held.split("&").map((one) => person(part(one)));
    if (pair.length === 2 && pair.every(Boolean)) return [name, compareView(...pair)];
  }
  const first = EVENTS.length ? "events" : "articles", shown = VIEWS.includes(name) ? name : first;
  if (shown === "events") return [shown, eventsView(chosenEvents())];
  return [shown, shown === "speakers" ? speakersView(new Set(chosen)) : articlesView(chosen)];
}

function draw() {
  hideCard();
  const [name, parts] = view();
  document.body.dataset.view = name;
  $("asking").hidden = !VIEWS.includes(name) && name !== "article";
  for (const tab of document.querySelectorAll("#views a")) {
    if (tab.hash === "#" + name) tab.setAttribute("aria-current", "page");
    else tab.removeAttribute("aria-current");
  }
  $("shown").replaceChildren(...[parts].flat(Infinity).filter((part) => part));
  if (!$("shown").childElementCount) $("shown").append(element("p", {}, label("nothing")));
  $("count").textContent = [EVENTS.length ? counted("events", chosenEvents().length) : null, counted("articles", chosen.length)].filter(Boolean).join(" · ");
}

function filter() {
  chosen = matching();
  draw();
}

function labelled() {
  document.title = label("name");
  $("name").textContent = label("name");
  $("made").textContent = `waqai · ${label("madeOn")} ${day(MADE)} · ${label("asReported")}. ${label("natural")}`;
  for (const field of document.querySelectorAll("[data-label]")) field.prepend(label(field.dataset.label));
  for (const field of document.querySelectorAll("[data-aria]")) field.setAttribute("aria-label", label(field.dataset.aria));
  $("views").append(...VIEWS.filter((name) => name !== "events" || EVENTS.length).map((name) => element("a", { href: "#" + name }, label(name))));
  $("kinds").append(...KINDS.map((kind) => element("label", { class: style(kind) }, element("input", { type: "checkbox", value: kind, checked: true }), term(kind))));
  for (const asked of ASKED) {
    const offered = element("datalist", { id: asked.id + "-list" }, values(ARTICLES, asked).slice(0, 500).map(([value]) => element("option", { value })));
    $("kinds").before(element("label", {}, RTL ? asked.asked : asked.name, element("input", { id: asked.id, list: asked.id + "-list", autocomplete: "off" }), offered));
  }
}

labelled();
if (matchMedia("(max-width: 46rem)").matches) $("asking").open = false; // a phone shows what was found first
$("filters").addEventListener("input", later(filter, 120));
$("filters").addEventListener("submit", (event) => event.preventDefault());
$("filters").addEventListener("reset", () => setTimeout(filter));
for (const kind of ["focusin", "mouseover", "click"]) {
  $("shown").addEventListener(kind, (event) => { const mark = event.target.closest(".text mark"); if (mark && READING) showCard(mark); });
}
document.addEventListener("click", (event) => { if (!event.target.closest("mark, #card")) hideCard(); });
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") { hideCard(); return; }
  if (event.target.matches(".text mark") && (event.key === "Enter" || event.key === " ")) {
    event.preventDefault();
    showCard(event.target);
    $("card").querySelector("button").focus();
  }
  if (event.target.closest("input, select, textarea, button, svg") || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "/" && !$("asking").hidden) { event.preventDefault(); $("search").focus(); }
  const step = { j: 1, k: -1 }[event.key], next = step && chosen[chosen.indexOf(READING) + step];
  if (next && !next.page) location.hash = link("article", nameOf(next));
});
addEventListener("hashchange", () => {
  draw();
  scrollTo(0, 0);
  $("shown").querySelector("h2")?.focus({ preventScroll: true });
});
draw();
