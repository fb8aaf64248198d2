// Tonight: every step with its time, to go to, to change, to move, to leave out, and to put in.
import { AgendaChoice } from "./agenda_choice.js";
import { fillIn, make, pressable, setText } from "./element.js";
import { NewStep } from "./new_step.js";
import { StepRow } from "./step_row.js";
import { clockAt } from "./step_words.js";

const HALF_A_MINUTE = 30000;

export class AgendaPanel {
  constructor(desk) {
    this.desk = desk;
    this.evening = desk.evening;
    this.words = desk.words.agenda;
    this.rows = new Map();
    this.ends = make("p", { class: "kit-agenda-ends" });
    const undo = () => this.evening.undo(this.words.undone);
    this.undo = pressable(this.words.undo, undo, { look: "kit-plain" });
    this.list = make("ol", { class: "kit-agenda kit-steps-tonight" });
    this.choice = new AgendaChoice(desk);
    this.adding = new NewStep(desk);
    this.element = make(
      "nav",
      { class: "kit-card kit-tonight", "aria-label": this.words.title },
      make("h2", {}, this.words.title),
      this.ends,
      this.list,
      this.adding.element,
      this.choice.element,
      this.undo,
    );
    this.ticking = setInterval(() => this.tick(), HALF_A_MINUTE);
  }

  update(desk) {
    this.element.hidden = desk.feed.state === "closed";
    this.drawRows();
    this.choice.update();
    this.adding.update();
    // Once the evening runs, it stands with the running step.
    const { running, undoable } = this.evening;
    const had = document.activeElement === this.undo;
    this.undo.hidden = running !== null || !undoable;
    if (had && this.undo.hidden) this.choice.summary.focus();
    this.tick();
  }

  drawRows() {
    const { steps } = this.evening;
    const ids = steps.map(({ id }) => id);
    for (const [id, row] of this.rows) {
      if (ids.includes(id)) continue;
      row.leave();
      this.rows.delete(id);
    }
    for (const { id } of steps) {
      if (!this.rows.has(id)) this.rows.set(id, new StepRow(this.desk, id));
    }
    this.order(ids.map((id) => this.rows.get(id)));
    for (const row of this.rows.values()) row.update();
  }

  /** Moving an element takes the focus from what is in it. */
  order(rows) {
    const had = document.activeElement;
    const wanted = rows.map(({ element }) => element);
    const now = [...this.list.children];
    if (wanted.length === now.length && wanted.every((one, place) => one === now[place])) return;
    this.list.replaceChildren(...wanted);
    if (had !== document.activeElement && this.list.contains(had)) had.focus();
  }

  /** The clock goes on, and with it when the evening will be over. */
  tick() {
    const { evening, words } = this;
    this.ends.hidden = !evening.steps.length;
    if (this.element.hidden || this.ends.hidden) return;
    for (const row of this.rows.values()) row.tick();
    setText(this.ends, evening.running ? this.told() : fillIn(words.takes, { number: evening.minutes }));
  }

  told() {
    const { evening, words } = this;
    const { behind } = evening;
    const said = behind > 0 ? words.late : behind < 0 ? words.early : words.on_time;
    return fillIn(said, { time: clockAt(evening.ends), number: Math.abs(behind) });
  }

  end() {
    clearInterval(this.ticking);
  }
}
