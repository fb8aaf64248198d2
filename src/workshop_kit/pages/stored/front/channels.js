// One websocket to a kernel's channels, in Jupyter's own format of messages.
import './shared.js';
import { createMessage } from '@jupyterlab/services/lib/kernel/messages';
import { deserialize, serialize } from '@jupyterlab/services/lib/kernel/serialize';

const PROTOCOL = 'v1.kernel.websocket.jupyter.org';
const FIRST_ASKING = 100; // ms, doubled each time: what is asked before the kernel's output is subscribed to is lost
const LAST_ASKING = 5_000;

export class Channels {
  /**
   * @param address of the websocket
   * @param session id of this page, the same for all of its websockets, so that Jupyter knows it again
   * @param arrived told of each message
   * @param closed told once, when the websocket is closed by the other side
   */
  constructor(address, session, arrived, closed) {
    this.session = session;
    this.heard = 0;
    this.early = []; // what came before the kernel answered, such as what was said while the page was away
    this.questions = new Map();
    this.socket = new WebSocket(address, [PROTOCOL]);
    this.socket.binaryType = 'arraybuffer';
    this.socket.onmessage = ({ data }) => this.receive(deserialize(data, this.socket.protocol), arrived);
    this.opened = new Promise((resolve) => {
      this.socket.onopen = () => resolve(true);
      this.socket.onclose = () => {
        resolve(false);
        this.stop();
        closed();
      };
    });
  }

  /** Send a message of one of the channels "shell" and "control". */
  send({ id, type, content, metadata, buffers }, channel = 'shell') {
    const { session } = this;
    const message = createMessage({ msgId: id, msgType: type, channel, content, metadata, buffers, session });
    this.socket.send(serialize(message, this.socket.protocol));
  }

  receive(message, arrived) {
    this.heard += 1;
    const { msg_id: parent } = message.parent_header ?? {};
    const answered = message.channel === 'iopub' && message.content.execution_state === 'idle';
    if (answered && this.questions.has(parent)) this.questions.get(parent)(true);
    arrived(message);
  }

  /**
   * Resolve to true as soon as the kernel is heard, to false after `limit` ms or when the websocket closes.
   *
   * The control channel is answered while Python is busy; the shell channel once all earlier messages are done.
   */
  answers(limit, channel = 'control') {
    return new Promise((resolve) => {
      const asked = [];
      const done = (heard) => {
        asked.forEach((id) => this.questions.delete(id));
        clearTimeout(over);
        clearTimeout(again);
        resolve(heard);
      };
      let again;
      const ask = (wait) => {
        if (this.socket.readyState !== WebSocket.OPEN) return done(false);
        const id = `${this.session}_${Math.random().toString(36).slice(2)}`;
        asked.push(id);
        this.questions.set(id, done);
        this.send({ id, type: 'kernel_info_request', content: {} }, channel);
        if (channel === 'control') again = setTimeout(ask, wait, Math.min(2 * wait, LAST_ASKING));
      };
      const over = setTimeout(done, limit, false);
      ask(FIRST_ASKING);
    });
  }

  /** Close it; nobody is told. */
  close() {
    this.stop();
    this.socket.close();
  }

  stop() {
    this.socket.onmessage = this.socket.onclose = null;
    for (const done of [...this.questions.values()]) done(false);
  }
}
