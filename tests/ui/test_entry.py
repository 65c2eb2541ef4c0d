"""`gisapp` opens the window, `gisapp FILE` opens it on the file, anything else is a command."""

from __future__ import annotations

from pathlib import Path

import pytest

from gisapp import __main__ as entry
from gisapp import app
from gisapp.cli import main as commands


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ([], ("window", None)),
        (["某县.gpkg"], ("window", Path("某县.gpkg"))),
        (["info", "某县.gpkg"], ("command", ["info", "某县.gpkg"])),
        (["--version"], ("command", ["--version"])),
        (["help"], ("command", ["help"])),
    ],
)
def test_words_choose_window_or_command(words: list[str], expected: tuple[str, object], monkeypatch: pytest.MonkeyPatch) -> None:
    called: list[tuple[str, object]] = []
    monkeypatch.setattr("sys.argv", ["gisapp", *words])
    monkeypatch.setattr(app, "run_window", lambda path, _ahead: called.append(("window", path)) or 0)
    monkeypatch.setattr(commands, "main", lambda given: called.append(("command", given)) or 0)
    assert entry.main() == 0
    assert called == [expected]
