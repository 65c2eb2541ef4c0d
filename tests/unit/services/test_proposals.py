"""What one line proposes for the other waits until it is confirmed, refused or taken back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlite_utils import Database

from gisapp.domain.change import Kind
from gisapp.domain.lines import Line, slot_from_text
from gisapp.errors import BadRequest
from gisapp.services.contacts.assign_contact import assign_contact
from gisapp.services.contacts.decide_proposal import confirm_proposals, preview_confirmation, refuse_proposals, withdraw_proposals
from gisapp.services.contacts.list_proposals import list_proposals
from gisapp.services.contacts.propose_contact import preview_proposal, propose_contact
from gisapp.services.county.undo import undo
from tests.builders import BARE, COMPLETE, ORDINARY, OTHER_SPONSOR, TWO_ENDS, VILLAGE_CADRE, VILLAGE_SPONSOR, opened
from tests.unit.storage.contents import contents, difference

SPONSOR = slot_from_text("village/sponsor_cadre")
COMMUNITY = slot_from_text("community/sponsor_cadre")
DAY = date(2026, 7, 1)
STATES = "SELECT household_id, state, decided_on, decided_by, answer FROM slot_proposal ORDER BY id"
HELD = "SELECT contact_id, from_date FROM slot WHERE household_id = ? AND line = 'village' AND role = 'sponsor_cadre' AND to_date IS NULL"


@pytest.fixture
def db(county: Path) -> Iterator[Database]:
    with opened(county) as db:
        yield db


def propose(db: Database, *families: int) -> list[int]:
    """Propose the village's sponsor; the ids of all that waits."""
    propose_contact(db, families, SPONSOR, VILLAGE_SPONSOR, who="社区", from_date=DAY, today=DAY, why="新搬来")
    return [one.proposal.id for one in list_proposals(db.conn)]


def test_a_proposal_waits_and_changes_no_slot(db: Database) -> None:
    plan, change = propose_contact(
        db, [COMPLETE, TWO_ENDS, BARE, ORDINARY, 99], SPONSOR, VILLAGE_SPONSOR, who="社区", from_date=DAY, today=DAY
    )
    assert plan.accepted == (TWO_ENDS, BARE)
    assert len(plan.refused) == 3
    assert change is not None
    assert (change.label, change.ids) == ("村线·包联干部：为 2 户提议联系人5，等待确认", (TWO_ENDS, BARE))
    assert change.kinds == (Kind.HOUSEHOLD, Kind.PROPOSAL)
    assert db.execute(HELD, (BARE,)).fetchall() == []
    assert db.execute("SELECT count(*) FROM slot_proposal WHERE state = 'waiting'").fetchone() == (2,)


def test_one_proposal_waits_per_slot(db: Database) -> None:
    propose(db, BARE)
    before = contents(db.conn)
    plan = preview_proposal(db.conn, [BARE, TWO_ENDS], SPONSOR, OTHER_SPONSOR)
    assert plan.accepted == (TWO_ENDS,)
    assert plan.refused[0].reason == "已有提议等待确认：联系人5（2026-07-01 提出）"
    assert difference(before, contents(db.conn)) == {}


def test_a_contact_of_another_role_cannot_be_proposed(db: Database) -> None:
    plan, change = propose_contact(db, [BARE], SPONSOR, VILLAGE_CADRE, who="社区")
    assert (change, plan.refused[0].reason) == (None, "联系人6是村/社区干部，不能担任包联干部")


def test_the_waiting_list_says_for_how_long(db: Database) -> None:
    propose(db, BARE, TWO_ENDS)
    found = list_proposals(db.conn, line=Line.VILLAGE, day=date(2026, 7, 11))
    assert [(one.family.head, one.days, one.proposal.from_date, one.proposal.proposed_by, one.proposal.reason) for one in found] == [
        ("陈十", 10, "2026-07-01", "社区", "新搬来"),
        ("王八", 10, "2026-07-01", "社区", "新搬来"),
    ]
    assert list_proposals(db.conn, line=Line.COMMUNITY) == []


