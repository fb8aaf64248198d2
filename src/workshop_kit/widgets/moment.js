// A moment to reflect inside a section: one question, or a few, with the same sheets as the form.
import { fillIn, make } from "./element.js";
import { openRoom } from "./room.js";
import { Seat } from "./seat.js";
import { makeWorksheet } from "./worksheet.js";

/** Draw the form of an anywidget model into `el`; return what ends it. */
export function showMoment(model, el) {
  const moment = new Moment(model.get("questions"), model.get("words"), model.get("max_answer"));
  el.append(moment.root);
  moment.join();
  return () => moment.end();
}

class Moment extends Seat {
  constructor(questions, words, limit) {
    super({ questions, total: "", words, limit, level: 3 });
    this.questions = questions;
    this.build();
  }

  build() {
    const { words } = this;
    const topics = this.questions.map(({ topic }) => topic).join(", ");
    const papers = [...this.sheets.values()].map(({ paper }) => paper.root);
    this.privacy = make("p", { class: "kit-quiet kit-screen-only" }, words.privacy);
    this.stage = make("div", { class: "kit-stack" }, ...papers, this.privacy);
    const attributes = { class: "kit-reflect kit-moment", "aria-label": fillIn(words.moment, { topics }) };
    this.root = make("section", attributes, this.notice.node, this.stage);
    this.draw();
  }

  followed({ now }) {
    this.now = now;
  }

  draw() {
    for (const [key, { paper }] of this.sheets) paper.place(key === this.now);
    this.privacy.hidden = [...this.sheets.values()].every(({ shut }) => shut); // nothing to write
  }

  /** Who leads reads the question here, and how to open it; there is no form for them. */
  async isStranger() {
    const room = openRoom("facilitator");
    try {
      await room.whoAmI();
    } catch {
      return false;
    }
    const address = `${room.base}facilitate`;
    this.stage.replaceChildren(...this.questions.map((question) => this.preview(question, address)));
    return true;
  }

  preview(question, address) {
    const { words } = this;
    const { number, topic, text, hint } = question;
    const place = make("p", { class: "kit-place" }, fillIn(words.place, { number, topic }));
    const more = hint ? make("p", { class: "kit-quiet" }, hint) : null;
    const board = make("a", { href: address }, words.board);
    const where = make("p", { class: "kit-told" }, words.open_it, " ", board);
    const parts = [place, make("h3", {}, text), more, where, makeWorksheet(question)];
    return make("div", { class: "kit-card" }, ...parts);
  }
}
