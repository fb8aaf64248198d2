// The group's agreement: a list to begin with, changed together, agreed by hands or by phones.
import { AgreementLine } from "./agreement_line.js";
import { fillIn, focusOn, labelled, make, pressable, setOff, setText } from "./element.js";

const LONGEST = 200;

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

export class AgreementPanel {
  constructor(desk) {
    this.desk = desk;
    this.words = desk.words.agreement;
    this.rows = new Map();
    this.past = []; // {before, after}: what this page changed, with whether it was agreed on
    this.offered = null; // approved answers to the question that asks for it
    this.makeParts();
    this.element = this.whole();
  }

  makeParts() {
    const { words } = this;
    const starter = (lines) => (lines.length ? lines : this.desk.agreement.starter);
    this.begin = pressable(words.begin, async () => (await this.write(starter, words.begun)) && focusOn(this.state));
    this.list = make("ol", { class: "kit-agreement-lines" });
    this.text = make("textarea", { rows: "2", maxlength: String(LONGEST) });
    const add = pressable(words.add, () => this.add(this.text.value), { look: "kit-plain" });
    this.adding = make("div", {}, labelled(words.new_line, this.text), add);
    this.from = make("div", { class: "kit-agreement-offered" });
    this.undo = pressable(words.undo, () => this.goBack(), { look: "kit-plain" });
    this.show = pressable(words.show, () => this.desk.putScreen({ show: "agreement", question: null }, words.shown), { look: "kit-plain" });
    this.agree = pressable(words.agree, () => this.agreed(true));
    this.not = pressable(words.not_agreed, () => this.agreed(false), { look: "kit-plain" });
    this.state = make("p", { class: "kit-agreement-state" });
    this.counts = make("p", { class: "kit-quiet" });
  }

  whole() {
    const { words } = this;
    this.lead = make("p", {}, words.lead);
    const row = make("div", { class: "kit-row" }, this.agree, this.not, this.show, this.undo);
    this.body = make("div", { class: "kit-stack" }, this.list, this.from, this.adding, this.state, this.counts, row);
    return make("div", { class: "kit-agreement" }, this.lead, this.begin, this.body);
  }

  /** What stands: {lines, agreed}. */
  get now() {
    return this.desk.entries.body("agreement", "group") || this.desk.feed.agreement || { lines: [], agreed: false };
  }

  get lines() {
    return this.now.lines;
  }

  /**
   * Write the lines, as `change` makes them of those that stand. What another page did meanwhile
   * stays: `change` is asked again then. Return whether they are so now.
   */
  async write(change, done) {
    const { desk } = this;
    let before = null;
    let after = null;
    const made = (body) => {
      before = body;
      const lines = body ? body.lines : [];
      const wanted = change(lines);
      after = same(wanted, lines) ? body : { lines: wanted, agreed: false };
      return after;
    };
    if (same(change(this.lines), this.lines)) return true;
    const write = (options) => desk.entries.put("agreement", "group", made, options);
    if (!(await desk.attempt(write, done))) return false;
    if (before) this.past.push({ before, after });
    this.heard();
    return true;
  }

  /** What was written stands here at once; the feed comes after. */
  heard() {
    const { desk } = this;
    const told = desk.feed.agreement || { answered: 0, can_live_with_it: null, not_yet: null };
    desk.feed = { ...desk.feed, agreement: { ...told, ...this.now } };
    desk.refresh();
  }

  async add(text) {
    const line = text.trim().replace(/\s+/g, " ");
    if (!line) return this.text.focus();
    const put = (lines) => (lines.includes(line) ? lines : [...lines, line]);
    if (!(await this.write(put, fillIn(this.words.added, { line })))) return;
    if (text === this.text.value) this.text.value = "";
    this.text.focus();
  }

  /** Lines and whether they were agreed on, as before; unless another page changed them since. */
  async goBack() {
    const { before, after } = this.past[this.past.length - 1];
    const back = (body) => (same(body.lines, after.lines) ? before : null);
    if (await this.put(back, this.words.undone)) this.past.pop();
  }

  get undoable() {
    const last = this.past[this.past.length - 1];
    return Boolean(last) && same(last.after.lines, this.lines);
  }

