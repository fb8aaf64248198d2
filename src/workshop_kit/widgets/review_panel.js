// The review of a closed question: read its answers in mixed order, decide about each.
import { fillIn, focusOn, make, setText } from "./element.js";
import { KeptPanel } from "./kept_panel.js";
import { ReviewLayer } from "./review_layer.js";
import { SetAsideList } from "./set_aside_list.js";
import { TwoSteps } from "./two_steps.js";

export class ReviewPanel {
  constructor(desk, dialog) {
    this.desk = desk;
    this.dialog = dialog;
    this.words = desk.words.review;
    this.key = null;
    this.seen = "";
    this.writing = 0;
    this.written = 0;
    this.answers = null; // until they were read
    this.heading = make("h3", {}, this.words.title);
    this.tally = make("p", { class: "kit-quiet" });
    this.makeLayers();
    const undo = (answer) => this.decide(answer, null);
    this.aside = new SetAsideList(desk, undo, () => dialog.open(desk.session, () => {}));
    this.makeRest();
    this.element = this.whole();
  }

  makeLayers() {
    const { words, desk } = this;
    const decide = (answer, decision) => this.decide(answer, decision);
    const alone = { title: words.from_alone, show: words.show_approved, shown: words.on_screen };
    const tables = { title: words.from_tables, show: words.show_tables, shown: words.tables_on_screen };
    this.alone = new ReviewLayer(desk, "alone", alone, decide);
    this.tables = new ReviewLayer(desk, "table", tables, decide);
    this.kept = new KeptPanel(desk);
  }

  makeRest() {
    const { words, desk } = this;
    const labels = { start: words.approve_rest, sure: words.approve_rest_sure, no: words.not_yet };
    this.rest = new TwoSteps(labels, () => this.approveRest());
    this.rest.explain(words.approve_rest_text);
  }

  whole() {
    this.counted = make("p", { class: "kit-quiet" }, this.words.counted_only);
    const layers = [this.alone.element, this.tables.element];
    const parts = [this.heading, this.tally, this.counted, this.rest.element, ...layers, this.aside.element, this.kept.element];
    return make("div", { class: "kit-review" }, ...parts);
  }

  /** Called at each change of the room; `closed` says whether answers may be read now. */
  update(desk, closed) {
    this.element.hidden = !closed;
    const key = closed ? desk.chosen : null;
    if (key !== this.key) this.forget(key);
    if (!closed) return;
    const { tables } = desk.feed.layers[key];
    this.alone.reveal.update(desk, desk.feed.counts[key].approved);
    this.tables.reveal.update(desk, Object.values(tables).filter((one) => one === "approved").length);
    this.kept.update(desk, this.answers || []);
    const seen = JSON.stringify([key, desk.feed.counts[key], tables]);
    if (seen !== this.seen) this.load(seen);
  }

  /** What was read of another question leaves the page. */
  forget(key) {
    this.key = key;
    this.seen = "";
    this.answers = null;
    this.private = 0;
    this.rest.away();
    this.draw();
  }

  async load(seen) {
    const { key, desk, written } = this;
    // While decisions are being written, a reading would tell of the time before.
    this.seen = this.writing ? "" : seen;
    if (this.writing) return;
    try {
      const found = await desk.room.get(`answers/${key}`);
      if (key !== this.key) return;
      if (written !== this.written || this.writing) return void this.load(seen);
      this.answers = [...found.answers, ...found.tables];
      this.private = found.private;
      this.draw();
    } catch (error) {
      if (error.code !== "question_open") desk.voice.complain(error);
    }
  }

  draw() {
    const question = this.desk.question;
    const answers = this.answers || [];
    const aside = answers.filter(({ decision }) => decision === "set_aside");
    const read = answers.filter((one) => !aside.includes(one));
    this.alone.draw(question, read.filter(({ table }) => !table));
    this.tables.draw(question, read.filter(({ table }) => table));
    this.aside.update(question, aside);
    this.counted.hidden = question.verbatim_in_notes;
    const count = (decision) => answers.filter((one) => one.decision === decision).length;
    const values = { waiting: count(null), approved: count("approved"), kept_back: count("kept_back") };
    setText(this.tally, this.tallied(values));
    this.rest.element.hidden = values.waiting < 2;
    const label = (text) => fillIn(text, { number: values.waiting });
    this.rest.label(label(this.words.approve_rest), label(this.words.approve_rest_sure));
    this.kept.update(this.desk, answers);
  }

  tallied(values) {
    const { answers, words } = this;
    if (!answers) return words.reading;
    const kept = this.private ? ` ${fillIn(words.private, { number: this.private })}` : "";
    return fillIn(answers.length ? words.tally : words.nothing, values) + kept;
  }

  async decide(answer, decision) {
    const place = this.places().indexOf(answer.id);
    const kept = await this.write(answer, decision);
    if (!kept) return;
    if (decision === "set_aside") this.dialog.open(this.desk.session, () => this.goOn(place));
    else if (answer.decision === "set_aside") this.goOn(this.places().indexOf(answer.id));
  }

  places() {
    return [...this.alone.shown, ...this.tables.shown];
  }

  /** Put the focus on the answer that is now at a place, or on the heading. */
  goOn(place) {
    const id = this.places()[place];
    const row = id && (this.alone.rows.get(id) || this.tables.rows.get(id));
    const button = row && row.all.find((one) => !one.hidden);
    if (button) button.focus();
    else focusOn(this.heading);
  }

  doneText(decision) {
    const counted = decision === "approved" && !this.desk.question.verbatim_in_notes;
    if (counted) return this.words.done_approved_counted;
    return decision ? this.words[`done_${decision}`] : this.words.undone;
  }

  /** Write one decision, null for none. Return whether it stands. */
  async write(answer, decision) {
    const { key, desk } = this;
    this.writing += 1;
    try {
      const receipt = await this.send(answer, decision, answer.review_revision);
      if (key === this.key) this.became(answer.id, decision, receipt.revision);
      desk.voice.say(this.doneText(decision));
      return true;
    } catch (error) {
      const passed = ["stale_revision", "unknown_entry", "question_open"].includes(error.code);
      if (passed) desk.voice.say(this.words.changed, { wrong: true });
      else desk.voice.complain(error);
      this.seen = "";
      return false;
    } finally {
      this.writing -= 1;
      this.written += 1;
      if (!this.writing) this.update(desk, this.key !== null);
    }
  }

  send(answer, decision, revision) {
    const place = `entries/review/${answer.id}`;
    const trying = (error) => this.desk.voice.trying(error);
    if (!decision) return this.desk.room.takeBack(place, { revision }, { trying });
    const body = { decision, answer_revision: answer.revision };
    return this.desk.room.put(place, { revision, body }, { trying });
  }

  became(id, decision, revision) {
    const change = (one) => (one.id === id ? { ...one, decision, review_revision: revision } : one);
    this.answers = (this.answers || []).map(change);
    this.draw();
  }

  async approveRest() {
    const meant = this.answers.filter(({ decision }) => decision === null);
    this.writing += 1; // read again once, at the end
    for (const answer of meant) if (!(await this.write(answer, "approved"))) break;
    this.writing -= 1;
    this.update(this.desk, this.key !== null);
    focusOn(this.heading);
    return true;
  }
}
