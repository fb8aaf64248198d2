// The word of where the group is, and a way there; nobody is moved.
import { make, pressable, setText } from "./element.js";

/**
 * `go(key)` leads to a place of this page, `stay(id)` is told that this has been read. Return
 * {node, draw(offer)}; an offer is {id, text}, with `key` where it is a place of this page and
 * `href` where it is another page, which `reads` says is one to read along on.
 */
export function makeOffer(words, go, stay) {
  const text = make("p", { role: "status" });
  const there = pressable(words.go_there, () => go(shown.key));
  const page = make("a", { class: "kit-button" });
  const here = pressable(words.stay_here, () => stay(shown.id), { look: "kit-plain" });
  const seen = pressable(words.seen, () => stay(shown.id), { look: "kit-plain" });
  const buttons = make("div", { class: "kit-row", hidden: true }, there, page, here, seen);
  const node = make("section", { class: "kit-offer", "aria-label": words.the_group }, text, buttons);
  let shown = null;
  const draw = (offer) => {
    shown = offer;
    node.classList.toggle("kit-none", !offer);
    buttons.hidden = !offer;
    setText(text, offer ? offer.text : "");
    if (!offer) return;
    there.hidden = !offer.key;
    page.hidden = !offer.href;
    here.hidden = !offer.key && !offer.href;
    seen.hidden = !here.hidden;
    if (!offer.href) return;
    page.setAttribute("href", offer.href);
    setText(page, offer.reads ? words.read_along : words.go_there);
  };
  draw(null);
  return { node, draw };
}
