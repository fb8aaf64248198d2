// A closed workshop: until when it is kept, keeping it longer, destroying it now, and the record.
import { longDate } from "./dates.js";
import { fillIn, focusOn, labelled, make, pressable, setText } from "./element.js";
import { TwoSteps } from "./two_steps.js";

export class DestroyPanel {
  constructor(desk) {
    this.desk = desk;
    this.words = desk.words.destroy;
    this.until = make("p", { class: "kit-kept" });
    this.warning = make("p", { class: "kit-warning", hidden: true });
    this.release = pressable(this.words.release, () => this.letGo(), { look: "kit-plain" });
    this.keeping = this.makeKeeping();
    this.destroying = this.makeDestroying();
    const steps = make("div", { class: "kit-destroy" }, this.keeping.element, this.release);
    steps.append(this.destroying.element);
    this.element = make("div", {}, this.until, this.warning, steps);
  }

  makeKeeping() {
    const { words } = this;
    this.reason = make("input", { type: "text", maxlength: "200", autocomplete: "off" });
    this.by = make("input", { type: "text", maxlength: "200", autocomplete: "off" });
    this.day = make("input", { type: "date" });
    this.keepProblem = make("p", { class: "kit-problem", role: "alert", hidden: true });
    const inside = make("div", {}, labelled(words.reason, this.reason, words.reason_hint));
    inside.append(labelled(words.by, this.by), labelled(words.day, this.day, words.day_hint));
    inside.append(this.keepProblem);
    const named = { start: words.keep, sure: words.keep_sure, no: words.no };
    return new TwoSteps(named, () => this.keep(), { inside });
  }

  makeDestroying() {
    const { words } = this;
    this.code = make("input", { type: "text", autocomplete: "off", autocapitalize: "characters" });
    this.codeProblem = make("p", { class: "kit-problem", role: "alert", hidden: true });
    this.codeField = make("div");
    const inside = make("div", {}, this.codeField, this.codeProblem);
    const looks = { look: "kit-plain kit-danger", sureLook: "kit-danger", inside };
    const named = { start: words.destroy, sure: words.destroy_sure, no: words.no };
    return new TwoSteps(named, () => this.destroy(), looks);
  }

  update({ session, words }) {
    const { keeping, hold, keep_days: days, join_code: code } = session;
    const until = fillIn(words.destroy.on, { date: longDate(keeping.due_on) });
    setText(this.until, keeping.held_by === "hold" ? this.held(hold) : keeping.due_on ? until : "");
    this.warn(keeping);
    this.release.hidden = !hold;
    this.keeping.explain(fillIn(words.destroy.told, { number: days }), words.destroy.tell_them);
    this.destroying.explain(...words.destroy.effects);
    this.destroying.element.hidden = keeping.held_by === "hold";
    const label = fillIn(words.destroy.code, { code: `${code.slice(0, 3)} ${code.slice(3)}` });
    if (this.label === label) return;
    this.label = label;
    this.codeField.replaceChildren(labelled(label, this.code));
  }

  held({ reason, until }) {
    const { held_until: dated, held } = this.words;
    return fillIn(until ? dated : held, { reason, date: longDate(until) });
  }

  warn({ soon, days_left: days, held_by: by, due }) {
    const { words } = this;
    let text = "";
    if (by === "set_aside") text = words.set_aside;
    else if (due) text = words.due;
    else if (soon) text = fillIn(days === 1 ? words.soon_one : words.soon, { number: days });
    setText(this.warning, text);
    this.warning.hidden = !text;
  }

  async keep() {
    const reason = this.reason.value.trim();
    if (!this.complain(this.keepProblem, this.reason, reason ? "" : this.words.reason_needed)) return false;
    const body = { reason, by: this.by.value.trim(), until: this.day.value || null };
    return this.change("PUT", body, this.words.is_kept);
  }

  letGo() {
    return this.change("DELETE", {}, this.words.released);
  }

  async change(method, body, done) {
    const { room } = this.desk;
    const once = () => room.once(method, room.path("hold"), body);
    const kept = await this.desk.attempt(({ trying }) => room.until(once, trying), done);
    await this.desk.reload().catch(() => {});
    this.desk.refresh();
    return Boolean(kept);
  }

  async destroy() {
    const { room, session } = this.desk;
    const typed = this.code.value.toUpperCase().replace(/[^A-Z0-9]/g, "");
    const wrong = typed === session.join_code ? "" : this.words.code_needed;
    if (!this.complain(this.codeProblem, this.code, wrong)) return false;
    const told = await this.desk.attempt(() => room.once("POST", room.path("destroy"), { code: typed }));
    if (told) this.show(told, room);
    return false;
  }

  complain(place, field, text) {
    setText(place, text);
    place.hidden = !text;
    field.setAttribute("aria-invalid", text ? "true" : "false");
    if (text) field.focus();
    return !text;
  }

  /** Nothing of the workshop stays on the page: only the record, which holds none of it. */
  show({ record }, room) {
    const page = this.element.closest(".kit-board");
    const [first, ...others] = record;
    const title = make("h1", {}, first.heading);
    const whole = make("section", { class: "kit-card kit-record", "aria-label": first.heading }, title, linesOf(first));
    for (const part of others) whole.append(make("h2", {}, part.heading), linesOf(part));
    const print = pressable(this.words.print, () => window.print(), { look: "kit-plain" });
    const onward = make("a", { href: `${room.base}sign-in`, class: "kit-button" }, this.words.others);
    whole.append(make("div", { class: "kit-row" }, print, onward));
    room.stop();
    document.title = first.heading;
    page.replaceChildren(whole);
    focusOn(title);
  }
}

function linesOf({ lines }) {
  return make("ul", {}, ...lines.map((line) => make("li", {}, line)));
}
