// The facilitator's page: prepare and open, questions, review, projector, enter for others, close.
import { AgendaPanel } from "./agenda_panel.js";
import { AgreementPanel } from "./agreement_panel.js";
import { BoardHeader } from "./board_header.js";
import { CallBanner } from "./call_banner.js";
import { CheckPanel } from "./check_panel.js";
import { ChosenPanel } from "./chosen_panel.js";
import { ClosingPanel } from "./closing_panel.js";
import { ContentPanel } from "./content_panel.js";
import { Cover } from "./cover.js";
import { DebriefPanel } from "./debrief_panel.js";
import { Desk } from "./desk.js";
import { DetailsPanel } from "./details_panel.js";
import { focusOn, make, setText } from "./element.js";
import { ForOthers } from "./for_others.js";
import { GuidanceDialog } from "./guidance_dialog.js";
import { HelpNag } from "./help_nag.js";
import { JoinPanel } from "./join_panel.js";
import { JumpLinks } from "./jump_links.js";
import { OffersPanel } from "./offers_panel.js";
import { OpeningPanel } from "./opening_panel.js";
import { OwnPanel } from "./own_panel.js";
import { PlanPanel } from "./plan_panel.js";
import { QuestionsPanel } from "./questions_panel.js";
import { ReadingPanel } from "./reading_panel.js";
import { openRoom } from "./room.js";
import { SavingTrouble } from "./saving_trouble.js";
import { ScreenPanel } from "./screen_panel.js";
import { StepPanel } from "./step_panel.js";
import { TableEntry } from "./table_entry.js";
import { ThemesPanel } from "./themes_panel.js";
import { Voice } from "./voice.js";
import { VotePanel } from "./vote_panel.js";

// What is led with in which kinds of steps.
const UNFOLDS = { agreement: ["agreement"], vote: ["vote"], check: ["arrival", "opening", "closing"], plan: ["closing"] };

const asked = ({ checks }) => Object.values(checks).some(({ state }) => state !== "waiting");

export default {
  render({ model, el }) {
    const given = {};
    const names = ["words", "questions", "help", "guidance", "readings", "agenda", "agreement", "moods", "content"];
    for (const name of names) given[name] = model.get(name);
    const board = new BoardPage(given);
    el.append(board.root);
    board.begin();
    return () => board.end();
  },
};

class BoardPage {
  constructor(given) {
    this.words = given.words;
    this.unfolded = new Map(); // the step for which something stands open
    this.room = openRoom("facilitator");
    this.voice = new Voice(given.words.desk);
    this.note = make("p", { class: "kit-card kit-note" });
    this.content = make("div", { class: "kit-board-content", hidden: true });
    this.root = make("div", { class: "kit-panel kit-board" }, this.note, this.content);
    if (this.room) this.build(new Desk(this.room, this.voice, given));
    setText(this.note, this.words.desk[this.room ? "looking" : "no_room"]);
    this.leaving = () => this.root.replaceChildren();
    window.addEventListener("kit:leaving", this.leaving);
  }

  build(desk) {
    this.desk = desk;
    this.dialog = new GuidanceDialog(desk.words.review, desk.guidance);
    this.cover = new Cover(desk, this.content, () => this.dialog.close());
    const header = (this.header = new BoardHeader(desk, this.cover));
    const columns = this.columns(desk);
    this.jump = new JumpLinks(desk.words.header.parts, this.parts(desk.words));
    const trouble = new SavingTrouble(desk);
    const call = new CallBanner(desk, () => focusOn(header.title));
    this.content.append(header.element, call.element, trouble.element, this.jump.element, columns);
    this.root.append(this.cover.element, this.voice.element, this.dialog.element);
    desk.panels = [header, call, trouble, ...this.panels, this.cover, this];
  }

