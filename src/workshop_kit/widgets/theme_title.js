// What is said beside the title of a theme while it is typed. It is a hint, and never in the way.
import { make, setText } from "./element.js";

// Of the method: a header card of three to five words.
const MANY_WORDS = 5;

/** Return a line that speaks as soon as a title has more words than are read at a glance. */
export function titleHint(field, words) {
  const hint = make("p", { class: "kit-quiet", role: "status" });
  field.addEventListener("input", () => {
    const number = field.value.split(/\s+/).filter(Boolean).length;
    setText(hint, number > MANY_WORDS ? words.long_title : "");
  });
  return hint;
}