def test_confirming_makes_dated_slots_from_the_day_of_the_decision(db: Database) -> None:
    ids = propose(db, BARE, TWO_ENDS)
    decision, change = confirm_proposals(db, [*ids, 99, ids[0]], who="村", day=date(2026, 7, 9))
    assert [one.household for one in decision.accepted] == [BARE, TWO_ENDS]
    assert {(one.proposal, one.reason) for one in decision.refused} == {(99, "没有这条提议"), (ids[0], "名单中重复")}
    assert change is not None
    assert (change.label, change.ids) == ("确认 2 条岗位提议", (BARE, TWO_ENDS))
    assert db.execute(HELD, (BARE,)).fetchall() == [(VILLAGE_SPONSOR, "2026-07-09")]
    assert db.execute(STATES).fetchall() == [(family, "confirmed", "2026-07-09", "村", None) for family in (BARE, TWO_ENDS)]
    again, nothing = confirm_proposals(db, ids, who="村")
    assert (nothing, {one.reason for one in again.refused}) == (None, {"这条提议已经处理过"})


def test_a_proposed_day_ahead_is_kept(db: Database) -> None:
    ids = propose(db, BARE)
    confirm_proposals(db, ids, who="村", day=date(2026, 6, 1))
    assert db.execute(HELD, (BARE,)).fetchall() == [(VILLAGE_SPONSOR, "2026-07-01")]


def test_confirming_obeys_the_rules_of_assigning(db: Database) -> None:
    ids = propose(db, BARE, TWO_ENDS)
    assign_contact(db, [BARE], COMMUNITY, VILLAGE_SPONSOR, who="甲", from_date=DAY)
    db["contact"].update(VILLAGE_SPONSOR, {"is_active": 1})
    decision = preview_confirmation(db.conn, ids, day=DAY)
    assert [one.household for one in decision.accepted] == [TWO_ENDS]
    assert decision.refused[0].reason == "联系人5已在另一条线担任包联干部"
    db["contact"].update(VILLAGE_SPONSOR, {"is_active": 0})
    assert {one.reason for one in preview_confirmation(db.conn, ids, day=DAY).refused} == {"联系人5已不在岗"}


def test_one_person_proposed_for_both_lines_is_confirmed_for_one(db: Database) -> None:
    propose(db, BARE)
    propose_contact(db, [BARE], COMMUNITY, VILLAGE_SPONSOR, who="村", from_date=DAY, today=DAY)
    ids = [one.proposal.id for one in list_proposals(db.conn)]
    decision, change = confirm_proposals(db, ids, who="甲", day=DAY)
    assert change is not None
    assert (len(decision.accepted), decision.refused[0].reason) == (1, "联系人5已在另一条线担任包联干部")


def test_refusing_needs_an_answer_and_keeps_it(db: Database) -> None:
    ids = propose(db, BARE)
    with pytest.raises(BadRequest, match="理由"):
        refuse_proposals(db, ids, answer="  ", who="村")
    refuse_proposals(db, ids, answer="他已退休", who="村", day=DAY)
    assert db.execute(STATES).fetchall() == [(BARE, "refused", "2026-07-01", "村", "他已退休")]
    assert propose(db, BARE) != ids


def test_every_decision_is_undone_in_one_step(db: Database) -> None:
    ids = propose(db, BARE, TWO_ENDS)
    before = contents(db.conn)
    for decide in (
        lambda: confirm_proposals(db, ids, who="村", day=DAY),
        lambda: refuse_proposals(db, ids, answer="不行", who="村"),
        lambda: withdraw_proposals(db, ids, who="社区"),
    ):
        _, change = decide()
        assert change is not None
        undone = undo(db, who="甲")
        assert difference(before, contents(db.conn)) == {}
        assert undone.ids == (TWO_ENDS, BARE)
