"""A leaving contact's families go to successors with date and reason, and the former holder stays in the history."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlite_utils import Database

from gisapp.domain.hand_over import Share
from gisapp.domain.lines import slot_from_text
from gisapp.errors import BadRequest
from gisapp.services.contacts.assign_contact import assign_contact
from gisapp.services.contacts.hand_over import hand_over, preview_hand_over
from gisapp.services.county.undo import undo
from tests.builders import (
    BARE,
    COMMUNITY_SPONSOR,
    COMPLETE,
    GRID_1,
    GRID_3,
    INACTIVE,
    OFFICER_1,
    OFFICER_3,
    ORDINARY,
    OTHER_SPONSOR,
    TWO_ENDS,
    VILLAGE_CADRE,
    VILLAGE_SPONSOR,
    opened,
)
from tests.unit.storage.contents import contents, difference

SPONSOR = slot_from_text("village/sponsor_cadre")
COMMUNITY = slot_from_text("community/sponsor_cadre")
DAY, TODAY = date(2026, 7, 1), date(2026, 7, 15)
ROWS = (
    "SELECT contact_id, from_date, to_date, end_reason FROM slot WHERE household_id = ? AND line = 'village' AND role = 'sponsor_cadre'"
    " ORDER BY from_date"
)


@pytest.fixture
def db(county: Path) -> Iterator[Database]:
    with opened(county) as db:
        assign_contact(db, [TWO_ENDS, BARE], SPONSOR, VILLAGE_SPONSOR, who="甲", from_date=date(2022, 1, 1))
        db["contact"].insert(
            {"id": 11, "uid": "c11", "name": "接任", "initials": "jr", "role": "sponsor_cadre", "division_id": 4, "is_active": 1}
        )
        yield db


def test_all_families_go_to_one_successor_and_the_former_holder_stays_in_the_history(db: Database) -> None:
    plan, change = hand_over(db, VILLAGE_SPONSOR, [Share(11)], who="甲", why="调离", day=DAY, today=TODAY)
    assert change is not None
    assert (change.label, change.ids) == ("联系人5交接：3 个岗位，0 个网格", (COMPLETE, TWO_ENDS, BARE))
    assert (plan.refused, plan.stays) == ((), ())
    assert db.execute(ROWS, (COMPLETE,)).fetchall() == [
        (VILLAGE_SPONSOR, "2021-01-01", "2026-07-01", "handed_over"),
        (11, "2026-07-01", None, None),
    ]
    assert db.execute("SELECT why FROM history ORDER BY id DESC LIMIT 1").fetchone() == ("调离",)
    assert db.execute("SELECT count(*) FROM slot WHERE contact_id = ? AND to_date IS NULL", (VILLAGE_SPONSOR,)).fetchone() == (0,)


def test_some_go_to_one_and_some_to_another_and_the_rest_is_listed(db: Database) -> None:
    shares = [Share(11, (COMPLETE,)), Share(OTHER_SPONSOR, (TWO_ENDS, COMPLETE, ORDINARY, 99))]
    plan, _ = hand_over(db, VILLAGE_SPONSOR, shares, who="甲", why="退休", day=DAY, today=TODAY)
    assert {(move.held.household, move.successor.id) for move in plan.slots} == {(COMPLETE, 11), (TWO_ENDS, OTHER_SPONSOR)}
    assert [one.household for one in plan.stays] == [BARE]
    assert {(one.household, one.reason) for one in plan.refused} == {
        (ORDINARY, "这一户没有由联系人5担任的岗位"),
        (99, "这一户没有由联系人5担任的岗位"),
        (COMPLETE, "名单中重复"),
    }
    held = db.execute("SELECT household_id FROM slot WHERE contact_id = ? AND to_date IS NULL", (VILLAGE_SPONSOR,)).fetchall()
    assert held == [(BARE,)]


def test_named_families_go_first_and_all_the_rest_to_another(db: Database) -> None:
    plan = preview_hand_over(db.conn, VILLAGE_SPONSOR, [Share(11), Share(OTHER_SPONSOR, (BARE,))], day=DAY, today=TODAY)
    assert {move.held.household: move.successor.id for move in plan.slots} == {COMPLETE: 11, TWO_ENDS: 11, BARE: OTHER_SPONSOR}


def test_only_one_line_may_be_handed_over(db: Database) -> None:
    assign_contact(db, [ORDINARY, BARE], COMMUNITY, OTHER_SPONSOR, who="甲", from_date=date(2022, 1, 1))
    plan = preview_hand_over(db.conn, OTHER_SPONSOR, [Share(11, slots=(SPONSOR,))], day=DAY, today=TODAY)
    assert (plan.slots, [one.slot for one in plan.stays]) == ((), [COMMUNITY])


def test_a_successor_of_another_role_or_of_the_other_line_is_refused(db: Database) -> None:
    plan = preview_hand_over(db.conn, VILLAGE_SPONSOR, [Share(VILLAGE_CADRE)], day=DAY, today=TODAY)
    assert {one.reason for one in plan.refused} == {"联系人6是村/社区干部，不能担任包联干部"}
    plan, change = hand_over(db, VILLAGE_SPONSOR, [Share(COMMUNITY_SPONSOR)], who="甲", why="调离", day=DAY, today=TODAY)
    assert change is not None
    assert [one.held.household for one in plan.slots] == [BARE]
    assert {one.household: one.reason for one in plan.refused} == {
        COMPLETE: "联系人7已在另一条线担任包联干部",
        TWO_ENDS: "联系人7已在另一条线担任包联干部",
    }


def test_a_day_before_the_holder_began_is_refused(db: Database) -> None:
    plan = preview_hand_over(db.conn, VILLAGE_SPONSOR, [Share(11)], day=date(2021, 6, 1), today=TODAY)
    assert [move.held.household for move in plan.slots] == [COMPLETE]
    assert {one.reason for one in plan.refused} == {"2022-01-01 才开始担任，交接日期不能更早"}


def test_days_still_to_come_are_handed_over_whole(db: Database) -> None:
    assign_contact(db, [COMPLETE], SPONSOR, OTHER_SPONSOR, who="甲", from_date=date(2027, 1, 1))
    hand_over(db, OTHER_SPONSOR, [Share(11)], who="甲", why="调离", day=DAY, today=TODAY)
    assert db.execute(ROWS, (COMPLETE,)).fetchall() == [
        (VILLAGE_SPONSOR, "2021-01-01", "2027-01-01", "replaced"),
        (11, "2027-01-01", None, None),
    ]


def test_grids_pass_too_when_asked_and_the_slots_that_follow_them_follow(db: Database) -> None:
    officer = "SELECT contact_id, source FROM slot_holder WHERE household_id = ? AND line = 'village' AND role = 'grid_officer'"
    plan = preview_hand_over(db.conn, OFFICER_1, [Share(OFFICER_3)], day=DAY, today=TODAY)
    assert (plan.slots, plan.posts, [post.grid for post in plan.posts_staying]) == ((), (), [GRID_1])
    _, change = hand_over(db, OFFICER_1, [Share(OFFICER_3, grids=None)], who="甲", why="换届", day=date.today())
    assert change is not None
    assert change.ids == (COMPLETE, BARE)
    assert db.execute(officer, (COMPLETE,)).fetchall() == [(OFFICER_3, "grid")]
    plan = preview_hand_over(db.conn, OFFICER_3, [Share(VILLAGE_SPONSOR, grids=(GRID_3,))])
    assert [(one.grid, one.reason) for one in plan.refused] == [(GRID_3, "联系人5不是网格员，不能接管第03网格")]
    assert [post.grid for post in plan.posts_staying] == [GRID_1]


def test_one_undo_brings_everything_back(db: Database) -> None:
    before = contents(db.conn)
    hand_over(db, VILLAGE_SPONSOR, [Share(11, (BARE,)), Share(OTHER_SPONSOR)], who="甲", why="调离", day=DAY, today=TODAY)
    assert undo(db, who="甲").ids == (COMPLETE, TWO_ENDS, BARE)
    assert difference(before, contents(db.conn)) == {}


def test_a_preview_says_the_same_and_writes_nothing(db: Database) -> None:
    before = contents(db.conn)
    plan = preview_hand_over(db.conn, VILLAGE_SPONSOR, [Share(11)], day=DAY, today=TODAY)
    assert difference(before, contents(db.conn)) == {}
    assert plan == hand_over(db, VILLAGE_SPONSOR, [Share(11)], who="甲", why="调离", day=DAY, today=TODAY)[0]


@pytest.mark.parametrize(
    ("leaving", "shares", "why", "what"),
    [
        (VILLAGE_SPONSOR, [Share(11)], " ", "交接原因"),
        (VILLAGE_SPONSOR, [], "调离", "交接给谁"),
        (VILLAGE_SPONSOR, [Share(INACTIVE)], "调离", "联系人9已离任"),
        (VILLAGE_SPONSOR, [Share(VILLAGE_SPONSOR)], "调离", "联系人5自己"),
        (999, [Share(11)], "调离", "没有编号为 999 的联系人"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_written(leaving: int, shares: list[Share], why: str, what: str, db: Database) -> None:
    before = contents(db.conn)
    with pytest.raises(BadRequest, match=what):
        hand_over(db, leaving, shares, who="甲", why=why)
    assert difference(before, contents(db.conn)) == {}
