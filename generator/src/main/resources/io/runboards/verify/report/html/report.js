"use strict";

// Filters by verdict and text; the hash of the address keeps the state, such as
// #verdict=broken,doubtful&find=memory.
(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const byId = (id) => document.getElementById(id);

  const items = all("[data-verdict]").map((element) => ({
    element,
    verdict: element.dataset.verdict,
    section: element.closest("details"),
    text: null,
  }));
  const sections = all("details.section");
  const buttons = all("[data-filter]");
  const followers = all("[data-of]");
  const find = byId("find");
  const state = { verdicts: new Set(), find: "" };
  let openBefore = null;

  const textOf = (item) => {
    if (item.text === null) {
      const title = item.section ? item.section.querySelector("h2").textContent : "";
      const parts = all("h3, .name b, .promql, .flaws, .reason, .kind", item.element);
      item.text = [title, ...parts.map((it) => it.textContent)].join("\n").toLowerCase();
    }
    return item.text;
  };

  const fits = (item, words) =>
    (state.verdicts.size === 0 || state.verdicts.has(item.verdict)) &&
    words.every((word) => textOf(item).includes(word));

  const isFiltering = () => state.verdicts.size > 0 || state.find.trim() !== "";

  // While something is searched for, what is found must be seen; afterwards all is as it was.
  const openSections = () => {
    if (isFiltering() && openBefore === null) {
      openBefore = sections.filter((it) => it.open);
      sections.forEach((it) => (it.open = true));
    } else if (!isFiltering() && openBefore !== null) {
      sections.forEach((it) => (it.open = openBefore.includes(it)));
      openBefore = null;
    }
  };

  const show = () => {
    const words = state.find.toLowerCase().split(/\s+/).filter((it) => it !== "");
    const found = new Set();
    let count = 0;
    for (const item of items) {
      const isFound = fits(item, words);
      item.element.hidden = !isFound;
      if (isFound) {
        count++;
        found.add(item.section);
      }
    }
    sections.forEach((it) => (it.hidden = isFiltering() && !found.has(it)));
    for (const follower of followers) {
      const target = byId(follower.dataset.of);
      follower.hidden = target.hidden;
    }
    buttons.forEach((it) =>
      it.setAttribute("aria-pressed", String(state.verdicts.has(it.dataset.filter))));
    byId("shown").textContent = isFiltering() ? `${count} of ${items.length} shown` : "";
    byId("nothing").hidden = count > 0 || !isFiltering();
    openSections();
  };

  const hash = () => {
    const parts = [];
    if (state.verdicts.size > 0) parts.push("verdict=" + [...state.verdicts].join(","));
    if (state.find.trim() !== "") parts.push("find=" + encodeURIComponent(state.find.trim()));
    return parts.join("&");
  };

  const keep = () => {
    const address = location.pathname + location.search;
    history.replaceState(null, "", hash() === "" ? address : "#" + hash());
  };

  const read = () => {
    const parts = new URLSearchParams(location.hash.slice(1));
    const known = buttons.map((it) => it.dataset.filter);
    const verdicts = (parts.get("verdict") || "").split(",").filter((it) => known.includes(it));
    state.verdicts = new Set(verdicts);
    state.find = parts.get("find") || "";
    find.value = state.find;
  };

  const goTo = (id) => {
    const target = byId(id);
    if (target === null) return;
    if (target.hidden || target.closest("[hidden]")) {
      state.verdicts.clear();
      state.find = find.value = "";
      keep();
      show();
    }
    const section = target.closest("details");
    if (section) section.open = true;
    target.scrollIntoView();
    target.focus({ preventScroll: true });
  };

  for (const button of buttons) {
    button.disabled = false;
    button.addEventListener("click", () => {
      const verdict = button.dataset.filter;
      if (!state.verdicts.delete(verdict)) state.verdicts.add(verdict);
      keep();
      show();
    });
  }

  find.parentElement.hidden = false;
  find.addEventListener("input", () => {
    state.find = find.value;
    keep();
    show();
  });
  byId("open").addEventListener("click", () => sections.forEach((it) => (it.open = true)));
  byId("close").addEventListener("click", () => sections.forEach((it) => (it.open = false)));

  document.addEventListener("keydown", (event) => {
    const isTyping = event.target instanceof HTMLInputElement;
    if (event.key === "/" && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      find.focus();
    }
  });

  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (link) {
      event.preventDefault();
      goTo(link.getAttribute("href").slice(1));
      if (!isFiltering()) history.replaceState(null, "", link.getAttribute("href"));
    }
  });

  if (navigator.clipboard) {
    for (const code of all(".query .promql")) {
      const query = code.textContent;
      const copy = document.createElement("button");
      copy.type = "button";
      copy.className = "copy";
      copy.textContent = "Copy";
      copy.addEventListener("click", () =>
        navigator.clipboard.writeText(query).then(
          () => (copy.textContent = "Copied"),
          () => (copy.textContent = "Not allowed")));
      code.parentElement.querySelector(".facts").append(copy);
    }
  }

  let openBeforePrint = [];
  window.addEventListener("beforeprint", () => {
    openBeforePrint = sections.filter((it) => it.open);
    sections.forEach((it) => (it.open = true));
  });
  window.addEventListener("afterprint", () =>
    sections.forEach((it) => (it.open = openBeforePrint.includes(it))));

  window.addEventListener("hashchange", () => {
    read();
    show();
    goTo(location.hash.slice(1));
  });

  read();
  show();
  if (location.hash !== "" && !location.hash.includes("=")) goTo(location.hash.slice(1));
})();
