"""The lists of damaged houses: all, those whose work is not finished, those nobody has verified."""

from __future__ import annotations

import sqlite3
from datetime import date

from gisapp.domain.damage import Damage, DamageState
from gisapp.language import tr
from gisapp.services.damage.list_damage import count_damage, list_damage
from gisapp.storage.damage import damage
from gisapp.ui.panels.table import Listing
from gisapp.ui.tables.damage_rows import damage_columns
from gisapp.ui.work.records import Place


def count_all(connection: sqlite3.Connection, _place: Place) -> int:
    return damage.count_all(connection)


def count_open(connection: sqlite3.Connection, _place: Place) -> int:
    return damage.count_open(connection)


def count_unverified(connection: sqlite3.Connection, _place: Place) -> int:
    return damage.count_unverified(connection)


def list_all(connection: sqlite3.Connection, _place: Place) -> Listing:
    """Every damaged house, whatever run is in hand."""
    rows = list_damage(connection)
    return Listing(tr("受损房屋"), damage_columns(date.today()), rows, _empty())


def list_open(connection: sqlite3.Connection, _place: Place) -> Listing:
    """Those whose work is not finished, the longest overdue first."""
    today = date.today()
    rows = sorted(count_damage(connection, day=today).whole.open_ones, key=lambda one: _urgency(one, today))
    return Listing(tr("受损未完工"), damage_columns(today), rows, tr("没有未完工的受损房屋。"))


def list_unverified(connection: sqlite3.Connection, _place: Place) -> Listing:
    """Those that are only reported, or disputed; the earliest reported first."""
    rows = sorted((one for one in list_damage(connection) if one.state is not DamageState.VERIFIED), key=lambda one: one.reported_on)
    return Listing(tr("受损待核实"), damage_columns(date.today()), rows, tr("没有待核实的受损房屋。"))


def _urgency(one: Damage, today: date) -> tuple[int, str]:
    return (-one.days_overdue(today), one.planned_on or "9999")


def _empty() -> str:
    return tr("还没有登记受损房屋。在户或房屋的卡片上，或在研判名单里选中房屋后，点“登记受损”；已有台账的可以导入。")
