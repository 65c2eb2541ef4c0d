"""Every empty slot says why it is empty and since when; no change leaves a slot silently wrong."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlite_utils import Database

from gisapp.domain.gaps import GapWhy, SlotGap, days_between, empty_days
from gisapp.domain.lines import Slot, slot_from_text
from gisapp.services.contacts.assign_contact import assign_contact
from gisapp.services.contacts.change_officer import change_officer
from gisapp.services.contacts.explain_gaps import explain_gaps, measure_coverage
from gisapp.services.contacts.keep_contact import contact_leaves
from gisapp.services.contacts.propose_contact import propose_contact
from gisapp.services.contacts.report_slots import report_slots
from tests.builders import BARE, COMPLETE, GRID_1, GRID_2, OFFICER_1, OFFICER_3, TWO_ENDS, VILLAGE_CADRE, VILLAGE_SPONSOR, opened

SPONSOR = slot_from_text("village/sponsor_cadre")
CADRE = slot_from_text("village/unit_cadre")
VILLAGE_OFFICER, COMMUNITY_OFFICER = slot_from_text("village/grid_officer"), slot_from_text("community/grid_officer")
TODAY = date.today()


@pytest.fixture
def db(county: Path) -> Iterator[Database]:
    with opened(county) as db:
        yield db


def gap(db: Database, family: int, slot: Slot) -> SlotGap | None:
    return next((one for one in explain_gaps(db.conn) if (one.household, one.slot) == (family, slot)), None)


def test_the_gaps_are_those_that_the_view_counts(db: Database) -> None:
    contact_leaves(db, OFFICER_1, why="调离", who="甲")
    found = {(one.household, one.slot) for one in explain_gaps(db.conn)}
    assert found == {(family, slot) for family, missing in report_slots(db.conn).incomplete for slot in missing}
    assert {(one.household, one.slot) for one in explain_gaps(db.conn, [BARE])} == {one for one in found if one[0] == BARE}


def test_never_assigned_since_the_day_of_the_move(db: Database) -> None:
    found = gap(db, BARE, SPONSOR)
    assert found is not None
    assert (found.why, found.sentence, found.since, found.days) == (
        GapWhy.NEVER,
        "从未分配",
        "2021-01-01",
        (TODAY - date(2021, 1, 1)).days,
    )


def test_a_holder_who_left_is_named_with_the_day(db: Database) -> None:
    contact_leaves(db, VILLAGE_CADRE, why="退休", who="甲", day=date(2026, 3, 1))
    found = gap(db, COMPLETE, CADRE)
    assert found is not None
    assert (found.why, found.sentence, found.since) == (GapWhy.LEFT, "联系人6于 2026-03-01 离任", "2026-03-01")


@pytest.mark.parametrize(
    ("reason", "why", "sentence"),
    [
        ("moved", GapWhy.MOVED, "这一户于 2026-03-01 搬动，联系人6不再联系"),
        ("merged", GapWhy.MERGED, "村于 2026-03-01 合并，联系人6不再联系"),
        ("withdrawn", GapWhy.ENDED, "联系人6的任期于 2026-03-01 结束"),
        (None, GapWhy.ENDED, "联系人6的任期于 2026-03-01 结束"),
    ],
)
def test_why_the_holders_days_ended_is_said(reason: str | None, why: GapWhy, sentence: str, db: Database) -> None:
    db.execute("UPDATE slot SET to_date = '2026-03-01', end_reason = ? WHERE contact_id = ?", (reason, VILLAGE_CADRE))
    found = gap(db, COMPLETE, CADRE)
    assert found is not None
    assert (found.why, found.sentence) == (why, sentence)


def test_a_proposal_that_waits_and_a_holder_to_come_are_said(db: Database) -> None:
    propose_contact(db, [BARE], SPONSOR, VILLAGE_SPONSOR, who="社区", today=date(2026, 7, 1))
    assign_contact(db, [BARE], CADRE, VILLAGE_CADRE, who="甲", from_date=date(2999, 1, 1))
    waiting, later = gap(db, BARE, SPONSOR), gap(db, BARE, CADRE)
    assert waiting is not None
    assert later is not None
    assert (waiting.why, waiting.sentence) == (GapWhy.WAITING, "已提议联系人5，2026-07-01 起等待确认")
    assert (later.why, later.sentence) == (GapWhy.LATER, "联系人6自 2999-01-01 起担任")


def test_a_grid_without_officer_leaves_its_families_in_the_list_with_the_reason(db: Database) -> None:
    contact_leaves(db, OFFICER_1, why="调离", who="甲", day=date(2026, 3, 1))
    found = gap(db, COMPLETE, VILLAGE_OFFICER)
    assert found is not None
    assert (found.why, found.sentence, found.since) == (GapWhy.NO_OFFICER, "第01网格没有网格员：联系人1于 2026-03-01 卸任", "2026-03-01")
    change_officer(db, GRID_1, OFFICER_3, who="甲")
    assert gap(db, COMPLETE, VILLAGE_OFFICER) is None


def test_a_redrawn_grid_carries_its_families_over_or_lists_them(db: Database) -> None:
    holder = "SELECT contact_id FROM slot_holder WHERE household_id = ? AND line = 'community' AND role = 'grid_officer'"
    db["house"].update(5, {"grid_id": 4})
    assert db.execute(holder, (COMPLETE,)).fetchone() == (4,)
    assert gap(db, COMPLETE, COMMUNITY_OFFICER) is None
    db["house"].update(5, {"grid_id": None})
    found = gap(db, COMPLETE, COMMUNITY_OFFICER)
    assert found is not None
    assert (found.why, found.sentence) == (GapWhy.NO_GRID, "住房不在任何网格内")


def test_a_changed_officer_is_the_holder_at_once_unless_set_by_hand(db: Database) -> None:
    holder = "SELECT contact_id, source FROM slot_holder WHERE household_id = ? AND line = 'community' AND role = 'grid_officer'"
    assign_contact(db, [TWO_ENDS], COMMUNITY_OFFICER, OFFICER_1, who="甲")
    change_officer(db, GRID_2, OFFICER_3, who="甲")
    assert db.execute(holder, (COMPLETE,)).fetchall() == [(OFFICER_3, "grid")]
    assert db.execute(holder, (TWO_ENDS,)).fetchall() == [(OFFICER_1, "hand")]


def test_an_officer_set_by_hand_who_leaves_gives_the_slot_back_to_the_grid(db: Database) -> None:
    assign_contact(db, [TWO_ENDS], COMMUNITY_OFFICER, OFFICER_1, who="甲", from_date=date(2026, 1, 1))
    contact_leaves(db, OFFICER_1, why="调离", who="甲")
    holder = "SELECT contact_id, source FROM slot_holder WHERE household_id = ? AND line = 'community' AND role = 'grid_officer'"
    assert db.execute(holder, (TWO_ENDS,)).fetchall() == [(2, "grid")]


def test_a_family_that_moved_follows_the_officer_of_its_new_home(db: Database) -> None:
    db.execute("UPDATE home SET to_date = '2026-05-01' WHERE household_id = ? AND role = 'residence'", (COMPLETE,))
    found = gap(db, COMPLETE, COMMUNITY_OFFICER)
    assert found is not None
    assert (found.why, found.sentence, found.since) == (GapWhy.NO_HOME, "没有登记现住房", "2026-05-01")
    db["home"].insert(
        {"uid": "neu", "household_id": COMPLETE, "house_id": 8, "role": "residence", "state": "lived_in", "from_date": "2026-05-01"}
    )
    assert gap(db, COMPLETE, COMMUNITY_OFFICER) is None
    holder = "SELECT contact_id FROM slot_holder WHERE household_id = ? AND line = 'community' AND role = 'grid_officer'"
    assert db.execute(holder, (COMPLETE,)).fetchone() == (4,)


def test_days_empty_add_up_over_past_gaps_too(db: Database) -> None:
    db.execute("UPDATE slot SET to_date = '2021-01-11' WHERE household_id = ? AND line = 'village' AND role = 'unit_cadre'", (COMPLETE,))
    assign_contact(db, [COMPLETE], CADRE, VILLAGE_CADRE, who="甲", from_date=date(2021, 1, 21))
    [cadre] = [one for one in measure_coverage(db.conn, [COMPLETE]).slots if one.slot == CADRE]
    assert (cadre.empty_now, cadre.days_empty, cadre.longest_now) == (0, 10, 0)


@given(
    st.lists(st.tuples(st.integers(1, 60), st.integers(1, 60) | st.none()), max_size=6),
    st.integers(1, 30),
    st.integers(30, 60),
)
def test_a_day_is_either_covered_or_empty(spans: list[tuple[int, int | None]], first: int, last: int) -> None:
    def iso(number: int) -> str:
        return date.fromordinal(738_000 + number).isoformat()

    covered = [(iso(begin), None if length is None else iso(begin + length)) for begin, length in spans]
    empty = empty_days(covered, start=iso(first), end=iso(last + 1))
    for number in range(first, last + 1):
        day = iso(number)
        is_covered = any(begin <= day < (end or "9999") for begin, end in covered)
        assert is_covered != any(begin <= day < end for begin, end in empty)
    assert sum(days_between(*one) for one in empty) == sum(
        not any(begin <= iso(n) < (end or "9999") for begin, end in covered) for n in range(first, last + 1)
    )
