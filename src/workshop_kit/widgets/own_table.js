// One of the group's own tables: its rows, a form for a new one, and the table as a file.
import { fillIn, labelled, make, pressable, setText, uniqueId } from "./element.js";
import { OwnUndo } from "./own_undo.js";

export class OwnTable {
  constructor(name, panel) {
    this.name = name;
    this.panel = panel;
    this.texts = panel.desk.words.own_tables[name];
    this.kinds = panel.desk.words.own_tables.kinds;
    this.summary = make("summary");
    this.list = make("ul", { class: "kit-own-rows" });
    this.undo = new OwnUndo(panel);
    this.fields = new Map();
    const save = make("a", { class: "kit-button kit-plain", download: "" }, this.texts.save);
    this.save = save;
    this.place = make("div");
    const rows = make("div", {}, this.undo.element, this.list, this.place, save);
    this.element = make("details", { class: "kit-own-part" }, this.summary, rows);
  }

  /** The column by which people call a row: the first. */
  get title() {
    return this.fields.keys().next().value;
  }

  form(fields) {
    this.problem = make("p", { class: "kit-problem", role: "alert", hidden: true, id: uniqueId() });
    const send = make("button", { type: "submit", class: "kit-button" }, this.texts.add);
    const legend = make("legend", {}, this.texts.add);
    const whole = make("fieldset", {}, legend, ...fields.map((one) => this.field(one)));
    const attributes = { novalidate: "", autocomplete: "off", onsubmit: (event) => this.send(event) };
    return make("form", attributes, whole, this.problem, send);
  }

  field({ name, needed, type, most, options }) {
    const { labels, hints } = this.texts;
    const choices = options.map((value) => make("option", { value }, this.kinds[value]));
    const start = options.at(-1) || ""; // the widest kind is the last
    const input =
      type === "select"
        ? make("select", {}, ...choices)
        : make("input", { type, maxlength: most || null, autocomplete: "off", spellcheck: "false" });
    if (needed) input.setAttribute("aria-required", "true");
    input.value = start;
    this.fields.set(name, { input, needed, start });
    return labelled(labels[name], input, hints[name] || "");
  }

  show(added) {
    const rows = added[this.name];
    if (!this.fields.size) this.place.append(this.form(added.fields[this.name]));
    setText(this.summary, fillIn(this.texts.title, { number: rows.length }));
    this.list.replaceChildren(...rows.map((row) => this.row(row)));
    const { room } = this.panel;
    this.save.setAttribute("href", room.address(`own/${this.name}.csv`));
  }

  row(row) {
    const name = row[this.title];
    const link = row.number || row.address;
    const remove = pressable(this.panel.words.remove, () => this.remove(row.id, name), {
      look: "kit-plain",
      about: name,
    });
    const text = make("div", {}, make("strong", {}, name), make("span", {}, link), make("span", {}, row.for_whom));
    return make("li", {}, text, remove);
  }

  async send(event) {
    event.preventDefault();
    const empty = [...this.fields].find(([, { input, needed }]) => needed && !input.value.trim());
    if (empty) return this.blame(this.panel.words.needed, empty[0]);
    this.blame("", null);
    const values = {};
    for (const [name, { input }] of this.fields) values[name] = input.value.trim();
    const done = fillIn(this.panel.words.added, { name: values[this.title] });
    if (await this.panel.desk.attempt(() => this.add(values), done)) this.empty();
  }

  /** Return whether it was added; what does not fit is told beside the form. */
  async add(values) {
    try {
      await this.panel.ask("POST", this.name, { values });
    } catch (error) {
      if (error.code !== "bad_cell") throw error;
      this.blame(error.message, error.current.column);
      return null;
    }
    await this.panel.load();
    return true;
  }

  empty() {
    for (const { input, start } of this.fields.values()) input.value = start;
    this.fields.values().next().value.input.focus();
  }

  async remove(id, name) {
    const here = `${this.name}/${id}`;
    const removed = await this.panel.desk.attempt(() => this.take("DELETE", here));
    if (!removed) return;
    const home = this.fields.values().next().value.input;
    this.undo.offer(name, () => this.take("PUT", here, removed), home);
  }

  async take(method, here, body) {
    const told = await this.panel.ask(method, here, body);
    await this.panel.load();
    return told;
  }

  blame(text, name) {
    setText(this.problem, text);
    this.problem.hidden = !text;
    for (const [one, { input }] of this.fields) {
      input.setAttribute("aria-invalid", one === name ? "true" : "false");
      if (one === name) input.setAttribute("aria-errormessage", this.problem.id);
    }
    if (name) this.fields.get(name).input.focus();
  }
}
