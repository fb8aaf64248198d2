// The fields of an action; empty ones may be filled later.
import { fillIn, labelled, make, pressable, setText } from "./element.js";

const STATUSES = ["open", "started", "done", "dropped"];
const TEXTS = ["what", "who", "with_what", "who_should_know"];

export class PlanForm {
  /** `save(body, changes)` keeps the action. */
  constructor(words, save, { button, status = false }) {
    this.words = words;
    this.save = save;
    const text = () => make("input", { type: "text", maxlength: "200", autocomplete: "off" });
    this.fields = Object.fromEntries(TEXTS.map((name) => [name, text()]));
    this.fields.by_when = make("input", { type: "date", class: "kit-plan-day" });
    const options = STATUSES.map((value) => make("option", { value }, words[`state_${value}`]));
    this.fields.status = make("select", {}, ...options);
    this.problem = make("p", { class: "kit-problem", role: "alert", hidden: true });
    const names = ["what", "who", "by_when", "with_what", "who_should_know", ...(status ? ["status"] : [])];
    const fields = names.map((name) => labelled(words[name], this.fields[name]));
    const send = pressable(button, () => this.send());
    this.element = make("div", { class: "kit-plan-form" }, ...fields, this.problem, send);
  }

  get empty() {
    return { what: "", who: "", by_when: null, with_what: "", who_should_know: "", status: "open" };
  }

  /** Put an action into the fields. */
  fill(action) {
    const whole = (this.filled = { ...this.empty, ...action });
    for (const [name, field] of Object.entries(this.fields)) field.value = whole[name] || "";
    this.blame("", null);
  }

  /** What is otherwise than it was when the fields were filled: another page may have changed the rest. */
  changes(body) {
    const before = this.filled || this.empty;
    return Object.fromEntries(Object.entries(body).filter(([name, value]) => value !== before[name]));
  }

  blame(text, field) {
    setText(this.problem, text);
    this.problem.hidden = !text;
    for (const one of Object.values(this.fields)) one.setAttribute("aria-invalid", String(one === field));
    if (field) field.focus();
  }

  async send() {
    const { fields, words } = this;
    const body = { ...this.empty, status: fields.status.value || "open" };
    for (const name of TEXTS) body[name] = fields[name].value.trim().replace(/\s+/g, " ");
    const day = fields.by_when.value.trim();
    if (!body.what) return this.blame(words.no_what, fields.what);
    // A browser without a picker of days gives whatever was typed.
    const good = !day || (/^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(Date.parse(day)));
    if (!good) return this.blame(fillIn(words.no_day, { value: day }), fields.by_when);
    this.blame("", null);
    body.by_when = day || null;
    await this.save(body, this.changes(body));
  }
}
