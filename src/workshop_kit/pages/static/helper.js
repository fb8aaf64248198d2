// The helper's page: a code for typing what others say, or for showing the screen.
import { ask, busy, complain, settle, words } from "./request.js";

const form = document.getElementById("helper-form");
const code = document.getElementById("code");
const said = document.getElementById("code-said");

code.addEventListener("input", () => settle(said, code));
form.addEventListener("submit", (event) => {
  event.preventDefault();
  begin();
});

async function begin() {
  settle(said, code);
  const typed = code.value.toUpperCase().replace(/[^A-Z0-9]/g, "");
  if (!typed) return complain(said, code, words.no_code);
  const role = form.querySelector("[name=role]:checked").value;
  await busy(form, document.getElementById("asking"), words.asking, async () => {
    try {
      const { next } = await ask("POST", "room/enter", { role, code: typed });
      location.replace(next);
    } catch (error) {
      complain(said, code, error.message);
    }
  });
}
