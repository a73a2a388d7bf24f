// The stories of the page, their findings, and where each of them stands in it.
const $ = (id) => document.getElementById(id);
const every = (selector, root = document) => [...root.querySelectorAll(selector)];
const plural = (count, word) => `${count} ${word}${count === 1 ? "" : "s"}`;

const stories = JSON.parse($("data").textContent);
const findings = stories.flatMap((story) => story.findings);
findings.forEach((finding, at) => (finding.at = at));
const byKey = new Map(findings.map((finding) => [finding.key, finding]));

stories.forEach((story, place) => {
  story.number = place + 1;
  story.section = $(`story-${story.number}`);
  story.lists = every(".list > ol", story.section);
  for (const finding of story.findings) {
    finding.story = story;
    finding.element = $(`f${finding.key}`);
    finding.head = finding.element.querySelector(".head");
    finding.state = finding.head.querySelector(".state");
    finding.note = finding.element.querySelector(".note");
    finding.marks = [];
  }
});

// What rests on a mark; a mark of several findings belongs to each.
const resting = new Map(every("mark").map((mark) => [mark, mark.dataset.findings.split(" ").map((key) => byKey.get(key))]));
for (const [mark, those] of resting) for (const finding of those) finding.marks.push(mark);

const tongue = (code) => {
  try {
    return new Intl.DisplayNames("en", { type: "language" }).of(code) || code;
  } catch {
    return code;
  }
};
const called = (story, place) => `${story.documents[place].letter} (${tongue(story.documents[place].lang)})`;
