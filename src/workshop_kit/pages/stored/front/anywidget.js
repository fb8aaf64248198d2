// anywidget's classes for pages whose modules come by address, as the page's rules for scripts ask.
import * as base from '@jupyter-widgets/base';
import widget from 'anywidget';

const official = widget(base);

export class AnyModel extends official.AnyModel {
  /** The code of a page does not change while it is open; Python knows it as text, not by its address. */
  set_state({ _esm, _css, ...state }) {
    super.set_state(state);
  }
}

export class AnyView extends official.AnyView {
  initialize(...parameters) {
    super.initialize(...parameters);
    /** Settles when the widget's own `render` is done, or broke: it goes on after this view stands. */
    this.drawn = new Promise((resolve, reject) => Object.assign(this, { stands: resolve, failed: reject }));
    this.drawn.catch(() => {});
  }
}
