// What was just removed, and the way back.
import { fillIn, make, pressable, setText } from "./element.js";

export class OwnUndo {
  constructor(panel) {
    this.panel = panel;
    this.text = make("span");
    this.button = pressable(panel.words.undo, () => this.back(), { look: "kit-plain" });
    this.element = make("p", { class: "kit-own-undo", hidden: true }, this.text, " ", this.button);
  }

  /** `back` brings it back; `home` is what takes the focus then. */
  offer(name, back, home) {
    this.bring = back;
    this.name = name;
    this.home = home;
    setText(this.text, fillIn(this.panel.words.removed, { name }));
    this.element.hidden = false;
    this.button.focus();
  }

  async back() {
    const done = fillIn(this.panel.words.back_again, { name: this.name });
    if ((await this.panel.desk.attempt(this.bring, done)) === null) return;
    this.home.focus();
    this.element.hidden = true;
  }
}
