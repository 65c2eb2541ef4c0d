"""Correct saved hazard areas: what is said of them, and their shape."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import shapely

from gisapp.domain.change import Change, Kind, ids_or_too_many
from gisapp.domain.hazard import HazardKind, HazardLevel
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.services.hazards.save_hazard import checked, shape_key
from gisapp.services.runs.find_affected import named_areas
from gisapp.storage.county import history
from gisapp.storage.hazards import hazards
from gisapp.storage.hazards.hazards import HazardArea

if TYPE_CHECKING:
    from sqlite_utils import Database

MOST_NAMED = 5


@dataclass(frozen=True, slots=True)
class HazardFacts:
    """What is to be said of areas; None = as it was. Times are ISO days or minutes, "" = no bound."""

    name: str | None = None
    kind: HazardKind | None = None
    level: HazardLevel | None = None
    source: str | None = None
    valid_from: str | None = None
    valid_to: str | None = None

    def of(self, area: HazardArea) -> HazardArea:
        """``area`` with these facts."""
        return replace(
            area,
            name=area.name if self.name is None else self.name.strip(),
            kind=self.kind or area.kind,
            level=self.level or area.level,
            source=area.source if self.source is None else self.source.strip(),
            valid_from=area.valid_from if self.valid_from is None else (self.valid_from or None),
            valid_to=area.valid_to if self.valid_to is None else (self.valid_to or None),
        )


def change_hazards(
    db: Database,
    hazard_ids: Sequence[int],
    facts: HazardFacts,
    *,
    who: str,
    shape: shapely.Geometry | None = None,
    why: str | None = None,
) -> Change | None:
    """Write facts, and the ``shape`` (county CRS) of one area, over saved areas; None when that changes nothing.

    Raises BadRequest for areas that are gone, a shape for several, a shape or times that cannot be.
    """
    before = hazards.by_ids(db.conn, hazard_ids)
    if len(before) != len(set(hazard_ids)) or not before:
        raise BadRequest(tr("要修改的风险区已经不在县文件里。"), tr("请重新选择。"))
    if shape is not None and len(before) > 1:
        raise BadRequest(tr("有 {count} 个风险区，一个边界只能给一个。", count=len(before)), tr("请用编号指明是哪一个。"))
    after = [checked(facts.of(area) if shape is None else replace(facts.of(area), geometry=shape)) for area in before]
    changed = [new for old, new in zip(before, after, strict=True) if not _are_same(old, new)]
    if not changed:
        return None
    names = tr("、").join(list(dict.fromkeys(area.name for area in changed))[:MOST_NAMED])
    label = tr("修改风险区 {count} 个：{names}", count=len(changed), names=names)
    with history.recorded(db, label=label, who=who, kinds=(Kind.HAZARD,), why=why) as entry:
        hazards.update(db.conn, changed)
    return Change(label, (Kind.HAZARD,), ids_or_too_many([int(area.id or 0) for area in changed]), entry)


def hazards_meant(connection: sqlite3.Connection, texts: Sequence[str]) -> list[HazardArea]:
    """Saved areas by their names or numbers, each once; raises BadRequest for one that is not there."""
    found: dict[int, HazardArea] = {}
    for text in texts:
        number = text.strip().removeprefix("#")
        areas = hazards.all_areas(connection, name=text)
        if not areas and number.isdecimal() and number.isascii():
            areas = hazards.by_ids(connection, [int(number)])
        for area in areas or named_areas(connection, [text]):
            found.setdefault(int(area.id or 0), area)
    return list(found.values())


def _are_same(old: HazardArea, new: HazardArea) -> bool:
    return replace(old, geometry=new.geometry) == new and shape_key(old) == shape_key(new)
