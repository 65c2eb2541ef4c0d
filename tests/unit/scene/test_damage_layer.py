"""Damaged houses on the map: the mark is the grade, the colour the work, each house once, the legend in words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlite_utils import Database

from gisapp.domain.damage import DamageGrade, DamageState, RebuildWay
from gisapp.scene.damage_layer import damage_entries, damage_layer, no_damages
from gisapp.scene.style import Symbol
from gisapp.services.damage.carry_damage import CarryStep, carry_damage, plan_carry
from gisapp.services.damage.judge_damage import judge_damage
from gisapp.services.damage.plan_rebuild import RebuildPlan, plan_rebuild
from gisapp.services.damage.record_damage import record_damage
from gisapp.services.damage.record_stage import record_stage
from tests.builders import opened

REPORT, LATER = date(2021, 8, 31), date(2022, 5, 1)
COLLAPSED, SERIOUS, MODERATE = DamageGrade.COLLAPSED, DamageGrade.SERIOUS, DamageGrade.MODERATE


@pytest.fixture
def db(county: Path) -> Iterator[Database]:
    with opened(county) as db:
        yield db


def report(db: Database, house: int, grade: DamageGrade, *, on: date = REPORT) -> int:
    (made,) = record_damage(db, [f"house-{house}"], grade=grade, on_date=on, who="甲").done
    judge_damage(db, [made], DamageState.VERIFIED, who="乙", on_date=on)
    return made


def texts(db: Database) -> list[str]:
    return [entry.text for entry in damage_entries(damage_layer(db.conn))]


def test_grade_and_work_stand_in_the_legend_in_words_each_with_a_sign_of_its_own(db: Database) -> None:
    report(db, 1, COLLAPSED)
    begun, done = report(db, 2, SERIOUS), report(db, 3, MODERATE)
    plan_rebuild(db, [begun, done], RebuildPlan(RebuildWay.REPAIR), who="甲")
    record_stage(db, [begun, done], "施工", begun_on=LATER, who="甲")
    record_stage(db, [done], "验收", finished_on=LATER, who="甲")
    assert texts(db) == ["房屋受损与恢复", "一般受损 · 已完工", "严重受损 · 已开工", "倒塌 · 未开工"]
    symbols = [entry.sample for entry in damage_entries(damage_layer(db.conn))[1:]]
    assert all(isinstance(symbol, Symbol) for symbol in symbols)
    assert len({symbol.mark for symbol in symbols if isinstance(symbol, Symbol)}) == 3
    assert damage_entries(no_damages()) == ()


def test_a_house_is_drawn_once_by_its_latest_damage_and_one_found_whole_not_at_all(db: Database) -> None:
    report(db, 1, MODERATE)
    report(db, 2, DamageGrade.NONE)
    first = report(db, 3, SERIOUS)
    plan_rebuild(db, [first], RebuildPlan(RebuildWay.REPAIR), who="甲")
    record_stage(db, [first], "验收", finished_on=LATER, who="甲")
    report(db, 3, COLLAPSED, on=date(2023, 7, 1))
    assert texts(db)[1:] == ["一般受损 · 未开工", "倒塌 · 未开工"]
    assert len(damage_layer(db.conn).ids) == 2


def test_a_house_that_stands_no_more_keeps_its_spot(db: Database) -> None:
    made = report(db, 1, COLLAPSED)
    before = damage_layer(db.conn).xy
    carry_damage(db, plan_carry(db.conn, made, CarryStep.LOST, day=REPORT), who="甲")
    assert (damage_layer(db.conn).xy == before).all()
    assert len(before) == 1
