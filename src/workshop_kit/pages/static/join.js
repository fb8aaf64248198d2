// The join page: a code, what the reader should know, the choice.
import { ask, busy, complain, settle, words } from "./request.js";

const LOOK_AGAIN = 5000;
const part = (id) => document.getElementById(id);
const language = document.documentElement.lang;
const code = part("code");
const consent = part("consent");
let joining = "";

part("code-form").addEventListener("submit", (event) => {
  event.preventDefault();
  findWorkshop();
});
part("join-form").addEventListener("submit", (event) => {
  event.preventDefault();
  join();
});
part("other-code").addEventListener("click", () => showCode());
code.addEventListener("input", () => settle(part("code-said"), code));
consent.addEventListener("change", () => settle(part("join-said"), consent));
if (code.value) findWorkshop();

function plainCode() {
  return code.value.toUpperCase().replace(/[^A-Z0-9]/g, "");
}

function showCode(message = "") {
  joining = "";
  part("step-notice").hidden = true;
  part("step-code").hidden = false;
  if (message) complain(part("code-said"), code, message);
  else code.focus();
}

async function findWorkshop() {
  const wanted = plainCode();
  settle(part("code-said"), code);
  if (!wanted) return showCode(words.no_code);
  await busy(part("code-form"), part("asking"), words.asking, async () => {
    try {
      const found = await notice(wanted);
      joining = wanted;
      showWorkshop(found);
    } catch (error) {
      showCode(error.message);
    }
  });
}

function notice(wanted) {
  return ask("GET", `room/notice?code=${encodeURIComponent(wanted)}`);
}

function showWorkshop({ details, notice: sections, state }) {
  part("session-title").textContent = details.title;
  const about = [details.community, details.host, day(details.held_on)];
  part("session-about").textContent = about.filter(Boolean).join(" · ");
  const present = details.roles_present || [];
  part("in-the-room").replaceChildren(...present.map((role) => element("li", words[role] || role)));
  part("notice").replaceChildren(...sections.map(section));
  part("first-name-part").hidden = !details.first_names_allowed;
  part("step-code").hidden = true;
  part("step-notice").hidden = false;
  part("session-title").focus();
  showState(state);
}

function showState(state) {
  const before = part("session-state").dataset.state;
  part("session-state").dataset.state = state;
  // That it is open needs no words, unless the reader was told to wait.
  part("session-state").textContent = state === "open" && !before ? "" : words[state];
  part("join-form").hidden = state === "closed";
  if (state === "draft") setTimeout(lookAgain, LOOK_AGAIN, joining);
}

async function lookAgain(wanted) {
  if (wanted !== joining) return;
  const found = await notice(wanted).catch(() => ({ state: "draft" }));
  if (wanted === joining) showState(found.state);
}

function section({ heading, paragraphs }) {
  const whole = document.createElement("section");
  whole.append(element("h3", heading), ...paragraphs.map((text) => element("p", text)));
  return whole;
}

function element(name, text) {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

function day(date) {
  // A date without a time is read as UTC: shown in UTC too, it stays the same day.
  return new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" }).format(new Date(date));
}

async function join() {
  settle(part("join-said"), consent);
  if (!consent.checked) return complain(part("join-said"), consent, words.no_consent);
  const body = { code: joining, consent: true };
  const name = part("first-name").value.trim();
  if (name && !part("first-name-part").hidden) body.first_name = name;
  await busy(part("join-form"), part("session-state"), words.joining, async () => {
    try {
      const { next } = await ask("POST", "room/join", body);
      location.replace(next); // Back should not lead to this page while the workshop runs.
    } catch (error) {
      complain(part("join-said"), null, error.message);
    }
  });
}
