"""A family moves into its new home and the work goes on with it: one step, undone exactly; finished with the last family."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlite_utils import Database

from gisapp.domain.change import Kind
from gisapp.domain.damage import DamageGrade, DamageState, RebuildWay
from gisapp.errors import BadRequest
from gisapp.services.county.undo import undo
from gisapp.services.damage.carry_damage import CarryStep, carry_damage, plan_carry
from gisapp.services.damage.judge_damage import judge_damage
from gisapp.services.damage.list_damage import damage_case
from gisapp.services.damage.note_stay import note_stay
from gisapp.services.damage.plan_rebuild import RebuildPlan, plan_rebuild
from gisapp.services.damage.record_damage import record_damage
from gisapp.services.damage.record_stage import record_stage
from gisapp.services.damage.resettle_family import plan_resettle, resettle_family, waits_to_move
from gisapp.services.families.describe_household import describe_household
from tests.builders import ALONE, ORDINARY, SHARING, opened
from tests.unit.storage.contents import contents, difference

REPORT, DONE = date(2021, 8, 31), date(2022, 5, 1)
FLAT = 8


@pytest.fixture
def db(county: Path) -> Iterator[Database]:
    with opened(county) as db:
        yield db


def resettled(db: Database, house: int, *, way: RebuildWay = RebuildWay.RESETTLE) -> int:
    (made,) = record_damage(db, [f"house-{house}"], grade=DamageGrade.COLLAPSED, on_date=REPORT, who="甲").done
    judge_damage(db, [made], DamageState.VERIFIED, who="乙", on_date=REPORT)
    plan_rebuild(db, [made], RebuildPlan(way), who="甲")
    return made


def test_the_move_and_the_stage_are_one_change_and_undone_as_one(db: Database) -> None:
    made = resettled(db, 2)
    note_stay(db, made, ORDINARY, "板房", from_date=REPORT, who="甲")
    before = contents(db.conn)
    plan = plan_resettle(db.conn, made, ORDINARY, FLAT, day=DONE)
    assert plan.lines[-1] == "“入住”于 2022-05-01 完成，安置完工。"
    assert difference(before, contents(db.conn)) == {}
    change = resettle_family(db, plan, who="甲")
    assert {Kind.HOUSEHOLD, Kind.DAMAGE} <= set(change.kinds)
    case = damage_case(db.conn, made)
    assert (case.damage.is_done, case.damage.finished_on) == (True, "2022-05-01")
    assert [(stay.address, stay.to_date) for stay in case.stays] == [("板房", "2022-05-01")]
    assert db.execute("SELECT DISTINCT sleeping_house_id FROM resident WHERE household_id = ?", (ORDINARY,)).fetchall() == [(FLAT,)]
    assert not waits_to_move(db.conn, case.damage, ORDINARY)
    undo(db, who="乙")
    assert difference(before, contents(db.conn)) == {}


def test_a_house_that_was_lost_already_is_left_too(db: Database) -> None:
    made = resettled(db, 2)
    carry_damage(db, plan_carry(db.conn, made, CarryStep.LOST, day=REPORT), who="甲")
    resettle_family(db, plan_resettle(db.conn, made, ORDINARY, FLAT, day=DONE), who="甲")
    homes = describe_household(db.conn, ORDINARY).homes
    assert [home.state.value for home in homes if home.role.value != "origin"] == ["lived_in"]
    assert damage_case(db.conn, made).damage.is_done
    assert not waits_to_move(db.conn, damage_case(db.conn, made).damage, ORDINARY)


def test_with_several_families_the_work_is_finished_with_the_last(db: Database) -> None:
    made = resettled(db, 1)
    first = plan_resettle(db.conn, made, ALONE, FLAT, day=DONE)
    assert (first.left, first.lines[-1]) == (1, "“入住”于 2022-05-01 开始；这处房屋还有 1 户没有搬。")
    resettle_family(db, first, who="甲")
    one = damage_case(db.conn, made).damage
    assert (one.begun_on, one.finished_on) == ("2022-05-01", None)
    assert waits_to_move(db.conn, one, SHARING)
    resettle_family(db, plan_resettle(db.conn, made, SHARING, 3, day=date(2022, 6, 1)), who="甲")
    one = damage_case(db.conn, made).damage
    assert (one.begun_on, one.finished_on) == ("2022-05-01", "2022-06-01")


def test_a_work_that_was_finished_before_keeps_its_day(db: Database) -> None:
    made = resettled(db, 2)
    record_stage(db, [made], "入住", finished_on=DONE, who="甲")
    plan = plan_resettle(db.conn, made, ORDINARY, FLAT, day=date(2022, 6, 1))
    assert plan.step is None
    resettle_family(db, plan, who="甲")
    assert damage_case(db.conn, made).damage.finished_on == "2022-05-01"


def test_what_does_not_fit_is_said_and_nothing_written(db: Database) -> None:
    repair, made = resettled(db, 4, way=RebuildWay.REPAIR), resettled(db, 2)
    record_stage(db, [made], "选房", finished_on=DONE, who="甲")
    before = contents(db.conn)
    for damage, family, house, day, told in (
        (repair, 5, FLAT, DONE, "没有等着安置的这一户"),
        (made, ALONE, FLAT, DONE, "没有等着安置的这一户"),
        (made, ORDINARY, 2, DONE, "这就是受损的房屋"),
        (made, ORDINARY, 999, DONE, "没有门牌或编号为“999”的房屋"),
        (made, ORDINARY, FLAT, date(2022, 4, 1), "早于前一阶段选房的 2022-05-01"),
        (made, ORDINARY, FLAT, date(2999, 1, 1), "还没有到"),
    ):
        with pytest.raises(BadRequest, match=told):
            plan_resettle(db.conn, damage, family, house, day=day)
    assert difference(before, contents(db.conn)) == {}
    plan = plan_resettle(db.conn, made, ORDINARY, FLAT, day=DONE)
    db.execute("UPDATE resident SET name = '改名' WHERE household_id = ?", (ORDINARY,))
    with pytest.raises(BadRequest, match="刚刚被别人改动"):
        resettle_family(db, plan, who="甲")
    assert not damage_case(db.conn, made).damage.is_done
