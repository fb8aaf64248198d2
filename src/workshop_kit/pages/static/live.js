// A notebook's page while it is getting ready: says so, and says it too when that takes too long or fails.

const LATE = 60000;
const progress = document.getElementById("kit-progress");
const cells = document.getElementById("kit-cells");
const late = setTimeout(() => show("late"), LATE);

// The stream of cells goes on while this runs: a cell after another, then Voilà's scripts, then widgets.
progress.addEventListener("click", (event) => {
  if (event.target.closest("[data-kit-again]")) location.reload();
});
window.addEventListener("kit:broken", () => finish("failed"));
document.addEventListener("DOMContentLoaded", look);
const observer = new MutationObserver(look);
observer.observe(cells, { childList: true, subtree: true });
look();

function show(state) {
  progress.dataset.state = state;
  for (const part of progress.children) part.hidden = part.dataset.when !== state;
}

function look() {
  if (anyFailed()) finish("failed");
  else if (document.readyState !== "loading" && allShown()) finish("done");
}

/** Whether every output stands in the page: Voilà puts each in the place of its script. */
function allShown() {
  return [...cells.querySelectorAll(".notebook-output")].every(isShown);
}

function isShown(place) {
  if (place.querySelector(":scope > script")) return false;
  return !("kitWidget" in place.dataset) || place.querySelector(".jp-OutputArea-output > *") !== null;
}

/** A cell went wrong, or a widget is an error or mere text because its code did not arrive. */
function anyFailed() {
  const signs = "[data-kit-failed], [data-kit-widget] > .jp-RenderedText, .jupyter-widgets-error-widget";
  return cells.querySelector(signs) !== null;
}

function finish(state) {
  clearTimeout(late);
  observer.disconnect();
  show(state);
}
