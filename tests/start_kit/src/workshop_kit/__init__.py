"""A kit as small as can be."""
