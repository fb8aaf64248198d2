// A button for what should not happen by a slip: it explains first, then asks again.
import { focusOn, make, pressable, setText } from "./element.js";

export class TwoSteps {
  /** `words` is {start, sure, no}; `inside` is shown between the explanation and the buttons. */
  constructor(words, action, { look = "kit-plain", sureLook = "", inside = null, about = "" } = {}) {
    this.start = pressable(words.start, () => this.ask(), { look, about });
    this.start.setAttribute("aria-expanded", "false");
    this.text = make("div", { class: "kit-two-steps-text" });
    this.sure = pressable(words.sure, async () => (await action()) && this.away(), { look: sureLook });
    const no = pressable(words.no, () => this.away(), { look: "kit-plain" });
    const row = make("div", { class: "kit-row" }, this.sure, no);
    this.asked = make("div", { class: "kit-two-steps", hidden: true }, this.text, inside, row);
    this.element = make("div", {}, this.start, this.asked);
    this.element.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !this.asked.hidden) this.away();
    });
  }

  /** Say what will happen, as paragraphs. */
  explain(...texts) {
    const now = [...this.text.children].map((node) => node.textContent);
    if (now.length === texts.length && texts.every((text, place) => text === now[place])) return;
    this.text.replaceChildren(...texts.map((text) => make("p", {}, text)));
  }

  label(start, sure) {
    setText(this.start, start);
    setText(this.sure, sure);
  }

  ask() {
    this.asked.hidden = false;
    this.start.setAttribute("aria-expanded", "true");
    focusOn(this.text);
  }

  away() {
    const here = this.asked.contains(document.activeElement);
    this.asked.hidden = true;
    this.start.setAttribute("aria-expanded", "false");
    if (here) this.start.focus();
  }
}
