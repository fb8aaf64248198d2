// The end: what closing does, asked twice; and afterwards, until when everything is kept.
import { DestroyPanel } from "./destroy_panel.js";
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
    const lead = make("p", { class: "kit-quiet" }, words.lead);
    this.forgotten = make("p", { class: "kit-warning", hidden: true }, words.forgotten);
    this.element = this.section(words.title, this.forgotten, lead, this.steps.element);
    this.after = this.makeAfter();
  }

  /** What stands at the top of the page once the workshop is closed. */
  makeAfter() {
    const { words, desk } = this;
    this.destroying = new DestroyPanel(desk);
    const notes = make("a", { href: `${desk.room.base}notes`, class: "kit-button" }, words.notes);
    return this.section(words.is_closed, make("p", {}, words.closed), notes, this.destroying.element);
  }

  section(title, ...parts) {
    const attributes = { class: "kit-card kit-closing", "aria-label": title };
    return make("section", attributes, make("h2", {}, title), ...parts);
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
    this.element.hidden = session.state !== "open";
    this.after.hidden = session.state !== "closed";
    this.steps.explain(...this.warnings(feed), ...this.words.effects);
    this.forgotten.hidden = !session.keeping.never_closed;
    this.destroying.update(desk);
  }

  warnings(feed) {
    const open = Object.values(feed.questions).filter((state) => state === "open").length;
    const waiting = Object.values(feed.counts).reduce((sum, counts) => sum + counts.waiting, 0);
    const counted = this.desk.questions.filter((question) => !question.verbatim_in_notes);
    const only = counted.reduce((sum, { key }) => sum + feed.counts[key].waiting, 0);
    const told = [];
    if (open) told.push(fillIn(this.words.still_open, { number: open }));
    if (waiting) told.push(fillIn(this.words.not_reviewed, { number: waiting }));
    if (only) told.push(fillIn(this.words.only_counted, { number: only }));
    return told;
  }
}
