// Somebody would like to talk. Who it is, nobody is told.
import { make, pressable, setText } from "./element.js";

export class CallBanner {
  /** `after` takes the focus once the button is gone. */
  constructor(desk, after) {
    this.desk = desk;
    this.after = after;
    const words = (this.words = desk.words.call);
    this.heading = make("h2");
    const seen = pressable(words.seen_to, () => this.seenTo());
    const inside = make("div", { class: "kit-warning" }, this.heading, make("p", {}, words.what_to_do), seen);
    this.inside = inside;
    this.element = make("div", { role: "alert" });
  }

  async seenTo() {
    const { desk, words } = this;
    const { asked } = desk.feed.call; // who asks while this is under way still waits
    const answer = await desk.attempt((options) => desk.room.post("talk", { asked }, options), words.done);
    if (!answer) return;
    desk.feed = { ...desk.feed, call: { asked, waiting: answer.waiting } };
    desk.refresh();
    if (answer.waiting === 0) this.after();
  }

  update({ feed }) {
    const { waiting } = feed.call;
    setText(this.heading, waiting > 1 ? this.words.several : this.words.one);
    const shown = this.element.contains(this.inside);
    if (waiting > 0 && !shown) this.element.append(this.inside);
    if (waiting === 0 && shown) this.inside.remove();
  }
}
