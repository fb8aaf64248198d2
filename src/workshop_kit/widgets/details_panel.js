// What people will read about the workshop, with what is missing, and the way to change it.
import { DetailsForm } from "./details_form.js";
import { fillIn, make, pressable, setText } from "./element.js";

const TOLD = ["host", "purpose", "recipients", "record_owner", "privacy_contact", "support_person"];

export class DetailsPanel {
  constructor(desk) {
    this.desk = desk;
    this.words = desk.words.details;
    this.list = make("dl", { class: "kit-parts" });
    this.missing = make("p", { class: "kit-status kit-waiting" });
    this.change = pressable(this.words.change, () => this.edit(), { look: "kit-plain" });
    this.read = make("a", { target: "_blank", rel: "noopener" }, this.words.read);
    this.late = make("p", { class: "kit-quiet" }, this.words.late);
    const row = make("div", { class: "kit-row" }, this.change, this.read);
    this.summary = make("div", {}, this.list, this.missing, this.late, row);
    const away = () => this.back();
    this.form = new DetailsForm(desk, away, away);
    this.form.element.hidden = true;
    this.element = make("div", {}, this.summary, this.form.element);
  }

  edit() {
    this.summary.hidden = true;
    this.form.element.hidden = false;
    this.form.fill(this.desk.session);
  }

  back() {
    this.form.element.hidden = true;
    this.summary.hidden = false;
    this.change.focus();
  }

  update(desk) {
    const { session, words } = desk;
    this.read.setAttribute("href", `${desk.room.base}j/${session.join_code}`);
    this.late.hidden = session.state !== "open";
    this.change.hidden = session.state === "closed";
    const pairs = TOLD.map((name) => [words.details[name], session[name]]);
    pairs.push([words.details.roles_present, this.roles(session)]);
    const names = session.first_names_allowed ? "first_names_yes" : "first_names_no";
    pairs.push([words.details.first_names_short, words.details[names]]);
    const number = { number: session.keep_days };
    pairs.push([words.details.keep_days, fillIn(words.details.days, number)]);
    this.draw(pairs);
    const missing = TOLD.filter((name) => !session[name]).length;
    this.missing.hidden = missing === 0;
    setText(this.missing, fillIn(words.details.missing, { number: missing }));
  }

  draw(pairs) {
    const drawn = JSON.stringify(pairs);
    if (drawn === this.drawn) return;
    this.drawn = drawn;
    this.list.replaceChildren(...pairs.map(([name, value]) => this.pair(name, value)));
  }

  pair(name, value) {
    const told = value
      ? make("dd", {}, value)
      : make("dd", { class: "kit-quiet" }, this.words.not_filled_in);
    return make("div", {}, make("dt", {}, name), told);
  }

  roles(session) {
    const named = session.roles_present.map((role) => this.words[role]);
    return named.length ? named.join(", ") : this.words.nobody;
  }
}
