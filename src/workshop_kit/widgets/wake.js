// Waiting that ends early when there is reason to hope: back online, back on the screen.

const PAUSES = [1000, 2000, 4000, 8000, 15000];

/**
 * Call back whenever the page comes back: online, in another network, visible or out of the
 * cache. Return an end.
 */
export function onWake(callback) {
  const listeners = [
    [window, "online", () => callback()],
    [window, "pageshow", ({ persisted }) => persisted && callback()], // else it has just begun
    [document, "visibilitychange", () => document.visibilityState === "visible" && callback()],
  ];
  // Chromium tells of a change from one Wi-Fi to another, which was never offline.
  if (navigator.connection) listeners.push([navigator.connection, "change", () => callback()]);
  for (const [target, name, listener] of listeners) target.addEventListener(name, listener);
  return () => {
    for (const [target, name, listener] of listeners) target.removeEventListener(name, listener);
  };
}

/** Return how many milliseconds to wait after so many tries; spread, so that phones take turns. */
export function pauseAfter(tries) {
  return PAUSES[Math.min(tries, PAUSES.length - 1)] * (0.8 + Math.random() * 0.4);
}

/** Wait after a failed try, for `least` milliseconds or longer, or until the page wakes. */
export function backoff(tries, least = 0) {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      forget();
      resolve();
    };
    const timer = setTimeout(done, Math.max(least, pauseAfter(tries)));
    const forget = onWake(done);
  });
}
