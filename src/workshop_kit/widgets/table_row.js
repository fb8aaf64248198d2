// One line of what a table says: read it, change it, remove it, or choose between two versions.
import { labelled, make, pressable, setText } from "./element.js";

export class TableRow {
  /** `write(text, was)` and `remove(was)` change the line at the room; they return whether that stands. */
  constructor(words, { write, remove }) {
    Object.assign(this, { words, write, remove });
    this.text = "";
    this.shown = make("span", { class: "kit-words" });
    const about = (this.about = make("span", { class: "kit-unseen" }));
    this.change = pressable(words.table_change, () => this.edit(this.text), { look: "kit-text" });
    this.drop = pressable(words.table_remove, () => this.remove(this.text), { look: "kit-text" });
    for (const button of [this.change, this.drop]) button.append(" ", about.cloneNode());
    this.reading = make("div", { class: "kit-table-line" }, this.shown, make("span", {}, this.change, this.drop));
    this.field = make("textarea", { rows: "2" });
    const save = pressable(words.table_save, () => this.save());
    const leave = pressable(words.table_leave, () => this.away(), { look: "kit-plain" });
    const row = make("div", { class: "kit-row" }, save, leave);
    this.theirs = make("p", { class: "kit-words", hidden: true });
    this.editing = make("div", { class: "kit-stack", hidden: true });
    this.editing.append(this.theirs, labelled(words.table_change_line, this.field), row);
    this.element = make("li", {}, this.reading, this.editing);
  }

  /** Take the line as the room has it; what is being changed here stays. */
  update(text) {
    this.text = text;
    setText(this.shown, text);
    for (const button of [this.change, this.drop]) setText(button.lastChild, text);
    if (!this.editing.hidden && text !== this.was) this.met(text);
  }

  edit(text) {
    this.was = this.text;
    this.field.value = text;
    this.theirs.hidden = true;
    this.turn(true);
    this.field.focus();
  }

  turn(editing) {
    this.reading.hidden = editing;
    this.editing.hidden = !editing;
  }

  /** Somebody else changed the line: both versions stand here, and saving takes this one. */
  met(text) {
    this.was = text;
    setText(this.theirs, `${this.words.table_theirs} ${text}`);
    this.theirs.hidden = false;
  }

  async save() {
    const text = this.field.value.trim();
    if (text && (await this.write(text, this.was))) this.away();
  }

  away() {
    this.turn(false);
    this.change.focus();
  }
}
