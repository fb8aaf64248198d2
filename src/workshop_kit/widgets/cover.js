// Blank the screens: this one at once, and the projector as soon as the room has heard it.
import { make, pressable, setText, uniqueId } from "./element.js";

const KEY = "b";
const KEPT = "kit:blank-key";

export class Cover {
  /** `content` is what is hidden; `away` closes whatever lies above the page. */
  constructor(desk, content, away) {
    Object.assign(this, { desk, content, away });
    this.words = desk.words.cover;
    this.covered = false;
    this.start = pressable(this.words.blank, () => this.turn(true), { look: "kit-plain" });
    this.pause = pressable(this.words.pause, () => this.turnPause(), { look: "kit-plain" });
    this.makeTick();
    this.how = make("p");
    this.back = pressable(this.words.back, () => this.turn(false));
    const box = make("div", {}, make("h2", {}, this.words.title), this.how, this.back);
    this.element = make("section", { class: "kit-cover", "aria-label": this.words.title }, box);
    this.element.hidden = true;
    this.pressed = (event) => this.key(event);
    document.addEventListener("keydown", this.pressed);
  }

  makeTick() {
    this.tick = make("input", { type: "checkbox", id: uniqueId(), onchange: () => this.keep() });
    this.tick.checked = stored(KEPT) !== "off";
    this.shortcut = make("label", { class: "kit-choice kit-bare", for: this.tick.id });
    this.shortcut.append(this.tick, this.words.shortcut);
  }

  keep() {
    store(KEPT, this.tick.checked ? "on" : "off");
  }

  key(event) {
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.repeat;
    if (!plain || event.key.toLowerCase() !== KEY || !this.tick.checked) return;
    const { target } = event;
    // Not while somebody types, nor in another part of a page that has more than this.
    const typing = target.closest("input:not([type=radio], [type=checkbox]), textarea, select");
    const elsewhere = !target.matches("body, main") && !this.element.parentNode.contains(target);
    if (typing || target.isContentEditable || elsewhere) return;
    event.preventDefault();
    this.turn(!this.covered);
  }

  turn(covered) {
    this.draw(covered);
    (covered ? this.back : this.start).focus();
    const done = covered ? this.words.done : this.words.undone;
    return this.desk.putScreen({ blank: covered }, done);
  }

  /** Calm for everyone; the facilitator's own page goes on. */
  turnPause() {
    const paused = !this.desk.screen.paused;
    return this.desk.putScreen({ paused }, this.words[paused ? "paused" : "gone_on"]);
  }

  /** Another window of the facilitator may have blanked the screens. */
  update(desk) {
    const { paused } = desk.screen;
    setText(this.pause, this.words[paused ? "go_on" : "pause"]);
    this.pause.classList.toggle("kit-plain", !paused);
    this.pause.hidden = desk.feed.state !== "open";
    if (!desk.entries.busy("screen", "projector")) this.draw(desk.screen.blank);
  }

  draw(covered) {
    setText(this.how, this.tick.checked ? this.words.how_key : this.words.how_button);
    if (covered === this.covered) return;
    this.covered = covered;
    if (covered) this.away();
    this.element.hidden = !covered;
    this.content.hidden = covered;
  }

  end() {
    document.removeEventListener("keydown", this.pressed);
  }
}

// A browser may refuse storage; then the choice holds as long as the page does.
function stored(name) {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

function store(name, text) {
  try {
    localStorage.setItem(name, text);
  } catch {
    // See above.
  }
}
