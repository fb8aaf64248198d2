// The running step in a line: "Now: Break, until about 7:40."
import { clock } from "./clock.js";
import { fillIn } from "./element.js";

/** `step` is the feed's; `titles` says what each kind of step is called. */
export function stepNow({ kind, title, ends }, words, titles) {
  return fillIn(words.step_now, { step: title || titles[kind], time: clock(ends) });
}
