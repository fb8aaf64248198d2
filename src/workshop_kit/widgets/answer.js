// What stands in a question's fields, and the answer's body that it makes.

// As many as the room takes of one answer.
const MAX_LINES = 100;

/** Return empty fields: a text for each, and `share` for a personal question. */
export function emptyFields(question) {
  return fieldsOf(question, {});
}

/** Return the fields that a body was written in; a skipped or missing one makes empty fields. */
export function fieldsOf(question, body) {
  switch (question.shape) {
    case "personal":
      return { text: body.text || "", share: body.share === true };
    case "list":
      return { items: (body.items || []).join("\n") };
    case "decision":
      return { committee: body.committee || "", names: (body.names || []).join("\n") };
    case "offers":
      return Object.fromEntries(question.parts.map(({ key }) => [key, body[key] || ""]));
    default:
      return { action: body.action || "" };
  }
}

/** Return the body to send. Words that their writer does not share are not in it. */
export function bodyOf(question, fields) {
  const { shape } = question;
  switch (shape) {
    case "personal":
      return { shape, share: fields.share, text: fields.share ? clean(fields.text) : "" };
    case "list":
      return { shape, items: linesIn(fields.items) };
    case "decision": {
      const names = fields.committee === "yes" ? linesIn(fields.names) : [];
      return { shape, committee: fields.committee, names };
    }
    case "offers":
      return { shape, ...mapped(fields, clean) };
    default:
      return { shape, action: clean(fields.action) };
  }
}

/** Return what keeps the fields from being sent: "", "empty", "choose", "too_long", "too_many". */
export function problemOf(question, fields, limit) {
  if (question.shape === "decision" && !fields.committee) return "choose";
  if (question.shape !== "decision" && !hasWords(fields)) return "empty";
  const body = bodyOf(question, fields);
  if ((body.items || body.names || []).length > MAX_LINES) return "too_many";
  return lengthOf(body) > limit ? "too_long" : "";
}

/** Return whether anything was written or chosen. */
export function hasWords(fields) {
  return Object.values(fields).some((value) => typeof value === "string" && clean(value) !== "");
}

/** Return how many characters the room would count in a body. */
export function lengthOf(body) {
  return textsOf(body).reduce((sum, text) => sum + Array.from(text).length, 0);
}

/** Return every text in a body that a person wrote. */
export function textsOf(body) {
  const { shape, committee, share, ...rest } = body;
  return Object.values(rest).flat().filter((text) => text !== "");
}

/** Return whether two bodies say the same. */
export function sameBody(one, other) {
  const sorted = (body) => JSON.stringify(Object.entries(body || {}).sort());
  return sorted(one) === sorted(other);
}

function mapped(fields, change) {
  return Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, change(value)]));
}

function linesIn(text) {
  return text.split(/\r?\n/).map(clean).filter(Boolean);
}

/** Half a character, as broken keyboards make it, cannot be stored. */
function clean(text) {
  return text.replace(/\p{Cs}/gu, "\ufffd").trim();
}
