// The group's own copies of sections: which there are, and a way to send one with its progress.
import { fillIn, labelled, make, pressable, setText, uniqueId } from "./element.js";
import { OwnUndo } from "./own_undo.js";
import { sendFile } from "./send_file.js";

export class OwnCopies {
  constructor(panel) {
    this.panel = panel;
    this.words = panel.desk.words.own_copies;
    this.summary = make("summary");
    this.list = make("ul", { class: "kit-own-rows" });
    this.undo = new OwnUndo(panel);
    const lead = make("p", {}, this.words.lead);
    const inside = make("div", {}, lead, this.undo.element, this.list, this.form());
    this.element = make("details", { class: "kit-own-part" }, this.summary, inside);
  }

  form() {
    const { words } = this;
    this.section = make("select");
    this.file = make("input", { type: "file", accept: ".pdf,.txt,.docx,.odt" });
    this.bar = make("progress", { max: "1", value: "0", hidden: true, "aria-label": words.send });
    this.progress = make("p", { class: "kit-quiet", role: "status" });
    this.problem = make("p", { class: "kit-problem", role: "alert", hidden: true, id: uniqueId() });
    const fields = [labelled(words.section, this.section), labelled(words.file, this.file, words.file_hint)];
    const send = pressable(words.send, () => this.send());
    const note = make("p", { class: "kit-quiet" }, words.replace);
    const parts = [note, this.problem, this.bar, this.progress, send];
    return make("fieldset", {}, make("legend", {}, words.send), ...fields, ...parts);
  }

  show({ copies }) {
    const here = copies.filter(({ copy }) => copy);
    setText(this.summary, fillIn(this.words.title, { number: here.length }));
    this.list.replaceChildren(...here.map((one) => this.row(one)));
    const chosen = this.section.value;
    const options = copies.map(({ section, title }) => make("option", { value: section }, title));
    this.section.replaceChildren(...options);
    if (chosen) this.section.value = chosen;
  }

  row({ section, title, copy }) {
    const { words, panel } = this;
    const about = make("span", { class: "kit-unseen" }, ` ${title}`);
    const href = `${panel.room.base}own/${section}`;
    const attributes = { href, target: "_blank", rel: "noopener noreferrer", class: "kit-button kit-plain" };
    const open = make("a", attributes, words.open, about);
    const options = { look: "kit-plain", about: title };
    const remove = pressable(panel.words.remove, () => this.remove(section, title), options);
    const facts = make("span", {}, fillIn(words.facts, copy));
    const text = make("div", {}, make("strong", {}, title), facts);
    return make("li", {}, text, make("div", { class: "kit-row" }, open, remove));
  }

  async send() {
    const [file] = this.file.files;
    if (!file) return this.blame(this.words.choose);
    if (file.size > this.words.most_bytes) return this.blame(this.words.too_large);
    this.blame("");
    const name = this.section.selectedOptions[0].textContent;
    const done = fillIn(this.panel.words.added, { name });
    await this.panel.desk.attempt(() => this.deliver(file), done);
    this.bar.hidden = true;
    setText(this.progress, "");
  }

  async deliver(file) {
    this.bar.hidden = false;
    try {
      const rest = `own/copies/${this.section.value}`;
      this.panel.show(await sendFile(this.panel.room, rest, file, (part) => this.tell(part)));
      this.file.value = "";
    } catch (error) {
      if (error.code === "left") throw error;
      this.blame(error.message || this.words.broken);
      throw error.message ? error : Object.assign(error, { message: this.words.broken });
    }
  }

  tell(part) {
    this.bar.value = part;
    // Every tenth part, so that a screen reader is not spoken over.
    setText(this.progress, fillIn(this.words.sending, { percent: Math.floor(part * 10) * 10 }));
  }

  async remove(section, title) {
    const here = `copies/${section}`;
    const ask = async (method) => this.panel.show(await this.panel.ask(method, here));
    const removed = await this.panel.desk.attempt(async () => (await ask("DELETE")) || true);
    if (removed) this.undo.offer(title, async () => (await ask("POST")) || true, this.section);
  }

  blame(text) {
    setText(this.problem, text);
    this.problem.hidden = !text;
    this.file.setAttribute("aria-invalid", String(Boolean(text)));
    this.file.setAttribute("aria-errormessage", this.problem.id);
    if (text) this.file.focus();
  }
}
