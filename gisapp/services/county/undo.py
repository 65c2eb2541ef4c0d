"""Take back the last change, whoever made it and however long ago."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from gisapp.domain.change import Change, Kind, ids_or_too_many
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.storage.county import history, search
from gisapp.storage.damage import photos
from gisapp.storage.hazards import hazards
from gisapp.storage.roll_call import roll_calls

if TYPE_CHECKING:
    from sqlite_utils import Database

_SEARCHED = (Kind.RESIDENT, Kind.HOUSE, Kind.DIVISION, Kind.CONTACT, Kind.SETTLEMENT, Kind.GRID, Kind.HOUSEHOLD, Kind.SAFE_SITE)


def undo(db: Database, *, who: str) -> Change:
    """Undo the newest change that still stands; raises BadRequest when there is none."""
    entry = history.last_undoable(db.conn)
    if entry is None:
        raise BadRequest(tr("没有可以撤销的操作。"), tr("历史中的每一步都已撤销。"))
    label = _label(db.conn, entry)
    undoing, touched = history.take_back(db, entry, label=label, who=who, follow=_refresh_derived)
    return Change(label, entry.kinds, _ids(db.conn, entry, touched), undoing)


def _label(connection: sqlite3.Connection, entry: history.Entry) -> str:
    """What the undoing is called; of a run it says what is known of its families and stays.

    Raises BadRequest for a run in whose roll call entries were written: they must not go with it.
    """
    runs = history.keys_touched(connection, entry.id, "hazard_run") if Kind.RUN in entry.kinds else []
    if runs and roll_calls.are_called(connection, runs):
        raise BadRequest(
            tr("这次研判已有点名记录，不能撤销：{label}", label=entry.label), tr("点名记录不会跟着研判一起丢掉；请保留这次研判。")
        )
    known = roll_calls.count_known(connection, runs) if runs else 0
    if known:
        return tr("撤销：{label}；名单上 {count} 户的点名结果仍然保留", label=entry.label, count=f"{known:,}")
    return tr("撤销：{label}", label=entry.label)


def _ids(connection: sqlite3.Connection, entry: history.Entry, touched: dict[str, list[int]]) -> tuple[int, ...] | None:
    """Ids of the entry's first kind: families also by the rows that speak of them; None for none or too many."""
    if not entry.kinds:
        return None
    is_family = entry.kinds[0] in (Kind.HOUSEHOLD, Kind.ROLL_CALL)
    ids = history.families_touched(connection, entry.id) if is_family else touched.get(entry.kinds[0].value)
    return ids_or_too_many(list(dict.fromkeys(ids))) if ids else None


def next_undo_label(connection: sqlite3.Connection) -> str | None:
    """What an undo would take back, for the button; None when there is nothing."""
    entry = history.last_undoable(connection)
    return entry.label if entry else None


def _refresh_derived(db: Database, touched: dict[str, list[int]]) -> None:
    if "hazard_area" in touched:
        hazards.refresh_houses(db.conn, touched["hazard_area"])
    if "house" in touched:
        hazards.refresh_houses(db.conn, [area.id for area in hazards.all_areas(db.conn) if area.id])
    if "damage_photo" in touched:
        photos.drop_unnamed(db.conn)
    for kind in _SEARCHED:
        if kind.value in touched:
            search.refresh(db.conn, kind, touched[kind.value])
