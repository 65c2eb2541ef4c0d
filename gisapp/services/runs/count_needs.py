"""What the people of a stored run need for some days, village by village."""

from __future__ import annotations

import sqlite3
from datetime import date

from gisapp.domain.hazard import CountedAt
from gisapp.domain.needs import INFANT_BELOW_AGE, NeedsReport, needs_of_places
from gisapp.domain.person import CHILD_BELOW_AGE, ELDERLY_FROM_AGE, born_on_or_before
from gisapp.services.runs.keep_needs import read_needs
from gisapp.services.runs.pick_run import pick_run
from gisapp.storage.runs import need_items
from gisapp.storage.runs.stored_runs import StoredRun
from gisapp.storage.safe_sites import allocations

USUAL_DAYS = 3
"""What is shown before somebody asks for another number of days."""


def count_needs(connection: sqlite3.Connection, run_id: int | None = None, *, days: int = USUAL_DAYS) -> NeedsReport:
    """The needs of a run (None = the latest) by the table in force; its families and people are the run's own figures.

    Raises BadRequest for a run that is not there or odd days.
    """
    run = pick_run(connection, run_id)
    places = need_items.places_of_run(connection, run.id, *_asked(run))
    table = read_needs(connection)
    return needs_of_places(table.items, places, days=days, is_preset=table.is_preset)


def count_site_needs(connection: sqlite3.Connection, run_id: int | None = None, *, days: int = USUAL_DAYS) -> NeedsReport | None:
    """The needs at each safe site by the allocation in force of the run; None while there is none.

    Whoever goes to another home of their own, or has no place yet, is not among them. Raises BadRequest as count_needs.
    """
    run = pick_run(connection, run_id)
    allocation = allocations.in_force(connection, run.id)
    if allocation is None:
        return None
    places = need_items.sites_of_allocation(connection, int(allocation.id), run.id, *_asked(run))
    table = read_needs(connection)
    return needs_of_places(table.items, places, days=days, is_preset=table.is_preset)


def _asked(run: StoredRun) -> tuple[CountedAt, need_items.Born]:
    """Where the run counted people, and the birth dates that part them by age."""
    day = date.fromisoformat(run.question["day"])
    infant, child, elderly = (born_on_or_before(age, day) for age in (INFANT_BELOW_AGE, CHILD_BELOW_AGE, ELDERLY_FROM_AGE))
    return CountedAt(run.question["counted_at"]), (infant, child, elderly)
