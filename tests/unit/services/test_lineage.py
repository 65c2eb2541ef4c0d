"""Villages merge and are renamed: old names find the families, and the village line passes on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
import shapely
from sqlite_utils import Database

from gisapp.domain.hazard import HazardKind, HazardLevel
from gisapp.domain.lines import Line, slot_from_text
from gisapp.errors import BadRequest
from gisapp.services.contacts.list_contacts import list_contacts
from gisapp.services.contacts.report_completeness import report_completeness
from gisapp.services.county.check_county import check_county
from gisapp.services.county.undo import undo
from gisapp.services.families.choose_families import choose_families, find_unit
from gisapp.services.places.list_lineage import find_division, list_lineage
from gisapp.services.places.merge_divisions import merge_divisions, preview_merge
from gisapp.services.places.rename_division import rename_division
from gisapp.services.places.search_county import search_county
from gisapp.services.runs.find_affected import find_affected
from gisapp.storage.care import care, care_units
from gisapp.storage.county import counts, geopackage, search
from gisapp.storage.families import family_sheets, households, sleeping
from gisapp.storage.hazards.hazards import HazardArea
from gisapp.storage.ledger import export_rows
from gisapp.storage.places import grid_units, layers, lineage, units
from tests.builders import BARE, COMPLETE, EPSG, TWO_ENDS, VILLAGE_CADRE, box, opened
from tests.unit.storage.contents import contents, difference

DAY, ISO = date(2026, 7, 1), "2026-07-01"
WEST, EAST, WEST_TOWN, EAST_TOWN, NORTH = 4, 5, 2, 3, 6
NORTH_SPONSOR, NORTH_CADRE, NORTH_CADRE_2 = 11, 12, 13


@pytest.fixture
def db(county: Path) -> Iterator[Database]:
    """The tiny county with a third unit: 北山村 of the west town, which has staff of its own."""
    with opened(county) as db:
        north = {
            "id": NORTH, "uid": "north", "code": "610999100202", "name": "北山村", "level": "village", "parent_id": WEST_TOWN,
            "geom": geopackage.encode(box(0, 2000, 2000, 2000), EPSG),
        }  # fmt: skip
        db["division"].insert(north)
        db.execute("UPDATE division SET geom = ? WHERE id = ?", (geopackage.encode(box(0, 0, 2000, 2000), EPSG), WEST))
        db.execute("UPDATE grid SET division_id = ? WHERE id = 3", (NORTH,))
        for contact, role in ((NORTH_SPONSOR, "sponsor_cadre"), (NORTH_CADRE, "unit_cadre"), (NORTH_CADRE_2, "unit_cadre")):
            db.execute(
                "INSERT INTO contact (id, uid, name, initials, role, division_id) VALUES (?, ?, ?, 'x', ?, ?)",
                (contact, f"c{contact}", f"北山{contact}", role, NORTH),
            )
        search.rebuild(db.conn)
        yield db


def merge(db: Database, **options: object) -> None:
    merge_divisions(db, preview_merge(db.conn, WEST, NORTH, day=DAY, **options), who="甲")  # type: ignore[arg-type]


def names_in_tree(db: Database) -> dict[str, tuple[str, int] | None]:
    return {unit.name: unit.parent for unit in units.all_units(db.conn)}


def test_an_old_name_and_an_old_code_still_find_the_families(db: Database) -> None:
    merge(db)
    assert choose_families(db.conn, "origin=西山村") == [COMPLETE, TWO_ENDS, BARE]
    assert choose_families(db.conn, "origin=610999100201") == [COMPLETE, TWO_ENDS, BARE]
    assert choose_families(db.conn, "origin=北山村") == [COMPLETE, TWO_ENDS, BARE]
    assert find_unit(db.conn, "西山村").id == find_unit(db.conn, "610999100201").id == NORTH
    assert [(hit.id, hit.title) for hit in search_county(db.conn, "西山村") if hit.kind == "division"] == [(NORTH, "北山村")]


def test_the_merged_village_is_no_node_and_its_grids_show_under_the_successor(db: Database) -> None:
    merge(db)
    tree = names_in_tree(db)
    assert "西山村" not in tree
    assert {tree["第01网格"], tree["第03网格"]} == {("division", NORTH)}
    assert db.execute("SELECT division_id FROM grid WHERE id = 1").fetchone() == (WEST,)
    assert households.in_unit(db.conn, "division", NORTH) == [1, 2, 3]
    assert counts.people_in_division(db.conn, NORTH, DAY).households == 3
    cells = layers.cells(db.conn)
    assert (cells.villages.tolist(), cells.towns.tolist()) == ([NORTH, EAST, NORTH, EAST], [WEST_TOWN, EAST_TOWN, WEST_TOWN, EAST_TOWN])


def test_a_run_after_the_merger_names_the_village_of_today(db: Database) -> None:
    area = HazardArea(None, "月河", HazardKind.FLOOD, HazardLevel.RED, "测试", None, None, box(0, 0, 2000, 2000))
    merge(db)
    run, _ = find_affected(db, [area], who="甲", day=DAY)
    assert {(row.village, row.town) for row in run.calls} == {("北山村", "西镇")}
    assert grid_units.of_grids(db.conn)["G001"].village == "北山村"


def test_the_grids_go_too_when_told(db: Database) -> None:
    merge(db, takes_grids=True)
    assert db.execute("SELECT division_id FROM grid WHERE id = 1").fetchone() == (NORTH,)
    assert names_in_tree(db)["第01网格"] == ("division", NORTH)


@pytest.mark.parametrize("takes_grids", [False, True])
def test_the_areas_are_one_the_check_is_green_and_undo_is_exact(takes_grids: bool, db: Database) -> None:
    before = contents(db.conn)
    merge(db, takes_grids=takes_grids, leaving=[VILLAGE_CADRE])
    area = lineage.shape(db.conn, NORTH)
    assert area is not None
    assert area.equals(box(0, 0, 2000, 4000))
    assert lineage.shape(db.conn, WEST) is None
    assert 4 not in layers.divisions(db.conn).ids
    assert check_county(db.conn).is_ok
    undo(db, who="甲")
    assert difference(before, contents(db.conn)) == {}


def test_a_village_of_another_town_takes_its_area_along(db: Database) -> None:
    merge_divisions(db, preview_merge(db.conn, WEST, EAST, day=DAY), who="甲")
    west, east = lineage.shape(db.conn, WEST_TOWN), lineage.shape(db.conn, EAST_TOWN)
    assert west is not None
    assert east is not None
    assert shapely.area([west, east]).tolist() == [4e6, 12e6]
    assert layers.cells(db.conn).towns.tolist() == [EAST_TOWN, EAST_TOWN, WEST_TOWN, EAST_TOWN]
    assert check_county(db.conn).is_ok


def test_staff_who_stay_keep_their_slots_and_work_for_the_successor(db: Database) -> None:
    plan = preview_merge(db.conn, WEST, NORTH, day=DAY)
    assert (plan.kept, plan.leaving, plan.unfilled) == (3, (), ())
    assert {(one.household, one.slot.code, one.contact) for one in plan.proposed} == {
        (TWO_ENDS, "village/sponsor_cadre", NORTH_SPONSOR),
        (BARE, "village/sponsor_cadre", NORTH_SPONSOR),
        (BARE, "village/unit_cadre", NORTH_CADRE),
    }
    merge_divisions(db, plan, who="甲")
    assert db.execute("SELECT count(*) FROM slot WHERE to_date IS NOT NULL").fetchone() == (0,)
    assert {row[0] for row in db.execute("SELECT division_id FROM contact WHERE id IN (1, 3, 5, 6)")} == {NORTH}
    assert care_units.of_families(db.conn, [COMPLETE], Line.VILLAGE) == ((NORTH,), (WEST_TOWN,))
    nearest = list_contacts(db.conn, [COMPLETE], slot_from_text("village/unit_cadre"))[:3]
    assert {one.contact.id for one in nearest} == {VILLAGE_CADRE, 12, 13}


def test_where_a_contact_leaves_the_successors_are_proposed_evenly_for_confirmation(db: Database) -> None:
    merge(db, leaving=[VILLAGE_CADRE])
    ended = db.execute("SELECT household_id, role, to_date, end_reason FROM slot WHERE to_date IS NOT NULL ORDER BY 1").fetchall()
    assert ended == [(family, "unit_cadre", ISO, "merged") for family in (COMPLETE, TWO_ENDS)]
    assert db.execute("SELECT is_active, left_on FROM contact WHERE id = ?", (VILLAGE_CADRE,)).fetchone() == (0, ISO)
    waiting = db.execute(
        "SELECT household_id, contact_id, state, proposed_by, reason, from_date FROM slot_proposal WHERE role = 'unit_cadre' ORDER BY 1"
    ).fetchall()
    assert [row[1] for row in waiting] == [NORTH_CADRE, NORTH_CADRE_2, NORTH_CADRE]
    assert {row[2:] for row in waiting} == {("waiting", "甲", "村合并", ISO)}


def test_nobody_is_proposed_as_sponsor_of_both_lines(db: Database) -> None:
    db.execute(
        "UPDATE slot SET contact_id = ? WHERE household_id = ? AND line = 'community' AND role = 'sponsor_cadre'", (NORTH_SPONSOR, TWO_ENDS)
    )
    plan = preview_merge(db.conn, WEST, NORTH, day=DAY)
    assert [(gap.household, gap.role) for gap in plan.unfilled] == [(TWO_ENDS, "sponsor_cadre")]
    merge_divisions(db, plan, who="甲")


def test_a_proposal_that_waits_already_is_left_alone(db: Database) -> None:
    db.execute(
        "INSERT INTO slot_proposal (uid, household_id, line, role, contact_id, from_date, proposed_on, proposed_by)"
        " VALUES ('p', ?, 'village', 'unit_cadre', 12, '2026-06-01', '2026-06-01', '乙')",
        (BARE,),
    )
    assert (BARE, "village/unit_cadre") not in {
        (one.household, one.slot.code) for one in preview_merge(db.conn, WEST, NORTH, day=DAY).proposed
    }
    merge(db)


def test_lineage_goes_on_over_several_mergers_and_renamings(db: Database) -> None:
    rename_division(db, WEST, "西岭村", who="甲", day=DAY - timedelta(900))
    merge(db)
    merge_divisions(db, preview_merge(db.conn, NORTH, EAST, day=DAY), who="甲")
    rename_division(db, EAST, "东方社区", who="甲", day=DAY)
    for text in ("西山村", "西岭村", "北山村", "东社区", "东方社区"):
        assert choose_families(db.conn, f"origin={text}") == [COMPLETE, TWO_ENDS, BARE], text
        assert find_unit(db.conn, text).name == "东方社区"
        assert EAST in [hit.id for hit in search_county(db.conn, text) if hit.kind == "division"], text
    assert {
        (line.division.name, line.successor.name if line.successor else None, frozenset(one.name for one in line.names), line.families)
        for line in list_lineage(db.conn)
    } == {
        ("西岭村", "北山村", frozenset({"西山村"}), 3),
        ("北山村", "东方社区", frozenset({"西岭村"}), 3),
        ("东方社区", None, frozenset({"东社区", "北山村"}), 3),
    }
    assert check_county(db.conn).is_ok
    for _ in range(4):
        undo(db, who="甲")
    assert find_unit(db.conn, "西山村").id == WEST
    assert [hit.id for hit in search_county(db.conn, "西岭村") if hit.kind == "division"] == []


def test_towns_merge_with_all_that_lies_in_them(db: Database) -> None:
    merge_divisions(db, preview_merge(db.conn, WEST_TOWN, EAST_TOWN, day=DAY), who="甲")
    assert names_in_tree(db)["西山村"] == ("division", EAST_TOWN)
    assert set(layers.cells(db.conn).towns.tolist()) == {EAST_TOWN}
    assert check_county(db.conn).is_ok


@pytest.mark.parametrize(
    ("old", "new", "options", "words"),
    [
        (99, NORTH, {}, "没有这个单位"),
        (WEST, WEST, {}, "不能并入自己"),
        (WEST, EAST_TOWN, {}, "不能并入"),
        (1, WEST_TOWN, {}, "不能并入"),
        (WEST, NORTH, {"leaving": [NORTH_CADRE]}, "不是西山村的联系人"),
        (WEST, NORTH, {"leaving": [1]}, "是网格员"),
        (WEST, NORTH, {"day": date.today() + timedelta(1)}, "晚于今天"),
    ],
)
def test_what_cannot_merge_is_refused(old: int, new: int, options: dict[str, object], words: str, db: Database) -> None:
    with pytest.raises(BadRequest, match=words):
        preview_merge(db.conn, old, new, **options)  # type: ignore[arg-type]


def test_a_village_merges_once(db: Database) -> None:
    plan = preview_merge(db.conn, WEST, NORTH, day=DAY)
    merge_divisions(db, plan, who="甲")
    with pytest.raises(BadRequest, match="已于 2026-07-01 并入北山村"):
        merge_divisions(db, plan, who="甲")
    with pytest.raises(BadRequest, match="已于 2026-07-01 并入北山村"):
        rename_division(db, WEST, "新名", who="甲")


@pytest.mark.parametrize(
    ("name", "words"), [(" ", "名称不能用"), ("a\nb", "名称不能用"), ("村" * 41, "名称不能用"), ("北山村", "已经有"), ("西山村", "已经有")]
)
def test_a_name_that_cannot_be_is_refused(name: str, words: str, db: Database) -> None:
    with pytest.raises(BadRequest, match=words):
        rename_division(db, WEST, name, who="甲")


def test_a_division_is_found_by_code_or_name_or_said_to_be_unknown(db: Database) -> None:
    assert find_division(db.conn, "610999100201").id == find_division(db.conn, "西山村").id == WEST
    with pytest.raises(BadRequest, match="没有代码或名称"):
        find_division(db.conn, "老西村")
    db.execute("UPDATE division SET name = '西山村' WHERE id = ?", (NORTH,))
    with pytest.raises(BadRequest, match="不止一个"):
        find_division(db.conn, "西山村")


def test_two_mergers_on_every_table_speaks_of_the_units_of_today(db: Database) -> None:
    merge(db)
    merge_divisions(db, preview_merge(db.conn, NORTH, EAST, day=date(2026, 7, 2)), who="甲")
    [village] = report_completeness(db.conn).villages
    assert (village.id, village.name, village.detail) == (EAST, "东社区", "东镇")
    assert care.offices(db.conn, [BARE])[BARE, Line.VILLAGE] == "东镇"
    assert {one.village for one in sleeping.two_ends(db.conn)} == {"东社区"}
    assert {row.origin for row in households.rows(db.conn, [BARE, COMPLETE, TWO_ENDS])} == {"东社区"}
    assert {row[14] for row in export_rows.families(db.conn, None) if row[0] in (BARE, COMPLETE, TWO_ENDS)} == {"东社区"}


def test_a_community_that_was_merged_counts_its_families_with_its_successor(db: Database) -> None:
    merge_divisions(db, preview_merge(db.conn, EAST, NORTH, day=DAY), who="甲")
    [community] = report_completeness(db.conn).communities
    assert (community.id, community.name, community.families) == (NORTH, "北山村", 3)
    assert care.offices(db.conn, [BARE])[BARE, Line.COMMUNITY] == "北山村"
    assert {row.town for row in households.rows(db.conn, [BARE, COMPLETE])} == {"西镇"}
    assert {door.division for door in family_sheets.doors(db.conn, [BARE, COMPLETE]).values()} == {"北山村"}
