// Before the workshop: the details, the help lines, and then open.
import { make, pressable, setText, uniqueId } from "./element.js";
import { HelpCheck } from "./help_check.js";

export class OpeningPanel {
  constructor(desk) {
    this.desk = desk;
    this.words = desk.words.opening;
    // Where the board puts the details as long as the workshop is not open.
    this.home = make("div");
    // Where the board puts its reminder of old help lines meanwhile.
    this.nag = make("div");
    // And the agenda.
    this.agenda = make("div");
    this.help = new HelpCheck(desk, () => this.checked());
    this.problem = make("p", { class: "kit-problem", role: "alert", hidden: true });
    const open = pressable(this.words.open, () => this.open(), { look: "kit-large" });
    const heading = make("h2", {}, this.words.title);
    this.element = make(
      "section",
      { class: "kit-opening", "aria-label": this.words.title },
      make("div", { class: "kit-opening-lead" }, heading, make("p", {}, this.words.lead)),
      this.step(1, this.words.details, this.words.details_lead, this.home),
      this.step(2, this.words.help, this.words.help_lead, this.nag, this.help.element),
      this.step(3, this.words.agenda, this.words.agenda_lead, this.agenda),
      this.step(4, this.words.open_title, this.words.open_lead, this.problem, open),
    );
  }

  step(number, title, lead, ...parts) {
    const mark = make("span", { class: "kit-step-number", "aria-hidden": "true" }, String(number));
    const heading = make("h3", { id: uniqueId() }, title);
    return make(
      "section",
      { class: "kit-card kit-step", "aria-labelledby": heading.id },
      make("div", { class: "kit-step-head" }, mark, heading),
      make("p", {}, lead),
      ...parts,
    );
  }

  checked() {
    if (this.help.told) this.blame("");
  }

  async open() {
    const told = this.help.told;
    if (!told) {
      this.blame(this.words.help_needed);
      this.help.ask();
      return;
    }
    this.blame("");
    await this.desk.putSession({ state: "open", help_lines: told }, this.words.opened);
  }

  blame(text) {
    setText(this.problem, text);
    this.problem.hidden = !text;
  }

  update(desk) {
    this.element.hidden = desk.session.state !== "draft";
    this.help.know(desk.session.help_lines);
  }
}
