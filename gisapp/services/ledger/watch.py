"""How far an import is, and whether it shall go on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Watch:
    """How far the work is, and whether it shall go on; ``done`` raises Cancelled when it shall not.

    ``closing``: from here on nothing can be stopped any more.
    """

    done: Callable[[int, int], None]
    closing: Callable[[], None] = lambda: None
