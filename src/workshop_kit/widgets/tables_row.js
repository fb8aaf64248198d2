// An open question at the tables: bring it there or back, and see which tables have written.
import { fillIn, make, pressable, setText } from "./element.js";

export class TablesRow {
  constructor(desk) {
    this.desk = desk;
    const words = (this.words = desk.words.at_tables);
    this.bring = pressable(words.bring, () => this.turn(true), { look: "kit-plain" });
    this.back = pressable(words.back, () => this.turn(false), { look: "kit-plain" });
    this.hint = make("p", { class: "kit-quiet" });
    this.list = make("ul", { class: "kit-tables-wrote" });
    this.element = make("div", { class: "kit-at-tables" }, this.hint, this.list, this.bring, this.back);
  }

  /** Nothing changes where another page has closed the question meanwhile. */
  async turn(tables) {
    const { desk, words } = this;
    const { key } = desk.question;
    const done = await desk.attempt((options) => desk.bringToTables(key, tables, options));
    if (!done) return;
    desk.voice.say(done.open ? words[tables ? "brought" : "ended"] : words.closed, { wrong: !done.open });
    desk.refresh();
    (tables ? this.back : this.bring).focus();
  }

  update(desk, state) {
    const { key, shape } = desk.question;
    this.element.hidden = state !== "open" || shape === "personal" || desk.feed.state !== "open";
    if (this.element.hidden) return;
    const there = key in desk.feed.tables;
    this.bring.hidden = there;
    this.back.hidden = !there;
    const tables = desk.feed.all_tables.filter(({ lines, phones }) => lines[key] || phones !== null);
    const some = there && tables.length > 0;
    this.list.hidden = !some;
    setText(this.hint, there ? this.words[some ? "writing" : "nobody"] : this.words.timings);
    const told = some ? tables.map((table) => this.told(table, key)) : [];
    const drawn = JSON.stringify(told);
    if (drawn === this.drawn) return;
    this.drawn = drawn;
    this.list.replaceChildren(...told.map((text) => make("li", {}, text)));
  }

  /** "Table 4. Lines: 3. Phones: 6" */
  told({ number, lines, phones }, key) {
    const { words } = this;
    const wrote = fillIn(words.table, { number, lines: lines[key] || 0 });
    return phones === null ? wrote : `${wrote}. ${fillIn(words.phones, { number: phones })}`;
  }
}
