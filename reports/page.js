"use strict";
(() => {
  const findings = [...document.querySelectorAll(".finding")];
  const marks = [...document.querySelectorAll("mark")];
  const position = document.getElementById("position");
  const type = document.getElementById("type");
  const boxes = [...document.querySelectorAll("input[name=severity]")];
  const at = new Map();
  const numbers = new Map(marks.map((mark) => [mark, mark.dataset.findings.split(" ")]));
  for (const mark of marks) for (const number of numbers.get(mark)) at.set(number, [...(at.get(number) || []), mark]);
  const number = (finding) => finding.id.slice(1);
  let current = null;

  const shown = () => findings.filter((finding) => !finding.hidden);

  function bring(element, box) {
    const top = element.getBoundingClientRect().top - box.getBoundingClientRect().top + box.scrollTop;
    if (box.scrollHeight > box.clientHeight) box.scrollTop = Math.max(0, top - box.clientHeight / 3);
  }

  function say() {
    const all = shown();
    const place = all.indexOf(current) + 1;
    position.textContent = place ? `${place} of ${all.length}` : `${all.length} findings`;
  }

  function choose(finding, focus) {
    if (!finding) return;
    for (const other of findings) {
      other.classList.toggle("current", other === finding);
      other.querySelector("button").setAttribute("aria-pressed", String(other === finding));
    }
    for (const mark of marks) mark.classList.remove("current");
    current = finding;
    const story = finding.closest(".story");
    const rect = story.getBoundingClientRect();
    if (rect.top > innerHeight / 2 || rect.bottom < innerHeight / 2) story.scrollIntoView();
    const seen = new Set();
    for (const mark of at.get(number(finding)) || []) {
      mark.classList.add("current");
      const box = mark.closest(".text");
      if (!seen.has(box)) bring(mark, box);
      seen.add(box);
    }
    bring(finding, finding.closest(".list"));
    if (focus) finding.querySelector("button").focus({ preventScroll: true });
    say();
  }

  function step(by) {
    const all = shown();
    const place = all.indexOf(current);
    choose(all[place < 0 ? (by > 0 ? 0 : all.length - 1) : (place + by + all.length) % all.length], true);
  }

  function filter() {
    const severities = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
    const visible = new Set();
    for (const finding of findings) {
      finding.hidden = !severities.has(finding.dataset.severity) || (type.value !== "" && finding.dataset.type !== type.value);
      if (!finding.hidden) visible.add(number(finding));
    }
    for (const mark of marks) mark.classList.toggle("off", !numbers.get(mark).some((one) => visible.has(one)));
    say();
  }

  const find = (one) => document.getElementById(`f${one}`);
  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-finding]");
    const mark = event.target.closest("mark");
    if (link) {
      event.preventDefault();
      choose(find(link.dataset.finding), false);
    } else if (mark) {
      const all = numbers.get(mark).map(find).filter((finding) => !finding.hidden);
      choose(all[(all.indexOf(current) + 1) % all.length], false);
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("select, input")) return;
    if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
  });
  document.getElementById("next").addEventListener("click", () => step(1));
  document.getElementById("previous").addEventListener("click", () => step(-1));
  for (const box of boxes) box.addEventListener("change", filter);
  type.addEventListener("change", filter);
  filter();
})();
