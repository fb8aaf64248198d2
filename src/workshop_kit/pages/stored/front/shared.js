// What every page loads. Each chunk imports it too, so that esbuild puts all of it into one file.
import './older_phones.js';
import '@jupyter-widgets/base';
import './element_list.js';

export { Python } from './python.js';
export { StoredWidgets } from './widgets.js';
