// The widgets of a stored page: ipywidgets' own manager over the state that stands in the page.
import { uuid } from '@jupyter-widgets/base';
import { ManagerBase } from '@jupyter-widgets/base-manager';
import { BrokenModel, BrokenView, empty } from './broken.js';
import { load } from './modules.js';
import { fetchSanitizer } from './sanitize.js';
import { changedKeys, madeSince } from './state.js';

const isAddress = (code) => /^(https?:\/\/|\/(?![/*]))\S*$/.test(code ?? '');

/** Python may say later that a description is HTML. */
async function prepared(message) {
  if (message.content.data.state?.description_allow_html) await fetchSanitizer();
  return message;
}

function send(model, keys) {
  if (keys.length) model.sync('patch', model, { attrs: Object.fromEntries(keys.map((key) => [key, model.get(key)])) });
}

export class StoredWidgets extends ManagerBase {
  /**
   * @param python what carries messages to Python (python.js)
   * @param stored the embedded state, as JSON text
   * @param report told of each widget that is broken: {model_id, reason}
   */
  constructor(python, stored, report) {
    super();
    this.stored = stored;
    this.report = report;
    this.python = python;
    this.drawing = [];
    this.addresses = {};
    python.serve(this);
  }

  /** Make all models; those that are broken stand empty. */
  restore() {
    return this.set_state(JSON.parse(this.stored));
  }

  /** Resolve when everything that was shown has drawn itself, or is reported as broken. */
  drawn() {
    return Promise.all(this.drawing);
  }

  loadClass(name, module) {
    return load(name, module);
  }

  async _make_model(options, state) {
    const { model_id, model_name, model_module } = options;
    const comm = options.comm ?? this.python.comm(model_id);
    comm.revise = prepared;
    let model;
    try {
      if (model_module === 'anywidget') await this.fetchCode(state);
      if (state.description_allow_html) await fetchSanitizer();
      const Model = await load(model_name, model_module);
      const attributes = await Model._deserialize_state(state, this);
      model = new Model(attributes, { widget_manager: this, model_id, comm });
    } catch (error) {
      model = this.brokenModel(model_id, error);
    }
    comm.model = model;
    return Object.assign(model, { name: model_name, module: model_module });
  }

  /** Have the module at hand before anywidget asks for it: it gives up on a slow network after two seconds. */
  async fetchCode(state) {
    const { _anywidget_id: kind } = state;
    for (const key of ['_esm', '_css']) {
      if (isAddress(state[key])) state[key] = this.addresses[kind + key] = new URL(state[key], location.href).href;
      else state[key] = this.addresses[kind + key] ?? state[key];
    }
    if (isAddress(state._esm)) await import(state._esm);
  }

  brokenModel(model_id, error) {
    this.report({ model_id, reason: String(error) });
    return new BrokenModel({}, { widget_manager: this, model_id });
  }

  create_view(model, options = {}) {
    const id = uuid();
    const view = (model.state_change = model.state_change.then(() => this.viewOf(model, options, id)));
    if (model.views) model.views[id] = view;
    return view;
  }

  async viewOf(model, options, id) {
    let view;
    try {
      const View = await load(model.get('_view_name'), model.get('_view_module'));
      view = new View({ model, options: this.setViewOptions(options) });
      view.listenTo(model, 'destroy', view.remove);
      await view.render();
    } catch (error) {
      view = new BrokenView({ model: this.brokenModel(model.model_id, error), options });
      view.render();
    }
    view.once('remove', () => model.views && delete model.views[id]);
    if (view.drawn) this.drawing.push(view.drawn.catch((error) => this.viewBroke(view, error)));
    return view;
  }

  viewBroke(view, error) {
    empty(view.el);
    this.report({ model_id: view.model.model_id, reason: String(error) });
  }

  /** A model that Python made while the page was open. */
  opened(message) {
    const comm = this.python.comm(message.content.comm_id);
    return this.handle_comm_open(comm, message);
  }

  async _create_comm(target, id, data, metadata) {
    const comm = this.python.comm(id, target, (message) => this.withoutUnsent(message));
    if (data) comm.open(data, undefined, metadata);
    return comm;
  }

  async _get_comm_info() {
    return {};
  }

  /** Take over what Python changed while the connection was lost, but nothing that was typed here since. */
  async takeOver() {
    await this._loadFromKernel();
  }

  /** Drop from Python's state of all widgets what this page has changed and Python has not answered yet. */
  withoutUnsent(message) {
    const { states, buffer_paths } = message.content.data;
    for (const [id, { state }] of Object.entries(states ?? {})) {
      const model = this.python.comms.get(id)?.model;
      const own = model ? [...model._expectedEchoMsgIds.keys(), ...Object.keys(model._msg_buffer ?? {})] : [];
      for (const key of own) delete state[key];
    }
    const kept = (buffer_paths ?? []).map(([id, key]) => key in states[id].state);
    message.content.data.buffer_paths = (buffer_paths ?? []).filter((_, i) => kept[i]);
    message.buffers = (message.buffers ?? []).filter((_, i) => kept[i]);
    return message;
  }

  /**
   * Bring a new Python, whose widgets are as the page was stored, to what this page shows now.
   *
   * What the page said comes last: what Python makes of it is newer than what the old one made.
   */
  async handOver() {
    const stored = JSON.parse(this.stored).state;
    const models = (await Promise.all(Object.values(this._models))).filter(({ comm }) => comm); // not the broken ones
    const known = models.filter(({ model_id: id }) => id in stored);
    for (const model of known) await this.backToStored(model, stored);
    for (const model of models.filter(({ model_id: id }) => !(id in stored))) {
      this.python.comms.delete(model.model_id);
      model._handle_comm_closed();
    }
    const own = known.map(({ comm: { said } }) => new Set(said));
    const changed = known.map((model) => changedKeys(model, stored[model.model_id]));
    known.forEach((model, n) => send(model, changed[n].filter((key) => !own[n].has(key))));
    known.forEach((model, n) => send(model, changed[n].filter((key) => own[n].has(key))));
    known.forEach((model, n) => (model.comm.said = own[n]));
  }

  /** Traits that name widgets which only the old Python had are as they were stored. */
  async backToStored(model, stored) {
    const { state, buffers = [] } = stored[model.model_id];
    const keys = madeSince(model, stored).filter((key) => key in state);
    if (!keys.length || buffers.length) return;
    const back = Object.fromEntries(keys.map((key) => [key, state[key]]));
    model.set_state(await model.constructor._deserialize_state(back, this));
  }
}

