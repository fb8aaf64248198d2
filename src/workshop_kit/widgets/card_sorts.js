// All sorts that a phone can take part in; and a line that tells when one begins or ends.
import { CardSort } from "./card_sort.js";
import { fillIn, focusOn, make, setText } from "./element.js";

export class CardSorts {
  constructor(words, seat) {
    Object.assign(this, { words, seat });
    this.shown = new Map();
    this.mine = new Map(); // what the room has of this person, by question
    this.told = make("p", { class: "kit-ballots-told", role: "status" });
    this.element = make("div", { class: "kit-screen-only" }, this.told);
  }

  /** Take a person's own entries. */
  knows(entries) {
    for (const entry of entries) {
      if (entry.kind !== "card_sort") continue;
      this.mine.set(entry.key, entry);
      if (this.shown.has(entry.key)) this.shown.get(entry.key).knows(entry);
    }
  }

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
    for (const sort of this.shown.values()) sort.forget();
  }

  /** `sorts` is what the feed says: a mark of each question that everyone sorts now. */
  update(sorts) {
    const { words } = this;
    for (const [key, sort] of this.shown) {
      if (key in sorts) continue;
      const said = sort.draft.unsent ? words.sort_over_unsent : sort.sent ? words.sort_over_sent : words.sort_over;
      setText(this.told, fillIn(said, sort));
      if (sort.element.contains(document.activeElement)) focusOn(this.told);
      sort.element.remove();
      this.shown.delete(key);
    }
    for (const [key, mark] of Object.entries(sorts)) {
      if (!this.shown.has(key)) this.begin(key);
      if (this.shown.has(key)) this.shown.get(key).update(mark);
    }
  }

  begin(key) {
    const sheet = this.seat.sheets.get(key);
    if (!sheet) return;
    const keep = (entry) => this.mine.set(key, entry);
    const tell = (text) => setText(this.told, text);
    const sort = new CardSort(this.words, this.seat, sheet.question, { keep, tell });
    this.shown.set(key, sort);
    sort.knows(this.mine.get(key));
    this.element.append(sort.element);
    tell(fillIn(this.words.sort_begins, sort));
  }
}
