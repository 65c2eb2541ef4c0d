"""A run of an earlier hour as the answer it was, for lists that are exported or printed later."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from gisapp.domain.affected import AffectedRun, AffectedTotals, Question, Tally, Vulnerable
from gisapp.domain.hazard import AffectedRule, CountedAt, HazardLevel
from gisapp.domain.ids import RunId
from gisapp.services.runs.list_calls import list_calls, list_without_people
from gisapp.services.runs.pick_run import pick_run
from gisapp.storage.runs import stored_runs

NOTHING = MappingProxyType({"houses": 0, "households": 0, "residents": 0})


def stored_run(connection: sqlite3.Connection, run_id: int | None = None, *, is_revealed: bool = False) -> AffectedRun:
    """The run ``run_id`` (None = the latest) with its totals as stored and its list with today's contacts and phones.

    Raises BadRequest when there is none.
    """
    run = pick_run(connection, run_id)
    stored_runs.take_in_hand(connection, run.id)
    question = question_from(run.question)
    day, depths_m = date.fromisoformat(question.day), stored_runs.depths(connection, run.id)
    calls = list_calls(connection, day, depths_m=depths_m, run_id=run.id, is_revealed=is_revealed)
    empty, vacant = list_without_people(connection, question.counted_at, is_revealed=is_revealed)
    return AffectedRun(RunId(run.id), run.at, question, totals_from(run.totals), tuple(calls), tuple(empty), tuple(vacant))


def question_of(connection: sqlite3.Connection, run_id: int) -> Question:
    """What a stored run was asked; raises BadRequest for a run that is not there."""
    return question_from(pick_run(connection, run_id).question)


def question_from(stored: dict[str, Any]) -> Question:
    """The question of a stored run; one of an earlier program says nothing of what it did not know."""
    return Question(
        names=tuple(str(name) for name in stored["names"]),
        rule=AffectedRule(stored["rule"]),
        counted_at=CountedAt(stored["counted_at"]),
        buffer_m=float(stored["buffer_m"]),
        day=stored["day"],
        thresholds=tuple(float(step) for step in stored.get("thresholds", ())),
        at_time=stored.get("at_time"),
        left_out=tuple(str(name) for name in stored.get("left_out", ())),
        repeats=stored.get("repeats"),
        levels=tuple(tuple(HazardLevel(level) for level in own) for own in stored.get("levels", ())),
        area_rule=AffectedRule(stored["area_rule"]) if stored.get("area_rule") else None,
        steps=tuple((str(name), tuple(float(step) for step in steps)) for name, steps in stored.get("steps", ())),
        estimates=tuple(str(name) for name in stored.get("estimates", ())),
        oddities=tuple((str(name), str(odd)) for name, odd in stored.get("oddities", ())),
        expired=tuple(str(name) for name in stored.get("expired", ())),
    )


def totals_from(stored: dict[str, Any]) -> AffectedTotals:
    """The totals of a stored run."""
    single = {key: int(stored[key]) for key in ("unknown", "empty_origin", "own_safe_home", "without_contact")}
    return AffectedTotals(
        total=_tally(stored["total"]),
        by_level=tuple((HazardLevel(level), _tally(tally)) for level, tally in stored["by_level"]),
        by_hazard=_named(stored["by_hazard"]),
        both=_tally(stored["both"]),
        by_grid=_named(stored["by_grid"]),
        vulnerable=Vulnerable(**stored["vulnerable"]),
        combinations=tuple((tuple(names), _tally(tally)) for names, tally in stored.get("combinations", ())),
        only_by_buffer=_tally(stored.get("only_by_buffer", NOTHING)),
        vacant_homes=int(stored.get("vacant_homes", 0)),
        sleepers_elsewhere=int(stored.get("sleepers_elsewhere", 0)),
        **single,
    )


def _tally(stored: Mapping[str, int]) -> Tally:
    return Tally(stored["houses"], stored["households"], stored["residents"])


def _named(stored: list[list[Any]]) -> tuple[tuple[str, Tally], ...]:
    return tuple((str(name), _tally(tally)) for name, tally in stored)
