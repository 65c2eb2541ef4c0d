"""Search as one types: people, houses, units, contacts, by whatever a clerk knows."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from gisapp.domain.change import Kind
from gisapp.storage.county import hits, search


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found: ``title`` names it, ``detail`` tells it from its namesakes; phones and IDs masked."""

    kind: Kind
    id: int
    title: str
    detail: str
    household: int | None


def search_county(connection: sqlite3.Connection, text: str, *, limit: int = 30) -> list[Hit]:
    """The first hits for ``text``, units first, at most ``limit`` a kind; none for empty text."""
    found = search.find(connection, text, limit=limit)
    by_kind: dict[Kind, list[int]] = {}
    for kind, thing in found:
        by_kind.setdefault(kind, []).append(thing)
    return [Hit(kind, *row) for kind, ids in by_kind.items() for row in _rows(connection, kind, ids)]


def _rows(connection: sqlite3.Connection, kind: Kind, ids: Sequence[int]) -> list[tuple[int, str, str, int | None]]:
    return hits.describe(connection, kind, ids)
