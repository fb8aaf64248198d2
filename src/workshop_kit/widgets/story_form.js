// The group's own stories: a form and a list for who leads, an invitation for everybody else.
import { fillIn, focusOn, make, pressable, setText } from "./element.js";
import { newId } from "./new_id.js";
import { openRoom } from "./room.js";
import { StoryFields } from "./story_fields.js";
import { storyItem } from "./story_list.js";
import { Voice } from "./voice.js";

export default {
  render({ model, el }) {
    const page = new StoryPage(model.get("words"), model.get("max_partners"));
    el.append(page.root);
    page.begin();
    return () => page.end();
  },
};

const NEW = "";
const LINES = { title: 1, did: 5, partners: 3, changed: 3, link: 1 };

class StoryPage {
  constructor(words, maxPartners) {
    Object.assign(this, { words, maxPartners });
    this.stories = new Map();
    this.drafts = new Map(); // what was typed of one story while another is changed
    this.removed = null;
    this.changing = null;
    this.note = make("p", {}, words.invitation);
    this.place = make("div", { class: "kit-story-place" });
    const parts = [make("h2", {}, words.heading), this.note, this.place, this.paper()];
    this.root = make("section", { class: "kit-panel kit-stories", "aria-label": words.heading });
    this.root.append(...parts);
    this.leaving = () => this.root.replaceChildren();
    window.addEventListener("kit:leaving", this.leaving);
  }

  /** On paper: a heading for each part, and lines to write on. */
  paper() {
    const part = ([name, lines]) => {
      const rows = Array.from({ length: lines }, () => make("i"));
      return make("div", {}, make("b", {}, this.words[name]), ...rows);
    };
    const caution = make("p", {}, this.words.caution);
    const parts = Object.entries(LINES).map(part);
    return make("div", { class: "kit-story-paper", "aria-hidden": "true" }, caution, ...parts);
  }

  async begin() {
    if (!(await mayLead())) return;
    const room = openRoom("facilitator");
    try {
      await room.whoAmI();
    } catch {
      return; // somebody else's page: the invitation stands
    }
    this.room = room;
    this.build();
    await this.load();
  }

  build() {
    const { words } = this;
    this.voice = new Voice(words);
    this.fields = new StoryFields(words, this.maxPartners);
    this.list = make("ul", { class: "kit-story-list" });
    this.none = make("p", { class: "kit-quiet" }, words.none);
    this.lost = make("p");
    const undo = pressable(words.undo, () => this.bringBack(), { look: "kit-plain" });
    this.gone = make("div", { class: "kit-row kit-story-gone", hidden: true }, this.lost, undo);
    this.undo = undo;
    this.formTitle = make("h3", {}, words.new);
    this.caution = make("p", { class: "kit-story-caution" }, words.caution);
    const title = make("h3", {}, words.stories);
    setText(this.note, words.lead);
    this.place.append(title, this.none, this.list, this.gone, this.form(), this.voice.element);
  }

  form() {
    const { words } = this;
    this.save = make("button", { type: "submit", class: "kit-button" }, words.save);
    this.cancel = pressable(words.cancel, () => this.stop(), { look: "kit-plain" });
    this.cancel.hidden = true;
    const row = make("div", { class: "kit-row" }, this.save, this.cancel);
    const parts = [this.formTitle, this.caution, this.fields.element, row];
    const form = make("form", { class: "kit-card", novalidate: "", autocomplete: "off" }, ...parts);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.submitted();
    });
    return form;
  }

  async load() {
    const found = await this.voice.attempt((options) => this.room.get("entries", options));
    if (!found) return;
    const stories = found.entries.filter(({ kind }) => kind === "story");
    this.stories = new Map(stories.map(({ key, revision, body }) => [key, { revision, body }]));
    this.draw();
  }

  draw() {
    const { compare } = new Intl.Collator(document.documentElement.lang || "en");
    const sorted = [...this.stories].sort(([, one], [, other]) => compare(one.body.title, other.body.title));
    const item = ([key, story]) => {
      const on = { change: () => this.change(key), remove: () => this.remove(key) };
      return storyItem(story, this.words, on);
    };
    this.list.replaceChildren(...sorted.map(item));
    this.none.hidden = sorted.length > 0;
    this.gone.hidden = !this.removed;
    const title = this.removed ? this.removed.body.title : "";
    setText(this.lost, title ? fillIn(this.words.removed, { title }) : "");
    setText(this.formTitle, this.changing ? this.words.changing : this.words.new);
    this.cancel.hidden = !this.changing;
  }

  async submitted() {
    if (this.save.getAttribute("aria-busy") === "true" || !this.fields.check()) return;
    this.save.setAttribute("aria-busy", "true");
    const key = this.changing || (this.coming = this.coming || newId().slice(0, 12));
    const kept = await this.put(key, this.fields.read(), this.words.saved);
    this.save.removeAttribute("aria-busy");
    if (kept) this.stop();
  }

  /** Write a story. Where another window wrote in between, show that one and keep what was typed. */
  put(key, body, done) {
    const { revision = 0 } = this.stories.get(key) || {};
    return this.attempt(async (options) => {
      const receipt = await this.room.put(`entries/story/${key}`, { revision, body }, options);
      this.stories.set(key, { revision: receipt.revision, body });
      this.draw();
      return receipt;
    }, key, done);
  }

  async attempt(action, key, done) {
    try {
      const result = await action({ trying: (error) => this.voice.trying(error) });
      this.voice.say(done);
      return result;
    } catch (error) {
      if (error.code === "stale_revision") this.elsewhere(key, error.current);
      else this.voice.complain(error);
      return null;
    }
  }

  elsewhere(key, current) {
    if (current) this.stories.set(key, current);
    else this.stories.delete(key);
    this.draw();
    this.voice.say(this.words[current ? "elsewhere" : "gone"], { wrong: true });
  }

  change(key) {
    if (key !== this.changing) {
      this.drafts.set(this.changing || NEW, this.fields.read());
      this.changing = key;
      this.fields.write(this.drafts.get(key) || this.stories.get(key).body);
      this.draw();
    }
    this.fields.focus();
  }

  stop() {
    this.leave();
    focusOn(this.formTitle);
  }

  /** Back to the new story, with what was typed of it. */
  leave() {
    if (!this.changing) this.coming = null;
    this.drafts.delete(this.changing || NEW);
    this.changing = null;
    this.fields.write(this.drafts.get(NEW));
    this.draw();
  }

  async remove(key) {
    const { revision, body } = this.stories.get(key);
    const gone = (error) => {
      if (error.code !== "unknown_entry") throw error;
      return {}; // an earlier try's answer was lost, or another window was first
    };
    const place = `entries/story/${key}`;
    const take = (options) => this.room.takeBack(place, { revision }, options).catch(gone);
    const told = fillIn(this.words.removed, { title: body.title });
    if (!(await this.attempt(take, key, told))) return;
    this.stories.delete(key);
    this.removed = { key, body };
    if (this.changing === key) this.leave();
    this.draw();
    this.undo.focus();
  }

  async bringBack() {
    const { key, body } = this.removed;
    if (!(await this.put(key, body, this.words.back))) return;
    this.removed = null;
    this.draw();
    focusOn(this.formTitle);
  }

  end() {
    window.removeEventListener("kit:leaving", this.leaving);
  }
}

/** A participant's page asks who it is anyway; only where nobody takes part is more to ask. */
async function mayLead() {
  const room = openRoom("participant");
  if (!room) return false;
  try {
    const { roles } = await room.whoAmI();
    return roles.includes("facilitator");
  } catch (error) {
    return error.stranger;
  }
}
