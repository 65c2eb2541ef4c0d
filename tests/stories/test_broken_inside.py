"""A county file that somebody broke by hand inside: one clear sentence with what and what to do, and nothing is written."""

from __future__ import annotations

import re
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gisapp import paths
from gisapp.errors import BadFile
from gisapp.services.county.back_up_county import back_up_county
from gisapp.storage.county import county_file, geopackage, settings
from gisapp.ui.main_window import MainWindow
from gisapp.ui.signals import Signals
from gisapp.ui.tasks import Tasks
from tests.stories.command import gisapp
from tests.stories.test_bad_files import fingerprint
from tests.unit.readers.files import geojson
from tests.unit.services.map_files import cell
from tests.unit.storage.contents import contents

Maker = Callable[[Path], None]
COMMANDS: tuple[tuple[str, ...], ...] = (
    ("info",), ("check",), ("slots",), ("search", "赵一"), ("history",),
    ("card", "西山村"), ("runs",), ("caseload",),
)  # fmt: skip
KINDS = ("grids", "households", "residents", "houses", "slots", "contacts", "divisions", "settlements", "hazards", "safe-sites")


def by_hand(path: Path, *statements: str) -> None:
    """As a curious person with an SQLite editor would."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        geopackage.register_functions(connection)
        for pragma in ("foreign_keys = OFF", "ignore_check_constraints = ON", "writable_schema = ON"):
            connection.execute(f"PRAGMA {pragma}")
        for statement in statements:
            connection.execute(statement)


def wrong_type(path: Path, table: str, column: str, statement: str) -> None:
    """STRICT does not let a wrong type in: the word is taken away, as an editor that rebuilds tables does."""
    [text] = _one(path, "SELECT sql FROM sqlite_master WHERE name = ?", table)
    by_hand(path, f"UPDATE sqlite_master SET sql = '{text.removesuffix('STRICT').replace(chr(39), chr(39) * 2)}' WHERE name = '{table}'")
    by_hand(path, statement)
    by_hand(path, f"UPDATE sqlite_master SET sql = '{text.replace(chr(39), chr(39) * 2)}' WHERE name = '{table}'")


def _one(path: Path, question: str, *values: str) -> tuple[str, ...]:
    with closing(sqlite3.connect(path)) as connection:
        found: tuple[str, ...] = connection.execute(question, values).fetchone()
        return found


def page_zeroed(path: Path, table: str) -> None:
    """The first page of one table full of noughts."""
    with closing(sqlite3.connect(path)) as connection:
        [page] = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchone()
        [size] = connection.execute("PRAGMA page_size").fetchone()
    content = bytearray(path.read_bytes())
    content[(page - 1) * size : page * size] = bytes(size)
    path.write_bytes(content)


OPENED_NEVER: dict[str, tuple[Maker, str]] = {
    **{
        f"no {table}": (lambda path, table=table: by_hand(path, f'DROP TABLE "{table}"'), f"缺少表 {table}")  # type: ignore[misc]
        for table in ("household", "resident", "home", "house", "hazard_run", "need_item", "contact", "slot", "settlement_site")
    },
    "no view": (lambda path: by_hand(path, "DROP VIEW home_card"), "缺少表 home_card"),
    "no column": (lambda path: by_hand(path, "ALTER TABLE safe_site DROP COLUMN note"), "缺少列 safe_site.note"),
    "two columns": (
        lambda path: by_hand(path, "ALTER TABLE safe_site DROP COLUMN note", "ALTER TABLE road DROP COLUMN rank"),
        "缺少列 safe_site.note、列 road.rank|缺少列 road.rank、列 safe_site.note",
    ),
    "a column that cards show": (lambda path: by_hand(path, "ALTER TABLE resident RENAME COLUMN phone TO p"), "home_card"),
    "no words": (lambda path: by_hand(path, "UPDATE setting SET value = '{' WHERE key = 'county_name'"), "设置 county_name"),
    "no coordinates": (lambda path: by_hand(path, "DELETE FROM setting WHERE key = 'crs'"), "设置 crs"),
    "odd coordinates": (lambda path: by_hand(path, "UPDATE setting SET value = '\"abc\"' WHERE key = 'crs'"), "设置 crs"),
    "zeroed grid": (lambda path: page_zeroed(path, "grid_post"), "损坏"),
}
MAY_BE_READ: dict[str, tuple[Maker, str]] = {
    "house nowhere": (lambda path: by_hand(path, "UPDATE house SET grid_id = 987654"), "指向"),
    "home nowhere": (lambda path: by_hand(path, "UPDATE home SET house_id = 987654"), "指向"),
    "slot of nobody": (lambda path: by_hand(path, "UPDATE slot SET contact_id = 987654 WHERE id = (SELECT min(id) FROM slot)"), "指向"),
    "broken house": (lambda path: by_hand(path, "UPDATE house SET geom = x'4750000102'"), "图形"),
    "broken grid": (lambda path: by_hand(path, "UPDATE grid SET geom = x'00' WHERE id = 2"), "图形"),
    "broken area": (lambda path: by_hand(path, "UPDATE hazard_area SET geom = x'47500001ffffffffffff'"), "图形"),
    "odd level": (lambda path: by_hand(path, "UPDATE division SET level = 'planet'"), "损坏"),
    "odd state": (lambda path: by_hand(path, "UPDATE home SET state = 'on fire'"), "home"),
    "odd day": (lambda path: by_hand(path, "UPDATE resident SET birth_date = 'yesterday'"), "resident"),
    "blob for a name": (lambda path: wrong_type(path, "resident", "name", "UPDATE resident SET name = x'ff00'"), "resident"),
    "words for a number": (lambda path: wrong_type(path, "house", "floor", "UPDATE house SET floor = '三楼'"), "house"),
    "zeroed household": (lambda path: page_zeroed(path, "household"), "损坏"),
    "zeroed house": (lambda path: page_zeroed(path, "house"), "损坏"),
}


NO_HARM = ("broken grid", "broken area", "odd day", "words for a number")
"""What no run of houses and people rests on."""


def facts(path: Path) -> object:
    """Everything the file says; its bytes where it can no longer say it all."""
    try:
        with closing(sqlite3.connect(path)) as connection:
            return contents(connection)
    except sqlite3.DatabaseError:
        return path.read_bytes()


def exported(folder: Path) -> tuple[tuple[str, ...], ...]:
    return tuple(("export", str(folder / f"{kind}.xlsx"), "--what", kind) for kind in KINDS)


@pytest.mark.parametrize("name", OPENED_NEVER)
def test_what_is_missing_is_said_before_anything_is_read(
    name: str, county: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    make, words = OPENED_NEVER[name]
    make(county)
    before = fingerprint(county)
    for open_it in (county_file.reading, county_file.writing):
        with pytest.raises(BadFile, match=words), open_it(county):
            pass
    for command, *rest in (*COMMANDS, ("undo",), *exported(tmp_path)):
        done = gisapp(capsys, command, county, *rest)
        assert re.search(words, done.sentences[0]), command
    assert fingerprint(county) == before


@pytest.mark.parametrize("name", MAY_BE_READ)
def test_what_is_broken_inside_is_read_around_or_said_and_never_written_on(
    name: str, county: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    make, words = MAY_BE_READ[name]
    make(county)
    before = facts(county)
    area = geojson(tmp_path / "河堤.geojson", ((cell(0, 0), {"name": "河堤"}),))
    for command, *rest in (*COMMANDS, *exported(tmp_path), ("affected", "--hazard", str(area))):
        done = gisapp(capsys, command, county, *rest)
        assert "内部出错" not in done.err, command
        if done.code == 2:  # noqa: PLR2004 - a bad file
            assert words in done.sentences[0] or "损坏" in done.sentences[0], (command, done.sentences)
    if name not in NO_HARM:
        assert done.code == 2, "no run is stored on a broken file"  # noqa: PLR2004
        assert facts(county) == before


def test_the_newest_backup_is_named(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    back_up_county(county)
    copy = back_up_county(county)
    by_hand(county, "DROP TABLE resident")
    done = gisapp(capsys, "info", county)
    assert "缺少表 resident" in done.sentences[0]
    assert str(copy) in done.sentences[1]


def test_an_older_file_that_was_broken_is_said_too_and_not_brought_up(
    county: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    newer = tmp_path / "db" / "migrations"
    shutil.copytree(paths.migrations(), newer)
    (newer / "9001_more.sql").write_text("ALTER TABLE resident ADD COLUMN nickname TEXT;", encoding="utf-8")
    with county_file.reading(county):
        monkeypatch.setattr(paths, "migrations", lambda: newer)
    by_hand(county, "DROP TABLE resident")
    before = facts(county)
    done = gisapp(capsys, "affected", county, "--hazard", "月河洪涝")
    assert "缺少表 resident" in done.sentences[0]
    assert facts(county) == before


def test_an_unsound_file_says_so_in_the_window_of_what_was_asked(county: Path, qtbot: QtBot) -> None:
    signals = Signals()
    told: list[str] = []
    signals.message.connect(lambda _level, text: told.append(text))
    by_hand(county, "UPDATE setting SET value = '{' WHERE key = 'crs'")  # after the window has opened it
    tasks = Tasks(county, signals)
    try:
        tasks.read(settings.crs, lambda _found: told.append("read"))
        qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    finally:
        tasks.close()
    assert "设置 crs 读不出来" in told[0]
    assert len(told) == 1


def test_the_window_stays_on_its_first_page_and_says_what_is_broken(qtbot: QtBot, qapp: QApplication, county: Path) -> None:
    by_hand(county, "UPDATE setting SET value = '{' WHERE key = 'crs'")
    window = MainWindow()
    qtbot.addWidget(window)
    told: list[str] = []
    window.signals.message.connect(lambda _level, text: told.append(text))
    window.begin(county, None)
    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    assert window.bench is None
    assert "设置 crs 读不出来" in told[0]
