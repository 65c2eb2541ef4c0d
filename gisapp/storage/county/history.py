"""The one record of who did what, written by the database itself, and the way back.

While ``recorded`` runs, temporary triggers on every table of facts note each touched row before
and after, whatever statement touched it. ``take_back`` puts "before" back in reverse order.
Derived tables (house_hazard, search_index, the rows of a hazard run) are not noted: they follow. Of the families of an allocation
only what is changed afterwards is noted: they come and go with it.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from gisapp.domain.change import Kind
from gisapp.domain.ids import EntryId, new_uid
from gisapp.errors import BadFile
from gisapp.language import tr
from gisapp.storage.county.county_file import transaction

if TYPE_CHECKING:
    from sqlite_utils import Database

TABLES = (
    "setting", "division", "division_name", "settlement_site", "building", "grid", "house", "former_house",
    "household", "home", "resident", "contact", "grid_post", "slot", "lead_rule", "hazard_area", "hazard_area_ground", "safe_site",
    "waterway", "road", "hazard_run", "house_footprint",
    "slot_proposal", "care_entry", "family_event", "roll_call", "roll_call_run", "roll_call_entry",
    "need_item", "checklist_item", "hazard_run_check",
    "damage_event", "damage", "damage_state", "damage_stage", "damage_stay", "damage_photo",
    "safe_site_keeper", "site_allocation", "terrain",
    "attribute", "household_attribute", "indicator", "indicator_value",
)  # fmt: skip
CHANGED_ONLY = ("site_allocation_household",)
_EXTENTS = "gpkg_contents"
"""No facts, yet what an import widens an undo narrows again."""


LARGE_ROWS = 300
"""From here on an undo checks foreign keys once, at its end (0.5 s); before, each deleted row costs a look of 5 ms."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the history."""

    id: EntryId
    at: str
    who: str
    label: str
    why: str | None
    kinds: tuple[Kind, ...]
    undoes: EntryId | None
    undone_by: EntryId | None


@contextmanager
def recorded(db: Database, *, label: str, who: str, kinds: Sequence[Kind], why: str | None = None) -> Iterator[EntryId]:
    """One transaction whose every touched row is noted under one new history entry, which is yielded."""
    _prepare(db.conn)
    with transaction(db):
        entry = _new_entry(db.conn, label=label, who=who, kinds=kinds, why=why)
        db.conn.execute("UPDATE temp.recording SET history_id = ?", (entry,))
        try:
            yield entry
        finally:
            if db.conn.in_transaction:
                db.conn.execute("UPDATE temp.recording SET history_id = NULL")


def last_undoable(connection: sqlite3.Connection) -> Entry | None:
    """The newest entry that changed something and was neither taken back nor takes another back."""
    rows = _entries(
        connection,
        "WHERE undoes_id IS NULL AND undone_by_id IS NULL AND EXISTS (SELECT 1 FROM history_row n WHERE n.history_id = history.id)"
        " ORDER BY id DESC LIMIT 1",
    )
    return rows[0] if rows else None


def newest(connection: sqlite3.Connection, *, limit: int = 200) -> list[Entry]:
    """The newest entries first."""
    return _entries(connection, f"ORDER BY id DESC LIMIT {int(limit)}")


def newest_id(connection: sqlite3.Connection, kinds: Sequence[Kind] = ()) -> int:
    """The newest entry, of these kinds when any are named; 0 when there is none."""
    wanted = json.dumps([kind.value for kind in kinds])
    row = connection.execute(
        "SELECT max(id) FROM history WHERE :kinds = '[]' OR EXISTS"
        " (SELECT 1 FROM json_each(history.kinds) k JOIN json_each(:kinds) w ON w.value = k.value)",
        {"kinds": wanted},
    ).fetchone()
    return int(row[0] or 0)


