"use strict";
// Elements are made from data, never from markup: what an article holds is only ever text.
const HELD = JSON.parse(document.getElementById("data").textContent);
const { articles: ARTICLES, events: EVENTS, language: LANGUAGE, made: MADE, labels: LABELS, outlines: OUTLINES, kinds: SHOWN, spellings: SPELLINGS } = HELD;
const CONTROLS = /([\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069])/;
const RTL = LANGUAGE === "ar";
const LOCALE = RTL ? "ar-u-nu-latn" : "en-GB";
const $ = (id) => document.getElementById(id);

// ---- words of the page

const label = (name) => LABELS.page[name] ?? name;
const term = (name) => LABELS.terms[name] ?? ((RTL && SHOWN[name]?.label) || name);
const number = new Intl.NumberFormat(LOCALE);
const regions = new Intl.DisplayNames([LOCALE], { type: "region" });
const country = (code) => (/^[A-Z]{2}$/.test(code ?? "") ? regions.of(code) : code); // the code itself where it has no name
const plural = new Intl.PluralRules(RTL ? "ar" : "en");
const longDay = new Intl.DateTimeFormat(LOCALE, { dateStyle: "long", timeZone: "UTC" });
const shortDay = new Intl.DateTimeFormat(LOCALE, { day: "numeric", month: "short", timeZone: "UTC" });
const day = (iso) => (/^\d{4}-\d\d-\d\d$/.test(iso ?? "") ? longDay.format(new Date(iso)) : iso ?? "");
const counted = (what, n) => {
  const forms = LABELS.plurals[what];
  return (forms[n === 0 && forms.zero ? "zero" : plural.select(n)] ?? forms.other).replace("{n}", number.format(n));
};
const folded = (text) => (text ?? "").toLowerCase().replace(/[\u0640\u064b-\u065f\u0670]/g, "").replace(/[أإآٱ]/g, "ا").replace(/ى/g, "ي").replace(/ة/g, "ه");

// ---- elements

function fill(made, attributes, children) {
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else if (value !== null && value !== undefined && value !== false) made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return made;
}

const element = (name, attributes = {}, ...children) => fill(document.createElement(name), attributes, children);
const drawing = (name, attributes = {}, ...children) => fill(document.createElementNS("http://www.w3.org/2000/svg", name), attributes, children);

// Text as nodes; marks of direction and controls are shown, so that they change nothing.
function words(text) {
  return String(text).split(CONTROLS).filter((part) => part).map((part) =>
    CONTROLS.test(part)
      ? element("span", { class: "control" }, "U+" + part.codePointAt(0).toString(16).toUpperCase().padStart(4, "0"))
      : part);
}

const plain = (text) => String(text).replace(new RegExp(CONTROLS.source, "g"), "");
const isolated = (text) => element("bdi", {}, words(text));

function table(caption, heads, rows) {
  return element("div", { class: "wide", tabindex: "0", role: "region", "aria-label": caption },
    element("table", {}, element("caption", {}, caption),
      element("thead", {}, element("tr", {}, heads.map((head) => element("th", { scope: "col" }, head)))),
      element("tbody", {}, rows.map((cells) => element("tr", {}, cells.map((cell, i) => element(i ? "td" : "th", i ? {} : { scope: "row" }, cell)))))));
}

// ---- copying and saving

async function copy(button, text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const field = element("textarea", { readonly: true, "aria-label": label("copied") });
    field.value = text;
    button.after(field);
    field.select();
    document.execCommand("copy");
    field.remove();
  }
  const before = button.textContent;
  button.textContent = label("copied");
  setTimeout(() => { button.textContent = before; }, 1500);
}

const copyButton = (name, text) => {
  const button = element("button", { type: "button", onclick: () => copy(button, text()) }, label(name));
  return button;
};

function save(name, blob) {
  const link = element("a", { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

// A cell that a spreadsheet would take for a formula is kept text.
const cell = (value) => {
  const text = String(value ?? "");
  const safe = typeof value !== "number" && /^[=+\-@\t\r]/.test(text) ? "'" + text : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};
const csv = (heads, rows) => "\ufeff" + [heads, ...rows].map((row) => row.map(cell).join(",") + "\r\n").join("");

// ---- links that last: by the id of an article, an event, the name of a speaker

const nameOf = (article) => [article.source, article.id].filter(Boolean).join(":");
const titleOf = (article) => article.title || nameOf(article);
const link = (view, name = "") => "#" + view + (name ? "=" + encodeURIComponent(name) : "");
const facts = (article, kind) => article.facts?.[kind] ?? [];
const BY_NAME = new Map(ARTICLES.map((article) => [nameOf(article), article]));
const BY_KEY = new Map(ARTICLES.flatMap((article) => [[article.source, article], [article.id, article]]).filter(([key]) => key));
const address = (hash) => location.href.split("#")[0] + hash;
