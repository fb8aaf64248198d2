"""The toolkit as data: load it, validate it, say which file and line is wrong."""
