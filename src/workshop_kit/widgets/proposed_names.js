// Names for themes that people miss: who leads makes a theme of one, or leaves it.
import { fillIn, focusOn, labelled, make, pressable, setText } from "./element.js";
import { KeyedList } from "./keyed_list.js";
import { titleHint } from "./theme_title.js";

export class ProposedNames {
  /** `none()` takes the focus when the last name is gone. */
  constructor(sorting, words, none) {
    Object.assign(this, { sorting, words, none });
    this.list = new KeyedList(make("ul", { class: "kit-suggestions" }), (mark) => this.item(mark));
    const heading = make("h4", {}, words.proposed);
    this.element = make("div", { hidden: true }, heading, make("p", { class: "kit-quiet" }, words.proposed_lead), this.list.element);
  }

  item(mark) {
    const { sorting, words } = this;
    const { title } = sorting.known.proposed.find((one) => one.mark === mark);
    const field = make("input", { type: "text", maxlength: "80", autocomplete: "off", value: title });
    const problem = make("p", { class: "kit-problem", role: "alert", hidden: true });
    const take = pressable(words.make_this, () => this.take(mark, field, problem), { look: "kit-plain", about: title });
    const leave = pressable(words.leave_it, () => this.leave(mark), { look: "kit-text", about: title });
    const named = labelled(words.title_field, field);
    const element = make("li", { class: "kit-theme" }, named, titleHint(field, words), problem, make("div", { class: "kit-row" }, take, leave));
    return { element, field };
  }

  take(mark, field, problem) {
    const { sorting, words } = this;
    const title = field.value.trim();
    setText(problem, title ? "" : words.no_title);
    problem.hidden = Boolean(title);
    field.setAttribute("aria-invalid", String(!title));
    if (!title) return field.focus();
    return this.gone(mark, () => sorting.move({ do: "new", title, names: [mark] }, fillIn(words.made, { theme: title })));
  }

  leave(mark) {
    return this.gone(mark, () => this.sorting.move({ do: "leave_name", name: mark }, this.words.name_left));
  }

  /** The name goes, and the focus to the one that follows. */
  async gone(mark, move) {
    const place = [...this.list.rows.keys()].indexOf(mark);
    if (!(await move())) return;
    const rows = [...this.list.rows.values()];
    if (rows.length) focusOn(rows[Math.min(place, rows.length - 1)].element);
    else this.none();
  }

  update() {
    const { known } = this.sorting;
    const marks = known ? known.proposed.map(({ mark }) => mark) : [];
    this.element.hidden = !marks.length;
    this.list.draw(marks);
  }
}
