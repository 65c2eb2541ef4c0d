"""How a family is called in the lines a person reads: by head and code, not by its number in the file."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from gisapp.language import tr
from gisapp.storage.care import care


def families_called(connection: sqlite3.Connection, household_ids: Iterable[object]) -> dict[object, str]:
    """id -> 户主（户编号）; what is no family's id is left out."""
    known = care.families(connection, [one for one in household_ids if isinstance(one, int)])
    return {one: tr("{head}（{code}）", head=family.head or tr("没有户主"), code=family.code) for one, family in known.items()}
