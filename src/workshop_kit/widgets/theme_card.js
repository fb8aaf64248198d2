// One theme: its title, its ideas, and what can be done with it.
import { fillIn, focusOn, labelled, make, pressable, setOff, setText } from "./element.js";
import { IdeaRow } from "./idea_row.js";
import { KeyedList } from "./keyed_list.js";
import { titleHint } from "./theme_title.js";

export class ThemeCard {
  constructor(sorting, words, id, dropped) {
    this.sorting = sorting;
    this.words = words;
    this.id = id;
    this.dropped = dropped;
    this.heading = make("h4");
    this.put = pressable("", () => this.take(), { look: "kit-plain" });
    const row = (card) => new IdeaRow(sorting, words, card, () => this.takeOut(card));
    this.ideas = new KeyedList(make("ul", { class: "kit-ideas" }), row);
    this.none = make("p", { class: "kit-quiet" }, words.empty);
    const head = make("div", { class: "kit-row kit-theme-head" }, this.heading, this.put);
    this.element = make("section", { class: "kit-theme" }, head, this.ideas.element, this.none, this.makeChanges());
  }

  makeChanges() {
    const { sorting, words, id } = this;
    this.title = make("input", { type: "text", maxlength: "80", autocomplete: "off" });
    this.hint = titleHint(this.title, words);
    const save = pressable(words.save_title, () => this.rename());
    const shift = (name, by) => pressable(words[name], () => sorting.move({ do: "shift", theme: id, by }, words.moved), { look: "kit-plain" });
    this.earlier = shift("earlier", -1);
    this.later = shift("later", 1);
    this.into = make("select", { "aria-label": words.merge });
    this.merging = make("div", { class: "kit-row kit-theme-merge" }, pressable(words.merge, () => this.merge(), { look: "kit-plain" }), this.into);
    const drop = pressable(words.drop, () => this.drop(), { look: "kit-plain kit-danger" });
    this.summary = make("summary", {}, words.change);
    const rows = [make("div", { class: "kit-row" }, this.earlier, this.later), this.merging, make("div", { class: "kit-row" }, drop)];
    const naming = make("div", { class: "kit-theme-name" }, labelled(words.title_field, this.title), this.hint, save);
    const opened = ({ target }) => target.open && this.fill();
    return make("details", { ontoggle: opened }, this.summary, naming, make("div", { class: "kit-stack" }, ...rows));
  }

  get theme() {
    return this.sorting.themes.find(({ id }) => id === this.id);
  }

  fill() {
    this.title.value = this.theme.title;
    this.title.dispatchEvent(new Event("input"));
  }

  take() {
    const { sorting, words } = this;
    const cards = sorting.chosen;
    if (!cards.length) return null;
    const said = fillIn(words.put_done, { number: cards.length, theme: this.theme.title });
    return sorting.move({ do: "put", theme: this.id, cards }, said);
  }

  async takeOut(card) {
    const place = this.sorting.cardsOf(this.theme).indexOf(card);
    const move = { do: "take_out", theme: this.id, cards: [card] };
    if (!(await this.sorting.move(move, this.words.out_done)) || !this.theme) return;
    const left = this.sorting.cardsOf(this.theme);
    const next = this.ideas.rows.get(left[Math.min(place, left.length - 1)]);
    if (next) next.out.focus();
    else focusOn(this.heading);
  }

  rename() {
    const title = this.title.value.trim();
    this.title.setAttribute("aria-invalid", String(!title));
    if (!title) {
      this.sorting.desk.voice.say(this.words.no_title, { wrong: true });
      return this.title.focus();
    }
    return this.sorting.move({ do: "rename", theme: this.id, title }, fillIn(this.words.renamed, { theme: title }));
  }

  async merge() {
    const other = this.sorting.themes.find(({ id }) => id === this.into.value);
    if (!other) return;
    const said = fillIn(this.words.merged, { theme: other.title });
    if (await this.sorting.move({ do: "merge", theme: this.id, into: other.id }, said)) this.dropped(other.id);
  }

  async drop() {
    const said = fillIn(this.words.dropped, { theme: this.theme.title });
    if (await this.sorting.move({ do: "drop", theme: this.id }, said)) this.dropped(null);
  }

  update() {
    const { sorting, theme, words } = this;
    const { title } = theme;
    const ids = sorting.cardsOf(theme);
    const number = sorting.chosen.length;
    setText(this.heading, fillIn(words.theme, { title, number: ids.length }));
    this.element.setAttribute("aria-label", title);
    setText(this.put, number ? fillIn(words.put, { number }) : words.put_none);
    setOff(this.put, !number);
    for (const row of this.ideas.draw(ids)) row.update();
    this.none.hidden = ids.length > 0;
    this.updatePlace();
  }

  updatePlace() {
    const { themes } = this.sorting;
    const place = themes.indexOf(this.theme);
    setOff(this.earlier, place === 0);
    setOff(this.later, place === themes.length - 1);
    const others = themes.filter(({ id }) => id !== this.id);
    this.merging.hidden = !others.length;
    const before = this.into.value;
    this.into.replaceChildren(...others.map(({ id, title }) => make("option", { value: id }, title)));
    if (others.some(({ id }) => id === before)) this.into.value = before;
  }
}
