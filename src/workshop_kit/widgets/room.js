// The room's client: who am I, writes that are sent until they are answered, the live feed.
import { Feed } from "./feed.js";
import { newId } from "./new_id.js";
import { RoomError } from "./room_error.js";
import { turnOf } from "./turn.js";
import { backoff, onWake } from "./wake.js";

// Widgets of a page come within moments of each other: what one was told holds for the next.
const MOMENTS = 10000;
// So many requests in vain, and the page says that there is no connection.
const MISSES = 3;
// A half-open connection never fails by itself: it has to be given up.
const PATIENCE = 8000;
// Replies tell the time in whole seconds; clocks closer than this are the same.
const SAME_TIME = 2000;

/** Return the address under which a room may be, such as "/"; null where there is none. */
export function roomBase() {
  const meta = document.querySelector('meta[name="workshop-kit-base"]');
  if (meta) return meta.content || "/";
  const config = document.getElementById("jupyter-config-data");
  try {
    return JSON.parse(config.textContent).baseUrl || null;
  } catch {
    return document.body.dataset.baseUrl || null;
  }
}

/** Return this page's client for a role, or null without a room. Widgets of a page share it. */
export function openRoom(role) {
  const base = roomBase();
  if (base === null) return null;
  const shared = Symbol.for("workshop_kit.rooms");
  const rooms = (globalThis[shared] = globalThis[shared] || new Map());
  if (!rooms.has(role)) rooms.set(role, new Room(base, role));
  return rooms.get(role);
}

/** Return the answers among a participant's entries, by their keys. */
export function answersOf(entries) {
  return new Map(entries.filter(({ kind }) => kind === "answer").map((one) => [one.key, one]));
}

export function xsrfToken() {
  const found = document.cookie.match(/(?:^|;\s*)_xsrf=([^;]*)/);
  return found ? decodeURIComponent(found[1]) : "";
}

async function answerOf(response) {
  if (response.type === "opaqueredirect") throw new RoomError(0, "redirected");
  let said;
  try {
    said = await response.json();
  } catch (error) {
    if (error.name === "AbortError") throw error;
    said = null;
  }
  const spoken = said !== null && typeof said === "object";
  if (response.ok && spoken) return said;
  // A page that is no JSON comes from something in between, such as a hotel's sign-in page.
  if (response.ok) throw new RoomError(0, "unreachable");
  const { error = "http", message = "", current } = spoken ? said : {};
  const wait = 1000 * (Number(response.headers.get("Retry-After")) || 0);
  throw new RoomError(response.status, error, message, { current, wait });
}

export class Room {
  constructor(base, role) {
    this.base = base.endsWith("/") ? base : `${base}/`;
    this.role = role;
    this.identity = null;
    this.turn = turnOf(role);
    this.left = false;
    this.connection = "";
    this.misses = 0;
    this.asking = new Map();
    this.waiting = new Set();
    this.live = new Set();
    this.listeners = new Set();
    this.feed = null;
    this.latest = null;
    this.ahead = 0; // how far the room's clock is ahead of this device's
    window.addEventListener("kit:leaving", () => this.stop());
    // The frame has said so by itself; what is so then has to be said anew.
    for (const name of ["offline", "online"]) window.addEventListener(name, () => (this.connection = ""));
    onWake(() => this.wake());
  }

  /**
   * Return {session, role, roles, details, state}, and a participant's own entries, however long
   * it takes; tell the frame. Widgets of a page share the reply, until it may be out of date.
   */
  async whoAmI({ trying = () => {} } = {}) {
    this.waiting.add(trying);
    const failed = (error) => this.waiting.forEach((tell) => tell(error));
    const ask = () => this.until(() => this.asked(), failed);
    const asked = this.shared("identity", ask, MOMENTS);
    this.identity = await asked.finally(() => this.waiting.delete(trying));
    const { session, role } = this.identity;
    window.dispatchEvent(new CustomEvent("kit:identity", { detail: { session, role } }));
    return this.identity;
  }

  /** Return all that the room has of a participant, as it is now. */
  async entries() {
    const { entries } = await this.shared("entries", () => this.get("entries"));
    return entries;
  }

  /** Several widgets of a page that ask the same at the same time, or soon after, ask once. */
  shared(name, ask, soon = 0) {
    if (!this.asking.has(name)) {
      const asked = ask();
      this.asking.set(name, asked);
      const over = () => this.asking.get(name) === asked && this.asking.delete(name);
      asked.then(() => setTimeout(over, soon), over);
    }
    return this.asking.get(name);
  }

  /** The page comes back: what it was told before may no longer be so. */
  wake() {
    this.asking.delete("identity");
    // Without a feed, nothing else would find out whether the room can be reached.
    if (!this.feed && this.connection !== "on") this.asked().catch(() => {});
  }

  /** A room never redirects; a server without one may lead to its own pages. */
  async asked() {
    try {
      return await this.once("GET", `room/${this.role}`);
    } catch (error) {
      throw error.code === "redirected" ? new RoomError(404, "http_redirected") : error;
    }
  }

