// After the evening: what leaders talk over, notes that are not kept, and a list for the next day.
import { labelled, make, pressable, setText, uniqueId } from "./element.js";
import { Ticks } from "./ticks.js";

export class DebriefPanel {
  constructor(desk) {
    this.desk = desk;
    const words = (this.words = desk.words.debrief);
    this.questions = make("ul", { class: "kit-debrief-questions" });
    this.tasks = make("ul", { class: "kit-tasks" });
    this.print = pressable(words.print, () => window.print(), { look: "kit-plain" });
    const parts = [make("p", { class: "kit-quiet" }, words.lead), make("h3", {}, words.questions), this.questions, this.makeNotes()];
    const list = make("div", { class: "kit-printed" }, this.makeTasks(), this.tasks, this.print);
    this.element = make("section", { class: "kit-card kit-debrief", "aria-label": words.title }, make("h2", {}, words.title), ...parts, list);
    // Where a browser keeps a page that was left, it would keep the notes too.
    this.leaving = () => (this.notes.value = "");
    window.addEventListener("pagehide", this.leaving);
    window.addEventListener("kit:leaving", this.leaving);
  }

  makeTasks() {
    const { words } = this;
    return make("div", {}, make("h3", {}, words.tasks), make("p", { class: "kit-quiet" }, words.tasks_hint));
  }

  makeNotes() {
    const { words } = this;
    this.notes = make("textarea", { rows: "5", autocomplete: "off", spellcheck: "false" });
    this.status = make("p", { class: "kit-quiet", role: "status" });
    const clear = pressable(words.clear, () => this.clear(), { look: "kit-plain" });
    return make("div", { class: "kit-debrief-notes" }, labelled(words.notes, this.notes, words.notes_hint), clear, this.status);
  }

  clear() {
    this.notes.value = "";
    setText(this.status, this.words.cleared);
    this.notes.focus();
  }

  /** Shown by the closed workshop; read once. */
  update({ session }) {
    this.element.hidden = session.state !== "closed";
    if (!this.element.hidden && !this.reading) this.reading = this.read();
  }

  async read() {
    const { room } = this.desk;
    const told = await this.desk.attempt(() => room.get("debrief"));
    if (!told) return void (this.reading = null);
    this.ticks = new Ticks(room.identity.session);
    this.questions.replaceChildren(...told.questions.map((text) => make("li", {}, text)));
    this.tasks.replaceChildren(...told.tasks.map((task) => this.task(task)));
  }

  task({ key, text }) {
    const box = make("input", { type: "checkbox", id: uniqueId(), checked: this.ticks.has(key) });
    box.addEventListener("change", () => this.ticks.set(key, box.checked));
    return make("li", {}, make("label", { class: "kit-task", for: box.id }, box, make("span", {}, text)));
  }

  end() {
    window.removeEventListener("pagehide", this.leaving);
    window.removeEventListener("kit:leaving", this.leaving);
  }
}
