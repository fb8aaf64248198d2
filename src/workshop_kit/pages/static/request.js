// One question to the kit: its answer, or an error with a sentence for the reader.

const PATIENCE = 8000;
const base = document.querySelector('meta[name="workshop-kit-base"]').content;
export const words = JSON.parse(document.getElementById("kit-words").textContent);

export class NotTaken extends Error {
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}

function headers() {
  const found = document.cookie.match(/(?:^|;\s*)_xsrf=([^;]*)/);
  return {
    Accept: "application/json",
    "Content-Type": "application/json",
    "X-XSRFToken": found ? decodeURIComponent(found[1]) : "",
  };
}

/** Ask, such as `ask("POST", "room/join", {code})`. Throws NotTaken, with code "no_answer" for silence. */
export async function ask(method, path, body) {
  const controller = new AbortController();
  // A half-open connection never fails by itself.
  const timer = setTimeout(() => controller.abort(), PATIENCE);
  const request = { method, signal: controller.signal, cache: "no-store", credentials: "same-origin" };
  if (method === "GET") request.headers = { Accept: "application/json" };
  else Object.assign(request, { headers: headers(), body: JSON.stringify(body) });
  try {
    return await read(await fetch(base + path, request));
  } catch (error) {
    throw error instanceof NotTaken ? error : new NotTaken("no_answer", words.no_answer);
  } finally {
    clearTimeout(timer);
  }
}

async function read(response) {
  if (response.status === 204) return null; // Done, and nothing to say.
  const said = await response.json();
  if (response.ok) return said;
  throw new NotTaken(said.error || "http", said.message || words.no_answer);
}

/** Say something beside a field, mark the field, and take the reader there. */
export function complain(place, field, message) {
  place.textContent = message;
  if (!field) return;
  field.setAttribute("aria-invalid", "true");
  field.focus();
}

/** Take back what complain() said. */
export function settle(place, field) {
  place.textContent = "";
  if (field) field.removeAttribute("aria-invalid");
}

/** Keep a form from being sent twice while `work` is under way; `place` says that it is. */
export async function busy(form, place, message, work) {
  if (form.dataset.busy) return;
  form.dataset.busy = "yes";
  place.textContent = message;
  try {
    await work();
  } finally {
    delete form.dataset.busy;
    if (place.textContent === message) place.textContent = "";
  }
}
