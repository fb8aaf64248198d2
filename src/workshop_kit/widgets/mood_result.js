// How many people say what: a list with bars, always in the same order.
import { moodSign } from "./mood_sign.js";
import { resultList } from "./vote_result.js";

/** `moods` is [[mood, word]]; `result` is {mood: people}. */
export function moodResult(moods, result) {
  const options = moods.map(([id, text]) => ({ id, text }));
  const counted = options.map(({ id }) => ({ id, dots: result[id], tied: false }));
  const list = resultList(options, counted, { vote_result: "{dots}" });
  options.forEach(({ id }, at) => list.children[at].querySelector(".kit-words").prepend(moodSign(id), " "));
  list.classList.add("kit-mood-result");
  return list;
}
