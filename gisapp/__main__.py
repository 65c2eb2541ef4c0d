"""`gisapp` opens the window; `gisapp FILE` opens it on a county file; `gisapp COMMAND …` is the command line."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gisapp.scene.scene_ahead import SceneAhead


def main() -> int:
    """Window or command line; returns the exit code."""
    words = sys.argv[1:]
    if not words or (len(words) == 1 and _is_file(words[0])):
        path = Path(words[0]) if words else None
        ahead = begin_reading(path)
        from gisapp.app import run_window

        return run_window(path, ahead)
    from gisapp.cli.main import main as run_command

    return run_command(words)


def begin_reading(path: Path | None) -> SceneAhead | None:
    """Begin to read the county while Qt and the window are still being loaded, in the language the window will speak."""
    # We have no use for linear algebra in threads, and starting them takes longer than all of numpy.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    if path is None:
        return None
    from gisapp.scene.scene_ahead import SceneAhead
    from gisapp.ui import preferences

    preferences.speak_as_chosen()
    return SceneAhead(path)


def _is_file(word: str) -> bool:
    """Whether the word names a county file rather than a command."""
    return word.lower().endswith(".gpkg") or Path(word).is_file()


if __name__ == "__main__":
    sys.exit(main())
