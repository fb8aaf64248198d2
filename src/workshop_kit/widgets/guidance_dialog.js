// What to do about an answer that worries the facilitator; opens when one was set aside.
import { fillIn, make, pressable, setText, uniqueId } from "./element.js";

export class GuidanceDialog {
  /** `guidance` is {named, unnamed}: with and without a support person of this session. */
  constructor(words, guidance) {
    this.guidance = guidance;
    this.heading = make("h2", { id: uniqueId() });
    this.lead = make("p");
    this.steps = make("ol", { class: "kit-guidance-steps" });
    const close = pressable(words.understood, () => this.element.close());
    const attributes = { class: "kit-guidance", "aria-labelledby": this.heading.id };
    this.element = make("dialog", attributes, this.heading, this.lead, this.steps, close);
    this.element.addEventListener("close", () => this.closed());
    this.after = () => {};
  }

  /** Show the guidance; `after` is called when it was closed, to put the focus back. */
  open(session, after) {
    const { heading, lead, steps } = this.guidance[session.support_person ? "named" : "unnamed"];
    setText(this.heading, heading);
    setText(this.lead, lead);
    const filled = steps.map((step) => fillIn(step, { support_person: session.support_person }));
    this.steps.replaceChildren(...filled.map((step) => make("li", {}, ...withNumbers(step))));
    this.after = after;
    this.element.showModal();
  }

  close() {
    if (this.element.open) this.element.close();
  }

  closed() {
    const { after } = this;
    this.after = () => {};
    after();
  }
}

/** Keep each phone number whole at the end of a line, and let a thumb call it. */
function withNumbers(text) {
  const parts = text.split(/(\d(?:-\d+){2,})/);
  const address = (one) => `tel:${one === "9-1-1" ? "911" : `+${one.replace(/-/g, "")}`}`;
  const number = (one) => make("a", { href: address(one), class: "kit-number" }, one);
  return parts.map((part, at) => (at % 2 ? number(part) : part));
}
