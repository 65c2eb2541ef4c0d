"""Note how far the work on damaged houses is: when a stage began and when it was finished."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from gisapp.domain.change import Change, Kind, ids_or_too_many
from gisapp.domain.damage import Damage, DamageState, StageLine, lined_up
from gisapp.domain.damage_dates import fault_of_stages, span
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.services.damage.damage_result import DamageResult, named, refused, unknown
from gisapp.services.damage.rebuild_stages import rebuild_stages
from gisapp.storage.county import history
from gisapp.storage.damage import damage, damage_writes

if TYPE_CHECKING:
    from sqlite_utils import Database

Dated = Callable[[StageLine], StageLine]


@dataclass(frozen=True, slots=True)
class StageStep:
    """One damage with its stages in order as they will be; ``reason`` why it cannot be, "" when it can."""

    damage: Damage
    stages: tuple[StageLine, ...]
    reason: str


def record_stage(
    db: Database, damage_ids: Sequence[int], stage: str, *, who: str, begun_on: date | None = None, finished_on: date | None = None
) -> DamageResult:
    """Give a stage of these damages the days that are said; what is None stays as it is. The work is finished when its last stage is.

    Refused one by one: an unknown number, no way yet, found whole or disputed, a stage the way has not, days that run backwards or are to
    come, nothing new. Raises BadRequest when neither day is said.
    """
    if begun_on is None and finished_on is None:
        raise BadRequest(tr("没有写开始或完成的日期。"), tr("请至少写一个日期；要退回未开始，请用“清除”。"))
    begun, finished = (day.isoformat() if day else None for day in (begun_on, finished_on))

    def dated(line: StageLine) -> StageLine:
        return replace(line, begun_on=begun or line.begun_on, finished_on=finished or line.finished_on)

    def label(which: str) -> str:
        if finished is None:
            return tr("恢复进度：{which}，{stage}于 {day} 开始", which=which, stage=stage, day=begun)
        return tr("恢复进度：{which}，{stage}于 {day} 完成", which=which, stage=stage, day=finished)

    return _write(db, damage_ids, stage, dated, who=who, label=label)


def clear_stage(db: Database, damage_ids: Sequence[int], stage: str, *, who: str) -> DamageResult:
    """Take a stage of these damages back to what is to do; refuses as ``record_stage`` does."""

    def label(which: str) -> str:
        return tr("恢复进度：{which}，{stage}退回未开始", which=which, stage=stage)

    return _write(db, damage_ids, stage, lambda line: StageLine(line.stage, None, None), who=who, label=label)


def _write(db: Database, damage_ids: Sequence[int], stage: str, dated: Dated, *, who: str, label: Callable[[str], str]) -> DamageResult:
    stages = rebuild_stages(db.conn)
    found = damage.rows(db.conn, stages, damage_ids)
    recorded = damage.stage_lines(db.conn, damage_ids)
    steps = [_step(one, lined_up(recorded.get(one.id, ()), stages[one.way] if one.way else ()), stage, dated) for one in found]
    fitting = [step for step in steps if not step.reason]
    turned_down = (*unknown(damage_ids, found), *(refused(step.damage, step.reason) for step in steps if step.reason))
    if not fitting:
        return DamageResult(None, (), turned_down)
    told = label(named([step.damage for step in fitting]))
    try:
        with history.recorded(db, label=told, who=who, kinds=(Kind.DAMAGE,)) as entry:
            for step in fitting:
                put_step(db.conn, step, stage)
    except sqlite3.IntegrityError as error:
        raise BadRequest(tr("这处房屋又有了新的未完工登记，这一条不能退回未完工。"), tr("请先处理新的那一条。")) from error
    ids = tuple(step.damage.id for step in fitting)
    return DamageResult(Change(told, (Kind.DAMAGE,), ids_or_too_many(ids), entry), ids, turned_down)


def stage_step(connection: sqlite3.Connection, one: Damage, stage: str, dated: Dated) -> StageStep:
    """What a damage's stages would be with ``stage`` as ``dated`` says, and why they cannot."""
    recorded = damage.stage_lines(connection, [one.id]).get(one.id, ())
    names = rebuild_stages(connection)[one.way] if one.way else ()
    return _step(one, lined_up(recorded, names), stage, dated)


def put_step(connection: sqlite3.Connection, step: StageStep, stage: str) -> None:
    """Write the days of ``stage`` and those of the whole work that follow from them."""
    line = next(one for one in step.stages if one.stage == stage)
    damage_writes.put_stage(connection, step.damage.id, stage, line.begun_on, line.finished_on)
    begun, finished = span(step.stages)
    damage_writes.update(connection, step.damage.id, {"begun_on": begun, "finished_on": finished})


def _step(one: Damage, before: tuple[StageLine, ...], stage: str, dated: Dated) -> StageStep:
    after = tuple(dated(line) if line.stage == stage else line for line in before)
    return StageStep(one, after, _reason(one, before, after, stage))


def _reason(one: Damage, before: Sequence[StageLine], after: Sequence[StageLine], stage: str) -> str:
    if not one.needs_work:
        return tr("核实为未受损，不需要恢复")
    if one.state is DamageState.DISPUTED:
        return tr("有异议，请先核实")
    if one.way is None:
        return tr("还没有定恢复方式")
    if stage not in {line.stage for line in before}:
        names = tr("、").join(line.stage for line in before)
        return tr("{way}没有“{stage}”这个阶段，有：{stages}", way=one.way.caption, stage=stage, stages=names)
    if tuple(before) == tuple(after):
        return tr("没有变化")
    return fault_of_stages(after, reported_on=one.reported_on, today=date.today().isoformat())
