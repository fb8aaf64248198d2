// How people are: the check-in and the check-out, one under the other.
import { CheckCard } from "./check_card.js";
import { CHECKS } from "./check_names.js";
import { make } from "./element.js";

export class CheckPanel {
  constructor(desk) {
    this.cards = Object.keys(CHECKS).map((key) => new CheckCard(desk, key));
    this.list = make("div", { class: "kit-stack" });
    this.element = make("div", { class: "kit-checks" }, make("p", {}, desk.words.check.lead), this.list);
  }

  update(desk) {
    for (const card of this.cards) card.update(desk.feed.checks[card.key]);
    const { running } = desk.evening;
    const last = running && running.kind === "closing";
    const order = last ? [...this.cards].reverse() : this.cards; // what is asked now stands first
    if (this.list.firstChild !== order[0].element) this.list.replaceChildren(...order.map(({ element }) => element));
  }
}
