// A notebook's page while it is getting ready: says so, and says it too when that takes too long or fails.

const LATE = 60000;
const progress = document.getElementById("kit-progress");
const cells = document.getElementById("kit-cells");
const late = setTimeout(() => show("late"), LATE);

progress.addEventListener("click", (event) => {
  if (event.target.closest("[data-kit-again]")) location.reload();
});
window.addEventListener("kit:rendered", watch);
document.addEventListener("DOMContentLoaded", watch);
watch();

function show(state) {
  progress.dataset.state = state;
  for (const part of progress.children) part.hidden = part.dataset.when !== state;
}

function watch() {
  new MutationObserver(look).observe(cells, { childList: true, subtree: true });
  look();
}

function look() {
  if (cells.querySelector("[data-kit-failed]")) finish("failed");
  else if (document.readyState !== "loading" && allShown()) finish("done");
}

/** Whether every output stands in the page: Voilà puts each in the place of its script. */
function allShown() {
  const outputs = [...cells.querySelectorAll(".kit-output")];
  return outputs.every((place) => !place.querySelector(":scope > script") && isShown(place));
}

function isShown(place) {
  const widget = place.querySelector(".jupyter-widgets-view, .jp-OutputArea-output[data-mime-type*='widget-view']");
  return !widget || widget.querySelector(".jupyter-widgets, .lm-Widget") !== null;
}

function finish(state) {
  clearTimeout(late);
  show(state);
  cells.hidden = false;
}
