// Decisions and notes: kept in the browser by story and fingerprint, with the way back.
const KEPT = "claimdiff/1/";
const NOTHING = Object.freeze({ decision: "", document: null, note: "" });
const LONGEST = 4000;
const decided = new Map(stories.map((story) => [story, new Map()]));
const past = [];

const keeps = (() => {
  try {
    localStorage.setItem(`${KEPT}try`, "1");
    localStorage.removeItem(`${KEPT}try`);
    return true;
  } catch {
    return false;
  }
})();

const kept = (name) => (keeps ? localStorage.getItem(KEPT + name) : null);

function keep(name, value) {
  if (!keeps) return;
  try {
    if (value === null) localStorage.removeItem(KEPT + name);
    else localStorage.setItem(KEPT + name, value);
  } catch {
    warn("This browser has no room for more: export your decisions before you close the page.");
  }
}

const letterOf = (place) => (place > 25 ? letterOf(Math.floor(place / 26) - 1) : "") + String.fromCharCode(97 + (place % 26));
const fixing = (place) => `fix-${letterOf(place)}`;

// The version that a decision corrects, null for none, undefined for a decision that there is not.
function corrected(story, decision) {
  if (decision === "accept" || decision === "not-an-issue" || decision === "") return null;
  const place = story.documents.findIndex((_, at) => fixing(at) === decision);
  return place < 0 ? undefined : place;
}

// An entry as it may be trusted: from the browser's store or from a file, both of which anyone can write.
function sound(story, entry) {
  const decision = entry && typeof entry.decision === "string" ? entry.decision : "";
  const document = corrected(story, decision);
  if (!entry || document === undefined) return null;
  return { decision, document, note: typeof entry.note === "string" ? entry.note.slice(0, LONGEST) : "" };
}

function load(story) {
  const entries = decided.get(story);
  entries.clear();
  let told = {};
  try {
    told = JSON.parse(kept(`story/${story.story}`)) || {};
  } catch {
    told = {};
  }
  for (const [fingerprint, one] of Object.entries(told)) {
    const entry = sound(story, one);
    if (entry) entries.set(fingerprint, entry);
  }
}

function save(story) {
  const entries = decided.get(story);
  keep(`story/${story.story}`, entries.size ? JSON.stringify(Object.fromEntries(entries)) : null);
}

const entryOf = (finding) => decided.get(finding.story).get(finding.fingerprint) || NOTHING;

function put(story, fingerprint, entry) {
  const entries = decided.get(story);
  if (entry.decision || entry.note) entries.set(fingerprint, entry);
  else entries.delete(fingerprint);
}

// What is changed at once is undone at once.
function change(changes) {
  const before = changes.map(({ story, fingerprint }) => ({ story, fingerprint, entry: decided.get(story).get(fingerprint) || NOTHING }));
  past.push(before);
  restore(changes);
}

function restore(changes) {
  for (const { story, fingerprint, entry } of changes) put(story, fingerprint, entry);
  for (const story of new Set(changes.map((one) => one.story))) save(story);
}

function stateOf(finding) {
  const { decision } = entryOf(finding);
  if (decision) return decision.startsWith("fix-") ? "fix" : decision;
  return finding.accepted ? "earlier" : "open";
}

function stateWords(finding) {
  const { decision, document } = entryOf(finding);
  if (document !== null) return `fix in ${finding.story.documents[document].letter}`;
  return { accept: "accepted", "not-an-issue": "not an issue" }[decision] || (finding.accepted ? "accepted earlier" : "");
}
