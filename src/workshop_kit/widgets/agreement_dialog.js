// The agreement on a phone: one tap away, and a word on whether one can live with it.
import { dialogBar } from "./dialog_bar.js";
import { make, pressable, setOff, setText, uniqueId } from "./element.js";

export class AgreementDialog {
  /** `words` are the form's; `seat` has the room. */
  constructor(words, seat) {
    this.words = words;
    this.seat = seat;
    this.mark = null; // of the list that was read
    this.over = Promise.resolve(); // what was on its way to the room last
    this.said = null; // what the room has of this person: {revision, body}
    this.opener = pressable(words.agreement, () => this.open(), { look: "kit-text" });
    this.opener.hidden = true;
    this.heading = make("h2", { id: uniqueId() }, words.agreement);
    this.state = make("p", { class: "kit-quiet" });
    this.list = make("ol", { class: "kit-agreement-lines" });
    this.ask = make("p", {}, words.agreement_ask);
    this.yes = this.choice(words.agreement_yes, true);
    this.no = this.choice(words.agreement_no, false);
    this.status = make("p", { class: "kit-quiet", role: "status" });
    const bar = dialogBar(words.close, () => this.element.close());
    const row = make("div", { class: "kit-row" }, this.yes, this.no);
    const parts = [bar, this.heading, this.state, this.list, this.ask, row, this.status];
    this.element = make("dialog", { class: "kit-dialog", "aria-labelledby": this.heading.id }, ...parts);
    this.element.addEventListener("close", () => this.opener.focus());
  }

  choice(label, value) {
    return pressable(label, () => (this.over = this.say(value)), { look: "kit-plain" });
  }

  /** What the feed says of it: {mark, agreed}, or null before there is one. */
  told(agreement) {
    this.opener.hidden = !agreement;
    if (!agreement) return void (this.element.open && this.element.close());
    this.agreed = agreement.agreed;
    const other = agreement.mark !== this.mark;
    if (this.element.open && other) this.read(this.words.agreement_changed);
    this.draw();
  }

  /** What this person said before, perhaps on another page. */
  knows(entry) {
    if (entry) this.said = { revision: entry.revision, body: entry.body };
    this.draw();
  }

  open() {
    if (this.element.showModal) this.element.showModal();
    else this.element.setAttribute("open", "");
    this.element.scrollTop = 0;
    return this.read("");
  }

  async read(note) {
    setText(this.status, note);
    try {
      const trying = () => setText(this.status, this.words.looking_for_it);
      const { lines, mark } = await this.seat.room.get("agreement", { trying });
      setText(this.status, note);
      this.mark = mark;
      this.list.replaceChildren(...lines.map((line) => make("li", { class: "kit-words" }, line)));
    } catch (error) {
      setText(this.status, error.message || this.words.refused);
    }
    this.draw();
  }

  async say(value) {
    const { seat, mark, words } = this;
    const body = { mark, can_live_with_it: value };
    const revision = this.said ? this.said.revision : 0;
    const trying = () => setText(this.status, words.trying);
    try {
      const receipt = await seat.room.put("entries/consent/group", { revision, body }, { trying });
      this.said = { revision: receipt.revision, body };
      setText(this.status, words.agreement_said);
    } catch (error) {
      if (error.code === "stale_revision") {
        this.said = error.current;
        return this.say(value);
      }
      setText(this.status, error.message || words.refused);
    }
    this.draw();
  }

  draw() {
    const { said, words } = this;
    const mine = said && said.body.mark === this.mark ? said.body.can_live_with_it : null;
    for (const button of [this.yes, this.no]) setOff(button, this.mark === null);
    this.yes.setAttribute("aria-pressed", String(mine === true));
    this.no.setAttribute("aria-pressed", String(mine === false));
    setText(this.state, this.agreed ? words.agreement_agreed : words.agreement_open);
  }

  /** It was taken back with everything else. */
  forget() {
    this.said = null;
    setText(this.status, "");
    this.draw();
  }
}
