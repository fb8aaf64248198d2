// The chunk of pages with ipywidgets' own controls.
import './shared.js';

export * from '@jupyter-widgets/controls';
