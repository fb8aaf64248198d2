// What stands on the wall: how to join, the question, or a page of approved answers.
import { CHECKS } from "./check_names.js";
import { longDate } from "./dates.js";
import { fillIn, make } from "./element.js";
import { grouped, plainAddress } from "./joining.js";
import { moodResult } from "./mood_result.js";
import { moodSign } from "./mood_sign.js";
import { readingBlocks } from "./reading_blocks.js";
import { showAnswer } from "./shown.js";
import { resultList } from "./vote_result.js";

// Longer than this, an answer may be broken over two pages rather than leave one half empty.
const LONG = 500;

/** The join screen. `join` is {code, address}, `source` the address of the QR code. */
export function joinSlide(words, { title, state, join, source }) {
  const heading = make("h1", {}, title);
  if (state === "closed") return slide("closed", heading, make("p", {}, words.closed));
  if (!join.address) return slide("closed", heading, make("p", {}, words.no_address));
  const alt = fillIn(words.qr, { address: plainAddress(join.address) });
  const picture = make("img", { src: source, alt, class: "kit-projector-qr" });
  const steps = make(
    "ol",
    { class: "kit-projector-steps" },
    make("li", {}, words.scan),
    make("li", {}, words.or_open, make("strong", {}, plainAddress(join.address))),
    make("li", {}, words.type_code, make("strong", { class: "kit-projector-code" }, grouped(join.code))),
  );
  const note = make("p", { class: "kit-projector-note" }, words[`join_${state}`]);
  const ways = make("div", { class: "kit-projector-ways" }, picture, make("div", {}, steps, note));
  return slide("join", heading, ways);
}

export function questionSlide(words, question, total) {
  const number = fillIn(words.number, { number: question.number, total });
  return slide(
    "question",
    make("p", { class: "kit-projector-number" }, number),
    make("h1", {}, question.text),
    make("p", {}, question.hint),
    make("p", { class: "kit-projector-note" }, words.answer_now),
  );
}

/** Approved answers, one after the other; the style sheet breaks them into pages. */
export function answersSlide(words, question, { answers, layer }) {
  const whose = { table: words.from_tables, room: words.room_keeps }[layer];
  const heading = make("div", {}, whose ? make("p", { class: "kit-projector-number" }, whose) : "", make("h1", {}, question.text));
  if (!answers.length) return slide("answers", heading, make("p", {}, words.no_answers));
  const items = answers.map((body) => item(showAnswer(question, body, {})));
  const list = make("ul", { class: "kit-projector-answers" }, ...items);
  return slide("answers", heading, make("div", { class: "kit-projector-pages" }, list));
}

/** Themes with their ideas, then what stands in none; paged like answers. */
export function themesSlide(words, question, sorted) {
  const { themes, others } = sorted || { themes: [], others: [] }; // none of a question that is open
  const idea = ({ text, minority }) => {
    const mark = minority ? make("strong", { class: "kit-projector-mark" }, ` (${words.minority_view})`) : "";
    return make("li", { class: "kit-words" }, text, mark);
  };
  const list = (title, cards) => [make("h2", {}, title), make("ul", { class: "kit-projector-theme" }, ...cards.map(idea))];
  const shown = themes.map(({ title, cards }) => make("div", {}, ...list(title, cards)));
  if (others.length) shown.push(make("div", {}, ...list(words.themes_others, others)));
  const none = themes.length ? "" : make("p", {}, words.themes_none);
  const pages = make("div", { class: "kit-projector-pages kit-projector-themes" }, none, ...shown);
  return slide("answers", make("h1", {}, `${words.themes}: ${question.topic}`), pages);
}

/** One part of the toolkit, to read along; paged like answers where it is long. */
export function readingSlide({ heading, blocks }) {
  const text = make("div", { class: "kit-projector-reading" }, ...readingBlocks(blocks));
  const pages = make("div", { class: "kit-projector-pages" }, text);
  return slide("reading", make("h1", {}, heading), pages);
}

/** What the group keeps to; paged like answers where it is long. */
export function agreementSlide(words, lines) {
  const items = lines.map((line) => make("li", { class: "kit-words" }, line));
  const list = make("ol", { class: "kit-projector-answers" }, ...items);
  return slide("answers", make("h1", {}, words.agreement), make("div", { class: "kit-projector-pages" }, list));
}