  columns(desk) {
    const chosen = new ChosenPanel(desk, this.dialog);
    const questions = (this.questions = new QuestionsPanel(desk, () => chosen.arrive()));
    const opening = (this.opening = new OpeningPanel(desk));
    const tonight = (this.tonight = new AgendaPanel(desk));
    const step = (this.step = new StepPanel(desk));
    const join = (this.join = new JoinPanel(desk));
    const screen = (this.screen = new ScreenPanel(desk));
    const closing = (this.closing = new ClosingPanel(desk));
    const debrief = (this.debrief = new DebriefPanel(desk));
    this.nag = new HelpNag(desk);
    this.others = new ForOthers(this.room, this.voice, desk.questions, desk.words.others);
    this.tables = new TableEntry(this.room, desk.questions, desk.words.tables);
    this.details = new DetailsPanel(desk);
    const own = new OwnPanel(desk);
    const reading = new ReadingPanel(desk);
    const aloud = this.disclosed(desk.words.reading.title, reading.element);
    const agreeing = (this.agreement = new AgreementPanel(desk));
    const agreement = this.disclosed(desk.words.agreement.title, agreeing.element);
    const checking = new CheckPanel(desk);
    const check = this.disclosed(desk.words.check.title, checking.element);
    const theming = (this.theming = new ThemesPanel(desk));
    const themes = this.disclosed(desk.words.themes.title, theming.element);
    const voting = (this.voting = new VotePanel(desk));
    const vote = this.disclosed(desk.words.vote.title, voting.element);
    const planning = (this.planning = new PlanPanel(desk));
    const plan = this.disclosed(desk.words.plan.title, planning.element);
    const offering = new OffersPanel(desk, (what) => this.act(what));
    const offers = this.disclosed(desk.words.offers.title, offering.element);
    this.chosen = chosen;
    this.panels = [opening, tonight, step, questions, chosen, join, screen, closing, debrief, this.details, reading, agreeing, theming, checking, voting, planning, offering, this.nag];
    const entering = this.card("kit-entering", desk.words.others.title, this.others.element, this.tables.element);
    this.home = make("div");
    const facts = this.disclosed(desk.words.details.read_before, this.home);
    this.middle = make("div", { class: "kit-column kit-middle" });
    this.middle.append(closing.after, debrief.element, opening.element, chosen.element, themes, agreement, check, vote, plan, offers, entering, aloud);
    this.front = make("div", { class: "kit-column kit-front" }, step.element);
    this.left = make("div", { class: "kit-column kit-left" }, questions.element);
    this.right = make("div", { class: "kit-column kit-right" });
    this.right.append(join.element, screen.element, facts, own.element, closing.element);
    if (desk.content.own) {
      const { element } = new ContentPanel(desk);
      this.right.append(this.disclosed(desk.words.content.title, element));
    }
    this.only = { entering, facts, aloud, agreement, themes, check, vote, plan, offers };
    return make("div", { class: "kit-columns" }, this.front, this.left, this.middle, this.right);
  }

  parts(words) {
    const { tonight, step, questions, nag, opening, chosen, join, screen, closing, debrief, only } = this;
    const named = (panels) =>
      Object.entries(panels).map(([name, { element }]) => [words[name].title, element]);
    return [
      [words.agenda.now, step.element],
      [words.agenda.title, tonight.element],
      ...named({ debrief, questions, nag, opening, chosen }),
      [words.themes.title, only.themes],
      [words.agreement.title, only.agreement],
      [words.check.title, only.check],
      [words.vote.title, only.vote],
      [words.plan.title, only.plan],
      [words.offers.title, only.offers],
      [words.others.title, only.entering],
      [words.reading.title, only.aloud],
      ...named({ join, screen }),
      [words.details.read_before, only.facts],
      ...named({ closing }),
    ];
  }

  /** An offer becomes an action, where it can be seen. */
  act(what) {
    this.only.plan.querySelector("details").open = true;
    return this.planning.takeOver(what);
  }

  card(look, title, ...parts) {
    const heading = make("h2", {}, title);
    const attributes = { class: `kit-card ${look}`, "aria-label": title };
    return make("section", attributes, heading, ...parts);
  }

