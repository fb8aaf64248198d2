// A remark that concerns a whole page: of several widgets on it, only the first makes it.
import { make } from "./element.js";

const SHARED = Symbol.for("workshop_kit.notices");

export class Notice {
  constructor() {
    this.node = make("div", { class: "kit-notice", role: "status" });
    this.text = "";
    this.more = [];
    this.all = globalThis[SHARED] = globalThis[SHARED] || new Set();
    this.all.add(this);
  }

  /** Make a remark, with what belongs to it; "" takes it back. */
  say(text, ...more) {
    if (text === this.text) return;
    Object.assign(this, { text, more });
    for (const one of this.all) one.show();
  }

  show() {
    const shown = this.text && !this.saidBefore() ? this.text : "";
    if (shown === this.node.dataset.text) return;
    this.node.dataset.text = shown;
    this.node.replaceChildren(...(shown ? [make("p", {}, shown), ...this.more] : []));
  }

  /** JupyterLab has several notebooks in one document. */
  get page() {
    return this.node.closest(".jp-NotebookPanel");
  }

  saidBefore() {
    const all = [...this.all];
    const before = all.slice(0, all.indexOf(this));
    return before.some(({ text, page }) => text === this.text && page === this.page);
  }

  end() {
    this.all.delete(this);
    for (const one of this.all) one.show();
  }
}
