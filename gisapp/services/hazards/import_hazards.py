"""A file of hazard areas into the county: what is new is added, what changed is brought up to date, the rest stays."""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from gisapp.domain.change import Change, Kind, ids_or_too_many
from gisapp.domain.ids import new_uid
from gisapp.domain.steps import Progress, Steps
from gisapp.language import tr
from gisapp.services.hazards.hazard_fields import remember
from gisapp.services.hazards.hazard_problems import Problem
from gisapp.services.hazards.read_hazards import HazardFile, read_hazards
from gisapp.services.hazards.reading import Reading
from gisapp.services.hazards.save_hazard import shape_keys
from gisapp.storage.county import history
from gisapp.storage.hazards import hazards
from gisapp.storage.hazards.hazards import HazardArea

if TYPE_CHECKING:
    from sqlite_utils import Database

MOST_NAMED = 5
AT_ONCE = 500


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
    ask = Steps(len(found.areas), progress, cancelled)
    plan = _plan(db.conn, found.areas, ask)
    change = None if is_dry_run or not (plan.new or plan.changed) else _write(db, found, plan, who=who, ask=ask)
    counts = (len(plan.new), len(plan.changed), len(plan.same))
    return HazardImport(found.total, *counts, found.refused, found.problems, found.areas, change, found.without_level)


def _write(db: Database, found: HazardFile, plan: _Plan, *, who: str, ask: Steps) -> Change:
    names = list(dict.fromkeys(area.name for area in (*plan.new, *plan.changed)))
    shown = tr("、").join(names[:MOST_NAMED])
    label = tr("风险区新增 {new} 个，更新 {changed} 个：{names}", new=len(plan.new), changed=len(plan.changed), names=shown)
    with history.recorded(db, label=label, who=who, kinds=(Kind.HAZARD,)) as entry:
        ids = hazards.insert(db.conn, plan.new, [new_uid() for _ in plan.new], each=ask.step)
        hazards.update(db.conn, plan.changed, each=ask.step)
        remember(db.conn, found.layout, found.choice)
    return Change(label, (Kind.HAZARD,), ids_or_too_many([*ids, *(int(area.id or 0) for area in plan.changed)]), entry)


def _plan(connection: sqlite3.Connection, areas: Sequence[HazardArea], ask: Steps) -> _Plan:
    """Match areas with those saved: all alike = same; alike but for one thing = changed, with the saved one's id.

    A shape that is there under the same name and source has changed its facts; a name, kind and level that stands
    for one saved and one new shape alone has changed its shape.
    """
    names = {area.name for area in areas}
    known = [area for area in hazards.all_areas(connection) if area.name in names]
    if not known:
        return _Plan(tuple(areas), (), ())
    same, waiting, saved = _matched(_keyed(areas, ask), _keyed(known, ask), _Keyed.all)
    changed: Pairs = []
    for alike in (_Keyed.facts_aside, _Keyed.shape_aside):
        ask.pause()
        pairs, waiting, saved = _matched(waiting, saved, alike, is_alone=alike is _Keyed.shape_aside)
        changed += pairs
    return _Plan(
        tuple(new.area for new in waiting),
        tuple(replace(new.area, id=old.area.id) for new, old in changed),
        tuple(old.area for _, old in same),
    )


class _Keyed(NamedTuple):
    """An area with the key of its shape."""

    area: HazardArea
    shape: bytes

    def all(self) -> tuple[object, ...]:
        a = self.area
        return a.name, a.kind, a.level, a.source, a.valid_from, a.valid_to, self.shape

    def facts_aside(self) -> tuple[object, ...]:
        return self.area.name, self.area.source, self.shape

    def shape_aside(self) -> tuple[object, ...]:
        return self.area.name, self.area.source, self.area.kind, self.area.level


Pairs = list[tuple[_Keyed, _Keyed]]
Key = Callable[[_Keyed], tuple[object, ...]]


def _keyed(areas: Sequence[HazardArea], ask: Steps) -> list[_Keyed]:
    found: list[_Keyed] = []
    for at in range(0, len(areas), AT_ONCE):
        ask.pause()
        some = areas[at : at + AT_ONCE]
        found += map(_Keyed, some, shape_keys(np.array([*(area.geometry for area in some), None], dtype=object)[:-1]))
    return found


def _matched(new: list[_Keyed], saved: list[_Keyed], key: Key, *, is_alone: bool = False) -> tuple[Pairs, list[_Keyed], list[_Keyed]]:
    """Pairs of one key, and what stays alone on both sides; ``is_alone``: only where the key names one on each side."""
    kept: dict[object, list[_Keyed]] = defaultdict(list)
    for one in saved:
        kept[key(one)].append(one)
    count = Counter(map(key, new))
    pairs: Pairs = []
    left: list[_Keyed] = []
    for one in new:
        name = key(one)
        if kept[name] and not (is_alone and (len(kept[name]) > 1 or count[name] > 1)):
            pairs.append((one, kept[name].pop(0)))
        else:
            left.append(one)
    return pairs, left, [one for some in kept.values() for one in some]
