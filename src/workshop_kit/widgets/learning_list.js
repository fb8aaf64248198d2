// What the group wants to learn: read from the room, and gone as soon as it is taken back.
import { make, setText } from "./element.js";
import { openRoom } from "./room.js";

/** Draw the list of an anywidget model into `el`; return what ends it. */
export function showLearningList(model, el) {
  const list = new LearningList(model.get("question"), model.get("words"));
  el.append(list.root);
  list.begin();
  return () => list.end();
}

class LearningList {
  constructor({ key }, words) {
    Object.assign(this, { key, words });
    this.asked = 0;
    this.seen = null;
    this.lead = make("p", { class: "kit-quiet" }, words.lead);
    this.items = make("ul", { class: "kit-learning-items" });
    this.told = make("p", { class: "kit-learning-told", role: "status" });
    this.board = make("a", { hidden: true }, words.board);
    const parts = [make("h2", {}, words.title), this.lead, this.items, this.told, this.board];
    const card = make("section", { class: "kit-card", "aria-label": words.title }, ...parts);
    this.root = make("div", { class: "kit-reflect kit-learning" }, card);
    this.leaving = () => this.root.replaceChildren();
    window.addEventListener("kit:leaving", this.leaving);
    this.show([], words.waiting);
  }

  async begin() {
    for (const role of ["participant", "facilitator"]) {
      this.room = openRoom(role);
      if (!this.room) break;
      try {
        await this.room.whoAmI();
        this.follow(role);
        return;
      } catch (error) {
        if (error.code === "left") return;
        if (!error.stranger) break;
      }
    }
    this.show([], this.words.no_room);
  }

  follow(role) {
    const heard = { participant: this.phone, facilitator: this.leads }[role];
    if (role === "facilitator") {
      this.board.href = `${this.room.base}facilitate`;
      this.board.hidden = false;
    }
    this.unfollow = this.room.follow({
      state: (state) => heard.call(this, state),
      gone: () => this.forget(this.words.no_room),
    });
  }

  /** A phone's page: only what is revealed. */
  phone({ state, revealed }) {
    if (state === "closed") this.forget(this.words.over);
    else if (!(this.key in revealed)) this.forget(this.words.waiting);
    else this.read(revealed[this.key], `revealed/${this.key}`, ({ answers }) => [answers, ""]);
  }

  /** The page of who leads: what is approved, and whether phones see it. */
  leads({ questions, counts, layers }) {
    const { words } = this;
    if (questions[this.key] === "open") return void this.forget(words.still_open);
    const { revealed } = layers[this.key];
    const told = revealed.includes("alone") ? words.shown : words.not_shown;
    const seen = JSON.stringify([counts[this.key], revealed]);
    const approved = ({ answers }) => [answers.filter(({ decision }) => decision === "approved").map(({ body }) => body), told];
    this.read(seen, `answers/${this.key}`, approved);
  }

  /** Read once for each state of the room; what comes late is not shown. */
  async read(seen, place, found) {
    if (seen === this.seen) return;
    this.seen = seen;
    const asked = (this.asked += 1);
    try {
      const reply = await this.room.get(place);
      if (asked !== this.asked) return;
      const [bodies, told] = found(reply);
      const items = merged(bodies.flatMap(({ items: texts }) => texts));
      this.show(items, items.length ? told : this.words.nothing);
    } catch (error) {
      if (asked === this.asked && error.code !== "left") this.forget(this.words.waiting);
    }
  }

  forget(told) {
    this.asked += 1;
    this.seen = null;
    this.show([], told);
  }

  show(items, told) {
    this.items.replaceChildren(...items.map((text) => make("li", { class: "kit-words" }, text)));
    this.items.hidden = this.lead.hidden = items.length === 0;
    setText(this.told, told);
    this.told.hidden = !told;
  }

  end() {
    window.removeEventListener("kit:leaving", this.leaving);
    if (this.unfollow) this.unfollow();
  }
}

/** Each thing once, by the alphabet: so what one person wrote does not stand together. */
function merged(texts) {
  const language = document.documentElement.lang || "en";
  const { compare } = new Intl.Collator(language, { sensitivity: "base" });
  const sorted = [...texts].sort(compare);
  return sorted.filter((text, place) => place === 0 || compare(text, sorted[place - 1]) !== 0);
}
