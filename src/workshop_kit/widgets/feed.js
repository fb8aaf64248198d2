// The live feed: one event stream that is watched, since a half-open one stays silent for ever.
import { onWake, pauseAfter } from "./wake.js";

// The server sends a beat every 4 s, and the state at once on opening.
const SILENCE = 9000;
const FIRST_WORD = 8000;
const OVERDUE = 5000;
// A phone that wakes says so several times: on the screen, online, in another network.
const AT_ONCE = 1000;

export class Feed {
  /** `tell` is {state(s), alive(), lost(refused)}. */
  constructor(address, tell) {
    this.address = address;
    this.tell = tell;
    this.tries = 0;
    this.source = null;
    this.heard = 0;
    this.woken = 0;
    this.stopped = false;
  }

  start() {
    this.forget = onWake(() => this.again());
    this.hide = () => document.visibilityState === "hidden" && this.close();
    // Browsers allow six connections a host: a page that nobody sees holds none.
    document.addEventListener("visibilitychange", this.hide);
    window.addEventListener("pagehide", (this.away = () => this.close()));
    this.open();
  }

  stop() {
    this.stopped = true;
    this.close();
    this.forget();
    document.removeEventListener("visibilitychange", this.hide);
    window.removeEventListener("pagehide", this.away);
  }

  /** The page woke: what was open before may be dead without knowing. */
  again() {
    this.tries = 0;
    const [before, now] = [this.woken, (this.woken = Date.now())];
    if (!this.source || now - before > AT_ONCE) this.open();
  }

  /** Another request found the connection dead: believe it where a beat is overdue here too. */
  doubt() {
    if (this.source && this.heard && Date.now() - this.heard > OVERDUE) this.failed();
  }

  open() {
    this.close();
    if (this.stopped || document.visibilityState === "hidden") return;
    const source = (this.source = new EventSource(this.address));
    source.addEventListener("state", (event) => {
      this.arrived();
      this.tell.state(JSON.parse(event.data));
    });
    source.addEventListener("beat", () => this.arrived());
    // Of an answer that is no stream the browser says only that it has closed.
    source.addEventListener("error", () => this.failed(source.readyState === EventSource.CLOSED));
    this.watch(FIRST_WORD);
  }

  close() {
    clearTimeout(this.timer);
    if (this.source) this.source.close();
    this.source = null;
    this.heard = 0;
  }

  arrived() {
    this.tries = 0;
    this.heard = Date.now();
    this.watch(SILENCE);
    this.tell.alive();
  }

  failed(refused = false) {
    this.close();
    this.timer = setTimeout(() => this.open(), pauseAfter(this.tries));
    this.tries += 1;
    this.tell.lost(refused);
  }

  watch(limit) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.failed(), limit);
  }
}
