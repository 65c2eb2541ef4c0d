"""The lists of needs and alarms, of both ends, and of sleeping places that nobody looked at for long."""

from __future__ import annotations

import sqlite3
from datetime import date

from gisapp.domain.entrances import ENTRANCE, FLOOR
from gisapp.language import tr
from gisapp.services.care.care_days import stale_days
from gisapp.services.care.list_care import list_open_care
from gisapp.services.families.report_sleeping import count_doors, count_stale, list_two_ends, report_sleeping
from gisapp.storage.care import care
from gisapp.storage.families import sleeping
from gisapp.ui import reading
from gisapp.ui.panels.table import Listing
from gisapp.ui.tables.care_rows import both_columns, door_columns, open_columns, people_columns
from gisapp.ui.work.records import Place

NARROW = frozenset({"building", ENTRANCE, FLOOR, "house", "household"})
"""Places small enough to list their people one by one."""


def count_open(connection: sqlite3.Connection, _place: Place) -> int:
    return care.count_open(connection, date.today().isoformat())[0]


def count_both_ends(connection: sqlite3.Connection, _place: Place) -> int:
    return sleeping.count_two_ends(connection)


def count_unchecked(connection: sqlite3.Connection, _place: Place) -> int:
    return count_stale(connection)


def list_open(connection: sqlite3.Connection, place: Place) -> Listing:
    """Open needs and alarms of a place, overdue first."""
    kind, ids = place
    rows = list_open_care(connection, household_ids=_families(connection, place))
    title = tr("{place} 需求与预警", place=reading.title_of_place(connection, kind, ids))
    return Listing(title, open_columns(), rows, tr("没有未办结的需求和预警。要记一笔，请在户的卡片上点“记一笔”。"))


def list_both_ends(connection: sqlite3.Connection, place: Place) -> Listing:
    """Two-ends households of a place, those with most people in the origin home first."""
    kind, ids = place
    rows = list_two_ends(connection, household_ids=_families(connection, place))
    title = tr("{place} 两头跑户", place=reading.title_of_place(connection, kind, ids))
    return Listing(title, both_columns(), rows, tr("这里没有两头跑户。"))


def list_unchecked(connection: sqlite3.Connection, place: Place) -> Listing:
    """Entrance by entrance; of a building or a family, person by person."""
    kind, ids = place
    families, days, today = _families(connection, place), stale_days(connection), date.today()
    title = tr("{place} 住处久未核对（超过 {days} 天）", place=reading.title_of_place(connection, kind, ids), days=days)
    empty = tr("这里的住处都核对过了。")
    if kind in NARROW:
        stale = report_sleeping(connection, household_ids=families, day=today).stale
        return Listing(title, people_columns(today), stale, empty)
    doors = count_doors(connection, household_ids=families, day=today)
    return Listing(title, door_columns(), [door for door in doors if door.stale], empty)


def _families(connection: sqlite3.Connection, place: Place) -> list[int] | None:
    kind, ids = place
    return reading.families_of(connection, kind, ids) if kind else None
