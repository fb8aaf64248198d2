// A device that is in a workshop: whoever has it now goes on, or begins anew.
import { endTurn, wipe } from "./leave.js";
import { ask, busy, complain, settle, words } from "./request.js";

const base = document.querySelector('meta[name="workshop-kit-base"]').content;

const said = document.getElementById("already-said");
const other = document.getElementById("somebody-else");

other.addEventListener("click", () => {
  settle(said);
  return busy(other, document.getElementById("asking"), words.leaving, beginAnew);
});
document.getElementById("already-here").focus();

async function beginAnew() {
  try {
    await ask("POST", `room/${other.dataset.session}/participant/leave`);
  } catch (error) {
    // A workshop that is no longer here was left with it.
    if (error.code !== "not_joined") return complain(said, null, error.message);
  }
  wipe();
  endTurn(base, "participant");
  location.reload(); // The server says whether anybody is still known here.
}
