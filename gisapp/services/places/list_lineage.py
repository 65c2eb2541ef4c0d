"""The lineage of the county's units: what merged into what, and who was called what until when."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from gisapp.services.places.only_one import the_one
from gisapp.storage.families import households
from gisapp.storage.places import lineage
from gisapp.storage.places.lineage import Division, FormerName


@dataclass(frozen=True, slots=True)
class LineageLine:
    """A unit with a past: the one it is part of now (None while it stands), its former names, families from it."""

    division: Division
    successor: Division | None
    names: tuple[FormerName, ...]
    families: int


def list_lineage(connection: sqlite3.Connection) -> list[LineageLine]:
    """Every unit that was merged, took another in, or was renamed, by code."""
    names = lineage.former_names(connection)
    return [
        LineageLine(
            unit,
            lineage.by_id(connection, unit.successor_id) if unit.successor_id is not None else None,
            tuple(name for name in names if name.division_id == unit.id),
            len(households.from_origin(connection, unit.id)),
        )
        for unit in lineage.with_a_past(connection)
    ]


def find_division(connection: sqlite3.Connection, text: str) -> Division:
    """The one division with this code or name, a merged one too; raises BadRequest for none or several."""
    found = lineage.by_text(connection, text.strip())
    standing = [one for one in found if one.successor_id is None] or found
    return the_one(text, [(one, f"{one.name}({one.code})") for one in standing])
