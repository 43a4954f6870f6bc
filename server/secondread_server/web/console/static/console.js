// The console's keys. Everything works without this file; it sends only what the pressed button would send.
"use strict";
(() => {
  let chosen = null; // the id of the chosen case: a poll may replace the rows, not the choice
  let place = 0; // where it stood, for when it leaves the list

  const rows = () => Array.from(document.querySelectorAll("tr[data-case]"));

  function mark(row, isMoved) {
    rows().forEach((other) => other.classList.toggle("sel", other === row));
    if (!row) return;
    chosen = row.dataset.case;
    place = rows().indexOf(row);
    const link = row.querySelector("a");
    offer(link);
    if (isMoved && link) {
      link.focus({ preventScroll: true });
      row.scrollIntoView({ block: "nearest" });
    }
  }

  // The one button of the list opens the chosen case; it is as wide whatever the name.
  function offer(link) {
    const button = document.getElementById("open");
    if (!button || !link) return;
    button.href = link.href;
    button.firstElementChild.textContent = `Open ${link.textContent}`;
  }

  const tell = (sentence) => { const told = document.getElementById("told"); if (told) told.textContent = sentence; };

  // What "Assign to me" on the case's page does, for the chosen row; the list then asks for itself anew.
  async function take() {
    const row = current();
    if (!row) return;
    const name = row.querySelector("a").textContent;
    if (!row.hasAttribute("data-take")) return tell(`${name} cannot be assigned to you now.`);
    const body = new URLSearchParams({ form_token: document.querySelector("[name=form_token]").value });
    const place = row.querySelector("a").pathname;
    const answer = await fetch(`${place}/take`, { method: "POST", body, redirect: "manual" }).catch(() => null);
    if (answer && answer.status === 401) return window.location.reload();
    const isDone = answer && answer.type === "opaqueredirect";
    tell(isDone ? `${name} is yours now, and stands under Mine.` : `${name} was not assigned. Open the case to see how it stands.`);
    window.setTimeout(() => tell(""), 8000);
    const list = document.getElementById("list");
    touched = 0;
    if (list.hasAttribute("hx-get")) window.htmx.trigger(list, "again");
    else if (isDone) row.querySelector(".c-with").textContent = "you"; // what was found by a search is not asked for again
  }

  function current() {
    return rows().find((row) => row.dataset.case === chosen);
  }

  function move(step) {
    const all = rows();
    const now = all.indexOf(current());
    mark(all[Math.min(all.length - 1, Math.max(0, now < 0 ? place : now + step))], true);
  }

  function open() {
    const link = current() && current().querySelector("a");
    if (link) link.click();
  }

  const keys = {
    j: () => move(1),
    k: () => move(-1),
    Enter: open,
    a: take,
    "/": () => document.getElementById("find")?.focus(),
    "?": () => document.getElementById("keys")?.showModal(),
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    if (event.target.closest("input, textarea, select, button, summary, dialog")) return;
    if (event.key === "Enter" && event.target.closest("a")) return;
    const named = /^[a-z]$/.test(event.key) && document.querySelector(`[data-key="${event.key}"]`);
    if (named) {
      event.preventDefault();
      if (!event.repeat) named.click(); // a key that is held down acts once
      return;
    }
    const act = keys[event.key];
    if (!act || !(document.getElementById("list") || event.key === "?")) return;
    if (act === take && !document.querySelector("[data-take]")) return;
    event.preventDefault();
    act();
  });

  document.addEventListener("click", (event) => {
    const row = event.target.closest("tr[data-case]");
    if (row && !event.target.closest("a") && !String(window.getSelection())) {
      mark(row, false);
      open();
    }
  });

  // ---- the poll: nothing moves under a hand that is at work, and the focus stays where it was

  const HAND_RESTS = 3000; // milliseconds
  let touched = 0; // when a hand last moved over the rows
  let wasOnRow = false;

  ["pointermove", "pointerdown"].forEach((name) => document.addEventListener(name, (event) => {
    if (event.target.closest?.("#list tbody")) touched = Date.now();
  }, { passive: true }));

  const isSearch = (event) => event.detail.requestConfig?.verb === "post";

  document.addEventListener("htmx:beforeSwap", (event) => {
    const isAtWork = Date.now() - touched < HAND_RESTS || String(window.getSelection());
    if (isAtWork && !isSearch(event)) event.detail.shouldSwap = false; // the next poll brings what this one brought
    wasOnRow = Boolean(document.activeElement.closest("tr[data-case]"));
  });

  document.addEventListener("htmx:afterSwap", (event) => {
    if (isSearch(event)) {
      document.getElementById("open")?.toggleAttribute("hidden", !rows().length);
      if (rows().length) mark(rows()[0], true); // j, k and Enter go on from what was found
      return;
    }
    const row = current() || rows()[Math.min(place, rows().length - 1)];
    mark(row, false);
    const isLost = wasOnRow && document.activeElement === document.body; // its row left the list
    if (isLost && row) row.querySelector("a")?.focus({ preventScroll: true });
  });

  // A search changes the list in place: a page that was posted cannot be come back to. What goes wrong shows as a page.
  document.addEventListener("htmx:responseError", (event) => {
    if (isSearch(event)) event.detail.elt.submit();
  });

  // A list that could not be asked for again says so, until it can.
  let isStale = false;
  ["htmx:sendError", "htmx:responseError"].forEach((name) => document.addEventListener(name, (event) => {
    if (isSearch(event)) {
      if (name === "htmx:sendError") tell("The receiver does not answer. Please search once more in a moment.");
      return;
    }
    if (!isStale) tell("The receiver does not answer. This list is as it was a moment ago, and is asked for again by itself.");
    isStale = true;
  }));
  document.addEventListener("htmx:afterRequest", (event) => {
    if (!isStale || !event.detail.successful) return;
    isStale = false;
    tell("");
  });

  // On a phone the tabs scroll sideways: the one that is open is in sight.
  const tab = document.querySelector(".tabs .on");
  const showTab = () => { tab.parentElement.scrollLeft += tab.getBoundingClientRect().right - window.innerWidth + 16; };
  if (tab) ["load", "resize"].forEach((name) => window.addEventListener(name, showTab));

  // A page left open shows no patient once its session has ended. What was typed goes through the sign-in page and
  // comes back after it; the form's token is the ended session's, so that sending it decides nothing.
  const awake = document.body.dataset.awake;

  async function lookWhetherAwake() {
    const answer = await fetch(awake, { headers: { "HX-Request": "true" } }).catch(() => null);
    if (!answer || answer.status !== 401) return;
    const typed = Array.from(document.querySelectorAll("textarea")).find((area) => area.value.trim());
    if (typed) typed.form.submit();
    else window.location.reload();
  }

  if (awake) {
    window.setInterval(lookWhetherAwake, 60000);
    document.addEventListener("visibilitychange", () => document.hidden || lookWhetherAwake());
    window.addEventListener("pageshow", (event) => event.persisted && lookWhetherAwake());
  }

  // A small picture that waits its turn too long is asked for again, a few times.
  document.addEventListener("error", (event) => {
    const image = event.target;
    const tries = Number(image.dataset?.tries || 0);
    if (!image.matches?.("img[data-again]")) return;
    if (tries >= 6) return image.remove();
    image.dataset.tries = tries + 1;
    image.classList.add("waits");
    image.addEventListener("load", () => image.classList.remove("waits"), { once: true });
    window.setTimeout(() => { image.src = image.src; }, 2000 * (tries + 1));
  }, true);

  document.addEventListener("focusin", (event) => {
    if (event.target.matches("[data-select]")) event.target.select();
  });

  // One menu at a time; Escape closes it and goes back to its button.
  document.addEventListener("toggle", (event) => {
    if (!event.target.matches("details.menu[open]")) return;
    document.querySelectorAll("details.menu[open]").forEach((menu) => { if (menu !== event.target) menu.open = false; });
  }, true);
  document.addEventListener("keydown", (event) => {
    const menu = event.key === "Escape" && document.querySelector("details.menu[open]");
    if (!menu) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });

  if (rows().length) mark(rows()[0], false);
})();
