"""How complete the six slots of the relocated families are, and which families miss one."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from gisapp.domain.ids import HouseholdId
from gisapp.domain.lines import Slot
from gisapp.storage import slots


@dataclass(frozen=True, slots=True)
class SlotReport:
    """``missing`` counts families per empty slot; ``incomplete`` names each family with its gaps."""

    families: int
    complete: int
    missing: tuple[tuple[Slot, int], ...]
    incomplete: tuple[tuple[HouseholdId, tuple[Slot, ...]], ...]


def report_slots(connection: sqlite3.Connection, *, household_ids: Sequence[int] | None = None) -> SlotReport:
    """Completeness over all relocated families, or over the relocated ones among ``household_ids``."""
    gaps = slots.incomplete(connection, household_ids)
    filled = slots.filled_by_slot(connection, household_ids)
    families = slots.count_relocated(connection, household_ids)
    missing = tuple((slot, families - count) for slot, count in filled.items())
    return SlotReport(families, families - len(gaps), missing, tuple((HouseholdId(family), empty) for family, empty in gaps))
