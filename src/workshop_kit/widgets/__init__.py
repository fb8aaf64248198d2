"""What people touch: one anywidget a file, with a module and a style sheet of the same name."""
