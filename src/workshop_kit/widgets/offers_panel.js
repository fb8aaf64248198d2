// Offers: how many people filled in each part, and the contacts that people left.
import { ContactList } from "./contact_list.js";
import { fillIn, make, pressable, setText } from "./element.js";

const ASKS_FOR_OFFERS = "q7";

export class OffersPanel {
  /** `act(what)` makes an action of something that was offered. */
  constructor(desk, act) {
    Object.assign(this, { desk, act });
    this.seen = "";
    this.shown = [];
    const words = (this.words = desk.words.offers);
    this.counts = make("ul", { class: "kit-offers-counts" });
    this.none = make("p", { class: "kit-quiet" }, words.no_counts);
    const show = () => desk.putScreen({ show: "offers", question: null }, words.shown);
    this.show = pressable(words.show, show, { look: "kit-plain" });
    this.nobody = make("p", { class: "kit-quiet" }, words.nobody_named);
    this.summary = make("summary");
    this.told = make("p", { class: "kit-quiet" });
    this.lists = make("div", { class: "kit-stack" });
    this.contacts = make("details", {}, this.summary, this.told, this.lists);
    this.contacts.addEventListener("toggle", () => this.look());
    const parts = [make("p", {}, words.lead), this.counts, this.none, this.show, this.nobody, this.contacts];
    this.element = make("div", { class: "kit-offers kit-stack" }, ...parts);
  }

  update({ feed, session, questions }) {
    const { words } = this;
    const { parts, contacts } = feed.offers;
    this.drawCounts(questions.find(({ key }) => key === ASKS_FOR_OFFERS).parts, parts);
    this.show.hidden = feed.state !== "open" || this.counts.hidden;
    this.nobody.hidden = feed.state === "closed" || contacts > 0 || session.recipients !== "";
    this.contacts.hidden = contacts === 0;
    setText(this.summary, fillIn(words.contacts, { number: contacts }));
    this.look();
  }

  drawCounts(asked, parts) {
    const { words } = this;
    this.counts.hidden = Object.keys(parts).length === 0;
    this.none.hidden = !this.counts.hidden;
    const line = ({ key, label }) => fillIn(words.part, { label, number: parts[key] || words.few });
    const lines = this.counts.hidden ? [] : asked.map(line);
    if (lines.join("\n") === this.drawn) return;
    this.drawn = lines.join("\n");
    this.counts.replaceChildren(...lines.map((text) => make("li", {}, text)));
  }

  /** Names are on the page only while somebody has unfolded them, and may see them. */
  look() {
    const { desk, words, contacts } = this;
    const open = contacts.open && !contacts.hidden;
    const waits = desk.feed.questions[ASKS_FOR_OFFERS] === "open" && desk.feed.state === "open";
    const seen = open && !waits ? `${desk.feed.offers.mark} ${desk.session.state}` : "";
    setText(this.told, waits ? words.wait : words.reading);
    this.told.hidden = Boolean(seen) && seen === this.seen && this.read;
    if (seen === this.seen) return this.shown.forEach((one) => one.update());
    this.seen = seen;
    this.read = false;
    this.draw([]);
    if (seen) this.load(seen);
  }

  draw(shown) {
    const here = this.lists.contains(document.activeElement);
    this.shown = shown;
    this.lists.replaceChildren(...shown.map(({ element }) => element));
    if (here) this.summary.focus();
  }

  async ask() {
    const { desk } = this;
    return (await desk.room.get("contacts", { trying: (error) => desk.voice.trying(error) })).lists;
  }

  /** The files for some recipients as they are at this moment: nothing that was taken back is saved. */
  async filesFor(recipients) {
    const { desk, words } = this;
    try {
      const now = (await this.ask()).find((one) => one.recipients === recipients);
      if (now) return now.files;
      desk.voice.say(words.none_left, { wrong: true });
    } catch (error) {
      desk.voice.complain(error);
    }
    return null;
  }

  async load(seen) {
    const { desk } = this;
    try {
      const lists = await this.ask();
      if (seen !== this.seen) return;
      this.read = true;
      this.draw(lists.map((one) => new ContactList(this, one)));
    } catch (error) {
      if (error.code !== "question_open") desk.voice.complain(error);
    }
    this.look();
  }
}
