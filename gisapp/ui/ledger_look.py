"""A file that is about to be imported, looked at: its sheets or layers, and what it seems to be."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from gisapp.domain.ledger import LedgerKind
from gisapp.ui.tasks import Control

if TYPE_CHECKING:
    import sqlite3

    from gisapp.services.ledger.look_at_ledger import LedgerLook
    from gisapp.services.ledger.look_at_map import MapLook


@dataclass(frozen=True, slots=True)
class Looked:
    """A file that was looked at, and the sheet and kind it seems to be."""

    look: LedgerLook
    map: MapLook | None
    guess: tuple[str, LedgerKind] | None
    photos_beside: int = 0
    """Of one photo: how many lie in its folder."""


def looked_at(connection: sqlite3.Connection, path: Path, encoding: str | None, control: Control) -> Looked:
    """What is in a file, a spreadsheet or a map, off the window's thread."""
    from gisapp.services.ledger import look_at_ledger, look_at_map
    from gisapp.services.ledger.map_table import is_map

    if not is_map(path):
        look = look_at_ledger.look_at_ledger(path, encoding=encoding, cancelled=control.cancelled)
        found = look_at_ledger.seems_to_be(connection, look)
        return Looked(look, None, (found[0].name, found[1]) if found else None)
    from gisapp.readers.photo_places import photos_beside

    file = look_at_map.look_at_map(path, encoding=encoding, cancelled=control.cancelled)
    places = look_at_map.look_closer(connection, file)
    sheets = tuple(look_at_map.as_sheet(layer) for layer in places.layers)
    best = look_at_map.seems_to_be(connection, file)
    guess = (best[0].name, best[1]) if best else (sheets[0].name, LedgerKind.GRIDS) if sheets else None
    return Looked(look_at_ledger.LedgerLook(path, file.encoding, sheets), places, guess, photos_beside(path))
