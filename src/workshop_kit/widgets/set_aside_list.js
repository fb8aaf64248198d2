// Answers that were set aside: counted, and their words covered until somebody asks for them.
import { fillIn, make, pressable, setText, unseen } from "./element.js";
import { showAnswer } from "./shown.js";

export class SetAsideList {
  /** `undo(answer)` brings one back into the review; `guide` opens the guidance. */
  constructor(desk, undo, guide) {
    this.desk = desk;
    this.words = desk.words.review;
    this.undo = undo;
    this.rows = new Map();
    this.summary = make("summary");
    this.list = make("ul", { class: "kit-answers" });
    const button = pressable(this.words.what_to_do, guide, { look: "kit-plain" });
    const note = make("p", { class: "kit-quiet" }, this.words.set_aside_note);
    this.element = make("details", { class: "kit-aside" }, this.summary, note, button, this.list);
  }

  update(question, answers) {
    this.element.hidden = answers.length === 0;
    setText(this.summary, fillIn(this.words.set_aside_count, { number: answers.length }));
    const ids = new Set(answers.map(({ id }) => id));
    for (const [id, row] of this.rows) {
      if (ids.has(id)) continue;
      row.remove();
      this.rows.delete(id);
    }
    for (const answer of answers) {
      if (this.rows.has(answer.id)) continue;
      const row = this.row(question, answer);
      this.rows.set(answer.id, row);
      this.list.append(row);
    }
  }

  row(question, answer) {
    const about = this.words.set_aside_answer;
    const covered = make(
      "details",
      {},
      make("summary", {}, this.words.show_words, unseen(` ${about}`)),
      make("div", { class: "kit-answer-words" }, showAnswer(question, answer.body, {})),
    );
    const undo = pressable(this.words.undo, () => this.undo(answer), { look: "kit-text", about });
    return make("li", { class: "kit-answer" }, covered, undo);
  }
}
