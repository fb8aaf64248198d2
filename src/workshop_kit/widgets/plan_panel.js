// The action plan: what is done next, by whom, by when; what an action still lacks is said.
import { PlanDay } from "./plan_day.js";
import { fillIn, make, pressable } from "./element.js";
import { PlanAction } from "./plan_action.js";
import { PlanForm } from "./plan_form.js";

// The question that asks for the first step.
const ASKS_FOR_STEPS = "q9";

export class PlanPanel {
  constructor(desk) {
    this.desk = desk;
    const words = (this.words = desk.words.plan);
    this.rows = new Map();
    this.removed = null; // {id, body}: the last one that was removed here
    this.list = make("ol", { class: "kit-plan-list" });
    this.form = new PlanForm(words, (body) => this.add(body), { button: words.add });
    this.adding = make("details", {}, (this.summary = make("summary", {}, words.new)), this.form.element);
    this.offered = make("div", { class: "kit-offered-lines" });
    this.undo = pressable(words.undo, () => this.bringBack(), { look: "kit-plain" });
    const show = () => desk.putScreen({ show: "plan", question: null }, words.shown);
    this.show = pressable(words.show, show, { look: "kit-plain" });
    this.day = new PlanDay(desk);
    const row = make("div", { class: "kit-row" }, this.show, this.undo);
    const parts = [make("p", {}, words.lead), this.list, this.offered, this.adding, this.day.element, row];
    this.element = make("div", { class: "kit-plan kit-stack" }, ...parts);
  }

  get actions() {
    return this.desk.feed.plan.actions;
  }

  /** Return an id that none has and none had: other pages remember those. */
  newId() {
    return `a${Date.now()}`;
  }

  async add(body) {
    if (!(await this.write(this.newId(), () => body, fillIn(this.words.added, { what: body.what })))) return;
    this.form.fill({});
    this.adding.open = false;
    this.summary.focus();
  }

  /** Write what `change` makes of an action, and show it here at once. */
  async write(id, change, done) {
    const { desk } = this;
    const receipt = await desk.attempt((options) => desk.entries.put("action", id, change, options), done);
    if (receipt) this.heard(id, receipt.revision, desk.entries.body("action", id));
    return receipt;
  }

  heard(id, revision, body) {
    const { desk } = this;
    const others = this.actions.filter((action) => action.id !== id);
    const known = this.actions.find((action) => action.id === id);
    const told = { lacks: known ? known.lacks : [], ...body, id, revision };
    const number = (action) => Number(action.id.slice(1));
    const actions = body ? [...others, told].sort((one, other) => number(one) - number(other)) : others;
    desk.feed = { ...desk.feed, plan: { ...desk.feed.plan, actions } };
    desk.refresh();
  }

  async remove({ id, revision }) {
    const { desk, words } = this;
    const body = desk.entries.body("action", id);
    const gone = await desk.attempt((options) => desk.room.takeBack(`entries/action/${id}`, { revision }, options), words.removed);
    if (!gone) return;
    this.removed = { id, body };
    desk.entries.forget("action", id);
    this.heard(id, 0, null);
    this.undo.focus();
  }

  async bringBack() {
    const { body } = this.removed;
    const id = this.newId();
    if (!(await this.write(id, () => body, this.words.undone))) return;
    this.removed = null;
    this.desk.refresh();
    this.rows.get(id).take();
  }

  update(desk) {
    const { actions } = this;
    for (const { id, revision, lacks, ...body } of actions) desk.entries.heard("action", id, revision, body);
    for (const [id, row] of this.rows) {
      if (actions.some((action) => action.id === id)) continue;
      row.element.remove();
      this.rows.delete(id);
      desk.entries.forget("action", id);
    }
    for (const action of actions) {
      if (!this.rows.has(action.id)) this.rows.set(action.id, new PlanAction(this, action));
      this.rows.get(action.id).update(action);
    }
    const wanted = actions.map(({ id }) => this.rows.get(id).element);
    wanted.forEach((element, at) => this.list.children[at] !== element && this.list.insertBefore(element, this.list.children[at] || null));
    this.list.hidden = actions.length === 0;
    this.undo.hidden = !this.removed;
    this.show.hidden = desk.feed.state !== "open" || actions.length === 0;
    this.day.update();
    this.drawOffered();
  }

  /** Approved first steps, which are no actions yet. */
  drawOffered() {
    const { desk, words } = this;
    const counts = desk.feed.counts[ASKS_FOR_STEPS];
    const approved = desk.stateOf(ASKS_FOR_STEPS) === "closed" ? counts.approved : 0;
    if (approved !== this.approved) {
      this.approved = approved;
      this.steps = [];
      if (approved) this.load();
    }
    const taken = this.actions.map(({ what }) => what);
    const left = (this.steps || []).filter((step) => !taken.includes(step));
    this.offered.hidden = left.length === 0;
    const drawn = JSON.stringify(left);
    if (drawn === this.drawn) return;
    this.drawn = drawn;
    const item = (what) => {
      const take = pressable(words.take, () => this.takeOver(what), { look: "kit-plain", about: what });
      return make("li", {}, make("span", { class: "kit-words" }, what), " ", take);
    };
    const heading = make("h3", {}, fillIn(words.offered, { question: desk.named(ASKS_FOR_STEPS) }));
    this.offered.replaceChildren(heading, make("ul", {}, ...left.map(item)));
  }

  async takeOver(what) {
    const id = this.newId();
    const done = fillIn(this.words.added, { what });
    if (await this.write(id, () => ({ ...this.form.empty, what }), done)) this.rows.get(id).take();
  }

  async load() {
    try {
      const { answers } = await this.desk.room.get(`answers/${ASKS_FOR_STEPS}`);
      const texts = answers.filter(({ decision }) => decision === "approved").map(({ body }) => body.action || "");
      this.steps = [...new Set(texts.map((text) => text.trim().replace(/\s+/g, " ").slice(0, 200)))].filter(Boolean);
      this.desk.refresh();
    } catch (error) {
      if (error.code !== "question_open") this.desk.voice.complain(error);
    }
  }
}
