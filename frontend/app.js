// The public page: search, one posting, and the organiser's demonstration. Data enters the page as text only.

import { STRINGS } from "./strings.js";

const PAGE = 12;
const DEBOUNCE_MS = 300;
const RETRY_MS = 4000;
const CANDIDATES = 8;
const TEXT_FIELDS = {
  technology: ["summary", "description", "advantages", "requirements", "references"],
  need: ["problem", "tried", "success_measure"],
};

const byId = (id) => document.getElementById(id);
const form = byId("search");
const state = { kind: "technology", q: "", sector: "", items: [], total: 0, read: "", request: null, retry: 0 };
let language = remembered() || "vi";
let sectors = new Map();
let openCard = "";

const say = () => STRINGS[language];

// ---------------------------------------------------------------- small tools

/** An element with attributes and children; strings become text nodes, nothing is ever parsed as markup. */
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(name, "");
    else if (value !== false && value != null) element.setAttribute(name, value);
  }
  element.append(...children.flat().filter((child) => child != null && child !== ""));
  return element;
}

function remembered() {
  try {
    const kept = localStorage.getItem("language");
    return kept in STRINGS ? kept : "";
  } catch {
    return "";
  }
}

function remember(code) {
  try {
    localStorage.setItem("language", code);
  } catch {
    // A browser that keeps nothing still shows the page.
  }
}

class Refusal extends Error {
  constructor(status, code) {
    super(code);
    this.status = status;
    this.code = code;
  }
}

async function ask(path, { signal, headers } = {}) {
  let answer;
  try {
    answer = await fetch(path, { signal, headers: { Accept: "application/json", ...headers } });
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Refusal(0, "offline");
  }
  const body = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Refusal(answer.status, body.code || String(answer.status));
  return body;
}

const explain = (error) => say().errors[error.code] || say().errors.other(error.code || error.message);
const languageName = (code) => {
  try {
    return new Intl.DisplayNames([say().locale], { type: "language" }).of(code);
  } catch {
    return code;
  }
};
const percent = (value) => {
  const style = { style: "percent", maximumFractionDigits: value < 0.01 ? 1 : 0 };
  return new Intl.NumberFormat(say().locale, style).format(value);
};
const dateText = (iso) => new Intl.DateTimeFormat(say().locale, say().date).format(new Date(iso));
const regionName = (code) => say().regions[code] || code;
const sectorName = (code) => sectors.get(code)?.[`name_${language}`] || code;
const listText = (values) => new Intl.ListFormat(say().locale, { type: "conjunction" }).format(values);
const cooperationText = (codes) => listText(codes.map((code) => say().cooperations[code] || code));

function money(amount, currency) {
  const round = amount >= 1_000_000 ? { notation: "compact", compactDisplay: "long" } : {};
  const told = new Intl.NumberFormat(say().locale, { ...round, maximumFractionDigits: 1 }).format(amount);
  return currency ? `${told} ${currency}` : told;
}

function moneyRange(low, high, currency) {
  if (low == null && high == null) return "";
  if (low == null) return say().up_to(money(high, currency));
  if (high == null) return say().from(money(low, currency));
  if (low === high) return money(low, currency);
  return `${money(low)} – ${money(high, currency)}`;
}

/** The posting's text for this reader: the owner's own translation where there is one, otherwise the original. */
function textFor(posting) {
  const translation = (posting.translations || []).find((text) => text.language === language);
  return translation && posting.language !== language ? translation : posting;
}

// ---------------------------------------------------------------- language

function applyLanguage() {
  document.documentElement.lang = language;
  for (const element of document.querySelectorAll("[data-text]")) element.textContent = say()[element.dataset.text];
  const other = language === "vi" ? "en" : "vi";
  const toggle = byId("language");
  toggle.textContent = STRINGS[other].own_name;
  toggle.lang = other;
  byId("q").placeholder = say()[`example_${state.kind}`];
  fillSectors();
}

byId("language").addEventListener("click", () => {
  language = language === "vi" ? "en" : "vi";
  remember(language);
  applyLanguage();
  if (byId("detail").hidden) showResults();
  else if (shown.posting) drawDetail();
  else route();
});

// ---------------------------------------------------------------- search

function fillSectors() {
  const select = byId("sector");
  const first = make("option", { value: "" }, say().all_sectors);
  const groups = [...sectors.values()]
    .filter((sector) => !sector.parent)
    .map((top) => {
      const leaves = [...sectors.values()].filter((sector) => sector.parent === top.code);
      const all = make("option", { value: top.code }, say().all_of(sectorName(top.code)));
      const options = leaves.map((leaf) => make("option", { value: leaf.code }, sectorName(leaf.code)));
      return make("optgroup", { label: sectorName(top.code) }, all, options);
    });
  select.replaceChildren(first, ...groups);
  select.value = state.sector;
}

