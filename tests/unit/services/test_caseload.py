"""Loads over both lines, limits, and a plan that fills every slot and relieves whoever has too many."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlite_utils import Database

from gisapp.domain.caseload import PRESET_LIMITS, MoveReason
from gisapp.domain.contact_plan import Aim
from gisapp.domain.lines import SLOTS, Line, Role, Slot
from gisapp.errors import BadRequest, Cancelled
from gisapp.services.contacts.accept_contacts import accept_contacts
from gisapp.services.contacts.assign_contact import assign_contact
from gisapp.services.contacts.limit_caseloads import limit_caseloads
from gisapp.services.contacts.propose_contacts import propose_contacts
from gisapp.services.contacts.report_caseload import load_of, read_limits, report_caseload
from gisapp.services.contacts.report_slots import report_slots
from gisapp.services.county.undo import undo
from gisapp.storage.contacts import held_slots
from tests.builders import (
    BARE,
    COMMUNITY_CADRE,
    COMMUNITY_SPONSOR,
    COMPLETE,
    INACTIVE,
    OFFICER_2,
    OTHER_SPONSOR,
    TWO_ENDS,
    VILLAGE_CADRE,
    VILLAGE_SPONSOR,
    opened,
)
from tests.unit.storage.contents import contents, difference

SPONSORS = (Role.SPONSOR_CADRE,)
VILLAGE_SPONSOR_SLOT = Slot(Line.VILLAGE, Role.SPONSOR_CADRE)
LOADS = "SELECT contact_id, count(DISTINCT household_id) FROM slot_holder GROUP BY contact_id"


@pytest.fixture
def db(county: Path) -> Iterator[Database]:
    with opened(county) as db:
        yield db


def families_of(db: Database, contact: int) -> int:
    return dict(db.execute(LOADS).fetchall()).get(contact, 0)


def test_the_columns_say_what_the_view_says(db: Database) -> None:
    assign_contact(db, [COMPLETE], Slot(Line.COMMUNITY, Role.GRID_OFFICER), 3, who="甲")
    held = held_slots.of_relocated(db.conn)
    found = zip(held.families.tolist(), held.contacts.tolist(), held.places.tolist(), held.by_hand.tolist(), strict=True)
    said = db.execute("SELECT household_id, contact_id, line, role, source FROM slot_holder").fetchall()
    assert sorted(found) == sorted((f, c, SLOTS.index(Slot(Line(line), Role(role))), source == "hand") for f, c, line, role, source in said)


def test_one_contacts_slots_are_those_of_the_view(db: Database) -> None:
    assign_contact(db, [COMPLETE], Slot(Line.COMMUNITY, Role.GRID_OFFICER), 3, who="甲")
    for (contact,) in db.execute("SELECT id FROM contact").fetchall():
        said = db.execute("SELECT household_id, line, role FROM slot_holder WHERE contact_id = ?", (contact,)).fetchall()
        places = sorted((family, SLOTS.index(Slot(Line(line), Role(role)))) for family, line, role in said)
        assert held_slots.of_contact(db.conn, contact) == places


def test_a_family_in_two_slots_of_one_contact_counts_once(db: Database) -> None:
    assign_contact(db, [COMPLETE, TWO_ENDS], Slot(Line.VILLAGE, Role.UNIT_CADRE), COMMUNITY_CADRE, who="甲")
    found = load_of(db.conn, COMMUNITY_CADRE)
    assert found is not None
    load, families = found
    assert families == (COMPLETE, TWO_ENDS)
    assert load == next(one for one in report_caseload(db.conn).contacts if one.contact == COMMUNITY_CADRE)
    assert (load.families, load.people, load.village, load.community) == (2, 4, 2, 2)


def test_loads_are_those_of_plain_sql_and_grid_officers_count(db: Database) -> None:
    report = report_caseload(db.conn)
    assert {int(one.contact): one.families for one in report.contacts if one.families} == dict(db.execute(LOADS).fetchall())
    assert next(one for one in report.contacts if one.contact == OFFICER_2).families == 3
    assert report.families == 3
    assert INACTIVE not in {one.contact for one in report.contacts}
    free = next(one for one in report.contacts if one.contact == OTHER_SPONSOR)
    assert (free.families, free.limit, free.unit) == (0, PRESET_LIMITS.sponsor_cadre, "东社区")


def test_over_the_limit_stands_first_and_an_own_limit_before_that_of_the_role(db: Database) -> None:
    db.execute("UPDATE contact SET most_families = 1 WHERE id = ?", (COMMUNITY_CADRE,))
    report = report_caseload(db.conn, limits={Role.GRID_OFFICER: 2})
    assert [(one.contact, one.limit) for one in report.over] == [(OFFICER_2, 2), (COMMUNITY_CADRE, 1)]
    assert report.contacts[:2] == report.over


def test_a_unit_lists_who_works_there_or_looks_after_its_families(db: Database) -> None:
    report = report_caseload(db.conn, role=Role.UNIT_CADRE, kind="settlement_site", ids=(1,))
    assert {one.contact for one in report.contacts} == {VILLAGE_CADRE, COMMUNITY_CADRE}
    assert {one.contact for one in report_caseload(db.conn, role=Role.UNIT_CADRE, kind="division", ids=(2,)).contacts} == {VILLAGE_CADRE}


def test_limits_are_a_setting_and_what_is_wrong_in_it_is_the_preset(db: Database) -> None:
    assert read_limits(db.conn) == PRESET_LIMITS
    change = limit_caseloads(db, {Role.UNIT_CADRE: 12}, who="甲")
    assert change is not None
    assert read_limits(db.conn) == replace(PRESET_LIMITS, unit_cadre=12)
    assert limit_caseloads(db, {Role.UNIT_CADRE: 12}, who="甲") is None
    undo(db, who="甲")
    assert read_limits(db.conn) == PRESET_LIMITS
    db.execute(
        'INSERT OR REPLACE INTO setting VALUES (\'caseload_limits\', \'{"unit_cadre": -3, "sponsor_cadre": true, "grid_officer": 7}\')'
    )
    assert read_limits(db.conn) == replace(PRESET_LIMITS, grid_officer=7)


def test_everything_is_filled_by_the_right_unit_in_one_step_that_can_be_undone(db: Database) -> None:
    before = contents(db.conn)
    plan = propose_contacts(db.conn)
    assert difference(before, contents(db.conn)) == {}
    assert (len(plan.moves), plan.filled, plan.unfilled, plan.sentences) == (5, 5, (), ())
    assert {move.after for move in plan.moves if move.slot == VILLAGE_SPONSOR_SLOT} == {VILLAGE_SPONSOR}
    done, change = accept_contacts(db, plan.moves, who="甲", why="补岗")
    assert change is not None
    assert (len(done.made), done.refused) == (5, ())
    assert report_slots(db.conn).complete == 3
    after = {int(one.contact): one.after for one in plan.loads}
    assert {contact: count for contact, count in db.execute(LOADS).fetchall() if contact in after} == after
    undo(db, who="甲")
    assert difference(before, contents(db.conn)) == {}


def test_whoever_is_over_the_limit_gives_up_just_enough(db: Database) -> None:
    assign_contact(db, [TWO_ENDS, BARE], VILLAGE_SPONSOR_SLOT, VILLAGE_SPONSOR, who="甲", from_date=date(2022, 1, 1))
    plan = propose_contacts(db.conn, roles=SPONSORS, limits={Role.SPONSOR_CADRE: 2})
    shed = [move for move in plan.moves if move.why is MoveReason.OVER_LIMIT]
    assert [(move.before, move.slot) for move in shed] == [(VILLAGE_SPONSOR, VILLAGE_SPONSOR_SLOT)]
    assert (plan.over_after, [load.contact for load in plan.over_before]) == ((), [VILLAGE_SPONSOR])
    accept_contacts(db, plan.moves, who="甲", limits={Role.SPONSOR_CADRE: 2})
    ended = db.execute(
        "SELECT to_date, end_reason FROM slot WHERE household_id = ? AND to_date IS NOT NULL", (shed[0].household,)
    ).fetchall()
    assert ended == [(date.today().isoformat(), "replaced")]


def test_too_little_room_is_said_in_numbers_and_nobody_gets_above_the_limit(db: Database) -> None:
    plan = propose_contacts(db.conn, roles=SPONSORS, limits={Role.SPONSOR_CADRE: 1})
    assert plan.sentences == ("包联干部：需要 6 个名额，现有 3 人每人上限 1 户，只有 3 个。",)
    assert len(plan.unfilled) == 2
    assert {one.reason for one in plan.unfilled} == {"包联干部没有名额了"}
    assert max(load.after - max(load.limit, load.before) for load in plan.loads) <= 0


def test_a_role_without_anybody_is_said(db: Database) -> None:
    db.execute("UPDATE contact SET is_active = 0 WHERE role = 'unit_cadre'")
    plan = propose_contacts(db.conn, roles=(Role.UNIT_CADRE,))
    assert plan.sentences == ("村/社区干部：需要 6 个名额，但没有在岗的人。请先登记联系人。",)
    assert (plan.moves, len(plan.unfilled)) == ((), 6)


def test_slots_of_somebody_who_left_are_filled_anew(db: Database) -> None:
    db.execute("UPDATE contact SET is_active = 0 WHERE id = ?", (COMMUNITY_SPONSOR,))
    plan = propose_contacts(db.conn, [COMPLETE], roles=SPONSORS)
    assert [(move.before, move.after, move.why) for move in plan.moves] == [(COMMUNITY_SPONSOR, OTHER_SPONSOR, MoveReason.LEFT)]


def test_one_person_is_never_proposed_for_both_sponsor_slots(db: Database) -> None:
    db.execute("UPDATE contact SET is_active = 0 WHERE role = 'sponsor_cadre' AND id <> ?", (OTHER_SPONSOR,))
    plan = propose_contacts(db.conn, [BARE], roles=SPONSORS)
    assert len(plan.moves) == len(plan.unfilled) == 1
    assert plan.unfilled[0].reason == "两条线必须由两个人担任，没有别人有名额"
    assert len(plan.sentences) == 1


def test_slots_with_a_later_holder_or_a_waiting_proposal_are_left_alone(db: Database) -> None:
    assign_contact(db, [BARE], VILLAGE_SPONSOR_SLOT, VILLAGE_SPONSOR, who="甲", from_date=date(2999, 1, 1))
    db.execute(
        "INSERT INTO slot_proposal (uid, household_id, line, role, contact_id, from_date, proposed_on, proposed_by)"
        " VALUES ('p', ?, 'village', 'sponsor_cadre', ?, '2026-01-01', '2026-01-01', '甲')",
        (TWO_ENDS, VILLAGE_SPONSOR),
    )
    plan = propose_contacts(db.conn, roles=SPONSORS)
    assert {(one.household, one.reason) for one in plan.unfilled} == {(BARE, "该岗位以后的日期已有安排"), (TWO_ENDS, "已有提议，等待确认")}
    assert VILLAGE_SPONSOR_SLOT not in {move.slot for move in plan.moves}


def test_grid_officers_that_follow_their_grid_move_only_when_asked(db: Database) -> None:
    limits = {Role.GRID_OFFICER: 2}
    assert propose_contacts(db.conn, roles=(Role.GRID_OFFICER,), limits=limits).moves == ()
    plan = propose_contacts(db.conn, roles=(Role.GRID_OFFICER,), limits=limits, aims=(Aim.GRID_BY_HAND,))
    assert [(move.before, move.why) for move in plan.moves] == [(OFFICER_2, MoveReason.OVER_LIMIT)]
    accept_contacts(db, plan.moves, who="甲", limits=limits)
    assert families_of(db, OFFICER_2) == 2


def test_what_changed_meanwhile_is_refused_and_the_rest_is_done(db: Database) -> None:
    plan = propose_contacts(db.conn, roles=SPONSORS)
    assert len(plan.moves) == 3
    assign_contact(db, [BARE], VILLAGE_SPONSOR_SLOT, OTHER_SPONSOR, who="乙")
    done, change = accept_contacts(db, plan.moves, who="甲")
    assert [(one.move.household, one.reason) for one in done.refused][:1] == [(BARE, "这个岗位刚刚换了人")]
    assert change is not None
    assert len(done.made) + len(done.refused) == 3
    again, nothing = accept_contacts(db, plan.moves, who="甲")
    assert (again.made, nothing) == ((), None)


def test_accepting_only_some_never_brings_anybody_above_the_limit(db: Database) -> None:
    plan = propose_contacts(db.conn, roles=SPONSORS)
    db.execute("UPDATE contact SET most_families = 1 WHERE id = ?", (VILLAGE_SPONSOR,))
    done, _ = accept_contacts(db, [move for move in plan.moves if move.slot == VILLAGE_SPONSOR_SLOT], who="甲")
    assert {one.reason for one in done.refused} == {"联系人5的名额已满"}
    assert families_of(db, VILLAGE_SPONSOR) == 1


def test_no_role_is_refused_and_cancelling_stops(db: Database) -> None:
    with pytest.raises(BadRequest, match="没有选择角色"):
        propose_contacts(db.conn, roles=())
    with pytest.raises(Cancelled):
        propose_contacts(db.conn, cancelled=lambda: True)
