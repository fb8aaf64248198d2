// A pause for everyone: a calm page, from which each person goes on when they like.
import { focusOn, make, pressable, setText } from "./element.js";

export class Calm {
  /** `words` are {pause, pause_text, pause_over}; `goOn` is called by its button; `level` is its heading's. */
  constructor(words, goOn, level = 2) {
    this.words = words;
    this.heading = make(`h${level}`, {}, words.pause);
    const button = pressable(words.pause_over, goOn, { look: "kit-plain" });
    const attributes = { class: "kit-card kit-calm", "aria-label": words.pause, hidden: true };
    this.card = make("section", attributes, this.heading, make("p", {}, words.pause_text), button);
    // Never hidden, so that it is read out.
    this.told = make("p", { class: "kit-unseen", role: "status" });
    this.element = make("div", {}, this.told, this.card);
  }

  get shown() {
    return !this.card.hidden;
  }

  /** Show it, or no longer; `others` are hidden meanwhile, and `back` takes the focus afterwards. */
  draw(shown, others, back) {
    if (shown === this.shown) return;
    const had = document.activeElement;
    const leaves = shown ? others.some((one) => one.contains(had)) : this.card.contains(had);
    this.card.hidden = !shown;
    for (const one of others) one.hidden = shown;
    setText(this.told, shown ? `${this.words.pause}. ${this.words.pause_text}` : "");
    if (leaves) focusOn(shown ? this.heading : back());
  }
}
