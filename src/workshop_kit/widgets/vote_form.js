// A new vote: what it is about, what can be chosen, how many dots.
import { fillIn, labelled, make, pressable, setText } from "./element.js";

const LONGEST_CHOICE = 200;
const [FEWEST, MANY] = [2, 30];

export class VoteForm {
  /** `add(body)` makes the vote and returns whether it stands. */
  constructor(desk, add) {
    this.desk = desk;
    this.add = add;
    const words = (this.words = desk.words.vote);
    this.title = make("input", { type: "text", maxlength: String(LONGEST_CHOICE), autocomplete: "off" });
    this.options = make("textarea", { rows: "5", oninput: () => this.guess() });
    const number = () => make("input", { type: "number", min: "1", max: "30", step: "1", inputmode: "numeric", class: "kit-short", oninput: () => (this.own = true) });
    [this.dots, this.most] = [number(), number()];
    this.makeSource();
    this.problem = make("p", { class: "kit-problem", role: "alert", hidden: true });
    this.note = make("p", { class: "kit-quiet", role: "status" });
    const send = pressable(words.make, () => this.send());
    this.summary = make("summary", {}, words.new);
    const dots = make("div", { class: "kit-vote-numbers" }, labelled(words.dots, this.dots, words.dots_hint), labelled(words.most, this.most));
    const fields = [labelled(words.what, this.title), this.source, this.note, labelled(words.options, this.options), dots];
    this.element = make("details", {}, this.summary, ...fields, this.problem, send);
    this.guess();
  }

  makeSource() {
    const { desk, words } = this;
    // Answers that are only counted never stand anywhere word for word.
    const told = desk.questions.filter((question) => question.verbatim_in_notes);
    const asked = told.map(({ key, number, topic }) => make("option", { value: key }, `${number}. ${topic}`));
    this.question = make("select", { "aria-label": words.take }, ...asked);
    this.question.value = "q9";
    const take = pressable(words.take, () => this.take(), { look: "kit-plain" });
    const themes = pressable(words.take_themes, () => this.takeThemes(), { look: "kit-plain" });
    this.source = make("div", { class: "kit-row kit-vote-source" }, take, themes, this.question);
  }

  get lines() {
    const lines = this.options.value.split("\n").map((line) => line.trim().replace(/\s+/g, " ").slice(0, LONGEST_CHOICE));
    return [...new Map(lines.filter(Boolean).map((line) => [line.toLowerCase(), line])).values()];
  }

  /** As long as nobody chose them: a quarter of the choices, half of that on one. */
  guess() {
    if (this.own) return;
    const dots = Math.max(1, Math.ceil(this.lines.length / 4));
    this.dots.value = String(dots);
    this.most.value = String(Math.max(1, Math.ceil(dots / 2)));
  }

  /** Approved answers become choices; what stands there already stays. */
  async take() {
    const { desk, words } = this;
    const { value } = this.question;
    const found = await desk.attempt(() => desk.room.get(`answers/${value}`));
    if (!found) return;
    const bodies = found.answers.filter(({ decision }) => decision === "approved").map(({ body }) => body);
    // What one person wrote does not stand together.
    this.put(bodies.flatMap(writtenIn).sort((one, other) => one.localeCompare(other)), words.nothing);
  }

  async takeThemes() {
    const { desk, words } = this;
    const { value } = this.question;
    const found = await desk.attempt(() => desk.room.get(`themes/${value}`));
    if (found) this.put(found.themes.map(({ title }) => title), words.no_themes);
  }

  /** Add choices below those that stand there; where there are none, say so. */
  put(texts, nothing) {
    const { words } = this;
    const before = this.lines.length;
    this.options.value = [...this.lines, ...texts].join("\n");
    this.options.value = this.lines.join("\n");
    this.guess();
    setText(this.note, texts.length ? fillIn(words.taken, { number: this.lines.length - before }) : nothing);
  }

  wrong(dots, most) {
    const { words, lines } = this;
    if (!this.title.value.trim()) return [this.title, words.no_title];
    const number = lines.length;
    if (number < FEWEST || number > MANY) return [this.options, fillIn(words.few, { number })];
    const good = Number.isInteger(dots) && Number.isInteger(most) && dots >= 1 && dots <= MANY && most >= 1 && most <= dots;
    const said = fillIn(words.wrong_dots, { dots: this.dots.value, most: this.most.value });
    return good ? null : [this.dots, said];
  }

  async send() {
    const [dots, most] = [Number(this.dots.value), Number(this.most.value)];
    const wrong = this.wrong(dots, most);
    for (const field of [this.title, this.options, this.dots]) field.setAttribute("aria-invalid", String(Boolean(wrong) && wrong[0] === field));
    setText(this.problem, wrong ? wrong[1] : "");
    this.problem.hidden = !wrong;
    if (wrong) return wrong[0].focus();
    const options = this.lines.map((text, at) => ({ id: `o${at + 1}`, text }));
    const body = { title: this.title.value.trim(), options, dots, most, state: "waiting", hands: {}, shown: false };
    if (!(await this.add(body))) return;
    this.title.value = this.options.value = "";
    this.own = false;
    this.guess();
    this.element.open = false;
    this.summary.focus();
  }
}

/** Return everything that somebody wrote in an answer. */
function writtenIn({ items = [], names = [], text, action, skills, abilities, passions, connections, ideas }) {
  const texts = [...items, ...names, text, action, skills, abilities, passions, connections, ideas];
  return texts.filter((text) => typeof text === "string" && text.trim());
}
