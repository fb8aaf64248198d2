// Which content differs from the kit's own, where a folder of one's own is served.
import { make } from "./element.js";

export class ContentPanel {
  constructor(desk) {
    const words = desk.words.content;
    const items = desk.content.differs.map((sentence) => make("li", {}, sentence));
    const told = items.length
      ? make("ul", { class: "kit-differs" }, ...items)
      : make("p", {}, words.same);
    const lead = items.length ? make("p", {}, words.differs) : null;
    this.element = make("div", {}, lead, told, make("p", { class: "kit-quiet" }, words.restart));
  }
}