function readHash() {
  const [path, query] = location.hash.replace(/^#\/?/, "").split("?");
  const wanted = new URLSearchParams(query || "");
  state.q = wanted.get("q") || "";
  state.kind = wanted.get("kind") === "need" ? "need" : "technology";
  state.sector = wanted.get("sector") || "";
  return path;
}

function searchHash() {
  const wanted = new URLSearchParams();
  if (state.q) wanted.set("q", state.q);
  if (state.kind === "need") wanted.set("kind", "need");
  if (state.sector) wanted.set("sector", state.sector);
  return `#/${wanted.size ? `?${wanted}` : ""}`;
}

/** Look for what the form says; `further` adds the next page to what is shown. */
async function search({ further = false } = {}) {
  clearTimeout(state.retry);
  state.request?.abort();
  const request = (state.request = new AbortController());
  byId("results").setAttribute("aria-busy", "true");
  byId("status").textContent = say().searching;
  const wanted = new URLSearchParams({ kind: state.kind, limit: PAGE, offset: further ? state.items.length : 0 });
  if (state.sector) wanted.set("sector", state.sector);
  if (state.q) wanted.set("q", state.q);
  try {
    const found = await ask(`${state.q ? "api/search" : "api/postings"}?${wanted}`, { signal: request.signal });
    const items = state.q ? found.items.map((hit) => hit.posting) : found.items;
    state.items = further ? [...state.items, ...items] : items;
    state.total = found.total;
    state.read = found.language || "";
    showResults(further ? items.length : 0);
  } catch (error) {
    if (error.name !== "AbortError") showFailure(error);
  } finally {
    if (state.request === request) byId("results").removeAttribute("aria-busy");
  }
}

function showResults(added = 0) {
  const { items, total, kind } = state;
  byId("results-title").textContent = say()[`${state.q ? "found" : "latest"}_${kind}`];
  byId("results").replaceChildren(...items.map(card));
  byId("notice").replaceChildren(...(items.length ? [] : [emptyNotice()]));
  byId("more").hidden = items.length >= total;
  const read = state.read ? languageName(state.read) : "";
  const told = state.q ? say().shown_ranked(items.length, total, read) : say().shown(items.length, total);
  byId("status").textContent = items.length ? told : "";
  if (added) byId("results").children[items.length - added]?.querySelector("a").focus();
}

function showFailure(error) {
  state.items = [];
  state.total = 0;
  byId("results").replaceChildren();
  byId("more").hidden = true;
  byId("status").textContent = "";
  byId("notice").replaceChildren(failureNotice(error, () => search()));
  if (error.status === 503) state.retry = setTimeout(() => search(), RETRY_MS);
}

function failureNotice(error, again) {
  const button = make("button", { type: "button", class: "quiet" }, say().retry);
  button.addEventListener("click", again);
  return make("div", { class: "notice bad", role: "alert" }, make("p", {}, explain(error)), button);
}

function emptyNotice() {
  const text = make("p", {}, state.sector ? say().empty_sector : say().empty_all);
  const notice = make("div", { class: "notice" }, make("h3", {}, say().empty_title), text);
  if (state.sector) {
    const button = make("button", { type: "button", class: "quiet" }, say().show_all_sectors);
    button.addEventListener("click", () => {
      byId("sector").value = "";
      changed();
      byId("q").focus();
    });
    notice.append(button);
  }
  return notice;
}

function card(posting) {
  const text = textFor(posting);
  const lead = posting.kind === "technology" ? text.summary || text.description : text.problem;
  const link = make("a", { href: `#/postings/${posting.id}`, lang: text.language }, text.title);
  return make(
    "li",
    { class: `card ${posting.kind === "need" ? "need" : "offer"}` },
    badges(posting),
    make("h3", {}, link),
    lead ? make("p", { class: "clamp", lang: text.language }, lead) : "",
    posting.sectors.length ? sectorList(posting) : "",
  );
}

function badges(posting) {
  const short = posting.kind === "technology" ? say().trl(posting.trl) : say().trl_least(posting.trl_min);
  const level = posting.kind === "technology" ? posting.trl : posting.trl_min;
  return make(
    "p",
    { class: "badges" },
    make("span", { class: "badge side" }, say()[posting.kind]),
    make("span", { class: "badge" }, languageName(posting.language)),
    level ? make("span", { class: "badge", title: say().trl_long }, short) : "",
    posting.teaser ? make("span", { class: "badge" }, say().teaser) : "",
  );
}

function sectorList(posting) {
  return make("ul", { class: "sectors" }, posting.sectors.map((code) => make("li", {}, sectorName(code))));
}

function changed() {
  const entered = new FormData(form);
  state.q = String(entered.get("q") || "").trim();
  state.kind = entered.get("kind");
  state.sector = entered.get("sector") || "";
  byId("q").placeholder = say()[`example_${state.kind}`];
  history.replaceState(null, "", searchHash());
  search();
}

let typing = 0;
form.addEventListener("input", (event) => {
  clearTimeout(typing);
  if (event.target.id === "q") typing = setTimeout(changed, DEBOUNCE_MS);
  else changed();
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(typing);
  changed();
});
byId("more").addEventListener("click", () => search({ further: true }));
byId("results").addEventListener("click", (event) => {
  const link = event.target.closest("a");
  if (link) openCard = link.getAttribute("href");
});

// ---------------------------------------------------------------- one posting

// What the view holds now, so that another language redraws it without asking again.
let shown = {};

async function showDetail(id) {
  const article = byId("detail");
  const view = (shown = {});
  article.replaceChildren(backLink(), make("p", { role: "status" }, say().loading));
  try {
    const posting = await ask(`api/postings/${id}`);
    const organisation = await ask(`api/organisations/${posting.organisation_id}`).catch(() => null);
    if (shown !== view) return;
    Object.assign(view, { posting, organisation });
    drawDetail();
    article.querySelector("h1").focus({ preventScroll: true });
    scrollTo(0, 0);
  } catch (error) {
    if (shown === view) article.replaceChildren(backLink(), failureNotice(error, () => showDetail(id)));
  }
}

function drawDetail() {
  const { posting, organisation } = shown;
  const article = byId("detail");
  article.className = posting.kind === "need" ? "need" : "offer";
  article.replaceChildren(backLink(), ...detailParts(posting, organisation));
  document.title = `${textFor(posting).title} · Matchmaker`;
}

function backLink() {
  return make("p", {}, make("a", { class: "back", href: searchHash() }, `← ${say().back}`));
}

function detailParts(posting, organisation) {
  const text = textFor(posting);
  const main = make("div", { class: "prose" });
  if (text !== posting) main.append(make("p", { class: "hint" }, say().translated(languageName(language))));
  if (posting.teaser) main.append(make("p", { class: "notice" }, say().teaser_notice));
  main.append(...textSections(posting.kind, text, "h2"));
  const others = [posting, ...(posting.translations || [])].filter((other) => other !== text);
  for (const other of others) main.append(otherLanguage(posting, other));
  return [
    badges(posting),
    make("h1", { tabindex: "-1", lang: text.language }, text.title),
    posting.sectors.length ? sectorList(posting) : "",
    make("div", { class: "columns" }, main, factList(posting, organisation)),
    candidatePanel(posting),
  ].filter(Boolean);
}

function textSections(kind, text, heading) {
  return TEXT_FIELDS[kind]
    .filter((name) => text[name])
    .map((name) => make("section", {}, make(heading, {}, say().fields[name]), paragraphs(text[name], text.language)));
}

function paragraphs(text, lang) {
  return make("div", { lang }, text.split(/\n+/).map((line) => make("p", {}, line)));
}

function otherLanguage(posting, text) {
  const name = languageName(text.language);
  const label = text === posting ? say().original(name) : say().other_language(name);
  const title = make("p", { class: "strong", lang: text.language }, text.title);
  return make("details", {}, make("summary", {}, label), title, textSections(posting.kind, text, "h3"));
}

function factList(posting, organisation) {
  const technology = posting.kind === "technology";
  const amounts = technology
    ? moneyRange(posting.price_min, posting.price_max, posting.currency)
    : moneyRange(posting.budget_min, posting.budget_max, posting.currency);
  const level = technology ? posting.trl : posting.trl_min;
  const facts = [
    [say().by, organisation && organisationName(organisation)],
    [say().region, posting.region && regionName(posting.region)],
    [say().trl_long, level && (technology ? String(level) : `≥ ${level}`)],
    [technology ? say().price : say().budget, amounts],
    [say().deadline, posting.deadline && dateText(posting.deadline)],
    [say().expires, posting.expires_on && dateText(posting.expires_on)],
    [say().ip, posting.ip_status && (say().ip_statuses[posting.ip_status] || posting.ip_status)],
    [say().cooperation, posting.cooperation.length ? cooperationText(posting.cooperation) : ""],
    [say().keywords, posting.keywords.length ? make("span", { lang: posting.language }, posting.keywords.join(" · ")) : ""],
    [say().updated, dateText(posting.updated_at)],
  ].filter(([, value]) => value);
  const rows = facts.map(([name, value]) => make("div", {}, make("dt", {}, name), make("dd", {}, value)));
  return make("aside", { class: "facts" }, make("h2", {}, say().facts), make("dl", {}, rows));
}

function organisationName(organisation) {
  const names = { vi: organisation.name_vi, en: organisation.name_en };
  return names[language] || names.vi || names.en;
}

// ---------------------------------------------------------------- the organiser's demonstration

function candidatePanel(posting) {
  const other = posting.kind === "need" ? "technology" : "need";
  const button = make("button", { type: "button", class: "primary" }, say().demo_button);
  const answer = make("div", { "aria-live": "polite" });
  button.addEventListener("click", () => showCandidates(posting, button, answer));
  if (shown.candidates) drawCandidates(posting, button, answer);
  return make(
    "section",
    { class: "panel", "aria-labelledby": "panel-title" },
    make("p", { class: "ribbon" }, say().demo_label),
    make("h2", { id: "panel-title" }, say()[`demo_title_${other}`]),
    make("p", { class: "hint" }, say().demo_text),
    button,
    answer,
  );
}

async function showCandidates(posting, button, answer) {
  button.disabled = true;
  answer.replaceChildren(make("p", { class: "wait" }, say().demo_loading));
  try {
    const headers = { "X-Acting-As": "organiser" };
    const found = await ask(`api/postings/${posting.id}/candidates?limit=${CANDIDATES}`, { headers });
    if (shown.posting !== posting) return;
    shown.candidates = found;
    drawCandidates(posting, button, answer);
  } catch (error) {
    button.disabled = false;
    answer.replaceChildren(failureNotice(error, () => showCandidates(posting, button, answer)));
  }
}

function drawCandidates(posting, button, answer) {
  const found = shown.candidates;
  button.hidden = true;
  answer.replaceChildren(verdict(found), make("ol", { class: "candidates" }, candidateItems(posting, found)));
}

function verdict(found) {
  if (!found.items.length) return make("p", { class: "notice" }, say().nothing_to_compare);
  const good = found.items.filter((item) => item.good).length;
  const fits = found.verdict === "good_matches";
  const headline = fits ? say().good_matches(good, found.considered, good === found.items.length) : say().no_good_match(found.considered);
  return make(
    "div",
    { class: `verdict ${fits ? "yes" : "no"}` },
    make("h3", {}, headline),
    fits ? "" : make("p", {}, say().no_good_text),
    make("p", { class: "hint" }, say().threshold(percent(found.threshold))),
  );
}

function candidateItems(posting, found) {
  return found.items.map((item) => {
    const text = textFor(item.posting);
    const need = posting.kind === "need" ? posting : item.posting;
    const technology = posting.kind === "need" ? item.posting : posting;
    return make(
      "li",
      { class: `candidate ${item.good ? "good" : "weak"}` },
      make(
        "div",
        { class: "candidate-head" },
        probability(item, found.threshold),
        make(
          "div",
          {},
          make(
            "p",
            { class: "badges" },
            make("span", { class: `badge ${item.good ? "yes" : ""}` }, item.good ? say().fits : say().weak),
            make("span", { class: "badge" }, languageName(item.posting.language)),
          ),
          make(
            "h4",
            {},
            make("span", { class: "unseen" }, `${say().rank(item.rank)}: `),
            make("a", { href: `#/postings/${item.posting.id}`, lang: text.language }, text.title),
          ),
        ),
      ),
      make(
        "details",
        { open: item.good || item.rank === 1 },
        make("summary", {}, criteriaSummary(item.criteria)),
        make("ul", { class: "criteria" }, item.criteria.map(criterion)),
        make("h5", {}, say().reasons_title),
        item.reasons.length
          ? make("ul", { class: "reasons" }, item.reasons.map((reason) => reasonPair(reason, need, technology)))
          : make("p", { class: "hint" }, say().no_reasons),
      ),
    );
  });
}

function probability(item, threshold) {
  const bar = make("span", { class: "bar-fill" });
  bar.style.setProperty("inline-size", `${Math.round(item.probability * 100)}%`);
  const mark = make("span", { class: "bar-mark" });
  mark.style.setProperty("inset-inline-start", `${Math.round(threshold * 100)}%`);
  return make(
    "p",
    { class: "probability" },
    make("span", { class: "figure-text" }, percent(item.probability)),
    make("span", { class: "small" }, say().probability),
    make("span", { class: "bar-track", "aria-hidden": "true" }, bar, mark),
  );
}

/** How many criteria are met, not met and not stated, in one line. */
function criteriaSummary(criteria) {
  const told = Object.entries(say().verdicts)
    .map(([verdict, name]) => [criteria.filter((found) => found.verdict === verdict).length, name])
    .filter(([n]) => n)
    .map(([n, name]) => `${n} ${name}`);
  return `${say().criteria_title}: ${told.join(" · ")}`;
}

function criterion(found) {
  const [asked, offered] = [saidOf(found, "need"), saidOf(found, "technology")];
  const sign = { met: "✓", not_met: "✕", not_stated: "–" }[found.verdict];
  return make(
    "li",
    { class: found.verdict },
    make("span", { class: "sign", "aria-hidden": "true" }, sign),
    make(
      "span",
      {},
      make("span", { class: "strong" }, say().criteria[found.name] || found.name),
      ` ${say().verdicts[found.verdict] || found.verdict}`,
      make("span", { class: "said" }, `${say().asks}: ${asked} · ${say().has}: ${offered}`),
    ),
  );
}

/** What one side said about a criterion, for people. */
function saidOf({ name, ...sides }, side) {
  const value = sides[side];
  if (name === "intellectual_property" && side === "need") return value ? say().right_needed : say().no_right_needed;
  if (name === "deadline" && side === "technology" && value == null) return say().no_end;
  if (value == null || (Array.isArray(value) && !value.length)) return say().nothing_said;
  switch (name) {
    case "readiness":
      return `TRL ${side === "need" ? "≥ " : ""}${value}`;
    case "budget":
      return moneyRange(value.min, value.max, value.currency);
    case "deadline":
      return dateText(value);
    case "cooperation":
      return cooperationText(value);
    case "intellectual_property":
      return say().ip_statuses[value] || value;
    case "region":
      return regionName(value);
    default:
      return String(value);
  }
}

function reasonPair(reason, need, technology) {
  const shared = new Set(reason.shared);
  const side = (name, posting) =>
    make(
      "figure",
      { class: name },
      make("figcaption", {}, say()[`${name}_says`]),
      make("blockquote", { lang: posting.language }, marked(reason[name], posting.language, shared)),
    );
  return make("li", {}, side("need", need), side("technology", technology));
}

// ---------------------------------------------------------------- words that both sides say

const WORD = /[\p{L}\p{N}]+/gu;
const fold = (word) => word.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase();

/** A sentence with the shared words marked; `shared` holds folded words, in Vietnamese pairs of syllables. */
function marked(sentence, lang, shared) {
  const words = [...sentence.matchAll(WORD)].map((found) => ({
    start: found.index,
    end: found.index + found[0].length,
    folded: fold(found[0]),
  }));
  const hit = words.map(({ folded }) => shared.has(folded) || (lang === "en" && shared.has(folded.replace(/s$/, ""))));
  for (let i = 0; i + 1 < words.length; i += 1) {
    if (shared.has(`${words[i].folded} ${words[i + 1].folded}`)) hit[i] = hit[i + 1] = true;
  }
  const parts = [];
  let at = 0;
  for (let i = 0; i < words.length; i += 1) {
    if (!hit[i]) continue;
    let last = i;
    while (hit[last + 1]) last += 1;
    parts.push(sentence.slice(at, words[i].start), make("mark", {}, sentence.slice(words[i].start, words[last].end)));
    at = words[last].end;
    i = last;
  }
  return [...parts, sentence.slice(at)];
}

// ---------------------------------------------------------------- which view

function route() {
  const posting = /^#\/postings\/(\d+)$/.exec(location.hash);
  byId("home").hidden = Boolean(posting);
  byId("detail").hidden = !posting;
  if (posting) {
    showDetail(posting[1]);
    return;
  }
  shown = {};
  readHash();
  document.title = "Matchmaker";
  form.elements.q.value = state.q;
  form.elements.kind.value = state.kind;
  byId("q").placeholder = say()[`example_${state.kind}`];
  byId("sector").value = state.sector;
  search().then(() => {
    const link = openCard && [...byId("results").querySelectorAll("a")].find((a) => a.getAttribute("href") === openCard);
    openCard = "";
    if (link) link.focus();
  });
}

document.querySelector(".skip").addEventListener("click", (event) => {
  event.preventDefault();
  byId("main").focus();
});
addEventListener("hashchange", route);

applyLanguage();
ask("api/sectors")
  .then((found) => {
    sectors = new Map(found.map((sector) => [sector.code, sector]));
    fillSectors();
  })
  .catch(() => {}) // Without names the codes are shown; everything else works.
  .finally(route);
