"""The only thing a writer says: what changed, in words and in ids."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from gisapp.domain.ids import EntryId


class Kind(StrEnum):
    """The kinds of things that a change can touch and a selection can hold."""

    DIVISION = "division"
    GRID = "grid"
    HOUSE = "house"
    HOUSEHOLD = "household"
    RESIDENT = "resident"
    CONTACT = "contact"
    SETTLEMENT = "settlement_site"
    HAZARD = "hazard_area"
    SAFE_SITE = "safe_site"
    RUN = "hazard_run"
    SETTING = "setting"
    PROPOSAL = "slot_proposal"
    CARE = "care_entry"
    ROLL_CALL = "roll_call_entry"
    """Its ids are those of the families the entries speak of."""
    NEED = "need_item"
    CHECKLIST = "checklist_item"
    CHECK = "hazard_run_check"
    DAMAGE = "damage"
    ALLOCATION = "site_allocation"
    ROAD = "road"
    WATERWAY = "waterway"
    TERRAIN = "terrain"


@dataclass(frozen=True, slots=True)
class Change:
    """What a service wrote.

    ``label`` tells the person; ``kinds`` were touched; ``ids`` are those of the first kind,
    None when there are too many to name (reload the kind); ``entry`` is the history row.
    """

    label: str
    kinds: tuple[Kind, ...]
    ids: tuple[int, ...] | None
    entry: EntryId


MOST_IDS_NAMED = 2_000


def ids_or_too_many(ids: Sequence[int]) -> tuple[int, ...] | None:
    """The ids themselves, or None past MOST_IDS_NAMED."""
    return tuple(ids) if len(ids) <= MOST_IDS_NAMED else None
