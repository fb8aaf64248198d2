// Ids that nobody else has.

/** Return an id of 32 hexadecimal digits. A phone on plain http has no crypto.randomUUID. */
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
