// One question's dealings with the room: what it has of me, and what is on its way.
import { newId } from "./new_id.js";
import { RoomError } from "./room_error.js";

export class Exchange {
  /** `tell(what)` hears "sending", "trying", "sent", "taken_back", "cleared", "refused", "conflict". */
  constructor(key, drafts, tell) {
    this.key = key;
    this.drafts = drafts;
    this.tell = tell;
    this.room = null;
    this.sent = null; // {revision, body, written_at}: acknowledged, so it stands in the database
    this.pending = null; // {method, write_id, revision, body}: kept until it is answered
    this.failed = null; // why the last try of the pending one was in vain
    this.refused = null;
    this.conflict = null; // {mine, other}: another page of the same person wrote in between
    this.over = Promise.resolve();
  }

  /** Begin with what the room has; go on with what was under way when the page was left. */
  begin(room, entry) {
    this.room = room;
    this.sent = entry || null;
    const pending = this.pending || this.drafts.get(`${this.key}:sending`);
    if (pending) this.go(pending);
  }

  get revision() {
    return this.sent ? this.sent.revision : 0;
  }

  get busy() {
    return this.pending !== null;
  }

  /** Send a body; where both versions were shown, it replaces the other one. */
  send(body) {
    this.start({ method: "PUT", write_id: newId(), revision: this.revision, body });
  }

  takeBack() {
    this.start({ method: "DELETE", write_id: newId(), revision: this.revision });
  }

  /** Everything was taken back, from here as well. */
  forget() {
    const had = this.sent !== null;
    this.sent = null;
    this.refused = null;
    this.conflict = null;
    this.tell(had ? "taken_back" : "cleared");
  }

  start(pending) {
    if (this.busy || !this.room) return;
    // Kept before it goes out: a reload while it is under way repeats the same write.
    this.drafts.set(`${this.key}:sending`, pending);
    this.go(pending);
  }

  go(pending) {
    this.pending = pending;
    this.failed = null;
    this.refused = null;
    this.conflict = null;
    this.tell("sending");
    this.over = this.deliver(pending);
  }

  async deliver({ method, ...write }) {
    const place = `entries/answer/${this.key}`;
    const trying = (error) => {
      this.failed = error;
      this.tell("trying");
    };
    try {
      const receipt = await this.room.write(method, place, write, { trying });
      this.settle(method, write.body, receipt);
    } catch (error) {
      this.turnedDown(method, write.body, error);
    }
  }

  settle(method, body, receipt) {
    const gone = method === "DELETE";
    this.sent = gone ? null : { ...receipt, body };
    this.end(gone ? "taken_back" : "sent");
  }

  turnedDown(method, body, error) {
    if (error.code === "left") return;
    const gone = method === "DELETE" && error.code === "unknown_entry";
    if (gone) this.settle(method);
    else if (error.code === "stale_revision") this.changedElsewhere(method, body, error);
    else this.refuse(error);
  }

  changedElsewhere(method, body, { current }) {
    this.sent = current ? { written_at: null, ...current } : null;
    if (method === "DELETE") return this.refuse(new RoomError(409, "changed"));
    this.conflict = { mine: body, other: current ? current.body : null };
    return this.end("conflict");
  }

  refuse(error) {
    this.refused = error;
    this.end("refused");
  }

  end(outcome) {
    this.pending = null;
    this.failed = null;
    this.drafts.remove(`${this.key}:sending`);
    this.tell(outcome);
  }
}
