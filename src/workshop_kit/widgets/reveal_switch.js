// Let phones see the approved answers of a closed question, and take them back.
import { make, pressable, setText } from "./element.js";

export class RevealSwitch {
  /** `layer` says whose answers these are: "alone", "table" or "room". */
  constructor(desk, layer) {
    this.desk = desk;
    this.layer = layer;
    this.words = desk.words.reveal;
    this.told = make("p", { class: "kit-quiet kit-reveal-told" });
    this.button = pressable(this.words.reveal, () => this.turn(), { look: "kit-plain", about: this.words[layer] });
    this.element = make("div", { class: "kit-reveal", hidden: true }, this.told, this.button);
  }

  get on() {
    return this.desk.feed.layers[this.desk.question.key].revealed.includes(this.layer);
  }

  async turn() {
    const { desk, words, layer } = this;
    const { key } = desk.question;
    const on = !this.on;
    await desk.attempt((options) => desk.reveal(key, layer, on, options), on ? words.done : words.undone);
  }

  /** `approved` is how many answers phones would see. */
  update(desk, approved) {
    const may = desk.feed.state === "open" && desk.question.verbatim_in_notes;
    this.element.hidden = !may || (approved === 0 && !this.on);
    setText(this.told, this.on ? this.words.seen : this.words.unseen);
    setText(this.button.firstChild, this.on ? this.words.take_back : this.words.reveal);
  }
}
