"""The only module that knows where resources/, maps/, db/ and the user's folders are."""

from __future__ import annotations

import os
import sys
from pathlib import Path

_HERE = Path(__file__).resolve().parent


def _shipped(name: str) -> Path:
    """A shipped folder: inside the installed package, else beside it in a checkout."""
    inside = _HERE / "_shipped" / name
    return inside if inside.is_dir() else _HERE.parent / name


def resources() -> Path:
    """Icons, theme, translations, templates, public facts for the sample."""
    return _shipped("resources")


def maps() -> Path:
    """Read-only cartography: themes, styles, page layouts."""
    return _shipped("maps")


def migrations() -> Path:
    """The numbered SQL files that make the county file."""
    return _shipped("db") / "migrations"


def user_data() -> Path:
    """Where the sample county, settings and logs of this user live; made when missing.

    GISAPP_HOME overrides it; else the platform's own place for a user's data.
    """
    override = os.environ.get("GISAPP_HOME")
    if override:
        folder = Path(override)
    elif sys.platform == "win32":
        folder = Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData/Local")) / "gisapp"
    else:
        folder = Path(os.environ.get("XDG_DATA_HOME", Path.home() / ".local/share")) / "gisapp"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def user_cache() -> Path:
    """Where what can be made anew at any time is kept for this user; not made here."""
    if os.environ.get("GISAPP_HOME") or sys.platform == "win32":
        return user_data() / "cache"
    return Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "gisapp"


def sample_county() -> Path:
    """The sample county kept for this user: built once, opened by every start."""
    return user_data() / "示例县.gpkg"
