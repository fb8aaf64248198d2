// The messages between a page and its kernel: in order, each once, with or without a connection at the moment.

const IDLE = { content: { execution_state: 'idle' } };
const OUTPUT = new Set(['display_data', 'execute_result', 'stream', 'error', 'clear_output', 'update_display_data']);

export class Conversation {
  /** @param comms the lines of all widgets, by id; @param opened told of each line that Python opens */
  constructor(comms, opened) {
    this.comms = comms;
    this.opened = opened;
    this.waiting = []; // not sent yet
    this.sent = new Map(); // by id; sent, and Python has not said that it is done with it
    this.hooks = []; // who takes the output of which message, the newest first
    this.channels = null; // what is sent goes there
    this.source = null; // what comes from there counts
    this.turn = Promise.resolve();
  }

  send(message) {
    if (this.channels) this.transmit(message);
    else this.waiting.push(message);
  }

  /**
   * Keep what a widget says of itself while the page is set up, as `jslink` does: a new Python has to know it, but it
   * is no reason to wake one. The widget may go on at once.
   */
  keep(message) {
    this.waiting.push({ ...message, callbacks: undefined, comm: undefined });
    this.letGo(message);
  }

  /** Let the widget of a message go on, as soon as it has noted that it sent it. */
  letGo(message) {
    Promise.resolve().then(() => this.done(message, IDLE));
  }

  transmit(message) {
    this.sent.set(message.id, message);
    this.channels.send(message);
  }

  /**
   * Go on over channels that stand. What may have been lost on the last ones is sent again, under its old id: a server
   * that has passed it on already knows it by that.
   */
  async resume(channels) {
    this.source = channels;
    channels.early.splice(0).forEach((message) => this.receive(message, channels));
    await this.turn;
    if (this.source !== channels) return [];
    this.channels = channels;
    const again = [...this.sent.values()].filter((message) => !message.begun);
    again.forEach((message) => channels.send(message));
    this.waiting.splice(0).forEach((message) => this.transmit(message));
    return [...this.sent.keys()];
  }

  /** The connection is gone; what comes now waits. */
  pause() {
    this.channels = this.source = null;
  }

  /** Python is gone: nothing of what was said reaches another one. */
  forget() {
    this.pause();
    const lost = [...this.sent.values(), ...this.waiting];
    this.waiting = [];
    this.hooks = [];
    lost.forEach((message) => this.done(message, IDLE));
  }

  /** Let models go on whose messages are done, though the word of it was lost. */
  settle(ids) {
    for (const id of ids) if (this.sent.has(id)) this.done(this.sent.get(id), IDLE);
  }

  done(message, status) {
    this.sent.delete(message.id);
    message.callbacks?.iopub?.status?.(status);
    message.comm?.settled(message.id);
  }

  /** Take a message; those that came before it are dealt with first. */
  receive(message, channels) {
    this.turn = this.turn
      .then(() => (channels === this.source ? this.handle(message) : undefined))
      .catch((error) => console.error(error));
  }

  handle(message) {
    const { content, channel, header, parent_header: parent } = message;
    if (channel !== 'iopub') return undefined;
    const sent = this.sent.get(parent?.msg_id);
    switch (header.msg_type) {
      case 'status':
        return sent && this.status(sent, message);
      case 'comm_open':
        return this.opened(message);
      case 'comm_msg':
        return this.comms.get(content.comm_id)?.arrived(message);
      case 'comm_close':
        return this.close(content.comm_id, message);
      default:
        return OUTPUT.has(header.msg_type) ? this.output(message, sent) : undefined;
    }
  }

  status(sent, message) {
    sent.begun = true;
    if (message.content.execution_state === 'idle') this.done(sent, message);
    else sent.callbacks?.iopub?.status?.(message);
  }

  close(id, message) {
    const comm = this.comms.get(id);
    this.comms.delete(id);
    return comm?.closed(message);
  }

  output(message, sent) {
    const hook = this.hooks.find(({ id }) => id === message.parent_header.msg_id);
    if (hook) return hook.take(message);
    return sent?.callbacks?.iopub?.output?.(message);
  }

  /** Let `take` have the output that a message sets off; returns what ends it. */
  hook(id, take) {
    const hook = { id, take };
    this.hooks.unshift(hook);
    return () => {
      this.hooks = this.hooks.filter((other) => other !== hook);
    };
  }
}
