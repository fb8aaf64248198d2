// Waiting that ends early when there is reason to hope: back online, back on the screen.

const PAUSES = [1000, 2000, 4000, 8000, 15000];

/** Call back whenever the page comes back: online, visible or out of the cache. Return an end. */
export function onWake(callback) {
  const seen = () => document.visibilityState === "visible" && callback();
  window.addEventListener("online", callback);
  window.addEventListener("pageshow", callback);
  document.addEventListener("visibilitychange", seen);
  return () => {
    window.removeEventListener("online", callback);
    window.removeEventListener("pageshow", callback);
    document.removeEventListener("visibilitychange", seen);
  };
}

/** Return how many milliseconds to wait after so many tries; spread, so that phones take turns. */
export function pauseAfter(tries) {
  return PAUSES[Math.min(tries, PAUSES.length - 1)] * (0.8 + Math.random() * 0.4);
}

/** Wait after a failed try, or until the page wakes. */
export function backoff(tries) {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      forget();
      resolve();
    };
    const timer = setTimeout(done, pauseAfter(tries));
    const forget = onWake(done);
  });
}
