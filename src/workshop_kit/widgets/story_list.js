// The stories that are written down: each as text, with what can be done about it.
import { fillIn, make, pressable } from "./element.js";

/** Return the element of one story. `on` is {change, remove}. */
export function storyItem({ body }, words, on) {
  const about = fillIn(words.about, { title: body.title });
  const status = make("p", { class: "kit-status" }, words[body.public ? "is_public" : "is_inside"]);
  status.classList.toggle("kit-waiting", !body.public);
  const buttons = make(
    "div",
    { class: "kit-row" },
    pressable(words.change, on.change, { look: "kit-plain", about }),
    pressable(words.remove, on.remove, { look: "kit-text", about }),
  );
  const title = make("h4", {}, body.title);
  return make("li", { class: "kit-card" }, title, facts(body, words), status, buttons);
}

function facts({ did, partners, changed, link }, words) {
  const told = { did: [did], partners, changed: [changed], link: [link] };
  const rows = Object.entries(told).filter(([, texts]) => texts.some(Boolean));
  return make("dl", { class: "kit-parts" }, ...rows.map(([name, texts]) => row(words[name], name, texts)));
}

function row(label, name, texts) {
  const value = (text) => make("dd", { class: "kit-words" }, name === "link" ? outside(text) : text);
  return make("div", {}, make("dt", {}, label), ...texts.map(value));
}

/** Only a web address becomes a link; whatever else stands there stays text. */
function outside(address) {
  if (!/^https?:\/\//i.test(address)) return address;
  return make("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, address);
}
