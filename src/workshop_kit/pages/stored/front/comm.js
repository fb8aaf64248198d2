// A widget's line to Python. It is there before Python is; the first message wakes it.
import { uuid } from '@jupyter-widgets/base';

export class StoredComm {
  constructor(python, id, target, revise = (message) => message) {
    this.python = python;
    this.comm_id = id;
    this.target_name = target;
    this.revise = revise;
    this.said = new Set(); // the traits that the page has changed, and not Python
    this.on_msg(() => {});
    this.on_close(() => {});
  }

  on_msg(callback) {
    this.arrived = async (message) => callback(await this.revise(message));
  }

  on_close(callback) {
    this.closed = callback;
  }

  open(data, callbacks, metadata, buffers) {
    const content = { comm_id: this.comm_id, target_name: this.target_name, data };
    return this.post('comm_open', content, callbacks, metadata, buffers);
  }

  send(data, callbacks, metadata, buffers) {
    if (data.method === 'update') {
      const keys = [...Object.keys(data.state), ...data.buffer_paths.map(([key]) => key)];
      keys.forEach((key) => this.said.add(key));
    }
    return this.post('comm_msg', { comm_id: this.comm_id, data }, callbacks, metadata, buffers);
  }

  close(data = {}, callbacks, metadata, buffers) {
    this.python.comms.delete(this.comm_id);
    if (this.python.asleep) return '';
    return this.post('comm_close', { comm_id: this.comm_id, data }, callbacks, metadata, buffers);
  }

  /** Send a message and return its id, which is known before Python is. */
  post(type, content, callbacks, metadata = {}, buffers = []) {
    const id = uuid();
    // What is typed next must not change what waits here.
    const kept = JSON.parse(JSON.stringify(content));
    this.python.send({ id, type, content: kept, callbacks, metadata, buffers: buffers ?? [], comm: this });
    return id;
  }

  /** No answer to this message will come any more: let the model send its next one. */
  settled(id) {
    const expected = this.model?._expectedEchoMsgIds ?? new Map();
    for (const [key, waitsFor] of expected) if (waitsFor === id) expected.delete(key);
  }
}
