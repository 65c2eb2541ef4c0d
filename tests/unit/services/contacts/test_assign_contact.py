"""A contact into a slot of many families: whoever cannot take it is named with the reason."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from sqlite3 import IntegrityError

import pytest
from sqlite_utils import Database

from gisapp.domain.change import Kind
from gisapp.domain.lines import slot_from_text
from gisapp.errors import BadRequest
from gisapp.services.contacts.assign_contact import assign_contact, preview_assignment
from gisapp.services.county.undo import undo
from gisapp.storage.contacts import slots
from tests.builders import (
    BARE,
    COMMUNITY_SPONSOR,
    COMPLETE,
    INACTIVE,
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
DAY = date(2026, 7, 1)
SLOTS = (
    "SELECT contact_id, from_date, to_date FROM slot WHERE household_id = ? AND line = 'village' AND role = 'sponsor_cadre'"
    " ORDER BY from_date"
)
HOLDER = "SELECT contact_id, source FROM slot_holder WHERE household_id = ? AND line = ? AND role = ?"


@pytest.fixture
def db(county: Path) -> Iterator[Database]:
    with opened(county) as db:
        yield db


def test_every_family_is_either_accepted_or_refused_with_its_reason(db: Database) -> None:
    asked = [COMPLETE, TWO_ENDS, BARE, ORDINARY, 99, TWO_ENDS]
    plan, change = assign_contact(db, asked, SPONSOR, VILLAGE_SPONSOR, who="甲", from_date=DAY)
    assert plan.accepted == (TWO_ENDS, BARE)
    assert {(refusal.household, refusal.reason) for refusal in plan.refused} == {
        (COMPLETE, "已经由联系人5担任"),
        (ORDINARY, "不是搬迁户，没有双线岗位"),
        (99, "没有这一户"),
        (TWO_ENDS, "名单中重复"),
    }
    assert len(plan.accepted) + len(plan.refused) == len(asked)
    assert change is not None
    assert (change.label, change.kinds, change.ids) == ("村线·包联干部：给 2 户分配联系人5", (Kind.HOUSEHOLD,), (TWO_ENDS, BARE))
    for family in (TWO_ENDS, BARE):
        assert db.execute(SLOTS, (family,)).fetchall() == [(VILLAGE_SPONSOR, "2026-07-01", None)]


def test_the_former_holders_days_end_where_the_new_ones_begin(db: Database) -> None:
    assign_contact(db, [COMPLETE], SPONSOR, OTHER_SPONSOR, who="甲", from_date=DAY)
    assert db.execute(SLOTS, (COMPLETE,)).fetchall() == [(VILLAGE_SPONSOR, "2021-01-01", "2026-07-01"), (OTHER_SPONSOR, "2026-07-01", None)]
    assert db.execute("SELECT end_reason FROM slot WHERE to_date = '2026-07-01'").fetchall() == [("replaced",)]


def test_the_preview_counts_whose_holder_makes_room(db: Database) -> None:
    plan = preview_assignment(db.conn, [COMPLETE, BARE], SPONSOR, OTHER_SPONSOR, from_date=DAY)
    assert (plan.accepted, plan.replaced) == ((COMPLETE, BARE), 1)
    assert preview_assignment(db.conn, [COMPLETE, BARE], SPONSOR, VILLAGE_SPONSOR, from_date=DAY).replaced == 0


def test_a_holder_who_began_the_same_day_is_replaced(db: Database) -> None:
    assign_contact(db, [COMPLETE], SPONSOR, OTHER_SPONSOR, who="甲", from_date=date(2021, 1, 1))
    assert db.execute(SLOTS, (COMPLETE,)).fetchall() == [(OTHER_SPONSOR, "2021-01-01", None)]


def test_a_slot_already_given_away_later_is_refused(db: Database) -> None:
    assign_contact(db, [TWO_ENDS], SPONSOR, VILLAGE_SPONSOR, who="甲", from_date=DAY)
    plan, change = assign_contact(db, [TWO_ENDS], SPONSOR, OTHER_SPONSOR, who="甲", from_date=date(2026, 6, 30))
    assert (change, plan.refused[0].reason) == (None, "该岗位在 2026-06-30 之后已有安排")


def test_one_person_is_not_sponsor_on_both_lines(db: Database) -> None:
    plan, change = assign_contact(db, [COMPLETE, TWO_ENDS, BARE], SPONSOR, COMMUNITY_SPONSOR, who="甲", from_date=DAY)
    assert plan.accepted == (BARE,)
    assert {refusal.reason for refusal in plan.refused} == {"联系人7已在另一条线担任包联干部"}


def test_one_person_is_not_sponsor_on_both_lines_even_later(db: Database) -> None:
    later = slot_from_text("community/sponsor_cadre")
    assign_contact(db, [BARE], later, OTHER_SPONSOR, who="甲", from_date=date(2030, 1, 1))
    plan, change = assign_contact(db, [BARE], SPONSOR, OTHER_SPONSOR, who="甲", from_date=DAY)
    assert (change, plan.refused[0].reason) == (None, "联系人10已在另一条线担任包联干部")


def test_the_database_itself_refuses_one_sponsor_on_both_lines(db: Database) -> None:
    sponsor = {"household_id": BARE, "role": "sponsor_cadre", "contact_id": OTHER_SPONSOR, "from_date": "2026-01-01"}
    db["slot"].insert(sponsor | {"uid": "x", "line": "village"})
    with pytest.raises(IntegrityError, match="sponsor cadre on both lines"):
        db["slot"].insert(sponsor | {"uid": "y", "line": "community"})


@pytest.mark.parametrize(
    ("contact", "reason"),
    [
        (VILLAGE_CADRE, "联系人6是村/社区干部，不能担任包联干部"),
        (OFFICER_3, "联系人3是网格员，不能担任包联干部"),
    ],
)
def test_a_contact_of_another_role_is_refused_in_plain_words(contact: int, reason: str, db: Database) -> None:
    plan, change = assign_contact(db, [TWO_ENDS, BARE], SPONSOR, contact, who="甲")
    assert change is None
    assert {(refusal.household, refusal.reason) for refusal in plan.refused} == {(TWO_ENDS, reason), (BARE, reason)}


def test_a_family_that_has_ended_is_refused(db: Database) -> None:
    db["household"].update(BARE, {"ended_on": "2026-03-01"})
    plan, _ = assign_contact(db, [BARE], SPONSOR, VILLAGE_SPONSOR, who="甲")
    assert [refusal.reason for refusal in plan.refused] == ["这一户已于 2026-03-01 结束"]


def test_undoing_names_the_families_it_touched(db: Database) -> None:
    assign_contact(db, [COMPLETE, TWO_ENDS], SPONSOR, OTHER_SPONSOR, who="甲", from_date=DAY)
    change = undo(db, who="甲")
    assert (change.kinds, change.ids) == ((Kind.HOUSEHOLD,), (COMPLETE, TWO_ENDS))


def test_a_future_assignment_is_not_yet_the_holder_of_today(db: Database) -> None:
    assign_contact(db, [COMPLETE], SPONSOR, OTHER_SPONSOR, who="甲", from_date=date(2999, 1, 1))
    assert db.execute(HOLDER, (COMPLETE, "village", "sponsor_cadre")).fetchall() == [(VILLAGE_SPONSOR, "hand")]


def test_a_hand_set_officer_stands_before_the_grids_own(db: Database) -> None:
    slot = slot_from_text("community/grid_officer")
    assert db.execute(HOLDER, (COMPLETE, "community", "grid_officer")).fetchall() == [(2, "grid")]
    assign_contact(db, [COMPLETE], slot, OFFICER_3, who="甲", from_date=DAY)
    assert db.execute(HOLDER, (COMPLETE, "community", "grid_officer")).fetchall() == [(OFFICER_3, "hand")]
    assert db.execute(HOLDER, (TWO_ENDS, "community", "grid_officer")).fetchall() == [(2, "grid")]


def test_a_preview_says_the_same_and_writes_nothing(db: Database) -> None:
    before = contents(db.conn)
    plan = preview_assignment(db.conn, [COMPLETE, TWO_ENDS, BARE, ORDINARY], SPONSOR, VILLAGE_SPONSOR, from_date=DAY)
    assert difference(before, contents(db.conn)) == {}
    assert plan == assign_contact(db, [COMPLETE, TWO_ENDS, BARE, ORDINARY], SPONSOR, VILLAGE_SPONSOR, who="甲", from_date=DAY)[0]


def test_when_all_are_refused_nothing_is_written_and_nothing_can_be_undone(db: Database) -> None:
    before = contents(db.conn)
    plan, change = assign_contact(db, [ORDINARY, 99], SPONSOR, VILLAGE_SPONSOR, who="甲")
    assert (len(plan.refused), change) == (2, None)
    assert difference(before, contents(db.conn)) == {}
    assert db.execute("SELECT count(*) FROM history").fetchone()[0] == 0


@pytest.mark.parametrize("contact", [INACTIVE, 999, 0, -1])
def test_a_contact_who_is_unknown_or_gone_is_refused(contact: int, db: Database) -> None:
    with pytest.raises(BadRequest, match=str(contact)):
        assign_contact(db, [TWO_ENDS], SPONSOR, contact, who="甲")


def test_today_is_the_day_when_none_is_said(db: Database) -> None:
    plan, _ = assign_contact(db, [TWO_ENDS], SPONSOR, VILLAGE_SPONSOR, who="甲")
    assert plan.from_date == date.today().isoformat()
    assert db.execute(HOLDER, (TWO_ENDS, "village", "sponsor_cadre")).fetchall() == [(VILLAGE_SPONSOR, "hand")]


def test_a_slot_that_somebody_else_gave_away_meanwhile_is_said(db: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    assign_contact(db, [TWO_ENDS], SPONSOR, OTHER_SPONSOR, who="乙", from_date=date(2030, 1, 1))
    before = contents(db.conn)
    monkeypatch.setattr(slots, "begun_later", lambda *_: set())
    with pytest.raises(BadRequest, match="刚刚被别人改动"):
        assign_contact(db, [TWO_ENDS, BARE], SPONSOR, VILLAGE_SPONSOR, who="甲", from_date=DAY)
    assert difference(before, contents(db.conn)) == {}
