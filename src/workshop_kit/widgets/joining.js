// What people type to join, as they read it.

/** "http://192.168.8.10:8765" becomes "192.168.8.10:8765"; an https address stays whole. */
export function plainAddress(address) {
  return address.replace(/^http:\/\//, "");
}

/** "K7M4QX" becomes "K7M 4QX". */
export function grouped(code) {
  return `${code.slice(0, 3)} ${code.slice(3)}`;
}
