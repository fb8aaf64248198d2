// The parts of a step that has a timing of its own, such as 1-2-4-All, and which of them is now.
import { fillIn, make, setText } from "./element.js";

const MINUTE_OF_A_PART = 60000;

export class StepParts {
  constructor(words) {
    this.words = words;
    this.list = make("ol", { class: "kit-step-parts", "aria-label": words.parts });
    this.told = make("p", { class: "kit-unseen", role: "status" });
    this.element = make("div", {}, this.list, this.told);
    this.show([], 0);
  }

  /** `parts` are {title, minutes}; the last one takes what the others leave of the step's `minutes`. */
  show(parts, minutes) {
    const before = parts.slice(0, -1).reduce((sum, part) => sum + part.minutes, 0);
    this.parts = before < minutes ? parts.map((part, place) => this.timed(part, place, parts, minutes - before)) : [];
    this.element.hidden = !this.parts.length;
    this.items = this.parts.map(({ title, minutes: number }) => make("li", {}, fillIn(this.words.part, { title, number })));
    this.list.replaceChildren(...this.items);
  }

  timed({ title, minutes }, place, parts, rest) {
    const last = place === parts.length - 1;
    const end = parts.slice(0, place + 1).reduce((sum, part) => sum + part.minutes, 0);
    return { title, minutes: last ? rest : minutes, end: last ? Infinity : end };
  }

  /** `spent` is how long the step has run, in milliseconds; null where it does not run. */
  tick(spent) {
    const now = spent === null ? -1 : this.parts.findIndex(({ end }) => spent < end * MINUTE_OF_A_PART);
    for (const [place, item] of this.items.entries()) {
      if (place === now) item.setAttribute("aria-current", "step");
      else item.removeAttribute("aria-current");
    }
    setText(this.told, now < 0 ? "" : fillIn(this.words.part_now, { part: this.parts[now].title }));
  }
}
