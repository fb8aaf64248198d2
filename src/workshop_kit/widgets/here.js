// On every page of somebody who has joined: the pause, where the group is, and a way to talk to someone.
import { Calm } from "./calm.js";
import { makeOffer } from "./offer.js";
import { ReadAlready } from "./read_already.js";
import { openRoom } from "./room.js";
import { TalkCard } from "./talk_card.js";
import { together, whereabouts } from "./whereabouts.js";

// The page of the nine questions has a pause and an offer of its own.
const FORM = "reflect";
// What a kind of entry takes part in.
const ANSWERS = { ballot: "vote", mood: "check", card_sort: "sort" };

class Here {
  /** `told` is {words, questions, steps}, as the page has it. */
  constructor(told, room) {
    this.room = room;
    this.page = document.body.dataset.page;
    this.content = document.getElementById("content");
    this.calm = new Calm(told.words, () => this.read(["pause"]), 1);
    this.offer = makeOffer(told.words, (key) => this.go(key), () => this.stay());
    this.talk = new TalkCard(told.words, room);
    this.seen = { ...told, page: this.page, base: room.base, form: `${room.base}${FORM}`, said: new Set() };
    this.told = []; // what the room says now
    this.paused = false;
    this.over = false;
    window.addEventListener("kit:leaving", () => this.end());
    window.addEventListener("stored:ready", () => this.draw()); // a section's questions stand now
  }

  /** Somebody who has not joined sees nothing of all this. */
  async begin() {
    if (this.page !== FORM) this.stand(); // what is to be read out has to be there before
    try {
      const { session, entries } = await this.room.whoAmI();
      this.already = new ReadAlready(session);
      for (const { kind, key } of entries) this.seen.said.add(`${ANSWERS[kind]} ${key}`);
    } catch {
      return this.end();
    }
    if (this.over) return;
    document.getElementById("kit-help-title").before(this.talk.element);
    this.room.follow({ state: (state) => this.heard(state), gone: () => this.end() });
  }

  stand() {
    const [top, foot] = [this.calm.element, this.offer.node];
    top.classList.add("here");
    foot.classList.add("here");
    this.cells = document.getElementById("kit-cells");
    this.cells.before(top);
    document.body.append(foot);
  }

  heard(state) {
    const opened = state.state === "open";
    this.talk.draw(opened);
    this.told = opened ? whereabouts(state, this.seen) : [];
    this.paused = opened && state.paused;
    const ids = this.told.map(({ id }) => id);
    this.already.only(this.paused ? [...ids, "pause"] : ids);
    if (this.page === FORM) this.already.add(ids); // told there
    else this.draw();
  }

  draw() {
    if (!this.cells || this.over) return;
    this.pause(this.paused && !this.already.has("pause"));
    this.offer.draw(this.calm.shown ? null : together(this.told.filter(({ id }) => !this.already.has(id))));
  }

  /** Hide what there is to read, and bring it back as it was: the place, and the field one was in. */
  pause(shown) {
    const { calm, content } = this;
    if (shown === calm.shown) return;
    if (shown) Object.assign(this, { height: window.scrollY, field: document.activeElement });
    const onward = content.querySelector(".frame-onward");
    calm.draw(shown, [this.cells, onward].filter(Boolean), () => content);
    if (!shown && document.activeElement === content && this.cells.contains(this.field)) {
      this.field.focus({ preventScroll: true });
    }
    window.scrollTo(0, shown ? 0 : this.height);
  }

  read(ids) {
    this.already.add(ids);
    this.draw();
  }

  stay() {
    this.read(this.told.map(({ id }) => id));
    this.content.focus({ preventScroll: true });
  }

  /** To a question that this very page asks. */
  go(id) {
    this.stay();
    const sheet = document.getElementById(id);
    sheet.querySelector("[tabindex]").focus();
    sheet.scrollIntoView({ block: "start" });
  }

  /** The person leaves, or the room no longer knows this page. */
  end() {
    this.over = true;
    if (this.cells) this.pause(false);
    for (const one of [this.calm.element, this.offer.node, this.talk.element]) one.remove();
  }
}

const begin = () => {
  const told = JSON.parse(document.getElementById("kit-here").textContent);
  new Here(told, openRoom("participant")).begin();
};

// It may come before the page has.
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin);
else begin();
