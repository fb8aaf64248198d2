// One line of what a table says: read it, change it, remove it, or choose between two versions.
import { fillIn, labelled, make, pressable, setText, uniqueId } from "./element.js";

export class TableRow {
  /**
   * `write(text, was)` and `remove(was)` change the line at the room; they return whether that
   * stands. `kept` is {get(), set(text)} of a change that is not saved; `say(text)` is read out.
   */
  constructor(words, { write, remove, kept, say }) {
    Object.assign(this, { words, write, remove, kept, say });
    this.text = "";
    this.shown = make("span", { class: "kit-words" });
    this.change = pressable(words.table_change, () => this.edit(this.text), { look: "kit-text", about: " " });
    this.drop = pressable(words.table_remove, () => this.remove(this.text), { look: "kit-text", about: " " });
    this.reading = make("div", { class: "kit-table-line" }, this.shown, make("span", {}, this.change, this.drop));
    this.field = make("textarea", { rows: "2", oninput: () => kept.set(this.field.value) });
    const save = pressable(words.table_save, () => this.save());
    const leave = pressable(words.table_leave, () => this.away(), { look: "kit-plain" });
    this.theirs = make("p", { class: "kit-words", id: uniqueId(), hidden: true });
    this.field.setAttribute("aria-describedby", this.theirs.id);
    this.editing = make("div", { class: "kit-stack", hidden: true });
    const row = make("div", { class: "kit-row" }, save, leave);
    this.editing.append(this.theirs, labelled(words.table_change_line, this.field), row);
    this.element = make("li", {}, this.reading, this.editing);
  }

  get busy() {
    return !this.editing.hidden;
  }

  /** Take the line as the room has it; what is being changed here stays. */
  update(text) {
    const first = !this.text;
    this.text = text;
    setText(this.shown, text);
    for (const button of [this.change, this.drop]) setText(button.lastChild, ` ${text}`);
    if (first && this.kept.get()) this.begin(this.kept.get());
    const known = [this.was, this.field.value.trim()].includes(text);
    if (this.busy && !known) this.met(text, fillIn(this.words.table_theirs, { text }));
  }

  /** Somebody removed the line that is being changed here: saving writes it again. */
  removed() {
    if (this.was) this.met("", this.words.table_gone);
  }

  met(was, told) {
    this.was = was;
    setText(this.theirs, told);
    this.theirs.hidden = false;
    this.say(told);
  }

  edit(text) {
    this.begin(text);
    this.field.focus();
  }

  begin(text) {
    this.was = this.text;
    this.field.value = text;
    this.theirs.hidden = true;
    this.turn(true);
  }

  turn(editing) {
    this.reading.hidden = editing;
    this.editing.hidden = !editing;
  }

  async save() {
    const text = this.field.value.trim();
    if (text && (await this.write(text, this.was))) this.away();
  }

  away() {
    this.kept.set("");
    this.turn(false);
    this.change.focus();
  }
}
