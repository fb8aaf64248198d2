// The group's agreement: a list to begin with, changed together, agreed by hands or by phones.
import { asLine, EditedLines, sameJson } from "./edited_lines.js";
import { fillIn, focusOn, make, pressable, setText } from "./element.js";

const LONGEST = 200;

export class AgreementPanel extends EditedLines {
  constructor(desk) {
    super(desk, desk.words.agreement, { kind: "agreement", fewest: 1, longest: LONGEST, level: 3 });
    this.key = "group";
    this.offered = []; // approved answers to the question that asks for it
    this.makeParts();
    this.element = this.whole();
  }

  makeParts() {
    const { words } = this;
    const starter = (lines) => (lines.length ? lines : this.desk.agreement.starter);
    this.begin = pressable(words.begin, async () => (await this.write(starter, words.begun)) && focusOn(this.state));
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

  /** A change of the lines opens the agreement again. */
  bodyOf(lines) {
    return { lines, agreed: false };
  }

  /** What was written stands here at once; the feed comes after. */
  heard() {
    const { desk } = this;
    const told = desk.feed.agreement || { answered: 0, can_live_with_it: null, not_yet: null };
    desk.feed = { ...desk.feed, agreement: { ...told, ...this.now } };
    desk.refresh();
  }

  /** The room agrees on the lines that it sees, and on no others. */
  async agreed(agreed) {
    const { words, lines } = this;
    const change = (body) => (sameJson(body.lines, lines) ? { ...body, agreed } : null);
    if (await this.put(change, agreed ? words.is_agreed : words.is_open)) focusOn(this.state);
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
    this.offer();
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
  }

  /** Approved answers to the question on this, which are not in the list yet. */
  offer() {
    const { desk, words } = this;
    const { question } = desk.agreement;
    const approved = desk.stateOf(question) === "closed" ? desk.feed.counts[question].approved : 0;
    if (approved !== this.approved) {
      this.approved = approved;
      this.offered = [];
      if (approved) this.load(question);
    }
    this.drawOffered(fillIn(words.offered, { question: desk.named(question) }), this.offered);
  }

  async load(question) {
    try {
      const { answers } = await this.desk.room.get(`answers/${question}`);
      const items = answers.filter(({ decision }) => decision === "approved").flatMap(({ body }) => body.items || []);
      items.sort((one, other) => one.localeCompare(other)); // what one person wrote does not stand together
      this.offered = [...new Set(items.map((line) => asLine(line).slice(0, LONGEST)))];
      this.desk.refresh();
    } catch (error) {
      if (error.code !== "question_open") this.desk.voice.complain(error);
    }
  }
}
