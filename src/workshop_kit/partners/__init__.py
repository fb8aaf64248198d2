"""The rules of the partner map: pure functions over partners and ties, told in plain words."""
