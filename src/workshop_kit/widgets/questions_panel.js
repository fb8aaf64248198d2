// The nine questions in order: how each stands, which one is now, open or close them all.
import { fillIn, make, pressable, setOff, setText } from "./element.js";

export class QuestionsPanel {
  /** `picked` is called after the facilitator chose a question. */
  constructor(desk, picked) {
    this.desk = desk;
    const words = (this.words = desk.words.questions);
    this.rows = desk.questions.map((question) => new QuestionRow(desk, question, picked));
    const button = (label, from, to) =>
      pressable(label, () => this.every(from, to), { look: "kit-plain" });
    this.openAll = button(words.open_all, "waiting", "open");
    this.closeAll = button(words.close_all, "open", "closed");
    this.buttons = make("div", { class: "kit-row" }, this.openAll, this.closeAll);
    this.element = make(
      "nav",
      { class: "kit-card kit-questions", "aria-label": words.title },
      make("h2", {}, words.title),
      make("ol", { class: "kit-agenda" }, ...this.rows.map((row) => row.element)),
      this.buttons,
    );
  }

  async every(from, to) {
    const { desk } = this;
    const keys = desk.questions.map(({ key }) => key);
    const meant = keys.filter((key) => desk.feed.questions[key] === from);
    const done = to === "open" ? this.words.all_open : this.words.all_closed;
    await desk.attempt(async (options) => {
      for (const key of meant) await desk.putQuestion(key, to, options);
    }, done);
  }

  update(desk) {
    for (const row of this.rows) row.update(desk);
    this.buttons.hidden = desk.feed.state !== "open";
    const states = Object.values(desk.feed.questions);
    setOff(this.openAll, !states.includes("waiting"));
    setOff(this.closeAll, !states.includes("open"));
  }
}

class QuestionRow {
  constructor(desk, question, picked) {
    this.question = question;
    this.words = desk.words.questions;
    this.state = make("span", { class: "kit-agenda-state" });
    const number = make("span", { class: "kit-agenda-number" }, String(question.number));
    const topic = make("span", { class: "kit-agenda-topic" }, question.topic, " ", this.state);
    const choose = () => {
      desk.choose(question.key);
      picked();
    };
    const attributes = { type: "button", class: "kit-agenda-row", onclick: choose };
    this.button = make("button", attributes, number, " ", topic);
    this.element = make("li", {}, this.button);
  }

  update(desk) {
    const { key } = this.question;
    const state = desk.stateOf(key);
    const counts = desk.feed.counts[key];
    const now = desk.feed.now === key && state === "open";
    this.button.dataset.state = state;
    this.button.classList.toggle("is-now", now);
    if (desk.chosen === key) this.button.setAttribute("aria-current", "true");
    else this.button.removeAttribute("aria-current");
    const told = now ? this.words.now : this.words[state];
    const answers = fillIn(this.words.answers, { number: counts.answered });
    setText(this.state, state === "waiting" ? told : `${told} · ${answers}`);
  }
}
