// On every page of somebody who has joined: the pause, where the group is, and a way to talk to someone.
import { Calm } from "./calm.js";
import { makeOffer } from "./offer.js";
import { ReadAlready } from "./read_already.js";
import { openRoom } from "./room.js";
import { TalkCard } from "./talk_card.js";
import { onWake } from "./wake.js";
import { firstOf, whereabouts } from "./whereabouts.js";

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
    this.seen = { ...told, page: this.page, base: room.base, form: `${room.base}${FORM}` };
    this.state = null; // what the feed said last
    this.told = []; // what that means here
    this.looking = false; // whether the room is asked what this person took part in
    this.woke = false;
    this.paused = false;
    this.over = false;
    window.addEventListener("kit:leaving", () => this.end());
    window.addEventListener("stored:ready", () => this.again()); // a section's questions stand now
    window.addEventListener("kit:identity", () => this.again()); // any part of the page may have asked
    onWake(() => (this.woke = true));
  }

  /** Somebody who has not joined sees nothing of all this. */
  async begin() {
    if (this.page !== FORM) this.stand(); // what is to be read out has to be there before
    try {
      const { session } = await this.room.whoAmI();
      this.already = new ReadAlready(session);
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
    const before = this.told;
    this.state = state;
    this.tell();
    if (this.page === FORM) return; // it asks for itself, and has an offer of its own
    const known = [this.room.identity.mark, this.learned].includes(state.details);
    this.learned = state.details; // asked for once, however often the feed tells it meanwhile
    if (!known || this.mayBeDone(before)) this.lookAgain();
    this.draw();
  }

  /** Work out what there is to tell, from what the room said last. */
  tell() {
    const { room, seen, state } = this;
    const opened = state.state === "open";
    this.talk.draw(opened);
    const said = new Set(room.identity.entries.map(({ kind, key }) => `${ANSWERS[kind]} ${key}`));
    this.told = opened ? whereabouts(state, { ...seen, said }) : [];
    this.paused = opened && state.paused;
    const ids = this.told.map(({ id }) => id);
    this.already.only(this.paused ? [...ids, "pause"] : ids);
    if (this.page === FORM) this.already.add(ids); // told there
  }

  again() {
    if (!this.state || this.over) return;
    this.tell();
    this.draw();
  }

  get unread() {
    return this.told.filter(({ id }) => !this.already.has(id));
  }

  /** Whether this person may have done in another tab what is about to be told. */
  mayBeDone(before) {
    const waits = this.unread.filter(({ once }) => once);
    const ids = (told) => told.map(({ id }) => id);
    const moved = ids(before).join() !== ids(this.told).join();
    return this.woke ? waits.length > 0 : moved && waits.some(({ id }) => ids(before).includes(id));
  }

  /** Ask who one is and what one took part in; the offer stands as it is until that is known. */
  async lookAgain() {
    this.woke = false;
    this.looking = true;
    this.room.wake(); // an earlier reply is out of date
    await this.room.whoAmI().catch(() => {}); // who is a stranger hears so from the feed
    this.looking = false;
    this.draw();
  }

  draw() {
    if (!this.cells || this.over) return;
    this.pause(this.paused && !this.already.has("pause"));
    if (this.looking && !this.calm.shown) return;
    this.shown = this.calm.shown ? null : firstOf(this.unread);
    this.offer.draw(this.shown);
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

  /** Of what says the same, one is enough. What is told next stands in the same place, and so does the focus. */
  stay() {
    const { text } = this.shown;
    this.read(this.told.filter((one) => one.text === text).map(({ id }) => id));
    const next = this.shown && this.offer.node.querySelector(".kit-plain:not([hidden])");
    (next || this.content).focus({ preventScroll: true });
  }

  /** To a question that this very page asks. */
  go(key) {
    this.read([this.shown.id]);
    const sheet = document.getElementById(key);
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
