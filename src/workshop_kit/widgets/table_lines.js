// What a table says to a question, line by line: the same list on its phones and with a helper.
import { focusOn, labelled, make, pressable, setText } from "./element.js";
import { newId } from "./new_id.js";
import { TableRow } from "./table_row.js";

export class TableLines {
  /** `kept` is {get(), set(text)}: what was typed and not added yet. */
  constructor(room, words, kept) {
    Object.assign(this, { room, words, kept });
    this.rows = new Map();
    this.place = ""; // such as "table/q5"
    this.mark = null;
    this.list = make("ul", { class: "kit-table-lines" });
    this.none = make("p", { class: "kit-quiet" }, words.table_nothing);
    this.field = make("textarea", { rows: "2", oninput: () => kept.set(this.field.value) });
    this.field.value = kept.get();
    this.enter = pressable(words.table_add, () => this.typed());
    this.status = make("p", { class: "kit-quiet kit-table-said", role: "status", tabindex: "-1" });
    this.back = pressable(words.table_put_back, () => this.putBack(), { look: "kit-text" });
    this.back.hidden = true;
    const said = make("div", { class: "kit-row" }, this.status, this.back);
    const field = labelled(words.table_line, this.field);
    this.element = make("div", { class: "kit-stack" }, this.list, this.none, field, this.enter, said);
  }

  get texts() {
    return [...this.rows.values()].map(({ text }) => text);
  }

  /** Show what stands at this place; `mark` changes with it. */
  async follow(place, mark) {
    if (place !== this.place) this.forget();
    if (place === this.place && mark === this.mark) return;
    this.place = place;
    this.mark = mark;
    await this.read();
  }

  forget() {
    this.rows.clear();
    this.list.replaceChildren();
    this.mark = null;
    this.say("");
  }

  async read() {
    const { place } = this;
    try {
      const { lines } = await this.room.get(place);
      if (place === this.place) this.draw(lines);
    } catch (error) {
      this.mark = null; // read again with the next state
      this.complain(error);
    }
  }

  draw(lines) {
    const ids = new Set(lines.map(({ id }) => id));
    for (const [id, row] of this.rows) {
      if (ids.has(id)) continue;
      if (row.element.contains(document.activeElement)) focusOn(this.status);
      row.element.remove();
      this.rows.delete(id);
    }
    for (const { id, text } of lines) {
      if (!this.rows.has(id)) this.begin(id);
      this.rows.get(id).update(text);
    }
    this.none.hidden = lines.length > 0;
    if (this.drawn) this.drawn();
  }

  begin(id) {
    const row = new TableRow(this.words, {
      write: (text, was) => this.move({ do: "write", line: id, text, was }, this.words.table_saved),
      remove: (was) => this.removed(id, was),
    });
    this.rows.set(id, row);
    this.list.append(row.element);
  }

  /** Add a line; the words stay in the field until the room has them. */
  async typed() {
    const text = this.field.value.trim();
    if (!text) return void this.field.focus();
    if (!(await this.add(text))) return;
    if (this.field.value.trim() === text) this.field.value = "";
    this.kept.set(this.field.value);
    this.field.focus();
  }

  add(text) {
    return this.move({ do: "write", line: newId().slice(0, 12), text }, this.words.table_saved);
  }

  async removed(id, was) {
    if (!(await this.move({ do: "remove", line: id, was }, this.words.table_removed))) return;
    this.gone = was;
    this.back.hidden = false;
    this.back.focus();
  }

  async putBack() {
    if (await this.add(this.gone)) this.field.focus();
  }

  /** Do one thing at the room; return whether it stands. */
  async move(move, done) {
    const { place, words } = this;
    this.say(words.sending);
    try {
      const trying = (error) => this.say(error.unsaved ? error.message : words.trying);
      const { lines } = await this.room.post(place, { move }, { trying });
      if (place !== this.place) return true;
      this.draw(lines);
      this.say(done);
      return true;
    } catch (error) {
      if (error.code === "line_changed") await this.read();
      this.complain(error);
      return false;
    }
  }

  complain(error) {
    if (error.code !== "left") this.say(error.message || this.words.refused);
  }

  say(text) {
    this.back.hidden = true;
    setText(this.status, text);
  }
}
