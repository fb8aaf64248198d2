// Help lines that nobody checked lately: which, since when, and what to do about it.
import { longDate } from "./dates.js";
import { fillIn, make, pressable, setText } from "./element.js";

const DAYS = 30;
const DAY = 24 * 60 * 60 * 1000;

export class HelpNag {
  constructor(desk) {
    this.desk = desk;
    const words = (this.words = desk.words.nag);
    this.list = make("ul", { class: "kit-nag-lines" });
    this.lead = make("p", {}, fillIn(words.lead, { number: DAYS }));
    const done = () => desk.putSession({ help_lines: { dialled: true } }, words.done);
    this.button = pressable(words.dialled, done);
    this.heading = make("h2", {}, words.title);
    this.asking = make("div", { class: "kit-nag-asking" }, this.heading, this.lead, this.list, this.button);
    this.checked = make("p", { class: "kit-status kit-nag-checked" });
    const attributes = { class: "kit-nag", "aria-label": words.title, hidden: true };
    this.element = make("section", attributes, this.asking, this.checked);
  }

  update({ session, feed, help }) {
    const { checked_on: day, dialled } = session.help_lines || {};
    const here = dialled && !isOld(day);
    const old = help.filter(({ last_checked: known }) => isOld(known));
    this.element.hidden = feed.state === "closed" || (!here && old.length === 0);
    const held = document.activeElement === this.button;
    this.asking.hidden = here;
    this.checked.hidden = !here;
    setText(this.checked, here ? fillIn(this.words.checked, { date: longDate(day) }) : "");
    if (held && here) this.took();
    this.draw(old, feed.state === "draft");
  }

  /** The button is gone: who pressed it goes on reading what came of it. */
  took() {
    this.checked.setAttribute("tabindex", "-1");
    this.checked.focus();
  }

  /** Before opening the numbers stand below, large. */
  draw(old, below) {
    const now = `${below} ${old.map(({ key, last_checked: day }) => `${key} ${day}`).join()}`;
    if (this.list.dataset.now === now) return;
    this.list.dataset.now = now;
    this.list.replaceChildren(...old.map((line) => make("li", {}, ...this.line(line, below))));
  }

  line({ key, name, number, tel, last_checked: day }, below) {
    const { words } = this;
    if (key === "emergency") return [make("strong", {}, `${name}. `), fillIn(words.emergency, { number })];
    const told = day ? fillIn(words.since, { date: longDate(day) }) : words.unknown;
    const link = below ? "" : make("a", { href: tel, class: "kit-help-number" }, number);
    return [make("strong", {}, name), " ", link, " ", told];
  }
}

/** Whether a day, such as 2026-03-14, is not known or more than 30 days ago. */
function isOld(day) {
  return !day || Date.now() - new Date(`${day}T12:00`).getTime() > (DAYS + 0.5) * DAY;
}
