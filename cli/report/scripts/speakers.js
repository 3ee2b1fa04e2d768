// ---- who said what: quotes by speaker, joined across articles and spellings

// A name as it is compared: that of another spelling where it is one, its letters folded, without quotation marks.
const key = (name) => folded(plain(SPELLINGS[name] ?? name ?? "")).replace(/[^\p{L}\p{N} ]/gu, " ").split(/\s+/).filter(Boolean).join(" ");

// The quotes of each article; those of an index are a part of the page that is read when they are first asked for.
const quotesOfAll = () => ($("quotes") ? JSON.parse($("quotes").textContent) : ARTICLES.map((article) => facts(article, "quotes")));

function gathered() {
  const people = new Map(), quotes = quotesOfAll();
  for (const [number, article] of ARTICLES.entries()) {
    for (const [i, fact] of (quotes[number] ?? []).entries()) {
      const name = key(fact.speaker);
      if (!name) continue;
      const person = people.get(name) ?? { spellings: new Map(), quotes: [] };
      person.spellings.set(fact.speaker, (person.spellings.get(fact.speaker) ?? 0) + 1);
      person.quotes.push({ fact, article, i, day: article.published });
      people.set(name, person);
    }
  }
  for (const person of people.values()) {
    person.name = [...person.spellings].sort((a, b) => b[1] - a[1] || b[0].length - a[0].length)[0][0];
    person.official = person.quotes.some(({ fact }) => fact.official);
    person.quotes.sort((a, b) => (a.day ?? "").localeCompare(b.day ?? ""));
  }
  return people;
}

let PEOPLE = null;
const people = () => (PEOPLE ??= gathered());
const person = (name) => people().get(key(name));
const spoke = (chosen) => [...people().values()].map((one) => ({ ...one, quotes: one.quotes.filter(({ article }) => chosen.has(article)) })).filter((one) => one.quotes.length).sort((a, b) => b.quotes.length - a.quotes.length);

// How role and organization changed: each as long as it stayed the same.
function offices(quotes, name) {
  const held = [];
  for (const { fact, day: at } of quotes) {
    const office = [fact.role, fact.organization].filter(Boolean).join("، ");
    if (!office) continue;
    const last = held.find((one) => one.office === office);
    if (last) last.to = at;
    else held.push({ office, from: at, to: at });
  }
  return held.length ? table(`${label("role")}: ${plain(name)}`, [label("role"), label("from"), label("to")], held.map((one) => [isolated(one.office), one.from ?? "", one.to ?? ""])) : null;
}

function said(quotes) {
  return element("ol", { class: "quotes" }, quotes.map(({ fact, article, day: at }) => element("li", {},
    element("time", { datetime: at ?? null }, day(at) || label("unknownDay")), " ", element("q", { dir: "auto" }, words(fact.text)), " ",
    element("small", {}, [fact.role, fact.organization].filter(Boolean).map((office) => [isolated(office), " · "]), element("a", { href: partOf(article) + link("article", nameOf(article)) }, isolated(titleOf(article)))))));
}

function speakerView(one) {
  const topic = element("input", { type: "search", autocomplete: "off" });
  const held = element("div");
  const draw = () => {
    const wanted = folded(topic.value), quotes = one.quotes.filter(({ fact }) => !wanted || folded(fact.text).includes(wanted));
    held.replaceChildren(element("p", { role: "status" }, counted("quotes", quotes.length)), shortened(quotes, said, 50));
  };
  topic.addEventListener("input", later(draw, 120));
  draw();
  const others = element("select", { onchange: (event) => { if (event.target.value) location.hash = `compare=${encodeURIComponent(one.name)}&${encodeURIComponent(event.target.value)}`; } },
    element("option", { value: "" }, "–"), [...people().values()].filter((other) => other !== one && other.official).sort((a, b) => b.quotes.length - a.quotes.length).slice(0, 200).map((other) => element("option", { value: other.name }, plain(other.name))));
  const spellings = [...one.spellings.keys()];
  return [
    element("h2", { tabindex: "-1" }, isolated(one.name)),
    spellings.length > 1 ? element("p", { class: "about" }, spellings.map((spelling, i) => [i ? " · " : "", isolated(spelling)])) : [],
    element("p", { class: "tools" }, copyButton("copyLink", () => address(link("speaker", one.name)))),
    element("div", { class: "filters" }, element("label", {}, label("topic"), topic), element("label", {}, label("compare"), others)),
    offices(one.quotes, one.name),
    columns({ title: `${label("quotes")}: ${one.name}`, kind: "yellow", told: one.quotes.filter(({ day: at }) => at).map(({ day: at }) => [at, 1]), heads: ["day", "quotes"], file: `quotes-${one.name}` }),
    held,
  ];
}

const compareView = (one, other) => [element("h2", { tabindex: "-1" }, isolated(one.name), " · ", isolated(other.name)),
  element("div", { class: "two" }, [one, other].map((each) => element("section", { "aria-label": plain(each.name) }, element("h3", {}, element("a", { href: link("speaker", each.name) }, isolated(each.name))), offices(each.quotes, each.name), said(each.quotes))))];

function speakersView(chosen) {
  const all = spoke(chosen);
  return [element("h2", { tabindex: "-1" }, label("speakers")),
    bars({ title: label("officials"), kind: "yellow", values: all.filter((one) => one.official).map((one) => [one.name, one.quotes.length]), heads: ["speaker", "quotes"], file: "officials", href: (name) => link("speaker", name) }),
    shortened(all, (some) => table(label("speakers"), [label("speaker"), label("quotes"), label("role"), label("from"), label("to")],
      some.map((one) => [element("a", { href: link("speaker", one.name) }, isolated(one.name)), number.format(one.quotes.length), isolated(one.quotes.findLast(({ fact }) => fact.role)?.fact.role ?? ""), one.quotes.find(({ day: at }) => at)?.day ?? "", one.quotes.at(-1)?.day ?? ""])))];
}
