// The frame of every page: help lines, text size, connection, and the exit.
import { setUpExit } from "./leave.js";

const { words, neutral } = JSON.parse(document.getElementById("kit-frame").textContent);
const base = document.querySelector('meta[name="workshop-kit-base"]').content;
const one = (selector) => document.querySelector(selector);

setUpExit({ base, neutral });
setUpHelpLines(one("[data-kit-help]"), one("#kit-help"));
setUpTextSize(one("[data-kit-size]"));
setUpConnection(one(".kit-connection"));

function setUpHelpLines(button, dialog) {
  let opener = button;
  const close = () => (dialog.close ? dialog.close() : dialog.removeAttribute("open"));
  const open = (by) => {
    opener = by;
    // A browser without modal dialogs still shows the lines.
    if (dialog.showModal) dialog.showModal();
    else dialog.setAttribute("open", "");
    dialog.scrollTop = 0;
  };
  button.addEventListener("click", () => open(button));
  // The page itself may lead here too, and says which of its buttons did.
  window.addEventListener("kit:help", ({ detail }) => open(detail));
  dialog.querySelector("[data-kit-close]").addEventListener("click", close);
  dialog.addEventListener("click", (event) => event.target === dialog && close());
  dialog.addEventListener("close", () => (opener.getClientRects().length ? opener : button).focus());
}

function setUpTextSize(button) {
  const root = document.documentElement;
  const say = () => words[`size_${root.dataset.textSize || 1}`];
  button.setAttribute("aria-label", say());
  button.addEventListener("click", () => {
    root.dataset.textSize = (Number(root.dataset.textSize || 1) % 3) + 1;
    button.setAttribute("aria-label", say());
    one("[data-kit-said]").textContent = say();
    try {
      sessionStorage.setItem("text-size", root.dataset.textSize);
    } catch {
      // It holds for this page only, then.
    }
  });
}

function setUpConnection(place) {
  let last = "";
  const show = (state) => {
    const said = words[state] || "";
    place.dataset.state = state;
    if (place.textContent !== said) place.textContent = said;
  };
  window.addEventListener("kit:connection", ({ detail }) => show((last = detail)));
  window.addEventListener("offline", () => show("off"));
  // The network is back, but only an answer from the room shows that the room is.
  window.addEventListener("online", () => show(last && "trying"));
}
