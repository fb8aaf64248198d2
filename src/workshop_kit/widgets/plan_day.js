// When the group looks at its plan again.
import { labelled, make, pressable } from "./element.js";

export class PlanDay {
  constructor(desk) {
    this.desk = desk;
    const words = (this.words = desk.words.plan);
    this.field = make("input", { type: "date", class: "kit-plan-day" });
    const save = pressable(words.save_day, () => this.save(), { look: "kit-plain" });
    this.element = make("div", { class: "kit-plan-review" }, labelled(words.review_on, this.field), save);
  }

  save() {
    const { desk, words } = this;
    const day = this.field.value || null;
    const write = (options) => desk.entries.put("plan", "plan", () => ({ review_on: day }), options);
    return desk.attempt(write, words.day_saved);
  }

  /** What another page saved; what is typed here stays. */
  update() {
    const { revision, review_on: day } = this.desk.feed.plan;
    this.desk.entries.heard("plan", "plan", revision, { review_on: day });
    const known = day || "";
    if (document.activeElement !== this.field && this.field.value === (this.known || "")) this.field.value = known;
    this.known = known;
  }
}
