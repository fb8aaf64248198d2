// How people get in: QR code, code in large letters, the address, and which one of several.
import { fillIn, make, pressable, setText, uniqueId } from "./element.js";
import { grouped, plainAddress } from "./joining.js";
import { TwoSteps } from "./two_steps.js";

export class JoinPanel {
  constructor(desk) {
    this.desk = desk;
    this.words = desk.words.join;
    this.kept = "";
    this.warning = make("div", { class: "kit-warning", role: "alert", hidden: true });
    this.makeCode();
    this.makeChoice();
    this.makeHelpers();
    this.tries = make("p", { class: "kit-quiet", hidden: true });
    this.renewal = this.makeRenewal();
    const parts = [this.warning, this.note, this.ways, this.choice, this.helpers, this.tries];
    parts.push(this.renewal.element);
    const heading = make("h2", {}, this.words.title);
    this.element = make("section", { class: "kit-card kit-join", "aria-label": this.words.title });
    this.element.append(heading, ...parts);
  }

  makeCode() {
    const { words } = this;
    this.note = make("p", { class: "kit-join-note" });
    this.qr = make("img", { class: "kit-qr", width: "260", height: "260" });
    this.code = make("p", { class: "kit-code" });
    this.address = make("p", { class: "kit-address" });
    const code = make("div", {}, make("p", { class: "kit-quiet" }, words.code), this.code);
    const address = make("div", {}, make("p", { class: "kit-quiet" }, words.address), this.address);
    this.ways = make("div", { class: "kit-join-ways" }, this.qr, address, code);
  }

  makeChoice() {
    this.radios = make("div", { class: "kit-choices" });
    const legend = make("legend", {}, this.words.several);
    const fieldset = make("fieldset", {}, legend, this.radios);
    this.choice = make("div", { hidden: true }, fieldset);
    this.group = uniqueId();
  }

  makeHelpers() {
    const { words } = this;
    this.helperAddress = make("p");
    this.scribe = make("strong", { class: "kit-helper-code" });
    this.projector = make("strong", { class: "kit-helper-code" });
    this.helpers = make(
      "details",
      {},
      make("summary", {}, words.helpers),
      this.helperAddress,
      make("dl", { class: "kit-parts" },
        make("div", {}, make("dt", {}, words.scribe), make("dd", {}, this.scribe)),
        make("div", {}, make("dt", {}, words.projector), make("dd", {}, this.projector))),
    );
  }

  /** Another code, where wrong ones rain in or the old one went to people who are not here. */
  makeRenewal() {
    const { words } = this;
    const named = { start: words.renew, sure: words.renew_sure, no: words.renew_no };
    const steps = new TwoSteps(named, () => this.renew());
    steps.explain(words.renew_effect, words.renew_stay);
    return steps;
  }

  async renew() {
    const { desk } = this;
    const { room } = desk;
    const once = () => room.once("POST", room.path("join-code"), {});
    const session = await desk.attempt(once, this.words.renewed);
    if (session) desk.session = session;
    desk.refresh();
    return Boolean(session);
  }

  update(desk) {
    const { session, feed, addresses } = desk;
    this.renewal.element.hidden = session.state === "closed" || session.demo;
    const chosen = desk.screen.address;
    const lost = Boolean(chosen) && !addresses.includes(chosen) && !isLocal(addresses[0]);
    const address = addresses.includes(chosen) ? chosen : addresses[0] || "";
    // Before opening, nothing hangs on the wall yet: what is there now is taken quietly.
    const free = !chosen || (lost && feed.state === "draft");
    if (free && address) this.keep(address);
    this.showNote(session, address, feed.state);
    this.showWays(session, address);
    this.showChoice(session.state === "closed" ? [] : addresses, address);
    this.showWarning(lost && feed.state === "open", chosen, address);
    setText(this.helperAddress, fillIn(this.words.helpers_how, { address: plainAddress(`${address}/helper`) }));
    setText(this.scribe, grouped(session.scribe_code));
    setText(this.projector, grouped(session.projector_code));
    this.tries.hidden = feed.wrong_tries < 5;
    setText(this.tries, fillIn(this.words.wrong_tries, { number: feed.wrong_tries }));
  }

  /** Remember what stands on the wall, so that a change of it can be told. */
  keep(address) {
    if (this.kept === address) return;
    this.kept = address;
    this.desk.storeAddress(address);
  }

  showNote(session, address, state) {
    const { words } = this;
    const texts = [];
    if (state === "closed") texts.push(words.over);
    else if (session.demo) texts.push(words.demo);
    else if (isLocal(address)) texts.push(words.only_here);
    else if (!address) texts.push(words.no_network);
    if (state === "draft" && !isLocal(address)) texts.push(words.not_yet);
    setText(this.note, texts.join(" "));
    this.note.hidden = texts.length === 0;
  }

  showWays(session, address) {
    const over = session.state === "closed";
    this.ways.hidden = !address || over;
    this.helpers.hidden = !address || over;
    if (!address) return;
    const rest = `qr.svg?code=${session.join_code}&address=${encodeURIComponent(address)}`;
    const source = this.desk.room.address(rest);
    if (this.qr.getAttribute("src") !== source) this.qr.setAttribute("src", source);
    this.qr.setAttribute("alt", fillIn(this.words.qr, { address: plainAddress(address) }));
    setText(this.address, plainAddress(address));
    setText(this.code, grouped(session.join_code));
  }

  showChoice(addresses, address) {
    this.choice.hidden = addresses.length < 2;
    const now = [...this.radios.querySelectorAll("input")].map((radio) => radio.value);
    if (now.join() !== addresses.join()) {
      this.radios.replaceChildren(...addresses.map((one) => this.radio(one)));
    }
    for (const radio of this.radios.querySelectorAll("input")) {
      radio.checked = radio.value === address;
    }
  }

  radio(address) {
    const choose = () => this.choose(address);
    const input = make("input", { type: "radio", name: this.group, value: address, onchange: choose });
    return make("label", { class: "kit-choice" }, input, plainAddress(address));
  }

  choose(address) {
    return this.desk.putScreen({ address }, fillIn(this.words.chosen, { address: plainAddress(address) }));
  }

  showWarning(lost, old, address) {
    const told = lost ? `${old} ${address}` : "";
    if (this.told === told) return;
    this.told = told;
    this.warning.hidden = !lost;
    this.warning.replaceChildren();
    if (!lost) return;
    const text = address ? this.words.changed : this.words.changed_none;
    this.warning.append(make("p", {}, fillIn(text, { old: plainAddress(old), address: plainAddress(address) })));
    if (!address) return;
    const label = fillIn(this.words.switch, { address: plainAddress(address) });
    this.warning.append(pressable(label, () => this.choose(address)));
  }
}

function isLocal(address) {
  return /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:|$)/.test(address || "");
}
