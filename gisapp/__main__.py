"""`gisapp` opens the window; `gisapp FILE` opens it on a county file; `gisapp COMMAND …` is the command line."""

from __future__ import annotations

import sys
from pathlib import Path


def main() -> int:
    """Window or command line; returns the exit code."""
    words = sys.argv[1:]
    if not words or (len(words) == 1 and _is_file(words[0])):
        from gisapp.app import run_window

        return run_window(Path(words[0]) if words else None)
    from gisapp.cli.main import main as run_command

    return run_command(words)


def _is_file(word: str) -> bool:
    """Whether the word names a county file rather than a command."""
    return word.lower().endswith(".gpkg") or Path(word).is_file()


if __name__ == "__main__":
    sys.exit(main())
