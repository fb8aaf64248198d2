"""Serving notebooks as pages."""
