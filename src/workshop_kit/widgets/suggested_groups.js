// Groups that the laptop suggests, each with its reason. Nothing is sorted until somebody takes one.
import { fillIn, focusOn, make, pressable, setText } from "./element.js";

export class SuggestedGroups {
  constructor(desk, sorting, words) {
    this.desk = desk;
    this.sorting = sorting;
    this.words = words;
    this.groups = [];
    this.ask = pressable(words.suggest, () => this.load(), { look: "kit-plain" });
    this.told = make("p", { role: "status" });
    this.heading = make("h3", { hidden: true }, words.suggested);
    this.list = make("ul", { class: "kit-suggestions" });
    this.how = make("p", { class: "kit-quiet", hidden: true }, words.how);
    this.element = make("div", {}, this.heading, this.told, this.how, this.list);
  }

  forget() {
    this.groups = [];
    setText(this.told, "");
    this.draw();
  }

  async load() {
    const { desk, sorting, words } = this;
    const { key } = sorting;
    const found = await desk.attempt(() => desk.room.get(`themes/${key}/suggested`));
    if (!found || key !== sorting.key) return;
    this.groups = found.groups;
    const inside = found.groups.reduce((sum, { cards }) => sum + cards.length, 0);
    const told = { number: found.groups.length, left: found.unsorted - inside };
    const said = found.groups.length ? words.found : found.unsorted ? words.found_none : words.all_sorted;
    setText(this.told, fillIn(said, told));
    this.draw();
  }

  /** What was sorted or kept back since leaves the suggestions; one idea alone is no group. */
  update() {
    const left = new Set(this.sorting.unsorted);
    const kept = this.groups
      .map((group) => ({ ...group, cards: group.cards.filter((id) => left.has(id)) }))
      .filter(({ cards }) => cards.length > 1);
    if (JSON.stringify(kept) === JSON.stringify(this.groups)) return;
    this.groups = kept;
    this.draw();
  }

  draw() {
    this.heading.hidden = this.how.hidden = !this.groups.length;
    if (!this.groups.length && this.list.children.length) setText(this.told, "");
    this.list.replaceChildren(...this.groups.map((group) => this.item(group)));
  }

  item(group) {
    const { sorting, words } = this;
    const texts = sorting.cards;
    const about = group.title;
    const take = pressable(words.take_this, () => this.take(group), { look: "kit-plain", about });
    const leave = pressable(words.leave_it, () => this.leave(group, words.left), { look: "kit-text", about });
    return make(
      "li",
      { class: "kit-theme" },
      make("h4", {}, fillIn(words.theme, { title: group.title, number: group.cards.length })),
      make("p", { class: "kit-quiet" }, fillIn(words.because, { words: group.because.join(", ") })),
      make("ul", { class: "kit-suggested" }, ...group.cards.map((id) => make("li", { class: "kit-words" }, texts.get(id) || ""))),
      make("div", { class: "kit-row" }, take, leave),
    );
  }

  async take(group) {
    const { sorting, words } = this;
    const place = this.groups.indexOf(group);
    const { title, cards } = group;
    const done = fillIn(words.made, { theme: title });
    if (await sorting.move({ do: "new", title, cards }, done)) this.goOn(place);
  }

  leave(group, said) {
    const place = this.groups.indexOf(group);
    this.groups = this.groups.filter((one) => one !== group);
    this.draw();
    this.desk.voice.say(said);
    this.goOn(place);
  }

  /** Put the focus on the suggestion that follows, or on what asks for new ones. */
  goOn(place) {
    const items = [...this.list.children];
    const next = items[Math.min(place, items.length - 1)];
    if (next) focusOn(next.querySelector("h4"));
    else this.ask.focus();
  }
}
