// What the room keeps of a question: lines that are chosen from what is approved, or found together.
import { textsOf } from "./answer.js";
import { asLine, EditedLines } from "./edited_lines.js";
import { fillIn, make, pressable, setText } from "./element.js";
import { RevealSwitch } from "./reveal_switch.js";

const LONGEST_KEPT = 500;

export class KeptPanel extends EditedLines {
  constructor(desk) {
    super(desk, desk.words.kept, { kind: "room_answer", fewest: 0, longest: LONGEST_KEPT, level: 5 });
    const { words } = this;
    const show = () => desk.putScreen({ show: "answers", question: this.key, layer: "room" }, words.shown);
    this.show = pressable(words.show, show, { look: "kit-plain" });
    this.reveal = new RevealSwitch(desk, "room");
    const row = make("div", { class: "kit-row kit-review-buttons" }, this.show, this.reveal.element, this.undo);
    this.doubtful = make("p", { class: "kit-warning", hidden: true });
    const parts = [make("p", { class: "kit-quiet" }, words.lead), this.list, this.doubtful, this.from, this.adding, row];
    const heading = make("h4", {}, words.title);
    this.element = make("section", { class: "kit-room-keeps", "aria-label": words.title }, heading, ...parts);
  }

  get now() {
    return this.desk.entries.body(this.kind, this.key) || { lines: [] };
  }

  bodyOf(lines) {
    return { lines };
  }

  /** What was written stands here at once; the feed comes after. */
  heard() {
    this.desk.refresh();
  }

  /** `answers` are those that were read; the approved ones may be chosen from. */
  update(desk, answers) {
    const { key, verbatim_in_notes: verbatim } = desk.question;
    this.element.hidden = !verbatim;
    if (key !== this.key) this.forget(key);
    if (!verbatim) return;
    const { lines, revision } = desk.feed.layers[key].room;
    desk.entries.heard(this.kind, key, revision, { lines });
    this.drawLines();
    this.show.hidden = this.lines.length === 0;
    this.reveal.update(desk, this.lines.length);
    const texts = (wanted) => answers.filter(wanted).flatMap(({ body }) => textsOf(body)).map(asLine);
    const approved = new Set(texts(({ decision }) => decision === "approved"));
    const others = texts(({ decision }) => decision !== "approved");
    this.doubt(this.lines.filter((line) => others.includes(line) && !approved.has(line)));
    // What one person wrote does not stand together.
    this.drawOffered(this.words.offered, [...approved].sort((one, other) => one.localeCompare(other)));
  }

  /** Lines that were chosen, and whose answer is approved no longer. */
  doubt(lines) {
    this.doubtful.hidden = lines.length === 0;
    setText(this.doubtful, lines.length ? fillIn(this.words.doubtful, { lines: lines.join(" · ") }) : "");
  }

  forget(key) {
    this.key = key;
    this.past = [];
    this.text.value = "";
  }
}
