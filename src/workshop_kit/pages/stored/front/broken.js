// What stands in the place of a widget that cannot be shown: an empty element, so that the others still stand.
import { DOMWidgetModel, DOMWidgetView } from '@jupyter-widgets/base';

const NAMES = { _view_name: 'BrokenView', _view_module: 'stored-page', _view_module_version: '*' };

export class BrokenModel extends DOMWidgetModel {
  defaults() {
    return { ...super.defaults(), ...NAMES };
  }
}

export class BrokenView extends DOMWidgetView {
  render() {
    empty(this.el);
  }
}

/** Leave an element empty and say so to style sheets and tests. */
export function empty(element) {
  element.replaceChildren();
  element.dataset.storedBroken = '';
}
