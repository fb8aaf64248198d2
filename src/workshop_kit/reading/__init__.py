"""The toolkit to read: sections as HTML that needs no kernel and no server."""
