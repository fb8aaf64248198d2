// Everyone sorts the ideas of a question on phones: opened, followed, closed and taken over here.
import { fillIn, focusOn, make, pressable, setOff, setText, uniqueId } from "./element.js";
import { ProposedNames } from "./proposed_names.js";

export class SortByAll {
  constructor(desk, sorting, words) {
    Object.assign(this, { desk, sorting, words });
    this.heading = make("h3", { id: uniqueId() }, words.everyone);
    this.about = make("p");
    this.sent = make("p", { class: "kit-quiet" });
    this.rule = make("p", {}, words.rule);
    this.once = make("p", { class: "kit-quiet" }, words.counted_again);
    this.makeButtons();
    this.names = new ProposedNames(sorting, words, () => focusOn(this.heading));
    const row = make("div", { class: "kit-row" }, this.open, this.close, this.take, this.again);
    this.element = make("section", { class: "kit-sort-all", "aria-labelledby": this.heading.id });
    this.element.append(this.heading, this.about, this.sent, this.rule, row, this.once, this.names.element);
  }

  makeButtons() {
    const { sorting, words } = this;
    const plain = { look: "kit-plain" };
    const take = () => sorting.move({ do: "as_phones" }, words.as_phones_done);
    this.open = pressable(words.open_to_all, () => this.turn("open_to_all", words.opened_to_all), plain);
    this.close = pressable(words.close_to_all, () => this.turn("close_to_all", words.closed_to_all));
    this.take = pressable(words.as_phones, take);
    this.again = pressable(words.open_again, () => this.turn("open_to_all", words.opened_to_all), plain);
  }

  /** The button that was pressed goes away, so the focus comes to the heading. */
  async turn(move, done) {
    if (await this.sorting.turn({ do: move }, done)) focusOn(this.heading);
  }

  update() {
    const { desk, sorting, words } = this;
    const running = desk.feed.state === "open";
    const { state = "waiting", sent, counted, placed = {} } = sorting.known || {};
    this.element.hidden = !running; // with the workshop, all sorts of phones are gone
    const told = { waiting: words.everyone_lead, open: words.everyone_open, closed: counted ? words.closed_to_all : words.closed_few };
    setText(this.about, told[state]);
    setText(this.sent, sent ? fillIn(words.sent, { number: sent }) : words.sent_few);
    this.sent.hidden = state === "waiting";
    this.rule.hidden = this.once.hidden = state !== "closed" || !counted;
    this.open.hidden = state !== "waiting";
    setOff(this.open, !sorting.cards.size);
    this.close.hidden = state !== "open";
    this.take.hidden = state !== "closed";
    setOff(this.take, !sorting.unsorted.some((id) => placed[id] && placed[id].most.length));
    this.again.hidden = state !== "closed";
    this.names.update();
  }
}
