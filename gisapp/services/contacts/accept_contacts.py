"""Accept a proposal for many slots, or the chosen moves of it: one change, one undo; what has changed meanwhile is refused."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from gisapp.domain.change import Change, Kind, ids_or_too_many
from gisapp.domain.contact_plan import Acceptance, RefusedMove, SlotMove
from gisapp.domain.ids import new_uid
from gisapp.domain.lines import SLOTS, Line, Role, Slot
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.services.contacts.report_caseload import read_limits
from gisapp.storage.contacts import caseloads, held_slots, slots
from gisapp.storage.county import history

if TYPE_CHECKING:
    from sqlite_utils import Database

Key = tuple[int, int]
"""(family, place in SLOTS)"""


def accept_contacts(
    db: Database, moves: Sequence[SlotMove], *, who: str, why: str | None = None, limits: Mapping[Role, int] | None = None
) -> tuple[Acceptance, Change | None]:
    """Put the new holders of ``moves`` in from today on; ``limits`` as the plan was made with.

    Change is None when every move was refused. Raises BadRequest when somebody writes at the same moment.
    """
    day = date.today().isoformat()
    found = check_moves(db.conn, moves, limits=limits)
    if not found.made:
        return found, None
    label = tr("补齐与均衡：{count} 个岗位换联系人", count=len(found.made))
    try:
        with history.recorded(db, label=label, who=who, kinds=(Kind.HOUSEHOLD, Kind.CONTACT), why=why) as entry:
            if check_moves(db.conn, moves, limits=limits) != found:
                raise sqlite3.IntegrityError("written meanwhile")
            caseloads.end_holders(db.conn, [_key(move) for move in found.made], day)
            for (slot, contact), families in _together(found.made).items():
                slots.put_in(db.conn, slot, contact, [(family, new_uid()) for family in families], from_date=day)
    except sqlite3.IntegrityError as error:  # another program wrote between the look and the lock
        raise BadRequest(tr("这些户的岗位刚刚被别人改动，没有写入。"), tr("请重新提议一次。")) from error
    touched = tuple(dict.fromkeys(int(move.household) for move in found.made))
    return found, Change(label, (Kind.HOUSEHOLD, Kind.CONTACT), ids_or_too_many(touched), entry)


def check_moves(connection: sqlite3.Connection, moves: Sequence[SlotMove], *, limits: Mapping[Role, int] | None = None) -> Acceptance:
    """Which moves can still be made as they were proposed, and why not the others; writes nothing."""
    day = date.today().isoformat()
    people = {one.id: one for one in caseloads.contacts(connection, day)}
    in_force = read_limits(connection).changed(limits or {})
    now = _Now(connection, moves)
    locked = set(caseloads.waiting(connection)) | set(caseloads.begun_later(connection, day))
    refused: dict[SlotMove, str] = {}
    for move in moves:
        taker = people.get(int(move.after))
        if int(move.household) not in now.relocated:
            refused[move] = tr("不是搬迁户，没有双线岗位")
        elif now.holder.get(_key(move)) != move.before:
            refused[move] = tr("这个岗位刚刚换了人")
        elif _key(move) in locked:
            refused[move] = tr("这个岗位刚刚有了别的安排")
        elif taker is None or not taker.is_active:
            refused[move] = tr("提议的联系人已不在岗")
    most = {one.id: in_force.of(one.role) if one.most_families is None else one.most_families for one in people.values()}
    while fresh := _clashes(now, [move for move in moves if move not in refused], most, {one.id: one.name for one in people.values()}):
        refused |= fresh
    made = tuple(move for move in moves if move not in refused)
    return Acceptance(made, tuple(RefusedMove(move, reason) for move, reason in refused.items()))


def _clashes(now: _Now, moves: Sequence[SlotMove], limits: Mapping[int, int], names: Mapping[int, str]) -> dict[SlotMove, str]:
    """Moves that cannot be made together with all the others; without them others may become impossible."""
    found = {move: tr("{name}的名额已满", name=names[int(move.after)]) for move in _too_much(now, moves, limits)}
    return found | {move: tr("{name}已在另一条线担任包联干部", name=names[int(move.after)]) for move in _both_sponsors(now, moves)}


class _Now:
    """Who holds what at this moment: ``holder`` of each slot, ``held`` slots per (contact, family), ``load`` per contact."""

    def __init__(self, connection: sqlite3.Connection, moves: Iterable[SlotMove]) -> None:
        families = {int(move.household) for move in moves}
        self.relocated = slots.relocated_among(connection, sorted(families))
        held = held_slots.of_relocated(connection)
        self.holder: dict[Key, int] = {}
        self.held: dict[tuple[int, int], int] = defaultdict(int)
        self.load: dict[int, int] = defaultdict(int)
        for family, contact, place in zip(held.families.tolist(), held.contacts.tolist(), held.places.tolist(), strict=True):
            self.load[contact] += not self.held[contact, family]
            self.held[contact, family] += 1
            if family in families:
                self.holder[family, place] = contact


def _too_much(now: _Now, moves: Sequence[SlotMove], limits: Mapping[int, int]) -> list[SlotMove]:
    """Moves that would put somebody above the limit when all of ``moves`` are made: the last ones of each."""
    held, load = dict(now.held), dict(now.load)
    coming: dict[int, list[SlotMove]] = defaultdict(list)
    for move in moves:
        family, after, before = int(move.household), int(move.after), move.before
        if before is not None:
            held[before, family] -= 1
            load[before] -= not held[before, family]
        if not held.get((after, family)):
            load[after] = load.get(after, 0) + 1
            coming[after].append(move)
        held[after, family] = held.get((after, family), 0) + 1
    surplus = {contact: load[contact] - limits.get(contact, 0) for contact in coming}
    return [move for contact, some in coming.items() if surplus[contact] > 0 for move in some[-surplus[contact] :]]


def _both_sponsors(now: _Now, moves: Sequence[SlotMove]) -> list[SlotMove]:
    """Moves that would leave one person as sponsor cadre of both lines when all of ``moves`` are made."""
    after = dict(now.holder) | {_key(move): int(move.after) for move in moves}
    return [
        move
        for move in moves
        if move.slot.role is Role.SPONSOR_CADRE and after.get((int(move.household), SLOTS.index(_across(move.slot)))) == move.after
    ]


def _across(slot: Slot) -> Slot:
    return Slot(Line.COMMUNITY if slot.line is Line.VILLAGE else Line.VILLAGE, slot.role)


def _key(move: SlotMove) -> Key:
    return int(move.household), SLOTS.index(move.slot)


def _together(moves: Iterable[SlotMove]) -> dict[tuple[Slot, int], list[int]]:
    found: dict[tuple[Slot, int], list[int]] = defaultdict(list)
    for move in moves:
        found[move.slot, int(move.after)].append(int(move.household))
    return found
