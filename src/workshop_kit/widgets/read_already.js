// What a person has read of where the group is: no other page tells it again until the group moves.
import { turnOf } from "./turn.js";

// In the tab's own storage, which the exit wipes.
const NAME = "kit:here";

export class ReadAlready {
  constructor(session) {
    this.whose = `${session} ${turnOf("participant")}`;
    this.ids = new Set(); // where storage is refused, it holds for this page only
    this.kept = true;
  }

  /** As it stands in storage: another part of the page may have added to it. */
  read() {
    if (!this.kept) return this.ids;
    try {
      const { whose, ids } = JSON.parse(sessionStorage.getItem(NAME)) || {};
      return new Set(whose === this.whose ? ids : []);
    } catch {
      return this.ids;
    }
  }

  has(id) {
    return this.read().has(id);
  }

  add(ids) {
    this.keep([...this.read(), ...ids]);
  }

  drop(id) {
    this.keep([...this.read()].filter((one) => one !== id));
  }

  /** Only these are so at present; what comes again later is told again. */
  only(ids) {
    this.keep([...this.read()].filter((id) => ids.includes(id)));
  }

  keep(ids) {
    this.ids = new Set(ids);
    try {
      sessionStorage.setItem(NAME, JSON.stringify({ whose: this.whose, ids: [...this.ids] }));
    } catch {
      this.kept = false;
    }
  }
}
