// A phone at its table: which table that is, what it says, and what of one's own answer goes there.
import { textsOf } from "./answer.js";
import { fillIn, focusOn, labelled, make, pressable, setText, uniqueId } from "./element.js";
import { TableLines } from "./table_lines.js";

export class TableCard {
  /** `seat` is the form's: it has the room, the drafts and the sheets. */
  constructor(words, seat) {
    Object.assign(this, { words, seat });
    this.said = null; // what the room has of this person's table: {revision, body}
    this.over = Promise.resolve(); // what was on its way to the room last
    this.lines = new TableLines(seat.room, words, this.kept(), () => this.lookAgain());
    this.lines.drawn = () => this.drawOwn();
    this.heading = make("h2", { id: uniqueId() }, words.table_title);
    this.element = make("section", { class: "kit-card kit-table kit-screen-only", hidden: true });
    this.element.setAttribute("aria-labelledby", this.heading.id);
    this.build();
  }

  /** Drafts of lines: the form's, until they are with the room. */
  kept() {
    const { drafts } = this.seat;
    return {
      get: (name) => drafts.get(name) || "",
      set: (name, text) => (text ? drafts.set(name, text) : drafts.remove(name)),
    };
  }

  /** Another page of this phone chose another table, or none. */
  async lookAgain() {
    try {
      const { entries } = await this.seat.room.get("entries");
      const entry = entries.find(({ kind }) => kind === "seat");
      this.said = entry ? { revision: entry.revision, body: entry.body } : null;
      this.draw();
    } catch {
      // The next state of the room brings another try.
    }
  }

  build() {
    const { words } = this;
    const range = { type: "number", inputmode: "numeric", min: "1", max: "99", step: "1", autocomplete: "off" };
    this.number = make("input", range);
    this.problem = make("p", { class: "kit-problem", role: "alert" });
    const take = make("button", { type: "submit", class: "kit-button" }, words.table_sit);
    const onsubmit = (event) => {
      event.preventDefault();
      this.over = this.sit();
    };
    const field = labelled(words.table_number, this.number, words.table_number_hint);
    this.asking = make("form", { class: "kit-stack", noValidate: true, onsubmit }, field, this.problem, take);
    this.where = make("p");
    const elsewhere = pressable(words.table_other, () => this.ask(), { look: "kit-text" });
    this.own = make("ul", { class: "kit-table-lines" });
    this.ownTold = make("p", { class: "kit-quiet" }, words.table_own);
    const together = make("p", { class: "kit-quiet" }, words.table_together);
    this.sitting = make("div", { class: "kit-stack" });
    const line = make("div", { class: "kit-row" }, this.where, elsewhere);
    this.sitting.append(line, together, this.lines.element, this.ownTold, this.own);
    this.element.append(this.heading, this.asking, this.sitting);
  }

  get table() {
    return this.said && !this.moving ? this.said.body.table : null;
  }

  /** What the room has of this person, perhaps from another page. */
  knows(entry) {
    if (!entry || (this.said && this.said.revision >= entry.revision)) return;
    this.said = { revision: entry.revision, body: entry.body };
  }

  /** `tables` is what the feed says; `key` is the question in front of the person. */
  update(tables, key) {
    this.tables = tables;
    this.key = key;
    this.draw();
  }

  draw() {
    const { table, key, tables } = this;
    const here = Boolean(tables && tables[key] && this.seat.room && !this.seat.ended);
    if (!here && this.element.contains(document.activeElement)) {
      focusOn(this.seat.sheets.get(key).paper.heading);
    }
    this.element.hidden = !here;
    this.asking.hidden = table !== null;
    this.sitting.hidden = table === null;
    if (!here || table === null) return;
    setText(this.where, fillIn(this.words.table_here, { number: table }));
    this.lines.follow(`table/${key}/${table}`, tables[key][table] || "");
    this.drawOwn();
  }

  /** Nothing goes to the table by itself: each thing that one sent is offered by its own button. */
  drawOwn() {
    const { exchange } = this.seat.sheets.get(this.key);
    const texts = exchange.sent ? textsOf(exchange.sent.body) : [];
    const there = new Set(this.lines.texts);
    const left = texts.filter((text) => !there.has(text));
    const drawn = JSON.stringify(left);
    this.ownTold.hidden = left.length === 0;
    if (drawn === this.drawnOwn) return;
    this.drawnOwn = drawn;
    if (this.own.contains(document.activeElement)) focusOn(this.lines.status);
    this.own.replaceChildren(...left.map((text) => this.offered(text)));
  }

  offered(text) {
    const add = () => (this.over = this.lines.add(text));
    const button = pressable(this.words.table_add_mine, add, { look: "kit-plain", about: text });
    return make("li", {}, make("div", { class: "kit-table-line" }, make("span", { class: "kit-words" }, text), button));
  }

  ask() {
    this.moving = true;
    this.number.value = this.said.body.table;
    this.draw();
    this.number.focus();
  }

  async sit() {
    const { words, seat } = this;
    const table = Number(this.number.value);
    const good = Number.isInteger(table) && table >= 1 && table <= 99;
    setText(this.problem, good ? "" : words.table_number_wrong);
    if (!good) return void this.number.focus();
    const body = { table };
    const revision = this.said ? this.said.revision : 0;
    const trying = (error) => setText(this.problem, error.unsaved ? error.message : words.trying);
    try {
      const receipt = await seat.room.put("entries/seat/table", { revision, body }, { trying });
      this.said = { revision: receipt.revision, body };
      this.moving = false;
      setText(this.problem, "");
      this.draw();
      focusOn(this.heading);
    } catch (error) {
      if (error.code === "stale_revision") {
        this.said = error.current;
        return this.sit();
      }
      if (error.code !== "left") setText(this.problem, error.message || words.refused);
    }
  }

  /** It was taken back with everything else. */
  forget() {
    this.said = null;
    this.moving = false;
    this.draw();
  }
}
