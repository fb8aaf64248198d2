"""The partner map's rules: pure functions over partners and ties, no store and no room."""
