// A list that the room changes together: add, change, move, remove, take what is offered, undo.
import { EditedLine } from "./edited_line.js";
import { fillIn, labelled, make, pressable, setOff } from "./element.js";

export const sameJson = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/** A line as it is kept: without breaks. */
export const asLine = (text) => text.trim().replace(/\s+/g, " ");

/**
 * What is changed is the room's entry of a `kind`. A list of its own gives `key`, `now` (the body
 * that stands), `bodyOf(lines)` and `heard()`, which is called once something was written.
 */
export class EditedLines {
  constructor(desk, words, { kind, fewest, longest, level }) {
    Object.assign(this, { desk, words, kind, fewest, longest, level });
    this.rows = new Map();
    this.past = []; // {before, after}: bodies that this page changed
    this.list = make("ol", { class: "kit-edited-lines" });
    this.text = make("textarea", { rows: "2", maxlength: String(longest) });
    const add = pressable(words.add, () => this.add(this.text.value), { look: "kit-plain" });
    this.adding = make("div", {}, labelled(words.new_line, this.text), add);
    this.from = make("div", { class: "kit-offered-lines", hidden: true });
    this.undo = pressable(words.undo, () => this.goBack(), { look: "kit-plain" });
  }

  get lines() {
    return this.now.lines;
  }

  /**
   * Write the lines, as `change` makes them of those that stand. What another page did meanwhile
   * stays: `change` is asked again then. Return whether they are so now.
   */
  async write(change, done) {
    const { desk, kind, key } = this;
    let before = null;
    let after = null;
    const made = (body) => {
      before = body;
      const lines = body ? body.lines : [];
      const wanted = change(lines);
      after = body && sameJson(wanted, lines) ? body : this.bodyOf(wanted);
      return after;
    };
    if (sameJson(change(this.lines), this.lines)) return true;
    const write = (options) => desk.entries.put(kind, key, made, options);
    if (!(await desk.attempt(write, done))) return false;
    if (before || this.fewest === 0) this.past.push({ before: before || this.bodyOf([]), after });
    this.heard();
    return true;
  }

  async add(text) {
    const line = asLine(text);
    if (!line) return this.text.focus();
    const put = (lines) => (lines.includes(line) ? lines : [...lines, line]);
    if (!(await this.write(put, fillIn(this.words.added, { line })))) return;
    if (text === this.text.value) this.text.value = "";
    this.text.focus();
  }

  /** Everything as before; unless another page changed it since. */
  async goBack() {
    const { before, after } = this.past[this.past.length - 1];
    const back = (body) => (sameJson(body.lines, after.lines) ? before : null);
    if (await this.put(back, this.words.undone)) this.past.pop();
  }

  get undoable() {
    const last = this.past[this.past.length - 1];
    return Boolean(last) && sameJson(last.after.lines, this.lines);
  }

  /** Write what `change` makes of it; null says that another page was faster, and nothing changes. */
  async put(change, done) {
    const { desk, words, kind, key } = this;
    let faster = false;
    const made = (body) => {
      const wanted = change(body);
      faster = wanted === null;
      return wanted || body;
    };
    const written = await desk.attempt((options) => desk.entries.put(kind, key, made, options), done);
    if (written) this.heard();
    if (written && faster) desk.voice.say(words.faster, { wrong: true });
    return Boolean(written) && !faster;
  }

  drawLines() {
    const { lines } = this;
    for (const [line, row] of this.rows) {
      if (lines.includes(line)) continue;
      row.leave();
      this.rows.delete(line);
    }
    for (const line of lines) if (!this.rows.has(line)) this.rows.set(line, new EditedLine(this, line));
    const wanted = lines.map((line) => this.rows.get(line).element);
    const now = [...this.list.children];
    const had = document.activeElement;
    if (wanted.length !== now.length || wanted.some((one, at) => one !== now[at])) {
      this.list.replaceChildren(...wanted);
      if (this.list.contains(had)) had.focus();
    }
    lines.forEach((line, at) => this.rows.get(line).update(at, lines.length));
    setOff(this.undo, !this.undoable);
  }

  /** Show what could be taken into the list and is not there yet, under a heading. */
  drawOffered(heading, texts) {
    const { words, lines } = this;
    const left = texts.filter((text) => !lines.includes(text));
    this.from.hidden = left.length === 0;
    const drawn = JSON.stringify([heading, left]);
    if (drawn === this.drawn) return;
    this.drawn = drawn;
    const item = (text) => {
      const add = pressable(words.take, () => this.add(text), { look: "kit-plain", about: text });
      return make("li", {}, make("span", { class: "kit-words" }, text), " ", add);
    };
    this.from.replaceChildren(make(`h${this.level}`, {}, heading), make("ul", {}, ...left.map(item)));
  }
}
