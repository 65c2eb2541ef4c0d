"""How long needs and alarms may take and how long a sleeping place counts as checked: settings of the county."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, Any

from gisapp.domain.care import CareDays
from gisapp.domain.change import Change, Kind
from gisapp.domain.sleeping import STALE_DAYS
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.storage.county import history, settings

if TYPE_CHECKING:
    from sqlite_utils import Database

ALARM, NEED, OFFICE, STALE = "alarm_days", "need_days", "overdue_office_days", "sleeping_stale_days"
MOST_DAYS = 1_000


def care_days(connection: sqlite3.Connection) -> CareDays:
    """The settings in force; whatever is no number of days counts as the preset."""
    preset = CareDays()
    return CareDays(_days(connection, ALARM, preset.alarm), _days(connection, NEED, preset.need), _days(connection, OFFICE, preset.office))


def stale_days(connection: sqlite3.Connection) -> int:
    """After so many days without a look a sleeping place is stale."""
    return _days(connection, STALE, STALE_DAYS)


def set_days(
    db: Database, *, who: str, alarm: int | None = None, need: int | None = None, office: int | None = None, stale: int | None = None
) -> Change:
    """Change those that are given; raises BadRequest for none, and for what is no sensible number of days."""
    given = {ALARM: alarm, NEED: need, OFFICE: office, STALE: stale}
    wanted = {key: value for key, value in given.items() if value is not None}
    if not wanted:
        raise BadRequest(tr("没有写要改哪个天数。"), tr("请至少写一个天数。"))
    if wrong := [value for value in wanted.values() if not 0 <= value <= MOST_DAYS]:
        raise BadRequest(tr("天数不能是 {days}。", days=wrong[0]), tr("请写 0 到 {most} 之间的整数。", most=MOST_DAYS))
    label = tr("改办理和核对的天数")
    with history.recorded(db, label=label, who=who, kinds=(Kind.SETTING,)) as entry:
        for key, value in wanted.items():
            settings.write(db.conn, key, value)
    return Change(label, (Kind.SETTING, Kind.CARE), None, entry)


def _days(connection: sqlite3.Connection, key: str, preset: int) -> int:
    found: Any = settings.read(connection, key, preset)
    return found if isinstance(found, int) and not isinstance(found, bool) and 0 <= found <= MOST_DAYS else preset
