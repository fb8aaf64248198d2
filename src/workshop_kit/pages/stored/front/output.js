// The chunk of pages with Output widgets: what Python prints and displays into them, as JupyterLab draws it.
import './shared.js';
import { JupyterLuminoPanelWidget } from '@jupyter-widgets/base';
import * as official from '@jupyter-widgets/output';
import { OutputAreaModel, SimplifiedOutputArea } from '@jupyterlab/outputarea';
import { RenderMimeRegistry } from '@jupyterlab/rendermime/lib/registry';
import { standardRendererFactories } from '@jupyterlab/rendermime/lib/factories';
import { Widget } from '@lumino/widgets';
import ElementList from './element_list.js';

const VIEW = 'application/vnd.jupyter.widget-view+json';

/** A widget that was displayed into an output. */
class WidgetRenderer extends Widget {
  constructor(widgets) {
    super();
    this.widgets = widgets;
  }

  async renderModel({ data }) {
    const model = await this.widgets.get_model(data[VIEW].model_id);
    Widget.attach((await this.widgets.create_view(model)).luminoWidget, this.node);
  }
}

function renderers(widgets) {
  const registry = new RenderMimeRegistry({ initialFactories: standardRendererFactories });
  const createRenderer = () => new WidgetRenderer(widgets);
  registry.addFactory({ safe: true, mimeTypes: [VIEW], createRenderer }, -10);
  return registry;
}

export class OutputModel extends official.OutputModel {
  defaults() {
    return { ...super.defaults(), msg_id: '', outputs: [] };
  }

  initialize(attributes, options) {
    super.initialize(attributes, options);
    this.area = new OutputAreaModel({ trusted: true }); // it is as much our Python's as the page around it
    this.places = new Map(); // of what Python may display anew, by its display id
    this.listenTo(this, 'change:outputs', this.take);
    this.listenTo(this, 'change:msg_id', this.capture);
    this.take();
  }

  /** Outputs that Python set, or that were stored. */
  take(_model, _value, { own } = {}) {
    if (own) return;
    this.area.clear();
    this.area.fromJSON(JSON.parse(JSON.stringify(this.get('outputs'))));
  }

  /** Python names the message whose output belongs here, and empties the name when it does no longer. */
  capture() {
    this.release?.();
    const { conversation } = this.widget_manager.python;
    const id = this.get('msg_id');
    this.release = id ? conversation.hook(id, (message) => this.add(message)) : null;
  }

  add({ header: { msg_type: type }, content }) {
    if (type === 'clear_output') this.area.clear(content.wait);
    else this.place(type, content);
    this.set('outputs', this.area.toJSON(), { own: true });
    this.save_changes();
  }

  place(type, { transient, ...content }) {
    const id = transient?.display_id;
    const output = { ...content, output_type: type };
    if (type === 'update_display_data') {
      if (this.places.has(id)) this.area.set(this.places.get(id), { ...output, output_type: 'display_data' });
      return;
    }
    const length = this.area.add(output);
    if (id) this.places.set(id, length - 1);
  }

  close(closed) {
    this.release?.();
    return super.close(closed);
  }
}

export class OutputView extends official.OutputView {
  _createElement() {
    this.luminoWidget = new JupyterLuminoPanelWidget({ view: this });
    return this.luminoWidget.node;
  }

  _setElement() {
    this.el = this.luminoWidget.node;
    this.$el = new ElementList(this.el);
  }

  render() {
    super.render();
    this.area = new SimplifiedOutputArea({ rendermime: renderers(this.model.widget_manager), model: this.model.area });
    this.luminoWidget.insertWidget(0, this.area);
    this.luminoWidget.addClass('jupyter-widgets');
    this.luminoWidget.addClass('widget-output');
    this.update();
  }

  remove() {
    this.area.dispose();
    return super.remove();
  }
}