def take_back(
    db: Database, entry: Entry, *, label: str, who: str, follow: Callable[[Database, dict[str, list[int]]], None]
) -> tuple[EntryId, dict[str, list[int]]]:
    """Undo ``entry``: every noted row gets its former content; the undoing is itself recorded.

    ``follow`` gets the ids touched per table within the same transaction and brings derived tables
    up to date. Returns the new entry and those ids. All or nothing.
    """
    touched: dict[str, list[int]] = {}
    is_large = _rows_of(db.conn, entry.id) > LARGE_ROWS
    with _keys_checked_once(db.conn, is_large=is_large), recorded(db, label=label, who=who, kinds=entry.kinds) as undoing:
        db.conn.execute("PRAGMA defer_foreign_keys = ON")
        for table, key_text, before, after in _notes(db.conn, entry.id):
            key = json.loads(key_text)
            _put_back(db.conn, table, key, before=before, after=after)
            if "id" in key:
                touched.setdefault(table, []).append(int(key["id"]))
        if is_large:
            _remove_dependents(db.conn)
            _refuse_broken_keys(db.conn)
        db.conn.execute("UPDATE history SET undoes_id = ? WHERE id = ?", (entry.id, undoing))
        db.conn.execute("UPDATE history SET undone_by_id = ? WHERE id = ?", (undoing, entry.id))
        follow(db, touched)
    return undoing, touched


def _rows_of(connection: sqlite3.Connection, entry: int) -> int:
    return int(connection.execute("SELECT coalesce(max(seq), 0) FROM history_row WHERE history_id = ?", (entry,)).fetchone()[0])


def _notes(connection: sqlite3.Connection, entry: int) -> Iterator[tuple[str, str, str | None, str | None]]:
    """(table, key, before, after) of an entry, the last touched first, in pieces: an import of a county notes 600,000 rows."""
    below = _rows_of(connection, entry) + 1
    while True:
        piece = connection.execute(
            "SELECT seq, table_name, row_key, before, CASE WHEN before IS NULL THEN '' ELSE after END FROM history_row"
            " WHERE history_id = ? AND seq < ? ORDER BY seq DESC LIMIT 5000",
            (entry, below),
        ).fetchall()
        if not piece:
            return
        below = piece[-1][0]
        yield from (row[1:] for row in piece)


@contextmanager
def _keys_checked_once(connection: sqlite3.Connection, *, is_large: bool) -> Iterator[None]:
    """For a large undo: foreign keys are checked once at its end, not with a look through whole tables for each deleted row."""
    if not is_large:
        yield
        return
    connection.execute("PRAGMA foreign_keys = OFF")
    try:
        yield
    finally:
        connection.execute("PRAGMA foreign_keys = ON")


