// Sort what was approved into themes: tick ideas, then say where they go. Nothing is dragged.
import { fillIn, focusOn, make, pressable, setOff, setText } from "./element.js";
import { IdeaRow } from "./idea_row.js";
import { KeyedList } from "./keyed_list.js";
import { NewTheme } from "./new_theme.js";
import { SortByAll } from "./sort_by_all.js";
import { SuggestedGroups } from "./suggested_groups.js";
import { ThemeCard } from "./theme_card.js";
import { ThemeSorting } from "./theme_sorting.js";
import { themesTable } from "./themes_table.js";

export class ThemesPanel {
  constructor(desk) {
    this.desk = desk;
    this.words = desk.words.themes;
    this.seen = "";
    this.sorting = new ThemeSorting(desk, () => this.draw());
    const { sorting, words } = this;
    this.suggested = new SuggestedGroups(desk, sorting, words);
    this.unsorted = new KeyedList(make("ul", { class: "kit-ideas kit-unsorted" }), (id) => new IdeaRow(sorting, words, id));
    this.made = new KeyedList(make("div", { class: "kit-stack" }), (id) => new ThemeCard(sorting, words, id, (into) => this.dropped(into)));
    this.adding = new NewTheme(sorting, words);
    this.everyone = new SortByAll(desk, sorting, words);
    this.makeTexts();
    this.makeButtons();
    this.element = this.whole();
  }

  makeTexts() {
    this.about = make("p", { class: "kit-quiet" });
    this.waiting = make("h3");
    this.none = make("p", { class: "kit-quiet" });
    this.heading = make("h3", {}, this.words.title);
    this.table = make("div", { hidden: true });
    this.number = make("span", { class: "kit-quiet" });
  }

  makeButtons() {
    const { desk, sorting, words } = this;
    const wall = () => desk.putScreen({ show: "themes", question: sorting.key }, words.on_wall);
    this.wall = pressable(words.show, wall, { look: "kit-plain" });
    this.twin = pressable(words.as_table, () => this.turn(), { look: "kit-plain kit-toggle" });
    this.undo = pressable(words.undo, () => sorting.undo(words.undone), { look: "kit-plain" });
  }

  whole() {
    const { words } = this;
    const row = make("div", { class: "kit-row" }, this.suggested.ask, this.wall, this.twin);
    const bar = make("div", { class: "kit-row kit-themes-bar" }, this.undo, this.number);
    const begin = make("div", {}, this.waiting, this.none, this.unsorted.element, this.adding.element);
    this.lists = make("div", { class: "kit-sorting" }, begin, make("div", {}, this.heading, this.made.element));
    const parts = [this.about, make("p", {}, words.lead), row, this.everyone.element, bar, this.suggested.element, this.lists, this.table];
    return make("div", { class: "kit-themes" }, ...parts);
  }

  /** Whether there is something to sort: answers that may be read, and stand word for word. */
  get possible() {
    const { desk } = this;
    return desk.question.verbatim_in_notes && desk.stateOf(desk.chosen) === "closed";
  }

  /** Show the sorting as a table, or go on sorting. */
  turn() {
    this.table.hidden = !this.table.hidden;
    this.lists.hidden = !this.table.hidden;
    this.draw();
  }

  /** A theme is gone, and the focus with it: go where its ideas are, or to the way back. */
  dropped(into) {
    const card = into && this.made.rows.get(into);
    if (card) focusOn(card.heading);
    else this.undo.focus();
  }

  update(desk) {
    const key = this.possible ? desk.chosen : null;
    if (key !== this.sorting.key) {
      this.sorting.begin(key);
      this.suggested.forget();
      this.seen = "";
      this.draw();
    }
    if (!key) return;
    // Decisions change what there is to sort, and other pages sort too.
    const seen = JSON.stringify([key, desk.feed.counts[key], desk.feed.layers[key], desk.feed.themes[key], desk.feed.all_sorts[key]]);
    if (seen !== this.seen) this.sorting.load();
    this.seen = seen;
  }

  draw() {
    const { desk, sorting, words } = this;
    const { themes, unsorted } = sorting;
    const { number, topic } = desk.question;
    setText(this.about, `${number}. ${topic}`);
    setText(this.waiting, fillIn(words.unsorted, { number: unsorted.length }));
    setText(this.none, sorting.cards.size ? words.all_sorted : words.nothing);
    this.none.hidden = unsorted.length > 0 || !sorting.known;
    for (const row of this.unsorted.draw(unsorted)) row.update();
    for (const card of this.made.draw(themes.map(({ id }) => id))) card.update();
    this.heading.hidden = !themes.length;
    this.adding.update();
    this.everyone.update();
    this.suggested.update();
    setOff(this.undo, !sorting.undoable);
    setText(this.number, fillIn(words.ticked, { number: sorting.chosen.length }));
    this.twin.setAttribute("aria-pressed", this.table.hidden ? "false" : "true");
    this.drawTable();
  }

  /** Only where it says something else: who reads it with the keyboard keeps the place. */
  drawTable() {
    const { sorting, words, table } = this;
    const made = table.hidden || !sorting.known ? null : themesTable(sorting, words);
    const now = table.firstChild;
    if (made && now && made.isEqualNode(now)) return;
    if (made && now) now.replaceChildren(...made.children);
    else table.replaceChildren(...(made ? [made] : []));
  }
}
