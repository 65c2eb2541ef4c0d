"""Names of files and folders that need care, as far as the system lets them be."""

from __future__ import annotations

import os

REFUSED_BY_WINDOWS = str.maketrans("", "", '"<>|?*:')


def odd(name: str) -> str:
    """``name`` itself; on Windows without the characters no file there can bear."""
    return name.translate(REFUSED_BY_WINDOWS) if os.name == "nt" else name
