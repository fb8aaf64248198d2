// One line of a list that is changed together: its words, and what can be done with it.
import { fillIn, labelled, make, pressable, setText } from "./element.js";

export class EditedLine {
  constructor(panel, line) {
    const words = panel.words;
    this.panel = panel;
    this.line = line;
    this.field = make("textarea", { rows: "2", maxlength: String(panel.longest) });
    this.field.value = line;
    const button = (label, change, done) => {
      const action = () => panel.write((lines) => change([...lines]), fillIn(done, { line }));
      return pressable(label, action, { look: "kit-plain", about: line });
    };
    this.up = button(words.up, (lines) => this.moved(lines, -1), words.moved);
    this.down = button(words.down, (lines) => this.moved(lines, 1), words.moved);
    const drop = button(words.remove, (lines) => lines.filter((one) => one !== line), words.removed);
    this.drop = drop;
    const save = pressable(words.save, () => this.save(), { about: line });
    const row = make("div", { class: "kit-row" }, save, this.up, this.down, drop);
    this.summary = make("summary", {}, make("span", {}, line));
    const inside = make("div", { class: "kit-edited-line" }, labelled(words.change_line, this.field), row);
    this.element = make("li", {}, make("details", {}, this.summary, inside));
  }

  moved(lines, by) {
    const at = lines.indexOf(this.line);
    if (at < 0) return lines;
    lines.splice(at, 1);
    lines.splice(Math.max(0, at + by), 0, this.line);
    return lines;
  }

  async save() {
    const { panel, line } = this;
    const text = this.field.value.trim().replace(/\s+/g, " ");
    if (!text || text === line) return this.summary.focus();
    const change = (lines) => (lines.includes(text) ? lines : lines.map((one) => (one === line ? text : one)));
    if (!(await panel.write(change, panel.words.changed))) return;
    const row = panel.rows.get(text);
    if (row) row.summary.focus();
  }

  update(at, number) {
    const had = document.activeElement;
    this.up.hidden = at === 0;
    this.down.hidden = at === number - 1;
    this.drop.hidden = number === this.panel.fewest;
    if (this.element.contains(had) && had.hidden) this.summary.focus();
    setText(this.summary.firstChild, this.line);
  }

  leave() {
    const had = this.element.contains(document.activeElement);
    const near = this.element.nextElementSibling || this.element.previousElementSibling;
    this.element.remove();
    if (had) near ? near.querySelector("summary").focus() : this.panel.text.focus();
  }
}
