"""Who is at the keyboard: the name the history keeps."""

from __future__ import annotations

import getpass
import os


def who() -> str:
    """GISAPP_USER, else the name of the account."""
    try:
        return os.environ.get("GISAPP_USER") or getpass.getuser()
    except (KeyError, OSError):
        return "?"
