// What the editor decides about the finding in view.
const panel = $("decide").content.firstElementChild;
const writing = panel.querySelector("textarea");
let written = "";
let word = 0;

function warn(text) {
  const line = $("word").cloneNode();
  Object.assign(line, { id: "", className: "word lasting", textContent: text });
  if (!every(".word.lasting").some((other) => other.textContent === text)) $("word").after(line);
}

function tell(text) {
  $("word").textContent = text;
  clearTimeout(word);
  word = setTimeout(() => ($("word").textContent = ""), 8000);
}

function seat(finding) {
  const fixes = finding.story.documents.map((document, at) => {
    const button = window.document.createElement("button");
    Object.assign(button, { type: "button", title: `correct ${document.label}` });
    button.dataset.decision = fixing(at);
    button.append(`Fix in ${document.letter}`);
    if (at < 9) button.append(" ", Object.assign(window.document.createElement("kbd"), { textContent: at + 1 }));
    return button;
  });
  panel.querySelector(".fixes").replaceChildren(...fixes);
  finding.element.querySelector(".seat").append(panel);
  written = writing.value = entryOf(finding).note;
  press(finding);
}

function press(finding) {
  const { decision } = entryOf(finding);
  for (const button of every("[data-decision]", panel)) button.setAttribute("aria-pressed", String(button.dataset.decision === decision));
  panel.querySelector("[data-undo]").disabled = !past.length;
}

// The note counts as written when its finding is left.
function unseat() {
  noted();
  panel.remove();
}

function noted() {
  if (!current || writing.value === written) return;
  const entry = { ...entryOf(current), note: writing.value.trim() ? writing.value : "" };
  written = writing.value;
  change([{ story: current.story, fingerprint: current.fingerprint, entry }]);
  paint(current);
  refresh();
}

// How a finding shows its state; the same fingerprint may stand in a story twice.
function paint(finding) {
  for (const one of finding.story.findings.filter((other) => other.fingerprint === finding.fingerprint)) {
    one.element.dataset.state = stateOf(one);
    inscribe(one.state, stateWords(one));
    inscribe(one.note, entryOf(one).note);
    one.note.hidden = !one.note.textContent;
  }
}

function refresh() {
  filter();
  const asked = findings.filter((finding) => !finding.accepted);
  const done = asked.filter((finding) => entryOf(finding).decision).length;
  $("progress").max = asked.length || 1;
  $("progress").value = done;
  $("decided").textContent = `${done} of ${asked.length} decided`;
  if (current) press(current);
  open();
  say();
}

function decide(decision) {
  if (!current) return tell("Choose a finding first: j");
  const document = corrected(current.story, decision);
  if (document === undefined) return tell("There is no such version");
  noted();
  const finding = current;
  const again = entryOf(finding).decision === decision;
  const entry = again ? { ...entryOf(finding), decision: "", document: null } : { ...entryOf(finding), decision, document };
  change([{ story: finding.story, fingerprint: finding.fingerprint, entry }]);
  paint(finding);
  refresh();
  const next = again ? finding : due(finding);
  const last = next || again ? "" : "; all that is shown is decided";
  tell(`Finding ${finding.key.split("-")[1]}: ${again ? "open again" : stateWords(finding)}${last}`);
  if (next && !again && $("go-on").checked) choose(next, { focus: true });
  else if (finding.hidden) step(1);
  return undefined;
}

// The next finding shown that is open, from the top again after the last.
function due(finding) {
  const open = shown.filter((one) => stateOf(one) === "open");
  return open.find((one) => one.at > finding.at) || open[0];
}

function undo() {
  noted();
  const before = past.pop();
  if (!before) return tell("There is nothing to undo");
  restore(before);
  const touched = before.flatMap(({ story, fingerprint }) => story.findings.filter((one) => one.fingerprint === fingerprint));
  touched.forEach(paint);
  refresh();
  if (touched.length) choose(touched.find((finding) => !finding.hidden) || touched[0], { focus: true });
  return tell(`Undone: ${plural(touched.length, "finding")} as before`);
}
