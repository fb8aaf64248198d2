// An answer as its writer reads it again: text, never fields.
import { fieldsOf } from "./answer.js";
import { make } from "./element.js";

/** Return what shows a body. `kept` are the words of a personal answer that stay here. */
export function showAnswer(question, body, words, kept = "") {
  if (body.shape === "skipped") return make("p", {}, words.skipped_told);
  if (body.shape === "personal" && !body.share) return keptPrivate(words, kept);
  const shown = make("div", { class: "kit-shown" });
  if (body.shape === "decision") {
    const choice = question.choices.find(({ value }) => value === body.committee);
    shown.append(make("p", {}, choice ? choice.label : ""));
  }
  if (body.shape === "offers") shown.append(parts(question, body));
  else if (body.shape === "list") shown.append(lines(body.items));
  else if (body.shape === "decision") shown.append(lines(body.names));
  else shown.append(make("p", { class: "kit-words" }, body.text || body.action));
  return shown;
}

function keptPrivate(words, kept) {
  const told = make("p", {}, kept ? words.kept_told : words.kept_elsewhere);
  const text = kept ? make("p", { class: "kit-words" }, kept) : null;
  return make("div", { class: "kit-shown" }, told, text);
}

function lines(texts) {
  return make("ul", {}, ...texts.map((text) => make("li", { class: "kit-words" }, text)));
}

function parts(question, body) {
  const fields = fieldsOf(question, body);
  const written = question.parts.filter(({ key }) => fields[key]);
  const pairs = written.flatMap(({ key, label }) => [
    make("dt", {}, label),
    make("dd", { class: "kit-words" }, fields[key]),
  ]);
  return make("dl", {}, ...pairs);
}
