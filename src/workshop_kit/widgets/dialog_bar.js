// The head of a dialog: close it, or leave. What lies below a dialog cannot be reached, the exit too.
import { make, pressable } from "./element.js";

export function dialogBar(label, close) {
  const exit = document.querySelector(".frame-bar [data-kit-leave]");
  const closing = pressable(label, close, { look: "kit-plain" });
  return make("div", { class: "kit-dialog-bar" }, closing, exit ? exit.cloneNode(true) : null);
}
