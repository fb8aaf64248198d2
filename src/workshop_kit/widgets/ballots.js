// All votes that a phone can see, each with its dots.
import { Ballot } from "./ballot.js";
import { make } from "./element.js";

export class Ballots {
  constructor(words, seat) {
    Object.assign(this, { words, seat });
    this.shown = new Map();
    this.mine = new Map(); // what the room has of this person, by vote
    this.element = make("div", { class: "kit-ballots kit-screen-only" });
  }

  /** Take a person's own entries. */
  knows(entries) {
    for (const entry of entries) {
      if (entry.kind !== "ballot") continue;
      this.mine.set(entry.key, entry);
      if (this.shown.has(entry.key)) this.shown.get(entry.key).knows(entry);
    }
  }

  /** Whether the room has dots of this person. */
  get sent() {
    return [...this.shown.values()].some(({ sent }) => sent);
  }

  /** They were taken back with everything else. */
  forget() {
    this.mine.clear();
    for (const ballot of this.shown.values()) ballot.forget();
  }

  update(votes) {
    for (const [id, ballot] of this.shown) {
      if (votes.some((vote) => vote.id === id)) continue;
      ballot.element.remove();
      this.shown.delete(id);
    }
    for (const vote of votes) {
      if (this.shown.has(vote.id)) this.shown.get(vote.id).update(vote);
      else this.begin(vote);
    }
  }

  begin(vote) {
    const ballot = new Ballot(this.words, this.seat, vote);
    this.shown.set(vote.id, ballot);
    ballot.knows(this.mine.get(vote.id));
    this.element.append(ballot.element);
  }
}
