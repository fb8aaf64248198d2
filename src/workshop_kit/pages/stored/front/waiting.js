// Waiting between two tries, and not longer than the person is away.

const EVENTS = [
  [window, 'online'],
  [window, 'offline'],
  [window, 'pageshow'],
  [document, 'visibilitychange'],
];
const SPREAD = 0.25; // so that a hall of phones does not come back in the same moment

/** Call `back` when the page is looked at again or its network changes. */
export function onReturn(back) {
  for (const [target, name] of EVENTS) target.addEventListener(name, () => document.hidden || back());
}

export class Pause {
  /**
   * Wait about so many seconds, and for as long as nobody looks at the page.
   *
   * With `hurries` it ends as soon as somebody comes back.
   */
  wait(seconds, { hurries }) {
    return new Promise((resolve) => {
      const over = () => {
        clearTimeout(timer);
        this.hurry = () => {};
        resolve();
      };
      let late = false;
      const timer = setTimeout(() => {
        late = true;
        if (!document.hidden) over();
      }, seconds * 1000 * (1 + SPREAD * Math.random()));
      this.hurry = () => (hurries || late) && over();
    });
  }

  /** Somebody is back. */
  hurry() {}
}
