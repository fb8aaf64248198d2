// Check-in and check-out on a phone: one word of how one is, or none; only while it is open.
import { CHECKS } from "./check_names.js";
import { fillIn, focusOn, make, pressable, setText, uniqueId } from "./element.js";
import { moodSign } from "./mood_sign.js";

export class CheckForm {
  /** `words` are the form's; `moods` is [[mood, word]]; `seat` has the room. */
  constructor(words, moods, seat) {
    Object.assign(this, { words, moods, seat });
    this.over = Promise.resolve(); // what was on its way to the room last
    this.mine = new Map(); // what the room has of this person, by check
    this.key = null;
    this.told = make("p", { class: "kit-ballots-told", role: "status" });
    this.status = make("p", { class: "kit-status", role: "status" });
    this.card = make("section", { class: "kit-card kit-ballot", hidden: true });
    this.element = make("div", { class: "kit-screen-only" }, this.told, this.card);
  }

  /** The form of the check that is open. */
  build() {
    const { words, status } = this;
    this.heading = make("h2", { id: uniqueId() }, this.asked);
    this.choices = new Map();
    const labels = [...this.moods, [null, words.check_pass]].map((mood) => this.choice(...mood));
    const fields = make("fieldset", {}, make("legend", {}, words.check_how), make("div", { class: "kit-choices" }, ...labels));
    this.send = pressable(words.check_send, () => (this.over = this.put()));
    this.back = pressable(words.take_back, () => (this.over = this.change(null)), { look: "kit-text" });
    this.card.setAttribute("aria-labelledby", this.heading.id);
    this.card.replaceChildren(this.heading, fields, status, make("div", { class: "kit-row" }, this.send, this.back));
  }

  choice(mood, word) {
    const onchange = () => this.sent && setText(this.status, this.words.check_changed);
    const field = make("input", { type: "radio", name: this.heading.id, onchange });
    this.choices.set(mood, field);
    return make("label", { class: "kit-choice" }, field, mood && moodSign(mood), word);
  }

  get asked() {
    return this.words[CHECKS[this.key]];
  }

  get sent() {
    return this.mine.get(this.key);
  }

  /** Whether the room may have a word of this person, also of a check that is over. */
  get said() {
    return this.mine.size > 0;
  }

  /** Take a person's own entries. */
  knows(entries) {
    for (const entry of entries) if (entry.kind === "mood") this.mine.set(entry.key, entry);
    this.draw();
  }

  /** Read out; seen only where the question itself does not stand below. */
  tell(text) {
    this.told.classList.toggle("kit-unseen", Boolean(this.key));
    setText(this.told, text);
  }

  /** What the feed says: the key of the check that is open, or null; whether the group `moved` on. */
  update(key, moved) {
    if (key === this.key) return void (moved && !key && this.tell(""));
    const { words, card } = this;
    const had = card.contains(document.activeElement);
    const over = this.key ? this.late || fillIn(words.check_over, { check: this.asked }) : "";
    this.key = key;
    this.late = "";
    this.tell(key ? this.asked : over);
    card.hidden = !key;
    setText(this.status, "");
    if (key) this.build();
    this.draw();
    if (had) focusOn(key ? this.heading : this.told);
  }

  /** Choose what the room has; nothing is chosen for anybody else. */
  draw() {
    const { sent } = this;
    if (!this.key) return;
    for (const [mood, field] of this.choices) field.checked = Boolean(sent) && sent.body.mood === mood;
    this.back.hidden = !sent;
  }

  put() {
    const [mood] = [...this.choices].find(([, { checked }]) => checked) || [];
    return mood === undefined ? setText(this.status, this.words.check_choose) : this.change({ mood });
  }

  keep(key, entry) {
    if (entry) this.mine.set(key, entry);
    else this.mine.delete(key);
  }

  /** The room shall have `body`, or nothing. */
  async change(body) {
    const { key, words, status, back, sent } = this;
    const { room } = this.seat;
    const rest = `entries/mood/${key}`;
    const revision = sent ? sent.revision : 0;
    const options = { trying: (error) => setText(status, error.unsaved ? error.message : words.trying) };
    let said = body ? words.check_sent : words.taken_back;
    setText(status, words.sending);
    try {
      const receipt = await (body ? room.put(rest, { revision, body }, options) : room.takeBack(rest, { revision }, options));
      this.keep(key, body && { revision: receipt.revision, body });
    } catch (error) {
      const stale = error.code === "stale_revision";
      if (stale) this.keep(key, error.current);
      if (stale && key === this.key && (body || error.current)) return this.change(body);
      if (error.code === "check_closed") this.late = error.message; // the feed hides this form at once
      if (stale && key !== this.key) said = words.check_late;
      if (!stale) said = error.code === "left" ? "" : error.message || words.refused;
    }
    if (key !== this.key) return this.tell(said); // it ended meanwhile
    const had = document.activeElement;
    setText(status, said);
    this.draw();
    if (had === back && back.hidden) focusOn(this.send);
    this.seat.draw();
  }

  /** It was taken back with everything else. */
  forget() {
    this.mine.clear();
    setText(this.status, "");
    this.draw();
  }
}
