// The exit: hide, wipe, tell the room, show the neutral page. In this order, and never waiting for the network.

// Other tabs of this browser; the oldest browsers have no way to tell them.
const tabs = "BroadcastChannel" in window ? new BroadcastChannel("kit:turn") : null;

/**
 * Make every element marked data-kit-leave an exit to the page at `neutral`. It ends each of the
 * `identities`, {session, role}, that the server knew, and those that widgets tell of.
 */
export function setUpExit({ base, neutral, identities }) {
  const exit = new Exit(base, neutral);
  exit.fetchNeutralPage();
  identities.forEach((identity) => exit.ends(identity));
  window.addEventListener("kit:identity", ({ detail }) => {
    window.kitIdentity = detail;
    exit.ends(detail);
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
    this.identities = new Map();
    if (tabs) tabs.addEventListener("message", ({ data }) => this.turnEnded(data));
  }

  ends({ session, role }) {
    this.identities.set(`${session}/${role}`, { session, role });
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
    this.hide();
    // The room's own cookies are out of reach here, and the room may be too: this one counts at once.
    document.cookie = `kit_left=1; path=${this.base}; SameSite=Lax`;
    endTurn(this.base);
    this.tellTheRoom();
    this.show();
  }

  /** In another tab somebody left, or passed on, what this one shows of them. */
  turnEnded(role) {
    const shown = window.kitIdentity ? window.kitIdentity.role : "";
    if (role && role !== shown) return;
    this.hide();
    this.show();
  }

  hide() {
    document.documentElement.dataset.left = "";
    window.dispatchEvent(new CustomEvent("kit:leaving"));
    wipe();
  }

  show() {
    if (this.text === null) location.replace(this.neutral);
    else this.showNeutralPage();
  }

  tellTheRoom() {
    const found = document.cookie.match(/(?:^|;\s*)_xsrf=([^;]*)/);
    for (const { session, role } of this.identities.values()) {
      const form = new FormData();
      form.append("_xsrf", found ? decodeURIComponent(found[1]) : "");
      navigator.sendBeacon(`${this.base}room/${session}/${role}/leave`, form);
    }
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
 * Say that whoever had this browser has it no longer, in a role or in all. Other tabs go; one that
 * sleeps until later finds by the cookie that the drafts in it are not the next person's.
 */
export function endTurn(base, role = "") {
  const [number] = crypto.getRandomValues(new Uint32Array(1));
  document.cookie = `kit_turn=${number.toString(16)}; path=${base}; SameSite=Lax`;
  if (tabs) tabs.postMessage(role);
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
