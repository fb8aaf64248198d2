// A pause for everyone: a calm page, from which each person goes on when they like.
import { make, pressable } from "./element.js";

/** Return what stands in the place of the questions meanwhile; `goOn` is called by its button. */
export function makeCalm(words, goOn) {
  const heading = make("h2", {}, words.pause);
  const text = make("p", {}, words.pause_text);
  const told = make("div", { role: "status" }, heading, text);
  const button = pressable(words.pause_over, goOn, { look: "kit-plain" });
  return make("section", { class: "kit-card kit-calm", "aria-label": words.pause, hidden: true }, told, button);
}