  /** Return the full address of something of this session, such as "feed" or "qr.svg". */
  address(rest) {
    return `${this.base}${this.path(rest)}`;
  }

  /** Read, trying until an answer comes. `trying` hears of each failure. */
  get(rest, { trying } = {}) {
    return this.until(() => this.once("GET", this.path(rest)), trying);
  }

  /** Write, trying with one write id until an answer comes; the answer is a receipt. */
  put(rest, body, options = {}) {
    return this.write("PUT", rest, body, options);
  }

  /** Let the room do something, trying as `put` does; the answer is what became of it. */
  post(rest, body, options = {}) {
    return this.write("POST", rest, body, options);
  }

  /** Take back or remove, trying as `put` does. */
  takeBack(rest, body, options = {}) {
    return this.write("DELETE", rest, body, options);
  }

  write(method, rest, body, { trying } = {}) {
    const whole = { write_id: newId(), ...body };
    const written = this.until(() => this.once(method, this.path(rest), whole), trying);
    const changed = () => this.asking.delete("identity");
    written.then(changed, changed);
    return written;
  }

  /**
   * Hear every state of the feed, the latest at once. `listener` is {state(s), gone(error)};
   * `gone` is called when the session no longer knows this page. Return what ends it.
   */
  follow(listener) {
    this.listeners.add(listener);
    if (this.latest) listener.state(this.latest);
    if (!this.feed) {
      this.feed = new Feed(this.address("feed"), {
        state: (state) => this.heard(state),
        alive: () => this.met(true),
        lost: (refused) => this.lost(refused),
      });
      this.feed.start();
    }
    return () => this.listeners.delete(listener);
  }

  /** End everything that is under way: the person leaves. */
  stop() {
    this.left = true;
    if (this.feed) this.feed.stop();
    for (const controller of this.live) controller.abort();
  }

  /** Return what time it is at the room, in milliseconds. */
  now() {
    return Date.now() + this.ahead;
  }

  path(rest) {
    return `room/${this.identity.session}/${this.role}/${rest}`;
  }

  heard(state) {
    this.latest = state;
    for (const listener of [...this.listeners]) listener.state(state);
  }

  /** The feed broke off; `refused` says that the room answered, and did not let it in. */
  async lost(refused) {
    this.met(false);
    if (!refused) return;
    try {
      await this.once("GET", `room/${this.role}`);
    } catch (error) {
      if (!error.stranger) return;
      this.feed.stop();
      for (const listener of [...this.listeners]) if (listener.gone) listener.gone(error);
    }
  }

  /** Tell the frame how the connection is, when that changes. */
  met(reached) {
    this.misses = reached ? 0 : this.misses + 1;
    const trying = this.misses < MISSES && navigator.onLine;
    const now = reached ? "on" : trying ? "trying" : "off";
    if (now === this.connection || this.left) return;
    this.connection = now;
    window.dispatchEvent(new CustomEvent("kit:connection", { detail: now }));
  }

  async until(attempt, trying = () => {}) {
    for (let tries = 0; ; tries += 1) {
      try {
        return await attempt();
      } catch (error) {
        // 403 without our code: the XSRF cookie was missing or old. Any GET sets it anew.
        const renewed = error.status === 403 && !error.ours && tries === 0;
        if (error.final && !renewed) throw error;
        trying(error);
        if (renewed) await this.once("GET", `room/${this.role}`).catch(() => {});
        else await backoff(tries, error.wait);
      }
    }
  }

  async once(method, path, body) {
    // A tab that slept while somebody left would speak for whoever has this browser now.
    if (turnOf(this.role) !== this.turn) this.stop();
    if (this.left) throw new RoomError(0, "left");
    const controller = new AbortController();
    const timer = setTimeout(() => controller.abort(), PATIENCE);
    this.live.add(controller);
    try {
      return await this.exchange(method, path, body, controller.signal);
    } finally {
      clearTimeout(timer);
      this.live.delete(controller);
    }
  }

  async exchange(method, path, body, signal) {
    const request = { method, signal, credentials: "same-origin", cache: "no-store" };
    request.redirect = "manual";
    request.headers = { Accept: "application/json" };
    if (body) {
      request.headers["Content-Type"] = "application/json";
      request.headers["X-XSRFToken"] = xsrfToken();
      request.body = JSON.stringify(body);
    }
    try {
      const response = await fetch(`${this.base}${path}`, request);
      const ahead = Date.parse(response.headers.get("Date")) - Date.now();
      this.ahead = Math.abs(ahead) > SAME_TIME ? ahead : 0;
      const said = await answerOf(response);
      this.met(true);
      return said;
    } catch (error) {
      throw this.told(error);
    }
  }

  told(error) {
    if (this.left) return new RoomError(0, "left");
    const known = error instanceof RoomError ? error : new RoomError(0, "unreachable");
    this.met(known.status !== 0);
    // The feed may be on the same dead connection without knowing.
    if (known.status === 0 && this.feed) this.feed.doubt();
    return known;
  }
}
