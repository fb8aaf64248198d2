// The front end of a stored page: models from the state in the page, views in their places, Python on demand.
import { Widget } from '@lumino/widgets';
import { Python, StoredWidgets } from './shared.js';

const VIEWS = 'script[type="application/vnd.jupyter.widget-view+json"]';
const PATIENCE = 10_000; // ms; what takes longer to draw itself is not waited for

const read = (id) => document.getElementById(id).textContent;
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

function tell(name, detail) {
  window.dispatchEvent(new CustomEvent(`stored:${name}`, { detail }));
}

async function show(widgets, tag) {
  const { model_id } = JSON.parse(tag.textContent);
  const host = document.createElement('div');
  tag.replaceWith(host);
  try {
    const view = await widgets.create_view(await widgets.get_model(model_id));
    Widget.attach(view.luminoWidget, host);
  } catch (error) {
    host.dataset.storedBroken = '';
    tell('broken', { model_id, reason: String(error) });
  }
}

async function main() {
  const python = new Python(JSON.parse(read('stored-page')), (state) => tell('python', { state }));
  const widgets = new StoredWidgets(python, read('stored-state'), (broken) => tell('broken', broken));
  await widgets.restore();
  await Promise.all([...document.querySelectorAll(VIEWS)].map((tag) => show(widgets, tag)));
  await Promise.race([widgets.drawn(), pause(PATIENCE)]);
  python.begin();
  document.documentElement.dataset.stored = 'ready';
  tell('ready');
}

main();
