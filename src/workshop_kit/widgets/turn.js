// Whose turn it is in this browser: the exit, and who passes a phone on, change it.

/** Return what changes when somebody leaves who was here in this role; see pages/static/leave.js. */
export function turnOf(role) {
  const found = document.cookie.match(new RegExp(`(?:^|;\\s*)kit_turn_${location.port}=([^;]*)`));
  const turn = found ? found[1] : "";
  return role === "participant" ? turn : turn.split(".")[0];
}
