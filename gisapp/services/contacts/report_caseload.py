"""How many families and people each contact looks after over both lines, and who is over the limit."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from gisapp.domain.caseload import LIMITS_SETTING, CaseloadLimits, ContactLoad, limits_from_json
from gisapp.domain.ids import ContactId
from gisapp.domain.lines import SLOTS, Line, Role
from gisapp.storage.contacts import caseloads, held_slots
from gisapp.storage.county import settings
from gisapp.storage.families import households

Ints = NDArray[np.int64]
VILLAGE_SLOTS = sum(slot.line is Line.VILLAGE for slot in SLOTS)


@dataclass(frozen=True, slots=True)
class CaseloadReport:
    """Contacts, those furthest over their limit first; ``families`` are the different ones that anybody of them looks after."""

    contacts: tuple[ContactLoad, ...]
    families: int
    limits: CaseloadLimits

    @property
    def over(self) -> tuple[ContactLoad, ...]:
        """Those over their limit."""
        return tuple(load for load in self.contacts if load.is_over)


@dataclass(frozen=True, slots=True, eq=False)
class Counted:
    """Per contact of a rising list of ids (n,): different families over both lines, their people, and families on each line (n, 2)."""

    ids: Ints
    families: Ints
    people: Ints
    lines: Ints


def report_caseload(
    connection: sqlite3.Connection,
    *,
    role: Role | None = None,
    kind: str = "",
    ids: Sequence[int] = (),
    limits: Mapping[Role, int] | None = None,
) -> CaseloadReport:
    """Loads of all active contacts and of whoever else still holds a slot; each load counts the families of the whole county.

    ``kind`` and ``ids`` of a place, or of families: only contacts who work for it or look after a family there.
    ``limits`` replace those of the setting for a trial.
    """
    held = held_slots.of_relocated(connection)
    in_force = read_limits(connection).changed(limits or {})
    counted = count_loads(connection, held)
    wanted = _concerned(connection, held, kind, ids)
    loads = [
        load for load in _loads(connection, counted, in_force) if role in (None, load.role) and (wanted is None or load.contact in wanted)
    ]
    listed = np.array([load.contact for load in loads], np.int64)
    families = len(np.unique(held.families[np.isin(held.contacts, listed)]))
    return CaseloadReport(tuple(loads), families, in_force)


def load_of(connection: sqlite3.Connection, contact_id: int) -> tuple[ContactLoad, tuple[int, ...]] | None:
    """What one contact looks after, and the families; None for somebody unknown."""
    row = next((row for row in caseloads.named(connection, date.today().isoformat()) if row[0] == contact_id), None)
    if row is None:
        return None
    held = held_slots.of_contact(connection, contact_id)
    families = tuple(sorted({family for family, _ in held}))
    village, community = (len({family for family, place in held if (place < VILLAGE_SLOTS) == on_village}) for on_village in (True, False))
    role = Role(row[2])
    limit = read_limits(connection).of(role) if row[5] is None else row[5]
    return ContactLoad(
        ContactId(contact_id), row[1], role, row[3], len(families), caseloads.people_of(connection, families), village, community,
        limit, row[5] is not None, bool(row[4]),
    ), families  # fmt: skip


def read_limits(connection: sqlite3.Connection) -> CaseloadLimits:
    """The limits of the county: the setting ``caseload_limits``, else the preset."""
    return limits_from_json(settings.read(connection, LIMITS_SETTING))


def count_loads(connection: sqlite3.Connection, held: held_slots.Holdings) -> Counted:
    """Different families and people per contact who holds anything."""
    families, sizes = caseloads.people(connection)
    width = int(max(families.max(initial=0), held.families.max(initial=0))) + 1
    size_of = np.zeros(width, np.int64)
    size_of[families] = sizes
    pairs = _distinct(held.contacts * width + held.families)
    ids = _distinct(pairs // width)
    at = np.searchsorted(ids, pairs // width)
    people = np.bincount(at, size_of[pairs % width], minlength=len(ids)).astype(np.int64)
    lines = np.zeros((len(ids), 2), np.int64)
    for line in range(2):
        on_line = (held.places >= VILLAGE_SLOTS) == bool(line)
        own = _distinct(held.contacts[on_line] * width + held.families[on_line])
        lines[:, line] = np.bincount(np.searchsorted(ids, own // width), minlength=len(ids))
    return Counted(ids, np.bincount(at, minlength=len(ids)), people, lines)


def _distinct(values: Ints) -> Ints:
    """Each value once, rising: by sorting, which beats numpy's own hashing at this size."""
    ordered = np.sort(values)
    return ordered[np.concatenate(([True], ordered[1:] != ordered[:-1]))[: len(ordered)]]


def _concerned(connection: sqlite3.Connection, held: held_slots.Holdings, kind: str, ids: Sequence[int]) -> set[int] | None:
    if not kind:
        return None
    families = set(ids) if kind == "household" else {family for one in ids for family in households.in_unit(connection, kind, one)}
    found = set(np.unique(held.contacts[np.isin(held.families, np.array(sorted(families), np.int64))]).tolist())
    return found.union(*(caseloads.working_in(connection, one) for one in ids)) if kind == "division" else found


def _loads(connection: sqlite3.Connection, counted: Counted, limits: CaseloadLimits) -> list[ContactLoad]:
    """Furthest over the limit first, then by families; a grid officer of a grid without such families is left out."""
    place = dict(zip(counted.ids.tolist(), range(len(counted.ids)), strict=True))
    figures = np.column_stack((counted.families, counted.people, counted.lines)).tolist()
    roles = {role.value: (role, limits.of(role)) for role in Role}
    loads = []
    for contact, name, text, unit, is_active, own in caseloads.named(connection, date.today().isoformat()):
        at, (role, most) = place.get(contact), roles[text]
        if at is None and (not is_active or role is Role.GRID_OFFICER):
            continue
        families, people, village, community = figures[at] if at is not None else (0, 0, 0, 0)
        limit = most if own is None else own
        loads.append(
            ContactLoad(ContactId(contact), name, role, unit, families, people, village, community, limit, own is not None, bool(is_active))
        )
    loads.sort(key=lambda load: (min(load.limit - load.families, 0), -load.families))
    return loads
