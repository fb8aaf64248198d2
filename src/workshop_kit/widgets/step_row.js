// One step in the list: its name and time, and what can be done with it.
import { fillIn, make, pressable, setText, unseen } from "./element.js";
import { clockAt } from "./step_words.js";

const MINUTES = 5;

export class StepRow {
  constructor(desk, id) {
    this.desk = desk;
    this.evening = desk.evening;
    this.id = id;
    this.words = desk.words.agenda;
    this.name = make("span", { class: "kit-agenda-topic" });
    this.state = unseen("");
    this.time = make("span", { class: "kit-agenda-time" });
    this.minutes = make("span", { class: "kit-agenda-minutes" });
    const named = make("span", {}, this.name, this.state, " ", this.minutes);
    this.summary = make("summary", { class: "kit-agenda-row" }, this.time, named);
    this.actions = make("div", { class: "kit-row kit-step-actions" });
    this.makeButtons();
    this.element = make("li", {}, make("details", {}, this.summary, this.actions));
  }

  makeButtons() {
    const { words } = this;
    const button = (label, move, done) => {
      const made = pressable(label, () => this.move(move, done), { look: "kit-plain", about: "…" });
      this.actions.append(made);
      return made;
    };
    this.buttons = {
      go: button(words.go, { do: "go" }, words.gone),
      less: button(fillIn(words.fewer, { number: MINUTES }), { do: "lengthen", minutes: -MINUTES }, words.changed),
      more: button(fillIn(words.more, { number: MINUTES }), { do: "lengthen", minutes: MINUTES }, words.changed),
      earlier: button(words.earlier, { do: "reorder", by: -1 }, words.moved),
      later: button(words.later, { do: "reorder", by: 1 }, words.moved),
      drop: button(words.drop, { do: "drop" }, words.dropped),
    };
  }

  get step() {
    return this.evening.steps.find(({ id }) => id === this.id);
  }

  move(move, done) {
    const step = this.desk.stepName(this.step);
    return this.evening.move({ ...move, step: this.id }, fillIn(done, { step }));
  }

  update() {
    const { step, evening, desk, words } = this;
    const place = evening.steps.indexOf(step);
    const state = place < evening.place ? "done" : place === evening.place ? "now" : "coming";
    const name = desk.stepName(step);
    setText(this.name, name);
    setText(this.state, state === "done" ? words.done : "");
    setText(this.minutes, fillIn(words.minutes, { number: step.minutes }));
    this.summary.dataset.step = state;
    if (state === "now") this.summary.setAttribute("aria-current", "step");
    else this.summary.removeAttribute("aria-current");
    this.drawButtons(name, place, state);
  }

  drawButtons(name, place, state) {
    const { go, less, earlier, later, drop } = this.buttons;
    for (const button of Object.values(this.buttons)) setText(button.lastChild, ` ${name}`);
    const had = document.activeElement;
    go.hidden = this.desk.feed.state !== "open" || state === "now";
    less.hidden = this.step.minutes <= MINUTES;
    earlier.hidden = place === 0;
    later.hidden = place === this.evening.steps.length - 1;
    drop.hidden = state === "now" || this.evening.steps.length === 1;
    if (this.actions.contains(had) && had.hidden) this.summary.focus();
  }

  /** When it begins, for a step to come; before the evening nobody knows. */
  tick() {
    const { step, evening } = this;
    if (!step) return;
    const known = evening.running && evening.coming.includes(step);
    const done = evening.running && !known && step !== evening.running;
    const now = step === evening.running ? this.words.now : "";
    setText(this.time, known ? clockAt(evening.begins(step)) : done ? "✓" : now);
  }

  /** The step is gone: so is the focus, unless it goes to the list. */
  leave() {
    const had = this.element.contains(document.activeElement);
    const near = this.element.nextElementSibling || this.element.previousElementSibling;
    this.element.remove();
    if (had && near) near.querySelector("summary").focus();
  }
}
