// The end on a phone: thanks, what happens now to what was written, and what one can still do.
import { focusOn, make, pressable, setText } from "./element.js";

export class Farewell {
  /** `seat` has the room; `everything` takes back all that one wrote. */
  constructor(words, seat, everything) {
    Object.assign(this, { seat, everything });
    this.heading = make("h2");
    this.paragraphs = make("div");
    this.back = pressable(words.closing_back, () => everything.focus(), { look: "kit-plain" });
    const open = () => window.dispatchEvent(new CustomEvent("kit:help", { detail: lines }));
    const lines = pressable(words.closing_lines, open, { look: "kit-plain" });
    lines.hidden = !document.getElementById("kit-help"); // JupyterLab has none
    const row = make("div", { class: "kit-row" }, this.back, lines);
    this.card = make("section", { class: "kit-card kit-ballot", hidden: true }, this.heading, this.paragraphs, row);
    // Never hidden, so that it is read out.
    this.told = make("p", { class: "kit-unseen", role: "status" });
    this.element = make("div", { class: "kit-screen-only" }, this.told, this.card);
  }

  /** Show it where the evening is at its end; it is read once before closing, and once after. */
  draw(ends) {
    const { textContent: heading } = this.heading;
    const had = this.card.contains(document.activeElement);
    this.card.hidden = !ends || !heading;
    if (had && this.card.hidden) focusOn(this.seat.root.querySelector("h1"));
    setText(this.told, this.card.hidden ? "" : heading);
    this.back.hidden = this.everything.hidden;
    const { ended } = this.seat;
    if (ends && (!this.reading || this.asked !== ended)) this.readAnew(ended);
  }

  readAnew(ended) {
    this.asked = ended;
    this.reading = this.read();
  }

  async read() {
    try {
      const { heading, paragraphs } = await this.seat.room.get("closing");
      setText(this.heading, heading);
      this.card.setAttribute("aria-label", heading);
      this.paragraphs.replaceChildren(...paragraphs.map((text) => make("p", {}, text)));
      this.seat.draw();
    } catch {
      this.reading = null; // the next state tries again
    }
  }
}
