// One check on the board: how it stands, its buttons, hands, and the distribution at the end.
import { CHECKS } from "./check_names.js";
import { fillIn, focusOn, make, pressable, setText, uniqueId } from "./element.js";
import { Hands } from "./hands.js";
import { moodResult } from "./mood_result.js";

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
    const row = make("div", { class: "kit-row" }, this.open, this.close, this.again, this.show);
    const parts = [this.heading, this.state, this.result, row, this.hands.element];
    this.element = make("section", { class: "kit-vote", "aria-labelledby": this.heading.id }, ...parts);
  }

  makeButtons() {
    const { words } = this;
    const plain = { look: "kit-plain" };
    const about = { about: this.name };
    this.open = pressable(words.open, () => this.turn("open", words.opened), about);
    this.close = pressable(words.close, () => this.turn("closed", words.closed), about);
    this.again = pressable(words.again, () => this.turn("open", words.opened), { ...plain, ...about });
    this.show = pressable(words.show, () => this.onTheWall(words.shown), { ...plain, ...about });
  }

  async turn(state, done) {
    if (!(await this.write((body) => ({ ...body, state }), done))) return;
    focusOn(this.heading);
    if (state === "open") await this.onTheWall(done);
  }

  /** Write what `change` makes of it, and show it here at once; the count comes with the feed. */
  async write(change, done) {
    const { desk, key } = this;
    const made = (body) => {
      const { state = "waiting", hands = {} } = body || {}; // what was counted is the store's alone
      return change({ state, hands });
    };
    const receipt = await desk.attempt((options) => desk.entries.put("check", key, made, options), done);
    if (!receipt || this.told.revision >= receipt.revision) return receipt; // the feed was faster
    const { state, hands } = desk.entries.body("check", key);
    const counting = state === "closed" && !this.told.result; // the feed brings what came of it
    const told = { ...this.told, state, hands, counting, revision: receipt.revision, answered: null };
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
    const { state, hands, revision, result, passed, counting = false } = (this.told = told);
    desk.entries.heard("check", key, revision, { state, hands });
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
    this.hands.element.hidden = state === "waiting";
    this.open.hidden = state !== "waiting" || !running;
    this.close.hidden = state !== "open" || !running;
    this.again.hidden = state !== "closed" || Boolean(result) || counting || !running;
    this.show.hidden = state === "waiting" || !running;
    this.hands.draw(hands);
    if (had && had.hidden) focusOn(this.heading);
  }

  said({ state, result, answered, hands, counting = false }) {
    const { words } = this;
    const told = [words[`state_${state}`]];
    if (state === "open") told.push(answered === null ? words.answered_few : fillIn(words.answered, { number: answered }), words.once);
    if (state === "closed" && !result && !counting) told.push(words.few, Object.keys(hands).length ? words.few_hands : "");
    return told.filter(Boolean).join(" ");
  }
}
