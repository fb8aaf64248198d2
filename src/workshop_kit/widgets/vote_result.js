// What came of a vote: a list with bars, most dots first; a tie is told as a tie.
import { fillIn, make } from "./element.js";

/** `result` is [{id, dots, place, tied}]; `words` has `vote_result` and `vote_tied`. */
export function resultList(options, result, words) {
  const most = Math.max(1, ...result.map(({ dots }) => dots));
  const texts = new Map(options.map(({ id, text }) => [id, text]));
  const item = ({ id, dots, tied }) => {
    const bar = make("i");
    bar.style.width = `${Math.round((100 * dots) / most)}%`;
    const number = fillIn(tied ? words.vote_tied : words.vote_result, { dots });
    const line = make("span", { class: "kit-vote-line" }, make("span", { class: "kit-words" }, texts.get(id)), " ", make("strong", {}, number));
    return make("li", {}, line, make("span", { class: "kit-vote-bar", "aria-hidden": "true" }, bar));
  };
  return make("ol", { class: "kit-vote-result" }, ...result.map(item));
}
