// The participant's form: nine questions of real HTML. After it stands, nothing needs Python.
import { Drafts } from "./drafts.js";
import { fillIn, focusOn, make, pressable, setText } from "./element.js";
import { goToSheet, makeOffer, makeOverview, makePager } from "./overview.js";
import { confirmation } from "./paper.js";
import { QuestionSheet } from "./question.js";
import { newId, openRoom } from "./room.js";

// A word about waiting, but only where there is some.
const LATE = 1500;

export default {
  render({ model, el }) {
    const form = new ReflectForm(model.get("questions"), model.get("words"), model.get("max_answer"));
    el.append(form.root);
    form.join();
    return () => form.end();
  },
};

class ReflectForm {
  constructor(questions, words, limit) {
    Object.assign(this, { questions, words });
    this.drafts = new Drafts();
    this.room = openRoom("participant");
    this.now = null; // the question that the group is at
    this.stayed = null; // the one that the person chose not to go to
    this.touched = false;
    const told = (what, error) => this.told(what, error);
    const total = questions.length;
    this.sheets = new Map(
      questions.map((question) => [
        question.key,
        new QuestionSheet({ question, total, words, limit }, this.drafts, told),
      ]),
    );
    this.current = this.drafts.get("place") || questions[0].key;
    this.build();
    this.leaving = () => this.left();
    window.addEventListener("kit:leaving", this.leaving);
  }

  build() {
    const go = (key) => this.go(key);
    this.notice = make("div", { class: "kit-notice", role: "status" });
    this.overview = makeOverview(this.questions, this.words, go);
    this.pager = makePager(this.questions, this.words, go);
    this.offer = makeOffer(this.words, go, (key) => this.stay(key));
    const papers = [...this.sheets.values()].map(({ paper }) => paper.root);
    const stage = make("div", { oninput: () => (this.touched = true) }, ...papers);
    const privacy = make("p", { class: "kit-quiet" }, this.words.privacy);
    const title = make("h1", {}, this.words.title);
    const lead = make("p", {}, this.words.lead);
    const parts = [title, lead, this.notice, this.overview.node, stage, this.pager.node, privacy, this.makeEnd()];
    this.root = make("div", { class: "kit-reflect" }, ...parts, this.offer.node);
    this.draw();
  }

  makeEnd() {
    this.everything = pressable(this.words.take_back_all, () => this.ask(), { look: "kit-text" });
    this.confirm = make("div");
    this.outcome = make("p", { class: "kit-status", role: "status" });
    return make("div", { class: "kit-end" }, this.everything, this.confirm, this.outcome);
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
      const { session, state } = await this.room.whoAmI({ trying });
      if (!this.drafts.belongTo(session)) this.clear();
      await this.begin();
      this.stateIs(state);
    } catch (error) {
      return this.refused(error);
    } finally {
      clearTimeout(late);
    }
    this.unfollow = this.room.follow({
      state: (state) => this.follow(state),
      gone: () => this.gone(),
    });
  }

  /** What stands here was written in another workshop. */
  clear() {
    for (const sheet of this.sheets.values()) sheet.empty();
    this.current = this.questions[0].key;
  }

  async begin() {
    const { entries } = await this.room.get("entries");
    const mine = new Map(entries.filter(({ kind }) => kind === "answer").map((one) => [one.key, one]));
    for (const [key, sheet] of this.sheets) sheet.begin(this.room, mine.get(key));
  }

  /** Take the room's state: never moves a person who has begun. */
  follow({ state, questions, now }) {
    for (const [key, sheet] of this.sheets) sheet.stateIs(questions[key] || "waiting");
    this.stateIs(state);
    if (now !== this.now) this.stayed = null;
    this.now = now;
    if (now && !this.touched && !this.drafts.get("place") && this.sheets.has(now)) this.current = now;
    this.touched = true;
    this.draw();
  }

  stateIs(state) {
    if (state === "closed") this.closed();
    else this.say(state === "draft" ? this.words.not_begun : "");
  }

  go(key) {
    this.touched = true;
    if (this.current === this.now) this.stayed = this.now; // who leaves the group's question means it
    this.current = key;
    this.drafts.set("place", key);
    this.draw();
    goToSheet(this.sheets.get(key).paper);
  }

  stay(key) {
    this.stayed = key;
    this.draw();
    focusOn(this.sheets.get(this.current).paper.heading);
  }

  draw() {
    const { current, now } = this;
    const marks = new Map([...this.sheets].map(([key, sheet]) => [key, sheet.mark()]));
    this.overview.draw({ current, now, marks });
    for (const [key, { paper }] of this.sheets) {
      paper.root.hidden = key !== current;
      paper.place(key === now);
    }
    this.pager.draw(current);
    const elsewhere = now && now !== current && now !== this.stayed && this.sheets.get(now);
    this.offer.draw(elsewhere ? elsewhere.question : null);
    const any = [...this.sheets.values()].some(({ exchange }) => exchange.sent);
    this.everything.hidden = !any || this.ended;
  }

  say(text, ...more) {
    if (this.notice.firstChild && this.notice.textContent === text) return;
    this.notice.replaceChildren(...(text ? [make("p", {}, text), ...more] : []));
  }

  told(what, error) {
    if (what === "sent") setText(this.outcome, "");
    if (what === "refused" && (error.stranger || error.code === "session_closed")) this.refused(error);
    this.draw();
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

  /** The room no longer knows this page. What was not sent stays. */
  gone() {
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

  ask() {
    const close = () => {
      this.confirm.replaceChildren();
      this.everything.focus();
    };
    const yes = () => {
      close();
      return this.takeBackAll();
    };
    this.confirm.replaceChildren(confirmation(this.words.take_back_all_ask, this.words, yes, close));
    focusOn(this.confirm.querySelector("p"));
  }

  /** What is on its way has to arrive first, or it would stand again afterwards. */
  async takeBackAll() {
    const { words, outcome } = this;
    const trying = () => setText(outcome, words.trying_back);
    setText(outcome, words.taking_back);
    await Promise.all([...this.sheets.values()].map(({ exchange }) => exchange.over));
    try {
      const { taken_back: number } = await this.room.takeBack("entries", { write_id: newId() }, { trying });
      for (const { exchange } of this.sheets.values()) exchange.forget();
      setText(outcome, fillIn(words.all_taken_back, { number }));
      focusOn(outcome);
    } catch (error) {
      if (error.code !== "left") setText(outcome, error.message || words.refused);
      this.told("refused", error);
    }
  }

  left() {
    this.drafts.wipe();
    this.root.replaceChildren();
  }

  end() {
    window.removeEventListener("kit:leaving", this.leaving);
    if (this.unfollow) this.unfollow();
  }
}