  /** The room agrees on the lines that it sees, and on no others. */
  async agreed(agreed) {
    const { words, lines } = this;
    const change = (body) => (same(body.lines, lines) ? { ...body, agreed } : null);
    if (await this.put(change, agreed ? words.is_agreed : words.is_open)) focusOn(this.state);
  }

  /** Write what `change` makes of it; null says that another page was faster, and nothing changes. */
  async put(change, done) {
    const { desk, words } = this;
    let faster = false;
    const made = (body) => {
      const wanted = change(body);
      faster = wanted === null;
      return wanted || body;
    };
    const written = await desk.attempt((options) => desk.entries.put("agreement", "group", made, options), done);
    if (written) this.heard();
    if (written && faster) desk.voice.say(words.faster, { wrong: true });
    return Boolean(written) && !faster;
  }

  update(desk) {
    const { agreement } = desk.feed;
    if (agreement) {
      const { revision, lines, agreed } = agreement;
      desk.entries.heard("agreement", "group", revision, { lines, agreed });
    }
    this.begin.hidden = this.lead.hidden = Boolean(agreement);
    this.body.hidden = !agreement;
    if (!agreement) return;
    this.drawLines();
    this.drawState(this.now, agreement);
    this.drawOffered();
  }

  drawLines() {
    const { lines } = this;
    for (const [line, row] of this.rows) {
      if (lines.includes(line)) continue;
      row.leave();
      this.rows.delete(line);
    }
    for (const line of lines) if (!this.rows.has(line)) this.rows.set(line, new AgreementLine(this, line));
    const wanted = lines.map((line) => this.rows.get(line).element);
    const now = [...this.list.children];
    const had = document.activeElement;
    if (wanted.length !== now.length || wanted.some((one, at) => one !== now[at])) {
      this.list.replaceChildren(...wanted);
      if (this.list.contains(had)) had.focus();
    }
    lines.forEach((line, at) => this.rows.get(line).update(at, lines.length));
  }

  drawState({ agreed }, { answered, can_live_with_it: yes, not_yet: no }) {
    const { words } = this;
    setText(this.state, agreed ? words.state_agreed : words.state_open);
    this.state.dataset.agreed = String(agreed);
    const few = answered > 0 && yes === null;
    const told = few ? words.few : fillIn(words.counts, { yes, no });
    setText(this.counts, answered ? told : words.nobody);
    const had = document.activeElement;
    this.agree.hidden = agreed;
    this.not.hidden = !agreed;
    if (had === this.agree && agreed) focusOn(this.state);
    setOff(this.undo, !this.undoable);
  }

  /** Approved answers to the question on this, which are not in the list yet. */
  drawOffered() {
    const { desk, words, lines } = this;
    const { question } = desk.agreement;
    const approved = desk.stateOf(question) === "closed" ? desk.feed.counts[question].approved : 0;
    if (approved !== this.approved) {
      this.approved = approved;
      this.offered = [];
      if (approved) this.load(question);
    }
    const left = (this.offered || []).filter((line) => !lines.includes(line));
    this.from.hidden = left.length === 0;
    const drawn = JSON.stringify(left);
    if (drawn === this.drawn) return;
    this.drawn = drawn;
    const item = (line) => {
      const add = pressable(words.take, () => this.add(line), { look: "kit-plain", about: line });
      return make("li", {}, make("span", { class: "kit-words" }, line), " ", add);
    };
    const heading = make("h3", {}, fillIn(words.offered, { question: desk.named(question) }));
    this.from.replaceChildren(heading, make("ul", {}, ...left.map(item)));
  }

  async load(question) {
    try {
      const { answers } = await this.desk.room.get(`answers/${question}`);
      const items = answers.filter(({ decision }) => decision === "approved").flatMap(({ body }) => body.items || []);
      items.sort((one, other) => one.localeCompare(other)); // what one person wrote does not stand together
      this.offered = [...new Set(items.map((line) => line.trim().replace(/\s+/g, " ").slice(0, LONGEST)))];
      this.desk.refresh();
    } catch (error) {
      if (error.code !== "question_open") this.desk.voice.complain(error);
    }
  }
}
