// Links to the parts of a long page, shown where it is narrow; folded, so that they take one line.
import { focusOn, make } from "./element.js";

export class JumpLinks {
  /** `parts` are pairs of a title and an element. */
  constructor(label, parts) {
    this.rows = parts.map(([title, element]) => {
      const go = (event) => {
        event.preventDefault();
        this.folded.open = false;
        arrive(element);
      };
      return [element, make("li", {}, make("a", { href: "#", onclick: go }, title))];
    });
    const list = make("ul", {}, ...this.rows.map(([, item]) => item));
    this.folded = make("details", {}, make("summary", {}, label), list);
    this.element = make("nav", { class: "kit-jump", "aria-label": label }, this.folded);
  }

  /** Offer only what is on the page now. */
  update() {
    for (const [element, item] of this.rows) item.hidden = title(element).closest("[hidden]") !== null;
  }
}

/** Open what is folded, and go there. */
function arrive(element) {
  const folded = element.querySelector(":scope > details");
  if (folded) folded.open = true;
  element.scrollIntoView({ block: "start" });
  if (folded) title(element).focus();
  else focusOn(title(element));
}

/** A folded part is named by what unfolds it. */
function title(element) {
  return element.querySelector(":scope > details > summary") || element.querySelector("h2");
}
