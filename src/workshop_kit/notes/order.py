"""An order that says nothing about people or time, and is the same whenever it is asked for."""

import hashlib
import json
from collections.abc import Iterable
from typing import Any, TypeVar

from pydantic import BaseModel

T = TypeVar("T")


def in_mixed_order(values: Iterable[T]) -> tuple[T, ...]:
    """Return values in the order of their digests.

    Shuffling would do for privacy; digests also let the same session give the same file again.
    """
    return tuple(sorted(values, key=_digest))


def _digest(value: object) -> bytes:
    plain: Any = value.model_dump(mode="json") if isinstance(value, BaseModel) else value
    text = json.dumps(plain, sort_keys=True, ensure_ascii=True)
    return hashlib.sha256(text.encode("ascii")).digest()
