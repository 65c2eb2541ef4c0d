"""The county's checklist, and the list of each run with its ticks."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence

from gisapp.domain.checklist import ChecklistItem, RunArea, RunCheck
from gisapp.domain.hazard import HazardKind, HazardLevel
from gisapp.domain.ids import new_uid
from gisapp.domain.lines import Duty
from gisapp.storage.runs.own_rows import make_read


def read(connection: sqlite3.Connection) -> tuple[ChecklistItem, ...]:
    """The rows in their order; none while the program's example holds."""
    rows = connection.execute("SELECT code, kind, level, duty, text FROM checklist_item ORDER BY place, id")
    return tuple(_item(*row) for row in rows)


def write(connection: sqlite3.Connection, items: Sequence[ChecklistItem]) -> None:
    """Make the table read ``items``, in this order."""
    make_read(connection, "checklist_item", items, before=read(connection), put=lambda place, item: _put(connection, place, item))


def _put(connection: sqlite3.Connection, place: int, item: ChecklistItem) -> None:
    connection.execute(
        "INSERT INTO checklist_item (uid, code, place, kind, level, duty, text) VALUES (?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (code) DO UPDATE SET place = excluded.place, kind = excluded.kind, level = excluded.level,"
        " duty = excluded.duty, text = excluded.text",
        (new_uid(), item.code, place, item.kind, item.level, item.duty, item.text),
    )


def areas_of_run(connection: sqlite3.Connection, run_id: int) -> tuple[RunArea, ...]:
    """The kinds and levels a run asked about, each pair once."""
    rows = connection.execute("SELECT DISTINCT kind, level FROM hazard_run_area WHERE run_id = ?", (run_id,))
    return tuple((HazardKind(kind), HazardLevel(level)) for kind, level in rows)


def kept_checks(connection: sqlite3.Connection, run_id: int) -> tuple[tuple[RunCheck, bool], ...]:
    """(line, whether it came from the example) of a run's own list in order; none before somebody began with it."""
    rows = connection.execute(
        "SELECT place, kind, level, duty, text, done_at, done_by, note, is_example FROM hazard_run_check WHERE run_id = ? ORDER BY place",
        (run_id,),
    )
    return tuple((RunCheck(r[0], _item(f"{r[0]}", *r[1:5]), r[5], r[6], r[7]), bool(r[8])) for r in rows)


def keep_checks(connection: sqlite3.Connection, run_id: int, checks: Iterable[RunCheck], *, is_example: bool) -> None:
    """Add lines to a run's own list."""
    connection.executemany(
        "INSERT INTO hazard_run_check (uid, run_id, place, kind, level, duty, text, is_example) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [(new_uid(), run_id, one.number, one.item.kind, one.item.level, one.item.duty, one.item.text, int(is_example)) for one in checks],
    )


def tick(connection: sqlite3.Connection, run_id: int, numbers: Sequence[int], *, at: str | None, by: str | None, note: str) -> None:
    """Write who did these lines and when; both None takes the tick away."""
    connection.executemany(
        "UPDATE hazard_run_check SET done_at = ?, done_by = ?, note = ? WHERE run_id = ? AND place = ?",
        [(at, by, note, run_id, number) for number in numbers],
    )


def _item(code: str, kind: str | None, level: str | None, duty: str, text: str) -> ChecklistItem:
    return ChecklistItem(code, HazardKind(kind) if kind else None, HazardLevel(level) if level else None, Duty(duty), text)
