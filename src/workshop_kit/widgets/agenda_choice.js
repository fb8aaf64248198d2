// Which agenda to begin with, or none; another one as long as the evening has not begun.
import { fillIn, make, pressable, uniqueId } from "./element.js";

export class AgendaChoice {
  constructor(desk) {
    this.desk = desk;
    this.evening = desk.evening;
    const words = (this.words = desk.words.agenda);
    this.chosen = desk.agenda.agendas.find(({ usual }) => usual) || desk.agenda.agendas[0];
    this.group = uniqueId();
    const radios = desk.agenda.agendas.map((agenda) => this.radio(agenda));
    const legend = make("legend", {}, words.choose);
    const use = pressable(words.use, () => this.use());
    this.none = pressable(words.without, () => this.without(), { look: "kit-plain" });
    const row = make("div", { class: "kit-row" }, use, this.none);
    const form = make("div", {}, make("fieldset", { class: "kit-choices" }, legend, ...radios), row);
    this.lead = make("p", {}, words.lead);
    this.summary = make("summary", {}, words.another);
    this.details = make("details", {}, this.summary, form);
    this.element = make("div", { class: "kit-agenda-choice" }, this.lead, this.details);
  }

  radio(agenda) {
    const choose = () => (this.chosen = agenda);
    const checked = agenda === this.chosen;
    const input = make("input", { type: "radio", name: this.group, onchange: choose, checked });
    const length = fillIn(this.words.length, { number: agenda.minutes, steps: agenda.steps });
    const about = make("span", { class: "kit-quiet" }, `${agenda.lead} ${length}`);
    return make("label", { class: "kit-choice" }, input, make("span", {}, make("strong", {}, agenda.title), about));
  }

  use() {
    const { key, title } = this.chosen;
    return this.choose({ do: "plan", agenda: key }, fillIn(this.words.used, { title }));
  }

  without() {
    return this.choose({ do: "clear" }, this.words.cleared);
  }

  async choose(move, done) {
    const had = this.details.contains(document.activeElement);
    if (!(await this.evening.move(move, done))) return;
    this.details.open = false;
    if (had) this.summary.focus();
  }

  update() {
    const planned = this.evening.steps.length > 0;
    // Among the first things to do before the workshop; later it is one of many.
    if (!this.begun) this.details.open = !planned && this.desk.feed.state === "draft";
    this.begun = true;
    this.element.hidden = this.evening.running !== null;
    this.lead.hidden = planned;
    this.none.hidden = !planned;
    this.summary.textContent = planned ? this.words.another : this.words.choose_one;
  }
}
