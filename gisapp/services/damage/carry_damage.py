"""Carry a damage over to the homes of its families: a collapsed house is lost, a finished one is given back.

One step, seen before it is written, undone at once. The house leaves the houses that stand (``former_house``) and the origin grid stays
known; given back, it stands again on the same spot and each home is in the state it was in before.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from gisapp.domain.change import Change, Kind
from gisapp.domain.damage import Damage, DamageCase, DamageGrade, DamageState, RebuildWay, Stay
from gisapp.domain.family import Place
from gisapp.domain.home import HomeRole, HomeState
from gisapp.domain.sleeping import Sleeper
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.services.damage.damage_result import past_day
from gisapp.services.damage.list_damage import damage_case
from gisapp.services.families.describe_change import describe_change
from gisapp.services.families.family_change import FamilyPlan, carry_out
from gisapp.services.families.set_home_state import plan_home_state
from gisapp.storage.county import history, search
from gisapp.storage.damage import damage_writes, damaged_houses
from gisapp.storage.families import sleeping
from gisapp.storage.families.sleeping import Written
from gisapp.storage.hazards import hazards
from gisapp.storage.places import places

if TYPE_CHECKING:
    from sqlite_utils import Database


class CarryStep(StrEnum):
    """What becomes of the homes: lost with a collapsed house, torn down before it is built anew, or there again."""

    LOST = "lost"
    DEMOLISHED = "demolished"
    BACK = "back"

    @property
    def caption(self) -> str:
        return (tr("住房记为灾毁"), tr("住房记为已拆除"), tr("住房恢复使用"))[tuple(CarryStep).index(self)]


@dataclass(frozen=True, slots=True)
class CarryPlan:
    """What a step does: to families' homes (None = to no family's), to those who sleep elsewhere meanwhile, to a house without family."""

    label: str
    step: CarryStep
    case: DamageCase
    day: str
    families: FamilyPlan | None
    returning: tuple[Sleeper, ...]
    stays: tuple[Stay, ...]
    takes_down: bool = False
    stands_up: bool = False

    @property
    def lines(self) -> tuple[str, ...]:
        """The plan in sentences, as it is shown before it is written."""
        number = self.case.damage.number
        found = [*describe_change(self.families).all] if self.families else []
        if self.takes_down:
            found.append(tr("{number}没有住户，从现有房屋中移到不再存在的房屋", number=number))
        if self.stands_up:
            found.append(tr("{number}没有住户，重新列入现有房屋", number=number))
        found += [tr("{head}离开过渡住址{address}", head=stay.head or stay.code, address=stay.address) for stay in self.stays]
        if self.returning:
            names = tr("、").join(one.name for one in self.returning)
            found.append(tr("{names}今后住：{place}", names=names, place=number))
        return tuple(found)


def steps_open(connection: sqlite3.Connection, case: DamageCase) -> tuple[CarryStep, ...]:
    """The steps that can be offered now."""
    one, homes = case.damage, damaged_houses.homes_at(connection, case.damage.house_uid)
    is_sure = one.state is DamageState.VERIFIED and one.finished_on is None and one.house is not None
    if is_sure and one.grade is DamageGrade.COLLAPSED:
        return (CarryStep.LOST,)
    if is_sure and one.way in (RebuildWay.REBUILD, RebuildWay.RESETTLE):
        return (CarryStep.DEMOLISHED,)
    is_away = any(stay.to_date is None for stay in case.stays)
    is_gone = one.house is None or any(not home.stands for home in homes)
    return (CarryStep.BACK,) if _may_return(one) and (is_away or is_gone) else ()


def plan_carry(connection: sqlite3.Connection, damage_id: int, step: CarryStep, *, day: date | None = None) -> CarryPlan:
    """What a step would do on ``day`` (today when None).

    Raises BadRequest when the damage does not call for it, a day is to come or before the report, or a home began after it.
    """
    on, case = past_day(day), damage_case(connection, damage_id)
    one = case.damage
    if step not in steps_open(connection, case):
        raise BadRequest(tr("{number}现在不能这样登记：{step}。", number=one.number, step=step.caption), _why_not(one, step))
    first = one.reported_on if step is not CarryStep.BACK else one.finished_on or one.reported_on
    if on.isoformat() < first:
        raise BadRequest(tr("日期 {day} 早于 {first}。", day=on, first=first), tr("请写上报（恢复使用时写完工）当天或以后的日期。"))
    if step is CarryStep.BACK:
        return _plan_back(connection, case, on)
    return _plan_gone(connection, case, step, on)


def carry_damage(db: Database, plan: CarryPlan, *, who: str) -> Change:
    """Write a plan as it was shown, in one change; raises BadRequest when the families have changed since."""
    if plan.families is not None:
        return carry_out(db, plan.families, who=who, also=(Kind.DAMAGE, lambda connection: _go_home(connection, plan))).change
    kinds = (Kind.DAMAGE, Kind.HOUSE, Kind.RESIDENT)
    with history.recorded(db, label=plan.label, who=who, kinds=kinds) as entry:
        _move_house(db.conn, plan)
        _go_home(db.conn, plan)
    return Change(plan.label, kinds, (plan.case.damage.id,), entry)


def _may_return(one: Damage) -> bool:
    return one.finished_on is not None and one.way in (RebuildWay.REPAIR, RebuildWay.REBUILD)


def _why_not(one: Damage, step: CarryStep) -> str:
    if step is CarryStep.BACK:
        if one.way is RebuildWay.RESETTLE:
            return tr("安置的住户请在户的卡片上用“搬家”登记新住房。")
        return tr("维修或重建完工后，住房还没有恢复的才需要。")
    if step is CarryStep.LOST:
        return tr("核实为倒塌、还没有完工、房屋还在册的才可以。")
    return tr("核实过、方式是重建或安置、还没有完工、房屋还在册的才可以。")


def _plan_gone(connection: sqlite3.Connection, case: DamageCase, step: CarryStep, on: date) -> CarryPlan:
    one, state = case.damage, HomeState.LOST if step is CarryStep.LOST else HomeState.DEMOLISHED
    label = tr("{step}：{number}", step=step.caption, number=one.number)
    homes = [home for home in damaged_houses.homes_at(connection, one.house_uid) if home.stands]
    plans = [plan_home_state(connection, home.household, HomeRole(home.role), state, day=on) for home in homes]
    families = _together(plans, label) if plans else None
    return CarryPlan(label, step, case, on.isoformat(), families, (), (), takes_down=families is None)


def _plan_back(connection: sqlite3.Connection, case: DamageCase, on: date) -> CarryPlan:
    one = case.damage
    label = tr("{step}：{number}", step=CarryStep.BACK.caption, number=one.number)
    homes = damaged_houses.homes_at(connection, one.house_uid)
    plans, returning = [], []
    stays = {int(stay.household): stay for stay in case.stays if stay.to_date is None}
    for home in homes:
        state = HomeState.LIVED_IN if home.stands else _state_before(connection, one, home)
        if not home.stands:
            plans.append(plan_home_state(connection, home.household, HomeRole(home.role), state, day=on))
        if state is HomeState.LIVED_IN:
            returning += _returning(connection, home.household, stays.get(home.household))
    families = _together(plans, label) if plans else None
    stands_up = families is None and one.house is None
    return CarryPlan(label, CarryStep.BACK, case, on.isoformat(), families, tuple(returning), tuple(stays.values()), stands_up=stands_up)


def _state_before(connection: sqlite3.Connection, one: Damage, home: damaged_houses.HomeAt) -> HomeState:
    """As it was; where the file does not tell, lived in, but for the origin home of a family that lives in a settlement."""
    known = damaged_houses.state_before_loss(connection, one.house_uid, home.household)
    if known is not None:
        return HomeState(known)
    return HomeState.VACANT if home.role == HomeRole.ORIGIN else HomeState.LIVED_IN


def _returning(connection: sqlite3.Connection, household: int, stay: Stay | None) -> list[Sleeper]:
    """Those of a family who sleep at its address meanwhile, or nobody knows where."""
    people = sleeping.of_families(connection, [household])
    return [one for one in people if one.house is None and one.where in ("", stay.address if stay else "")]


def _together(plans: Sequence[FamilyPlan], label: str) -> FamilyPlan:
    """Plans of different families as one; what each says of the others is settled thereby."""
    events = [replace(event, family=event.family + place) for place, plan in enumerate(plans) for event in plan.events]
    before = tuple(family for plan in plans for family in plan.before)
    after = tuple(family for plan in plans for family in plan.after)
    return FamilyPlan(label, plans[0].day, before, after, tuple(events))


def _move_house(connection: sqlite3.Connection, plan: CarryPlan) -> None:
    one = plan.case.damage
    if plan.takes_down and one.house is not None:
        places.take_down(connection, int(one.house), gone_on=plan.day)
        search.refresh(connection, Kind.HOUSE, (int(one.house),))
    if plan.stands_up:
        former = damaged_houses.former_id(connection, one.house_uid)
        house = places.as_standing(connection, Place(one.number, None, former)).house_id
        search.refresh(connection, Kind.HOUSE, (house,) if house else ())
        hazards.refresh_houses(connection, [area.id for area in hazards.all_areas(connection) if area.id])


def _go_home(connection: sqlite3.Connection, plan: CarryPlan) -> None:
    """Whoever comes back sleeps in the house that stands again, and the addresses meanwhile end."""
    damage_writes.end_stays(connection, [int(stay.household) for stay in plan.stays], plan.day)
    house = damaged_houses.houses(connection, [plan.case.damage.house_uid])[plan.case.damage.house_uid].house
    if house is not None:
        sleeping.write(connection, [Written(one.resident, house, "", plan.day, plan.day) for one in plan.returning])
