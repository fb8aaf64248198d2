// The scribe's page: enter for others. It sees how questions stand, and no answers.
import { make, setText } from "./element.js";
import { ForOthers } from "./for_others.js";
import { openRoom } from "./room.js";
import { TableEntry } from "./table_entry.js";
import { Voice } from "./voice.js";

export default {
  render({ model, el }) {
    const scribe = new ScribePage(model.get("words"), model.get("questions"));
    el.append(scribe.root);
    scribe.begin();
    return () => scribe.end();
  },
};

class ScribePage {
  constructor(words, questions) {
    Object.assign(this, { words, questions });
    this.room = openRoom("scribe");
    this.voice = new Voice(words.desk);
    this.title = make("h1", {}, words.scribe.title);
    this.note = make("p", { class: "kit-scribe-note", role: "status" });
    this.states = make("ol", { class: "kit-scribe-states" });
    this.form = make("section", { class: "kit-card", "aria-label": words.scribe.title, hidden: true });
    this.list = make("section", { class: "kit-card", "aria-label": words.scribe.questions });
    this.list.append(make("h2", {}, words.scribe.questions), this.states);
    this.list.hidden = true;
    const lead = make("p", {}, words.scribe.lead);
    this.root = make("div", { class: "kit-panel kit-scribe" }, this.title, lead, this.note, this.form, this.list);
    this.root.append(this.voice.element);
    this.leaving = () => this.root.replaceChildren();
    window.addEventListener("kit:leaving", this.leaving);
  }

  async begin() {
    setText(this.note, this.words.desk[this.room ? "looking" : "no_room"]);
    if (!this.room) return;
    try {
      await this.room.whoAmI({ trying: (error) => this.voice.trying(error) });
      this.build();
      const gone = () => this.gone();
      this.unfollow = this.room.follow({ state: (feed) => this.update(feed), gone });
    } catch (error) {
      if (error.status === 401) this.gone();
      else if (error.code !== "left") setText(this.note, this.refused(error));
    }
  }

  build() {
    this.others = new ForOthers(this.room, this.voice, this.questions, this.words.others);
    this.tables = new TableEntry(this.room, this.questions, this.words.tables);
    this.form.append(this.others.element, this.tables.element);
    this.rows = this.questions.map(({ number, topic }) => {
      const state = make("span", { class: "kit-scribe-state" });
      this.states.append(make("li", {}, make("span", {}, `${number}. ${topic}`), state));
      return state;
    });
  }

  update(feed) {
    const { scribe, questions } = this.words;
    setText(this.note, feed.state === "open" ? "" : scribe[feed.state]);
    this.form.hidden = feed.state !== "open";
    this.list.hidden = feed.state === "closed";
    this.questions.forEach(({ key }, place) => {
      const state = feed.questions[key];
      this.rows[place].dataset.state = state;
      setText(this.rows[place], questions[state]);
    });
    this.others.update(feed);
    this.tables.update(feed.tables);
  }

  refused(error) {
    return error.status === 404 ? this.words.desk.no_room : error.message;
  }

  gone() {
    const again = make("a", { href: `${this.room.base}helper` }, this.words.scribe.enter_code);
    this.form.hidden = this.list.hidden = true;
    this.note.replaceChildren(this.words.scribe.signed_out, " ", again);
  }

  end() {
    window.removeEventListener("kit:leaving", this.leaving);
    if (this.unfollow) this.unfollow();
  }
}
