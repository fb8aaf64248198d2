// The projector: large, light on dark, and nothing on it that was not approved.
import { CHECKS } from "./check_names.js";
import { fillIn, make, pressable, setText } from "./element.js";
import { grouped, plainAddress } from "./joining.js";
import { openRoom } from "./room.js";
import {
  agreementSlide, answersSlide, checkSlide, closingSlide, joinSlide, offersSlide, planSlide, questionSlide,
  readingSlide, stepSlide, themesSlide, voteSlide
} from "./slides.js";
import { clock } from "./clock.js";

// Largest first; answers that do not fit one page even in the last are paged in it.
const SIZES = ["1.4", "1.2", "1"];
const READ = ["1.5", "1.4", "1.3", "1.2", "1.1", "1", ".9"];
const SMALLER = ["1", ".9", ".8", ".7", ".6", ".5"];
const AWAKE = 4000;

export default {
  render({ model, el }) {
    const projector = new ProjectorPage(model.get("words"), model.get("questions"), model.get("help"));
    projector.steps = model.get("steps");
    projector.moods = model.get("moods");
    el.append(projector.root);
    projector.begin();
    return () => projector.end();
  },
};

class ProjectorPage {
  constructor(words, questions, help) {
    Object.assign(this, { words, questions, help });
    this.room = openRoom("projector");
    this.drawn = "";
    this.page = 0;
    this.pages = 1;
    this.build(help);
    this.listen();
  }

  build(help) {
    const { words } = this;
    this.topic = make("span");
    this.place = make("span", { role: "status" });
    const back = pressable(words.previous, () => this.turn(-1), { look: "kit-plain" });
    const next = pressable(words.next, () => this.turn(1), { look: "kit-plain" });
    this.pager = make("span", { class: "kit-projector-pager", hidden: true }, back, this.place, next);
    const header = make("div", { class: "kit-projector-meta" }, this.topic, this.pager);
    this.stage = make("div", { class: "kit-projector-stage", onclick: () => this.turn(1) });
    this.join = make("span");
    this.lost = make("span", { class: "kit-projector-lost", role: "status" });
    const lines = help.map(({ name, number }) => fillIn(words.line, { name, number })).join(" · ");
    const helped = make("span", { class: "kit-projector-helped" }, fillIn(words.help, { lines }));
    const footer = make("div", { class: "kit-projector-meta" }, this.join, this.lost, helped);
    this.sheet = make("div", { class: "kit-projector-sheet" }, header, this.stage, footer);
    this.root = make("div", { class: "kit-projector" }, this.sheet);
  }

  listen() {
    this.sized = new ResizeObserver(() => this.fit());
    this.sized.observe(this.stage);
    this.listeners = [
      [document, "keydown", (event) => this.key(event)],
      [document, "pointermove", () => this.wake()],
      [window, "kit:connection", ({ detail }) => this.connected(detail)],
      [window, "kit:leaving", () => this.root.replaceChildren()],
    ];
    for (const [target, name, listener] of this.listeners) target.addEventListener(name, listener);
  }

  async begin() {
    this.tell(this.words[this.room ? "looking" : "no_room"]);
    if (!this.room) return;
    try {
      await this.room.whoAmI();
      this.unfollow = this.room.follow({
        state: (state) => this.update(state),
        gone: () => this.tell(this.words.signed_out),
      });
    } catch (error) {
      if (error.code === "left") return;
      this.tell(error.status === 404 ? this.words.no_room : this.words.signed_out);
    }
  }

  tell(text) {
    this.drawn = "";
    setText(this.topic, "");
    setText(this.join, "");
    this.stage.replaceChildren(make("div", { class: "kit-slide kit-slide-told" }, make("p", {}, text)));
    this.fit();
  }

  update({ version, ...state }) {
    this.root.dataset.blank = state.blank ? "yes" : "no";
    this.sheet.hidden = state.blank;
    const drawn = JSON.stringify(state);
    if (drawn === this.drawn) return;
    if (!this.drawn || topicOf(JSON.parse(this.drawn)) !== topicOf(state)) this.page = 0;
    this.drawn = drawn;
    this.stage.replaceChildren(this.slide(state));
    this.showMeta(state);
    this.fit();
  }

