// The notes as a person will read them. Every text is text: nothing that people wrote becomes HTML.
import { make } from "./element.js";

/** Return the elements that show an outline of notes. */
export function showNotes(page, eyebrow) {
  return [
    make("p", { class: "kit-quiet kit-notes-eyebrow" }, eyebrow),
    make("h2", { class: "kit-notes-title" }, page.title),
    facts(page.facts),
    ...page.sections.map(showQuestion),
    ...(page.stories.length ? [stories(page)] : []),
    block(page.left_out_heading, list(page.left_out)),
    block(page.help_heading, facts(page.help_lines)),
  ];
}

function showQuestion({ heading, text, counts, remark, groups }) {
  return block(
    heading,
    text ? make("p", { class: "kit-words" }, text) : null,
    make("p", { class: "kit-quiet" }, counts),
    remark ? make("p", { class: "kit-notes-remark" }, remark) : null,
    ...groups.flatMap((group) => [group.heading ? make("h4", {}, group.heading) : null, list(group.items)]),
  );
}

function stories(page) {
  const told = page.stories.flatMap((one) => [make("h4", {}, one.heading), facts(one.facts)]);
  return block(page.stories_heading, ...told);
}

function block(heading, ...content) {
  return make("section", {}, make("h3", {}, heading), ...content.filter(Boolean));
}

function list(texts) {
  return make("ul", {}, ...texts.map((text) => make("li", { class: "kit-words" }, text)));
}

function facts(pairs) {
  const rows = pairs.map(({ label, value }) => make("div", {}, make("dt", {}, label), make("dd", { class: "kit-words" }, value)));
  return make("dl", {}, ...rows);
}
