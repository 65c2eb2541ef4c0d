"""Some seconds after opening: pages checked, today's copy kept, and never in the way of the person."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from gisapp.errors import BadFile, Cancelled
from gisapp.services.county.check_pages import check_pages
from gisapp.services.county.keep_daily_copy import keep_daily_copy
from gisapp.storage.county import backups, county_file, settings
from gisapp.ui import upkeep
from gisapp.ui.open_county import OpenCounty
from gisapp.ui.upkeep import Upkeep

Until = Callable[[Callable[[], bool]], None]


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(upkeep, "AFTER_MS", 1)
    monkeypatch.setattr(upkeep, "BETWEEN_MS", 1)


def make_real(path: Path) -> None:
    """The file is nobody's sample any more."""
    with county_file.writing(path) as db:
        settings.write(db.conn, "is_sample", False)


def copies(path: Path) -> list[Path]:
    return sorted(backups.folder_of(path).glob("*.gpkg"))


def damage(path: Path) -> None:
    """Overwrite the inside of a page of family names, which opening does not look at."""
    with county_file.reading(path) as connection:
        page = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'resident'").fetchone()[0]
        size = connection.execute("PRAGMA page_size").fetchone()[0]
    with path.open("r+b") as file:
        file.seek((page - 1) * size + 8)
        file.write(b"\xff" * (size // 2))


def test_a_county_gets_one_copy_a_day_without_a_word(county_path: Path, signals, heard, until: Until) -> None:  # type: ignore[no-untyped-def]
    make_real(county_path)
    for _ in range(2):
        county = OpenCounty(county_path, signals)
        work = Upkeep(county)
        work.begin()
        work.begin()
        until(lambda done=work: done.is_done)  # type: ignore[misc]
        county.close()
    assert len(copies(county_path)) == 1
    with county_file.reading(copies(county_path)[0]) as connection:
        assert county_file.quick_check(connection) == ()
    assert heard.messages == []


def test_the_sample_is_not_copied(county: OpenCounty, until: Until) -> None:
    work = Upkeep(county)
    work.begin()
    until(lambda: work.is_done)
    assert copies(county.path) == []


def test_damaged_pages_are_told_in_a_sentence_and_never_copied(county_path: Path, signals, heard, until: Until) -> None:  # type: ignore[no-untyped-def]
    make_real(county_path)
    damage(county_path)
    county = OpenCounty(county_path, signals)
    Upkeep(county, signals).begin()
    until(lambda: len(heard.messages) == 1)
    county.close()
    assert heard.messages[0][0] == "error"
    assert "从备份恢复" in heard.messages[0][1]
    assert copies(county_path) == []


def test_a_copy_that_cannot_be_written_is_a_quiet_word(county_path: Path, signals, heard, until: Until) -> None:  # type: ignore[no-untyped-def]
    make_real(county_path)
    backups.folder_of(county_path).write_text("not a folder", "utf-8")
    county = OpenCounty(county_path, signals)
    Upkeep(county, signals).begin()
    until(lambda: len(heard.messages) == 1)
    county.close()
    assert heard.messages[0][0] == "info"
    assert "备份没有写成" in heard.messages[0][1]


def test_upkeep_makes_way_for_the_person_and_comes_back(county: OpenCounty, until: Until) -> None:
    begun, done = threading.Event(), []
    work = Upkeep(county)

    def slow(in_the_way: Callable[[], bool]) -> None:
        begun.set()
        while not done and not in_the_way():
            threading.Event().wait(0.001)
        if not done:
            raise Cancelled("")

    work._left = [slow]
    work.begin()
    until(begun.is_set)
    county.tasks.write("写", lambda _db, _control: "written", done.append)
    until(lambda: done == ["written"])
    until(lambda: work.is_done)


def test_closing_does_not_wait_for_upkeep(county_path: Path, signals, until: Until) -> None:  # type: ignore[no-untyped-def]
    county, begun = OpenCounty(county_path, signals), threading.Event()

    def endless(in_the_way: Callable[[], bool]) -> None:
        begun.set()
        while not in_the_way():
            threading.Event().wait(0.001)
        raise Cancelled("")

    county.tasks.aside(endless, lambda _r: None)
    until(begun.is_set)
    county.close()


def test_a_long_check_and_a_long_copy_can_be_stopped_and_leave_nothing(county_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_real(county_path)
    monkeypatch.setattr("gisapp.storage.county.interruption.EVERY_STEPS", 10)
    with pytest.raises(Cancelled):
        check_pages(county_path, cancelled=lambda: True)
    with pytest.raises(Cancelled):
        keep_daily_copy(county_path, cancelled=lambda: True)
    assert list(backups.folder_of(county_path).iterdir()) == []


def test_a_sound_file_passes_the_check_and_a_damaged_one_does_not(county_path: Path) -> None:
    check_pages(county_path)
    damage(county_path)
    with pytest.raises(BadFile):
        check_pages(county_path)
