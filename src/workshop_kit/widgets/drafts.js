// What stays on this device until it is sent: kept in the tab's own storage, wiped on leaving.
import { turnOf } from "./turn.js";

const PREFIX = "kit:reflect:";
// Before the room has said which session this is, or where there is no room.
const NOWHERE = "here";

export class Drafts {
  constructor() {
    this.spare = new Map();
    this.over = false;
    this.takeTurn();
    this.session = this.stored("session") || NOWHERE;
  }

  /** Somebody left this browser since these words were kept: they are not this person's. */
  takeTurn() {
    const turn = turnOf("participant");
    if (turn === (this.stored("turn") || "")) return;
    for (const name of this.names()) this.forget(name);
    if (turn) this.store("turn", turn);
  }

  /**
   * Take what was kept for this session; what was kept for any other is wiped. Return whether
   * what is on the page so far belongs to this session too.
   */
  belongTo(session) {
    const before = this.session;
    if (session === before) return true;
    if (before === NOWHERE) this.move(NOWHERE, session);
    this.session = session;
    const mine = `${PREFIX}${session}:`;
    const turn = this.stored("turn") || "";
    for (const name of this.names()) if (!name.startsWith(mine)) this.forget(name);
    if (turn) this.store("turn", turn);
    this.store("session", session);
    return before === NOWHERE;
  }

  get(key) {
    const text = this.stored(`${this.session}:${key}`);
    try {
      return text ? JSON.parse(text) : null;
    } catch {
      return null;
    }
  }

  set(key, value) {
    this.store(`${this.session}:${key}`, JSON.stringify(value));
  }

  remove(key) {
    this.forget(`${PREFIX}${this.session}:${key}`);
  }

  /** Remove everything, of every session, and keep nothing more. */
  wipe() {
    // A field that is removed while it has the focus still tells of a change.
    this.over = true;
    for (const name of this.names()) this.forget(name);
  }

  move(from, to) {
    for (const name of this.names()) {
      if (!name.startsWith(`${PREFIX}${from}:`)) continue;
      const rest = name.slice(PREFIX.length + from.length);
      this.store(`${to}${rest}`, this.stored(name.slice(PREFIX.length)));
    }
  }

  // A browser may refuse storage; then the words live as long as the page does.
  stored(rest) {
    const name = PREFIX + rest;
    try {
      return this.spare.get(name) || sessionStorage.getItem(name);
    } catch {
      return null;
    }
  }

  store(rest, text) {
    if (this.over) return;
    try {
      sessionStorage.setItem(PREFIX + rest, text);
      this.spare.delete(PREFIX + rest);
    } catch {
      this.spare.set(PREFIX + rest, text);
    }
  }

  forget(name) {
    this.spare.delete(name);
    try {
      sessionStorage.removeItem(name);
    } catch {
      // Refused storage holds nothing.
    }
  }

  names() {
    let held = [];
    try {
      held = Object.keys(sessionStorage);
    } catch {
      // Refused storage holds nothing.
    }
    return [...held, ...this.spare.keys()].filter((name) => name.startsWith(PREFIX));
  }
}
