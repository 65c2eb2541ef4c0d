"""Which family of this county each family of another desk's file is: by uid, by code, by head and house, never by guess."""

from __future__ import annotations

import re
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence

from gisapp.domain.carried_family import FamilyMarks
from gisapp.domain.carried_roll_call import CarriedEntry, Recognised
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.storage.roll_call import carried_entries

UID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")

Watch = Callable[[int, int], None]
"""Told (done, total) now and then; may raise Cancelled."""

NOBODY_WATCHES: Watch = lambda _done, _total: None  # noqa: E731
LOOKS_EVERY = 2_000


class FamilyFinder:
    """Knows the family here of every family in a file, or why there is none.

    A code alone is no proof: a ledger without codes gets running numbers, in another order on another desk. So the head, or
    where neither desk knows one the house, has to be the same. Without such a code head and house together are proof.
    """

    def __init__(self, connection: sqlite3.Connection, entries: Sequence[CarriedEntry], *, watch: Watch = NOBODY_WATCHES) -> None:
        self._connection, self._watch = connection, watch
        self._by_uid = carried_entries.households_by_uid(connection, sorted({one.family for one in entries}))
        strangers: dict[str, CarriedEntry] = {}
        for one in entries:
            if one.family not in self._by_uid and UID.fullmatch(one.family):
                strangers.setdefault(one.family, one)
        self._why_not: dict[str, str] = {}
        self._by_code = self._found_by_code(strangers)
        rest = {uid: one for uid, one in strangers.items() if uid not in self._by_code}
        self._by_head = self._found_by_head(rest)
        self._refuse_shared()

    @property
    def recognised(self) -> Recognised:
        """How many families were found though their uid is another."""
        return Recognised(len(self._by_code), len(self._by_head))

    def family_of(self, one: CarriedEntry) -> int:
        """The id of its family here; raises BadRequest with the reason why there is none."""
        for found in (self._by_uid, self._by_code, self._by_head):
            if one.family in found:
                return found[one.family]
        raise BadRequest(self._why_not.get(one.family) or tr("本县文件里没有这一户"))

    def _found_by_code(self, strangers: Mapping[str, CarriedEntry]) -> dict[str, int]:
        known = carried_entries.families_by_code(self._connection, sorted({one.code for one in strangers.values()}))
        found = {}
        for uid, one in strangers.items():
            if one.code not in known:
                continue
            family, marks = known[one.code]
            is_head = marks.is_head(one.marks)
            is_same = marks.is_home(one.marks) if is_head is None else is_head
            if is_same:
                found[uid] = family
            elif is_same is None:
                self._why_not[uid] = tr("户编号相同，但没有户主或房屋可以核对")
            else:
                self._why_not[uid] = tr("户编号相同，但户主不是同一人") if is_head is False else tr("户编号相同，但不是同一处房屋")
        return found

    def _found_by_head(self, strangers: Mapping[str, CarriedEntry]) -> dict[str, int]:
        wanted = {uid: one.marks for uid, one in strangers.items() if one.marks.id_number}
        if not wanted:
            return {}
        heads = self._heads({marks.id_number for marks in wanted.values()})
        found = {}
        for uid, marks in wanted.items():
            alike = [family for family, own in heads[marks.id_number] if own.is_home(marks)]
            if len(alike) == 1:
                found[uid] = alike[0]
                self._why_not.pop(uid, None)
            elif alike:
                self._why_not[uid] = tr("本机有 {count} 户的户主和房屋都对得上", count=len(alike))
        return found

    def _heads(self, wanted: set[str]) -> dict[str, list[tuple[int, FamilyMarks]]]:
        """mark of an ID number -> families here whose head has it."""
        found: dict[str, list[tuple[int, FamilyMarks]]] = defaultdict(list)
        for done, (family, marks) in enumerate(carried_entries.every_family(self._connection)):
            if done % LOOKS_EVERY == 0:
                self._watch(0, 1)
            if marks.id_number in wanted:
                found[marks.id_number].append((family, marks))
        return found

    def _refuse_shared(self) -> None:
        """Two families there are not one here: whoever has the uid is it, of others nobody."""
        counted = Counter((*self._by_uid.values(), *self._by_code.values(), *self._by_head.values()))
        for found in (self._by_code, self._by_head):
            for uid in [uid for uid, family in found.items() if counted[family] > 1]:
                del found[uid]
                self._why_not[uid] = tr("对方有几户都对上本机的同一户")
