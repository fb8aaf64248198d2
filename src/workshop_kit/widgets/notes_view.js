// The notes' page: asks Python for the notes, shows them, saves them as files.
import { fillIn, make, pressable, setText, uniqueId } from "./element.js";
import { newId } from "./new_id.js";
import { showNotes } from "./notes_preview.js";
import { saveFile } from "./save_file.js";

// A kernel that was ended does not say so: the page has to stop waiting.
const NO_REPLY = 10000;

export default {
  render({ model, el }) {
    const page = new NotesPage(model);
    el.append(page.root);
    page.ask();
    return () => page.end();
  },
};

class NotesPage {
  constructor(model) {
    this.model = model;
    this.words = model.get("words");
    const { words } = this;
    this.status = make("p", { class: "kit-status", role: "status" });
    this.problem = make("p", { class: "kit-problem", role: "alert", hidden: true });
    this.waiting = make("p", { class: "kit-waiting kit-status", hidden: true });
    this.again = pressable(words.again, () => this.ask(), { look: "kit-plain" });
    this.reload = pressable(words.reload, () => location.reload());
    this.reload.hidden = true;
    this.files = make("ul", { class: "kit-notes-files" });
    this.preview = make("article", { class: "kit-card kit-notes-preview", hidden: true });
    this.root = make("div", { class: "kit-panel kit-notes" }, this.head(), this.side(), this.preview);
    this.hear = (message) => this.heard(message);
    this.leaving = () => this.root.replaceChildren();
    model.on("msg:custom", this.hear);
    window.addEventListener("kit:leaving", this.leaving);
  }

  head() {
    const { words, problem } = this;
    const base = document.querySelector('meta[name="workshop-kit-base"]'); // not in JupyterLab
    const back = base ? make("a", { href: `${base.content}facilitate` }, words.back) : null;
    return make("header", {}, back, make("h1", {}, words.title), make("p", {}, words.lead), problem);
  }

  side() {
    const title = make("h2", { id: uniqueId() }, this.words.take);
    this.take = make("div", { hidden: true }, title, this.files);
    this.take.append(make("p", { class: "kit-notes-copies" }, this.words.copies));
    const row = make("div", { class: "kit-row" }, this.again, this.reload);
    return make("section", { class: "kit-card" }, this.take, this.waiting, this.status, row);
  }

  /** Ask for the notes; resolves when they came, or when it is time to stop waiting. */
  ask() {
    this.asked = newId();
    this.say("reading", this.words.reading);
    this.model.send({ ask: this.asked });
    return new Promise((resolve) => {
      this.answered = resolve;
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.silent(), NO_REPLY);
    });
  }

  silent() {
    this.say("silent", this.words.silent);
    this.reload.hidden = false;
    this.answered();
  }

  heard(message) {
    if (message.ask !== this.asked) return;
    clearTimeout(this.timer);
    this.reload.hidden = true;
    this.show(message);
    this.answered();
  }

  show({ page, files, waiting, problem, read_at: readAt }) {
    const time = new Date(readAt).toLocaleTimeString(document.documentElement.lang || undefined);
    this.say("read", fillIn(this.words.read_at, { time }));
    tell(this.problem, problem || (page ? "" : this.words.nothing));
    tell(this.waiting, waiting);
    this.take.hidden = this.preview.hidden = !page;
    this.files.replaceChildren(this.paper(), ...files.map((file) => this.file(file)));
    this.preview.replaceChildren(...(page ? showNotes(page, this.words.preview) : []));
  }

  paper() {
    const { words } = this;
    const about = make("span", { class: "kit-quiet" }, words.print_about);
    return make("li", {}, pressable(words.print, () => window.print()), about);
  }

  file({ format, name, media_type: type, text }) {
    const save = () => {
      saveFile(name, text, type);
      this.model.send({ saved: format });
      this.say("read", fillIn(this.words.saved, { name }));
    };
    const about = make("span", { class: "kit-quiet" }, this.words[`${format}_about`]);
    return make("li", {}, pressable(this.words[format], save), about);
  }

  say(look, text) {
    this.status.dataset.look = look;
    setText(this.status, text);
  }

  end() {
    clearTimeout(this.timer);
    this.model.off("msg:custom", this.hear);
    window.removeEventListener("kit:leaving", this.leaving);
  }
}

function tell(node, text) {
  setText(node, text);
  node.hidden = !text;
}
