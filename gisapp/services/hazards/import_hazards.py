"""A file of hazard areas into the county: what is new is added, what changed is brought up to date, the rest stays."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from gisapp.domain.change import Change, Kind, ids_or_too_many
from gisapp.domain.ids import new_uid
from gisapp.language import tr
from gisapp.services.hazards.asked import Asked, Progress
from gisapp.services.hazards.hazard_fields import remember
from gisapp.services.hazards.hazard_problems import Problem
from gisapp.services.hazards.read_hazards import HazardFile, read_hazards
from gisapp.services.hazards.reading import Reading
from gisapp.services.hazards.save_hazard import shape_key
from gisapp.storage.county import history
from gisapp.storage.hazards import hazards
from gisapp.storage.hazards.hazards import HazardArea

if TYPE_CHECKING:
    from sqlite_utils import Database

MOST_NAMED = 5
Pairs = list[tuple[HazardArea, HazardArea]]
Key = Callable[[HazardArea], tuple[object, ...]]


@dataclass(frozen=True, slots=True)
class HazardImport:
    """``total`` rows = new + changed + same + rejected; ``change`` is None when nothing was written."""

    total: int
    new: int
    changed: int
    same: int
    rejected: int
    problems: tuple[Problem, ...]
    areas: tuple[HazardArea, ...]
    change: Change | None
    without_level: int = 0


@dataclass(frozen=True, slots=True)
class _Plan:
    """Areas of the file by what is to be done with them."""

    new: tuple[HazardArea, ...]
    changed: tuple[HazardArea, ...]
    same: tuple[HazardArea, ...]


def import_hazards(
    db: Database,
    path: Path,
    *,
    who: str,
    how: Reading | None = None,
    is_dry_run: bool = False,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> HazardImport:
    """Read ``path`` and take it in; a dry run counts and writes nothing. Raises BadFile, BadRequest, Cancelled."""
    found = read_hazards(db.conn, path, how, progress=progress, cancelled=cancelled)
    return take_hazards(db, found, who=who, is_dry_run=is_dry_run, progress=progress, cancelled=cancelled)


def take_hazards(
    db: Database,
    found: HazardFile,
    *,
    who: str,
    is_dry_run: bool = False,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> HazardImport:
    """Write what a file holds in one change, and keep which field meant what for files of its layout. Raises Cancelled."""
    ask = Asked(len(found.areas), progress, cancelled)
    plan = _plan(db.conn, found.areas, ask)
    change = None if is_dry_run or not (plan.new or plan.changed) else _write(db, found, plan, who=who, ask=ask)
    counts = (len(plan.new), len(plan.changed), len(plan.same))
    return HazardImport(found.total, *counts, found.refused, found.problems, found.areas, change, found.without_level)


def _write(db: Database, found: HazardFile, plan: _Plan, *, who: str, ask: Asked) -> Change:
    names = list(dict.fromkeys(area.name for area in (*plan.new, *plan.changed)))
    shown = tr("、").join(names[:MOST_NAMED])
    label = tr("风险区新增 {new} 个，更新 {changed} 个：{names}", new=len(plan.new), changed=len(plan.changed), names=shown)
    with history.recorded(db, label=label, who=who, kinds=(Kind.HAZARD,)) as entry:
        ids = hazards.insert(db.conn, plan.new, [new_uid() for _ in plan.new], each=ask.step)
        hazards.update(db.conn, plan.changed, each=ask.step)
        remember(db.conn, found.layout, found.choice)
    return Change(label, (Kind.HAZARD,), ids_or_too_many([*ids, *(int(area.id or 0) for area in plan.changed)]), entry)


def _plan(connection: sqlite3.Connection, areas: Sequence[HazardArea], ask: Asked) -> _Plan:
    """Match areas with those saved: all alike = same; alike but for one thing = changed, with the saved one's id.

    A shape that is there under the same name and source has changed its facts; a name, kind and level that stands
    for one saved and one new shape alone has changed its shape.
    """
    names = {area.name for area in areas}
    saved = [area for area in hazards.all_areas(connection) if area.name in names]
    if not saved:
        return _Plan(tuple(areas), (), ())
    ask.pause()
    same, waiting, saved = _matched(list(areas), saved, _all_of)
    for alike in (_facts_aside, _shape_aside):
        ask.pause()
        pairs, waiting, saved = _matched(waiting, saved, alike, is_alone=alike is _shape_aside)
        same += pairs
    changed = tuple(replace(new, id=old.id) for new, old in same if _all_of(new) != _all_of(old))
    return _Plan(tuple(waiting), changed, tuple(old for new, old in same if _all_of(new) == _all_of(old)))


def _matched(
    new: list[HazardArea], saved: list[HazardArea], key: Key, *, is_alone: bool = False
) -> tuple[Pairs, list[HazardArea], list[HazardArea]]:
    """Pairs of one key, and what stays alone on both sides; ``is_alone``: only where the key names one on each side."""
    kept: dict[object, list[HazardArea]] = defaultdict(list)
    for area in saved:
        kept[key(area)].append(area)
    count: dict[object, int] = defaultdict(int)
    for area in new:
        count[key(area)] += 1
    pairs: Pairs = []
    left: list[HazardArea] = []
    for area in new:
        name = key(area)
        if kept[name] and not (is_alone and (len(kept[name]) > 1 or count[name] > 1)):
            pairs.append((area, kept[name].pop(0)))
        else:
            left.append(area)
    return pairs, left, [area for areas in kept.values() for area in areas]


def _all_of(area: HazardArea) -> tuple[object, ...]:
    return area.name, area.kind, area.level, area.source, area.valid_from, area.valid_to, shape_key(area)


def _facts_aside(area: HazardArea) -> tuple[object, ...]:
    return area.name, area.source, shape_key(area)


def _shape_aside(area: HazardArea) -> tuple[object, ...]:
    return area.name, area.source, area.kind, area.level
