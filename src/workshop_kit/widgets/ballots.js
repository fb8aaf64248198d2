// All votes that a phone can see, each with its dots; and a line that tells when one begins or ends.
import { AskedParts } from "./asked_parts.js";
import { Ballot } from "./ballot.js";
import { fillIn, focusOn } from "./element.js";

export class Ballots extends AskedParts {
  constructor(words, seat) {
    super(words, seat, "ballot");
    this.element.classList.add("kit-ballots");
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
