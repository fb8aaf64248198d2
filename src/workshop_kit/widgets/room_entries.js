// What belongs to the room and not to one person: states of questions, the screen, decisions.

export class RoomEntries {
  constructor(room) {
    this.room = room;
    this.known = new Map();
    this.waiting = new Map();
  }

  async load() {
    const { entries } = await this.room.get("entries");
    for (const { kind, key, revision, body } of entries) this.heard(kind, key, revision, body);
  }

  /** It was removed. */
  forget(kind, key) {
    this.known.delete(`${kind}/${key}`);
  }

  body(kind, key) {
    const found = this.known.get(`${kind}/${key}`);
    return found ? found.body : null;
  }

  /** Return whether a write of ours to this place is under way. */
  busy(kind, key) {
    return this.waiting.has(`${kind}/${key}`);
  }

  /** Take what the feed says, unless it is older or a write of ours is under way. */
  heard(kind, key, revision, body) {
    const place = `${kind}/${key}`;
    const found = this.known.get(place);
    if (this.waiting.has(place) || (found && found.revision >= revision)) return;
    this.known.set(place, { revision, body });
  }

  /**
   * Write what `change` makes of the present body. Writes to one place go one after the other.
   * Where another page of the facilitator wrote in between, the change is made to that.
   */
  put(kind, key, change, options = {}) {
    const place = `${kind}/${key}`;
    const before = this.waiting.get(place) || Promise.resolve();
    const mine = before.catch(() => {}).then(() => this.putNow(place, change, options));
    this.waiting.set(place, mine);
    const over = () => this.waiting.get(place) === mine && this.waiting.delete(place);
    mine.then(over, over);
    return mine;
  }

  async putNow(place, change, options) {
    for (;;) {
      const { revision, body } = this.known.get(place) || { revision: 0, body: null };
      const wanted = change(body);
      try {
        const write = { revision, body: wanted };
        const receipt = await this.room.put(`entries/${place}`, write, options);
        this.known.set(place, { revision: receipt.revision, body: wanted });
        return receipt;
      } catch (error) {
        if (error.code !== "stale_revision") throw error;
        this.known.set(place, error.current || { revision: 0, body: null });
      }
    }
  }
}
