// A card sort on a phone: one idea at a time, into two themes at most; nothing is sent by itself.
import { fillIn, focusOn, labelled, make, pressable, setOff, setText, uniqueId } from "./element.js";
import { KeyedList } from "./keyed_list.js";
import { newId } from "./new_id.js";
import { SortDraft } from "./sort_draft.js";

const FITS_NOWHERE = "nowhere";
const NOTHING = { placed: {}, names: [] };

export class CardSort {
  /**
   * `words` are the form's; `seat` has the room and the drafts. `keep(entry)` hears what the room
   * has, `tell(text)` what is to be said although this may be out of sight.
   */
  constructor(words, seat, { key, topic }, { keep, tell }) {
    Object.assign(this, { words, seat, key, topic, keep, tell });
    this.over = Promise.resolve(); // what was on its way to the room last
    this.sent = null; // what the room has: {revision, body}
    this.draft = new SortDraft(seat.drafts, key);
    this.build();
    if (this.draft.unsent) setText(this.status, words.sort_changed);
  }

  build() {
    const { words } = this;
    this.heading = make("h2", { id: uniqueId() }, fillIn(words.sort, { topic: this.topic }));
    this.place = make("span", { class: "kit-place" });
    this.idea = make("span", { class: "kit-words kit-sort-idea" });
    this.legend = make("legend", {}, this.place, this.idea);
    this.choices = new KeyedList(make("div", { class: "kit-choices" }), (ref) => this.choice(ref));
    this.note = make("p", { class: "kit-problem", role: "status" });
    this.before = pressable(words.sort_before, () => this.go(-1), { look: "kit-plain" });
    this.after = pressable(words.sort_after, () => this.go(1), { look: "kit-plain" });
    this.placed = make("p", { class: "kit-vote-left" });
    this.send = pressable(words.sort_send, () => (this.over = this.put()));
    this.status = make("p", { class: "kit-status", role: "status" });
    const field = make("fieldset", {}, this.legend, this.choices.element, this.note, this.naming());
    const pager = make("div", { class: "kit-row kit-pager" }, this.before, this.after);
    this.element = make("section", { class: "kit-card kit-ballot kit-sort", "aria-labelledby": this.heading.id, hidden: true });
    this.element.append(this.heading, make("p", {}, words.sort_how), field, pager, this.placed, this.send, this.status);
  }

  /** A name for a theme that is missed. */
  naming() {
    const { words } = this;
    const onkeydown = (event) => {
      if (event.key !== "Enter" || event.isComposing) return;
      event.preventDefault();
      this.name();
    };
    this.own = make("input", { type: "text", maxlength: "80", autocomplete: "off", onkeydown });
    const add = pressable(words.sort_add, () => this.name(), { look: "kit-plain" });
    const field = labelled(words.sort_name, this.own, words.sort_name_hint);
    return make("details", {}, make("summary", {}, words.sort_own), field, add);
  }

  choice(ref) {
    const box = make("input", { type: "checkbox", onchange: () => this.tick(ref, box.checked) });
    const text = make("span", { class: "kit-words" });
    return { ref, box, text, element: make("label", { class: "kit-choice" }, box, text) };
  }

  /** What the room has of this person, perhaps from another page. */
  knows(entry) {
    if (!entry || (this.sent && this.sent.revision >= entry.revision)) return;
    this.sent = { revision: entry.revision, body: entry.body };
    this.draft.take(entry.body);
    if (!this.draft.unsent) setText(this.status, this.words.sort_sent);
    this.draw();
  }

  /** It was taken back with everything else. */
  forget() {
    this.sent = null;
    this.draft.clear();
    setText(this.status, "");
    this.draw();
  }

  /** The feed says by another `mark` that there is something else to sort, or other themes. */
  async update(mark) {
    if (mark === this.mark) return;
    this.mark = mark;
    try {
      const told = await this.seat.room.get(`sort/${this.key}`);
      if (mark !== this.mark) return;
      this.draft.heard(told);
      this.draw();
    } catch {
      this.mark = null; // the next state of the room brings another try
    }
  }

  tick(ref, on) {
    const fits = this.draft.tick(ref === FITS_NOWHERE ? null : ref, on);
    setText(this.note, fits ? "" : this.words.sort_two);
    if (fits) this.changed();
    this.draw();
  }

  changed() {
    setText(this.status, this.words.sort_changed);
  }

  name() {
    const { draft, own, words } = this;
    const title = own.value.trim();
    const problem = title ? draft.name(`n${newId().slice(0, 8)}`, title) : "empty";
    const told = { empty: words.sort_no_name, two: words.sort_two, five: words.sort_five };
    setText(this.note, problem ? told[problem] : "");
    if (problem) return own.focus();
    own.value = "";
    this.changed();
    this.draw();
    own.focus();
  }

  /** What is typed and put nowhere would be lost without a word. */
  nameWaits() {
    const { own, words } = this;
    if (!own.value.trim()) return false;
    setText(this.note, words.sort_waits);
    own.closest("details").open = true;
    own.focus();
    return true;
  }

  go(by) {
    if (this.nameWaits()) return;
    this.draft.go(by);
    setText(this.note, "");
    this.draw();
    focusOn(this.legend);
  }

  async put() {
    if (this.nameWaits()) return;
    const { words, seat, draft } = this;
    const body = draft.body();
    const revision = this.sent ? this.sent.revision : 0;
    const trying = (error) => setText(this.status, error.unsaved ? error.message : words.trying);
    setText(this.status, words.sending);
    try {
      const receipt = await seat.room.put(`entries/card_sort/${this.key}`, { revision, body }, { trying });
      this.sent = { revision: receipt.revision, body };
      this.keep(this.sent);
      setText(this.status, draft.isSent(body) ? words.sort_sent : words.sort_changed);
      seat.draw();
      if (!this.element.isConnected) this.tell(fillIn(words.sort_over_sent, this)); // it ended meanwhile
    } catch (error) {
      if (error.code === "stale_revision") {
        const { current } = error; // none where it was taken back on another page
        draft.merge(this.sent ? this.sent.body : NOTHING, current ? current.body : NOTHING);
        this.sent = current;
        this.draw();
        return this.put();
      }
      setText(this.status, error.code === "left" ? "" : error.message || words.refused);
    }
  }

  draw() {
    const { draft, words } = this;
    const { idea, titles, number, total } = draft;
    this.element.hidden = !idea;
    if (!idea) return;
    setText(this.place, fillIn(words.sort_idea, { number: number + 1, total }));
    setText(this.idea, idea.text);
    const chosen = draft.chosen(idea.id);
    for (const { ref, box, text } of this.choices.draw([...titles.keys(), FITS_NOWHERE])) {
      setText(text, titles.get(ref) || words.sort_nowhere);
      box.checked = Boolean(chosen) && (ref === FITS_NOWHERE ? !chosen.length : chosen.includes(ref));
    }
    setOff(this.before, number === 0);
    setOff(this.after, number === total - 1);
    setText(this.placed, fillIn(words.sort_placed, { number: draft.placed, total }));
  }
}
