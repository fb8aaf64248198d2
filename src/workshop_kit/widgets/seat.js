// A person's seat in the workshop: some questions, their drafts, and the room that has the answers.
import { Drafts } from "./drafts.js";
import { make } from "./element.js";
import { Notice } from "./notice.js";
import { QuestionSheet } from "./question.js";
import { answersOf, openRoom } from "./room.js";
import { onWake } from "./wake.js";

// A word about waiting, but only where there is some.
const LATE = 1500;

/** What the forms have in common. A form gives it a `root` and overrides what is empty here. */
export class Seat {
  /** `asked` is {questions, words, limit, level}; `level` is the headings', such as "h2". */
  constructor({ questions, ...asked }) {
    this.words = asked.words;
    this.drafts = new Drafts();
    this.room = openRoom("participant");
    this.notice = new Notice();
    this.ended = false;
    const sheet = (question) => this.makeSheet({ ...asked, question });
    this.sheets = new Map(questions.map((question) => [question.key, sheet(question)]));
    this.leaving = () => this.left();
    this.changed = ({ detail }) => detail.seat !== this && this.sheets.has(detail.key) && this.lookAgain();
    window.addEventListener("kit:leaving", this.leaving);
    window.addEventListener("kit:answered", this.changed);
  }

  makeSheet(form) {
    const { key } = form.question;
    return new QuestionSheet(form, this.drafts, (what, error) => {
      this.told(what, error);
      if (what !== "sent" && what !== "taken_back") return;
      // JupyterLab shows several notebooks at once; the same question may stand in two of them.
      window.dispatchEvent(new CustomEvent("kit:answered", { detail: { seat: this, key } }));
    });
  }

  draw() {}

  /** The drafts were another workshop's, and are gone. */
  cleared() {}

  /** The room told its state. */
  followed() {}

  /** All that the room has of this person. */
  knows() {}

  /** The same, after something may have been sent from another page. */
  knowsAgain() {}

  /** Nobody joined here. Return whether the form says what to do instead. */
  async isStranger() {
    return false;
  }

  /** Find the room and follow it. Typing is possible before, and where there is none. */
  async join() {
    if (!this.room) return this.alone(this.words.no_room);
    const late = setTimeout(() => this.say(this.words.joining), LATE);
    const trying = () => {
      clearTimeout(late);
      this.say(this.words.looking);
    };
    try {
      const { session, state, entries } = await this.room.whoAmI({ trying });
      if (!this.drafts.belongTo(session)) this.clear();
      this.begin(answersOf(entries));
      this.knows(entries);
      this.stateIs(state);
    } catch (error) {
      return this.turnedAway(error);
    } finally {
      clearTimeout(late);
    }
    this.forgetWake = onWake(() => this.lookAgain());
    this.unfollow = this.room.follow({
      state: (state) => this.follow(state),
      gone: () => this.gone(),
    });
  }

  clear() {
    for (const sheet of this.sheets.values()) sheet.empty();
    this.cleared();
  }

  begin(mine) {
    for (const [key, sheet] of this.sheets) sheet.begin(this.room, mine.get(key));
  }

  /** The same questions stand on other pages of this phone: look what was sent from there. */
  async lookAgain() {
    const sheets = [...this.sheets.values()].filter(({ exchange }) => !exchange.busy);
    const before = sheets.map(({ exchange }) => exchange.over);
    if (!this.unfollow || this.ended) return;
    try {
      const entries = await this.room.entries();
      const mine = answersOf(entries);
      // What was sent from here meanwhile is newer than this reply.
      const still = sheets.filter(({ exchange }, at) => exchange.over === before[at]);
      for (const sheet of still) sheet.isNow(mine.get(sheet.key));
      this.knowsAgain(entries);
    } catch (error) {
      if (error.stranger) this.gone();
    }
  }

  follow({ state, questions, ...more }) {
    for (const [key, sheet] of this.sheets) sheet.stateIs(questions[key] || "waiting");
    this.stateIs(state);
    this.followed(more);
    this.draw();
  }

  stateIs(state) {
    if (state === "closed") this.closed();
    else this.say(state === "draft" ? this.words.not_begun : "");
  }

  say(text, ...more) {
    this.notice.say(text, ...more);
  }

  told(what, error) {
    if (what === "refused" && (error.stranger || error.code === "session_closed")) this.refused(error);
    this.draw();
  }

  async turnedAway(error) {
    if (error.stranger && (await this.isStranger())) return;
    this.refused(error);
  }

  refused(error) {
    if (error.code === "left") return;
    if (error.code === "session_closed") this.closed();
    else if (error.stranger) this.gone();
    else this.alone(error.ours ? error.message : this.words.no_room);
  }

  /** There is no room here: everything stays on this device. */
  alone(reason) {
    for (const sheet of this.sheets.values()) sheet.stateIs("free");
    this.say(reason);
  }

  /** The room no longer knows this page. What was not sent stays; after its end nobody joins again. */
  gone() {
    if (this.ended) return;
    const link = make("a", { href: this.room.base, class: "kit-button" }, this.words.join_again);
    this.say(this.words.not_joined, link);
  }

  closed() {
    if (this.ended) return;
    this.ended = true;
    this.drafts.wipe();
    for (const sheet of this.sheets.values()) sheet.endedWith();
    this.say(this.words.session_closed);
    this.draw();
  }

  left() {
    this.drafts.wipe();
    this.root.replaceChildren();
  }

  end() {
    window.removeEventListener("kit:leaving", this.leaving);
    window.removeEventListener("kit:answered", this.changed);
    if (this.unfollow) this.unfollow();
    if (this.forgetWake) this.forgetWake();
    this.notice.end();
  }
}
