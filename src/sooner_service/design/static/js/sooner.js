// What script adds: every page works without it. Nothing typed is ever kept in the browser's own storage.

const AUTOSAVE_EVERY = 10_000;
const AUTOSAVE_AFTER = 400;
const WAIT_FOR_AUTOSAVE = 3_000;
const WARN_BEFORE = 5 * 60_000;

const each = (selector, start) => document.querySelectorAll(selector).forEach(start);

function say(place, words, isProblem = false) {
  if (!place) return;
  place.textContent = words;
  place.classList.toggle("sooner-autosave--problem", isProblem);
}

function clockTime(moment) {
  return moment.toLocaleTimeString("en-GB", { hour: "numeric", minute: "2-digit", hour12: true }).replace(" ", "");
}

/* Keeps what is typed, every ten seconds while it changes and when a field is left. Once the form itself is sent nothing more is
   kept: a copy that arrived after the form would stand there as unsaved words. */
function autosave(form) {
  const status = form.querySelector("[data-autosave-status]") || document.querySelector("[data-autosave-status]");
  let kept = written(form);
  let isBusy = false;
  let isSent = false;
  let isWaiting = false;
  let saving = Promise.resolve();
  let timer;

  async function save() {
    const now = written(form);
    if (isBusy || isSent || now === kept) return;
    isBusy = true;
    say(status, "Saving");
    try {
      const answer = await fetch(form.dataset.autosaveUrl, {
        method: "POST",
        body: new URLSearchParams(now),
        headers: { "X-Autosave": "yes" },
        credentials: "same-origin",
        redirect: "manual",
      });
      if (answer.ok) {
        kept = now;
        say(status, `Saved at ${clockTime(new Date())}`);
      } else if (answer.status === 401 || answer.status === 403 || answer.type === "opaqueredirect") {
        say(status, "You have been signed out. What you typed is still here. Press save: we ask you to sign in and keep your words.", true);
      } else {
        say(status, "Not saved yet. We will try again. Do not close this page.", true);
      }
    } catch {
      say(status, "Not saved: there is no connection. We will try again. Do not close this page.", true);
    } finally {
      isBusy = false;
    }
  }

  function saveNow() {
    if (!isBusy) saving = save();
  }

  function saveSoon() {
    clearTimeout(timer);
    timer = setTimeout(saveNow, AUTOSAVE_AFTER);
  }

  function send(event) {
    clearTimeout(timer);
    const isReady = isSent || !isBusy;
    if (isReady && !isWaiting) { isSent = true; return; }
    event.preventDefault();
    if (isWaiting) return;
    isSent = isWaiting = true;
    Promise.race([saving, new Promise((done) => { setTimeout(done, WAIT_FOR_AUTOSAVE); })]).then(() => {
      isWaiting = false;
      form.requestSubmit(event.submitter);
    });
  }

  form.addEventListener("focusout", saveSoon);
  form.addEventListener("change", saveSoon);
  form.addEventListener("submit", send);
  window.addEventListener("pageshow", () => { isSent = false; });
  setInterval(saveNow, AUTOSAVE_EVERY);
  document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") saveNow(); });
}

function written(form) {
  const pairs = [...new FormData(form)].filter(([, value]) => typeof value === "string");
  return new URLSearchParams(pairs).toString();
}

/* A button that saves in place: the answer's row with the same id replaces the one on the page. */
function tap(form) {
  form.addEventListener("submit", async (event) => {
    const row = form.closest("[data-tap-row]");
    if (!row || !row.id) return;
    event.preventDefault();
    const body = new URLSearchParams(new FormData(form, event.submitter));
    const buttons = form.querySelectorAll("button");
    buttons.forEach((button) => { button.disabled = true; });
    try {
      const answer = await fetch(form.action, { method: "POST", body, credentials: "same-origin", headers: { "X-Tap": "yes" } });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.getElementById(row.id);
      if (!answer.ok || !fresh) throw new Error("not saved");
      row.replaceWith(fresh);
      start(fresh);
      (fresh.querySelector("button, a, input") || fresh).focus();
      announce(fresh.dataset.tapSays || "Saved");
    } catch {
      buttons.forEach((button) => { button.disabled = false; });
      announce("Not saved. Check the connection and press again.");
      form.querySelector("[data-tap-problem]")?.replaceChildren("Not saved. Press again.");
    }
  });
}

function announce(words) {
  let place = document.querySelector("[data-announcer]");
  if (!place) {
    place = document.createElement("p");
    place.className = "govuk-visually-hidden";
    place.setAttribute("role", "status");
    place.dataset.announcer = "";
    document.querySelector("main").append(place);
  }
  place.textContent = "";
  setTimeout(() => { place.textContent = words; }, 50);
}

