// The answers of one layer, of people or of tables: in a list, with what may be shown of them.
import { make, pressable } from "./element.js";
import { RevealSwitch } from "./reveal_switch.js";
import { ReviewAnswer } from "./review_answer.js";

export class ReviewLayer {
  /**
   * `layer` is "alone" or "table"; `said` is {title, show, shown}; `decide(answer, decision)`
   * decides about one answer.
   */
  constructor(desk, layer, said, decide) {
    Object.assign(this, { desk, decide });
    this.rows = new Map();
    this.shown = []; // the ids of those that stand in the list
    const heading = make("h4", {}, said.title);
    const show = () => desk.putScreen({ show: "answers", question: this.key, layer }, said.shown);
    this.show = pressable(said.show, show, { look: "kit-plain" });
    this.reveal = new RevealSwitch(desk, layer);
    const buttons = make("div", { class: "kit-row kit-review-buttons" }, this.show, this.reveal.element);
    this.list = make("ul", { class: "kit-answers" });
    this.element = make("section", { "aria-label": said.title, hidden: true }, heading, buttons, this.list);
  }

  draw(question, answers) {
    if (question.key !== this.key) this.rows.clear();
    this.key = question.key;
    this.shown = answers.map(({ id }) => id);
    for (const [id, row] of this.rows) {
      if (this.shown.includes(id)) continue;
      row.element.remove();
      this.rows.delete(id);
    }
    answers.forEach((answer, place) => this.put(question, answer, place, answers.length));
    for (const node of [...this.list.children].slice(answers.length)) node.remove();
    this.element.hidden = answers.length === 0;
    this.show.hidden = !answers.some(({ decision }) => decision === "approved");
  }

  put(question, answer, place, of) {
    if (!this.rows.has(answer.id)) this.rows.set(answer.id, new ReviewAnswer(this.desk, question, this.decide));
    const row = this.rows.get(answer.id);
    row.update(answer, place + 1, of);
    // An element that is moved loses its focus: move only what is elsewhere.
    const there = this.list.children[place];
    if (there !== row.element) this.list.insertBefore(row.element, there || null);
  }
}
