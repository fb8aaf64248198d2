// What anywidget and ipywidgets ask of a browser and phones from before 2024 lack.
const aborted = (reason) => {
  const controller = new AbortController();
  controller.abort(reason);
  return controller.signal;
};

AbortSignal.prototype.throwIfAborted ??= function throwIfAborted() {
  if (this.aborted) throw this.reason ?? new Error('aborted');
};

AbortSignal.timeout ??= (ms) => {
  const controller = new AbortController();
  setTimeout(() => controller.abort(new Error('timeout')), ms);
  return controller.signal;
};

AbortSignal.any ??= (signals) => {
  const already = signals.find((signal) => signal.aborted);
  if (already) return aborted(already.reason);
  const controller = new AbortController();
  for (const signal of signals) {
    signal.addEventListener('abort', () => controller.abort(signal.reason), { once: true });
  }
  return controller.signal;
};

const copied = (value) => {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(copied);
  if (value instanceof ArrayBuffer) return value.slice(0);
  if (ArrayBuffer.isView(value)) {
    const bytes = value.buffer.slice(value.byteOffset, value.byteOffset + value.byteLength);
    return new value.constructor(bytes);
  }
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, copied(inner)]));
};

globalThis.structuredClone ??= copied;
