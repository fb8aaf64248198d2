// What a step is called, and times as a clock on the wall shows them.
import { fillIn } from "./element.js";

/** Kinds that are nothing without a question; the titles of others say what they are about. */
export const ASKS = ["question", "table_talk"];

/**
 * Return a step's name. `kinds` has the titles of kinds; `topic` and `heading` find what a question
 * or a part is about.
 */
export function nameOf(step, kinds, { topic, heading }, words) {
  const title = step.title || kinds[step.kind].title;
  const asks = ASKS.includes(step.kind) && step.question;
  const about = asks ? topic(step.question) : step.section ? heading(step) : "";
  return about ? fillIn(words.about, { title, about }) : title;
}

/** Return a time such as "7:42 PM"; `time` is in milliseconds. */
export function clockAt(time) {
  const language = document.documentElement.lang || undefined;
  return new Date(time).toLocaleTimeString(language, { hour: "numeric", minute: "2-digit" });
}

/** Return a span such as "6:20", without a sign. */
export function spanOf(milliseconds) {
  const seconds = Math.floor(Math.abs(milliseconds) / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
