"""Completeness by community, building and origin village: the counts of plain SQL, nothing missing once filled."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlite_utils import Database

from gisapp.domain.lines import SLOTS, Role
from gisapp.services.contacts.assign_contact import assign_contact
from gisapp.services.contacts.explain_gaps import measure_coverage
from gisapp.services.contacts.report_completeness import PlaceShare, report_completeness
from tests.builders import BARE, COMMUNITY_CADRE, COMMUNITY_SPONSOR, COMPLETE, TWO_ENDS, VILLAGE_CADRE, VILLAGE_SPONSOR, opened

CONTACTS = {
    "village/sponsor_cadre": VILLAGE_SPONSOR,
    "village/unit_cadre": VILLAGE_CADRE,
    "community/sponsor_cadre": COMMUNITY_SPONSOR,
    "community/unit_cadre": COMMUNITY_CADRE,
}


@pytest.fixture
def db(county: Path) -> Iterator[Database]:
    with opened(county) as db:
        yield db


def test_every_view_counts_every_family_once(db: Database) -> None:
    report = report_completeness(db.conn)
    for view in (report.communities, report.buildings, report.villages):
        assert sum(one.families for one in view) == 3
        assert sorted(family for one in view for family in one.households) == [COMPLETE, TWO_ENDS, BARE]
    [community], [building], [village] = report.communities, report.buildings, report.villages
    assert (community.name, community.detail, community.complete) == ("东社区", "东镇", 1)
    assert (building.title, building.incomplete) == ("紫云南郡 3号楼", 2)
    assert (village.name, village.households[-1]) == ("西山村", COMPLETE)


def test_a_merged_village_counts_with_its_successor(db: Database) -> None:
    db["division"].insert({"id": 6, "uid": "d6", "code": "610999100202", "name": "新山村", "level": "village", "parent_id": 2})
    db["division"].update(4, {"successor_id": 6, "ended_on": "2026-01-01"})
    assert [one.name for one in report_completeness(db.conn).villages] == ["新山村"]


def test_a_family_without_a_place_is_counted_and_named(db: Database) -> None:
    db["house"].update(5, {"grid_id": None, "building_id": None})
    report = report_completeness(db.conn)
    assert {(one.id, one.name, one.families) for one in report.communities} == {(5, "东社区", 2), (None, "现住房不在网格内", 1)}
    assert {(one.id, one.families) for one in report.buildings} == {(1, 2), (None, 1)}


def by_plain_sql(db: Database, slot_line: str, slot_role: str) -> int:
    return int(
        db.execute(
            "SELECT count(*) FROM household k WHERE relocated_on IS NOT NULL AND NOT EXISTS"
            " (SELECT 1 FROM slot_holder s WHERE s.household_id = k.id AND s.line = ? AND s.role = ?)",
            (slot_line, slot_role),
        ).fetchone()[0]
    )


def test_missing_equals_plain_sql_and_is_zero_after_filling(db: Database) -> None:
    [community] = report_completeness(db.conn).communities
    assert dict(community.missing) == {slot: by_plain_sql(db, slot.line, slot.role) for slot in SLOTS}
    for slot in SLOTS:
        if slot.role is not Role.GRID_OFFICER:
            assign_contact(db, [COMPLETE, TWO_ENDS, BARE], slot, CONTACTS[slot.code], who="甲")
    filled: tuple[PlaceShare, ...] = report_completeness(db.conn).communities
    assert (filled[0].complete, set(dict(filled[0].missing).values())) == (3, {0})
    assert measure_coverage(db.conn).gaps == ()
