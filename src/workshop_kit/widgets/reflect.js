// The participant's form: nine questions of real HTML. After it stands, nothing needs Python.
import { AgreementDialog } from "./agreement_dialog.js";
import { Ballots } from "./ballots.js";
import { Calm } from "./calm.js";
import { CardSorts } from "./card_sorts.js";
import { CheckForm } from "./check_form.js";
import { ContactCard } from "./contact_card.js";
import { fillIn, focusOn, make, onceShown, pressable, setText } from "./element.js";
import { Farewell } from "./farewell.js";
import { newId } from "./new_id.js";
import { makeOffer } from "./offer.js";
import { goToSheet, makeOverview, makePager } from "./overview.js";
import { confirmation } from "./paper.js";
import { ReadAlready } from "./read_already.js";
import { RevealedAnswers } from "./revealed_answers.js";
import { Seat } from "./seat.js";
import { stepNow } from "./step_now.js";
import { TableCard } from "./table_card.js";

/** Draw the form of an anywidget model into `el`; return what ends it. */
export function showReflectForm(model, el) {
  const form = new ReflectForm(model.get("questions"), model.get("words"), model.get("max_answer"), model.get("moods"));
  form.steps = model.get("steps");
  el.append(form.root);
  form.join();
  return () => form.end();
}

class ReflectForm extends Seat {
  constructor(questions, words, limit, moods) {
    super({ questions, total: questions.length, words, limit, level: 2 });
    this.check = new CheckForm(words, moods, this);
    this.questions = questions;
    this.now = null; // the question that the group is at
    this.step = null; // the step of the agenda that it is at
    this.stayed = null; // the question or step that the person chose not to go to
    this.touched = false;
    this.current = this.drafts.get("place") || questions[0].key;
    this.build();
    this.arrive();
  }

  /** Who pressed "Go there" on another page comes to that question, once: reflect#kit-q3. */
  arrive() {
    const key = location.hash.replace("#kit-", "");
    if (!this.sheets.has(key)) return;
    history.replaceState(history.state, "", location.pathname + location.search);
    this.touched = true;
    this.current = key;
    this.drafts.set("place", key);
    this.arriving = true;
    this.draw();
  }

  /** What the room asks stands above the question, and moves it: so this waits for the room. */
  land() {
    this.arriving = false;
    const { paper } = this.sheets.get(this.current);
    onceShown(paper.root, () => this.stage.contains(document.activeElement) || goToSheet(paper));
  }

  build() {
    const go = (key) => this.go(key);
    this.overview = makeOverview(this.questions, this.words, go);
    this.agreement = new AgreementDialog(this.words, this);
    this.pager = makePager(this.questions, this.words, go);
    this.offer = makeOffer(this.words, go, (id) => this.stay(id));
    const papers = [...this.sheets.values()].map(({ paper }) => paper.root);
    this.contact = new ContactCard(this.words, this);
    const stage = make("div", { oninput: () => (this.touched = true) }, ...papers, this.contact.element);
    const privacy = make("p", { class: "kit-quiet kit-screen-only" }, this.words.privacy);
    const title = make("h1", {}, this.words.title);
    this.lead = make("p", { class: "kit-screen-only" }, this.words.lead);
    this.ballots = new Ballots(this.words, this);
    this.sorts = new CardSorts(this.words, this);
    this.table = new TableCard(this.words, this);
    this.revealed = new RevealedAnswers(this.words, this);
    this.talk = pressable(this.words.talk_short, () => this.openTalk(), { look: "kit-text" });
    this.talk.hidden = true;
    this.calm = new Calm(this.words, () => this.goOn());
    this.line = make("p", { class: "kit-group-line kit-screen-only", hidden: true });
    const words = make("div", { class: "kit-row kit-screen-only" }, this.agreement.opener, this.talk);
    const end = this.makeEnd();
    this.farewell = new Farewell(this.words, this, this.everything);
    const asked = [this.check.element, this.ballots.element, this.sorts.element, this.farewell.element];
    const head = [title, this.lead, this.notice.node, this.calm.element, this.line, words, ...asked, this.overview.node];
    this.together = make("div", {}, this.table.element, this.revealed.element);
    const foot = [this.together, this.pager.node, privacy, end, this.offer.node, this.agreement.element];
    this.stage = stage;
    this.root = make("div", { class: "kit-reflect" }, ...head, stage, ...foot);
    this.draw();
  }

  /** What holds something of this person beside the answers. */
  get parts() {
    return [this.agreement, this.ballots, this.sorts, this.table, this.contact, this.check];
  }

  makeEnd() {
    this.everything = pressable(this.words.take_back_all, () => this.ask(), { look: "kit-text" });
    this.confirm = make("div");
    this.outcome = make("p", { class: "kit-status", role: "status" });
    return make("div", { class: "kit-end" }, this.everything, this.confirm, this.outcome);
  }

  knows(entries) {
    this.ballots.knows(entries);
    this.sorts.knows(entries);
    const own = { consent: this.agreement, seat: this.table, contact: this.contact };
    for (const [name, part] of Object.entries(own)) part.knows(entries.find(({ kind }) => kind === name));
    this.check.knows(entries);
  }

