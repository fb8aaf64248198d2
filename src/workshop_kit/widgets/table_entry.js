// Write for a table that has no phone: its number, and then its answer line by line.
import { fillIn, labelled, make, setText } from "./element.js";
import { TableLines } from "./table_lines.js";

export class TableEntry {
  constructor(room, questions, words) {
    Object.assign(this, { questions, words });
    this.tables = {};
    this.select = make("select", { onchange: () => this.show() });
    const range = { type: "number", inputmode: "numeric", min: "1", max: "99", step: "1", autocomplete: "off" };
    this.number = make("input", { ...range, oninput: () => this.show() });
    const typed = new Map(); // what was typed and not added, by question, table and line
    const kept = { get: (name) => typed.get(name) || "", set: (name, text) => typed.set(name, text) };
    this.lines = new TableLines(room, words, kept);
    this.typed = typed;
    const heading = make("h2", {}, words.table_entry_title);
    this.choice = labelled(words.table_entry_question, this.select);
    const number = labelled(words.table_entry_number, this.number);
    this.said = make("div", { class: "kit-tables", hidden: true }, this.lines.element);
    this.element = make("div", { class: "kit-stack kit-tables", hidden: true }, heading, this.choice, number, this.said);
    window.addEventListener("kit:leaving", () => this.wipe());
  }

  get place() {
    const table = Number(this.number.value);
    const good = Number.isInteger(table) && table >= 1 && table <= 99;
    return good && this.select.value ? `table/${this.select.value}/${table}` : "";
  }

  /** `tables` is what the feed says of the questions that are at the tables. */
  update(tables) {
    const keys = Object.keys(tables);
    const before = Object.keys(this.tables);
    this.tables = tables;
    this.element.hidden = keys.length === 0;
    if (keys.join() !== before.join()) this.offer(keys);
    this.show();
  }

  offer(keys) {
    const chosen = this.select.value;
    const named = this.questions.filter(({ key }) => keys.includes(key));
    const option = ({ key, number, topic }) =>
      make("option", { value: key }, fillIn(this.words.option, { number, topic }));
    this.select.replaceChildren(...named.map(option));
    if (keys.includes(chosen)) this.select.value = chosen;
    this.choice.hidden = keys.length < 2;
    this.show();
  }

  show() {
    const { place } = this;
    this.said.hidden = !place;
    if (!place) return;
    const [, key, table] = place.split("/");
    const question = this.questions.find((one) => one.key === key);
    setText(this.lines.none, `${question.text} ${this.words.table_nothing}`);
    this.lines.follow(place, this.tables[key][table] || "");
  }

  /** Nobody finds here what was typed. */
  wipe() {
    this.typed.clear();
    this.element.replaceChildren();
  }
}
