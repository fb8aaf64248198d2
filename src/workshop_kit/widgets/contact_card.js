// A contact on a phone: for those who are named only, apart from the answer, and only where somebody wants it.
import { fillIn, focusOn, labelled, make, pressable, setText } from "./element.js";

export class ContactCard {
  /** `words` are the form's; `seat` has the room. Nothing that is typed here is kept on the device. */
  constructor(words, seat) {
    Object.assign(this, { words, seat });
    this.over = Promise.resolve(); // what was on its way to the room last
    this.said = null; // what the room has of this person: {revision, body}
    this.sheet = [...seat.sheets.values()].find(({ question }) => question.shape === "offers");
    const field = (tag, most) => make(tag, { maxlength: most, spellcheck: "false" });
    this.fields = { name: field("input", 200), reach: field("input", 200), offer: field("textarea", 2000) };
    this.told = make("p");
    this.kept = make("p");
    this.status = make("p", { class: "kit-status", role: "status" });
    this.back = pressable(words.contact_back, () => this.go("DELETE"), { look: "kit-plain" });
    const parts = [(this.summary = make("summary")), this.told, this.kept, this.makeForm()];
    const details = make("details", { ontoggle: () => this.propose() }, ...parts);
    this.element = make("section", { class: "kit-card kit-contact kit-screen-only", hidden: true }, details);
  }

  makeForm() {
    const { words, fields } = this;
    const onsubmit = (event) => {
      event.preventDefault();
      this.send();
    };
    const send = make("button", { type: "submit", class: "kit-button" }, words.contact_send);
    return make(
      "form",
      { noValidate: true, autocomplete: "off", onsubmit },
      labelled(words.contact_name, fields.name),
      labelled(words.contact_reach, fields.reach, words.contact_reach_hint),
      labelled(words.contact_offer, fields.offer, words.contact_offer_hint),
      this.status,
      make("div", { class: "kit-row" }, send, this.back),
    );
  }

  /** The answer that the room has, if it offers something. */
  get offered() {
    const { sent } = this.sheet.exchange;
    return sent && sent.body.shape === "offers" && sent.body;
  }

  each(change) {
    for (const name in this.fields) change(this.fields[name], name);
  }

  /** What the room has of this person now; null for nothing. */
  stands(entry, status) {
    this.said = entry;
    this.recipients = entry && entry.body.recipients;
    this.each((field, name) => (field.value = entry ? entry.body[name] : ""));
    setText(this.status, status);
    this.draw();
  }

  /** What this person left before, perhaps on another page. */
  knows(entry) {
    if (entry) this.stands(entry, this.words.sent);
  }

  /** The person's own words, to begin with; they see and change them before anything is sent. */
  propose() {
    const { offer } = this.fields;
    if (offer.value || !this.offered) return;
    const texts = this.sheet.question.parts.map(({ key }) => this.offered[key]);
    offer.value = texts.filter(Boolean).join("\n").slice(0, 2000);
  }

  send() {
    const body = { recipients: this.recipients };
    this.each((field, name) => (body[name] = field.value.trim()));
    const empty = Object.keys(this.fields).find((name) => !body[name]);
    if (!empty) return this.go("PUT", body);
    setText(this.status, this.words.contact_empty);
    this.fields[empty].focus();
  }

  go(method, body) {
    if (!this.busy) this.over = this.write(method, body);
    return this.over;
  }

  /** Send or take back. Meanwhile the fields show what is on its way, and cannot be changed. */
  async write(method, body) {
    const { words, seat, status } = this;
    this.lock(true);
    const [going, again] = body ? ["sending", "trying"] : ["taking_back", "trying_back"];
    setText(status, words[going]);
    const trying = (error) => setText(status, error.unsaved ? error.message : words[again]);
    const revision = this.said ? this.said.revision : 0;
    try {
      const sent = await seat.room.write(method, "entries/contact/q7", { revision, body }, { trying });
      if (body) this.stands({ ...sent, body }, words.sent);
      else this.forget(words.taken_back);
    } catch (error) {
      await this.refused(method, body, error);
    }
    this.lock(false);
    seat.draw();
  }

  async refused(method, body, { code, current, message }) {
    const { words, seat } = this;
    if (!body && code === "unknown_entry") return this.forget(words.taken_back);
    if (code === "stale_revision") {
      this.said = current;
      return this.write(method, body);
    }
    if (code !== "left") setText(this.status, message || words.refused);
    // Others get it than this page told: who that is stands here now, to be read before the next press.
    if (code !== "other_recipients") return;
    seat.room.wake(); // an earlier reply is out of date
    this.recipients = (await seat.room.whoAmI()).details.recipients;
  }

  lock(locked) {
    this.busy = locked;
    this.each((field) => (field.readOnly = locked));
  }

  /** It is taken back, alone or with everything else. */
  forget(status = "") {
    if (document.activeElement === this.back) focusOn(this.status);
    this.stands(null, status);
  }

  draw() {
    const { seat, sheet, said, words } = this;
    if (!sheet || !seat.room || !seat.room.identity) return;
    const { recipients, keep_days: days } = seat.room.identity.details;
    const named = (this.recipients = this.recipients || recipients);
    this.element.hidden = !(said || (named && this.offered)) || seat.ended || seat.current !== sheet.key;
    if (seat.ended) this.each((field) => (field.value = ""));
    setText(this.summary, said ? words.contact_left : words.contact);
    setText(this.told, fillIn(words.contact_told, { recipients: named }));
    setText(this.kept, fillIn(words.contact_kept, { days }));
    this.back.hidden = !said;
  }
}
