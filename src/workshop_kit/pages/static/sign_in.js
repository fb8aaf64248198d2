// The facilitator's way in: choose a workshop and type its passphrase, or plan a new one.
import { ask, busy, complain, settle, words } from "./request.js";

const part = (id) => document.getElementById(id);
const language = document.documentElement.lang;
const passphrase = part("passphrase");

part("open-form").addEventListener("submit", (event) => {
  event.preventDefault();
  open();
});
part("show").addEventListener("click", showOrHide);
passphrase.addEventListener("input", () => settle(part("open-said"), passphrase));
if (part("plan")) setUpPlan();
if (part("sessions")) listSessions();
else part("code").addEventListener("input", () => settle(part("open-said"), part("code")));

function setUpPlan() {
  part("held_on").value = today();
  part("title").addEventListener("input", () => settle(part("plan-said"), part("title")));
  part("plan-form").addEventListener("submit", (event) => {
    event.preventDefault();
    plan();
  });
}

function today() {
  const now = new Date();
  const two = (number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

async function listSessions() {
  try {
    const { sessions } = await ask("GET", "room/sessions");
    part("sessions").replaceChildren(...sessions.sort(likeliestFirst).map(choice));
    part("open-form").hidden = sessions.length === 0;
    part("sessions-said").hidden = true;
    if (part("plan")) part("plan").open = sessions.every((one) => one.demo);
    if (sessions.length === 0) part("open-form").closest("section").hidden = true;
  } catch (error) {
    part("sessions-said").textContent = error.message;
    if (error.code === "no_answer") setTimeout(listSessions, 4000);
  }
}

/** What is open comes first, what is closed last, and the demo after all others. */
function likeliestFirst(one, other) {
  const place = ({ demo, state }) => (demo ? 3 : ["open", "draft", "closed"].indexOf(state));
  return place(one) - place(other);
}

function choice(session, index) {
  const label = document.createElement("label");
  const input = document.createElement("input");
  Object.assign(input, { type: "radio", name: "session", value: session.id, checked: index === 0 });
  const text = document.createElement("span");
  const title = document.createElement("strong");
  title.textContent = session.title;
  const about = document.createElement("span");
  about.className = "quiet";
  const facts = [day(session.held_on), words[session.state]];
  if (session.due_on) facts.push(words.destroyed_on.replace("{date}", () => day(session.due_on)));
  about.textContent = session.demo ? words.demo : facts.join(" · ");
  text.append(title, about);
  label.append(input, text);
  return label;
}

function day(date) {
  return new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" }).format(new Date(date));
}

function showOrHide() {
  const hidden = passphrase.type === "password";
  passphrase.type = hidden ? "text" : "password";
  part("show").textContent = hidden ? words.hide : words.show;
  part("show").setAttribute("aria-pressed", String(hidden));
  passphrase.focus();
}

async function open() {
  const said = part("open-said");
  settle(said, passphrase);
  const which = chosen(said);
  if (!which) return;
  if (!passphrase.value.trim()) return complain(said, passphrase, words.no_passphrase);
  const body = { role: "facilitator", ...which, passphrase: passphrase.value };
  await busy(part("open-form"), said, words.checking, async () => {
    try {
      const { next } = await ask("POST", "room/enter", body);
      location.replace(next);
    } catch (error) {
      complain(said, passphrase, error.message);
    }
  });
}

/** Which workshop is meant: one of the list, or, where there is none, the one with a code. */
function chosen(said) {
  const code = part("code");
  if (!code) {
    const radio = document.querySelector("[name=session]:checked");
    if (!radio) complain(said, null, words.none_chosen);
    return radio && { session: radio.value };
  }
  settle(said, code);
  if (!code.value.trim()) complain(said, code, words.no_code);
  return code.value.trim() && { code: code.value };
}

/** The fields as SessionDetails; what was left empty is left out. */
function details() {
  const data = new FormData(part("plan-form"));
  const filled = [...data].filter(([name, value]) => name !== "roles_present" && value.trim() !== "");
  return {
    ...Object.fromEntries(filled),
    roles_present: data.getAll("roles_present"),
    first_names_allowed: data.has("first_names_allowed"),
    keep_days: Number(data.get("keep_days")) || 14,
  };
}

async function plan() {
  const said = part("plan-said");
  settle(said, part("title"));
  const body = details();
  if (!body.title) return complain(said, part("title"), words.no_title);
  await busy(part("plan-form"), said, words.planning, async () => {
    try {
      showPassphrase(await ask("POST", "room/sessions", body));
    } catch (error) {
      complain(said, null, error.message);
    }
  });
}

function showPassphrase({ passphrase: made, next }) {
  part("made-passphrase").textContent = made;
  part("made-next").href = next;
  part("ways").hidden = true;
  part("made").hidden = false;
  part("made-heading").focus();
}
