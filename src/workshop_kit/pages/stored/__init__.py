"""Stored pages: a notebook executed once, served to many, and forked where Python is needed."""
