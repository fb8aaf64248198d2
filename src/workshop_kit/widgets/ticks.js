// What is ticked off a list: in this tab alone, and only which lines, never words.
const NAME = "kit:ticks";

export class Ticks {
  constructor(session) {
    this.session = session;
    this.done = new Set(this.kept());
  }

  /** What this tab kept for this session. */
  kept() {
    try {
      const { session, done } = JSON.parse(sessionStorage.getItem(NAME)) || {};
      return session === this.session ? done : [];
    } catch {
      return []; // a browser may refuse storage
    }
  }

  has(key) {
    return this.done.has(key);
  }

  set(key, done) {
    if (done) this.done.add(key);
    else this.done.delete(key);
    try {
      sessionStorage.setItem(NAME, JSON.stringify({ session: this.session, done: [...this.done] }));
    } catch {
      // Then the ticks live as long as the page does.
    }
  }
}
