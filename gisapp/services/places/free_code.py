"""A short code for a row somebody adds to a table of the county, by which commands call it."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import count


def free_code(taken: Iterable[str]) -> str:
    """``own-1`` or the first number after it that is not taken."""
    known = set(taken)
    return next(code for number in count(1) if (code := f"own-{number}") not in known)
