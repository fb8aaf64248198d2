// The head of the facilitator's page: which workshop, how it stands, who is here, blank.
import { longDate } from "./dates.js";
import { fillIn, make, setText } from "./element.js";

export class BoardHeader {
  constructor(desk, cover) {
    this.words = desk.words.header;
    this.cover = cover;
    this.title = make("h1");
    this.date = make("span");
    this.state = make("span", { class: "kit-status" });
    this.people = make("span", { class: "kit-people" });
    this.summary = make("summary", {}, this.words.names);
    this.list = make("p");
    this.names = make("details", { class: "kit-names", hidden: true }, this.summary, this.list);
    const facts = make("p", { class: "kit-facts" }, this.date, this.state, this.people);
    const base = desk.room ? desk.room.base : "";
    const notes = make("a", { href: `${base}notes` }, this.words.notes);
    const others = make("a", { href: `${base}sign-in` }, this.words.others);
    const links = make("nav", { class: "kit-links", "aria-label": this.words.links }, notes, others);
    const blank = make("div", { class: "kit-blank" }, cover.pause, cover.start, cover.shortcut);
    const text = make("div", {}, this.title, facts, this.names, links);
    this.element = make("header", { class: "kit-board-header" }, text, blank);
  }

  update({ session, feed }) {
    const words = this.words;
    setText(this.title, session.title);
    setText(this.date, [longDate(session.held_on), session.community].filter(Boolean).join(" · "));
    setText(this.state, words[feed.state]);
    this.state.dataset.state = feed.state;
    const { joined, connected, names } = feed.people;
    setText(this.people, fillIn(words.people, { joined, connected }));
    this.people.hidden = feed.state === "draft";
    this.names.hidden = !session.first_names_allowed || names.length === 0;
    setText(this.list, names.join(", "));
  }
}
