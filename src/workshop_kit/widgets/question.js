// One question: its draft, its exchange with the room, and what its sheet shows of both.
import { bodyOf, emptyFields, fieldsOf, hasWords, lengthOf, problemOf, sameBody } from "./answer.js";
import { fillIn } from "./element.js";
import { Exchange } from "./exchange.js";
import { makePaper } from "./paper.js";
import { statusOf } from "./status.js";

// A count that is always there hurries people; it comes when it matters.
const NEAR = 500;
const PAUSE = 700;

export class QuestionSheet {
  /** `form` is {question, total, words, limit, level}; `told(what, error)` hears what concerns all. */
  constructor(form, drafts, told) {
    Object.assign(this, form);
    this.drafts = drafts;
    this.told = told;
    this.key = form.question.key;
    this.state = "joining"; // then "waiting", "open" or "closed"; "free" where there is no room
    this.editing = false;
    this.note = "";
    this.exchange = new Exchange(this.key, drafts, (what) => this.heard(what));
    this.paper = makePaper(form, this.actions());
    this.restore();
  }

  actions() {
    return {
      changed: () => this.changed(),
      send: () => this.send(),
      skip: () => this.skip(),
      leave: () => this.leave(),
      change: () => this.change(),
      takeBack: () => this.paper.ask(),
      takeBackNow: () => this.exchange.takeBack(),
      keepMine: () => this.keepMine(),
      keepOther: () => this.leave(),
    };
  }

  get fields() {
    return this.paper.fields.read();
  }

  get written() {
    return hasWords(this.fields);
  }

  /** Whether there are words here that the room does not have and was not refused. */
  get dirty() {
    const { sent, pending } = this.exchange;
    const known = pending && pending.body ? pending.body : sent && sent.body;
    if (!this.written) return false;
    if (!known) return true;
    if (known.shape === "skipped") return this.editing;
    return !sameBody(bodyOf(this.question, this.fields), known);
  }

  /** Bring back what was written here before, under the name of a session. */
  restore() {
    const draft = this.drafts.get(this.key);
    if (draft) this.paper.fields.write(draft);
    this.draw();
  }

  /** Begin with what the room has of this person. */
  begin(room, entry) {
    this.note = "";
    this.restore();
    this.exchange.begin(room, entry);
    const { sent } = this.exchange;
    this.editing = Boolean(sent) && sent.body.shape !== "skipped" && this.dirty;
    this.draw();
  }

  /** Take what another page sent or took back, unless something is under way here. */
  isNow(entry) {
    const { busy, conflict, revision } = this.exchange;
    const known = entry ? entry.revision : 0;
    if (!busy && !conflict && known !== revision) this.begin(this.exchange.room, entry);
  }

  stateIs(state) {
    if (state === this.state) return;
    this.state = state;
    if (state === "open") this.exchange.refused = null;
    this.draw();
  }

  changed() {
    this.note = "";
    this.paper.blame("");
    if (this.exchange.refused) this.exchange.refused = null;
    this.save();
    this.draw();
    this.told("written");
    clearTimeout(this.counting);
    this.counting = setTimeout(() => this.count(), PAUSE);
  }

  save() {
    if (this.written) this.drafts.set(this.key, this.fields);
    else this.drafts.remove(this.key);
  }

  count() {
    const over = lengthOf(bodyOf(this.question, this.fields)) - this.limit;
    const key = over > 0 ? "too_long" : "letters_left";
    const text = over > -NEAR ? fillIn(this.words[key], { number: Math.abs(over) }) : "";
    this.paper.count(text);
  }

  send() {
    if (this.exchange.busy) return;
    const problem = problemOf(this.question, this.fields, this.limit);
    if (problem) {
      clearTimeout(this.counting);
      this.paper.count("");
      this.paper.blame(this.problemText(problem));
    } else {
      this.go(() => this.exchange.send(bodyOf(this.question, this.fields)));
    }
  }

