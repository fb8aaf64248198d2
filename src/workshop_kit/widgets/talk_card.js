// I would like to talk to someone: who is there for it, and a word without a name. It stands above the help lines.
import { fillIn, make, pressable, setOff, setText } from "./element.js";

// Asked once, it is known; a nervous thumb asks more often.
const AGAIN = 5 * 60 * 1000;

export class TalkCard {
  /** `room` is the participant's; the card shows once it is told of the room. */
  constructor(words, room) {
    Object.assign(this, { words, room });
    // By this id the form leads to it.
    this.heading = make("h2", { id: "kit-talk", tabindex: "-1" }, words.talk);
    this.person = make("p");
    const how = make("p", { class: "quiet" }, words.talk_how);
    this.ask = pressable(words.talk_ask, () => this.tell());
    this.status = make("p", { role: "status" });
    const parts = [this.heading, this.person, how, this.ask, this.status];
    this.element = make("section", { class: "here-talk", "aria-labelledby": this.heading.id, hidden: true }, ...parts);
  }

  /** Whether somebody could be told now; only a room that is open has somebody. */
  draw(opened) {
    const { support_person: name } = this.room.identity.details;
    setText(this.person, name ? fillIn(this.words.talk_person, { name }) : this.words.talk_nobody);
    this.element.hidden = !opened;
  }

  async tell() {
    const { words, room, status } = this;
    const trying = () => setText(status, words.talk_trying);
    try {
      await room.post("talk", {}, { trying });
      setText(status, words.talk_told);
      setOff(this.ask, true);
      setTimeout(() => setOff(this.ask, false), AGAIN);
    } catch (error) {
      if (error.code !== "left") setText(status, error.message || words.talk_failed);
    }
  }
}
