// What phones may see of a question: what the room keeps, what tables said, and answers.
import { make, setText } from "./element.js";
import { showAnswer } from "./shown.js";

export class RevealedAnswers {
  constructor(words, seat) {
    Object.assign(this, { words, seat });
    this.seen = "";
    this.body = make("div");
    this.told = make("p", { class: "kit-unseen", role: "status" });
    const heading = make("h2", {}, words.revealed_title);
    this.card = make("section", { class: "kit-card kit-revealed", "aria-label": words.revealed_title, hidden: true });
    this.card.append(heading, this.body);
    this.element = make("div", { class: "kit-screen-only" }, this.told, this.card);
  }

  /** `marks` is what the feed says: questions that may be read, each with a mark that changes. */
  async update(marks, question) {
    const seen = question.key in marks ? `${question.key} ${marks[question.key]}` : "";
    if (seen === this.seen) return;
    this.seen = seen;
    if (!seen || question.key !== this.key) this.hide();
    this.key = question.key;
    if (!seen) return;
    try {
      const found = await this.seat.room.get(`revealed/${question.key}`);
      if (seen === this.seen) this.draw(question, found);
    } catch {
      if (seen !== this.seen) return;
      this.seen = ""; // tried again with the next state
      this.hide();
    }
  }

  hide() {
    this.card.hidden = true;
    setText(this.told, "");
  }

  draw(question, { answers, tables, room }) {
    const { words } = this;
    const items = (lines) => lines.map((line) => make("li", { class: "kit-words" }, line));
    const shown = answers.map((body) => make("li", {}, showAnswer(question, body, words)));
    const groups = [
      [words.revealed_room, items(room)],
      [words.revealed_tables, items(tables.flat())],
      [words.revealed_alone, shown],
    ].filter(([, list]) => list.length);
    this.body.replaceChildren(
      ...groups.flatMap(([label, list]) => [make("h3", {}, label), make("ul", { class: "kit-table-lines" }, ...list)]),
    );
    this.card.hidden = groups.length === 0;
    setText(this.told, groups.length ? words.revealed_now : "");
  }
}
