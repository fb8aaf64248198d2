// Runs before anything is shown: the chosen text size, and no way back into a page that was left.
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
  window.addEventListener("pageshow", (event) => event.persisted && kept("left") && turnAway());
})();
