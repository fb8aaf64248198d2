// What went wrong with a request to the room.

/** `status` is 0 when no answer came from the room. */
export class RoomError extends Error {
  constructor(status, code, message = "", { current, wait = 0 } = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.current = current; // what stands there, where somebody else wrote in between
    this.wait = wait; // milliseconds that the room asks to wait
  }

  /** Whether the room was reached and cannot save now, such as on a full disk. */
  get unsaved() {
    return this.code === "cannot_save";
  }

  /** Whether the kit itself said so, and not something else at this address. */
  get ours() {
    return this.status > 0 && !this.code.startsWith("http");
  }

  /** Whether the room does not know this page, or not in this role. */
  get stranger() {
    return this.status === 401 || ["wrong_role", "wrong_session"].includes(this.code);
  }

  /** Whether trying again with the same words would end in the same way. */
  get final() {
    const passing = this.status === 0 || this.status === 429 || this.status >= 500;
    return this.code === "left" || !passing;
  }
}
