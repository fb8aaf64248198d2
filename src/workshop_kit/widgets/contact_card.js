// A contact on a phone: for those who are named only, apart from the answer, and only where somebody wants it.
import { fillIn, focusOn, labelled, make, pressable, setText } from "./element.js";

const PLACE = "entries/contact/q7";

export class ContactCard {
  /** `words` are the form's; `seat` has the room. Nothing that is typed here is kept on the device. */
  constructor(words, seat) {
    Object.assign(this, { words, seat });
    this.over = Promise.resolve(); // what was on its way to the room last
    this.said = null; // what the room has of this person: {revision, body}
    this.sheet = [...seat.sheets.values()].find(({ question }) => question.shape === "offers");
    const field = (tag, most) => make(tag, { maxlength: most, autocomplete: "off", spellcheck: "false" });
    this.fields = { name: field("input", 200), reach: field("input", 200), offer: field("textarea", 2000) };
    this.goes = make("p", {});
    this.kept = make("p", {});
    this.problem = make("p", { class: "kit-problem", role: "alert" });
    this.status = make("p", { class: "kit-status", role: "status" });
    this.back = pressable(words.contact_back, () => (this.over = this.write("DELETE")), { look: "kit-plain" });
    this.form = this.makeForm();
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.send();
    });
    const told = [make("p", {}, words.contact_ask), this.goes, this.kept];
    this.details = make("details", {}, make("summary", {}, words.contact), ...told, this.form);
    this.details.addEventListener("toggle", () => this.propose());
    this.element = make("section", { class: "kit-card kit-contact kit-screen-only", hidden: true }, this.details);
    this.element.setAttribute("aria-label", words.contact);
  }

  makeForm() {
    const { words, fields } = this;
    const send = make("button", { type: "submit", class: "kit-button" }, words.contact_send);
    return make(
      "form",
      { noValidate: true, autocomplete: "off" },
      labelled(words.contact_name, fields.name),
      labelled(words.contact_reach, fields.reach, words.contact_reach_hint),
      labelled(words.contact_offer, fields.offer, words.contact_offer_hint),
      this.problem,
      this.status,
      make("div", { class: "kit-row" }, send, this.back),
    );
  }

  /** The body of the answer that the room has, if it offers something. */
  get offered() {
    const { sent } = this.sheet.exchange;
    return sent && sent.body.shape === "offers" ? sent.body : null;
  }

  /** What this person left before, perhaps on another page. */
  knows(entry) {
    if (entry) this.stands(entry);
    this.draw();
  }

  stands({ revision, body }) {
    this.said = { revision, body };
    this.recipients = body.recipients;
    for (const [name, field] of Object.entries(this.fields)) field.value = body[name];
    setText(this.status, this.words.contact_sent);
  }

  /** The person's own words, to begin with; they see and change them before anything is sent. */
  propose() {
    const { offer } = this.fields;
    if (!this.details.open || this.said || offer.value || !this.offered) return;
    const texts = this.sheet.question.parts.map(({ key }) => this.offered[key]);
    offer.value = texts.filter(Boolean).join("\n").slice(0, 2000);
  }

  send() {
    const body = { recipients: this.recipients };
    for (const [name, field] of Object.entries(this.fields)) body[name] = field.value.trim();
    const empty = Object.keys(this.fields).find((name) => !body[name]);
    setText(this.problem, empty ? this.words.contact_empty : "");
    for (const [name, field] of Object.entries(this.fields)) field.setAttribute("aria-invalid", String(name === empty));
    if (empty) this.fields[empty].focus();
    else this.over = this.write("PUT", body);
  }

  async write(method, body) {
    const { words, seat, status } = this;
    if (this.busy) return;
    this.lock(true);
    const [going, again] = body ? [words.sending, words.trying] : [words.taking_back, words.trying_back];
    setText(status, going);
    const trying = (error) => setText(status, error.unsaved ? error.message : again);
    const revision = this.said ? this.said.revision : 0;
    try {
      const receipt = await seat.room.write(method, PLACE, { revision, ...(body && { body }) }, { trying });
      if (body) this.stands({ ...receipt, body });
      else this.forget(words.taken_back);
    } catch (error) {
      await this.refused(method, body, error);
    }
    this.lock(false);
    seat.draw();
  }

  async refused(method, body, error) {
    const { words, seat, status } = this;
    const gone = error.code === "stale_revision" && !error.current;
    if (!body && (gone || error.code === "unknown_entry")) return this.forget(words.taken_back);
    if (error.code === "stale_revision") {
      this.said = error.current || null;
      this.lock(false);
      return this.write(method, body);
    }
    if (error.code !== "left") setText(status, error.message || words.contact_refused);
    if (error.code !== "other_recipients") return;
    await seat.room.whoAmI().catch(() => {});
    this.recipients = seat.room.identity.details.recipients;
  }

  lock(locked) {
    this.busy = locked;
    for (const field of Object.values(this.fields)) field.readOnly = locked;
  }

  /** It is taken back, alone or with everything else. */
  forget(text = "") {
    if (document.activeElement === this.back) focusOn(this.status);
    this.said = this.recipients = null;
    for (const field of Object.values(this.fields)) field.value = "";
    setText(this.problem, "");
    setText(this.status, text);
    this.draw();
  }

  draw() {
    const { seat, sheet, said, words } = this;
    if (!sheet || !seat.room || !seat.room.identity) return;
    if (seat.ended && this.fields.name.value) this.forget();
    const { recipients, keep_days: days } = seat.room.identity.details;
    this.recipients = this.recipients || recipients;
    const may = Boolean(said || (this.recipients && this.offered));
    this.element.hidden = !may || seat.ended || seat.current !== sheet.key;
    setText(this.goes, fillIn(words.contact_who, { recipients: this.recipients }));
    setText(this.kept, fillIn(words.contact_kept, { days }));
    this.back.hidden = !said;
  }
}
