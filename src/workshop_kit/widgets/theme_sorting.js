// The themes of one question as this page knows them: cards, ticks, moves that the room makes, and
// the way back.

export class ThemeSorting {
  /** `changed` is called whenever there is something else to show. */
  constructor(desk, changed) {
    this.desk = desk;
    this.changed = changed;
    this.loads = 0;
    this.turns = Promise.resolve(); // moves are made one after the other
    this.pasts = new Map(); // by question, so that the way back is still there on coming back
    this.begin(null);
  }

  /** Turn to another question, or to none. */
  begin(key) {
    this.key = key;
    this.known = null; // until it was read
    this.cards = new Map(); // by id, in mixed order
    this.past = this.pasts.get(key) || []; // {before, revision}: what a move led away from, and led to
    this.pasts.set(key, this.past);
    this.ticked = new Set();
  }

  get themes() {
    return this.known ? this.known.themes : [];
  }

  /** The ids of a theme's cards, without those of answers that are no longer approved. */
  cardsOf(theme) {
    const { cards } = this;
    return theme.cards.filter((id) => cards.has(id));
  }

  get unsorted() {
    const inside = new Set(this.themes.flatMap(({ cards }) => cards));
    return [...this.cards.keys()].filter((id) => !inside.has(id));
  }

  get chosen() {
    return [...this.cards.keys()].filter((id) => this.ticked.has(id));
  }

  isMinority(id) {
    return this.known.minority.includes(id);
  }

  tick(id, on) {
    if (on) this.ticked.add(id);
    else this.ticked.delete(id);
    this.changed();
  }

  async load() {
    const { desk, key } = this;
    this.loads += 1;
    const mine = this.loads;
    try {
      const told = await desk.room.get(`themes/${key}`);
      if (mine === this.loads) this.heard(key, told);
    } catch (error) {
      if (error.code !== "question_open") desk.voice.complain(error);
    }
  }

  heard(key, told) {
    if (key !== this.key || (this.known && told.revision < this.known.revision)) return;
    this.known = told;
    this.cards = new Map(told.cards.map(({ id, text }) => [id, text]));
    this.changed();
  }

  /** Make a move; `done` says afterwards what it was. Return whether it was made. */
  move(move, done) {
    return this.inTurn(() => this.moveNow(move, done));
  }

  /** Let phones sort, or no longer: it is no move on the themes, and so nothing to undo. */
  turn(move, done) {
    return this.inTurn(async () => {
      const { key, known } = this;
      const after = await this.ask(move, done);
      if (!after || key !== this.key) return false;
      if (after.revision === known.revision + 1) this.follow(known.revision, after.revision);
      else this.past.splice(0);
      this.heard(key, after);
      return true;
    });
  }

  /** The way back leads from `after` as it did from `before`. */
  follow(before, after) {
    const last = this.past[this.past.length - 1];
    if (last && last.revision === before) last.revision = after;
  }

  inTurn(job) {
    const mine = this.turns.then(job);
    this.turns = mine.catch(() => {});
    return mine;
  }

  async moveNow(move, done) {
    const { key, known, past } = this;
    const after = await this.ask(move, done);
    if (!after || key !== this.key) return false;
    // What another page did in between is not ours to take back.
    if (after.revision !== known.revision + 1) past.splice(0);
    else past.push({ before: known, revision: after.revision });
    this.ticked.clear();
    this.heard(key, after);
    return true;
  }

  get undoable() {
    const last = this.past[this.past.length - 1];
    return Boolean(last && this.known) && last.revision === this.known.revision;
  }

  /** Take back the last move of this page. */
  undo(done) {
    return this.inTurn(() => this.undoNow(done));
  }

  async undoNow(done) {
    if (!this.undoable) return;
    const { key, known } = this;
    const { before } = this.past[this.past.length - 1];
    const { themes, minority, left } = before;
    const after = await this.ask({ do: "restore", body: { themes, minority, left }, revision: known.revision }, done);
    if (!after || key !== this.key) return;
    this.past.pop();
    this.follow(before.revision, after.revision);
    this.heard(key, after);
  }

  async ask(move, done) {
    const { desk, key } = this;
    this.loads += 1; // a reading that is under way tells of the time before
    const after = await desk.attempt((options) => desk.room.post(`themes/${key}`, { move }, options), done);
    if (!after && key === this.key) this.load();
    return after;
  }
}
