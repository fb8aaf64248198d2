// What the group added itself: help lines, resources, copies of sections; and what cannot be used.
import { fillIn, make, setText } from "./element.js";
import { OwnCopies } from "./own_copies.js";
import { OwnTable } from "./own_table.js";

export class OwnPanel {
  constructor(desk) {
    this.desk = desk;
    this.words = desk.words.own;
    this.problems = make("ul");
    const heading = make("h3", {}, this.words.problems);
    this.wrong = make("div", { class: "kit-problem", hidden: true }, heading, this.problems);
    this.folder = make("p", { class: "kit-quiet" });
    this.parts = ["help_lines", "resources"].map((name) => new OwnTable(name, this));
    this.parts.push(new OwnCopies(this));
    const lead = make("p", {}, this.words.lead);
    const when = make("p", { class: "kit-quiet" }, this.words.when);
    const parts = this.parts.map(({ element }) => element);
    this.inside = make("div", { class: "kit-own-panel" }, lead, when, this.wrong, ...parts, this.folder);
    const summary = make("summary", {}, this.words.title);
    this.whole = make("details", { ontoggle: () => this.turned() }, summary);
    const attributes = { class: "kit-card kit-disclosed", "aria-label": this.words.title };
    this.element = make("section", attributes, this.whole);
  }

  /** Each time it is opened it shows what is there now; while closed it is not in the page. */
  turned() {
    if (!this.whole.open) return this.inside.remove();
    this.whole.append(this.inside);
    return this.desk.attempt(() => this.load());
  }

  get room() {
    return this.desk.room;
  }

  async load() {
    this.show(await this.room.get("own"));
  }

  show(added) {
    for (const part of this.parts) part.show(added);
    this.problems.replaceChildren(...added.problems.map((text) => make("li", {}, text)));
    this.wrong.hidden = added.problems.length === 0;
    setText(this.folder, fillIn(this.words.folder, { folder: added.folder }));
  }

  /** Ask the room for a change, until it answers. */
  ask(method, rest, body = {}) {
    const path = this.room.path(`own/${rest}`);
    const trying = (error) => this.desk.voice.trying(error);
    return this.room.until(() => this.room.once(method, path, body), trying);
  }
}
