// Somebody would like to talk. Who it is, nobody is told.
import { make, pressable, setText } from "./element.js";

export class CallBanner {
  constructor(desk) {
    this.desk = desk;
    const words = (this.words = desk.words.call);
    this.heading = make("h2");
    const seen = pressable(words.seen_to, () => this.seenTo());
    const inside = make("div", { class: "kit-warning" }, this.heading, make("p", {}, words.what_to_do), seen);
    this.inside = inside;
    this.element = make("div", { role: "alert" });
  }

  async seenTo() {
    const { desk, words } = this;
    const write = (options) => desk.room.post("talk", {}, options);
    if (!(await desk.attempt(write, words.done))) return;
    desk.feed = { ...desk.feed, call: { waiting: 0 } };
    desk.refresh();
  }

  update({ feed }) {
    const { waiting } = feed.call;
    setText(this.heading, waiting > 1 ? this.words.several : this.words.one);
    const shown = this.element.contains(this.inside);
    if (waiting > 0 && !shown) this.element.append(this.inside);
    if (waiting === 0 && shown) this.inside.remove();
  }
}
