"""What another desk has to know of the run that was called: its question, areas and figures, without a shape or a house."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime
from typing import Any

import shapely

from gisapp.domain.carried_run import QUESTION_KEYS, CarriedArea, CarriedRun
from gisapp.domain.roll_call import utc_text
from gisapp.services.runs.pick_run import pick_run
from gisapp.storage.roll_call import roll_calls
from gisapp.storage.runs import stored_runs


def carry_run(connection: sqlite3.Connection, run_id: int) -> CarriedRun:
    """The run in a form that can be held against another one; raises BadRequest for a run that is not there."""
    run = pick_run(connection, run_id)
    total = run.totals.get("total", {})
    houses, families, people = (int(total.get(key, 0)) for key in ("houses", "households", "residents"))
    uid = roll_calls.run_uid(connection, run.id) or ""
    asked = {key: _text(run.question, key) for key in QUESTION_KEYS}
    at = utc_text(datetime.fromisoformat(run.at))
    return CarriedRun(uid, at, asked, houses, families, people, _areas(connection, run.id))


def _text(question: Mapping[str, Any], key: str) -> str:
    value = question.get(key)
    if key == "thresholds":
        return ",".join(f"{float(step):g}" for step in value or ())
    return f"{float(value or 0):g}" if key == "buffer_m" else str(value or "")


def _areas(connection: sqlite3.Connection, run_id: int) -> tuple[CarriedArea, ...]:
    found: dict[tuple[str, str], list[float]] = defaultdict(list)
    for area in stored_runs.areas(connection, run_id):
        found[area.name, area.level.value].append(float(shapely.area(area.geometry)))
    return tuple(CarriedArea(name, level, len(sizes), round(sum(sizes))) for (name, level), sizes in sorted(found.items()))
