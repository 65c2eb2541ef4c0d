"""What the people of a stored run need for some days, village by village."""

from __future__ import annotations

import sqlite3
from datetime import date

from gisapp.domain.hazard import CountedAt
from gisapp.domain.needs import INFANT_BELOW_AGE, NeedsReport, needs_of_places
from gisapp.domain.person import CHILD_BELOW_AGE, ELDERLY_FROM_AGE, born_on_or_before
from gisapp.services.keep_needs import read_needs
from gisapp.services.pick_run import pick_run
from gisapp.storage import need_items

USUAL_DAYS = 3
"""What is shown before somebody asks for another number of days."""


def count_needs(connection: sqlite3.Connection, run_id: int | None = None, *, days: int = USUAL_DAYS) -> NeedsReport:
    """The needs of a run (None = the latest) by the table in force; its families and people are the run's own figures.

    Raises BadRequest for a run that is not there or odd days.
    """
    run = pick_run(connection, run_id)
    day, counted_at = date.fromisoformat(run.question["day"]), CountedAt(run.question["counted_at"])
    infant, child, elderly = (born_on_or_before(age, day) for age in (INFANT_BELOW_AGE, CHILD_BELOW_AGE, ELDERLY_FROM_AGE))
    places = need_items.places_of_run(connection, run.id, counted_at, (infant, child, elderly))
    table = read_needs(connection)
    return needs_of_places(table.items, places, days=days, is_preset=table.is_preset)
