// A note for each version with what is to be corrected in it, as plain text or Markdown.
const MARKUP = /[\\`*_{}[\]()#+\-.!|<>&~@$]/g;

const plain = (text) => text.replace(/\s+/g, " ").trim();
// Article text must not become markup where the note is sent to.
const literal = (text) => plain(text).replace(MARKUP, (sign) => (/[<>&@]/.test(sign) ? `&#${sign.charCodeAt(0)};` : `\\${sign}`));

// The versions with something to correct, in the order of the page.
function versions() {
  return stories.flatMap((story) =>
    story.documents.flatMap((document, at) => {
      const those = story.findings.filter((finding, nth) => {
        const first = story.findings.findIndex((other) => other.fingerprint === finding.fingerprint) === nth;
        return first && entryOf(finding).document === at;
      });
      return those.length ? [{ story, at, document, those }] : [];
    }),
  );
}

const FORMS = {
  txt: {
    safe: plain,
    title: (words) => `${words}\n${"=".repeat([...words].length)}`,
    item: (number, words) => `${number}. ${words}`,
    part: (name, words) => `   ${name}: ${words}`,
    words: ([before, words, after]) => `${plain(before)} [${plain(words)}] ${plain(after)}`.trim(),
  },
  md: {
    safe: literal,
    title: (words) => `# ${words}`,
    item: (number, words) => `${number}. **${words}**`,
    part: (name, words) => `   - ${name}: ${words}`,
    words: ([before, words, after]) => `${literal(before)} **${literal(words)}** ${literal(after)}`.trim(),
  },
};

function correction({ story, at, document, those }, form) {
  const { safe, title } = FORMS[form];
  const head = title(`Corrections for ${safe(document.label)}, ${tongue(document.lang)} version`);
  const about = `Story: ${safe(story.story)}. ${plural(those.length, "correction")}.`;
  const lines = (finding) => finding.evidence.filter((one) => one.document === at).map((one) => one.line);
  const sorted = [...those].sort((a, b) => (lines(a)[0] ?? Infinity) - (lines(b)[0] ?? Infinity));
  return `${[head, about, ...sorted.map((finding, nth) => item(finding, nth + 1, at, form))].join("\n\n")}\n`;
}

function item(finding, number, at, form) {
  const { safe, part, words } = FORMS[form];
  const here = finding.evidence.filter((one) => one.document === at);
  const others = finding.evidence.filter((one) => one.document !== at);
  const where = here.length ? `Line ${[...new Set(here.map((one) => one.line))].join(", ")}` : "Nothing stands there yet";
  const told = [
    ...here.map((one) => part(here.length > 1 ? `line ${one.line}` : "stands there", words(one.context))),
    ...others.map((one) => part(`${safe(tongue(finding.story.documents[one.document].lang))} version, line ${one.line}`, words(one.context))),
    part("why", `${safe(finding.message)} (${finding.rule})`),
  ];
  const { note } = entryOf(finding);
  if (note) told.push(part("note", safe(note)));
  return [FORMS[form].item(number, where), ...told].join("\n");
}

function list() {
  noted();
  const all = versions();
  const chosen = $("note-version").value;
  $("note-version").replaceChildren(
    ...all.map(({ story, at, document, those }) => {
      const name = `${document.letter} ${document.label} (${those.length})`;
      return new Option(name, `${story.number}-${at}`, false, `${story.number}-${at}` === chosen);
    }),
  );
  write();
}

function wanted() {
  return versions().find(({ story, at }) => `${story.number}-${at}` === $("note-version").value);
}

function write() {
  const one = wanted();
  const empty = "Nothing is to be corrected yet. Decide “Fix in A” (key 1), “Fix in B” (key 2) … on a finding.";
  $("note").value = one ? correction(one, $("note-form").value) : empty;
  $("copy-note").disabled = $("save-note").disabled = !one;
  $("note-word").textContent = "";
}

async function copy() {
  $("note").select();
  let done = false;
  try {
    await navigator.clipboard.writeText($("note").value);
    done = true;
  } catch {
    done = document.execCommand("copy");
  }
  $("note-word").textContent = done ? "Copied" : "This browser does not let the page copy: the text is selected";
}

function saveNote() {
  const { story, document } = wanted();
  const form = $("note-form").value;
  const name = `${story.story}.${document.lang}.corrections`.replace(/[^\p{L}\p{N}._-]+/gu, "-").slice(-120);
  offer(`${name}.${form}`, form === "md" ? "text/markdown" : "text/plain", $("note").value);
  $("note-word").textContent = "Downloaded";
}
