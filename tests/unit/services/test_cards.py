"""Cards of grids, units and families against what is known by heart."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from gisapp.domain.cards import ContactLine, PeopleCounts
from gisapp.domain.change import Kind
from gisapp.domain.lines import SLOTS, Duty, slot_from_text
from gisapp.errors import BadRequest
from gisapp.services.contacts.change_officer import change_officer
from gisapp.services.contacts.report_slots import report_slots
from gisapp.services.families.choose_families import choose_families, find_unit
from gisapp.services.families.describe_household import describe_household
from gisapp.services.families.move_sleeping_place import move_sleeping_place
from gisapp.services.places.describe_grid import describe_grid, describe_houses, describe_unit
from gisapp.storage.county import county_file
from gisapp.storage.places import grids
from tests.builders import ALONE, BARE, COMPLETE, ORDINARY, SHARING, TWO_ENDS, add_hazard, box, opened

DAY = date(2026, 7, 12)
GRIDS = {
    1: PeopleCounts(2, 2, 4, elderly=2, children=1, disabled=1, relocated=0, missing_slots=0, houses_in_hazard=0),
    2: PeopleCounts(3, 3, 5, elderly=1, children=0, disabled=0, relocated=3, missing_slots=2, houses_in_hazard=0),
    3: PeopleCounts(2, 1, 2, elderly=0, children=0, disabled=0, relocated=0, missing_slots=0, houses_in_hazard=0),
    4: PeopleCounts(1, 0, 0, elderly=0, children=0, disabled=0, relocated=0, missing_slots=0, houses_in_hazard=0),
}


@pytest.fixture
def connection(made_county: Path) -> Iterator[sqlite3.Connection]:
    with county_file.reading(made_county) as connection:
        yield connection


def added(*counts: PeopleCounts) -> PeopleCounts:
    names = PeopleCounts.__slots__
    return PeopleCounts(*(sum(getattr(count, name) for count in counts) for name in names))  # type: ignore[attr-defined]


@pytest.mark.parametrize("grid", GRIDS)
def test_a_grids_card_says_officer_place_and_figures(grid: int, connection: sqlite3.Connection) -> None:
    card = describe_grid(connection, grid, day=DAY)
    village, town = ("西山村", "西镇") if grid in (1, 3) else ("东社区", "东镇")
    assert (card.code, card.name, card.village, card.town) == (f"G00{grid}", f"第0{grid}网格", village, town)
    assert card.officer == ContactLine(grid, f"联系人{grid}", f"121****000{grid}", village)  # type: ignore[arg-type]
    assert card.counts == GRIDS[grid]


def test_ages_are_those_of_the_day(connection: sqlite3.Connection) -> None:
    ages = [describe_grid(connection, 2, day=day).counts.elderly for day in (date(2025, 4, 30), date(2025, 5, 1), date(2027, 5, 1))]
    assert ages == [0, 1, 2]
    children = [describe_grid(connection, 1, day=day).counts.children for day in (date(2030, 4, 30), date(2030, 5, 1))]
    assert children == [1, 0]


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("测试县", (1, 2, 3, 4)),
        ("西镇", (1, 3)),
        ("西山村", (1, 3)),
        ("东镇", (2, 4)),
        ("东社区", (2, 4)),
        ("G002", (2,)),
        ("紫云南郡", (2,)),
        ("3号楼", (2,)),
    ],
)
def test_a_units_figures_are_those_of_its_grids(name: str, parts: tuple[int, ...], connection: sqlite3.Connection) -> None:
    assert describe_unit(connection, find_unit(connection, name), day=DAY) == added(*(GRIDS[part] for part in parts))


def test_any_set_of_houses_has_figures(connection: sqlite3.Connection) -> None:
    assert describe_houses(connection, [1, 3], day=DAY) == GRIDS[1]
    assert describe_houses(connection, [1, 2, 3, 4, 5, 6, 7, 8], day=DAY) == added(*GRIDS.values())
    assert describe_houses(connection, [], day=DAY) == PeopleCounts(0, 0, 0, 0, 0, 0, 0, 0, 0)


def test_homes_in_hazard_areas_are_counted_once_however_many_areas(county: Path) -> None:
    with opened(county) as db:
        add_hazard(db, box(0, 0, 150, 150))
        add_hazard(db, box(0, 0, 300, 300), name="滑坡")
        assert describe_grid(db.conn, 1, day=DAY).counts.houses_in_hazard == 2
        assert grids.figures(db.conn, "hazard_homes") == {1: 2}


def test_the_themes_of_the_map_are_the_figures_of_the_cards(connection: sqlite3.Connection) -> None:
    for theme, column in (
        ("households", "households"),
        ("people", "residents"),
        ("relocated", "relocated"),
        ("missing_slots", "missing_slots"),
    ):
        expected = {grid: getattr(counts, column) for grid, counts in GRIDS.items() if getattr(counts, column)}
        assert grids.figures(connection, theme) == expected


def test_an_unknown_grid_or_family_is_refused(connection: sqlite3.Connection) -> None:
    with pytest.raises(BadRequest, match="没有这个网格"):
        describe_grid(connection, 99)
    with pytest.raises(BadRequest, match="没有这一户"):
        describe_household(connection, 99)


def test_a_new_officer_is_on_the_card_from_the_first_day_on(county: Path) -> None:
    with opened(county) as db:
        change = change_officer(db, 1, 2, who="甲", from_date=date(2999, 1, 1))
        assert (change.kinds, change.ids) == ((Kind.GRID,), (1,))
        assert describe_grid(db.conn, 1).officer.id == 1  # type: ignore[union-attr]
        change_officer(db, 1, 3, who="甲")
        assert describe_grid(db.conn, 1).officer.id == 3  # type: ignore[union-attr]
        posts = db.execute("SELECT contact_id, from_date, to_date FROM grid_post WHERE grid_id = 1 ORDER BY from_date").fetchall()
        today = date.today().isoformat()
        assert posts == [(1, "2021-01-01", today), (3, today, None)]


def test_an_officer_who_is_unknown_gone_or_there_already_is_refused(county: Path) -> None:
    with opened(county) as db:
        for grid, contact, words in ((1, 9, "联系人9已离任"), (1, 99, "编号为 99"), (99, 2, "没有这个网格"), (1, 1, "联系人1已经是")):
            with pytest.raises(BadRequest, match=words):
                change_officer(db, grid, contact, who="甲")
        assert db.execute("SELECT count(*) FROM grid_post").fetchone()[0] == 4


def test_a_complete_family_shows_who_leads_and_who_assists(connection: sqlite3.Connection) -> None:
    card = describe_household(connection, COMPLETE, day=DAY)
    assert (card.code, card.head, card.phone_masked, card.relocated_on, card.origin) == (
        "H004",
        "吴六",
        "120****0007",
        "2021-01-01",
        "西山村",
    )
    assert [(home.role, home.state, home.house_id, home.grid) for home in card.homes] == [
        ("residence", "lived_in", 5, "第02网格"),
        ("origin", "vacant", 3, "第01网格"),
    ]
    assert [(line.slot, line.contact.id if line.contact else None, line.follows_grid) for line in card.slots] == [
        (SLOTS[0], 5, False),
        (SLOTS[1], 6, False),
        (SLOTS[2], 1, True),
        (SLOTS[3], 7, False),
        (SLOTS[4], 8, False),
        (SLOTS[5], 2, True),
    ]
    leads = {line.slot.code: (line.leads, line.assists) for line in card.slots if line.leads or line.assists}
    assert leads == {
        "village/sponsor_cadre": ((Duty.ASSISTANCE,), (Duty.SCREENING,)),
        "community/sponsor_cadre": ((Duty.SCREENING,), (Duty.ASSISTANCE,)),
    }
    assert card.officer is not None
    assert card.officer.id == 2
    assert card.next_step == "六岗齐全，无需处理。"


def test_a_demolished_origin_home_still_has_its_villages_officer(connection: sqlite3.Connection) -> None:
    card = describe_household(connection, BARE, day=DAY)
    assert [(home.role, home.state, home.house_id, home.number, home.grid) for home in card.homes] == [
        ("residence", "lived_in", 7, "紫云南郡3号楼2单元601", "第02网格"),
        ("origin", "demolished", None, "西山村1组9号", "第01网格"),
    ]
    assert [(line.slot.code, line.contact.id) for line in card.slots if line.contact] == [
        ("village/grid_officer", 1),
        ("community/grid_officer", 2),
    ]
    assert card.next_step == "补齐缺岗：村线·包联干部、村线·村/社区干部、社区线·包联干部、社区线·村/社区干部。"


def test_a_family_that_was_not_relocated_has_no_slots(connection: sqlite3.Connection) -> None:
    card = describe_household(connection, ORDINARY, day=DAY)
    assert (card.slots, card.relocated_on, card.origin, card.next_step) == ((), None, "", "无需处理。")


def test_people_are_shown_masked_with_age_marks_and_sleeping_place(connection: sqlite3.Connection) -> None:
    [one] = describe_household(connection, ALONE, day=DAY).residents
    assert (one.name, one.relation, one.age, one.id_masked, one.phone_masked) == ("赵一", "户主", 86, "999999**********1A", "120****0001")
    assert one.marks == ("老", "残", "独")
    assert (one.sleeping, one.sleeping_since) == ("西山村1组1号", "2021-01-01")
    people = describe_household(connection, SHARING, day=DAY).residents
    assert [(person.name, person.marks) for person in people] == [("钱二", ("老",)), ("孙三", ()), ("钱小四", ("幼",))]


def test_somebody_who_sleeps_away_is_shown_with_the_note(county: Path) -> None:
    with opened(county) as db:
        change = move_sleeping_place(db, 1, None, who="甲", note="女儿家", since=DAY)
        assert (change.kinds, change.ids) == ((Kind.RESIDENT,), (1,))
        [one] = describe_household(db.conn, ALONE, day=DAY).residents
        assert (one.sleeping, one.sleeping_since) == ("女儿家", "2026-07-12")


def test_a_home_in_danger_is_the_next_step(county: Path) -> None:
    with opened(county) as db:
        add_hazard(db, box(0, 0, 300, 300))
        card = describe_household(db.conn, COMPLETE, day=DAY)
        assert card.hazards == ("月河洪涝",)
        assert card.next_step.startswith("住房在风险区内")


def test_a_holder_who_left_the_service_is_still_named(county: Path) -> None:
    with opened(county) as db:
        db.execute("UPDATE contact SET is_active = 0 WHERE id = 5")
        card = describe_household(db.conn, COMPLETE, day=DAY)
        assert card.slots[0].contact is not None
        assert card.slots[0].contact.name == "联系人5"


def test_the_slots_report_counts_each_gap(connection: sqlite3.Connection) -> None:
    report = report_slots(connection)
    assert (report.families, report.complete) == (3, 1)
    assert {slot.code: count for slot, count in report.missing} == {
        "village/sponsor_cadre": 2,
        "village/unit_cadre": 1,
        "village/grid_officer": 0,
        "community/sponsor_cadre": 1,
        "community/unit_cadre": 1,
        "community/grid_officer": 0,
    }
    assert {family: [slot.code for slot in gaps] for family, gaps in report.incomplete} == {
        TWO_ENDS: ["village/sponsor_cadre"],
        BARE: ["village/sponsor_cadre", "village/unit_cadre", "community/sponsor_cadre", "community/unit_cadre"],
    }


def test_the_slots_report_can_be_asked_for_some_families(connection: sqlite3.Connection) -> None:
    report = report_slots(connection, household_ids=[ALONE, COMPLETE, BARE])
    assert (report.families, report.complete, [family for family, _ in report.incomplete]) == (2, 1, [BARE])
    empty = report_slots(connection, household_ids=[])
    assert (empty.families, empty.complete, empty.incomplete) == (0, 0, ())


def test_a_grid_without_officer_leaves_its_slots_empty(county: Path) -> None:
    with opened(county) as db:
        db.execute("DELETE FROM grid_post WHERE grid_id = 2")
        missing = dict(report_slots(db.conn).missing)
        assert missing[slot_from_text("community/grid_officer")] == 3
        assert missing[slot_from_text("village/grid_officer")] == 0


@pytest.mark.parametrize(
    ("text", "families"),
    [
        ("测试县", {ALONE, SHARING, ORDINARY, COMPLETE, TWO_ENDS, BARE}),
        ("unit=610999100", {ALONE, SHARING, ORDINARY}),
        ("西山村", {ALONE, SHARING, ORDINARY}),
        ("site=紫云南郡", {COMPLETE, TWO_ENDS, BARE}),
        ("site=紫云南郡 building=3号楼 entrance=2", {TWO_ENDS, BARE}),
        ("site=紫云南郡 building=3号楼 unit=2", {TWO_ENDS, BARE}),
        ("site=紫云南郡 entrance=2 floor=6", {BARE}),
        ("floor=99", set()),
        ("entrance=²", set()),
        ("origin=西山村", {COMPLETE, TWO_ENDS, BARE}),
        ("origin=西镇 missing=village/unit_cadre", {BARE}),
        ("missing=村/包联干部", {TWO_ENDS, BARE}),
        ("grid=G003", {ORDINARY}),
        ("relocated=yes 东镇", {COMPLETE, TWO_ENDS, BARE}),
        ("relocated=yes 西镇", set()),
    ],
)
def test_families_are_chosen_by_conditions(text: str, families: set[int], connection: sqlite3.Connection) -> None:
    assert set(choose_families(connection, text)) == families


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "没有写明"),
        ("   ", "没有写明"),
        ("没有的镇", "没有代码或名称"),
        ("colour=red", "不认识条件“colour”"),
        ("missing=村", "没有名为“村”的岗位"),
        ("site=", "没有代码或名称"),
        ("unit=' OR 1=1 --", "没有代码或名称"),
    ],
)
def test_a_condition_that_makes_no_sense_is_refused(text: str, words: str, connection: sqlite3.Connection) -> None:
    with pytest.raises(BadRequest, match=words):
        choose_families(connection, text)


def test_a_name_that_two_units_bear_is_asked_back_with_their_codes(county: Path) -> None:
    with opened(county) as db:
        db.execute("UPDATE grid SET name = '西山村' WHERE id = 3")
        with pytest.raises(BadRequest, match="不止一个") as refusal:
            find_unit(db.conn, "西山村")
        assert "610999100201" in refusal.value.message
        assert "G003" in refusal.value.message


def test_a_merged_villages_old_name_still_finds_its_families(county: Path) -> None:
    with opened(county) as db:
        db.execute("INSERT INTO division_name (uid, division_id, name, to_date, reason) VALUES ('n', 4, '老西村', '2015-01-01', 'rename')")
        assert set(choose_families(db.conn, "origin=老西村")) == {COMPLETE, TWO_ENDS, BARE}
        assert find_unit(db.conn, "老西村").name == "西山村"
