// One line that tells, to eyes and to screen readers, how the last thing went.
import { make, setText } from "./element.js";

const LONG_ENOUGH = 8000;

export class Voice {
  /** `words` is {trying, went_wrong}. */
  constructor(words) {
    this.words = words;
    this.element = make("p", { class: "kit-voice", role: "status" });
  }

  /** Tell something; what went wrong stays until there is something else to tell. */
  say(text, { wrong = false } = {}) {
    clearTimeout(this.timer);
    setText(this.element, text);
    this.element.classList.toggle("is-wrong", wrong);
    if (text && !wrong) this.timer = setTimeout(() => this.say(""), LONG_ENOUGH);
  }

  /** Say that something is tried again, and why where the room has told. */
  trying(error) {
    this.say(error.unsaved ? error.message : this.words.trying, { wrong: true });
  }

  complain(error) {
    if (error.code === "left") return;
    // Only the room's own errors have words for people.
    const told = error.code ? error.message : "";
    if (!error.code) console.error(error);
    this.say(told || this.words.went_wrong, { wrong: true });
  }

  /** Do something with the room and tell how it went. Return its result, or null if refused. */
  async attempt(action, done = "") {
    try {
      const result = await action({ trying: (error) => this.trying(error) });
      this.say(done);
      return result;
    } catch (error) {
      this.complain(error);
      return null;
    }
  }
}
