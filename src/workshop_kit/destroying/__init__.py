"""Destroying a workshop, and telling honestly what of it is gone and what is not."""
