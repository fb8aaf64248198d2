// Dot votes: make one, open it, count hands, close it, and talk about what came of it.
import { make, pressable } from "./element.js";
import { VoteCard } from "./vote_card.js";
import { VoteForm } from "./vote_form.js";

export class VotePanel {
  constructor(desk) {
    this.desk = desk;
    const words = (this.words = desk.words.vote);
    this.cards = new Map();
    this.removed = null; // {id, body}: the last one that was removed here
    this.list = make("div", { class: "kit-stack" });
    this.form = new VoteForm(desk, (body) => this.add(body));
    this.undo = pressable(words.undo, () => this.bringBack(), { look: "kit-plain" });
    this.undo.hidden = true;
    this.element = make("div", { class: "kit-votes" }, make("p", {}, words.lead), this.list, this.undo, this.form.element);
  }

  get votes() {
    return this.desk.feed.all_votes;
  }

  /** Return an id that none has and none had: phones and other pages remember those. */
  newId() {
    return `v${Date.now()}`;
  }

  add(body) {
    return this.write(this.newId(), () => body, this.words.made);
  }

  /** Write what `change` makes of a vote, and show it here at once. */
  async write(id, change, done) {
    const { desk } = this;
    const receipt = await desk.attempt((options) => desk.entries.put("vote", id, change, options), done);
    if (receipt) this.heard(id, receipt.revision, desk.entries.body("vote", id));
    return receipt;
  }

  heard(id, revision, body) {
    const { desk } = this;
    const known = this.votes.find((vote) => vote.id === id);
    if (body && known && known.revision >= revision) return; // the feed was faster, and knows the result
    const told = { ballots: 0, ...known, ...body, id, revision, result: null };
    const others = this.votes.filter((vote) => vote.id !== id);
    desk.feed = { ...desk.feed, all_votes: body ? [...others, told].sort(byId) : others };
    desk.refresh();
  }

  async remove(vote) {
    const { desk, words } = this;
    const { id, revision } = vote;
    const body = desk.entries.body("vote", id);
    const gone = await desk.attempt((options) => desk.room.takeBack(`entries/vote/${id}`, { revision }, options), words.removed);
    if (!gone) return;
    this.removed = { id, body };
    desk.entries.forget("vote", id);
    this.heard(id, 0, null);
    this.undo.focus();
  }

  async bringBack() {
    const { body } = this.removed;
    const id = this.newId();
    if (await this.write(id, () => body, this.words.undone)) this.removed = null;
    this.desk.refresh();
    const card = this.cards.get(id);
    if (card) card.take();
  }

  update(desk) {
    const { votes } = this;
    for (const { id, revision, title, options, dots, most, state, hands, shown } of votes) {
      desk.entries.heard("vote", id, revision, { title, options, dots, most, state, hands, shown });
    }
    for (const [id, card] of this.cards) {
      if (votes.some((vote) => vote.id === id)) continue;
      card.element.remove();
      this.cards.delete(id);
      desk.entries.forget("vote", id);
    }
    for (const vote of votes) {
      if (!this.cards.has(vote.id)) {
        this.cards.set(vote.id, new VoteCard(desk, this, vote));
        this.list.append(this.cards.get(vote.id).element);
      }
      this.cards.get(vote.id).update(vote);
    }
    this.undo.hidden = !this.removed;
  }
}

const byId = (one, other) => Number(one.id.slice(1)) - Number(other.id.slice(1));
