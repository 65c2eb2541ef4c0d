"""What two desks know differently of a family, side by side."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence

from gisapp.domain.carried_roll_call import Difference
from gisapp.domain.roll_call import RollCallEntry
from gisapp.storage.care import care
from gisapp.storage.roll_call import roll_calls
from gisapp.storage.roll_call.roll_calls import NewEntry

Newest = Mapping[int, tuple[str, tuple[str, str]]]
"""family -> (uid, order) of the entry that counts."""


def differences(
    connection: sqlite3.Connection, taken: Sequence[NewEntry], ours: Mapping[int, RollCallEntry], theirs: Newest
) -> list[Difference]:
    """Families of which both desks know something, and not the same."""
    by_uid = {one.uid: one for one in taken}
    pairs = [
        (ours[family], _as_entry(by_uid[uid])) for family, (uid, _order) in theirs.items() if family in ours and ours[family].uid != uid
    ]
    different = [(mine, other) for mine, other in pairs if mine.what != other.what or mine.note != other.note]
    return _told(connection, [(mine, other, other.order > mine.order) for mine, other in different])


def withdrawn(connection: sqlite3.Connection, ours_id: int, gone: Mapping[str, int]) -> list[Difference]:
    """Entries of ours that the desk they came from took back."""
    entries = [
        entry for family in dict.fromkeys(gone.values()) for entry in roll_calls.log_of(connection, ours_id, family) if entry.uid in gone
    ]
    return _told(connection, [(entry, None, True) for entry in entries])


def _told(connection: sqlite3.Connection, pairs: Sequence[tuple[RollCallEntry, RollCallEntry | None, bool]]) -> list[Difference]:
    known = care.families(connection, [int(mine.household) for mine, _other, _kept in pairs])
    found = []
    for mine, other, is_theirs_kept in pairs:
        family = known[mine.household]
        found.append(Difference(int(mine.household), family.code, family.head, family.number, mine, other, is_theirs_kept))
    return sorted(found, key=lambda one: (one.number, one.code))


def _as_entry(one: NewEntry) -> RollCallEntry:
    return RollCallEntry(0, one.uid, one.household, one.state, one.moved_to, one.at, one.who, one.note)  # type: ignore[arg-type]
