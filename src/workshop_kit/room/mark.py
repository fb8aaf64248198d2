"""Marks: by one a page sees that it has to read something again, and nothing of what it says."""

import hashlib
import json


def mark_of(told: object) -> str:
    """Return a short digest of something that can be told as JSON."""
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()[:12]
