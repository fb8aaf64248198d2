// What the facilitator's panels share: the room, the session, the latest state, one voice.
import { fillIn } from "./element.js";
import { Evening } from "./evening.js";
import { RoomEntries } from "./room_entries.js";
import { nameOf } from "./step_words.js";

// A session goes only forward.
const STATES = ["draft", "open", "closed"];
const READ = { section: null, part: null, vote: null, check: null, language: "" };
const SCREEN = { show: "join", blank: false, paused: false, question: null, address: "", layer: "alone", ...READ };

export class Desk {
  constructor(room, voice, { words, questions, help, guidance, readings, agenda, agreement, moods, content }) {
    this.room = room;
    this.voice = voice;
    this.words = words;
    this.questions = questions;
    this.help = help;
    this.guidance = guidance;
    this.readings = readings;
    this.agenda = agenda;
    this.agreement = agreement;
    this.moods = moods;
    this.content = content;
    this.evening = new Evening(this);
    this.entries = new RoomEntries(room);
    this.session = null;
    this.feed = null;
    this.chosen = questions[0].key;
    this.panels = [];
  }

  /** Learn who and where we are, then follow the room. `gone` is told when we are signed out. */
  async begin(gone) {
    await this.room.whoAmI({ trying: (error) => this.voice.trying(error) });
    await this.reload();
    return this.room.follow({ state: (feed) => this.heard(feed), gone });
  }

  async reload() {
    const [session] = await Promise.all([this.room.get("session"), this.entries.load()]);
    this.session = session;
  }

  heard(feed) {
    const first = this.feed === null;
    const { revision, ...screen } = feed.screen;
    this.entries.heard("screen", "projector", revision, screen);
    this.evening.heard(feed.agenda);
    const turned = this.session.state !== feed.state;
    this.feed = { ...feed, state: this.later(feed.state, this.session.state) };
    if (first && feed.now) this.chosen = feed.now;
    this.refresh();
    if (turned) this.attempt(async () => this.reload()).then(() => this.refresh());
  }

  later(one, other) {
    return STATES[Math.max(STATES.indexOf(one), STATES.indexOf(other))];
  }

  refresh() {
    for (const panel of this.panels) panel.update(this);
  }

  choose(key) {
    this.chosen = key;
    this.refresh();
  }

  get question() {
    return this.questions.find((question) => question.key === this.chosen);
  }

  /** How a question stands; the end of a session closes every question that has answers. */
  stateOf(key) {
    const state = this.feed.questions[key];
    const begun = state === "open" || this.feed.counts[key].answered > 0;
    return this.feed.state === "closed" && begun ? "closed" : state;
  }

  get screen() {
    return { ...SCREEN, ...this.entries.body("screen", "projector") };
  }

  /** Where people may join: one public address, or what the laptop has now. */
  get addresses() {
    return this.feed.public_url ? [this.feed.public_url] : this.feed.addresses;
  }

  /** "Question 3" */
  named(key) {
    const { number } = this.questions.find((question) => question.key === key);
    return fillIn(this.words.desk.question, { number });
  }

  readingOf({ section, part }) {
    return this.readings.find((one) => one.section === section && one.part === part) || null;
  }

  /** "Question: How to start" */
  stepName(step) {
    const topic = (wanted) => this.questions.find(({ key }) => key === wanted).topic;
    const heading = (read) => (this.readingOf(read) || { heading: "" }).heading;
    return nameOf(step, this.agenda.steps, { topic, heading }, this.words.agenda);
  }

  attempt(action, done = "") {
    return this.voice.attempt(action, done);
  }

  /** Keep an address without a word; where that fails, the next page does it. */
  storeAddress(address) {
    const change = (body) => ({ ...SCREEN, ...body, address });
    return this.entries.put("screen", "projector", change).catch(() => {});
  }

  /** Change what the projector shows; `change` holds the fields that differ. */
  putScreen(change, done = "") {
    const write = (options) =>
      this.entries.put("screen", "projector", (body) => ({ ...SCREEN, ...body, ...change }), options);
    return this.attempt(write, done).then((result) => {
      this.refresh();
      return result;
    });
  }

  putQuestion(key, state, options) {
    return this.entries.put("question", key, () => ({ state }), options);
  }

  /** Let the tables write an answer to an open question as well, or no longer; return whether it is open. */
  async bringToTables(key, tables, options) {
    const change = (body) => (body.state === "open" ? { ...body, tables } : body);
    const write = (body) => change(body || { state: "open" });
    await this.entries.put("question", key, write, options);
    const now = this.entries.body("question", key);
    const { [key]: _marks, ...others } = this.feed.tables;
    this.feed = { ...this.feed, tables: now.tables ? { ...others, [key]: {} } : others };
    return { open: now.state === "open" };
  }

  /** Let phones see what is approved in one layer of a closed question, or no longer. */
  async reveal(key, layer, on, options) {
    // Where another window opened the question again, the room refuses; it stays open.
    const others = (body) => (body && body.revealed ? body.revealed : []).filter((one) => one !== layer);
    const write = (body) => ({
      state: body ? body.state : "closed",
      revealed: on ? [...others(body), layer] : others(body),
    });
    const receipt = await this.entries.put("question", key, write, options);
    const { revealed } = this.entries.body("question", key);
    const layers = { ...this.feed.layers, [key]: { ...this.feed.layers[key], revealed } };
    this.feed = { ...this.feed, layers };
    this.refresh();
    return receipt;
  }

  /** Change the session itself. It has no revision: what was asked for last, stands. */
  async putSession(fields, done = "") {
    const { room } = this;
    const session = await this.attempt((options) => room.put("session", fields, options), done);
    if (session) {
      this.session = session;
      this.feed = { ...this.feed, state: this.later(this.feed.state, session.state) };
    } else await this.reload().catch(() => {});
    this.refresh();
    return session;
  }
}
