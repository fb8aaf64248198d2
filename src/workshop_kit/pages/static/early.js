// Runs before anything is shown: the chosen text size, no way back into a page that was left, and what does not arrive.
(() => {
  const root = document.documentElement;
  const base = document.querySelector('meta[name="workshop-kit-base"]').content;
  const kept = (name) => {
    try {
      return sessionStorage.getItem(name);
    } catch {
      return null; // Some private windows refuse storage.
    }
  };
  const turnAway = () => {
    root.dataset.left = "";
    location.replace(`${base}bread`);
  };
  const size = kept("text-size");
  if (size) root.dataset.textSize = size;
  const [visit] = performance.getEntriesByType("navigation");
  if (kept("left")) {
    if (visit && visit.type === "back_forward") turnAway();
    else sessionStorage.removeItem("left"); // The person came back by choice.
  }
  // What does not arrive says so once, and the script that tells people may not be here yet.
  const missed = ({ target }) => target.tagName === "SCRIPT" && (root.dataset.scriptMissing = "");
  window.addEventListener("error", missed, true);
  window.addEventListener("pageshow", (event) => event.persisted && kept("left") && turnAway());
})();
