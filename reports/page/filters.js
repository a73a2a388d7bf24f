// Which findings are shown, and how many each filter would show.
const boxes = every(".filters input[type=checkbox]");
const counts = new Map(every("[data-count]").map((count) => [count.dataset.count, count]));
const choices = { type: $("type"), rule: $("rule") };
let shown = [];

const folded = (words) => words.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

function fill(select, field, name) {
  const values = [...new Set(findings.map((finding) => finding[field]))].sort();
  select.replaceChildren(new Option(`all ${field}s`, ""), ...values.map((value) => new Option(value, value)));
  for (const option of select.options) option.dataset.name = option.value && name(option.value);
}

const nameOfRule = (rule) => `${rule} ${findings.find((finding) => finding.rule === rule).name}`;

function haystack(finding) {
  const said = finding.evidence.map((evidence) => evidence.context.join(""));
  finding.words ||= folded([finding.message, finding.rule, finding.name, finding.type, finding.fingerprint, ...said].join("\n"));
  return finding.words + "\n" + folded(entryOf(finding).note);
}

// The filters that a finding does not pass.
function failed(finding, ticked, words) {
  const out = [];
  if (!ticked.severity.has(finding.severity)) out.push("severity");
  if (!ticked.state.has(stateOf(finding))) out.push("state");
  for (const [field, select] of Object.entries(choices)) if (select.value && finding[field] !== select.value) out.push(field);
  if (words.length) {
    const hay = haystack(finding);
    if (!words.every((word) => hay.includes(word))) out.push("words");
  }
  return out;
}

function tally() {
  const found = new Map();
  const add = (field, value) => found.set(`${field} ${value}`, (found.get(`${field} ${value}`) || 0) + 1);
  return { found, add };
}

function filter() {
  const ticked = { severity: new Set(), state: new Set() };
  for (const box of boxes) if (box.checked) ticked[box.name].add(box.value);
  const words = folded($("search").value).split(/\s+/).filter(Boolean);
  const { found, add } = tally();
  const touched = new Set();
  const turned = new Set();
  shown = [];
  for (const finding of findings) {
    const fails = failed(finding, ticked, words);
    for (const field of ["severity", "state", "type", "rule"]) {
      if (!fails.length || (fails.length === 1 && fails[0] === field)) add(field, field === "state" ? stateOf(finding) : finding[field]);
    }
    if (!fails.length) shown.push(finding);
    if (finding.hidden !== fails.length > 0) {
      finding.hidden = fails.length > 0;
      finding.element.hidden = finding.hidden;
      turned.add(finding.story);
      for (const mark of finding.marks) touched.add(mark);
    }
  }
  for (const mark of touched) mark.classList.toggle("off", resting.get(mark).every((finding) => finding.hidden));
  count(found);
  for (const story of turned) group(story);
}

// What already says so is left alone: a browser lays out anew what is written to.
function inscribe(place, words) {
  if (place.textContent !== words) place.textContent = words;
}

function count(found) {
  for (const [name, place] of counts) inscribe(place, String(found.get(name) || 0));
  for (const [field, select] of Object.entries(choices)) {
    for (const option of select.options) {
      const number = found.get(`${field} ${option.value}`) || 0;
      if (option.value) inscribe(option, `${option.dataset.name} (${number})`);
    }
  }
}

// A heading without findings goes; a story without any says so.
function group(story) {
  for (const list of story.lists) {
    list.hidden = ![...list.children].some((item) => !item.hidden);
    list.previousElementSibling.hidden = list.hidden;
  }
  story.section.querySelector(".none").hidden = !story.lists.length || story.lists.some((list) => !list.hidden);
}

function showAll() {
  for (const box of boxes) box.checked = true;
  for (const select of Object.values(choices)) select.value = "";
  $("search").value = "";
}
