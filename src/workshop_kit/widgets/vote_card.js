// One vote on the board: how it stands, its buttons, hands, and the count once it is closed.
import { fillIn, focusOn, make, pressable, setText, uniqueId } from "./element.js";
import { Hands } from "./hands.js";
import { resultList } from "./vote_result.js";

export class VoteCard {
  constructor(desk, panel, vote) {
    this.desk = desk;
    this.panel = panel;
    this.id = vote.id;
    this.words = desk.words.vote;
    this.heading = make("h3", { id: uniqueId() });
    this.state = make("p", { class: "kit-quiet" });
    this.options = make("ul", { class: "kit-vote-options" });
    this.result = make("div");
    this.talk = make("p", { class: "kit-vote-talk" }, this.words.talk);
    this.makeButtons();
    const choices = vote.options.map(({ id, text }) => [id, text]);
    this.hands = new Hands(choices, this.words, (hands) => this.saveHands(hands));
    const row = make("div", { class: "kit-row" }, this.open, this.close, this.again, this.show, this.phones, this.remove);
    const parts = [this.heading, this.state, this.options, this.result, this.talk, row, this.hands.element];
    this.element = make("section", { class: "kit-vote", "aria-labelledby": this.heading.id }, ...parts);
  }

  makeButtons() {
    const { words } = this;
    const plain = { look: "kit-plain" };
    this.open = pressable(words.open, () => this.turn("open", words.opened));
    this.close = pressable(words.close, () => this.turn("closed", words.closed));
    this.again = pressable(words.again, () => this.turn("open", words.opened), plain);
    this.show = pressable(words.show, () => this.onTheWall(words.shown), plain);
    this.phones = pressable("", () => this.letSee(), plain);
    this.remove = pressable(words.remove, () => this.panel.remove(this.vote), plain);
  }

  /** The focus comes here. */
  take() {
    focusOn(this.heading);
  }

  async turn(state, done) {
    const change = (body) => ({ ...body, state, shown: false });
    if (!(await this.panel.write(this.id, change, done))) return;
    this.take();
    if (state === "open") await this.onTheWall(done);
  }

  onTheWall(done) {
    return this.desk.putScreen({ show: "vote", vote: this.id, question: null }, done);
  }

  letSee() {
    const shown = !this.vote.shown;
    const done = shown ? this.words.phones_see : this.words.phones_not;
    return this.panel.write(this.id, (body) => ({ ...body, shown }), done);
  }

  saveHands(hands) {
    return this.panel.write(this.id, (body) => ({ ...body, hands }), this.words.hands_saved);
  }

  update(vote) {
    const { words } = this;
    const had = this.element.contains(document.activeElement) && document.activeElement;
    this.vote = vote;
    const { state, options, dots, most, result, ballots } = vote;
    setText(this.heading, vote.title);
    const told = [words[`state_${state}`], fillIn(words.rules, { dots, most })];
    if (state !== "waiting") told.push(fillIn(words.ballots, { number: ballots }));
    setText(this.state, told.join(" "));
    if (!this.options.childNodes.length) this.options.append(...options.map(({ text }) => make("li", {}, text)));
    this.options.hidden = Boolean(result);
    this.result.replaceChildren(...(result ? [resultList(options, result, words)] : []));
    this.talk.hidden = !result;
    this.drawButtons(vote);
    this.hands.draw(vote.hands || {});
    if (had && had.hidden) this.take();
  }

  drawButtons({ state, shown, ballots }) {
    const running = this.desk.feed.state === "open";
    this.open.hidden = state !== "waiting" || !running;
    this.close.hidden = state !== "open";
    this.again.hidden = state !== "closed" || !running;
    this.show.hidden = state === "waiting" || !running;
    this.phones.hidden = state !== "closed" || !running;
    setText(this.phones, this.words[shown ? "no_phones" : "let_phones"]);
    this.remove.hidden = ballots > 0 || state === "open";
  }
}
