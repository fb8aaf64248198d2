// Python behind a stored page: woken by the first message, kept through lost connections, continued when it has died.
import { uuid } from '@jupyter-widgets/base';
import { StoredComm } from './comm.js';
import { Conversation } from './conversation.js';
import { Kernels } from './kernel.js';
import { Pause, onReturn } from './waiting.js';

const TARGET = 'jupyter.widget';
const CHECK = 3_000; // ms within which a connection that stands answers
const SILENCE = 4_000; // ms without a word after a message, until the connection is looked at
const GREETING = { first: 60_000, again: 8_000 };
const FRESH = 1_000; // ms; a try is not given up for a new one before
const INTERRUPTED = Symbol('interrupted');
const MOST = 10; // s between two tries
const DEAD = new Set(['restarting', 'autorestarting', 'dead']);

export class Python {
  /** @param addresses {kernel, channels, base} of the page; @param tell told of each state */
  constructor(addresses, tell) {
    this.kernels = new Kernels(addresses);
    this.comms = new Map();
    this.tell = tell;
    this.state = 'asleep';
    this.settingUp = true;
    this.over = []; // kernels that this page has no use for any more
    this.pause = new Pause();
    this.interrupt = () => {};
    onReturn(() => this.returned());
    window.addEventListener('pagehide', ({ persisted }) => persisted || this.leave());
    window.addEventListener('stored:leave', () => this.leave());
    window.addEventListener('stored:continue', () => this.continue());
  }

  /** Carry the messages of these widgets. */
  serve(widgets) {
    this.widgets = widgets;
    this.conversation = new Conversation(this.comms, (message) => widgets.opened(message));
  }

  get asleep() {
    return ['asleep', 'gone', 'left'].includes(this.state);
  }

  comm(id, target = TARGET, revise = undefined) {
    if (!this.comms.has(id)) this.comms.set(id, new StoredComm(this, id, target, revise));
    return this.comms.get(id);
  }

  become(state) {
    if (this.state === 'left' || (this.state === state && state !== 'gone')) return;
    this.state = state;
    this.tell(state);
  }

  /** The page stands; from now on what is sent is meant. */
  begin() {
    this.settingUp = false;
  }

  send(message) {
    if (this.state === 'left') return;
    if (this.state === 'asleep' && this.settingUp && message.content.data?.method === 'update') {
      this.conversation.keep(message);
      return;
    }
    if (this.state === 'gone') {
      this.become('gone'); // whoever clicks is told again; what was typed stays in the page
      this.conversation.letGo(message);
      return;
    }
    this.conversation.send(message);
    if (this.state === 'asleep') this.wake();
    else this.listen();
  }

  /** Start a kernel and connect to it, however often that has to be tried. */
  async wake() {
    this.become('starting');
    import('./channels.js').catch(() => {}); // on its way while the kernel starts
    for (let tries = 0; this.state !== 'left'; tries += 1) {
      const answer = await this.kernels.start();
      if (this.state === 'left') return answer.id && this.kernels.end(answer.id);
      if (answer.gone) return this.gone();
      if (answer.id) {
        this.kernel = answer.id;
        this.session = uuid();
        return this.connect(GREETING.first);
      }
      this.become(answer.busy ? 'busy' : 'off');
      await this.pause.wait(answer.busy ?? Math.min(2 ** tries, MOST), { hurries: !answer.busy });
    }
    return undefined;
  }

  /** Connect to the kernel; try until it stands or the kernel is gone. */
  async connect(limit) {
    const again = this.state === 'off' && limit !== GREETING.first;
    for (let tries = 0, { kernel } = this; this.kernel === kernel; tries += 1) {
      const begun = Date.now();
      const interrupted = new Promise((resolve) => {
        // What was begun before the network came back may wait for it in vain.
        this.interrupt = () => Date.now() - begun > FRESH && resolve(INTERRUPTED);
      });
      const channels = await this.opened(limit, interrupted);
      if (this.kernel !== kernel) return channels?.close();
      if (channels) return this.stands(channels, again);
      const gone = await Promise.race([this.kernels.isGone(kernel), interrupted]);
      if (this.kernel !== kernel) return undefined;
      if (gone === true) return this.gone();
      this.become('off');
      if (gone === INTERRUPTED) continue;
      await this.pause.wait(Math.min(2 ** tries, MOST) / 2, { hurries: true });
    }
    return undefined;
  }

  /** Return channels over which the kernel was heard, or undefined. */
  async opened(limit, interrupted) {
    let channels;
    try {
      const { Channels } = await import('./channels.js');
      const address = this.kernels.socket(this.kernel, this.session);
      const arrived = (message) => this.arrived(message, channels);
      channels = new Channels(address, this.session, arrived, () => this.lost(channels));
    } catch {
      return undefined; // the chunk did not come
    }
    const late = new Promise((resolve) => setTimeout(resolve, limit, false));
    const stands = channels.opened.then((open) => open && channels.answers(limit));
    if ((await Promise.race([stands, late, interrupted])) === true) return channels;
    channels.close();
    return undefined;
  }

  async stands(channels, again) {
    this.channels = channels;
    const ids = await this.conversation.resume(channels);
    if (this.channels !== channels) return;
    this.become('ready');
    if (!again) return;
    // Once this is answered, Python is done with all that was sent before.
    if (!(await channels.answers(2 ** 31 - 1, 'shell'))) return;
    this.conversation.settle(ids);
    await this.widgets.takeOver();
  }

  arrived(message, channels) {
    const { msg_type: type } = message.header;
    if (type === 'status' && DEAD.has(message.content.execution_state)) this.gone();
    else if (channels === this.channels) this.conversation.receive(message, channels);
    else channels.early.push(message);
  }

  lost(channels) {
    if (channels !== this.channels || !channels) return;
    channels.close();
    this.channels = null;
    this.conversation.pause();
    this.become('off');
    this.connect(GREETING.again);
  }

  /** Look at the connection when nothing is heard after a message. */
  listen() {
    if (!this.channels || this.listening) return;
    const { channels } = this;
    const { heard } = channels;
    this.listening = setTimeout(() => {
      this.listening = null;
      if (channels.heard === heard) this.check(channels);
    }, SILENCE);
  }

  async check(channels) {
    if (!channels || channels.checked) return;
    channels.checked = true;
    const stands = await channels.answers(CHECK);
    channels.checked = false;
    if (!stands) this.lost(channels);
  }

  /** The page is looked at again, or the network is back. */
  returned() {
    this.pause.hurry();
    if (this.state === 'off') this.interrupt();
    this.check(this.channels);
  }

  gone() {
    this.become('gone');
    this.drop();
  }

  drop() {
    const { kernel, channels } = this;
    this.kernel = this.channels = null;
    channels?.close();
    this.conversation.forget();
    if (kernel) this.over.push(kernel);
  }

  /** End the kernels that are of no use any more: a server may have started one anew. */
  endThose() {
    this.over.forEach((kernel) => this.kernels.end(kernel));
  }

  async continue() {
    if (this.state !== 'gone') return;
    this.become('starting');
    this.endThose();
    await this.widgets.handOver();
    await this.wake();
  }

  leave() {
    this.state = 'left';
    this.drop();
    this.endThose();
    this.pause.hurry();
  }
}
