// One question at the centre: its words and counts, open or close it, and then its review.
import { fillIn, focusOn, make, pressable, setText } from "./element.js";
import { ReviewPanel } from "./review_panel.js";
import { TablesRow } from "./tables_row.js";

const COUNTS = ["answered", "skipped", "private", "for_others"];

export class ChosenPanel {
  constructor(desk, dialog) {
    this.desk = desk;
    this.words = desk.words.chosen;
    this.state = make("p", { class: "kit-quiet kit-chosen-state" });
    this.heading = make("h2", { class: "kit-chosen-heading" });
    this.makeButtons();
    this.counts = make("ul", { class: "kit-counts" });
    this.figures = new Map(COUNTS.map((name) => [name, this.figure(name)]));
    this.meter = make("i");
    this.bar = make("div", { class: "kit-meter", "aria-hidden": "true" }, this.meter);
    this.note = make("p", { class: "kit-quiet kit-chosen-note" });
    this.tables = new TablesRow(desk);
    this.review = new ReviewPanel(desk, dialog);
    this.element = this.whole();
  }

  makeButtons() {
    const { words } = this;
    const put = (state, done) => () => this.put(state, done);
    this.open = pressable(words.open, put("open", words.opened));
    this.again = pressable(words.open_again, put("open", words.opened), { look: "kit-plain" });
    this.close = pressable(words.close, put("closed", words.closed));
  }

  figure(name) {
    const value = make("strong");
    this.counts.append(make("li", {}, value, " ", this.words[name]));
    return value;
  }

  whole() {
    this.buttons = make("div", { class: "kit-row" }, this.open, this.close, this.again);
    return make(
      "section",
      { class: "kit-card kit-chosen", "aria-label": this.words.title },
      this.state,
      this.heading,
      this.buttons,
      this.counts,
      this.bar,
      this.note,
      this.tables.element,
      this.review.element,
    );
  }

  /** Called when the facilitator picked a question: go on reading there. */
  arrive() {
    focusOn(this.heading);
  }

  async put(state, done) {
    const { desk } = this;
    const key = desk.chosen;
    const write = (options) => desk.putQuestion(key, state, options);
    const said = fillIn(done, { question: desk.named(key) });
    if (!(await desk.attempt(write, said))) return;
    // What is open is what the room is at: the wall shows it, and phones go there.
    if (state === "open") desk.putScreen({ show: "question", question: key }, said);
    if (desk.feed.questions[key] !== state) {
      desk.feed = { ...desk.feed, questions: { ...desk.feed.questions, [key]: state } };
      desk.refresh();
    }
  }

  update(desk) {
    const { key } = desk.question;
    const state = desk.stateOf(key);
    const running = desk.feed.state === "open";
    const said = { question: desk.named(key), state: this.words[`state_${state}`] };
    setText(this.state, fillIn(this.words.state, said));
    setText(this.heading, desk.question.text);
    this.updateButtons(running, state);
    this.updateCounts(desk.feed, key, state);
    setText(this.note, this.words[running ? `note_${state}` : "note_over"]);
    this.tables.update(desk, state);
    this.review.update(desk, state === "closed");
  }

  updateButtons(running, state) {
    const had = this.element.contains(document.activeElement) && document.activeElement;
    this.buttons.hidden = !running;
    this.open.hidden = state !== "waiting";
    this.close.hidden = state !== "open";
    this.again.hidden = state !== "closed";
    // Not to the button that comes instead: a second press would undo the first.
    if (had && had.hidden) focusOn(this.heading);
  }

  updateCounts(feed, key, state) {
    const counts = feed.counts[key];
    this.counts.hidden = this.bar.hidden = state === "waiting";
    for (const [name, value] of this.figures) {
      setText(value, String(counts[name]));
      value.parentNode.hidden = counts[name] === 0 && name !== "answered" && name !== "skipped";
    }
    const done = counts.answered + counts.skipped + counts.private - counts.for_others;
    const part = feed.people.joined ? Math.min(1, Math.max(0, done / feed.people.joined)) : 0;
    this.meter.style.width = `${Math.round(part * 100)}%`;
  }
}
