"""Which entries of another desk's file can be taken, which are known, and why the rest is refused."""

from __future__ import annotations

import sqlite3
from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta

from gisapp.domain.carried_roll_call import CarriedEntry, CarriedRollCall, Recognised, RefusedEntry
from gisapp.domain.roll_call import MOST_CHARACTERS, MovedTo, PlaceKind, RollState, utc_text
from gisapp.domain.written import tidy
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.services.roll_call.recognise_families import LOOKS_EVERY, NOBODY_WATCHES, UID, FamilyFinder, Watch
from gisapp.storage.roll_call import carried_entries
from gisapp.storage.roll_call.roll_calls import NewEntry

MOST_MINUTES_AHEAD = 10
"""Clocks of two computers differ; an entry of the future would win over everything that is written tonight."""


@dataclass(frozen=True, slots=True)
class Judged:
    """``taken`` can be in the log, of them those in ``same`` (uids) are; ``refused`` by their row; ``recognised`` families."""

    taken: tuple[NewEntry, ...]
    same: frozenset[str]
    refused: tuple[RefusedEntry, ...]
    recognised: Recognised


def judge_carried(
    connection: sqlite3.Connection, carried: CarriedRollCall, roll_call_id: int, *, now: datetime, watch: Watch = NOBODY_WATCHES
) -> Judged:
    """Judge every entry of a file for the roll call (0 = there is none yet) at the moment ``now``; raises Cancelled."""
    judge = _Judge(connection, carried, roll_call_id, now=now, watch=watch)
    taken: list[NewEntry] = []
    refused = list(carried.refused)
    for done, one in enumerate(carried.entries):
        if done % LOOKS_EVERY == 0:
            watch(done, len(carried.entries))
        try:
            taken.append(judge.entry(one))
        except BadRequest as reason:
            refused.append(RefusedEntry(one.row, tidy(one.code)[:MOST_CHARACTERS], reason.message))
    return Judged(tuple(taken), frozenset(judge.same), tuple(sorted(refused, key=lambda one: one.row)), judge.recognised)


class _Judge:
    """What has to be known of this county, read once."""

    def __init__(self, connection: sqlite3.Connection, carried: CarriedRollCall, roll_call_id: int, *, now: datetime, watch: Watch) -> None:
        uids = [one.uid for one in carried.entries]
        self._roll_call, self._is_sheet = roll_call_id, not carried.uid
        self._families = FamilyFinder(connection, carried.entries, watch=watch)
        self._sites, self._sites_by_name = carried_entries.sites_by_uid(connection), carried_entries.sites_by_name(connection)
        self._known = carried_entries.known(connection, uids)
        self._undone_here = frozenset(carried_entries.withdrawn(connection))
        self._undone_there = frozenset(carried.withdrawn)
        self._counted = Counter(uids)
        self._latest = utc_text(now + timedelta(minutes=MOST_MINUTES_AHEAD))
        self.same: set[str] = set()

    @property
    def recognised(self) -> Recognised:
        """Families found though their uid is another."""
        return self._families.recognised

    def entry(self, one: CarriedEntry) -> NewEntry:
        """The entry to be written; raises BadRequest with the reason why not."""
        if not UID.fullmatch(one.uid):
            raise BadRequest(tr("格式不对"))
        family = self._families.family_of(one)
        made = NewEntry(one.uid, family, _state(one.state), self._place(one), self._time(one.at), _words(one.who), _words(one.note))
        if not made.who:
            raise BadRequest(tr("没有写谁记的"))
        if made.moved_to is not None and not made.state.takes_place:
            raise BadRequest(tr("“{state}”没有去处。", state=made.state.caption))
        return self._clear(made)

    def _clear(self, made: NewEntry) -> NewEntry:
        """The entry, or the one known already; raises BadRequest where it is not clear what holds."""
        if self._counted[made.uid] > 1:
            raise BadRequest(tr("同一条记录在文件里有两次"))
        if made.uid in self._undone_here:
            raise BadRequest(tr("这条在本机已撤销"))
        if made.uid in self._undone_there:
            raise BadRequest(tr("这条在另一台已撤销"))
        known = self._known.get(made.uid)
        if known is None:
            return made
        roll_call, household, state, at = known
        if roll_call != self._roll_call:
            raise BadRequest(tr("这条属于本机的另一次点名"))
        if (household, state) != (made.household, made.state.value) or (at != made.at and not self._is_sheet):
            raise BadRequest(tr("本机同一编号的记录内容不同"))
        self.same.add(made.uid)
        return made._replace(at=at)

    def _place(self, one: CarriedEntry) -> MovedTo | None:
        words = _words(one.place)
        if not one.place_kind and not words:
            return None
        if one.place_kind not in {kind.value for kind in PlaceKind} or not words:
            raise BadRequest(tr("去处写得不对"))
        kind = PlaceKind(one.place_kind)
        site = self._sites.get(one.safe_site) or self._sites_by_name.get(words)
        return MovedTo(kind, words, site if kind is PlaceKind.SAFE_SITE else None)

    def _time(self, text: str) -> str:
        try:
            is_right = utc_text(datetime.fromisoformat(text)) == text
        except (ValueError, OverflowError):
            is_right = False
        if not is_right:
            raise BadRequest(tr("时间不对：{text}", text=tidy(text)[:40]))
        if text > self._latest:
            raise BadRequest(tr("时间在将来，请核对两台电脑的时钟"))
        return text


def _state(text: str) -> RollState:
    try:
        return RollState(text)
    except ValueError as error:
        raise BadRequest(tr("不认识的点名结果：{text}", text=tidy(text)[:40])) from error


def _words(text: str) -> str:
    words = tidy(text)
    if len(words) > MOST_CHARACTERS:
        raise BadRequest(tr("内容太长：{count} 个字。", count=f"{len(words):,}"))
    return words
