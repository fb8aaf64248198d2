// All votes that a phone can see, each with its dots; and a line that tells when one begins or ends.
import { Ballot } from "./ballot.js";
import { fillIn, focusOn, make, setText } from "./element.js";

export class Ballots {
  constructor(words, seat) {
    Object.assign(this, { words, seat });
    this.shown = new Map();
    this.mine = new Map(); // what the room has of this person, by vote
    this.told = make("p", { class: "kit-ballots-told", role: "status" });
    this.element = make("div", { class: "kit-ballots kit-screen-only" }, this.told);
  }

  /** Take a person's own entries. */
  knows(entries) {
    for (const entry of entries) {
      if (entry.kind !== "ballot") continue;
      this.mine.set(entry.key, entry);
      if (this.shown.has(entry.key)) this.shown.get(entry.key).knows(entry);
    }
  }

  /** Whether the room has dots of this person, also in a vote that is over. */
  get said() {
    return this.mine.size > 0;
  }

  /** What is on its way to the room. */
  get over() {
    return Promise.all([...this.shown.values()].map(({ over }) => over));
  }

  /** They were taken back with everything else. */
  forget() {
    this.mine.clear();
    for (const ballot of this.shown.values()) ballot.forget();
  }

  tell(text) {
    setText(this.told, text);
  }

  update(votes) {
    const open = new Map(votes.filter(({ state }) => state === "open").map((vote) => [vote.id, vote]));
    for (const [id, ballot] of this.shown) {
      if (ballot.open && !open.has(id)) this.ended(ballot);
      if (votes.some((vote) => vote.id === id)) continue;
      if (ballot.element.contains(document.activeElement)) focusOn(this.told);
      ballot.element.remove();
      this.shown.delete(id);
    }
    for (const vote of votes) {
      if (this.shown.has(vote.id)) this.shown.get(vote.id).update(vote);
      else this.begin(vote);
    }
  }

  begin(vote) {
    const keep = (entry) => this.mine.set(vote.id, entry);
    const ballot = new Ballot(this.words, this.seat, vote, { keep, tell: (text) => this.tell(text) });
    this.shown.set(vote.id, ballot);
    ballot.knows(this.mine.get(vote.id));
    this.element.append(ballot.element);
    if (ballot.open) this.tell(fillIn(this.words.vote_begins, { title: vote.title }));
  }

  /** Say whether this person's dots are in it. */
  ended({ vote, unsent, sent }) {
    const { words } = this;
    const said = unsent ? words.vote_over_unsent : sent ? words.vote_over_sent : words.vote_over;
    this.tell(fillIn(said, { title: vote.title }));
  }
}
