// Where one is among the questions: a line, marks, and a list to go anywhere.
import { fillIn, focusOn, make, pressable, setText, uniqueId } from "./element.js";

const DONE = ["mark_sent", "mark_kept", "mark_skipped"];

/**
 * Make the list of questions. `go(key)` is called to move.
 * Return {node, draw({current, now, marks})}; `marks` maps a key to a name in `words` or "".
 */
export function makeOverview(questions, words, go) {
  const list = make("ol", { class: "kit-list", id: uniqueId(), hidden: true });
  const opener = makeOpener(list, words);
  const rows = questions.map((question) => makeRow(question, words, go, opener.close));
  list.append(...rows.map(({ item }) => item));
  const bars = questions.map(() => make("li"));
  const place = make("p", { class: "kit-quiet" });
  const steps = make("ol", { class: "kit-steps", "aria-hidden": "true" }, ...bars);
  const head = make("div", { class: "kit-head" }, place, opener.button);
  const node = make("nav", { "aria-label": words.questions }, head, steps, list);
  const draw = (view) => drawOverview({ questions, words, rows, bars, place }, view);
  return { node, draw };
}

function makeOpener(list, words) {
  const attributes = { type: "button", class: "kit-button kit-text", "aria-controls": list.id };
  const button = make("button", { ...attributes, "aria-expanded": "false" }, words.all_questions);
  const set = (open) => {
    list.hidden = !open;
    button.setAttribute("aria-expanded", String(open));
  };
  button.addEventListener("click", () => set(list.hidden));
  return { button, close: () => set(false) };
}

function makeRow(question, words, go, close) {
  const marks = make("span", { class: "kit-mark" });
  const title = make("span", {}, `${question.number}. ${question.topic}`);
  const press = () => {
    close();
    go(question.key);
  };
  const button = pressable("", press, { look: "kit-text" });
  button.append(title, marks);
  return { item: make("li", {}, button), button, marks };
}

function drawOverview({ questions, words, rows, bars, place }, { current, now, marks }) {
  questions.forEach(({ key }, at) => {
    const said = [marks.get(key), key === now ? "mark_group" : ""].filter(Boolean);
    setText(rows[at].marks, said.map((name) => words[name]).join(", "));
    rows[at].button.setAttribute("aria-current", key === current ? "step" : "false");
    bars[at].className = barClass(marks.get(key), key === current);
  });
  const done = questions.filter(({ key }) => DONE.includes(marks.get(key))).length;
  setText(place, fillIn(words.done, { number: done, total: questions.length }));
}

function barClass(mark, here) {
  return [DONE.includes(mark) && "kit-done", here && "kit-here"].filter(Boolean).join(" ");
}

/** Make the buttons to the question before and after. Return {node, draw(current)}. */
export function makePager(questions, words, go) {
  const at = { current: 0 };
  const step = (by) => () => go(questions[at.current + by].key);
  const before = pressable(words.before, step(-1), { look: "kit-plain" });
  const after = pressable(words.after, step(1), { look: "kit-plain" });
  const draw = (current) => {
    at.current = questions.findIndex(({ key }) => key === current);
    before.hidden = at.current === 0;
    after.hidden = at.current === questions.length - 1;
  };
  return { node: make("div", { class: "kit-row kit-pager" }, before, after), draw };
}

/** Move to the top of a sheet, so that its heading is read and seen. */
export function goToSheet({ root, heading }) {
  focusOn(heading);
  root.scrollIntoView({ block: "start" });
}
