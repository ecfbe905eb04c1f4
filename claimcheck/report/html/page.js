
"use strict";
// Filters, search and keys. The page is whole without them; nothing here fetches, stores articles' words, or writes markup.
(() => {
  const FACETS = ["severity", "check", "operation", "metric", "source", "state"];
  const OF_FIGURES = ["operation", "metric", "source"];
  const by = (id) => document.getElementById(id);
  const all = (selector, under = document) => [...under.querySelectorAll(selector)];
  const form = by("controls");
  const search = by("q");
  const menus = new Map(FACETS.map((name) => [name, by(`by-${name}`)]).filter(([, menu]) => menu));

  const entry = (element) => ({
    element,
    shown: true,
    words: null,
    severity: [element.dataset.severity],
    check: [element.dataset.check],
    operation: [element.dataset.operation],
    metric: [element.dataset.metric],
    source: (element.dataset.sources || "").split("\n"),
    state: [element.dataset.state],
  });
  // What is counted is in `findings`; in a list of figures alone these are the figures. `items` is filtered beside it.
  const noun = form.dataset.noun;
  const findings = all(noun === "finding" ? ".finding" : ".item").map(entry);
  const items = noun === "finding" ? all(".item").map(entry) : [];
  const parents = all(".op, details.part").filter((parent) => parent.querySelector(".item"));
  const wordsOf = (one) => (one.words ??= one.element.textContent.replace(/\s+/g, " ").toLowerCase());

  // What is asked for, as the address has it.
  const asked = () => {
    const found = new Map();
    for (const [name, menu] of menus) if (menu.value) found.set(name, menu.value);
    const text = search.value.trim().toLowerCase();
    return { facets: found, terms: text ? text.split(/\s+/) : [] };
  };
  const says = (one, terms) => terms.length === 0 || terms.every((term) => wordsOf(one).includes(term));
  const misses = (one, facets, names) => names.filter((name) => facets.has(name) && !one[name].includes(facets.get(name)));

  const show = (one, shown) => {
    if (one.shown !== shown) {
      one.shown = shown;
      one.element.hidden = !shown;
    }
    return shown;
  };

  const apply = () => {
    const { facets, terms } = asked();
    const counts = new Map([...menus.keys()].map((name) => [name, new Map()]));
    let shown = 0;
    for (const one of findings) {
      const missed = says(one, terms) ? misses(one, facets, FACETS) : null;
      if (show(one, missed !== null && missed.length === 0)) shown += 1;
      if (missed === null || missed.length > 1) continue;
      for (const [name, count] of counts) {
        if (missed.length === 1 && missed[0] !== name) continue;
        for (const value of one[name]) count.set(value, (count.get(value) || 0) + 1);
      }
    }
    for (const one of items) show(one, says(one, terms) && misses(one, facets, OF_FIGURES).length === 0);
    for (const parent of parents) parent.hidden = !parent.querySelector(".item:not([hidden])");
    tell(shown, facets, terms, counts);
  };

  const tell = (shown, facets, terms, counts) => {
    const total = findings.length;
    const nouns = total === 1 ? noun : `${noun}s`;
    const [part, whole] = [shown, total].map((count) => count.toLocaleString("en"));
    by("shown").value = shown === total ? `${whole} ${nouns}` : `${part} of ${whole} ${nouns}`;
    by("clear").hidden = facets.size === 0 && terms.length === 0;
    for (const [name, menu] of menus) {
      const count = counts.get(name);
      for (const option of menu.options) {
        const text = option.value ? `${option.value} (${count.get(option.value) || 0})` : option.text;
        if (option.text !== text) option.text = text;
      }
    }
    const empty = by("nothing");
    empty.hidden = shown > 0 || total === 0;
  };

  // The address keeps the filter, so that a link or a reload shows the same.
  const keep = () => {
    const found = new URLSearchParams();
    if (search.value.trim()) found.set("q", search.value.trim());
    for (const [name, menu] of menus) if (menu.value) found.set(name, menu.value);
    const hash = found.toString();
    history.replaceState(null, "", hash ? `#${hash}` : location.pathname + location.search);
  };
  const recall = () => {
    const hash = location.hash.slice(1);
    if (!hash.includes("=")) return open(hash);
    const found = new URLSearchParams(hash);
    search.value = found.get("q") || "";
    for (const [name, menu] of menus) {
      menu.value = found.get(name) || "";
      if (menu.selectedIndex < 0) menu.value = "";
    }
    apply();
  };
  const clear = () => {
    search.value = "";
    for (const menu of menus.values()) menu.value = "";
    apply();
    keep();
  };
  // A link into the page leads somewhere even when its target is folded or filtered away.
  const open = (id) => {
    const target = id && document.getElementById(decodeURIComponent(id));
    if (!target) return;
    if (target.closest("[hidden]")) clear();
    for (let up = target; up; up = up.parentElement) if (up.tagName === "DETAILS") up.open = true;
    target.scrollIntoView();
    if (target.tabIndex === -1) target.focus({ preventScroll: true });
  };

  const step = (by) => {
    const shown = findings.filter((one) => one.shown).map((one) => one.element);
    if (shown.length === 0) return;
    const at = shown.indexOf(document.activeElement.closest?.(".finding"));
    const next = at < 0 ? (by > 0 ? 0 : shown.length - 1) : Math.min(Math.max(at + by, 0), shown.length - 1);
    shown[next].focus({ preventScroll: true });
    shown[next].scrollIntoView({ block: "start" });
  };
  const KEYS = {
    "/": () => { search.focus(); search.select(); },
    j: () => step(1),
    k: () => step(-1),
    x: clear,
    "?": () => by("shortcuts").showModal(),
  };
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && event.target === search) return search.blur();
    if (event.ctrlKey || event.metaKey || event.altKey || !by("keys").checked || by("shortcuts").open) return;
    if (event.target.closest?.("input, select, textarea")) return;
    const act = KEYS[event.key];
    if (act) { event.preventDefault(); act(); }
  });

  // Printed, everything is unfolded.
  let folded = [];
  addEventListener("beforeprint", () => {
    folded = all("details:not([open])");
    for (const one of folded) one.open = true;
  });
  addEventListener("afterprint", () => {
    for (const one of folded) one.open = false;
  });

  document.documentElement.classList.add("js");
  form.hidden = false;
  const narrow = matchMedia("(max-width: 43.99rem)");
  const fold = () => { const filters = by("filters"); if (filters) filters.open = !narrow.matches; };
  fold();
  narrow.addEventListener("change", fold);
  form.addEventListener("submit", (event) => event.preventDefault());
  let waiting = 0;
  search.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => { apply(); keep(); }, 80);
  });
  for (const menu of menus.values()) menu.addEventListener("change", () => { apply(); keep(); });
  by("clear").addEventListener("click", () => { clear(); search.focus(); });
  by("help").addEventListener("click", () => by("shortcuts").showModal());
  by("nothing").querySelector("button").addEventListener("click", clear);
  addEventListener("hashchange", recall);
  // The words are gathered while nobody waits, so that the first search is as quick as the next.
  const gather = (at) => {
    const end = Math.min(at + 50, findings.length + items.length);
    for (let n = at; n < end; n += 1) wordsOf(n < findings.length ? findings[n] : items[n - findings.length]);
    if (end < findings.length + items.length) setTimeout(gather, 0, end);
  };
  setTimeout(gather, 200, 0);
  apply();
  if (location.hash) recall();
})();
