"""From where on a photo of a damaged house is noticed: settings of the county."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, Any

from gisapp.domain.change import Change, Kind
from gisapp.domain.damage_photo import PhotoLimits
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.storage.county import history, settings

if TYPE_CHECKING:
    from sqlite_utils import Database

SETTING = "damage_photo_limits"
MOST_METRES, MOST_DAYS = 100_000, 3_650


def photo_limits(connection: sqlite3.Connection) -> PhotoLimits:
    """The limits in force; whatever is no number counts as the preset."""
    kept: Any = settings.read(connection, SETTING, {})
    preset = PhotoLimits()
    return PhotoLimits(_number(kept, "distance_m", preset.distance_m), _number(kept, "days_after", preset.days_after))


def set_photo_limits(db: Database, limits: PhotoLimits, *, who: str) -> Change:
    """Change both; raises BadRequest for what is no sensible number."""
    if not (0 <= limits.distance_m <= MOST_METRES and 0 <= limits.days_after <= MOST_DAYS):
        raise BadRequest(
            tr("照片核对的距离或天数不合适。"),
            tr("距离请写 0 到 {metres:,} 米，天数 0 到 {days:,} 天。", metres=MOST_METRES, days=MOST_DAYS),
        )
    label = tr("照片核对：离房屋 {metres:,} 米以内，灾后 {days:,} 天以内", metres=limits.distance_m, days=limits.days_after)
    with history.recorded(db, label=label, who=who, kinds=(Kind.SETTING,)) as entry:
        settings.write(db.conn, SETTING, {"distance_m": limits.distance_m, "days_after": limits.days_after})
    return Change(label, (Kind.SETTING, Kind.DAMAGE), None, entry)


def _number(kept: Any, key: str, preset: int) -> int:
    found = kept.get(key) if isinstance(kept, dict) else None
    return found if isinstance(found, int) and not isinstance(found, bool) and found >= 0 else preset
