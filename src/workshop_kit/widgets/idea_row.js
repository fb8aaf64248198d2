// One idea to sort: tick it, mark it as a minority view, take it out of its theme.
import { make, pressable, setText } from "./element.js";
import { phonesLine } from "./phones_line.js";

export class IdeaRow {
  /** `leave()` takes it out of the theme in which it stands; there is none where it is unsorted. */
  constructor(sorting, words, id, leave = null) {
    this.sorting = sorting;
    this.words = words;
    this.id = id;
    this.text = sorting.cards.get(id);
    this.box = make("input", { type: "checkbox", onchange: () => sorting.tick(id, this.box.checked) });
    this.mark = make("strong", { class: "kit-idea-mark" });
    const text = make("span", { class: "kit-words" }, this.text);
    const label = make("label", { class: "kit-choice kit-bare" }, this.box, make("span", {}, text, " ", this.mark));
    const about = this.text.slice(0, 60);
    this.minority = pressable(words.minority, () => this.turn(), { look: "kit-text", about });
    this.out = leave ? pressable(words.take_out, leave, { look: "kit-text", about }) : null;
    const row = make("div", { class: "kit-idea-buttons" }, this.minority, this.out);
    this.phones = make("p", { class: "kit-idea-phones kit-quiet" });
    this.element = make("li", { class: "kit-idea" }, label, row, this.phones);
  }

  get marked() {
    return this.sorting.isMinority(this.id);
  }

  turn() {
    const { marked, sorting, words } = this;
    return sorting.move({ do: "mark", card: this.id, minority: !marked }, marked ? words.unmarked : words.marked);
  }

  update() {
    this.box.checked = this.sorting.ticked.has(this.id);
    setText(this.phones, phonesLine(this.sorting, this.id, this.words));
    setText(this.mark, this.marked ? this.words.is_minority : "");
    this.minority.setAttribute("aria-pressed", this.marked ? "true" : "false");
  }
}
