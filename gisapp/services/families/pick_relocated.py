"""Which of many families can have a 双线联系卡: the relocated ones; of the others why not."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from gisapp.domain.cards import Unit
from gisapp.domain.ids import HouseholdId
from gisapp.language import tr
from gisapp.services.contacts.assign_contact import Refusal
from gisapp.storage.contacts import slots
from gisapp.storage.families import households


@dataclass(frozen=True, slots=True)
class Picked:
    """``families`` each once, in the order asked; together with ``refused`` all that was asked."""

    families: tuple[HouseholdId, ...]
    refused: tuple[Refusal, ...]


def pick_relocated(connection: sqlite3.Connection, household_ids: Sequence[int]) -> Picked:
    """The relocated families among these; those that do not exist, are not relocated or were named twice are refused with the reason."""
    exist, relocated = households.existing(connection, household_ids), slots.relocated_among(connection, household_ids)
    times = Counter(household_ids)
    refused = [
        Refusal(family, tr("不是搬迁户，没有双线岗位") if family in exist else tr("没有这一户"))
        for family in times
        if family not in relocated
    ]
    refused += [Refusal(family, tr("名单中重复")) for family, count in times.items() for _ in range(count - 1)]
    return Picked(tuple(HouseholdId(family) for family in times if family in relocated), tuple(refused))


def relocated_of_unit(connection: sqlite3.Connection, unit: Unit) -> tuple[HouseholdId, ...]:
    """The relocated families that live in a unit; of a town, village or community also those that came from it."""
    living = households.in_unit(connection, unit.kind, unit.id)
    came = households.from_origin(connection, unit.id) if unit.kind == "division" else []
    wanted = slots.relocated_among(connection, [*living, *came])
    return tuple(HouseholdId(family) for family in dict.fromkeys([*living, *came]) if family in wanted)
