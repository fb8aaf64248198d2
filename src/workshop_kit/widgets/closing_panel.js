// The end: what closing does, asked twice; and afterwards, until when everything is kept.
import { longDate } from "./dates.js";
import { fillIn, labelled, make, setText } from "./element.js";
import { TwoSteps } from "./two_steps.js";

export class ClosingPanel {
  constructor(desk) {
    this.desk = desk;
    const words = (this.words = desk.words.closing);
    this.typed = make("input", { type: "text", autocomplete: "off", autocapitalize: "none" });
    this.problem = make("p", { class: "kit-problem", role: "alert", hidden: true });
    const type = labelled(fillIn(words.type, { word: words.word }), this.typed);
    const inside = make("div", {}, type, this.problem);
    const looks = { look: "kit-plain kit-danger", sureLook: "kit-danger", inside };
    this.steps = new TwoSteps(words, () => this.close(), looks);
    this.before = make("div", {}, make("p", { class: "kit-quiet" }, words.lead), this.steps.element);
    this.kept = make("p");
    const notes = make("a", { href: `${desk.room.base}notes`, class: "kit-button kit-link" });
    notes.append(words.notes);
    this.after = make("div", {}, make("p", {}, words.closed), this.kept, notes);
    this.element = make(
      "section",
      { class: "kit-card kit-closing", "aria-label": words.title },
      make("h2", {}, words.title),
      this.before,
      this.after,
    );
  }

  async close() {
    const right = this.typed.value.trim().toLowerCase() === this.words.word.toLowerCase();
    setText(this.problem, right ? "" : fillIn(this.words.type_needed, { word: this.words.word }));
    this.problem.hidden = right;
    if (!right) {
      this.typed.focus();
      return false;
    }
    this.typed.value = "";
    return Boolean(await this.desk.putSession({ state: "closed" }, this.words.done));
  }

  update(desk) {
    const { session, feed } = desk;
    this.element.hidden = session.state === "draft";
    this.before.hidden = session.state !== "open";
    this.after.hidden = session.state !== "closed";
    this.steps.explain(...this.warnings(feed), ...this.words.effects);
    const date = longDate(session.destroy_on);
    setText(this.kept, fillIn(this.words.kept, { date }));
    this.kept.hidden = !date;
  }

  warnings(feed) {
    const open = Object.values(feed.questions).filter((state) => state === "open").length;
    const waiting = Object.values(feed.counts).reduce((sum, counts) => sum + counts.waiting, 0);
    const told = [];
    if (open) told.push(fillIn(this.words.still_open, { number: open }));
    if (waiting) told.push(fillIn(this.words.not_reviewed, { number: waiting }));
    return told;
  }
}
