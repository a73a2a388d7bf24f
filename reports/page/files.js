// Decisions out into a file that `claimdiff accept --from` takes, and back in.
const BIGGEST = 20_000_000;

function offer(name, type, content) {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = Object.assign(document.createElement("a"), { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

function decisions() {
  const out = new Map();
  for (const finding of findings) {
    const { decision, document, note } = entryOf(finding);
    const { story, fingerprint, rule } = { ...finding, story: finding.story.story };
    if (decision) out.set(`${story}\n${fingerprint}`, { story, fingerprint, rule, decision, document, note });
  }
  return [...out.values()];
}

function exported() {
  noted();
  const told = decisions();
  const loose = findings.filter((finding) => entryOf(finding).note && !entryOf(finding).decision).length;
  if (!told.length) return tell("Nothing is decided yet: there is nothing to export");
  offer("decisions.json", "application/json", `${JSON.stringify({ schema_version: "1", decisions: told }, null, 2)}\n`);
  return tell(`Exported ${plural(told.length, "decision")}${loose ? `; ${plural(loose, "note")} without a decision left here` : ""}`);
}

// The changes that a file of decisions asks for; throws in words where it is none.
function asked(content) {
  let told;
  try {
    told = JSON.parse(content);
  } catch {
    throw new Error("this is no JSON");
  }
  if (told?.schema_version !== "1" || !Array.isArray(told.decisions)) throw new Error("this is no file of decisions of claimdiff");
  const known = new Map(findings.map((finding) => [`${finding.story.story}\n${finding.fingerprint}`, finding]));
  const changes = new Map();
  let unknown = 0;
  let wrong = 0;
  for (const one of told.decisions) {
    const finding = known.get(`${one?.story}\n${one?.fingerprint}`);
    const entry = finding && one.decision ? sound(finding.story, one) : null;
    if (!finding) unknown += 1;
    else if (!entry) wrong += 1;
    else changes.set(finding, { story: finding.story, fingerprint: finding.fingerprint, entry });
  }
  return { changes, unknown, wrong };
}

async function imported(file) {
  noted();
  try {
    if (file.size > BIGGEST) throw new Error("this file is too big");
    const { changes, unknown, wrong } = asked(await file.text());
    if (changes.size) change([...changes.values()]);
    for (const finding of changes.keys()) paint(finding);
    if (current) written = writing.value = entryOf(current).note;
    refresh();
    const left = [unknown && `${unknown} of findings that are not here`, wrong && `${wrong} not understood`].filter(Boolean);
    tell(`Took ${plural(changes.size, "decision")}${left.length ? `; left out: ${left.join(", ")}` : ""}`);
  } catch (error) {
    tell(`Nothing was imported: ${error.message}`);
  }
}
