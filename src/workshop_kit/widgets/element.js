// Real HTML in few words, and buttons that work once at a time.
import { newId } from "./new_id.js";

/**
 * Make an element. A function under `onclick` and the like listens; true and false set a
 * property; null leaves the attribute out.
 */
export function make(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") node.addEventListener(name.slice(2), value);
    else if (typeof value === "boolean") node[name] = value;
    else if (value !== null) node.setAttribute(name, value);
  }
  node.append(...children.filter((child) => child !== null && child !== ""));
  return node;
}

/** Return an id that no other widget of the page has. */
export function uniqueId() {
  return `kit-${newId().slice(0, 12)}`;
}

/** Write a text only where it differs: a live region speaks, and a selection stays. */
export function setText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

/** Fill the `{named}` places of a message. */
export function fillIn(message, values) {
  return message.replace(/\{(\w+)\}/g, (place, name) => (name in values ? values[name] : place));
}

/** Text that only a screen reader meets. */
export function unseen(text) {
  return make("span", { class: "kit-unseen" }, text);
}

/**
 * Make a button. `about` names, for those who do not see it, what it acts on. While its action is
 * under way it takes no second press, and keeps its focus (a disabled button would lose it).
 */
export function pressable(label, action, { look = "", about = "" } = {}) {
  const press = async () => {
    if (node.getAttribute("aria-busy") === "true" || node.getAttribute("aria-disabled") === "true") return;
    node.setAttribute("aria-busy", "true");
    try {
      await action();
    } finally {
      node.removeAttribute("aria-busy");
    }
  };
  const attributes = { type: "button", class: `kit-button ${look}`.trim(), onclick: press };
  const node = make("button", attributes, label, about ? unseen(` ${about}`) : null);
  return node;
}

/** Say whether a button has anything to do; it stays where it is, and can be reached. */
export function setOff(node, off) {
  node.setAttribute("aria-disabled", off ? "true" : "false");
}

/** Make a labelled field; `field` is an input, textarea or select without an id. */
export function labelled(label, field, hint = "") {
  field.id = field.id || uniqueId();
  const note = hint ? make("p", { class: "kit-quiet", id: uniqueId() }, hint) : null;
  if (note) field.setAttribute("aria-describedby", note.id);
  return make("div", { class: "kit-field" }, make("label", { for: field.id }, label), note, field);
}

/** Do something once an element can be seen: widgets of a page are shown together, when all are ready. */
export function onceShown(node, act) {
  const sized = new ResizeObserver(() => {
    if (!node.getClientRects().length) return;
    sized.disconnect();
    act();
  });
  sized.observe(node);
}

/** Move the focus to something that is no control, such as a heading. */
export function focusOn(node) {
  node.setAttribute("tabindex", "-1");
  node.focus();
}
