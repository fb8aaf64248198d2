// The sheet of one question: real HTML that is made once and then only shown or hidden.
import { fillIn, focusOn, make, pressable, setText, uniqueId } from "./element.js";
import { makeFields } from "./fields.js";
import { showAnswer } from "./shown.js";
import { makeWorksheet } from "./worksheet.js";

/**
 * Make a sheet; `level` is its heading's. `on` has what its controls do: changed, send, skip, leave, change, takeBack,
 * keepMine, keepOther. Return {root, heading, status, fields, place(withGroup), draw(view),
 * count(text), blame(text), ask()}.
 */
export function makePaper({ question, total, words, level }, on) {
  const sheet = {
    question,
    words,
    on,
    level,
    heading: make(`h${level}`, { tabindex: "-1" }, question.text),
    fields: makeFields(question, words, on.changed),
    told: make("p", { class: "kit-told" }),
    shown: make("div"),
    count: make("p", { class: "kit-quiet kit-count", role: "status" }),
    problem: make("p", { class: "kit-problem", role: "alert", id: uniqueId() }),
    both: make("div", { class: "kit-both" }),
    status: make("p", { class: "kit-status", role: "status" }),
    edit: editRow(words, on),
    sent: sentRow(words, on),
    confirm: make("div"),
  };
  sheet.place = make("span", { class: "kit-place" });
  sheet.root = assemble(sheet);
  const place = (withGroup) => {
    const text = withGroup ? words.place_with_group : words.place;
    setText(sheet.place, fillIn(text, { number: question.number, topic: question.topic, total }));
  };
  return {
    root: sheet.root,
    heading: sheet.heading,
    status: sheet.status,
    fields: sheet.fields,
    place,
    draw: (view) => keepingFocus(sheet, () => draw(sheet, view)),
    count: (text) => setText(sheet.count, text),
    blame: (text) => blame(sheet, text),
    ask: () => ask(sheet),
  };
}

function assemble(sheet) {
  const { question, heading, told, fields, shown, count, problem, both, status } = sheet;
  const hint = question.hint ? make("p", { class: "kit-quiet" }, question.hint) : null;
  const legend = make("legend", {}, sheet.place, heading);
  const parts = [told, fields.node, makeWorksheet(question), shown, count, problem, status, both];
  const rows = [sheet.edit.node, sheet.sent.node, sheet.confirm];
  const submit = (event) => {
    event.preventDefault();
    sheet.on.send();
  };
  const whole = make("fieldset", {}, legend, hint, ...parts, ...rows);
  // By this id a page leads to the question.
  const attributes = { id: `kit-${question.key}`, class: "kit-card", noValidate: true, autocomplete: "off", onsubmit: submit };
  return make("form", attributes, whole);
}

function editRow(words, on) {
  const send = make("button", { type: "submit", class: "kit-button" }, words.send);
  const skip = pressable(words.skip, on.skip, { look: "kit-plain" });
  const leave = pressable(words.leave_as_it_was, on.leave, { look: "kit-plain" });
  return { node: make("div", { class: "kit-row" }, send, skip, leave), send, skip, leave };
}

function sentRow(words, on) {
  const change = pressable(words.change, on.change, { look: "kit-plain" });
  const back = pressable(words.take_back, on.takeBack, { look: "kit-plain" });
  return { node: make("div", { class: "kit-row" }, change, back), change, back };
}

function draw(sheet, view) {
  const { told, fields, shown, both, status, edit, sent, confirm, words } = sheet;
  say(told, view.told);
  fields.node.hidden = !view.editable && !view.locked;
  fields.lock(!view.editable);
  drawBody(sheet, view);
  drawBoth(both, view.both, sheet);
  setText(status, view.status.text);
  status.dataset.look = view.status.look;
  edit.node.hidden = view.row !== "edit";
  setText(edit.send, view.private ? words.keep : words.send);
  edit.send.setAttribute("aria-disabled", String(view.busy));
  edit.skip.hidden = view.answered;
  edit.leave.hidden = !view.answered;
  if (view.row !== "sent") confirm.replaceChildren();
  sent.node.hidden = view.row !== "sent" || confirm.firstChild !== null;
  setText(sent.change, view.skipped ? words.answer_after_all : words.change);
  sent.back.hidden = view.skipped;
  shown.hidden = !view.body;
}

function say(node, text) {
  setText(node, text);
  node.hidden = !text;
}

function drawBody({ shown, question, words }, { body, kept }) {
  const now = JSON.stringify([body, kept]);
  if (shown.dataset.now === now) return;
  shown.dataset.now = now;
  shown.replaceChildren(...(body ? [showAnswer(question, body, words, kept)] : []));
}

/** Show my words and the room's, when both changed; {mine, other} or null. */
function drawBoth(node, versions, { question, words, on, level }) {
  node.hidden = !versions;
  const now = JSON.stringify(versions);
  if (node.dataset.now === now) return;
  node.dataset.now = now;
  node.replaceChildren();
  if (!versions) return;
  const { mine, kept, other } = versions;
  const gone = make("p", {}, words.other_gone);
  const title = (text) => make(`h${level + 1}`, {}, text);
  node.append(
    version(title(words.mine), showAnswer(question, mine, words, kept), words.keep_mine, on.keepMine),
    version(title(words.other), other ? showAnswer(question, other, words) : gone, words.keep_other, on.keepOther),
  );
}

function version(title, shown, label, action) {
  const button = pressable(label, action, { look: "kit-plain" });
  return make("div", { class: "kit-version" }, title, shown, button);
}

/** Say what keeps the answer from being sent; "" when nothing does. */
function blame({ problem, fields }, text) {
  setText(problem, text);
  fields.blame(text ? problem.id : null);
}

/** Ask before taking back: the words are gone then, here too. */
function ask({ confirm, sent, words, on }) {
  const close = () => {
    confirm.replaceChildren();
    sent.node.hidden = false;
    sent.back.focus();
  };
  const sure = () => {
    close();
    on.takeBackNow();
  };
  confirm.replaceChildren(confirmation(words.take_back_ask, words, sure, close));
  sent.node.hidden = true;
  focusOn(confirm.querySelector("p"));
}

/** Make a question with a yes and a no. */
export function confirmation(text, words, yes, no) {
  const question = make("p", { id: uniqueId() }, text);
  const sure = pressable(words.take_back_yes, yes, { look: "kit-warn" });
  const keep = pressable(words.take_back_no, no, { look: "kit-plain" });
  const row = make("div", { class: "kit-row" }, sure, keep);
  const about = { class: "kit-confirm", role: "group", "aria-labelledby": question.id };
  return make("div", about, question, row);
}

/** Where the change hides what had the focus, the status line takes it. */
function keepingFocus({ root, status }, change) {
  const focused = document.activeElement;
  const mine = root.contains(focused) && focused.getClientRects().length > 0;
  change();
  if (mine && (!root.contains(focused) || focused.getClientRects().length === 0)) focusOn(status);
}
