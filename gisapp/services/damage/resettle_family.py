"""A family whose house is not built again moves into its new home: the move and the stage of the work are one step.

Seen before it is written. The last stage of the way is finished with the last family that leaves the house.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from gisapp.domain.change import Change, Kind
from gisapp.domain.damage import Damage, DamageCase, DamageState, RebuildWay
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.services.damage.damage_result import past_day
from gisapp.services.damage.list_damage import damage_case
from gisapp.services.damage.record_stage import StageStep, put_step, stage_step
from gisapp.services.families.describe_change import describe_change
from gisapp.services.families.family_change import FamilyPlan, carry_out
from gisapp.services.families.move_family import plan_move
from gisapp.storage.damage import damaged_houses

if TYPE_CHECKING:
    from sqlite_utils import Database


@dataclass(frozen=True, slots=True)
class ResettlePlan:
    """The family's move, and how the last stage goes on with it; ``step`` None = the work was finished before."""

    label: str
    case: DamageCase
    families: FamilyPlan
    stage: str
    step: StageStep | None
    left: int

    @property
    def lines(self) -> tuple[str, ...]:
        """The plan in sentences, as it is shown before it is written."""
        told = [*describe_change(self.families).all, *self.families.warnings]
        values = {"stage": self.stage, "day": self.families.day}
        if self.step is not None and self.left:
            told.append(tr("“{stage}”于 {day} 开始；这处房屋还有 {count} 户没有搬。", count=self.left, **values))
        elif self.step is not None:
            told.append(tr("“{stage}”于 {day} 完成，安置完工。", **values))
        return tuple(told)


def waits_to_move(connection: sqlite3.Connection, one: Damage, household: int) -> bool:
    """Whether a family is to be resettled and still has its home in the damaged house, standing or not."""
    is_resettled = one.way is RebuildWay.RESETTLE and one.needs_work and one.state is not DamageState.DISPUTED
    return is_resettled and household in _living_there(connection, one)


def plan_resettle(connection: sqlite3.Connection, damage_id: int, household: int, house: int, *, day: date | None = None) -> ResettlePlan:
    """What the move of a family to ``house`` on ``day`` (today when None) would do.

    Raises BadRequest where no family is to be resettled, for the damaged house itself, and for days that run backwards or are to come.
    """
    on, case = past_day(day), damage_case(connection, damage_id)
    one, there = case.damage, _living_there(connection, case.damage)
    if not waits_to_move(connection, one, household):
        told = tr("{number}没有等着安置的这一户。", number=one.number)
        raise BadRequest(told, tr("要先把恢复方式定为安置，而且这户的住房还在这里。"))
    if one.house is not None and house == int(one.house):
        raise BadRequest(tr("这就是受损的房屋。"), tr("请选择新的住房。"))
    families = plan_move(connection, household, house, day=on)
    left = len(there) - 1
    stage = case.stages[-1].stage
    step = None if one.finished_on is not None else _step(connection, case, on.isoformat(), is_last=not left)
    label = tr("安置：{move}", move=families.label)
    return ResettlePlan(label, case, replace(families, label=label), stage, step, left)


def resettle_family(db: Database, plan: ResettlePlan, *, who: str) -> Change:
    """Write a plan as it was shown, in one change; raises BadRequest when the family has changed since."""

    def work(connection: sqlite3.Connection) -> None:
        if plan.step is not None:
            put_step(connection, plan.step, plan.stage)

    return carry_out(db, plan.families, who=who, also=(Kind.DAMAGE, work)).change


def _living_there(connection: sqlite3.Connection, one: Damage) -> list[int]:
    """The families whose home the house still is; an origin home is none."""
    return [home.household for home in damaged_houses.homes_at(connection, one.house_uid) if home.role != "origin"]


def _step(connection: sqlite3.Connection, case: DamageCase, day: str, *, is_last: bool) -> StageStep | None:
    """The last stage begun, finished with the last family; None when nothing changes of it."""
    line = case.stages[-1]
    begun = line.begun_on or day
    wanted = replace(line, begun_on=begun, finished_on=day if is_last else line.finished_on)
    if wanted == line:
        return None
    step = stage_step(connection, case.damage, line.stage, lambda _line: wanted)
    if step.reason:
        raise BadRequest(tr("{number}：{reason}", number=case.damage.number, reason=step.reason), tr("请检查日期，或先改阶段的日期。"))
    return step
