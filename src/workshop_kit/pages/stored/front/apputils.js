// Stands for @jupyterlab/apputils: what outputs need of it, without JupyterLab's dialogs and themes.

/** Outputs are trusted (output.js), so there is nothing to take out of them. */
export class Sanitizer {
  sanitize(html) {
    return html;
  }
}

/** JupyterLab tracks outputs for its keyboard commands, which a page does not have. */
export class WidgetTracker {
  has() {
    return true;
  }

  dispose() {}
}
