"""Note where a person sleeps now, with the day since when."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from gisapp.domain.change import Change, Kind
from gisapp.language import tr
from gisapp.storage.county import history
from gisapp.storage.families import residents

if TYPE_CHECKING:
    from sqlite_utils import Database


def move_sleeping_place(
    db: Database, resident_id: int, house_id: int | None, *, who: str, note: str = "", since: date | None = None
) -> Change:
    """Put ``resident_id`` to sleep in ``house_id``, or away (None) with a ``note`` that says where."""
    label = tr("更新现住何处")
    with history.recorded(db, label=label, who=who, kinds=(Kind.RESIDENT,)) as entry:
        residents.set_sleeping_place(db.conn, resident_id, house_id, note=note, since=(since or date.today()).isoformat())
    return Change(label, (Kind.RESIDENT,), (resident_id,), entry)
