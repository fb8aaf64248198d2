// The official widget packages: base and anywidget are here, the others come when a page has such widgets.
import * as base from '@jupyter-widgets/base';
import * as anywidget from './anywidget.js';
import * as broken from './broken.js';

function style(name) {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = new URL(name, import.meta.url).href;
  const loaded = new Promise((resolve) => {
    link.onload = resolve;
    link.onerror = resolve; // widgets without their style still work
  });
  // First, so that the page's own sheets have the last word.
  document.head.prepend(link);
  return loaded;
}

const styled = async (sheet, code) => (await Promise.all([code, style(sheet)]))[0];

const LOADERS = {
  '@jupyter-widgets/base': async () => base,
  '@jupyter-widgets/controls': () => styled('controls.css', import('./controls.js')),
  '@jupyter-widgets/output': () => styled('output.css', import('./output.js')),
  anywidget: async () => anywidget,
  'stored-page': async () => broken,
};
const loaded = {};

/** Return a class of a widget package; throws where the package or the class is unknown. */
export async function load(name, module) {
  const loader = LOADERS[module];
  if (!loader) throw new Error(`unknown widget module ${module}`);
  loaded[module] ??= loader();
  let classes;
  try {
    classes = await loaded[module];
  } catch (error) {
    delete loaded[module]; // the network may be back for the next one
    throw error;
  }
  if (!classes[name]) throw new Error(`no ${name} in ${module}`);
  return classes[name];
}