def _remove_dependents(connection: sqlite3.Connection) -> None:
    """What ON DELETE CASCADE would have removed with its row."""
    for (table,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE '%ON DELETE CASCADE%'").fetchall():
        for key in connection.execute(f'PRAGMA foreign_key_list("{table}")').fetchall():
            if key[6] == "CASCADE":
                connection.execute(
                    f'DELETE FROM "{table}" WHERE "{key[3]}" IS NOT NULL AND "{key[3]}" NOT IN (SELECT "{key[4]}" FROM "{key[2]}")'
                )


def _refuse_broken_keys(connection: sqlite3.Connection) -> None:
    broken = connection.execute("PRAGMA foreign_key_check").fetchone()
    if broken:
        raise sqlite3.IntegrityError(f"{broken[0]} row {broken[1]} would point to no row of {broken[2]}")


def families_touched(connection: sqlite3.Connection, entry: int) -> list[int]:
    """Families of which ``entry`` touched a row of their own: themselves, their people, homes, slots, proposals, entries."""
    rows = connection.execute(
        "SELECT DISTINCT family FROM ("
        " SELECT json_extract(row_key, '$.id') AS family FROM history_row WHERE history_id = :entry AND table_name = 'household'"
        " UNION ALL SELECT json_extract(before, '$.household_id') FROM history_row WHERE history_id = :entry"
        " UNION ALL SELECT json_extract(after, '$.household_id') FROM history_row WHERE history_id = :entry)"
        " WHERE family IS NOT NULL ORDER BY 1",
        {"entry": entry},
    )
    return [int(row[0]) for row in rows]


def keys_touched(connection: sqlite3.Connection, entry: int, table: str) -> list[int]:
    """Ids of the rows of ``table`` that ``entry`` touched."""
    rows = connection.execute(
        "SELECT DISTINCT json_extract(row_key, '$.id') FROM history_row WHERE history_id = ? AND table_name = ?", (entry, table)
    )
    return [int(row[0]) for row in rows]


def _put_back(connection: sqlite3.Connection, table: str, key: dict[str, Any], *, before: str | None, after: str | None) -> None:
    if table not in (*TABLES, *CHANGED_ONLY, _EXTENTS) or not all(
        re.fullmatch(r"\w+", column) for column in (*key, *json.loads(before or "{}"))
    ):
        raise BadFile(tr("县文件的历史记录已损坏。"), tr("请改用备份：欢迎页的“从备份恢复”。"))
    where = " AND ".join(f'"{column}" IS ?' for column in key)
    if before is None:
        connection.execute(f'DELETE FROM "{table}" WHERE {where}', tuple(key.values()))
        return
    row = {column: _value(value) for column, value in json.loads(before).items()}
    if after is None:
        names, places = ", ".join(f'"{column}"' for column in row), ", ".join("?" * len(row))
        connection.execute(f'INSERT INTO "{table}" ({names}) VALUES ({places})', tuple(row.values()))
        return
    changed = {column: value for column, value in row.items() if value != _value(json.loads(after).get(column))}
    if changed:
        sets = ", ".join(f'"{column}" = ?' for column in changed)
        connection.execute(f'UPDATE "{table}" SET {sets} WHERE {where}', (*changed.values(), *key.values()))


def _value(value: Any) -> Any:
    return bytes.fromhex(value["hex"]) if isinstance(value, dict) else value


def _new_entry(connection: sqlite3.Connection, *, label: str, who: str, kinds: Sequence[Kind], why: str | None) -> EntryId:
    at = datetime.now().astimezone().isoformat(timespec="seconds")
    cursor = connection.execute(
        "INSERT INTO history (uid, at, who, label, why, kinds) VALUES (?, ?, ?, ?, ?, ?)",
        (new_uid(), at, who, label, why, json.dumps([kind.value for kind in kinds])),
    )
    return EntryId(int(cursor.lastrowid or 0))


def _entries(connection: sqlite3.Connection, tail: str) -> list[Entry]:
    rows = connection.execute(f"SELECT id, at, who, label, why, kinds, undoes_id, undone_by_id FROM history {tail}")
    return [Entry(EntryId(r[0]), r[1], r[2], r[3], r[4], tuple(Kind(kind) for kind in json.loads(r[5])), r[6], r[7]) for r in rows]


_INSERT, _UPDATE, _DELETE = ("INSERT", False, True), (("UPDATE", True, True),), ("DELETE", True, False)


def _prepare(connection: sqlite3.Connection) -> None:
    """Create the temporary table and triggers once per connection."""
    if connection.execute("SELECT 1 FROM temp.sqlite_master WHERE name = 'recording'").fetchone():
        return
    connection.execute("CREATE TEMP TABLE recording (history_id INTEGER)")
    connection.execute("INSERT INTO temp.recording VALUES (NULL)")
    for table in (*TABLES, *CHANGED_ONLY, _EXTENTS):
        columns = [(row[1], row[2], row[5]) for row in connection.execute(f'PRAGMA table_info("{table}")')]
        names = [name for name, _, _ in columns]
        key = [name for name, _, place in columns if place]
        blobs = frozenset(name for name, kind, _ in columns if name == "geom" or kind == "BLOB")
        for event, is_before, is_after in _UPDATE if table in CHANGED_ONLY else (_INSERT, *_UPDATE, _DELETE):
            old = _row_json("OLD", names, blobs) if is_before else "NULL"
            new = _row_json("NEW", names, blobs) if is_after else "NULL"
            keys = _row_json("OLD" if event == "DELETE" else "NEW", key, blobs)
            connection.execute(
                f'CREATE TEMP TRIGGER "record_{table}_{event.lower()}" AFTER {event} ON main."{table}" '
                "WHEN (SELECT history_id FROM recording) IS NOT NULL BEGIN "
                "INSERT INTO history_row SELECT history_id, "
                "(SELECT coalesce(max(seq), 0) + 1 FROM history_row n WHERE n.history_id = recording.history_id), "
                f"'{table}', {keys}, {old}, {new} FROM recording; END"
            )


def _row_json(side: str, columns: Sequence[str], blobs: frozenset[str]) -> str:
    parts = (
        f"'{c}', "
        + (f'CASE WHEN {side}."{c}" IS NULL THEN NULL ELSE json_object(\'hex\', hex({side}."{c}")) END' if c in blobs else f'{side}."{c}"')
        for c in columns
    )
    return f"json_object({', '.join(parts)})"
