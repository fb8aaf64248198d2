// The exit: hide, wipe, tell the room, show the neutral page. In this order, and never waiting for the network.

// Other tabs of this browser; the oldest browsers have no way to tell them.
const tabs = "BroadcastChannel" in window ? new BroadcastChannel("kit:turn") : null;

// Cookies do not know ports: JupyterLab or another kit may be on the same host.
const TURN = `kit_turn_${location.port}`;
// The exit counts for longer than any cookie of the room's lasts.
const LEFT_SECONDS = 3 * 24 * 60 * 60;

/**
 * Make every element marked data-kit-leave an exit to the page at `neutral`. It ends all that this
 * browser is in the room; the page does not have to know what that is.
 */
export function setUpExit({ base, neutral }) {
  const exit = new Exit(base, neutral);
  exit.fetchNeutralPage();
  window.addEventListener("kit:identity", ({ detail }) => (window.kitIdentity = detail));
  window.addEventListener("pageshow", (event) => event.persisted && exit.cameBack(exit.passedOn));
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") exit.cameBack(exit.over);
  });
  const leaves = (event) => event.target.closest && event.target.closest("[data-kit-leave]");
  document.addEventListener("click", (event) => leaves(event) && exit.leave(event));
  // A link that says it is a button has to answer the space bar as well.
  document.addEventListener("keydown", (event) => {
    if (event.key === " " && leaves(event)) exit.leave(event);
  });
}

class Exit {
  constructor(base, neutral) {
    this.base = base;
    this.neutral = neutral;
    this.text = null;
    this.gone = false;
    this.turn = cookie(TURN);
    if (tabs) tabs.addEventListener("message", ({ data }) => this.turnEnded(data));
  }

  /** Whether anybody's turn has ended in this browser since the page was opened. */
  get passedOn() {
    return cookie(TURN) !== this.turn;
  }

  /** Whether somebody left since then, or passed on what this page shows of them. */
  get over() {
    return this.passedOn && (this.shows("participant") || ofAll(cookie(TURN)) !== ofAll(this.turn));
  }

  shows(role) {
    return Boolean(window.kitIdentity) && window.kitIdentity.role === role;
  }

  /** The page is on the screen again; it may have slept through the end of a turn. */
  cameBack(over) {
    const root = document.documentElement;
    if (!over || this.gone || "left" in root.dataset) return;
    root.dataset.left = ""; // Hidden until the server has said whose page this is now.
    location.reload();
  }

  /** Hold the neutral page in memory and in the browser's cache: the server may be gone later. */
  async fetchNeutralPage(tries = 0) {
    try {
      const response = await fetch(this.neutral);
      if (!response.ok) throw new Error(String(response.status));
      this.text = await response.text();
    } catch {
      setTimeout(() => this.fetchNeutralPage(tries + 1), Math.min(30000, 2000 * 2 ** tries));
    }
  }

  leave(event) {
    event.preventDefault();
    const { over } = this;
    this.hide();
    // A tab of somebody who left long ago says nothing of who has this browser now.
    if (!over) this.end();
    this.show();
  }

  end() {
    // The room's own cookies are out of reach here, and the room may be too: this one counts at once.
    document.cookie = `kit_left=1; path=${this.base}; max-age=${LEFT_SECONDS}; SameSite=Lax`;
    endTurn(this.base);
    this.tellTheRoom();
  }

  /** In another tab somebody left, or passed on, what this one shows of them. */
  turnEnded(role) {
    if (role && !this.shows(role)) return;
    this.hide();
    this.show();
  }

  hide() {
    this.gone = true;
    document.documentElement.dataset.left = "";
    window.dispatchEvent(new CustomEvent("kit:leaving"));
    wipe();
  }

  show() {
    if (this.text === null) location.replace(this.neutral);
    else this.showNeutralPage();
  }

  tellTheRoom() {
    const form = new FormData();
    form.append("_xsrf", decodeURIComponent(cookie("_xsrf")));
    navigator.sendBeacon(`${this.base}room/leave`, form);
  }

  /**
   * Show the neutral page from memory at once, then go to it for good, so that nothing of this
   * page is left in the tab. Going there relies on the browser's cache when the server is down,
   * and a browser may have dropped it: so the cache is asked first, and without an answer from it
   * the copy from memory stays, under the neutral address.
   */
  async showNeutralPage() {
    const page = new DOMParser().parseFromString(this.text, "text/html");
    document.replaceChild(document.adoptNode(page.documentElement), document.documentElement);
    try {
      const kept = await fetch(this.neutral, { cache: "only-if-cached", mode: "same-origin" });
      if (!kept.ok) throw new Error(String(kept.status));
      location.replace(this.neutral);
    } catch {
      history.replaceState(null, "", this.neutral);
    }
  }
}

/**
 * Say that whoever had this browser has it no longer, as a participant or in every role ("").
 * Other tabs go; one that sleeps until later finds by the cookie that what it shows, and the
 * drafts in it, are not the next person's.
 */
export function endTurn(base, role = "") {
  const [number] = crypto.getRandomValues(new Uint32Array(1));
  const fresh = number.toString(16);
  const all = role ? ofAll(cookie(TURN)) : fresh;
  document.cookie = `${TURN}=${all}.${fresh}; path=${base}; SameSite=Lax`;
  if (tabs) tabs.postMessage(role);
}

/** Return the part of that cookie that changes when somebody leaves in every role. */
function ofAll(turn) {
  return turn.split(".")[0];
}

function cookie(name) {
  const found = document.cookie.match(new RegExp(`(?:^|;\\s*)${name}=([^;]*)`));
  return found ? found[1] : "";
}

/** Remove everything that the kit kept in this tab. */
export function wipe() {
  try {
    sessionStorage.clear();
    sessionStorage.setItem("left", "1"); // See early.js: Back must not show the page again.
  } catch {
    // Where storage is refused, nothing was kept either.
  }
}
