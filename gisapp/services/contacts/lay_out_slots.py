"""The county's slots and contacts laid out as arrays, for places to be found in."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from gisapp.domain.contact_plan import Aim
from gisapp.domain.lines import SLOTS, Line, Role
from gisapp.services.contacts.report_caseload import read_limits
from gisapp.spatial.board import NOBODY, Board, Slots, Takers
from gisapp.storage.contacts import caseloads, held_slots
from gisapp.storage.contacts.caseloads import CareContact, FamilyPlaces
from gisapp.storage.contacts.held_slots import Holdings

Ints = NDArray[np.int64]
LINE_OF = np.array([tuple(Line).index(slot.line) for slot in SLOTS])
ROLE_OF = np.array([tuple(Role).index(slot.role) for slot in SLOTS])
LINE_OF.flags.writeable = ROLE_OF.flags.writeable = False
SINGLE_ROLES = frozenset({tuple(Role).index(Role.SPONSOR_CADRE)})


@dataclass(frozen=True, slots=True, eq=False)
class Layout:
    """``board`` with what its rows mean: family id and place in SLOTS of each slot (n,), who holds it today (contact ids, 0 = nobody),
    whether it belongs to what was asked for (n,), why some may not be changed, and the contacts, takers in the same order."""

    board: Board
    families: Ints
    places: Ints
    holders: Ints
    is_asked: NDArray[np.bool_]
    locked: Mapping[tuple[int, int], str]
    contacts: tuple[CareContact, ...]


@dataclass(frozen=True, slots=True, eq=False)
class _Rows:
    families: Ints
    places: Ints
    holders: Ints
    by_hand: NDArray[np.bool_]


def lay_out_slots(
    connection: sqlite3.Connection,
    household_ids: Sequence[int] | None,
    *,
    roles: Collection[Role],
    limits: Mapping[Role, int],
    aims: Collection[Aim],
) -> Layout:
    """All slots somebody holds, and the empty ones of ``roles`` of these families (None = all relocated ones), which may change."""
    day = date.today().isoformat()
    contacts = tuple(caseloads.contacts(connection, day))
    homes = caseloads.family_places(connection)
    scope = homes.families if household_ids is None else np.intersect1d(homes.families, np.array(household_ids, np.int64))
    rows = _rows(held_slots.of_relocated(connection), scope, roles)
    locked = _locked(connection, day)
    wanted = np.isin(ROLE_OF[rows.places], [tuple(Role).index(role) for role in roles])
    is_asked = wanted & np.isin(rows.families, scope)
    is_open = is_asked & ~np.array([pair in locked for pair in _pairs(rows)], bool)
    if Aim.GRID_BY_HAND not in aims:
        is_open &= rows.by_hand | (rows.holders == 0)
    board = _board(rows, is_open, homes, contacts, _takers(connection, contacts, roles=roles, limits=limits))
    return Layout(board, rows.families, rows.places, rows.holders, is_asked, locked, contacts)


def _rows(held: Holdings, scope: Ints, roles: Collection[Role]) -> _Rows:
    """Held slots, then the empty ones of the chosen roles in scope."""
    number = len(SLOTS)
    wanted = [place for place, slot in enumerate(SLOTS) if slot.role in roles]
    all_keys = (scope[:, None] * number + np.array(wanted, np.int64)).ravel()
    empty = np.setdiff1d(all_keys, held.families * number + held.places)
    nobody = np.zeros(len(empty), np.int64)
    return _Rows(
        np.concatenate((held.families, empty // number)), np.concatenate((held.places, empty % number)),
        np.concatenate((held.contacts, nobody)), np.concatenate((held.by_hand, nobody.astype(bool))),
    )  # fmt: skip


def _pairs(rows: _Rows) -> list[tuple[int, int]]:
    return list(zip(rows.families.tolist(), rows.places.tolist(), strict=True))


def _locked(connection: sqlite3.Connection, day: str) -> dict[tuple[int, int], str]:
    """(family, place) -> "later" or "waiting"."""
    return dict.fromkeys(caseloads.waiting(connection), "waiting") | dict.fromkeys(caseloads.begun_later(connection, day), "later")


def _takers(
    connection: sqlite3.Connection, contacts: Sequence[CareContact], *, roles: Collection[Role], limits: Mapping[Role, int]
) -> Takers:
    in_force = read_limits(connection).changed(limits)
    most = {role: in_force.of(role) for role in Role}
    middles = np.array([contact.xy for contact in contacts]).reshape(-1, 1, 2)
    return Takers(
        np.array([tuple(Role).index(contact.role) for contact in contacts], np.int64),
        np.array([contact.division for contact in contacts], np.int64),
        np.array([most[one.role] if one.most_families is None else one.most_families for one in contacts], np.int64),
        np.array([contact.is_active and contact.role in roles for contact in contacts], bool),
        np.repeat(middles, len(Line), axis=1),
    )


def _board(rows: _Rows, is_open: NDArray[np.bool_], homes: FamilyPlaces, contacts: Sequence[CareContact], takers: Takers) -> Board:
    at, line = np.searchsorted(homes.families, rows.families), LINE_OF[rows.places]
    ids = np.array([contact.id for contact in contacts], np.int64)
    is_active = np.array([contact.is_active for contact in contacts], bool)
    holder = np.where(rows.holders > 0, np.searchsorted(ids, rows.holders), NOBODY)
    has_left = (holder >= 0) & is_open
    has_left[has_left] = ~is_active[holder[has_left]]
    xy = homes.xy[at, line]
    _gather(takers, holder, line, xy)
    slots = Slots(
        rows.families, line, ROLE_OF[rows.places], np.where(has_left, NOBODY, holder), is_open,
        homes.units[at, line], homes.towns[at, line], homes.keys[at, line], xy,
    )  # fmt: skip
    return Board(slots, takers, single_roles=SINGLE_ROLES)


def _gather(takers: Takers, holder: Ints, line: Ints, xy: NDArray[np.float64]) -> None:
    """Put whoever looks after families already in the middle of their homes, line by line; the others stay in the middle of their unit."""
    for one in range(len(Line)):
        known = (holder >= 0) & (line == one) & ~np.isnan(xy[:, 0])
        number = np.bincount(holder[known], minlength=len(takers.role))
        for axis in range(2):
            total = np.bincount(holder[known], xy[known, axis], minlength=len(takers.role))
            takers.xy[number > 0, one, axis] = total[number > 0] / number[number > 0]
