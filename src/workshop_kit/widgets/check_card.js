// One check on the board: how it stands, its buttons, hands, and the distribution at the end.
import { CHECKS } from "./check_names.js";
import { fillIn, focusOn, make, pressable, setText, uniqueId } from "./element.js";
import { Hands } from "./hands.js";
import { moodResult } from "./mood_result.js";
import { TwoSteps } from "./two_steps.js";

// Whether the time of a check is over in a step that runs.
const PAST = {
  "check-in": ({ kind }) => !["arrival", "opening"].includes(kind),
  "check-out": ({ after }) => Boolean(after),
};

export class CheckCard {
  constructor(desk, key) {
    this.desk = desk;
    this.key = key;
    const words = (this.words = desk.words.check);
    this.name = words[CHECKS[key]];
    this.heading = make("h3", { id: uniqueId() }, this.name);
    this.state = make("p", { class: "kit-quiet" });
    this.result = make("div");
    this.makeButtons();
    this.hands = new Hands(desk.moods, words, (hands) => this.saveHands(hands), this.name);
    const row = make("div", { class: "kit-row" }, this.open, this.again, this.show);
    const parts = [this.heading, this.state, this.result, row, this.hands.element, this.close.element];
    this.element = make("section", { class: "kit-vote", "aria-labelledby": this.heading.id }, ...parts);
  }

  makeButtons() {
    const { words } = this;
    const plain = { look: "kit-plain" };
    const about = { about: this.name };
    this.open = pressable(words.open, () => this.turn("open", words.opened), about);
    const asked = { start: words.close, sure: words.close_sure, no: words.close_no };
    this.close = new TwoSteps(asked, () => this.turn("closed", words.closed), { look: "", ...about });
    this.again = pressable(words.again, () => this.turn("open", words.opened), { ...plain, ...about });
    this.show = pressable(words.show, () => this.letSee(), { ...plain, ...about });
  }

  async turn(state, done) {
    if (!(await this.write((body) => ({ ...body, state, shown: false }), done))) return false;
    focusOn(this.heading);
    if (state === "open") await this.onTheWall(done);
    return true;
  }

  /** Put it on the wall; what came of it too, once it is closed. */
  async letSee() {
    const { state, shown } = this.told;
    const done = this.words.shown;
    const hidden = state === "closed" && !shown;
    if (hidden && !(await this.write((body) => ({ ...body, shown: body.state === "closed" }), done))) return;
    await this.onTheWall(done);
  }

  /** Write what `change` makes of it, and show it here at once; the count comes with the feed. */
  async write(change, done) {
    const { desk, key } = this;
    const made = (body) => {
      const { state = "waiting", hands = {}, shown = false } = body || {}; // what was counted is the store's alone
      return change({ state, hands, shown });
    };
    const receipt = await desk.attempt((options) => desk.entries.put("check", key, made, options), done);
    if (!receipt || this.told.revision >= receipt.revision) return receipt; // the feed was faster
    const { state, hands, shown } = desk.entries.body("check", key);
    const counting = state === "closed" && !this.told.result; // the feed brings what came of it
    const told = { ...this.told, state, hands, shown, counting, revision: receipt.revision, answered: null };
    desk.feed = { ...desk.feed, checks: { ...desk.feed.checks, [key]: told } };
    desk.refresh();
    return receipt;
  }

  onTheWall(done) {
    return this.desk.putScreen({ show: "check", check: this.key, question: null }, done);
  }

  saveHands(hands) {
    return this.write((body) => ({ ...body, hands }), this.words.hands_saved);
  }

  /** What the feed says of it. */
  update(told) {
    const { desk, key, words } = this;
    const { state, hands, shown, revision, result, passed, counting = false } = (this.told = told);
    desk.entries.heard("check", key, revision, { state, hands, shown });
    const had = this.element.contains(document.activeElement) && document.activeElement;
    setText(this.state, this.said(told));
    const drawn = JSON.stringify([result, passed]);
    if (drawn !== this.drawn) {
      this.drawn = drawn;
      const people = result ? moodResult(desk.moods, result) : "";
      const others = result && passed ? make("p", { class: "kit-quiet" }, fillIn(words.passed, { number: passed })) : "";
      this.result.replaceChildren(people, others);
    }
    const running = desk.feed.state === "open";
    this.element.hidden = state === "waiting" && !running;
    this.hands.element.hidden = state === "waiting" || shown;
    this.open.hidden = state !== "waiting" || !running;
    this.drawClose(state === "open" && running, told);
    this.again.hidden = state !== "closed" || Boolean(result) || counting || !running;
    this.show.hidden = state === "waiting" || !running;
    this.hands.draw(hands);
    if (had && had.hidden) focusOn(this.heading);
  }

  drawClose(can, told) {
    this.close.element.hidden = !can;
    if (can) this.close.explain(this.answered(told), this.words.once);
    else this.close.away();
  }

  answered({ answered }) {
    return answered === null ? this.words.answered_few : fillIn(this.words.answered, { number: answered });
  }

  /** Whether this should have been closed before; phones show the check-out alone, once it was asked. */
  get past() {
    const { desk, key } = this;
    const { running } = desk.evening;
    const later = key === "check-in" && desk.feed.checks["check-out"].state !== "waiting";
    return later || Boolean(running && PAST[key](running));
  }

  said(told) {
    const { words } = this;
    const { state, result, shown, hands, counting = false } = told;
    const lines = [state === "open" && this.past ? words.still : words[`state_${state}`]];
    if (state === "open") lines.push(this.answered(told));
    if (result && !shown) lines.push(words.unshown);
    if (state === "closed" && !result && !counting) lines.push(words.few, Object.keys(hands).length ? words.few_hands : "");
    return lines.filter(Boolean).join(" ");
  }
}
