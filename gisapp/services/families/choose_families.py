"""Which families a sentence like ``site=紫云南郡 building=3号楼 unit=2`` means."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from gisapp.domain.cards import Unit
from gisapp.domain.lines import Slot, slot_from_text
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.services.places.list_lineage import find_division
from gisapp.services.places.only_one import the_one
from gisapp.storage.contacts import slots
from gisapp.storage.families import households
from gisapp.storage.places import units

_KEYS = ("unit", "site", "building", "floor", "entrance", "origin", "grid", "missing", "relocated")

LONGEST_ENTRANCE = 2
"""Digits of an entrance's number; official codes have six or more."""


def find_unit(connection: sqlite3.Connection, text: str) -> Unit:
    """The one unit with this code or name; raises BadRequest when there is none or more than one."""
    return the_one(text, [(unit, f"{unit.name}({unit.code or unit.kind})") for unit in units.by_text(connection, text.strip())])


def choose_families(connection: sqlite3.Connection, text: str) -> list[int]:
    """Ids of the families that fit every condition of ``text``.

    Conditions are ``key=value`` parted by spaces: unit (code or name), site, building, entrance
    (单元), floor, origin (village), grid, missing (LINE/ROLE), relocated=yes. A bare word is a
    unit, and ``unit=`` with a small number is an entrance, as on the doors. Raises BadRequest for an unknown key or unit.
    """
    chosen: list[int] | None = None
    for part in text.split():
        key, _, value = part.partition("=") if "=" in part else ("unit", "", part)
        chosen = _narrow(connection, chosen, _meant(key.strip().lower(), value.strip()), value.strip())
    if chosen is None:
        raise BadRequest(tr("没有写明是哪些户。"), tr("例如：site=紫云南郡 building=3号楼，或一个单位的名称。"))
    return chosen


def without_holder(connection: sqlite3.Connection, household_ids: Sequence[int], slot: Slot) -> tuple[int, ...]:
    """Those of the families, in their order, whose slot nobody holds today, by hand or as officer of the grid."""
    held = {family for family, one, _contact in slots.held(connection, household_ids) if one == slot}
    return tuple(family for family in household_ids if family not in held)


def _meant(key: str, value: str) -> str:
    is_entrance = key == "unit" and value.isdecimal() and len(value) <= LONGEST_ENTRANCE
    return "entrance" if is_entrance else key


def _narrow(connection: sqlite3.Connection, chosen: list[int] | None, key: str, value: str) -> list[int]:
    if key in ("building", "floor", "entrance"):
        before = chosen if chosen is not None else households.every(connection)
        return households.narrowed(connection, before, "unit" if key == "entrance" else key, value)
    found = _families_of(connection, key, value)
    if chosen is None:
        return found
    kept = set(found)
    return [family for family in chosen if family in kept]


def _families_of(connection: sqlite3.Connection, key: str, value: str) -> list[int]:
    if key in ("unit", "site", "grid"):
        unit = find_unit(connection, value)
        return households.in_unit(connection, unit.kind, unit.id)
    if key == "origin":
        return households.from_origin(connection, find_division(connection, value).id)
    if key == "missing":
        slot = slot_from_text(value)
        return [family for family, empty in slots.incomplete(connection, None) if slot in empty]
    if key == "relocated":
        return households.relocated(connection)
    raise BadRequest(tr("不认识条件“{key}”。", key=key), tr("可用的条件：{keys}。", keys="  ".join(_KEYS)))
