// What a table says to a question, line by line: the same list on its phones and with a helper.
import { focusOn, labelled, make, pressable, setText } from "./element.js";
import { newId } from "./new_id.js";
import { TableRow } from "./table_row.js";

const NEW = "new";

export class TableLines {
  /**
   * `kept` is {get(name), set(name, text)}: what was typed and is not with the room, under a name
   * for each table, question and line. `lost(error)` hears that this phone is at another table.
   */
  constructor(room, words, kept, lost = () => {}) {
    Object.assign(this, { room, words, kept, lost });
    this.rows = new Map();
    this.place = ""; // such as "table/q5/4"
    this.mark = null;
    this.list = make("ul", { class: "kit-table-lines" });
    this.none = make("p", { class: "kit-quiet" }, words.table_nothing);
    this.field = make("textarea", { rows: "2", oninput: () => this.keep(NEW, this.field.value) });
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

  keep(name, text, place = this.place) {
    this.kept.set(`${place} ${name}`, text);
  }

  /** Show what stands at this place; `mark` changes with it. */
  async follow(place, mark) {
    if (place !== this.place) this.turn(place);
    else if (mark === this.mark) return;
    this.mark = mark;
    await this.read();
  }

  /** Another question or table: what was typed for it comes back. */
  turn(place) {
    this.place = place;
    this.rows.clear();
    this.list.replaceChildren();
    this.gone = "";
    this.back.hidden = true;
    this.field.value = this.kept.get(`${place} ${NEW}`) || "";
    this.say("");
  }

  async read() {
    const { place } = this;
    try {
      const { lines } = await this.room.get(place);
      if (place === this.place) this.draw(lines);
    } catch (error) {
      if (place !== this.place) return;
      this.mark = null; // read again with the next state
      this.complain(error);
    }
  }

  draw(lines) {
    const ids = new Set(lines.map(({ id }) => id));
    for (const [id, row] of this.rows) {
      if (ids.has(id)) continue;
      if (row.busy) row.removed();
      else this.leave(id, row);
    }
    for (const { id, text } of lines) {
      if (!this.rows.has(id)) this.begin(id);
      this.rows.get(id).update(text);
    }
    this.none.hidden = this.rows.size > 0;
    if (this.drawn) this.drawn();
  }

  leave(id, row) {
    if (row.element.contains(document.activeElement)) focusOn(this.status);
    row.element.remove();
    this.rows.delete(id);
  }

  begin(id) {
    const { words, place } = this;
    const row = new TableRow(words, {
      write: (text, was) => this.move({ do: "write", line: id, text, was }, words.table_saved),
      remove: (was) => this.removed(id, was),
      kept: { get: () => this.kept.get(`${place} ${id}`), set: (text) => this.keep(id, text, place) },
      say: (text) => this.say(text),
    });
    this.rows.set(id, row);
    this.list.append(row.element);
  }

  /** Add a line; the words stay in the field until the room has them. */
  async typed() {
    const { place } = this;
    const text = this.field.value.trim();
    if (!text) return void this.field.focus();
    if (!(await this.add(text))) return;
    if ((this.kept.get(`${place} ${NEW}`) || "").trim() === text) this.keep(NEW, "", place);
    if (place !== this.place) return;
    if (this.field.value.trim() === text) this.field.value = "";
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
    if (!(await this.add(this.gone))) return;
    this.gone = "";
    this.field.focus();
    this.back.hidden = true;
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
      if (place !== this.place) return false;
      if (error.code === "line_changed") await this.read();
      this.complain(error);
      return false;
    }
  }

  complain(error) {
    if (error.code === "other_table") this.lost(error);
    if (error.code !== "left") this.say(error.message || this.words.refused);
  }

  say(text) {
    setText(this.status, text);
  }
}
