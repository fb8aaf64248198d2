// One answer in the review: its words, what was decided about it, and the way back.
import { fillIn, make, pressable, setText } from "./element.js";
import { showAnswer } from "./shown.js";

export class ReviewAnswer {
  /** `decide(answer, decision)` decides, or undoes where the decision is null. */
  constructor(desk, question, decide) {
    this.question = question;
    this.decide = decide;
    this.words = desk.words.review;
    this.answer = null;
    this.table = make("p", { class: "kit-answer-table" });
    this.content = make("div");
    this.text = make("div", { class: "kit-answer-words" }, this.table, this.content);
    this.status = make("span", { class: "kit-status" });
    this.makeButtons();
    const buttons = [this.status, this.approve, this.keep, this.aside, this.undo];
    const row = make("div", { class: "kit-row kit-answer-buttons" }, ...buttons);
    this.element = make("li", { class: "kit-answer" }, this.text, row);
  }

  makeButtons() {
    const { words } = this;
    const about = words.number;
    const button = (name, decision, look) =>
      pressable(words[name], () => this.decide(this.answer, decision), { look, about });
    this.approve = button("approve", "approved", "kit-plain");
    this.keep = button("keep_back", "kept_back", "kit-text");
    this.aside = button("set_aside", "set_aside", "kit-text");
    this.undo = button("undo", null, "kit-text");
    this.all = [this.approve, this.keep, this.aside, this.undo];
  }

  update(answer, number, of) {
    const changed = !this.answer || this.answer.revision !== answer.revision;
    this.answer = answer;
    if (changed) this.content.replaceChildren(showAnswer(this.question, answer.body, {}));
    this.table.hidden = !answer.table;
    setText(this.table, answer.table ? fillIn(this.words.table, { number: answer.table }) : "");
    const about = ` ${fillIn(this.words.number, { number, of })}`;
    for (const button of this.all) setText(button.lastChild, about);
    this.decided(answer.decision);
  }

  decided(decision) {
    // Hiding a button takes its focus away at once: see before who has it.
    const held = this.all.find((button) => button === document.activeElement);
    this.element.dataset.decision = decision || "waiting";
    setText(this.status, decision ? this.words[`is_${decision}`] : "");
    this.status.hidden = this.undo.hidden = !decision;
    this.approve.hidden = this.keep.hidden = this.aside.hidden = Boolean(decision);
    if (held && held.hidden) (decision ? this.undo : this.approve).focus();
  }
}
