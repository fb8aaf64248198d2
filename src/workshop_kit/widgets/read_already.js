// What a person has read of where the group is: no other page tells it again until the group moves.
import { turnOf } from "./turn.js";

// In the tab's own storage, which the exit wipes.
const NAME = "kit:here";

export class ReadAlready {
  constructor(session) {
    this.whose = `${session} ${turnOf("participant")}`;
    this.ids = this.kept();
  }

  kept() {
    try {
      const { whose, ids } = JSON.parse(sessionStorage.getItem(NAME)) || {};
      return new Set(whose === this.whose ? ids : []);
    } catch {
      return new Set(); // Refused storage holds nothing.
    }
  }

  has(id) {
    return this.ids.has(id);
  }

  add(ids) {
    for (const id of ids) this.ids.add(id);
    this.keep();
  }

  /** Only these are so at present; what comes again later is told again. */
  only(ids) {
    for (const id of this.ids) if (!ids.includes(id)) this.ids.delete(id);
    this.keep();
  }

  keep() {
    try {
      sessionStorage.setItem(NAME, JSON.stringify({ whose: this.whose, ids: [...this.ids] }));
    } catch {
      // It holds for this page only, then.
    }
  }
}
