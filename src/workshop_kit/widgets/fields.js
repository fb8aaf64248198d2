// The fields of one question, by the shape of its answer.
import { emptyFields } from "./answer.js";
import { labelled, make, uniqueId } from "./element.js";

/**
 * Make a question's fields. `changed` is called on every change.
 * Return {node, read(), write(fields), lock(whether), blame(id), focus()}.
 */
export function makeFields(question, words, changed) {
  const inputs = new Map();
  const node = make("div", { class: "kit-fields", oninput: changed, onchange: changed });
  const fields = { question, words, inputs, node };
  const build = { personal, list, decision, offers, action }[question.shape];
  build(fields);
  return {
    node,
    read: () => readAll(inputs),
    write: (values) => writeAll(fields, { ...emptyFields(question), ...values }),
    lock: (locked) => inputs.forEach((input) => lockOne(input, locked)),
    blame: (id) => blameFirst(inputs, id),
    focus: () => firstOf(inputs).focus(),
  };
}

function personal({ question, inputs, node }) {
  const text = textArea();
  const tick = make("input", { type: "checkbox", id: uniqueId() });
  const hint = make("p", { class: "kit-quiet", id: uniqueId() }, question.share_hint);
  tick.setAttribute("aria-describedby", hint.id);
  inputs.set("text", text).set("share", tick);
  const label = make("label", { class: "kit-choice", for: tick.id }, tick, question.share_label);
  node.append(labelled(question.label, text, question.caution), label, hint);
}

function list({ question, words, inputs, node }) {
  const items = textArea();
  inputs.set("items", items);
  node.append(labelled(question.label, items, lineHint(question, words)));
}

function decision({ question, words, inputs, node }) {
  const group = uniqueId();
  const radios = question.choices.map(({ value }) =>
    make("input", { type: "radio", name: group, value, id: uniqueId() }),
  );
  const choices = question.choices.map(({ label }, at) =>
    make("label", { class: "kit-choice", for: radios[at].id }, radios[at], label),
  );
  const names = textArea();
  const named = labelled(question.label, names, lineHint(question, words));
  inputs.set("committee", radios).set("names", names);
  const show = () => (named.hidden = chosen(radios) !== "yes");
  node.addEventListener("change", show);
  node.addEventListener("written", show);
  show();
  node.append(make("div", { class: "kit-choices" }, ...choices), named);
}

function offers({ question, inputs, node }) {
  node.append(make("p", { class: "kit-quiet" }, question.caution));
  for (const { key, label, hint } of question.parts) {
    const part = textArea("2");
    inputs.set(key, part);
    node.append(labelled(label, part, hint));
  }
}

function action({ question, inputs, node }) {
  const step = textArea();
  inputs.set("action", step);
  node.append(labelled(question.label, step, question.caution));
}

function lineHint(question, words) {
  return [words.one_each_line, question.caution].filter(Boolean).join(" ");
}

function textArea(rows = "4") {
  // A browser's cloud spell check would send the words out before their owner does.
  return make("textarea", { rows, autocomplete: "off", spellcheck: "false" });
}

function chosen(radios) {
  const one = radios.find((radio) => radio.checked);
  return one ? one.value : "";
}

function readOne(input) {
  if (Array.isArray(input)) return chosen(input);
  return input.type === "checkbox" ? input.checked : input.value;
}

function readAll(inputs) {
  return Object.fromEntries([...inputs].map(([name, input]) => [name, readOne(input)]));
}

function writeOne(input, value) {
  if (Array.isArray(input)) for (const radio of input) radio.checked = radio.value === value;
  else if (input.type === "checkbox") input.checked = value;
  else if (input.value !== value) input.value = value;
}

function writeAll({ inputs, node }, values) {
  for (const [name, input] of inputs) writeOne(input, values[name]);
  node.dispatchEvent(new Event("written"));
}

function lockOne(input, locked) {
  if (Array.isArray(input)) for (const radio of input) radio.disabled = locked;
  else if (input.type === "checkbox") input.disabled = locked;
  else input.readOnly = locked;
}

/** Point from the fields to what is wrong, and go to the first of them; null: nothing is. */
function blameFirst(inputs, id) {
  for (const input of [...inputs.values()].flat()) {
    // A single radio button cannot be invalid; the message stands beside the group.
    if (input.tagName !== "TEXTAREA") continue;
    input.toggleAttribute("aria-errormessage", Boolean(id));
    if (id) input.setAttribute("aria-errormessage", id);
    input.setAttribute("aria-invalid", String(Boolean(id)));
  }
  if (id) firstOf(inputs).focus();
}

function firstOf(inputs) {
  const all = [...inputs.values()].flat();
  return all.find((input) => input.type === "radio" && input.checked) || all[0];
}
