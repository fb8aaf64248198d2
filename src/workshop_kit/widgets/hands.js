// What who leads counts in the room for people without a phone: a number for each choice.
import { make, pressable, uniqueId } from "./element.js";

const MOST_HANDS = 100000;

export class Hands {
  /** `choices` are pairs of id and text; `save(hands)` gets {id: number}, without zeros. */
  constructor(choices, words, save, about = "") {
    this.counts = new Map();
    const rows = choices.map((choice) => this.row(choice));
    const button = pressable(words.save_hands, () => save(this.values), { look: "kit-plain", about });
    const lead = make("p", { class: "kit-quiet" }, words.hands_lead);
    this.element = make("details", {}, make("summary", {}, words.hands), lead, ...rows, button);
  }

  row([id, text]) {
    const attributes = { type: "number", min: "0", max: String(MOST_HANDS), step: "1", inputmode: "numeric", id: uniqueId() };
    const field = make("input", { ...attributes, value: "0", class: "kit-short" });
    this.counts.set(id, field);
    return make("div", { class: "kit-vote-hand" }, make("label", { for: field.id }, text), field);
  }

  get values() {
    const hands = {};
    for (const [id, field] of this.counts) {
      const number = Math.round(Number(field.value)) || 0;
      if (number > 0) hands[id] = Math.min(MOST_HANDS, number);
    }
    return hands;
  }

  /** Numbers that another page saved; what is typed here stays. */
  draw(hands) {
    for (const [id, field] of this.counts) {
      if (document.activeElement !== field && field.value === (field.dataset.known || "0")) field.value = String(hands[id] || 0);
      field.dataset.known = String(hands[id] || 0);
    }
  }
}