  problemText(problem) {
    const body = bodyOf(this.question, this.fields);
    const number = Math.max(0, lengthOf(body) - this.limit);
    return fillIn(this.words[problem], { number });
  }

  skip() {
    if (!this.exchange.busy) this.go(() => this.exchange.send({ shape: "skipped" }));
  }

  go(action) {
    this.note = this.exchange.room ? "" : "joining";
    this.paper.blame("");
    action();
    this.draw();
  }

  change() {
    if (this.exchange.busy) return;
    const { body } = this.exchange.sent;
    const draft = this.drafts.get(this.key);
    this.paper.fields.write(draft || fieldsOf(this.question, body));
    this.editing = true;
    this.note = "";
    this.draw();
    this.paper.fields.focus();
  }

  /** Leave the answer as the room has it, and drop what was written since. */
  leave() {
    this.exchange.conflict = null;
    this.editing = false;
    if (!this.keptHere) this.empty();
    if (this.keptHere) this.paper.fields.write({ ...this.fields, share: false });
    this.save();
    this.draw();
  }

  keepMine() {
    const { conflict } = this.exchange;
    this.exchange.send(conflict.mine);
  }

  /** Whether the room knows only that a personal answer was kept on this phone. */
  get keptHere() {
    const { sent } = this.exchange;
    return Boolean(sent) && sent.body.shape === "personal" && !sent.body.share;
  }

  /** Whether the question takes no answer now. */
  get shut() {
    return this.state === "waiting" || this.state === "closed";
  }

  draw() {
    this.paper.draw(this.view());
  }

  view() {
    const { exchange, state, dirty, shut } = this;
    const { sent, conflict, busy } = exchange;
    const editable = !shut && !conflict && (!sent || this.editing);
    const settled = sent && !conflict && !editable;
    return {
      editable,
      locked: shut && !conflict && dirty,
      busy,
      told: this.toldText(shut),
      body: settled ? sent.body : null,
      kept: this.keptHere ? this.fields.text : "",
      both: conflict && { ...conflict, kept: this.fields.text || "" },
      status: statusOf(this),
      row: state === "free" ? "none" : editable ? "edit" : settled && !shut ? "sent" : "none",
      private: this.question.shape === "personal" && !this.fields.share,
      answered: Boolean(sent) && this.editing,
      skipped: Boolean(sent) && sent.body.shape === "skipped",
    };
  }

  toldText(shut) {
    const { words, state } = this;
    if (!shut) return "";
    if (state === "waiting") return words.opens_later;
    if (this.exchange.sent) return this.dirty ? words.closed_older : words.closed_sent;
    return this.dirty ? "" : words.closed_nothing;
  }

  /** Return what the list of questions says of this one: a name in `words`, or "". */
  mark() {
    const { sent, pending } = this.exchange;
    if (pending) return "mark_going";
    if (this.dirty) return "mark_here";
    if (sent && sent.body.shape === "skipped") return "mark_skipped";
    if (sent) return this.keptHere ? "mark_kept" : "mark_sent";
    return { waiting: "mark_waiting", closed: "mark_closed" }[this.state] || "";
  }

  empty() {
    this.paper.fields.write(emptyFields(this.question));
    this.drafts.remove(this.key);
  }

  heard(what) {
    if (what === "sent") this.wasSent();
    if (what === "taken_back" || what === "cleared") this.wasTakenBack(what);
    this.draw();
    this.told(what, this.exchange.refused);
  }

  wasSent() {
    const { body } = this.exchange.sent;
    this.editing = this.dirty && body.shape !== "skipped";
    if (!this.editing && body.shape !== "skipped" && !this.keptHere) this.empty();
  }

  wasTakenBack(what) {
    this.editing = false;
    this.note = what === "taken_back" ? what : "";
    this.empty();
  }

  /** The workshop has ended: what was not sent is gone. */
  endedWith() {
    this.editing = false;
    this.empty();
    this.stateIs("closed");
    this.draw();
  }
}