  knowsAgain(entries) {
    this.sorts.knows(entries);
  }

  cleared() {
    this.current = this.questions[0].key;
  }

  /** Take where the group is: never moves a person who has begun. */
  followed({ details, now, step = null, agreement = null, paused = false, votes = [], sorts = {}, check = null, tables = {}, revealed = {} }) {
    if (![this.room.identity.mark, this.learned].includes(details)) this.learn(details);
    this.ballots.update(votes);
    this.sorts.update(sorts);
    this.tables = tables;
    this.marks = revealed;
    this.agreement.told(agreement);
    this.talk.hidden = this.ended || !document.getElementById("kit-help"); // JupyterLab has none
    this.already = this.already || new ReadAlready(this.room.identity.session);
    if (!paused) this.already.drop("pause");
    this.paused = paused;
    const moved = (this.step ? this.step.id : "") !== (step ? step.id : "");
    if (now !== this.now || moved) this.stayed = null;
    this.check.update(check, moved);
    this.now = now;
    this.step = step;
    if (now && !this.touched && !this.drafts.get("place") && this.sheets.has(now)) this.current = now;
    this.touched = true;
    if (this.arriving) this.land();
  }

  /** What who leads says of the workshop has changed, such as who gets the notes. */
  async learn(details) {
    this.learned = details; // asked for once, however often the feed tells it meanwhile
    this.room.wake(); // an earlier reply is out of date
    await this.room.whoAmI().catch(() => {}); // who is a stranger hears so from the feed
    this.draw();
  }

  go(key) {
    this.touched = true;
    if (this.current === this.now) this.stayed = this.now; // who leaves the group's question means it
    this.current = key;
    this.drafts.set("place", key);
    this.draw();
    goToSheet(this.sheets.get(key).paper);
  }

  /** The frame has it, on every page: here.js puts it above the help lines. */
  openTalk() {
    window.dispatchEvent(new CustomEvent("kit:help", { detail: this.talk }));
    const heading = document.getElementById("kit-talk");
    if (heading) heading.focus();
  }

  /** A pause is for who wants one, and whoever goes on does so on every page. */
  goOn() {
    this.already.add(["pause"]);
    this.draw();
  }

  stay(id) {
    this.stayed = id;
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
    this.table.update(this.tables, current);
    this.revealed.update(this.marks || {}, this.sheets.get(current).question);
    const calm = Boolean(this.paused) && !this.already.has("pause") && !this.ended;
    const others = [this.check.element, this.ballots.element, this.sorts.element, this.stage, this.together, this.overview.node, this.pager.node];
    this.calm.draw(calm, others, () => this.sheets.get(this.current).paper.heading);
    this.offer.draw(this.elsewhere);
    this.contact.draw();
    setText(this.line, this.step ? this.stepTold : "");
    this.line.hidden = !this.step;
    const any = [...this.sheets.values()].some(({ exchange }) => exchange.sent) || this.parts.some(({ said }) => said);
    this.everything.hidden = !any || this.ended;
    this.farewell.draw(this.ends && !calm);
    this.lead.hidden = this.ended; // nothing can be answered any more
  }

  /** Whether it is time to say goodbye. */
  get ends() {
    return this.ended || (Boolean(this.step) && this.step.kind === "closing");
  }

  get stepTold() {
    return stepNow(this.step, this.words, this.steps);
  }

  /** Where the group is, if that is not here and the person has not chosen to stay. */
  get elsewhere() {
    const { now, step, stayed, words } = this;
    if (this.calm.shown) return null;
    const sheet = now && this.sheets.get(now);
    if (sheet) {
      const { number, topic } = sheet.question;
      const text = fillIn(words.group_at, { number, topic });
      return now === this.current || now === stayed ? null : { id: now, key: now, text };
    }
    if (!step || step.question || step.id === stayed || this.ended || this.ends) return null;
    const { id, section, part } = step;
    const href = section ? `${this.room.base}${section}#kit-${section}-${part}` : "";
    return { id, href, text: this.stepTold, reads: true };
  }

  told(what, error) {
    if (what === "sent") setText(this.outcome, "");
    super.told(what, error);
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
    const trying = (error) => setText(outcome, error.unsaved ? error.message : words.trying_back);
    setText(outcome, words.taking_back);
    const sheets = [...this.sheets.values()].map(({ exchange }) => exchange.over);
    await Promise.all([...sheets, ...this.parts.map(({ over }) => over)]);
    try {
      const { taken_back: number } = await this.room.takeBack("entries", { write_id: newId() }, { trying });
      for (const { exchange } of this.sheets.values()) exchange.forget();
      for (const part of this.parts) part.forget();
      setText(outcome, fillIn(words.all_taken_back, { number }));
      focusOn(outcome);
    } catch (error) {
      if (error.code !== "left") setText(outcome, error.message || words.refused);
      this.told("refused", error);
    }
  }
}
