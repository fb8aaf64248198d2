// Read aloud: one short part of the toolkit in large type, and on the wall if it helps.
import { fillIn, labelled, make, pressable, setOff, setText } from "./element.js";
import { readingBlocks } from "./reading_blocks.js";

export class ReadingPanel {
  constructor(desk) {
    this.desk = desk;
    this.words = desk.words.reading;
    this.at = 0;
    this.before = null; // what the wall showed before it was read from
    this.makeChoices();
    this.heading = make("h3", { class: "kit-lectern-heading" });
    this.text = make("div", { class: "kit-lectern-text" });
    this.minutes = make("p", { class: "kit-quiet" });
    this.place = make("p", { class: "kit-quiet", role: "status" });
    this.wall = make("p", { class: "kit-screen-now" });
    this.makeButtons();
    this.element = this.whole();
    this.draw();
  }

  makeChoices() {
    const { readings } = this.desk;
    const titles = new Map(readings.map(({ section, title }) => [section, title]));
    const options = [...titles].map(([key, title]) => make("option", { value: key }, title));
    const first = () => readings.findIndex(({ section }) => section === this.section.value);
    this.section = make("select", { onchange: () => this.go(first()) }, ...options);
    this.part = make("select", { onchange: () => this.go(Number(this.part.value)) });
  }

  makeButtons() {
    const { words } = this;
    this.previous = pressable(words.previous, () => this.go(this.at - 1), { look: "kit-plain" });
    this.next = pressable(words.next, () => this.go(this.at + 1), { look: "kit-plain" });
    this.show = pressable(words.show, () => this.put());
    this.off = pressable(words.take_off, () => this.takeOff(), { look: "kit-plain" });
  }

  whole() {
    const { words } = this;
    const choose = make("div", { class: "kit-lectern-choice" });
    choose.append(labelled(words.section, this.section), labelled(words.part, this.part));
    const moves = make("div", { class: "kit-row" }, this.previous, this.next);
    const walls = make("div", { class: "kit-row" }, this.show, this.off);
    const parts = [choose, this.heading, this.text, this.minutes, this.place, moves, this.wall, walls];
    return make("div", { class: "kit-lectern" }, ...parts);
  }

  get reading() {
    return this.desk.readings[this.at];
  }

  get onWall() {
    return this.desk.feed !== null && this.desk.screen.show === "reading";
  }

  /** Go to a part; what stands on the wall goes along. */
  async go(place) {
    if (place < 0 || place >= this.desk.readings.length) return;
    this.at = place;
    this.draw();
    if (this.onWall) await this.put();
  }

  put() {
    const { desk, reading } = this;
    const { show, section, part } = desk.screen;
    if (show !== "reading") this.before = show;
    const language = document.documentElement.lang || "";
    const wanted = { show: "reading", section: reading.section, part: reading.part, language };
    const same = show === "reading" && section === reading.section && part === reading.part;
    return desk.putScreen(wanted, same ? "" : this.words.done);
  }

  /** Put back what the wall showed before. */
  takeOff() {
    const { desk } = this;
    const show = this.before || (desk.screen.question ? "question" : "join");
    return desk.putScreen({ show }, this.words.off);
  }

  draw() {
    const { reading, words } = this;
    const { readings } = this.desk;
    this.section.value = reading.section;
    this.drawParts(readings, reading.section);
    this.part.value = String(this.at);
    setText(this.heading, reading.heading);
    this.text.replaceChildren(...readingBlocks(reading.blocks));
    setText(this.minutes, fillIn(words.minutes, { number: reading.minutes }));
    setText(this.place, fillIn(words.place, { number: this.at + 1, total: readings.length }));
    setOff(this.previous, this.at === 0);
    setOff(this.next, this.at === readings.length - 1);
  }

  drawParts(readings, wanted) {
    if (this.part.dataset.section === wanted) return;
    this.part.dataset.section = wanted;
    const option = ({ section, heading }, place) =>
      section === wanted ? make("option", { value: String(place) }, heading) : null;
    this.part.replaceChildren(...readings.map(option).filter(Boolean));
  }

  update(desk) {
    const { show, blank, section, part } = desk.screen;
    const on = show === "reading";
    const held = document.activeElement === this.off;
    this.off.hidden = !on;
    if (!on && held) this.show.focus();
    const found = desk.readings.find((one) => one.section === section && one.part === part);
    const mine = on && found === this.reading;
    setOff(this.show, mine);
    this.wall.hidden = !on;
    const said = blank ? this.words.blank : this.words.on_wall;
    setText(this.wall, on ? fillIn(said, { heading: found ? found.heading : "" }) : "");
  }
}
