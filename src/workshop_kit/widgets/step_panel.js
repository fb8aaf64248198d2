// The running step: how long it has, what to say and do, and on to the next.
import { fillIn, focusOn, make, pressable, setOff, setText } from "./element.js";
import { readingBlocks } from "./reading_blocks.js";
import { StepParts } from "./step_parts.js";
import { clockAt, spanOf } from "./step_words.js";

const MORE = 5; // minutes
const SECOND = 1000;
// A double click goes one step on, not two.
const REST = 700;
const GUIDES = ["say", "do", "watch_for"];

const rest = () => new Promise((resolve) => setTimeout(resolve, REST));

export class StepPanel {
  constructor(desk) {
    this.desk = desk;
    this.evening = desk.evening;
    this.words = desk.words.agenda;
    this.place = make("p", { class: "kit-quiet kit-step-place" });
    this.heading = make("h2", { class: "kit-step-name" });
    this.makeClock();
    this.makeButtons();
    this.guides = make("div", { class: "kit-step-guides" });
    this.reading = make("div", { class: "kit-lectern-text" });
    this.parts = new StepParts(this.words);
    this.body = make("div", { class: "kit-step-body" }, this.reading, this.guides);
    this.shown = make("p", { class: "kit-quiet" });
    this.drawn = "";
    this.led = null;
    this.element = this.whole();
    this.ticking = setInterval(() => this.tick(), SECOND);
  }

  makeClock() {
    this.count = make("span", { class: "kit-step-count", role: "timer", "aria-label": this.words.left });
    this.of = make("span", { class: "kit-quiet" });
    this.warning = make("p", { class: "kit-step-warning", role: "status" });
    this.clock = make("div", { class: "kit-step-clock" }, this.count, this.of);
  }

  makeButtons() {
    const { evening, words } = this;
    const slowly = (action) => async () => {
      await Promise.all([action(), rest()]);
    };
    this.on = pressable("", slowly(() => this.go(evening.next)), { look: "kit-large" });
    this.more = pressable(fillIn(words.more, { number: MORE }), () => this.lengthen(), { look: "kit-plain" });
    this.back = pressable(words.back, slowly(() => this.go(evening.steps[evening.place - 1])), { look: "kit-plain" });
    this.undo = pressable(words.undo, slowly(() => evening.undo(words.undone)), { look: "kit-plain" });
  }

  whole() {
    const head = make("div", {}, this.place, this.heading);
    const row = make("div", { class: "kit-row" }, this.on, this.more, this.back, this.undo);
    return make(
      "section",
      { class: "kit-card kit-now", "aria-label": this.words.now, hidden: true },
      make("div", { class: "kit-step-top" }, head, this.clock),
      this.warning,
      row,
      this.parts.element,
      this.body,
      this.shown,
    );
  }

  go(step) {
    if (!step) return null;
    const { evening, words } = this;
    this.led = step.id; // by this page, so that it shows all of it
    return evening.move({ do: "go", step: step.id }, fillIn(words.gone, { step: this.desk.stepName(step) }));
  }

  /** On a small laptop the head of the page makes room for a step that was just begun here. */
  comeIntoView() {
    const { running } = this.evening;
    if (!running || running.id !== this.led) return;
    this.led = null;
    if (this.element.getBoundingClientRect().bottom > window.innerHeight) this.element.scrollIntoView({ block: "start" });
  }

  lengthen() {
    const { evening, words } = this;
    const { id } = evening.running;
    return evening.move({ do: "lengthen", step: id, minutes: MORE }, fillIn(words.lengthened, { number: MORE }));
  }

  update(desk) {
    const { evening } = this;
    this.element.hidden = desk.feed.state !== "open" || !evening.steps.length;
    if (this.element.hidden) return;
    const { running, next } = evening;
    setText(this.place, running ? this.placed() : this.words.not_begun);
    setText(this.heading, desk.stepName(running || next));
    this.drawButtons();
    this.drawGuides(running || next);
    this.tick();
    this.comeIntoView();
  }

  placed() {
    const { evening } = this;
    return fillIn(this.words.place, { number: evening.place + 1, total: evening.steps.length });
  }

  drawButtons() {
    const { running, next, undoable, place } = this.evening;
    const had = this.element.contains(document.activeElement) && document.activeElement;
    const label = running ? this.words.next : this.words.begin;
    this.on.hidden = !next;
    if (next) setText(this.on, fillIn(label, { step: this.desk.stepName(next) }));
    this.more.hidden = this.clock.hidden = !running;
    this.back.hidden = place < 1;
    setOff(this.undo, !undoable);
    this.undo.hidden = !running || (!undoable && had !== this.undo);
    if (had && had.hidden) focusOn(this.heading);
  }

  drawGuides(step) {
    const drawn = JSON.stringify(step);
    if (drawn === this.drawn) return;
    this.drawn = drawn;
    const said = this.desk.agenda.steps[step.kind];
    this.guides.replaceChildren(...GUIDES.map((name) => this.guide(name, said[name])));
    this.parts.show(said.parts, step.minutes);
    const part = step.section ? this.desk.readingOf(step) : null;
    this.reading.hidden = !part;
    this.body.classList.toggle("is-read", Boolean(part));
    this.reading.replaceChildren(...(part ? readingBlocks(part.blocks) : []));
    setText(this.shown, fillIn(this.words.shown, { phones: said.phones, wall: said.screen }));
  }

  guide(name, sentences) {
    const items = sentences.map((text) => make("li", {}, text));
    return make("div", { class: `kit-step-${name}` }, make("h3", {}, this.words[name]), make("ul", {}, ...items));
  }

  /** Each second: the count. What is said of it changes rarely, so that it can be read out. */
  tick() {
    const { evening, words } = this;
    const { running } = evening;
    if (this.element.hidden) return;
    this.parts.tick(running ? evening.spent : null);
    if (!running) return this.warn("");
    const { left } = evening;
    const over = left < 0;
    setText(this.count, over ? fillIn(words.over, { time: spanOf(left) }) : spanOf(left + SECOND - 1));
    setText(this.of, fillIn(words.of, { number: running.minutes, time: clockAt(evening.ending) }));
    this.element.dataset.time = over ? "over" : evening.nearlyOver ? "short" : "enough";
    this.warn({ over: words.is_over, short: words.is_short, enough: "" }[this.element.dataset.time]);
  }

  warn(text) {
    setText(this.warning, text); // never hidden: what comes out of hiding is not read out
  }

  end() {
    clearInterval(this.ticking);
  }
}
