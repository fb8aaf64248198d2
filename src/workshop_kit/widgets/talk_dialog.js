// I would like to talk to someone: who is there for it, the help lines, and a word without a name.
import { dialogBar } from "./dialog_bar.js";
import { fillIn, make, pressable, setOff, setText, uniqueId } from "./element.js";

// Asked once, it is known; a nervous thumb asks more often.
const AGAIN = 5 * 60 * 1000;

export class TalkDialog {
  /** `words` are the form's; `seat` has the room. */
  constructor(words, seat) {
    this.words = words;
    this.seat = seat;
    this.opener = pressable(words.talk_short, () => this.open(), { look: "kit-text" });
    this.heading = make("h2", { id: uniqueId() }, words.talk);
    this.person = make("p");
    this.frame = document.querySelector("[data-kit-help]");
    this.lines = pressable(words.talk_lines, () => this.openLines(), { look: "kit-plain" });
    this.lines.hidden = !this.frame;
    this.ask = pressable(words.talk_ask, () => this.tell());
    this.how = make("p", { class: "kit-quiet" }, words.talk_how);
    this.status = make("p", { class: "kit-quiet", role: "status" });
    const bar = dialogBar(words.close, () => this.element.close());
    const parts = [bar, this.heading, this.person, this.lines, this.how, this.ask, this.status];
    this.element = make("dialog", { class: "kit-dialog", "aria-labelledby": this.heading.id }, ...parts);
    this.element.addEventListener("close", () => !this.leads && this.opener.focus());
    this.opener.hidden = true;
  }

  /** The room is there: only then is somebody told. */
  told() {
    this.opener.hidden = this.seat.ended;
  }

  open() {
    const { support_person: name } = this.seat.room.identity.details;
    setText(this.person, name ? fillIn(this.words.talk_person, { name }) : this.words.talk_nobody);
    this.leads = false;
    if (this.element.showModal) this.element.showModal();
    else this.element.setAttribute("open", "");
  }

  /** The frame's own dialog: its lines are the same on every page. */
  openLines() {
    this.leads = true;
    this.element.close();
    this.frame.click();
  }

  async tell() {
    const { words, seat, status } = this;
    const trying = () => setText(status, words.trying);
    try {
      await seat.room.post("talk", {}, { trying });
      setText(status, words.talk_told);
      setOff(this.ask, true);
      setTimeout(() => setOff(this.ask, false), AGAIN);
    } catch (error) {
      setText(status, error.message || words.refused);
    }
  }
}
