// Where the group is and what waits on the page of the nine questions, each in a sentence.
import { fillIn } from "./element.js";
import { stepNow } from "./step_now.js";

// Steps that have something of their own on that page.
const ON_THE_FORM = ["agreement", "closing"];

/**
 * Return [{id, text}] of what the feed says, with `href` or `key` where there is a way to it: see
 * makeOffer; of what one takes part in `once`, and then no longer hears. `seen` is {words, questions, steps, page, form, said}: `questions` maps keys to
 * {number, topic}, `page` is this page's section, `form` the address of the nine questions, `said`
 * the ids of votes, checks and sorts that this person took part in.
 */
export function whereabouts(state, seen) {
  return [place(state, seen), ...waiting(state, seen)].filter(Boolean);
}

function place({ now, step }, seen) {
  const { words, questions, steps, page, form } = seen;
  if (step && step.section) {
    if (step.section === page) return null;
    const href = `${seen.base}${step.section}#kit-${step.section}-${step.part}`;
    return { id: step.id, text: stepNow(step, words, steps), href, reads: true };
  }
  if (now && questions[now]) return atQuestion(now, seen);
  if (!step || step.question) return null;
  const href = ON_THE_FORM.includes(step.kind) ? form : "";
  return { id: step.id, text: stepNow(step, words, steps), href };
}

/** A section may ask the question itself; who answers it there is with the group. */
function atQuestion(now, { words, questions, form }) {
  const sheet = document.getElementById(`kit-${now}`);
  if (sheet && sheet.contains(document.activeElement)) return null;
  const way = sheet ? { key: sheet.id } : { href: `${form}#kit-${now}` };
  return { id: now, text: fillIn(words.group_at, questions[now]), ...way };
}

function waiting({ votes = [], check = null, tables = {}, sorts = {} }, { words, form, said }) {
  const open = votes.filter(({ state }) => state === "open").map(({ id }) => `vote ${id}`);
  const asked = check ? [`check ${check}`] : [];
  const sorted = Object.keys(sorts).map((key) => `sort ${key}`);
  const tell = (text, href) => (id) => ({ id, text, href, waits: true });
  const once = (text) => (id) => ({ ...tell(text, form)(id), once: true });
  return [
    ...open.filter((id) => !said.has(id)).map(once(words.vote_waits)),
    ...asked.filter((id) => !said.has(id)).map(once(words.check_waits)),
    ...sorted.filter((id) => !said.has(id)).map(once(words.sort_waits)),
    ...Object.keys(tables).map((key) => tell(words.tables_wait, `${form}#kit-${key}`)(`tables ${key}`)),
  ];
}

/** One at a time, each with its own way: what waits for this person, then where the group is. */
export function firstOf(told) {
  return told.find(({ waits }) => waits) || told[0] || null;
}
