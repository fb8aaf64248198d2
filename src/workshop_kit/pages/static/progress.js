// A stored page while its widgets are getting ready, and while a part of it waits for Python.

const LATE = 60000;
const progress = document.getElementById("kit-progress");
const python = document.getElementById("kit-python");

if (progress) watchWidgets();
if (python) watchPython(JSON.parse(python.dataset.words)); // a live page has Python from the start
window.addEventListener("kit:leaving", () => window.dispatchEvent(new CustomEvent("stored:leave")));

function watchWidgets() {
  const { dataset } = document.documentElement;
  const broken = () => document.querySelector("[data-stored-broken]");
  const late = setTimeout(() => finish("late"), LATE);
  const done = (state) => {
    clearTimeout(late);
    finish(state);
  };
  progress.addEventListener("click", (event) => {
    if (event.target.closest("[data-kit-again]")) location.reload();
  });
  window.addEventListener("stored:ready", () => progress.dataset.state !== "failed" && done("done"));
  window.addEventListener("stored:broken", () => done("failed"));
  // A script that does not arrive at all says so to nobody but its own element.
  window.addEventListener("error", ({ target }) => target.tagName === "SCRIPT" && done("failed"), true);
  // This script may come last of all: then it was told before it could listen.
  if ("scriptMissing" in dataset || broken()) done("failed");
  else if (dataset.stored === "ready") done("done");
}

function finish(state) {
  progress.dataset.state = state;
  for (const part of progress.children) part.hidden = part.dataset.when !== state;
}

/** Python is needed by few pages: only where one asked for it, something is said. */
function watchPython(words) {
  const [said, button] = python.children;
  let shown = "";
  const show = (state) => {
    shown = state;
    python.hidden = !words[state];
    said.textContent = words[state] || "";
    button.hidden = state !== "gone";
  };
  let soon;
  window.addEventListener("stored:python", ({ detail: { state } }) => {
    clearTimeout(soon);
    // It usually takes a blink: a message that comes and goes would only trouble.
    if (state === "starting") soon = setTimeout(() => show(state), 1000);
    else show(state);
  });
  button.addEventListener("click", () => {
    if (shown === "gone") window.dispatchEvent(new CustomEvent("stored:continue"));
  });
}
