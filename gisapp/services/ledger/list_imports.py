"""The ledgers that were imported lately, for whoever wonders what came in and whether it can be taken back."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from pathlib import PurePath

from gisapp.readers import geodata
from gisapp.storage.county import history

LEDGER_ENDINGS = (".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".txt", ".tsv", *geodata.SUFFIXES)


@dataclass(frozen=True, slots=True)
class PastImport:
    """One import: ``is_next_undo`` when it is the very change that an undo takes back."""

    entry: int
    at: str
    file: str
    label: str
    is_undone: bool
    is_next_undo: bool


def list_imports(connection: sqlite3.Connection, *, limit: int = 5) -> tuple[PastImport, ...]:
    """The newest imports of ledgers first. The file's name is the reason that the history keeps of each."""
    last = history.last_undoable(connection)
    found = [
        PastImport(
            int(entry.id), entry.at, entry.why or "", entry.label, entry.undone_by is not None, last is not None and last.id == entry.id
        )
        for entry in history.newest(connection)
        if entry.undoes is None and PurePath(entry.why or "").suffix.lower() in LEDGER_ENDINGS
    ]
    return tuple(found[:limit])
