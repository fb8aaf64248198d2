// The contacts for one who was named: read them, make actions of offers, save them for who gets them.
import { fillIn, make, pressable } from "./element.js";
import { saveFile } from "./save_file.js";
import { TwoSteps } from "./two_steps.js";

export class ContactList {
  /** `panel` makes actions of offers, and has the files anew when they are wanted. */
  constructor(panel, { recipients, until, contacts }) {
    const { desk, act } = panel;
    Object.assign(this, { panel, desk, act, recipients });
    const words = (this.words = desk.words.offers);
    const heading = make("h3", {}, fillIn(words.only_for, { recipients }));
    this.rows = contacts.map((contact) => this.row(contact));
    const list = make("ul", { class: "kit-contacts" }, ...this.rows.map(({ element }) => element));
    const labels = { start: fillIn(words.save, { recipients }), sure: words.save_page, no: words.not_now };
    const table = pressable(words.save_table, async () => (await this.save("table")) && this.steps.away(), { look: "kit-plain" });
    this.steps = new TwoSteps(labels, () => this.save("page"), { inside: table });
    this.steps.explain(fillIn(words.save_text, { recipients, until }));
    this.element = make("section", {}, heading, list, this.steps.element);
    this.update();
  }

  row({ name, reach, offer }) {
    const what = offer.trim().replace(/\s+/g, " ").slice(0, 200);
    const take = pressable(this.words.action, () => this.act(what), { look: "kit-plain", about: what });
    const told = [make("strong", {}, name), make("span", {}, reach), make("p", { class: "kit-words" }, offer)];
    return { what, take, element: make("li", {}, ...told, take) };
  }

  /** What is an action already is not offered again. */
  update() {
    const known = this.desk.feed.plan.actions.map(({ what }) => what);
    for (const { what, take } of this.rows) take.hidden = known.includes(what);
  }

  async save(kind) {
    const files = await this.panel.filesFor(this.recipients);
    if (!files) return false;
    const { name, type, text } = files[kind];
    saveFile(name, text, type);
    this.desk.voice.say(fillIn(this.words.saved, { name }));
    return true;
  }
}
