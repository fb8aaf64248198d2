// The group's agreement: a list to begin with, changed together, agreed by hands or by phones.
import { AgreementLine } from "./agreement_line.js";
import { fillIn, focusOn, labelled, make, pressable, setOff, setText } from "./element.js";

const LONGEST = 200;

export class AgreementPanel {
  constructor(desk) {
    this.desk = desk;
    this.words = desk.words.agreement;
    this.rows = new Map();
    this.past = []; // {before, after}: lists that this page changed
    this.offered = null; // approved answers to the question that asks for it
    this.makeParts();
    this.element = this.whole();
  }

  makeParts() {
    const { words } = this;
    this.begin = pressable(words.begin, () => this.write(this.desk.agreement.starter, words.begun));
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

  get lines() {
    const { agreement } = this.desk.feed;
    return agreement ? this.desk.entries.body("agreement", "group").lines : [];
  }

  /** Write the lines, as `change` makes them of those that stand. */
  async write(change, done) {
    const { desk } = this;
    const before = this.lines;
    let after = before;
    const made = (body) => {
      const lines = body ? body.lines : [];
      after = typeof change === "function" ? change(lines) : change;
      return { lines: after, agreed: false };
    };
    const write = (options) => desk.entries.put("agreement", "group", made, options);
    if (!(await desk.attempt(write, done))) return false;
    if (before.length) this.past.push({ before, after });
    this.heard();
    return true;
  }

  /** What was written stands here at once; the feed comes after. */
  heard() {
    const { desk } = this;
    const told = desk.feed.agreement || { answered: 0, can_live_with_it: null, not_yet: null };
    desk.feed = { ...desk.feed, agreement: { ...told, ...desk.entries.body("agreement", "group") } };
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

  async goBack() {
    const { before } = this.past.pop();
    if (await this.write(before, this.words.undone)) this.past.pop();
  }

  get undoable() {
    const last = this.past[this.past.length - 1];
    return Boolean(last) && JSON.stringify(last.after) === JSON.stringify(this.lines);
  }

  async agreed(agreed) {
    const { desk, words } = this;
    const write = (options) => desk.entries.put("agreement", "group", (body) => ({ ...body, agreed }), options);
    if (!(await desk.attempt(write, agreed ? words.is_agreed : words.is_open))) return;
    this.heard();
    focusOn(this.state);
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
    this.drawState(desk.entries.body("agreement", "group"), agreement);
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
      this.offered = [...new Set(items.map((line) => line.trim().replace(/\s+/g, " ").slice(0, LONGEST)))];
      this.desk.refresh();
    } catch (error) {
      if (error.code !== "question_open") this.desk.voice.complain(error);
    }
  }
}
