// The finding in view: its evidence is brought into view in every version.
let current = null;
let place = null;
let address = 0;

function bring(element, box) {
  if (box.scrollHeight <= box.clientHeight) return;
  const top = element.getBoundingClientRect().top - box.getBoundingClientRect().top + box.scrollTop;
  box.scrollTop = Math.max(0, top - box.clientHeight / 3);
}

// The list moves only as far as it must, so that the eye keeps its place.
function reveal(element, box) {
  const { top, bottom } = element.getBoundingClientRect();
  const frame = box.getBoundingClientRect();
  if (top < frame.top + 40 || bottom > frame.bottom) box.scrollTop += top - frame.top - frame.height / 5;
}

function leave() {
  if (!current) return;
  unseat();
  current.element.classList.remove("current");
  current.head.setAttribute("aria-expanded", "false");
  for (const mark of current.marks) mark.classList.remove("current", "here");
  current = null;
}

// Shows one story, or the summary for null.
function show(story) {
  if (story === place) return;
  place = story;
  if ($("summary")) $("summary").hidden = story !== null;
  for (const one of stories) if (one.section.hidden === (one === story)) one.section.hidden = one !== story;
  if ($("story")) $("story").value = story ? story.number : "";
}

// `at`: the mark to bring into view in its own version, where the finding has several.
function choose(finding, { focus = false, at = null } = {}) {
  leave();
  show(finding.story);
  current = finding;
  finding.element.classList.add("current");
  finding.head.setAttribute("aria-expanded", "true");
  seat(finding);
  const first = new Map();
  for (const mark of finding.marks) {
    mark.classList.add("current");
    const box = mark.closest(".text");
    if (!first.has(box)) first.set(box, mark);
  }
  if (at) first.set(at.closest(".text"), at).get(at.closest(".text")).classList.add("here");
  for (const [box, mark] of first) bring(mark, box);
  reveal(finding.element, finding.element.closest(".list"));
  if (focus) finding.head.focus({ preventScroll: true });
  say();
}

function say() {
  const at = current ? shown.indexOf(current) + 1 : 0;
  $("position").textContent = at ? `${at} of ${shown.length}` : plural(shown.length, "finding");
  // Browsers refuse an address that changes too often.
  clearTimeout(address);
  address = setTimeout(() => history.replaceState(null, "", current ? `#f${current.key}` : "#"), 400);
}

// The next finding shown, also from one that a filter has just hidden.
function following(by) {
  if (!shown.length) return null;
  const from = current ? current.at : by > 0 ? -1 : findings.length;
  const ahead = by > 0 ? shown.find((one) => one.at > from) : shown.findLast((one) => one.at < from);
  return ahead || shown[by > 0 ? 0 : shown.length - 1];
}

function step(by) {
  if (!current && place) {
    const here = shown.filter((finding) => finding.story === place);
    if (here.length) return choose(here[by > 0 ? 0 : here.length - 1], { focus: true });
  }
  const next = following(by);
  return next && choose(next, { focus: true });
}

// The mark where a piece of evidence begins: columns count code points.
function markOf(finding, evidence) {
  const text = every(".text", finding.story.section)[evidence.document];
  let column = 1;
  for (const node of text.children[evidence.line - 1]?.childNodes || []) {
    if (column >= evidence.column && finding.marks.includes(node)) return node;
    column += [...node.textContent].length;
  }
  return null;
}

// From mark to mark through the text of one version.
function walk(text, by) {
  const marks = every("mark:not(.off)", text);
  const from = marks.findIndex((mark) => mark.classList.contains("here"));
  const start = from >= 0 ? from : marks.findIndex((mark) => mark.classList.contains("current"));
  const next = marks[start < 0 ? (by > 0 ? 0 : marks.length - 1) : (start + by + marks.length) % marks.length];
  if (next) choose(of(next), { at: next });
}

// The finding that a mark stands for; where several rest on it, the one behind the current.
function of(mark) {
  const those = resting.get(mark).filter((finding) => !finding.hidden);
  return those[(those.indexOf(current) + 1) % those.length];
}
