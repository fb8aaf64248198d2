"""Is this laptop ready for an evening? One file for each part of it that is looked at."""
