"""The stages that work on a damaged house goes through, by way: a setting of the county with a preset."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from gisapp.domain.change import Change, Kind
from gisapp.domain.damage import LONGEST_STAGE, MOST_STAGES, PRESET_STAGES, RebuildWay, Stages
from gisapp.domain.written import tidy
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.storage.county import history, settings

if TYPE_CHECKING:
    from sqlite_utils import Database

SETTING = "damage_stages"


def rebuild_stages(connection: sqlite3.Connection) -> Stages:
    """The lists in force; the preset's where the county has set none."""
    kept: Any = settings.read(connection, SETTING, {})
    return MappingProxyType({way: tuple(kept.get(way.value) or PRESET_STAGES[way]) for way in RebuildWay})


def is_preset(connection: sqlite3.Connection, way: RebuildWay) -> bool:
    """Whether the list of a way is still ours."""
    return rebuild_stages(connection)[way] == PRESET_STAGES[way]


def set_stages(db: Database, way: RebuildWay, names: Sequence[str], *, who: str) -> Change:
    """Give a way other stages, the last one is the end of the work; what was recorded stays recorded.

    Raises BadRequest for no stages, too many, one without a name or with a long one, the same twice.
    """
    wanted = tuple(tidy(name) for name in names)
    _refuse_unfit(wanted)
    label = tr("改{way}的阶段：{stages}", way=way.caption, stages=tr("、").join(wanted))
    with history.recorded(db, label=label, who=who, kinds=(Kind.SETTING,)) as entry:
        kept = {each.value: list(stages) for each, stages in rebuild_stages(db.conn).items()} | {way.value: list(wanted)}
        settings.write(db.conn, SETTING, kept)
    return Change(label, (Kind.SETTING, Kind.DAMAGE), None, entry)


def _refuse_unfit(names: Sequence[str]) -> None:
    if not names or not all(names):
        raise BadRequest(tr("没有写阶段的名称。"), tr("请每行写一个阶段，最后一个完成即算完工。"))
    if len(names) > MOST_STAGES or any(len(name) > LONGEST_STAGE for name in names):
        raise BadRequest(
            tr("阶段太多，或名称太长。"), tr("最多 {most} 个阶段，每个名称最多 {longest} 个字。", most=MOST_STAGES, longest=LONGEST_STAGE)
        )
    if double := next((name for name in names if names.count(name) > 1), None):
        raise BadRequest(tr("阶段“{stage}”写了两次。", stage=double), tr("请每个阶段只写一次。"))
