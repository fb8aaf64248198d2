// A vote on a phone: one's dots, spent with two buttons for each choice, sent as one.
import { fillIn, make, pressable, setOff, setText, uniqueId } from "./element.js";
import { resultList } from "./vote_result.js";

export class Ballot {
  /**
   * `words` are the form's; `seat` has the room and the drafts. `keep(entry)` hears what the room
   * has, `tell(text)` what is to be said although this may be out of sight.
   */
  constructor(words, seat, vote, { keep, tell }) {
    Object.assign(this, { words, seat, keep, tell });
    this.over = Promise.resolve(); // what was on its way to the room last
    this.id = vote.id;
    this.sent = null; // what the room has: {revision, body}
    this.dots = {};
    this.heading = make("h2", { id: uniqueId() }, fillIn(words.vote, { title: vote.title }));
    this.rules = make("p", {}, fillIn(words.vote_rules, { dots: vote.dots, most: vote.most }));
    this.left = make("p", { class: "kit-vote-left", role: "status" });
    this.rows = vote.options.map((option) => this.row(option));
    this.send = pressable(words.vote_send, () => (this.over = this.put()));
    this.status = make("p", { class: "kit-status", role: "status" });
    const list = make("ul", { class: "kit-vote-choices" }, ...this.rows.map(({ element }) => element));
    this.choices = make("div", {}, this.rules, this.left, list, this.send, this.status);
    this.result = make("div");
    this.element = make("section", { class: "kit-card kit-ballot", "aria-labelledby": this.heading.id });
    this.element.append(this.heading, this.choices, this.result);
    this.recall(vote);
    this.update(vote);
  }

  row({ id, text }) {
    const { words } = this;
    const less = pressable("−", () => this.give(id, -1), { look: "kit-plain" });
    const more = pressable("+", () => this.give(id, 1), { look: "kit-plain" });
    less.setAttribute("aria-label", `${words.vote_less} ${text}`);
    more.setAttribute("aria-label", `${words.vote_more} ${text}`);
    const count = make("span", { class: "kit-vote-count" });
    const buttons = make("span", { class: "kit-vote-buttons" }, less, count, more);
    const element = make("li", {}, make("span", { class: "kit-words" }, text), buttons);
    return { id, less, more, count, element };
  }

  get spent() {
    return Object.values(this.dots).reduce((sum, dots) => sum + dots, 0);
  }

  get name() {
    return `vote-${this.id}`;
  }

  /** Dots that were not sent come back after a reload. */
  recall({ options }) {
    const kept = this.seat.drafts.get(this.name) || {};
    const known = new Set(options.map(({ id }) => id));
    this.dots = Object.fromEntries(Object.entries(kept).filter(([id]) => known.has(id)));
  }

  get open() {
    return this.vote.state === "open";
  }

  /** Whether dots stand here that the room does not have. */
  get unsent() {
    return Boolean(this.seat.drafts.get(this.name));
  }

  /** What the room has of this person, perhaps from another page. */
  knows(entry) {
    if (!entry || (this.sent && this.sent.revision >= entry.revision)) return;
    const untouched = !this.seat.drafts.get(this.name);
    this.sent = { revision: entry.revision, body: entry.body };
    if (untouched) this.dots = { ...entry.body.dots };
    this.draw();
  }

  /** They were taken back with everything else. */
  forget() {
    this.sent = null;
    this.dots = {};
    this.seat.drafts.remove(this.name);
    setText(this.status, "");
    this.draw();
  }

  give(id, by) {
    const dots = Math.max(0, (this.dots[id] || 0) + by);
    const { [id]: _before, ...others } = this.dots;
    this.dots = dots ? { ...others, [id]: dots } : others;
    this.seat.drafts.set(this.name, this.dots);
    setText(this.status, this.words.vote_changed);
    this.draw();
  }

  async put() {
    const { words, seat } = this;
    const body = { dots: this.dots };
    const revision = this.sent ? this.sent.revision : 0;
    const trying = (error) => setText(this.status, error.unsaved ? error.message : words.trying);
    setText(this.status, words.sending);
    try {
      const receipt = await seat.room.put(`entries/ballot/${this.id}`, { revision, body }, { trying });
      this.sent = { revision: receipt.revision, body };
      this.keep(this.sent);
      if (this.dots === body.dots) seat.drafts.remove(this.name);
      setText(this.status, this.dots === body.dots ? words.vote_sent : words.vote_changed);
    } catch (error) {
      if (error.code === "stale_revision") {
        this.sent = error.current;
        return this.put();
      }
      const told = error.code === "left" ? "" : error.message || words.refused;
      setText(this.status, told);
      if (!this.open) this.tell(told);
    }
    this.draw();
  }

  /** What the feed says of it. */
  update(vote) {
    this.vote = vote;
    this.choices.hidden = vote.state !== "open";
    const drawn = JSON.stringify(vote.result);
    if (drawn !== this.drawn) {
      this.drawn = drawn;
      this.result.replaceChildren(...(vote.result ? [resultList(vote.options, vote.result, this.words)] : []));
    }
    this.draw();
  }

  draw() {
    const { words, vote } = this;
    if (!vote) return;
    const left = vote.dots - this.spent;
    setText(this.left, fillIn(words.vote_left, { number: left }));
    for (const { id, less, more, count } of this.rows) {
      const dots = this.dots[id] || 0;
      setText(count, "●".repeat(dots) || "–");
      count.setAttribute("aria-label", fillIn(words.vote_dots, { number: dots }));
      count.setAttribute("role", "img");
      setOff(less, dots === 0);
      setOff(more, left <= 0 || dots >= vote.most);
    }
  }
}
