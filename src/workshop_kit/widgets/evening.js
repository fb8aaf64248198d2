// The evening as this page knows it: steps, clock, moves that the room makes, and the way back.

const MINUTE = 60000;
// A tenth of a step, within these, is when to bring it to an end.
const [SHORTEST_NOTICE, LONGEST_NOTICE] = [MINUTE, 3 * MINUTE];

const total = (steps) => steps.reduce((sum, { after, minutes }) => sum + (after ? 0 : minutes), 0);

export class Evening {
  constructor(desk) {
    this.desk = desk;
    this.known = { revision: 0, steps: [], at: null, since: null, until: null };
    this.past = []; // {before, led, revision}: what a move of this page led away from, and led to
  }

  get steps() {
    return this.known.steps;
  }

  get place() {
    return this.steps.findIndex(({ id }) => id === this.known.at);
  }

  get running() {
    return this.steps[this.place] || null;
  }

  /** The step that follows; the first one before the start. */
  get next() {
    return this.steps[this.place + 1] || null;
  }

  get coming() {
    return this.steps.slice(this.place + 1);
  }

  get now() {
    return this.desk.room.now();
  }

  /** When the time of the running step is over, in milliseconds. */
  get ending() {
    return Date.parse(this.known.since) + this.running.minutes * MINUTE;
  }

  /**
   * How much of the running step is left, in milliseconds; below zero once it is over its time.
   * Never more than all of it, though the laptop's clock was put back.
   */
  get left() {
    return Math.min(this.running.minutes * MINUTE, this.ending - this.now);
  }

  /** How long the running step has run, in milliseconds. */
  get spent() {
    return this.running.minutes * MINUTE - this.left;
  }

  /** Whether it is time to bring the running step to an end. */
  get nearlyOver() {
    const tenth = (this.running.minutes * MINUTE) / 10;
    return this.left <= Math.min(LONGEST_NOTICE, Math.max(SHORTEST_NOTICE, tenth));
  }

  /** When a step to come begins if all before it take their time. */
  begins(step) {
    const before = this.coming.slice(0, this.coming.indexOf(step));
    const here = this.running && !this.running.after ? Math.max(0, this.left) : 0;
    return this.now + here + before.reduce((sum, { minutes }) => sum + minutes, 0) * MINUTE;
  }

  /** When the evening is over if every step to come takes its time. */
  get ends() {
    const here = this.running && !this.running.after ? Math.max(0, this.left) : 0;
    return this.now + here + total(this.coming) * MINUTE;
  }

  /** By how many minutes it will be over later than it should; below zero where there is time. */
  get behind() {
    return Math.round((this.ends - Date.parse(this.known.until)) / MINUTE);
  }

  /** How long all of it takes, in minutes. */
  get minutes() {
    return total(this.steps);
  }

  /** Take what the feed says, unless a move of ours led further. */
  heard(agenda) {
    if (agenda.revision >= this.known.revision) this.known = agenda;
  }

  /** Make a move; `done` says afterwards what it was. Return whether it was made. */
  async move(move, done) {
    const before = this.known;
    const after = await this.ask(move, done);
    if (!after) return false;
    // What another page did in between is not ours to take back.
    const { revision, led } = after;
    if (revision === before.revision + 1) this.past.push({ before, led, revision });
    else this.past = [];
    this.arrive(before);
    return true;
  }

  get undoable() {
    const last = this.past[this.past.length - 1];
    return Boolean(last) && last.revision === this.known.revision;
  }

  /** Take back the last move of this page. */
  async undo(done) {
    const left = this.known;
    const { before, led } = this.past[this.past.length - 1];
    const { revision: was, led: _led, ...evening } = before;
    const after = await this.ask({ do: "restore", evening, revision: left.revision, led }, done);
    if (!after) return;
    this.past.pop();
    const earlier = this.past[this.past.length - 1];
    if (earlier && earlier.revision === was) earlier.revision = after.revision;
    this.arrive(left);
  }

  async ask(move, done) {
    const { desk } = this;
    const made = await desk.attempt((options) => desk.room.post("evening", { move }, options), done);
    if (made && made.revision >= this.known.revision) this.known = made;
    return made;
  }

  /** What a new step is about comes to the middle; a review under way is left alone otherwise. */
  arrive(before) {
    const { desk, running, known } = this;
    if (running && running.question && known.at !== before.at) desk.choose(running.question);
    else desk.refresh();
  }
}