  slide(state) {
    if (state.paused) return stepSlide(this.words.paused, this.words.paused_text);
    const question = this.questions.find(({ key }) => key === state.question);
    if (state.show === "question" && question) {
      return questionSlide(this.words, question, this.questions.length);
    }
    if (state.show === "answers" && question) {
      return answersSlide(this.words, question, state);
    }
    if (state.show === "themes" && question) return themesSlide(this.words, question, state.themes);
    if (state.reading) return readingSlide(state.reading);
    if (state.offers) return offersSlide(this.words, this.questions, state.offers);
    if (state.check) return checkSlide(this.words, this.moods, state.check);
    if (state.closing) return closingSlide(this.words, state.closing, this.help);
    if (state.plan) return planSlide(this.words, state.plan);
    if (state.vote) return voteSlide(this.words, state.vote);
    if (state.agreement.length) return agreementSlide(this.words, state.agreement);
    if (state.show === "step") return this.stepSlide(state.step);
    const source = this.room.address(`qr.svg?code=${state.join.code}&at=${encodeURIComponent(state.join.address)}`);
    return joinSlide(this.words, { ...state, source });
  }

  /** After the evening, what those who lead still do is nobody else's. */
  stepSlide(step) {
    return step ? stepSlide(this.stepName(step), this.until(step)) : stepSlide(this.words.thanks, "");
  }

  stepName({ kind, title }) {
    return title || this.steps[kind];
  }

  /** "Until about 7:40" */
  until({ ends }) {
    return fillIn(this.words.until, { time: clock(ends) });
  }

  showMeta({ show, question, title, join, state, reading, step, paused, vote, plan, offers, check, closing }) {
    if (paused) show = "join";
    const asked = this.questions.find(({ key }) => key === question);
    const on = show === "step" && step ? this.stepName(step) : "";
    const agreed = show === "agreement" ? this.words.agreement : "";
    const other = check ? this.words[CHECKS[check.key]] : closing ? this.words.closing_short : "";
    const voted = vote ? vote.title : plan ? this.words.plan : offers ? this.words.offers : other;
    const topic = on || agreed || voted || (reading ? reading.title : asked && asked.topic);
    const joining = show === "join" || !topic;
    const time = step && !on ? this.until(step) : "";
    setText(this.topic, joining ? "" : [title, topic, time].filter(Boolean).join(" · "));
    const told = { address: plainAddress(join.address), code: grouped(join.code) };
    const shown = !joining && state === "open" && join.address;
    setText(this.join, shown ? fillIn(this.words.join, told) : "");
  }

  /** Find the largest size in which everything can be read, then the pages. */
  fit() {
    const slide = this.stage.firstChild;
    if (!slide || this.sheet.hidden) return;
    const paged = slide.querySelector(".kit-projector-pages");
    const read = slide.classList.contains("kit-slide-reading");
    const sizes = read ? READ : paged ? SIZES : SMALLER;
    for (const size of sizes) {
      this.stage.style.setProperty("--fit", size);
      if (paged ? this.count(paged) === 1 : slide.scrollHeight <= this.stage.clientHeight) break;
    }
    this.pages = paged ? this.count(paged) : 1;
    this.turn(0);
  }

  count(paged) {
    const step = paged.clientWidth + this.gap(paged);
    return Math.max(1, Math.round((paged.scrollWidth + this.gap(paged)) / step));
  }

  gap(paged) {
    return parseFloat(getComputedStyle(paged).columnGap) || 0;
  }

  turn(by) {
    this.page = Math.min(this.pages - 1, Math.max(0, this.page + by));
    const paged = this.stage.querySelector(".kit-projector-pages");
    if (paged) paged.scrollLeft = this.page * (paged.clientWidth + this.gap(paged));
    this.pager.hidden = this.pages === 1;
    const place = { number: this.page + 1, total: this.pages };
    setText(this.place, this.pages === 1 ? "" : fillIn(this.words.page, place));
  }

  key(event) {
    const elsewhere = event.target !== document.body && !this.root.contains(event.target);
    if (elsewhere || event.ctrlKey || event.metaKey || event.altKey) return;
    const by = { ArrowRight: 1, ArrowDown: 1, PageDown: 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1 };
    if (!(event.key in by)) return;
    event.preventDefault();
    this.turn(by[event.key]);
  }

  /** The frame's bar is out of sight until somebody reaches for it. */
  wake() {
    document.body.classList.add("kit-awake");
    clearTimeout(this.asleep);
    this.asleep = setTimeout(() => document.body.classList.remove("kit-awake"), AWAKE);
  }

  connected(state) {
    setText(this.lost, state === "off" ? this.words.lost : "");
  }

  end() {
    this.sized.disconnect();
    for (const [target, name, listener] of this.listeners) target.removeEventListener(name, listener);
    if (this.unfollow) this.unfollow();
  }
}

/** What the wall is about: another one begins at its first page. */
function topicOf({ show, question, layer, reading, step }) {
  const on = show === "step" && step && step.id;
  return JSON.stringify([show, question, layer, reading && [reading.section, reading.part], on]);
}
