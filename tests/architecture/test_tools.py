"""The linter and the type checker find nothing: strictly typed below Qt."""

from __future__ import annotations

import subprocess
import sys

from tests.architecture.rules import FIRST_QT_RANK, RANKS
from tests.architecture.source_tree import CHECKOUT, PACKAGE


def findings(*command: str) -> str:
    """What the tool says when it is not content."""
    done = subprocess.run([sys.executable, "-m", *command], cwd=CHECKOUT, capture_output=True, text=True, check=False)
    return done.stdout + done.stderr if done.returncode else ""


def test_the_linter_finds_nothing() -> None:
    assert findings("ruff", "check", "--quiet") == ""


def test_types_below_qt_are_strictly_right() -> None:
    below = [room for room, rank in RANKS.items() if room and rank < FIRST_QT_RANK]
    places = [PACKAGE / room if (PACKAGE / room).is_dir() else PACKAGE / f"{room}.py" for room in below]
    assert findings("mypy", "--follow-imports=silent", *map(str, places)) == ""
