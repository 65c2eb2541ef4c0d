"""The flood question as people ask it: by names of saved hazards, by files, or both together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from gisapp.domain.affected import AffectedRun
from gisapp.domain.change import Change
from gisapp.domain.hazard import AffectedRule, CountedAt
from gisapp.readers.areas import SUFFIXES
from gisapp.services.find_affected import find_affected, named_areas
from gisapp.services.hazard_fields import FieldChoice
from gisapp.services.read_hazards import Problem, Reading, read_hazards
from gisapp.storage.hazards import HazardArea, all_areas

if TYPE_CHECKING:
    from sqlite_utils import Database


@dataclass(frozen=True, slots=True)
class Answer:
    """The stored run, its Change, and the rows of files that were repaired or refused."""

    run: AffectedRun
    change: Change
    problems: tuple[Problem, ...]


def ask_affected(
    db: Database,
    hazards: Sequence[str],
    *,
    who: str,
    level_field: str | None = None,
    rule: AffectedRule = AffectedRule.POINT,
    counted_at: CountedAt = CountedAt.HOMES,
    buffer_m: float = 0.0,
    epsg: int | None = None,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Answer:
    """Answer for every hazard named or read from a file; a name of the county goes before a file of that name."""
    areas: list[HazardArea] = []
    problems: list[Problem] = []
    for text in dict.fromkeys(hazards):
        if Path(text).suffix.lower() in SUFFIXES and not all_areas(db.conn, name=text):
            found = read_hazards(db.conn, Path(text), Reading(fields=FieldChoice(level=level_field), epsg=epsg))
            areas += found.areas
            problems += found.problems
        else:
            areas += named_areas(db.conn, [text])
    run, change = find_affected(
        db, areas, who=who, rule=rule, counted_at=counted_at, buffer_m=buffer_m, progress=progress, cancelled=cancelled
    )
    return Answer(run, change, tuple(problems))
