// What has changed in a widget since its page was stored.
import { isEqual } from '@jupyter-widgets/base';
import { serialize_state } from '@jupyter-widgets/base-manager';

const FIXED = /^_(model|view)_|^_esm$|^_css$|^_anywidget_id$|^msg_id$/;
const REFERENCE = /"IPY_MODEL_([^"]+)"/g;

const buffersOf = ({ buffers = [] }, key) => buffers.filter(({ path }) => path[0] === key);

/** Return the keys of a model's attributes that differ from its stored state ({state, buffers}). */
export function changedKeys(model, stored) {
  const now = serialize_state([model]).state[model.model_id];
  const differs = (key) =>
    !isEqual(now.state[key], stored.state[key]) || !isEqual(buffersOf(now, key), buffersOf(stored, key));
  return Object.keys(stored.state).filter((key) => !FIXED.test(key) && differs(key));
}

/** Return the keys of attributes that name models which the stored page does not have. */
export function madeSince(model, stored) {
  const { state } = serialize_state([model]).state[model.model_id];
  return Object.keys(state).filter((key) =>
    [...JSON.stringify(state[key] ?? null).matchAll(REFERENCE)].some(([, id]) => !(id in stored)),
  );
}
