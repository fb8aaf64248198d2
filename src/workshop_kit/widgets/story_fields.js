// The fields of a story, and the body that they make.
import { fillIn, labelled, make, uniqueId } from "./element.js";

const LONGEST = { title: 120, did: 2000, partner: 200, changed: 2000, link: 200 };

export class StoryFields {
  constructor(words, maxPartners) {
    Object.assign(this, { words, maxPartners });
    const line = () => make("input", { type: "text", autocomplete: "off", spellcheck: "false" });
    const area = () => make("textarea", { rows: "3", autocomplete: "off", spellcheck: "false" });
    this.inputs = { title: line(), did: area(), partners: area(), changed: area(), link: line() };
    this.inputs.link.setAttribute("inputmode", "url");
    this.tick = make("input", { type: "checkbox", id: uniqueId() });
    this.problem = make("p", { class: "kit-problem", role: "alert", id: uniqueId(), hidden: true });
    this.element = make("div", {}, ...this.rows(), this.problem);
  }

  rows() {
    const { words, tick } = this;
    const rows = Object.entries(this.inputs).map(([name, input]) =>
      labelled(words[name], input, words[`${name}_hint`] || ""),
    );
    const hint = make("p", { class: "kit-quiet", id: uniqueId() }, words.public_hint);
    tick.setAttribute("aria-describedby", hint.id);
    const choice = make("label", { class: "kit-choice", for: tick.id }, tick, words.public);
    return [...rows, choice, hint];
  }

  write(body) {
    const { title = "", did = "", partners = [], changed = "", link = "" } = body || {};
    const texts = { title, did, partners: partners.join("\n"), changed, link };
    for (const [name, text] of Object.entries(texts)) this.inputs[name].value = text;
    this.tick.checked = Boolean(body && body.public);
    this.blame("", "");
  }

  read() {
    const text = (name) => this.inputs[name].value.replace(/\p{Cs}/gu, "\ufffd").trim();
    const partners = text("partners").split(/\r?\n/).map((one) => one.trim()).filter(Boolean);
    const told = { title: text("title"), did: text("did"), partners };
    return { ...told, changed: text("changed"), link: text("link"), public: this.tick.checked };
  }

  /** Say what is wrong, go there, and return whether all is well. */
  check() {
    const [name, told] = this.wrong(this.read());
    this.blame(name, told);
    return !told;
  }

  wrong(body) {
    const { words } = this;
    const length = (text) => Array.from(text).length;
    if (!body.title) return ["title", words.problem_title];
    for (const name of ["title", "did", "changed", "link"]) {
      const values = { field: words[name], number: LONGEST[name] };
      if (length(body[name]) > LONGEST[name]) return [name, fillIn(words.problem_long, values)];
    }
    if (body.partners.length > this.maxPartners) return ["partners", words.problem_partners];
    const long = body.partners.some((one) => length(one) > LONGEST.partner);
    if (long) return ["partners", fillIn(words.problem_partner, { number: LONGEST.partner })];
    return body.link && !wellFormed(body.link) ? ["link", words.problem_link] : ["", ""];
  }

  blame(wrong, told) {
    for (const [name, input] of Object.entries(this.inputs)) {
      input.setAttribute("aria-invalid", String(name === wrong));
      if (name === wrong) input.setAttribute("aria-errormessage", this.problem.id);
      else input.removeAttribute("aria-errormessage");
    }
    this.problem.textContent = told;
    this.problem.hidden = !told;
    if (wrong) this.inputs[wrong].focus();
  }

  focus() {
    this.inputs.title.focus();
  }
}

function wellFormed(link) {
  return /^https?:\/\/[^\s/?#]+\.[^\s]+$/i.test(link);
}
