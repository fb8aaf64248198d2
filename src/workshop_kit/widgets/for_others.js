// Enter what people without a phone, or a table, said: question, words, Enter, next.
import { bodyOf, emptyFields, hasWords, problemOf } from "./answer.js";
import { fillIn, labelled, make, pressable, setText } from "./element.js";
import { makeFields } from "./fields.js";
import { RoomError } from "./room_error.js";

const LIMIT = 8000;

export class ForOthers {
  constructor(room, voice, questions, words) {
    Object.assign(this, { room, voice, questions, words });
    this.forms = new Map();
    this.entered = [];
    this.picked = false;
    this.key = questions[0].key;
    const option = ({ key, number, topic }) =>
      make("option", { value: key }, fillIn(words.option, { number, topic }));
    this.select = make("select", { onchange: () => this.pick() }, ...questions.map(option));
    this.asked = make("p", { class: "kit-asked" });
    this.closed = make("p", { class: "kit-status kit-waiting" });
    this.place = make("div");
    this.problem = make("p", { class: "kit-problem", role: "alert", hidden: true });
    this.form = this.makeForm();
    this.element = make("div", { class: "kit-for-others" }, this.form);
    window.addEventListener("kit:leaving", () => this.wipe());
    this.draw();
  }

  makeForm() {
    const { words } = this;
    this.enter = make("button", { type: "submit", class: "kit-button" }, words.enter);
    this.undo = pressable(words.undo, () => this.undoLast(), { look: "kit-text" });
    this.count = make("p", { class: "kit-quiet" });
    const keys = make("p", { class: "kit-quiet kit-keys" }, words.keys);
    const row = make("div", { class: "kit-row" }, this.enter, this.undo);
    const choose = labelled(words.question, this.select);
    const parts = [choose, this.asked, this.closed, this.place, this.problem, row, this.count, keys];
    const form = make("form", { class: "kit-stack", novalidate: "" }, ...parts);
    form.addEventListener("submit", (event) => this.submitted(event));
    form.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) this.submitted(event);
    });
    return form;
  }

  get question() {
    return this.questions.find(({ key }) => key === this.key);
  }

  /** The fields of the present question; those of others keep what was typed. */
  get fields() {
    if (!this.forms.has(this.key)) {
      const { share_label, share_hint, their_thoughts } = this.words;
      const label = this.question.shape === "personal" ? their_thoughts : this.question.label;
      const question = { ...this.question, label, share_label, share_hint };
      this.forms.set(this.key, makeFields(question, this.words, () => this.blame("")));
    }
    return this.forms.get(this.key);
  }

  pick() {
    this.key = this.select.value;
    this.picked = true;
    this.blame("");
    this.draw();
  }

  /** Follow the room: go on to the question that is now, unless something was begun. */
  update(feed) {
    const open = this.questions.find(({ key }) => feed.questions[key] === "open");
    const now = feed.now || (open ? open.key : null);
    const begun = this.picked || hasWords(this.fields.read());
    if (now && now !== this.now && !begun) this.key = now;
    if (now !== this.now) this.picked = false;
    this.now = now;
    this.feed = feed;
    this.draw();
  }

  draw() {
    const { fields } = this;
    if (this.select.value !== this.key) this.select.value = this.key;
    if (this.place.firstChild !== fields.node) this.place.replaceChildren(fields.node);
    setText(this.asked, this.question.text);
    const state = this.feed ? this.feed.questions[this.key] : "open";
    this.closed.hidden = state === "open";
    setText(this.closed, state === "open" ? "" : this.words[`is_${state}`]);
    setText(this.count, fillIn(this.words.entered, { number: this.entered.length }));
    this.undo.hidden = this.entered.length === 0;
  }

  async submitted(event) {
    event.preventDefault();
    if (this.enter.getAttribute("aria-busy") === "true") return;
    const { question, fields } = this;
    const values = fields.read();
    const unshared = question.shape === "personal" && !values.share;
    const problem = problemOf(question, values, LIMIT) || (unshared ? "share" : "");
    if (problem) return void this.blame(this.words[`problem_${problem}`]);
    this.enter.setAttribute("aria-busy", "true");
    fields.lock(true);
    const write = (options) =>
      this.room.put(`for-others/${question.key}`, { body: bodyOf(question, values) }, options);
    const receipt = await this.attempt(write, this.words.done);
    this.enter.removeAttribute("aria-busy");
    fields.lock(false);
    if (receipt) this.next(question, fields, receipt);
  }

  next(question, fields, { entry_id: id, revision }) {
    this.entered.push({ key: question.key, id, revision });
    fields.write(emptyFields(question));
    this.draw();
    const first = fields.node.querySelector("textarea, input");
    if (first && this.key === question.key) first.focus();
  }

  async undoLast() {
    const { key, id, revision } = this.entered[this.entered.length - 1];
    const place = `for-others/${key}/${id}`;
    const gone = (error) => {
      if (error.code !== "unknown_entry") throw error;
      return {}; // the answer to an earlier try was lost on its way
    };
    const remove = (options) => this.room.takeBack(place, { revision }, options).catch(gone);
    if (!(await this.attempt(remove, this.words.undone))) return;
    this.entered.pop();
    const had = document.activeElement === this.undo;
    this.draw();
    if (had && this.undo.hidden) this.enter.focus();
  }

  /** The room's own words for a closed question speak of a phone; here there is none. */
  attempt(action, done) {
    const told = (error) => {
      const { status, code } = error;
      throw code === "question_closed" ? new RoomError(status, code, this.words.shut) : error;
    };
    return this.voice.attempt((options) => action(options).catch(told), done);
  }

  blame(text) {
    setText(this.problem, text);
    this.problem.hidden = !text;
  }

  /** Nobody finds in these fields what was typed here. */
  wipe() {
    this.forms.clear();
    this.entered = [];
    this.place.replaceChildren();
  }
}
