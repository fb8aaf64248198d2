// What is true of one question's words at this moment, said honestly.
import { clock } from "./clock.js";
import { fillIn } from "./element.js";

/**
 * Return {look, text}. `asked` is {words, exchange, dirty, state, note}: `dirty` says that words
 * stand in the fields which the room does not have, `note` is a passing remark.
 */
export function statusOf({ words, exchange, dirty, state, note }) {
  const { pending, failed, refused, conflict, sent } = exchange;
  if (pending) return underWay(words, pending, failed, dirty);
  if (conflict) return { look: "trouble", text: words.conflict };
  if (refused) return { look: "trouble", text: refusal(words, refused) };
  if (note) return { look: note === "taken_back" ? "sent" : "phone", text: words[note] };
  if (dirty) return here(words, state, sent);
  return sent ? received(words, sent) : { look: "", text: "" };
}

function underWay(words, { method }, failed, dirty) {
  if (failed && failed.unsaved) return { look: "going", text: failed.message };
  const names = method === "PUT" ? ["sending", "trying"] : ["taking_back", "trying_back"];
  const name = names[failed ? 1 : 0];
  return { look: "going", text: (dirty && words[`${name}_more`]) || words[name] };
}

function refusal(words, { code, message }) {
  if (code === "changed") return words.changed_elsewhere;
  return message || words.refused;
}

function here(words, state, sent) {
  if (state === "closed") return { look: "phone", text: words.closed_unsent };
  if (state === "free") return { look: "phone", text: words.only_device };
  return { look: "phone", text: sent ? words.only_here_newer : words.only_here };
}

function received(words, { body, written_at: written }) {
  const time = clock(written);
  const key = body.shape === "skipped" ? "skipped" : body.share === false ? "kept" : "sent";
  const text = time ? fillIn(words[`${key}_at`], { time }) : words[key];
  return { look: "sent", text };
}
