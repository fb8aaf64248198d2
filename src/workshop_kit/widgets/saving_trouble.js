// While nothing can be saved: why, and what to do about it. Phones keep their words meanwhile.
import { make } from "./element.js";

export class SavingTrouble {
  constructor(desk) {
    this.words = desk.words.trouble;
    this.now = "";
    this.element = make("div", { class: "kit-problem kit-trouble", role: "alert" });
  }

  /** `feed.trouble` is "" as long as all is well. */
  update({ feed, voice }) {
    const { words } = this;
    const { trouble = "" } = feed;
    if (trouble === this.now) return;
    this.now = trouble;
    if (!trouble) voice.say(words.over);
    const reason = words[`problem_${trouble}`] || words.problem_cannot_save;
    const parts = [make("h2", {}, words.title), make("p", {}, reason), make("p", {}, words.phones)];
    this.element.replaceChildren(...(trouble ? parts : []));
  }
}
