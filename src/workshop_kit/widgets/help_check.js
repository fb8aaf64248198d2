// The help lines, each to be dialled before the workshop opens, and what came of it.
import { labelled, make, uniqueId } from "./element.js";

export class HelpCheck {
  /** `changed` is called when the facilitator said something else. */
  constructor(desk, changed) {
    this.desk = desk;
    this.words = desk.words.help;
    this.changed = changed;
    const group = uniqueId();
    this.yes = make("input", { type: "radio", name: group, value: "yes" });
    this.no = make("input", { type: "radio", name: group, value: "no" });
    this.reason = make("input", { type: "text", maxlength: "200", autocomplete: "off" });
    this.because = labelled(this.words.reason, this.reason);
    this.because.hidden = true;
    this.element = make("div", {}, this.lines(), this.question());
    this.element.addEventListener("input", () => this.heard());
  }

  lines() {
    const rows = this.desk.help.map((line) => this.line(line));
    return make("ul", { class: "kit-help-lines" }, ...rows);
  }

  line(line) {
    const number = make("a", { href: line.tel, class: "kit-help-number" }, line.number);
    const source = line.source ? this.source(line) : make("strong", {}, this.words.own);
    return make(
      "li",
      {},
      make("div", {}, make("strong", {}, line.name), make("span", {}, line.for_whom)),
      make("div", { class: "kit-help-facts" }, number, make("span", {}, line.checked), source),
    );
  }

  source(line) {
    const link = make("a", { href: line.source, target: "_blank", rel: "noopener noreferrer" });
    link.append(this.words.source, make("span", { class: "kit-unseen" }, ` ${line.name}`));
    return link;
  }

  question() {
    const legend = make("legend", {}, this.words.question);
    const yes = make("label", { class: "kit-choice" }, this.yes, this.words.dialled);
    const no = make("label", { class: "kit-choice" }, this.no, this.words.not_dialled);
    return make("fieldset", {}, legend, yes, no, this.because);
  }

  /** Take what the facilitator said before, unless something was said here since. */
  know(check) {
    if (!check || !check.dialled || this.yes.checked || this.no.checked) return;
    this.yes.checked = true;
    this.heard();
  }

  heard() {
    this.because.hidden = !this.no.checked;
    this.changed();
  }

  /** Return what to tell the room, or null while something is missing. */
  get told() {
    if (this.yes.checked) return { dialled: true };
    const reason = this.reason.value.trim();
    return this.no.checked && reason ? { dialled: false, reason } : null;
  }

  /** Go to what is missing. */
  ask() {
    (this.no.checked ? this.reason : this.yes).focus();
  }
}
