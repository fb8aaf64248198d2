// A question as it stands on paper: lines to write on in place of fields. Nothing typed is printed:
// paper leaves the room, lies on tables, and cannot be taken back.
import { make } from "./element.js";

const LINES = 6;

/** Return what a question's sheet has on paper instead of its fields. */
export function makeWorksheet(question) {
  const shapes = {
    personal: () => [lineLabel(question.label), ruledLines()],
    list: () => [lineLabel(question.label), numberedLines()],
    decision: () => [tickBoxes(question.choices), lineLabel(question.label), ruledLines(2)],
    offers: () => question.parts.flatMap((part) => [lineLabel(part.label), ruledLines(1)]),
    action: () => [lineLabel(question.label), ruledLines()],
  };
  const caution = question.caution ? make("p", { class: "kit-quiet" }, question.caution) : null;
  // Screen readers have the fields themselves.
  const attributes = { class: "kit-worksheet", "aria-hidden": "true" };
  return make("div", attributes, caution, ...shapes[question.shape]());
}

function lineLabel(text) {
  return make("p", { class: "kit-worksheet-label" }, text);
}

function ruledLines(number = LINES) {
  return make("div", {}, ...Array.from({ length: number }, () => make("div", { class: "kit-line" })));
}

function numberedLines() {
  const line = (at) => make("div", { class: "kit-line" }, `${at + 1}.`);
  return make("div", {}, ...Array.from({ length: LINES }, (_, at) => line(at)));
}

function tickBoxes(choices) {
  return make("div", {}, ...choices.map(({ label: text }) => make("p", { class: "kit-box" }, text)));
}