/** A vote: its choices while it is open, the count once it is closed. */
export function voteSlide(words, { title, options, dots, result }) {
  const item = ({ text }) => make("li", { class: "kit-words" }, text);
  const list = result
    ? resultList(options, result, words)
    : make("ul", { class: "kit-projector-answers" }, ...options.map(item));
  const how = result ? "" : make("p", {}, fillIn(words.vote_how, { dots }));
  return slide("answers", make("h1", {}, title), make("div", { class: "kit-projector-pages" }, how, list));
}

/** What the group does next; paged like answers where it is long. */
export function planSlide(words, { actions, review_on: review }) {
  const item = ({ what, who, by_when: by, status }) => {
    const name = who && by ? "plan_who" : who ? "plan_no_day" : by ? "plan_no_who" : "";
    const told = [name ? fillIn(words[name], { who, day: longDate(by) }) : "", status === "done" ? words.plan_done : ""];
    const line = told.filter(Boolean).join(" · ");
    return make("li", { class: "kit-words" }, what, line ? make("div", { class: "kit-projector-note" }, line) : "");
  };
  const list = make("ul", { class: "kit-projector-answers" }, ...actions.map(item));
  const parts = actions.length ? list : make("p", {}, words.plan_none);
  const again = review ? make("p", { class: "kit-projector-note" }, fillIn(words.plan_review, { day: longDate(review) })) : "";
  return slide("answers", make("h1", {}, words.plan), make("div", { class: "kit-projector-pages" }, parts, again));
}

/** How many people filled in each part of what they offer; never a number below five. */
export function offersSlide(words, questions, parts) {
  const heading = make("h1", {}, words.offers);
  if (!Object.keys(parts).length) return slide("answers", heading, make("p", {}, words.no_answers));
  const asked = questions.find(({ shape }) => shape === "offers").parts;
  const line = ({ key, label }) => fillIn(words.offers_part, { label, number: parts[key] || words.offers_few });
  const items = asked.map((part) => make("li", {}, line(part)));
  const list = make("ul", { class: "kit-projector-answers" }, ...items);
  const note = make("p", { class: "kit-projector-note" }, words.offers_note);
  return slide("answers", heading, make("div", { class: "kit-projector-pages" }, note, list));
}

/** How people are: the words, then the distribution once it is shown. */
export function checkSlide(words, moods, { key, state, result, passed, shown: seen }) {
  const item = ([mood, word]) => make("li", { class: "kit-words" }, moodSign(mood), " ", word);
  const shown = !seen ? make("ul", { class: "kit-projector-moods" }, ...moods.map(item)) : result && moodResult(moods, result);
  const others = passed ? make("p", { class: "kit-projector-note" }, fillIn(words.check_passed, { number: passed })) : "";
  const note = state === "open" ? words.check_how : seen ? words.check_few : words.check_counted;
  const told = result ? others : make("p", {}, note);
  return slide("check", make("h1", {}, words[CHECKS[key]]), shown, told);
}

/** The end: thanks, the first step, until when the rest is kept, and the help lines, large. */
export function closingSlide(words, { state, first, ...kept }, help) {
  const parts = [make("h1", {}, words.thanks)];
  if (first) parts.push(make("p", {}, make("strong", {}, words.closing_first), " ", first.what, first.who ? ` (${first.who})` : ""));
  const told = [keptUntil(words, kept), state === "closed" ? "" : words.closing_take_back];
  parts.push(make("p", { class: "kit-projector-note" }, told.filter(Boolean).join(" ")));
  const line = ({ name, number }) => make("li", {}, make("strong", {}, number), make("span", {}, name));
  parts.push(make("h2", {}, words.closing_help), make("ul", { class: "kit-projector-lines" }, ...help.map(line)));
  return slide("closing", ...parts);
}

function keptUntil(words, { kept_longer: longer, keep_days: days, due_on: due }) {
  if (longer) return words.closing_longer;
  if (due) return fillIn(words.closing_on, { day: longDate(due) });
  return fillIn(days === 1 ? words.closing_after_one : words.closing_after, { number: days });
}

/** A step that has nothing to read, such as a break: what it is, and a word on it. */
export function stepSlide(name, word) {
  return slide("step", make("h1", {}, name), word ? make("p", {}, word) : null);
}

function item(shown) {
  const long = shown.textContent.length > LONG;
  return make("li", { class: long ? "kit-long" : null }, shown);
}

function slide(name, ...parts) {
  return make("div", { class: `kit-slide kit-slide-${name}` }, ...parts.filter(Boolean));
}
