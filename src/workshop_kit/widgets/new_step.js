// A step that the agenda does not have: what it is, what it is about, how long, and where.
import { fillIn, labelled, make, pressable, setText } from "./element.js";
import { ASKS } from "./step_words.js";

const USUAL = 10; // minutes

export class NewStep {
  constructor(desk) {
    this.desk = desk;
    this.evening = desk.evening;
    const words = (this.words = desk.words.agenda);
    this.makeFields();
    this.problem = make("p", { class: "kit-problem", role: "alert", hidden: true });
    const add = pressable(words.add, () => this.add());
    this.summary = make("summary", {}, words.put_in);
    this.questionField = labelled(words.which_question, this.question);
    this.partField = labelled(words.which_part, this.part);
    const fields = [
      labelled(words.what, this.kind),
      this.questionField,
      this.partField,
      labelled(words.name, this.title, words.name_hint),
      labelled(words.how_long, this.minutes),
      labelled(words.where, this.place),
    ];
    this.details = make("details", {}, this.summary, ...fields, this.problem, add);
    this.element = make("div", { class: "kit-new-step" }, this.details);
    this.drawFields();
  }

  makeFields() {
    const { agenda, questions, readings } = this.desk;
    const option = (value, text) => make("option", { value }, text);
    const kinds = Object.entries(agenda.steps).map(([key, { title }]) => option(key, title));
    this.kind = make("select", { onchange: () => this.drawFields() }, ...kinds);
    const asked = questions.map(({ key, number, topic }) => option(key, `${number}. ${topic}`));
    this.question = make("select", {}, ...asked);
    const parts = readings.map(({ title, heading }, at) => option(String(at), `${title}: ${heading}`));
    this.part = make("select", {}, ...parts);
    this.title = make("input", { type: "text", maxlength: "80", autocomplete: "off" });
    const numbers = { type: "number", min: "1", max: "240", step: "1", inputmode: "numeric", class: "kit-short" };
    this.minutes = make("input", { ...numbers, value: String(USUAL) });
    this.place = make("select", { onchange: () => (this.placed = true) });
    this.placed = false; // by hand: else it goes after the running step
    this.kind.value = "question";
  }

  drawFields() {
    this.questionField.hidden = !ASKS.includes(this.kind.value);
    this.partField.hidden = this.kind.value !== "read";
  }

  get step() {
    const kind = this.kind.value;
    const about = { kind, minutes: Number(this.minutes.value), title: this.title.value.trim() };
    about.after = kind === "debrief"; // the leaders' own, after the evening
    if (ASKS.includes(kind)) about.question = this.question.value;
    if (kind === "read") {
      const { section, part } = this.desk.readings[Number(this.part.value)];
      Object.assign(about, { section, part });
    }
    return about;
  }

  async add() {
    const minutes = Number(this.minutes.value);
    const wrong = !Number.isInteger(minutes) || minutes < 1 || minutes > 240;
    this.minutes.setAttribute("aria-invalid", String(wrong));
    setText(this.problem, wrong ? fillIn(this.words.wrong_minutes, { value: this.minutes.value }) : "");
    this.problem.hidden = !wrong;
    if (wrong) return this.minutes.focus();
    const { step } = this;
    const move = { do: "add", step, place: Number(this.place.value) };
    const done = fillIn(this.words.added, { step: this.desk.stepName({ ...step, section: step.section || null }) });
    if (!(await this.evening.move(move, done))) return;
    this.title.value = "";
    this.placed = false;
    this.update();
    this.details.open = false;
    this.summary.focus();
  }

  update() {
    const { steps, place } = this.evening;
    this.element.hidden = !steps.length;
    const names = [this.words.at_the_start, ...steps.map((step) => this.desk.stepName(step))];
    const now = [...this.place.options].map(({ textContent }) => textContent);
    if (names.length !== now.length || names.some((name, at) => name !== now[at])) {
      this.place.replaceChildren(...names.map((name, at) => make("option", { value: String(at) }, name)));
      this.placed = false;
    }
    if (!this.placed) this.place.value = String(place + 1);
  }
}
