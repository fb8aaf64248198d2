"""A workshop kit for communities that act locally against human trafficking."""

__version__ = "0.1.0"
