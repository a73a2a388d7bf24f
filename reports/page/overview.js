// The summary of many stories: what is open in each, sorted as the reader wants.
const rows = every("#summary tbody tr[data-story]");
const storyOf = (row) => stories[row.dataset.story - 1];

const opened = (story) => story.findings.filter((finding) => stateOf(finding) === "open").length;

function open() {
  if (!place) for (const row of rows) row.querySelector("[data-open]").textContent = opened(storyOf(row));
}

function cell(row, column) {
  const words = row.cells[column].textContent.trim();
  const number = Number.parseInt(words, 10);
  return Number.isNaN(number) ? words : number;
}

function compare(a, b) {
  return typeof a === "number" && typeof b === "number" ? a - b : String(a).localeCompare(String(b));
}

// A second time the other way round; equal ones stay in the order of what matters.
function sort(head) {
  const column = head.cellIndex;
  const down = head.getAttribute("aria-sort") !== "descending" && (head.dataset.sort !== "name" || head.getAttribute("aria-sort") === "ascending");
  for (const other of every("#summary th[data-sort]")) other.removeAttribute("aria-sort");
  head.setAttribute("aria-sort", down ? "descending" : "ascending");
  const value = (row) => (column ? cell(row, column) : row.cells[0].textContent);
  const order = [...rows].sort((a, b) => (down ? -1 : 1) * compare(value(a), value(b)) || a.dataset.story - b.dataset.story);
  rows[0]?.parentElement.append(...order);
}

function summary() {
  if (!$("summary")) return;
  leave();
  show(null);
  open();
  say();
  $("summary").focus();
}

// Another story, by its place beside the one in view.
function turn(by) {
  if (stories.length < 2) return;
  const at = place ? place.number - 1 + by : by > 0 ? 0 : stories.length - 1;
  enter(stories[(at + stories.length) % stories.length]);
}

function enter(story, focus = true) {
  leave();
  show(story);
  const first = shown.find((finding) => finding.story === story);
  if (first) choose(first, { focus });
  else say();
}

function prepare() {
  if (!$("summary")) return;
  $("story").replaceChildren(new Option("Summary", ""), ...stories.map((story) => new Option(`${story.number}. ${story.story}`, story.number)));
  for (const head of every("#summary th[data-sort]")) {
    const button = Object.assign(document.createElement("button"), { type: "button", className: "plain" });
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => sort(head));
  }
}
