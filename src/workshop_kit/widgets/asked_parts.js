// What a phone is asked several times over, such as votes: one part for each key, and a line about them.
import { make, setText } from "./element.js";

export class AskedParts {
  /** `kind` is that of the entries in which people answer; a part has `knows`, `forget` and `over`. */
  constructor(words, seat, kind) {
    Object.assign(this, { words, seat, kind });
    this.shown = new Map();
    this.mine = new Map(); // what the room has of this person, by key
    this.told = make("p", { class: "kit-ballots-told", role: "status" });
    this.element = make("div", { class: "kit-screen-only" }, this.told);
  }

  /** Take a person's own entries. */
  knows(entries) {
    for (const entry of entries) {
      if (entry.kind !== this.kind) continue;
      this.mine.set(entry.key, entry);
      if (this.shown.has(entry.key)) this.shown.get(entry.key).knows(entry);
    }
  }

  /** Whether the room has something of this person, also where it is over. */
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
    for (const part of this.shown.values()) part.forget();
  }

  tell(text) {
    setText(this.told, text);
  }
}
