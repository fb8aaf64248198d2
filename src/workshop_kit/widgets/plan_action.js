// One action of the plan: a line that unfolds to be changed.
import { longDate } from "./dates.js";
import { fillIn, make, pressable, setText } from "./element.js";
import { PlanForm } from "./plan_form.js";

export class PlanAction {
  constructor(panel, action) {
    this.panel = panel;
    this.id = action.id;
    const words = (this.words = panel.words);
    this.what = make("span", { class: "kit-plan-what kit-words" });
    this.told = make("span", { class: "kit-plan-told" });
    this.lacks = make("span", { class: "kit-plan-lacks" });
    // On the press itself: the event of unfolding comes later, and may meet what was typed since.
    const unfolds = () => !this.details.open && this.form.fill(this.action);
    this.summary = make("summary", { onclick: unfolds }, this.what, " ", this.told, " ", this.lacks);
    this.form = new PlanForm(words, (_body, changes) => this.save(changes), { button: words.save, status: true });
    this.remove = pressable(words.remove, () => panel.remove(this.action), { look: "kit-plain", about: action.what });
    const inside = make("div", { class: "kit-edited-line" }, this.form.element, this.remove);
    this.details = make("details", {}, this.summary, inside);
    this.element = make("li", {}, this.details);
  }

  /** The focus comes here. */
  take() {
    this.summary.focus();
  }

  async save(changes) {
    const change = (body) => ({ ...body, ...changes });
    if (!(await this.panel.write(this.id, change, this.words.saved))) return;
    this.details.open = false;
    this.take();
  }

  update(action) {
    const { words } = this;
    this.action = action;
    const { what, who, by_when: by, status, lacks } = action;
    setText(this.what, what);
    setText(this.remove.lastChild, ` ${what}`);
    const day = longDate(by);
    const name = who && by ? "told" : who ? "told_who" : by ? "told_day" : "told_nobody";
    const told = [fillIn(words[name], { who, day }), words[`state_${status}`]];
    setText(this.told, told.join(" · "));
    const said = lacks.map((lack) => words[`lack_${lack}`]).join(", ");
    setText(this.lacks, said ? fillIn(words.lacks, { lacks: said }) : words.complete);
    this.lacks.dataset.complete = String(!said);
  }
}
