"""A collapsed house leaves the houses that stand, its families' homes say so, and a rebuilt one is given back: one step, undone exactly."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlite_utils import Database

from gisapp.domain.damage import DamageGrade, DamageState, RebuildWay
from gisapp.errors import BadRequest
from gisapp.services.county.undo import undo
from gisapp.services.damage.carry_damage import CarryStep, carry_damage, plan_carry, steps_open
from gisapp.services.damage.judge_damage import judge_damage
from gisapp.services.damage.list_damage import damage_case
from gisapp.services.damage.note_stay import note_stay
from gisapp.services.damage.plan_rebuild import RebuildPlan, plan_rebuild
from gisapp.services.damage.record_damage import record_damage
from gisapp.services.damage.record_stage import record_stage
from gisapp.services.families.describe_household import describe_household
from gisapp.services.families.family_timeline import family_timeline
from gisapp.services.families.move_family import move_family
from tests.builders import COMPLETE, SHARING, TWO_ENDS, opened
from tests.unit.storage.contents import contents, difference

REPORT, DONE = date(2021, 8, 31), date(2022, 5, 1)


@pytest.fixture
def db(county: Path) -> Iterator[Database]:
    with opened(county) as db:
        yield db


def collapsed(db: Database, house: int, *, grade: DamageGrade = DamageGrade.COLLAPSED) -> int:
    (made,) = record_damage(db, [f"house-{house}"], grade=grade, on_date=REPORT, who="甲").done
    judge_damage(db, [made], DamageState.VERIFIED, who="乙", on_date=REPORT)
    return made


def build(db: Database, made: int, *, way: RebuildWay = RebuildWay.REBUILD) -> None:
    plan_rebuild(db, [made], RebuildPlan(way), who="甲")
    last = "验收" if way is RebuildWay.REPAIR else "入住"
    record_stage(db, [made], last, finished_on=DONE, who="甲")


def carry(db: Database, made: int, step: CarryStep, day: date) -> None:
    carry_damage(db, plan_carry(db.conn, made, step, day=day), who="甲")


def homes(db: Database, family: int) -> list[tuple[str, str, str, str | None]]:
    return db.execute(
        "SELECT role, state, from_date, to_date FROM home WHERE household_id = ? ORDER BY from_date, id", (family,)
    ).fetchall()


def test_every_family_of_a_collapsed_house_loses_it_in_one_step(db: Database) -> None:
    made = collapsed(db, 1)
    plan = plan_carry(db.conn, made, CarryStep.LOST, day=REPORT)
    assert [family.code for family in plan.families.before] == ["H001", "H002"]  # type: ignore[union-attr]
    assert any("西山村1组1号" in line and "灾毁" in line for line in plan.lines)
    before = contents(db.conn)
    carry_damage(db, plan, who="甲")
    assert homes(db, SHARING) == [("only", "lived_in", "2021-01-01", "2021-08-31"), ("only", "lost", "2021-08-31", None)]
    assert db.execute("SELECT count(*) FROM house WHERE uid = 'house-1'").fetchone()[0] == 0
    assert db.execute("SELECT number, grid_id, gone_on FROM former_house WHERE uid = 'house-1'").fetchone() == (
        "西山村1组1号",
        1,
        "2021-08-31",
    )
    one = damage_case(db.conn, made).damage
    assert (one.house, one.number, one.village, one.codes) == (None, "西山村1组1号", "西山村", ("H001", "H002"))
    undo(db, who="乙")
    assert difference(before, contents(db.conn)) == {}


def test_the_relocation_side_sees_the_lost_origin_home(db: Database) -> None:
    carry(db, collapsed(db, 4), CarryStep.LOST, REPORT)
    card = describe_household(db.conn, TWO_ENDS)
    assert [(home.role.value, home.state.value) for home in card.homes] == [("residence", "lived_in"), ("origin", "lost")]
    told = [line.text for line in family_timeline(db.conn, TWO_ENDS)]
    assert "原住房西山村2组2号：在住→灾毁" in told
    assert db.execute("SELECT DISTINCT sleeping_house_id FROM resident WHERE household_id = 5").fetchall() == [(6,)]


def test_a_rebuilt_house_stands_on_its_spot_and_the_families_are_home_again(db: Database) -> None:
    made = collapsed(db, 1)
    place = db.execute("SELECT geom FROM house WHERE uid = 'house-1'").fetchone()[0]
    note_stay(db, made, SHARING, "村小学", from_date=REPORT, who="甲")
    carry(db, made, CarryStep.LOST, REPORT)
    build(db, made)
    before = contents(db.conn)
    plan = plan_carry(db.conn, made, CarryStep.BACK, day=DONE)
    assert "钱二离开过渡住址村小学" in plan.lines
    carry_damage(db, plan, who="甲")
    house, geom = db.execute("SELECT id, geom FROM house WHERE uid = 'house-1'").fetchone()
    assert geom == place
    assert [row[1] for row in homes(db, SHARING)] == ["lived_in", "lost", "lived_in"]
    assert db.execute("SELECT DISTINCT sleeping_house_id FROM resident WHERE household_id IN (1, 2)").fetchall() == [(house,)]
    assert [stay.to_date for stay in damage_case(db.conn, made).stays] == ["2022-05-01"]
    assert damage_case(db.conn, made).damage.house == house
    assert steps_open(db.conn, damage_case(db.conn, made)) == ()
    undo(db, who="乙")
    assert difference(before, contents(db.conn)) == {}


def test_an_origin_home_that_stood_empty_stands_empty_again(db: Database) -> None:
    made = collapsed(db, 3)
    carry(db, made, CarryStep.LOST, REPORT)
    build(db, made)
    carry(db, made, CarryStep.BACK, DONE)
    assert [row[:2] for row in homes(db, COMPLETE)][-1] == ("origin", "vacant")
    assert db.execute("SELECT DISTINCT sleeping_house_id FROM resident WHERE household_id = 4").fetchall() == [(5,)]


@pytest.mark.parametrize(("house", "family", "state"), [(1, SHARING, "lived_in"), (3, COMPLETE, "vacant")])
def test_a_home_whose_past_nobody_knows_is_lived_in_unless_it_is_an_origin_home(db: Database, house: int, family: int, state: str) -> None:
    made = collapsed(db, house)
    carry(db, made, CarryStep.LOST, REPORT)
    db.execute(
        "DELETE FROM home WHERE to_date IS NOT NULL AND former_house_id = (SELECT id FROM former_house WHERE uid = ?)", (f"house-{house}",)
    )
    build(db, made)
    carry(db, made, CarryStep.BACK, DONE)
    assert homes(db, family)[-1][1:2] == (state,)


def test_a_house_without_family_goes_and_comes_back_too(db: Database) -> None:
    made = collapsed(db, 8)
    states = [contents(db.conn)]
    carry(db, made, CarryStep.LOST, REPORT)
    assert db.execute("SELECT count(*) FROM house WHERE uid = 'house-8'").fetchone()[0] == 0
    build(db, made)
    states.append(contents(db.conn))
    carry(db, made, CarryStep.BACK, DONE)
    assert db.execute("SELECT number, grid_id FROM house WHERE uid = 'house-8'").fetchone() == ("东社区8号", 4)
    undo(db, who="乙")
    assert difference(states[1], contents(db.conn)) == {}
    for _ in range(3):
        undo(db, who="乙")
    assert difference(states[0], contents(db.conn)) == {}


def test_a_house_to_be_built_anew_is_torn_down_first(db: Database) -> None:
    made = collapsed(db, 2, grade=DamageGrade.SERIOUS)
    assert steps_open(db.conn, damage_case(db.conn, made)) == ()
    plan_rebuild(db, [made], RebuildPlan(RebuildWay.REBUILD), who="甲")
    carry(db, made, CarryStep.DEMOLISHED, REPORT)
    assert [row[1] for row in homes(db, 3)] == ["lived_in", "demolished"]


def test_after_a_repair_the_family_only_comes_back_from_where_it_stayed(db: Database) -> None:
    made = collapsed(db, 2, grade=DamageGrade.SERIOUS)
    build(db, made, way=RebuildWay.REPAIR)
    assert steps_open(db.conn, damage_case(db.conn, made)) == ()
    db.execute("UPDATE resident SET sleeping_note = NULL, sleeping_house_id = 2 WHERE household_id = 3")
    note_stay(db, made, 3, "亲戚家", from_date=DONE, who="甲")
    before = contents(db.conn)
    carry(db, made, CarryStep.BACK, DONE)
    assert db.execute("SELECT DISTINCT sleeping_house_id, sleeping_note FROM resident WHERE household_id = 3").fetchall() == [(2, None)]
    assert homes(db, 3) == [("only", "lived_in", "2021-01-01", None)]
    undo(db, who="乙")
    assert difference(before, contents(db.conn)) == {}


def test_a_resettled_family_leaves_its_address_with_the_move(db: Database) -> None:
    made = collapsed(db, 2)
    note_stay(db, made, 3, "板房", from_date=REPORT, who="甲")
    carry(db, made, CarryStep.LOST, REPORT)
    build(db, made, way=RebuildWay.RESETTLE)
    before = contents(db.conn)
    move_family(db, 3, 8, who="甲", day=DONE)
    assert [(stay.address, stay.to_date) for stay in damage_case(db.conn, made).stays] == [("板房", "2022-05-01")]
    assert db.execute("SELECT DISTINCT sleeping_house_id FROM resident WHERE household_id = 3").fetchall() == [(8,)]
    assert damage_case(db.conn, made).damage.codes == ("H003",)
    undo(db, who="乙")
    assert difference(before, contents(db.conn)) == {}


def test_only_what_the_damage_calls_for_can_be_carried(db: Database) -> None:
    (reported,) = record_damage(db, ["house-1"], grade=DamageGrade.COLLAPSED, on_date=REPORT, who="甲").done
    for step in CarryStep:
        with pytest.raises(BadRequest, match="现在不能这样登记"):
            plan_carry(db.conn, reported, step)
    judge_damage(db, [reported], DamageState.VERIFIED, who="乙", on_date=REPORT)
    with pytest.raises(BadRequest, match="早于 2021-08-31"):
        plan_carry(db.conn, reported, CarryStep.LOST, day=date(2021, 8, 30))
    resettled = collapsed(db, 2)
    build(db, resettled, way=RebuildWay.RESETTLE)
    with pytest.raises(BadRequest, match="现在不能") as refusal:
        plan_carry(db.conn, resettled, CarryStep.BACK)
    assert "用“搬家”登记新住房" in refusal.value.next_step


def test_a_plan_that_was_overtaken_writes_nothing(db: Database) -> None:
    made = collapsed(db, 1)
    note_stay(db, made, SHARING, "村小学", from_date=REPORT, who="甲")
    plan = plan_carry(db.conn, made, CarryStep.LOST, day=REPORT)
    carry(db, made, CarryStep.LOST, REPORT)
    before = contents(db.conn)
    with pytest.raises(BadRequest, match="刚刚被别人改动"):
        carry_damage(db, plan, who="甲")
    assert difference(before, contents(db.conn)) == {}
