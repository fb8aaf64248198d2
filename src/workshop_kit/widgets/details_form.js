// What the facilitator says about the workshop, as a form; people read it before they join.
import { labelled, make, pressable, setText, uniqueId } from "./element.js";

const LINES = ["title", "community", "held_on", "host"];
const PROMISES = ["recipients", "record_owner", "privacy_contact", "support_person"];

export class DetailsForm {
  /** `saved` is called with the session after it was saved, `away` when it was left. */
  constructor(desk, saved, away) {
    this.desk = desk;
    this.saved = saved;
    this.words = desk.words.details;
    this.fields = new Map();
    this.problem = make("p", { class: "kit-problem", role: "alert", hidden: true, id: uniqueId() });
    const save = make("button", { type: "submit", class: "kit-button" }, this.words.save);
    const cancel = pressable(this.words.cancel, away, { look: "kit-plain" });
    this.element = make(
      "form",
      { class: "kit-details-form", novalidate: "", onsubmit: (event) => this.send(event) },
      ...LINES.map((name) => this.line(name)),
      this.area("purpose"),
      ...PROMISES.map((name) => this.line(name)),
      this.roles(),
      this.tick("first_names_allowed", this.words.first_names),
      this.days(),
      this.problem,
      make("div", { class: "kit-row" }, save, cancel),
    );
  }

  line(name) {
    const attributes = { type: name === "held_on" ? "date" : "text", maxlength: "200" };
    if (name === "title") Object.assign(attributes, { required: "", maxlength: "120" });
    const input = make("input", { ...attributes, autocomplete: "off" });
    this.fields.set(name, input);
    return labelled(this.words[name], input, this.words[`${name}_hint`] || "");
  }

  area(name) {
    const input = make("textarea", { rows: "3", maxlength: "2000" });
    this.fields.set(name, input);
    return labelled(this.words[name], input, this.words[`${name}_hint`] || "");
  }

  tick(name, label) {
    const input = make("input", { type: "checkbox" });
    this.fields.set(name, input);
    return make("label", { class: "kit-choice" }, input, label);
  }

  roles() {
    const legend = make("legend", {}, this.words.roles_present);
    const hint = make("p", { class: "kit-quiet" }, this.words.roles_present_hint);
    const ticks = ["police", "media"].map((role) => this.tick(role, this.words[role]));
    return make("fieldset", {}, legend, hint, ...ticks);
  }

  days() {
    const input = make("input", { type: "number", min: "1", max: "365", class: "kit-short" });
    this.fields.set("keep_days", input);
    return labelled(this.words.keep_days, input, this.words.keep_days_hint);
  }

  /** Put what stands into the fields, and the cursor into the first. */
  fill(session) {
    for (const [name, field] of this.fields) {
      if (name === "police" || name === "media") field.checked = session.roles_present.includes(name);
      else if (field.type === "checkbox") field.checked = session[name];
      else field.value = session[name];
    }
    this.blame("", null);
    this.fields.get("title").focus();
  }

  async send(event) {
    event.preventDefault();
    const body = this.read();
    if (!body.title) return this.blame(this.words.title_needed, "title");
    if (!body.held_on) return this.blame(this.words.date_needed, "held_on");
    const days = body.keep_days;
    const whole = Number.isInteger(days) && days >= 1 && days <= 365;
    if (!whole) return this.blame(this.words.days_needed, "keep_days");
    this.blame("", null);
    const session = await this.desk.putSession(body, this.words.done);
    if (session) this.saved(session);
  }

  read() {
    const body = {};
    for (const [name, field] of this.fields) {
      body[name] = field.type === "checkbox" ? field.checked : field.value.trim();
    }
    const { police, media, keep_days: days, ...rest } = body;
    const roles = [police && "police", media && "media"].filter(Boolean);
    return { ...rest, roles_present: roles, keep_days: Number(days) };
  }

  blame(text, name) {
    setText(this.problem, text);
    this.problem.hidden = !text;
    for (const [one, field] of this.fields) {
      field.setAttribute("aria-invalid", one === name ? "true" : "false");
      if (one === name) field.setAttribute("aria-errormessage", this.problem.id);
    }
    if (name) this.fields.get(name).focus();
  }
}
