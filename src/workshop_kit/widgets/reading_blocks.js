// The short text of a part, as paragraphs and points. Every text is text: nothing becomes HTML.
import { make } from "./element.js";

/** Return elements for blocks {kind, text}; points that follow each other are one list. */
export function readingBlocks(blocks) {
  const made = [];
  for (const { kind, text } of blocks) {
    const last = made[made.length - 1];
    if (kind !== "item") made.push(make("p", { class: "kit-words" }, text));
    else if (last && last.tagName === "UL") last.append(make("li", { class: "kit-words" }, text));
    else made.push(make("ul", {}, make("li", { class: "kit-words" }, text)));
  }
  return made;
}
