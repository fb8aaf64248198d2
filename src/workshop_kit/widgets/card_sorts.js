// All sorts that a phone can take part in; and a line that tells when one begins or ends.
import { AskedParts } from "./asked_parts.js";
import { CardSort } from "./card_sort.js";
import { fillIn, focusOn } from "./element.js";

export class CardSorts extends AskedParts {
  constructor(words, seat) {
    super(words, seat, "card_sort");
  }

  /** `sorts` is what the feed says: a mark of each question that everyone sorts now. */
  update(sorts) {
    const { words } = this;
    for (const [key, sort] of this.shown) {
      if (key in sorts) continue;
      const said = sort.draft.unsent ? words.sort_over_unsent : sort.sent ? words.sort_over_sent : words.sort_over;
      this.tell(fillIn(said, sort));
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
    const tell = (text) => this.tell(text);
    const sort = new CardSort(this.words, this.seat, sheet.question, { keep, tell });
    this.shown.set(key, sort);
    sort.knows(this.mine.get(key));
    this.element.append(sort.element);
    tell(fillIn(this.words.sort_begins, sort));
  }
}
