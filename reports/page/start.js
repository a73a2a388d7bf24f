// Keys, buttons, colours; then the page comes to life.
const KEYS = {
  j: () => step(1),
  k: () => step(-1),
  a: () => decide("accept"),
  x: () => decide("not-an-issue"),
  u: undo,
  n: () => (current ? writing.focus() : tell("Choose a finding first: j")),
  w: () => current && why(current),
  s: summary,
  "]": () => turn(1),
  "[": () => turn(-1),
  e: exported,
  c: () => dialog("notes"),
  "/": () => $("search").focus(),
  "?": () => dialog("help"),
};

// Why stays open, or shut, from finding to finding.
function why(finding, wanted = !finding.element.querySelector(".why").open) {
  for (const details of every(".why")) details.open = wanted;
}

function dialog(name) {
  if (name === "notes") list();
  $(name).showModal();
}

function typed(event) {
  const writes = event.target.closest("input:not([type=checkbox]), textarea, select");
  if (event.key === "Escape" && writes && !event.target.closest("dialog")) return back(event);
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || writes || document.querySelector("dialog[open]")) return undefined;
  const text = event.target.closest(".text");
  if (text && (event.key === "ArrowRight" || event.key === "ArrowLeft")) return done(event, () => walk(text, event.key === "ArrowRight" ? 1 : -1));
  const free = !event.target.closest(".text, .scroll, .bar, .summary");
  if (free && place && (event.key === "ArrowDown" || event.key === "ArrowUp")) return done(event, () => step(event.key === "ArrowDown" ? 1 : -1));
  if (!$("use-keys").checked) return undefined;
  const act = KEYS[event.key] || (/^[1-9]$/.test(event.key) && (() => decide(fixing(event.key - 1))));
  return act && done(event, act);
}

function done(event, act) {
  event.preventDefault();
  act();
}

function back(event) {
  if (event.target.id === "search" && event.target.value) return undefined;
  event.preventDefault();
  noted();
  if (current) current.head.focus({ preventScroll: true });
  else event.target.blur();
  return undefined;
}

function clicked(event) {
  const link = event.target.closest("a[data-finding]");
  const head = event.target.closest(".head");
  const mark = event.target.closest("mark:not(.off)");
  const decision = event.target.closest("[data-decision]");
  if (link) {
    const finding = byKey.get(link.dataset.finding);
    const nth = every("a[data-finding]", finding.element).indexOf(link);
    event.preventDefault();
    choose(finding, { at: markOf(finding, finding.evidence[nth]) });
  } else if (head) {
    const finding = byKey.get(head.dataset.finding);
    if (finding === current) leave();
    else choose(finding);
    say();
  } else if (mark && getSelection().isCollapsed) choose(of(mark), { at: mark });
  else if (decision) decide(decision.dataset.decision);
  else if (event.target.closest("[data-undo]")) undo();
}

function colours(theme) {
  if (theme) document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
}

function settings() {
  $("theme").value = ["light", "dark"].includes(kept("theme")) ? kept("theme") : "";
  colours($("theme").value);
  $("theme").addEventListener("change", () => {
    colours($("theme").value);
    keep("theme", $("theme").value || null);
  });
  for (const name of ["use-keys", "go-on"]) {
    $(name).checked = kept(name) !== "no";
    $(name).addEventListener("change", () => keep(name, $(name).checked ? null : "no"));
  }
}

function wire() {
  const on = (id, name, act) => $(id)?.addEventListener(name, act);
  document.addEventListener("click", clicked);
  document.addEventListener("keydown", typed);
  on("next", "click", () => step(1));
  on("previous", "click", () => step(-1));
  on("export", "click", exported);
  on("import", "click", () => $("file").click());
  on("file", "change", () => imported($("file").files[0]).then(() => ($("file").value = "")));
  on("open-notes", "click", () => dialog("notes"));
  on("open-help", "click", () => dialog("help"));
  on("note-version", "change", write);
  on("note-form", "change", write);
  on("copy-note", "click", copy);
  on("save-note", "click", saveNote);
  on("to-summary", "click", summary);
  on("story-before", "click", () => turn(-1));
  on("story-after", "click", () => turn(1));
  on("story", "change", () => ($("story").value ? enter(stories[$("story").value - 1], false) : summary()));
  on("all", "click", () => (showAll(), filtered()));
  on("search", "input", filtered);
  for (const choice of [...boxes, ...Object.values(choices)]) choice.addEventListener("change", filtered);
  writing.addEventListener("change", noted);
  for (const row of rows) row.querySelector("a").addEventListener("click", (event) => done(event, () => enter(storyOf(row))));
  for (const button of every("[data-type]")) button.addEventListener("click", () => only(button.dataset.type));
}

// A finding that the filters hide is not the one in view any more.
function filtered() {
  filter();
  if (current?.hidden) leave();
  say();
}

function only(type) {
  showAll();
  choices.type.value = type;
  filtered();
  step(1);
}

// The finding that the address names comes into view.
function named() {
  const finding = byKey.get(location.hash.slice(2));
  if (finding) choose(finding);
  return Boolean(finding);
}

function start() {
  settings();
  prepare();
  fill(choices.type, "type", (type) => type.replaceAll("_", " "));
  fill(choices.rule, "rule", nameOfRule);
  stories.forEach(load);
  for (const finding of findings) {
    finding.head.setAttribute("aria-expanded", "false");
    paint(finding);
  }
  document.documentElement.classList.add("ready");
  wire();
  refresh();
  if (!keeps) warn("This browser keeps nothing for this page: decisions last until you close it. Export them before.");
  addEventListener("storage", ({ key }) => {
    const story = stories.find((one) => key === `${KEPT}story/${one.story}`);
    if (!story) return;
    load(story);
    story.findings.forEach(paint);
    refresh();
  });
  addEventListener("beforeprint", () => every("details").forEach((details) => (details.open = true)));
  addEventListener("pagehide", noted);
  addEventListener("hashchange", named);
  if (named()) return;
  if ($("summary")) show(null);
  else if (stories.length) enter(stories[0], false);
}

start();
