// A new theme, with the ideas that are ticked in it.
import { fillIn, labelled, make, pressable, setText } from "./element.js";
import { titleHint } from "./theme_title.js";

export class NewTheme {
  constructor(sorting, words) {
    this.sorting = sorting;
    this.words = words;
    this.title = make("input", { type: "text", maxlength: "80", autocomplete: "off", onkeydown: (event) => this.key(event) });
    this.hint = titleHint(this.title, words);
    this.problem = make("p", { class: "kit-problem", role: "alert", hidden: true });
    this.send = pressable("", () => this.add());
    const field = labelled(words.new_title, this.title, words.new_hint);
    this.element = make("div", { class: "kit-new-theme" }, field, this.hint, this.problem, this.send);
  }

  key(event) {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    this.send.click();
  }

  async add() {
    const { sorting, words } = this;
    const title = this.title.value.trim();
    this.title.setAttribute("aria-invalid", String(!title));
    setText(this.problem, title ? "" : words.no_title);
    this.problem.hidden = Boolean(title);
    if (!title) return this.title.focus();
    const done = fillIn(words.made, { theme: title });
    if (!(await sorting.move({ do: "new", title, cards: sorting.chosen }, done))) return;
    this.title.value = "";
    this.title.dispatchEvent(new Event("input"));
  }

  update() {
    const number = this.sorting.chosen.length;
    setText(this.send, number ? fillIn(this.words.make_with, { number }) : this.words.make);
  }
}