  disclosed(title, part) {
    const inside = make("details", {}, make("summary", {}, title), part);
    return make("section", { class: "kit-card kit-disclosed", "aria-label": title }, inside);
  }

  async begin() {
    if (!this.room) return;
    try {
      this.unfollow = await this.desk.begin(() => this.gone());
    } catch (error) {
      this.refused(error);
    }
  }

  /** Called last of all panels: show what belongs to a workshop in this state. */
  update({ feed, session }) {
    this.note.hidden = true;
    this.content.hidden = this.cover.covered;
    this.content.dataset.state = feed.state;
    const before = feed.state === "draft";
    this.front.hidden = this.step.element.hidden;
    this.left.hidden = this.chosen.element.hidden = before;
    this.only.facts.hidden = before;
    this.only.aloud.hidden = feed.state === "closed";
    this.only.agreement.hidden = feed.state !== "open";
    this.only.check.hidden = feed.state === "draft" || (feed.state === "closed" && !asked(feed));
    this.only.themes.hidden = before || !this.theming.possible;
    this.only.vote.hidden = feed.state === "closed" && feed.all_votes.length === 0;
    this.only.offers.hidden = this.only.plan.hidden = feed.state === "draft";
    for (const [name, kinds] of Object.entries(UNFOLDS)) this.unfold(name, kinds);
    const home = before ? this.opening.home : this.home;
    if (this.details.element.parentNode !== home) home.append(this.details.element);
    const agendaHome = before ? this.opening.agenda : this.left;
    if (this.tonight.element.parentNode !== agendaHome) agendaHome.prepend(this.tonight.element);
    const corner = before ? this.opening.nag : this.middle;
    if (this.nag.element.parentNode !== corner) corner.prepend(this.nag.element);
    // It is at hand while people answer, and makes room for the review.
    this.only.entering.hidden = feed.state !== "open" || !this.anyOpen(feed);
    this.others.update(feed);
    this.tables.update(feed.tables);
    this.jump.update();
    // The feed may tell before the reply does; buttons go with either of them.
    const state = `${feed.state} ${session.state}`;
    if (this.state && this.state !== state) this.turned();
    this.state = state;
  }

  /** The button that opened or closed the workshop is gone, and the focus with it. */
  turned() {
    const { activeElement } = document;
    if (activeElement === document.body || !activeElement.offsetParent) focusOn(this.header.title);
  }

  /** What a kind of step is led with is unfolded when that begins, and folded when it is over. */
  unfold(name, kinds) {
    const { running } = this.desk.evening;
    const now = running && kinds.includes(running.kind) ? running.id : null;
    const before = this.unfolded.get(name) || null;
    this.unfolded.set(name, now);
    if (now === before) return;
    const card = this.only[name];
    const details = card.querySelector("details");
    details.open = now !== null || (details.open && !before);
    // While its step runs it stands first; else below the question and its themes.
    this.middle.insertBefore(card, now ? this.chosen.element : this.only.themes.nextSibling);
  }

  anyOpen(feed) {
    return Object.values(feed.questions).includes("open");
  }

  refused(error) {
    if (error.code === "left") return;
    if (error.status === 401) this.gone();
    else setText(this.note, error.status === 404 ? this.words.desk.no_room : error.message);
  }

  /** The room no longer knows this page: nothing of it stays in sight. */
  gone() {
    const again = make("a", { href: `${this.room.base}facilitate` }, this.words.desk.sign_in);
    this.cover.draw(false);
    this.content.hidden = true;
    this.note.hidden = false;
    this.note.replaceChildren(this.words.desk.signed_out, " ", again);
  }

  end() {
    window.removeEventListener("kit:leaving", this.leaving);
    for (const panel of [this.cover, this.tonight, this.step, this.debrief]) if (panel) panel.end();
    if (this.unfollow) this.unfollow();
  }
}