/* A grid of inputs: arrows and Enter move, a block copied from a spreadsheet is pasted cell by cell. */
function classGrid(table) {
  const rows = () => [...table.querySelectorAll("tbody tr")].map((row) => [...row.querySelectorAll("input[type=text], input:not([type])")]);

  function place(input) {
    const all = rows();
    const down = all.findIndex((cells) => cells.includes(input));
    return { all, down, across: down < 0 ? -1 : all[down].indexOf(input) };
  }

  table.addEventListener("keydown", (event) => {
    const { all, down, across } = place(event.target);
    if (down < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
    const atStart = event.target.selectionStart === 0;
    const atEnd = event.target.selectionEnd === event.target.value.length;
    const isRtl = document.documentElement.dir === "rtl";
    const side = isRtl ? -1 : 1;
    const steps = {
      ArrowDown: [1, 0], Enter: [1, 0], ArrowUp: [-1, 0],
      ArrowRight: (isRtl ? atStart : atEnd) ? [0, side] : null, ArrowLeft: (isRtl ? atEnd : atStart) ? [0, -side] : null,
    };
    const step = steps[event.key];
    if (!step) return;
    const next = all[down + step[0]]?.[across + step[1]];
    if (next) {
      event.preventDefault();
      next.focus();
      next.select();
    }
  });

  table.addEventListener("paste", (event) => {
    const { all, down, across } = place(event.target);
    const text = event.clipboardData.getData("text/plain");
    if (down < 0 || !/[\t\n]/.test(text.trim())) return;
    event.preventDefault();
    let count = 0;
    let left = 0;
    text.replace(/\r/g, "").replace(/\n$/, "").split("\n").forEach((line, below) => {
      line.split("\t").forEach((value, along) => {
        const input = all[down + below]?.[across + along];
        if (!input) { if (value.trim()) left += 1; return; }
        input.value = value.trim();
        input.dispatchEvent(new Event("change", { bubbles: true }));
        count += 1;
      });
    });
    const words = left ? ` ${left} more did not fit and were left out.` : "";
    announce(`${count} cells filled.${words} Check them before you save.`);
  });
}

/* Hides a staff screen on request, with Alt+Shift+H, and by itself when nobody has touched it for a while. */
function hideScreen() {
  const dialog = document.querySelector("[data-hidden-screen]");
  if (!dialog) return;
  const hide = () => { if (!dialog.open) dialog.showModal(); };
  each("[data-hide-screen]", (button) => button.addEventListener("click", hide));
  dialog.querySelector("[data-show-screen]").addEventListener("click", () => dialog.close());
  document.addEventListener("keydown", (event) => {
    if (event.altKey && event.shiftKey && event.code === "KeyH") hide();
  });
  const wait = Number(document.body.dataset.hideAfter) * 1000;
  if (!wait) return;
  let timer = setTimeout(hide, wait);
  const restart = () => { clearTimeout(timer); timer = setTimeout(hide, wait); };
  ["keydown", "pointerdown", "pointermove", "scroll"].forEach((kind) => document.addEventListener(kind, restart, { passive: true }));
}

/* Says that the session is about to end and offers to stay. It never leaves the page, so nothing typed is lost. */
function sessionWarning() {
  const seconds = Number(document.body.dataset.sessionSeconds);
  if (!seconds) return;
  let timer = setTimeout(warn, Math.max(0, seconds * 1000 - WARN_BEFORE));

  function warn() {
    const box = document.createElement("div");
    box.className = "sooner-session";
    box.setAttribute("role", "alertdialog");
    box.setAttribute("aria-label", "You will be signed out soon");
    box.innerHTML = '<p class="govuk-body"></p><button class="govuk-button" type="button">Stay signed in</button>';
    const words = box.querySelector("p");
    const button = box.querySelector("button");
    words.textContent = `You will be signed out at ${clockTime(new Date(Date.now() + Math.min(WARN_BEFORE, seconds * 1000)))}, because nothing has been sent for a while.`;
    const ended = setTimeout(() => {
      words.textContent = "You have been signed out. What you typed is still on this page. Press save: we ask you to sign in and keep your words.";
      button.remove();
    }, Math.min(WARN_BEFORE, seconds * 1000));
    button.addEventListener("click", async () => {
      try {
        const answer = await fetch(document.body.dataset.keepAlive, { credentials: "same-origin" });
        if (!answer.ok) throw new Error("not kept");
        clearTimeout(ended);
        box.remove();
        timer = setTimeout(warn, Math.max(0, seconds * 1000 - WARN_BEFORE));
      } catch {
        words.textContent = "We could not keep you signed in. Save your work now.";
      }
    });
    document.body.append(box);
    clearTimeout(timer);
  }
}

/* The published script marks a radio that reveals a field as "expanded", which the accessibility rules do not allow on a radio. */
function plainRadios(radios) {
  const clean = () => radios.querySelectorAll("input[type=radio][aria-expanded]").forEach((radio) => radio.removeAttribute("aria-expanded"));
  new MutationObserver(clean).observe(radios, { attributes: true, attributeFilter: ["aria-expanded"], subtree: true });
  clean();
}

function start(root) {
  root.querySelectorAll(".govuk-radios").forEach(plainRadios);
  root.querySelectorAll("form[data-autosave-url]").forEach(autosave);
  root.querySelectorAll("form[data-tap]").forEach(tap);
  root.querySelectorAll("table[data-class-grid]").forEach(classGrid);
  root.querySelectorAll("[data-print]").forEach((button) => button.addEventListener("click", () => window.print()));
}

start(document);
hideScreen();
sessionWarning();
