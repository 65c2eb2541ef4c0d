"""Who did what, and the exact way back."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from datetime import date, datetime
from itertools import pairwise
from pathlib import Path

import pytest
import shapely
from sqlite_utils import Database

from gisapp.domain.change import Change, Kind
from gisapp.domain.hazard import HazardKind, HazardLevel
from gisapp.domain.lines import Line, Role, Slot
from gisapp.errors import BadRequest
from gisapp.services.contacts.assign_contact import assign_contact
from gisapp.services.contacts.change_officer import change_officer
from gisapp.services.county.undo import next_undo_label, undo
from gisapp.services.families.move_sleeping_place import move_sleeping_place
from gisapp.services.hazards.save_hazard import remove_hazards, save_hazards
from gisapp.services.runs.find_affected import find_affected, named_areas
from gisapp.storage.county import geopackage, history, search, settings
from gisapp.storage.hazards import hazards
from gisapp.storage.hazards.hazards import HazardArea
from tests.builders import BARE, COMPLETE, EPSG, OTHER_SPONSOR, TWO_ENDS, VILLAGE_SPONSOR, add_hazard, box, opened
from tests.unit.storage.contents import contents, difference

VILLAGE_SPONSOR_SLOT = Slot(Line.VILLAGE, Role.SPONSOR_CADRE)


def flood(shape: shapely.Geometry, name: str = "山洪") -> HazardArea:
    return HazardArea(None, name, HazardKind.FLASH_FLOOD, HazardLevel.ORANGE, "测试", None, None, shape)


def rename_everybody(db: Database) -> None:
    with history.recorded(db, label="改名", who="甲", kinds=(Kind.RESIDENT,)):
        db.execute("UPDATE resident SET name = '改' || name, initials = 'g' || initials")
        search.refresh(db.conn, Kind.RESIDENT, range(1, 12))


def move_a_house(db: Database) -> None:
    with history.recorded(db, label="移动房屋", who="甲", kinds=(Kind.HOUSE,)):
        db.execute("UPDATE house SET geom = ? WHERE id = 1", (geopackage.encode(shapely.Point(1, 1), EPSG),))
        hazards.refresh_houses(db.conn, [1])


def empty_a_house(db: Database) -> None:
    with history.recorded(db, label="删除房屋", who="甲", kinds=(Kind.HOUSE,)):
        db.execute("DELETE FROM home WHERE house_id = 8 OR house_id = 2")
        db.execute("UPDATE resident SET sleeping_house_id = NULL WHERE sleeping_house_id = 2")
        db.execute("DELETE FROM house WHERE id IN (2, 8)")
        search.refresh(db.conn, Kind.HOUSE, [2, 8])


def change_settings(db: Database) -> None:
    with history.recorded(db, label="设置", who="甲", kinds=(Kind.SETTING,)):
        settings.write(db.conn, "county_name", "新名'\"<script>\n=1+1")
        settings.write(db.conn, "lead_household_range", [15, 20])
        db.execute("DELETE FROM setting WHERE key = 'is_sample'")
        db.execute("UPDATE lead_rule SET lead_line = 'village' WHERE duty = 'screening'")


def touch_one_row_often(db: Database) -> None:
    with history.recorded(db, label="反复", who="甲", kinds=(Kind.CONTACT,)):
        for round_ in range(5):
            db.execute("UPDATE contact SET name = name || ? WHERE id = 1", (str(round_),))
        db.execute("INSERT INTO contact (id, uid, name, initials, role, division_id) VALUES (99, 'c99', 'x', 'x', 'unit_cadre', 4)")
        db.execute("UPDATE contact SET phone = '1' WHERE id = 99")
        db.execute("DELETE FROM contact WHERE id = 99")
        search.refresh(db.conn, Kind.CONTACT, [1])


def replace_rows(db: Database) -> None:
    with history.recorded(db, label="替换", who="甲", kinds=(Kind.SAFE_SITE,)):
        db.execute("INSERT OR REPLACE INTO safe_site (id, geom, uid, name, capacity) SELECT id, NULL, uid, name, 1 FROM safe_site")
        db.execute("INSERT INTO setting VALUES ('crs', '0') ON CONFLICT (key) DO UPDATE SET value = excluded.value")


EDITS: tuple[tuple[str, Callable[[Database], object]], ...] = (
    ("assign to many", lambda db: assign_contact(db, [COMPLETE, TWO_ENDS, BARE], VILLAGE_SPONSOR_SLOT, OTHER_SPONSOR, who="甲")),
    (
        "assign on the day the holder began",
        lambda db: assign_contact(db, [COMPLETE], VILLAGE_SPONSOR_SLOT, OTHER_SPONSOR, who="甲", from_date=date(2021, 1, 1)),
    ),
    ("change an officer", lambda db: change_officer(db, 1, 2, who="甲")),
    ("change an officer back in time", lambda db: change_officer(db, 1, 2, who="甲", from_date=date(2020, 1, 1))),
    ("move a sleeping place", lambda db: move_sleeping_place(db, 1, 8, who="甲")),
    ("send somebody away", lambda db: move_sleeping_place(db, 1, None, who="甲", note="女儿家\n'西安'")),
    ("save hazards", lambda db: save_hazards(db, [flood(box(0, 0, 150, 150)), flood(box(2000, 0, 1000, 1000), "二")], who="甲")),
    ("remove hazards", lambda db: remove_hazards(db, [1], who="甲")),
    ("a hazard run", lambda db: find_affected(db, named_areas(db.conn, ["月河洪涝"]), who="甲")),
    ("rename everybody", rename_everybody),
    ("move a house", move_a_house),
    ("remove houses", empty_a_house),
    ("change settings", change_settings),
    ("touch one row often", touch_one_row_often),
    ("replace rows", replace_rows),
)


@pytest.mark.parametrize("edit", [edit for _, edit in EDITS], ids=[name for name, _ in EDITS])
def test_every_kind_of_edit_is_undone_exactly(edit: Callable[[Database], object], county: Path) -> None:
    with opened(county) as db:
        add_hazard(db, box(0, 0, 300, 300))
        before = contents(db.conn)
        edit(db)
        assert difference(before, contents(db.conn)) != {}
        undo(db, who="乙")
        assert difference(before, contents(db.conn)) == {}
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []


def test_an_undo_survives_the_program(county: Path) -> None:
    with opened(county) as db:
        before = contents(db.conn)
        assign_contact(db, [COMPLETE, TWO_ENDS], VILLAGE_SPONSOR_SLOT, OTHER_SPONSOR, who="甲")
    with opened(county) as db:
        undo(db, who="乙")
        assert difference(before, contents(db.conn)) == {}


def test_undos_go_back_step_by_step_to_the_first(county: Path) -> None:
    with opened(county) as db:
        states = [contents(db.conn)]
        for day, contact in enumerate((OTHER_SPONSOR, VILLAGE_SPONSOR, OTHER_SPONSOR), start=1):
            assign_contact(db, [TWO_ENDS], VILLAGE_SPONSOR_SLOT, contact, who="甲", from_date=date(2022, 1, day))
            states.append(contents(db.conn))
        assert all(difference(earlier, later) for earlier, later in pairwise(states))
        for state in reversed(states[:-1]):
            undo(db, who="乙")
            assert difference(state, contents(db.conn)) == {}
        with pytest.raises(BadRequest, match="没有可以撤销"):
            undo(db, who="乙")


def test_one_entry_says_who_when_why_and_what(county: Path) -> None:
    with opened(county) as db:
        _, change = assign_contact(
            db, [TWO_ENDS], VILLAGE_SPONSOR_SLOT, OTHER_SPONSOR, who="甲", why="人员调整", from_date=date(2026, 7, 1)
        )
        assert isinstance(change, Change)
        [entry] = history.newest(db.conn)
        row = db.execute("SELECT table_name, row_key, before, after FROM history_row WHERE history_id = ?", (entry.id,)).fetchall()
    assert (entry.id, entry.who, entry.why, entry.kinds, entry.undoes, entry.undone_by) == (
        change.entry,
        "甲",
        "人员调整",
        (Kind.HOUSEHOLD,),
        None,
        None,
    )
    assert entry.label == change.label == "村线·包联干部：给 1 户分配联系人10"
    assert datetime.fromisoformat(entry.at).tzinfo is not None
    [(table, key, before, after)] = row
    new = json.loads(after)
    assert (table, before) == ("slot", None)
    assert json.loads(key) == {"id": new["id"]}
    assert {column: new[column] for column in ("household_id", "line", "role", "contact_id", "from_date", "to_date")} == {
        "household_id": TWO_ENDS,
        "line": "village",
        "role": "sponsor_cadre",
        "contact_id": OTHER_SPONSOR,
        "from_date": "2026-07-01",
        "to_date": None,
    }


def test_an_undo_is_itself_in_the_history_and_is_not_undone(county: Path) -> None:
    with opened(county) as db:
        change = change_officer(db, 1, 2, who="甲")
        undone = undo(db, who="乙")
        newest, first = history.newest(db.conn)
        assert (newest.id, newest.who, newest.undoes, newest.label) == (undone.entry, "乙", change.entry, f"撤销：{change.label}")
        assert (first.id, first.undone_by) == (change.entry, undone.entry)
        assert (undone.kinds, undone.label) == ((Kind.GRID,), newest.label)
        assert next_undo_label(db.conn) is None


def test_an_edit_that_fails_leaves_no_entry_and_no_note(county: Path) -> None:
    with opened(county) as db:
        before = contents(db.conn)
        for _ in range(2):
            with pytest.raises(sqlite3.IntegrityError):
                assign_to_nobody(db)
        assert difference(before, contents(db.conn)) == {}
        assert db.execute("SELECT (SELECT count(*) FROM history) + (SELECT count(*) FROM history_row)").fetchone()[0] == 0
        settings.write(db.conn, "outside", 1)
        assert db.execute("SELECT count(*) FROM history_row").fetchone()[0] == 0


def assign_to_nobody(db: Database) -> None:
    with history.recorded(db, label="错", who="甲", kinds=(Kind.CONTACT,)):
        db.execute("UPDATE contact SET name = 'x'")
        db.execute("UPDATE slot SET contact_id = 12345")


def test_an_undo_that_cannot_be_done_changes_nothing(county: Path) -> None:
    with opened(county) as db:
        with history.recorded(db, label="新联系人", who="甲", kinds=(Kind.CONTACT,)):
            db.execute("INSERT INTO contact (id, uid, name, initials, role, division_id) VALUES (77, 'c77', 'x', 'x', 'unit_cadre', 4)")
        db.execute("UPDATE slot SET contact_id = 77 WHERE id = 1")
        before = contents(db.conn)
        with pytest.raises(sqlite3.IntegrityError):
            undo(db, who="乙")
        assert difference(before, contents(db.conn)) == {}
        assert next_undo_label(db.conn) == "新联系人"


def test_an_undo_names_the_ids_it_touched(county: Path) -> None:
    with opened(county) as db:
        saved = save_hazards(db, [flood(box(0, 0, 10, 10)), flood(box(20, 0, 10, 10))], who="甲")
        assert sorted(undo(db, who="乙").ids or ()) == sorted(saved.ids or ())


def test_every_table_of_facts_is_recorded(made_county: Path) -> None:
    of_a_run = {f"hazard_run_{part}" for part in ("area", "raster", "house", "household", "unknown")}
    of_an_allocation = {"site_allocation_site", "site_allocation_household"}
    derived = {"house_hazard", "terrain_drainage", *of_a_run, *of_an_allocation}
    rest = {"history", "history_row", "schema_migration", "grid_card_columns", "home_card_columns", "photo"}
    with opened(made_county) as db:
        tables = {name for name in db.table_names() if not name.startswith(("gpkg_", "rtree_", "sqlite_", "search_index"))}
    assert tables - derived - rest == set(history.TABLES)
