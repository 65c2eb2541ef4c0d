"""Take back the last change, whoever made it and however long ago."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from gisapp.domain.change import Change, Kind, ids_or_too_many
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.storage import hazards, history, photos, search

if TYPE_CHECKING:
    from sqlite_utils import Database

_SEARCHED = (Kind.RESIDENT, Kind.HOUSE, Kind.DIVISION, Kind.CONTACT, Kind.SETTLEMENT, Kind.GRID, Kind.HOUSEHOLD, Kind.SAFE_SITE)


def undo(db: Database, *, who: str) -> Change:
    """Undo the newest change that still stands; raises BadRequest when there is none."""
    entry = history.last_undoable(db.conn)
    if entry is None:
        raise BadRequest(tr("没有可以撤销的操作。"), tr("历史中的每一步都已撤销。"))
    label = tr("撤销：{label}", label=entry.label)
    undoing, touched = history.take_back(db, entry, label=label, who=who, follow=_refresh_derived)
    return Change(label, entry.kinds, _ids(db.conn, entry, touched), undoing)


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
