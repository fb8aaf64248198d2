"""The room: its HTTP API, live feed, cookies and roles."""
