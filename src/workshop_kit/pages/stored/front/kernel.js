// Asking the server for a kernel, for news of it, and for its end.

const PATIENCE = 60_000; // ms that a kernel may take to start; where forks are missing it executes the notebook first
const NEWS = 5_000;
const NOT_OURS = [401, 403, 404, 410];
const RETRY_AFTER = 5; // s, where the server names none

const token = () => /(?:^|;\s*)_xsrf=([^;]*)/.exec(document.cookie)?.[1] ?? '';

async function request(address, limit, options = {}) {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), limit);
  try {
    return await fetch(address, { ...options, signal: controller.signal, cache: 'no-store' });
  } finally {
    clearTimeout(timer);
  }
}

export class Kernels {
  /** @param addresses {kernel, channels, base} of the page */
  constructor({ kernel, channels, base }) {
    Object.assign(this, { kernel, channels, base });
  }

  /** Ask for a kernel: {id}, or {busy: seconds}, {off: true} without a network, {gone: true} if there is none for us. */
  async start() {
    let reply;
    try {
      const headers = { 'X-XSRFToken': decodeURIComponent(token()) };
      reply = await request(this.kernel, PATIENCE, { method: 'POST', headers });
      if (reply.ok) return { id: (await reply.json()).id };
    } catch {
      return { off: true };
    }
    if ([429, 503].includes(reply.status)) return { busy: Number(reply.headers.get('Retry-After')) || RETRY_AFTER };
    return [502, 504].includes(reply.status) ? { off: true } : { gone: true };
  }

  /** Tell whether the server says that a kernel is not there any more; false also where it says nothing. */
  async isGone(id) {
    try {
      const reply = await request(this.channels + id, NEWS);
      if (!reply.ok) return NOT_OURS.includes(reply.status);
      return (await reply.json()).execution_state === 'dead';
    } catch {
      return false;
    }
  }

  /** Return the address of a kernel's websocket. */
  socket(id, session) {
    const address = new URL(`${this.channels}${id}/channels`, location.href);
    address.protocol = address.protocol.replace('http', 'ws');
    address.searchParams.set('session_id', session);
    return address.href;
  }

  /** End a kernel, also while the page is being left. */
  end(id) {
    const form = new FormData();
    form.set('_xsrf', decodeURIComponent(token()));
    navigator.sendBeacon(`${this.base}voila/api/shutdown/${id}`, form);
  }
}
