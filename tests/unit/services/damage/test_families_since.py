"""Families that were merged or split after the damage: their successors have it on their card, in the lists and on paper."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook
from sqlite_utils import Database

from gisapp.domain.change import Kind
from gisapp.domain.damage import DamageGrade
from gisapp.export.damage_tables import write_damage
from gisapp.services.county.undo import undo
from gisapp.services.damage.list_damage import DamageFilter, count_damage, damage_case, list_damage
from gisapp.services.damage.note_stay import note_stay
from gisapp.services.damage.record_damage import record_damage
from gisapp.services.families.family_timeline import family_timeline
from gisapp.services.families.merge_families import merge_families
from gisapp.services.families.split_family import split_family
from gisapp.storage.damage.damaged_families import of_household
from tests.builders import ALONE, COMPLETE, ORDINARY, opened

REPORT, LATER, LATEST = date(2021, 8, 31), date(2022, 3, 1), date(2023, 3, 1)


@pytest.fixture
def db(county: Path) -> Iterator[Database]:
    with opened(county) as db:
        yield db


@pytest.fixture
def made(db: Database) -> int:
    """The house of ORDINARY, its only home."""
    return record_damage(db, ["house-2"], grade=DamageGrade.COLLAPSED, event=None, on_date=REPORT, note="", who="甲").done[0]


def tied(db: Database, damage: int) -> set[int]:
    return {int(one) for one in damage_case(db.conn, damage).damage.families}


def test_a_merged_familys_damage_is_its_successors(db: Database, made: int) -> None:
    merge_families(db, ORDINARY, COMPLETE, day=LATER, who="甲")
    assert tied(db, made) == {COMPLETE}
    assert of_household(db.conn, COMPLETE) == [made]
    assert [one.id for one in list_damage(db.conn, DamageFilter(place=(Kind.HOUSEHOLD, (COMPLETE,))))] == [made]
    assert any(line.kind == "damage" for line in family_timeline(db.conn, COMPLETE))
    merge_families(db, COMPLETE, ALONE, day=LATEST, who="甲")
    assert tied(db, made) == {ALONE}
    assert of_household(db.conn, ALONE) == [made]
    undo(db, who="甲")
    undo(db, who="甲")
    assert tied(db, made) == {ORDINARY}
    assert of_household(db.conn, COMPLETE) == []


def test_a_family_split_after_the_damage_has_it_twice_and_one_split_before_only_once(db: Database, made: int) -> None:
    son = db.execute("SELECT max(id) FROM resident WHERE household_id = ?", (ORDINARY,)).fetchone()[0]
    new = split_family(db, ORDINARY, [son], day=LATER, who="甲").families[1]
    assert tied(db, made) == {ORDINARY, new}
    assert of_household(db.conn, new) == [made]
    people = damage_case(db.conn, made).damage.people
    assert (
        people
        == db.execute("SELECT count(*) FROM resident WHERE household_id IN (?, ?) AND left_on IS NULL", (ORDINARY, new)).fetchone()[0]
    )
    undo(db, who="甲")
    assert tied(db, made) == {ORDINARY}


def test_a_family_split_off_before_the_damage_and_gone_elsewhere_has_none(db: Database) -> None:
    son = db.execute("SELECT max(id) FROM resident WHERE household_id = ?", (ORDINARY,)).fetchone()[0]
    new = split_family(db, ORDINARY, [son], house=8, day=LATER, who="甲").families[1]
    later = record_damage(db, ["house-2"], grade=DamageGrade.COLLAPSED, event=None, on_date=LATEST, note="", who="甲").done[0]
    assert tied(db, later) == {ORDINARY}
    assert of_household(db.conn, new) == []


def test_the_workbook_tells_where_each_family_lives_meanwhile(db: Database, made: int, tmp_path: Path) -> None:
    note_stay(db, made, ORDINARY, "镇中心小学", from_date=REPORT, who="甲")
    found = count_damage(db.conn)
    path = tmp_path / "受损.xlsx"
    write_damage(db.conn, path, found, found.whole.damages, title="受损房屋")
    sheet = CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()
    at = next(number for number, row in enumerate(sheet) if "过渡住址" in row)
    assert [row[sheet[at].index("过渡住址")] for row in sheet[at + 1 :]] == ["镇中心小学"]
