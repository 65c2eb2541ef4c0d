"""How complete the six slots of the relocated families are, and which families miss one."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from gisapp.domain.ids import HouseholdId
from gisapp.domain.lines import SLOTS, Slot
from gisapp.storage.contacts import slots


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
    families = slots.count_relocated(connection, household_ids)
    empty = Counter(slot for _family, missed in gaps for slot in missed)
    missing = tuple((slot, empty[slot]) for slot in SLOTS)
    return SlotReport(families, families - len(gaps), missing, tuple((HouseholdId(family), missed) for family, missed in gaps))
