// Let phones see the approved answers of a closed question, and take them back.
import { make, pressable, setText } from "./element.js";

export class RevealSwitch {
  constructor(desk) {
    this.desk = desk;
    this.words = desk.words.reveal;
    this.told = make("p", { class: "kit-quiet kit-reveal-told" });
    this.button = pressable("", () => this.turn(), { look: "kit-plain" });
    this.element = make("div", { class: "kit-reveal", hidden: true }, this.told, this.button);
  }

  get on() {
    return this.desk.question.key in this.desk.feed.revealed;
  }

  async turn() {
    const { desk, words } = this;
    const { key } = desk.question;
    const revealed = !this.on;
    const write = (options) => desk.reveal(key, revealed, options);
    await desk.attempt(write, revealed ? words.done : words.undone);
  }

  /** `approved` is how many answers phones would see. */
  update(desk, approved) {
    const may = desk.feed.state === "open" && desk.question.verbatim_in_notes;
    this.element.hidden = !may || (approved === 0 && !this.on);
    setText(this.told, this.on ? this.words.seen : this.words.unseen);
    setText(this.button, this.on ? this.words.take_back : this.words.reveal);
  }
}
