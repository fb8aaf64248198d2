// The projector: what is on it now, and what to put on it.
import { fillIn, make, pressable, setText } from "./element.js";

const SCREENS = ["join", "question", "answers"];

/** What the wall shows of it: a pause ends with the workshop. */
const shownBy = ({ blank, paused, show, layer }, { state }) => {
  if (blank) return "blank";
  if (paused && state === "open") return "paused";
  return show === "answers" && layer !== "alone" ? layer : show;
};

export class ScreenPanel {
  constructor(desk) {
    this.desk = desk;
    this.words = desk.words.screen;
    this.now = make("p", { class: "kit-screen-now" });
    this.buttons = new Map(SCREENS.map((show) => [show, this.button(show)]));
    const open = make("a", { href: `${desk.room.base}projector`, target: "_blank", rel: "noopener" });
    open.append(this.words.open_window);
    const row = make("div", { class: "kit-stack" }, ...this.buttons.values());
    const heading = make("h2", {}, this.words.title);
    this.element = make(
      "section",
      { class: "kit-card kit-screen", "aria-label": this.words.title },
      heading,
      this.now,
      row,
      make("p", { class: "kit-screen-open" }, open),
    );
  }

  button(show) {
    return pressable("", () => this.put(show), { look: "kit-plain kit-toggle" });
  }

  put(show) {
    const { desk } = this;
    const question = show === "join" ? desk.screen.question : desk.chosen;
    return desk.putScreen({ show, question, layer: "alone" }, this.words.done);
  }

  read({ section, part }) {
    const found = this.desk.readings.find((one) => one.section === section && one.part === part);
    return found ? found.heading : "";
  }

  update(desk) {
    const { screen } = desk;
    const said = this.words[`now_${shownBy(screen, desk.feed)}`];
    const about = screen.question ? desk.named(screen.question) : "";
    const { running } = desk.evening;
    const step = running ? desk.stepName(running) : "";
    setText(this.now, fillIn(said, { question: about, heading: this.read(screen), step }));
    for (const [show, button] of this.buttons) {
      const on = shownBy(screen, {}) === show && (show === "join" || screen.question === desk.chosen);
      button.setAttribute("aria-pressed", on ? "true" : "false");
      const question = desk.named(desk.chosen);
      setText(button, fillIn(this.words[show], { question, topic: desk.question.topic }));
    }
  }
}
