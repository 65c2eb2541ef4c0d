"""Propose who could fill every empty slot and bring every contact down to the limit, moving the fewest families."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Collection, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from gisapp.domain.caseload import MoveReason
from gisapp.domain.contact_plan import Aim, ContactPlan, LoadChange, NotPossible, SlotMove
from gisapp.domain.ids import ContactId, HouseholdId
from gisapp.domain.lines import SLOTS, Role
from gisapp.errors import BadRequest, Cancelled
from gisapp.language import tr
from gisapp.services.contacts.lay_out_slots import Layout, lay_out_slots
from gisapp.spatial.allocation import even_out, fill_and_relieve, to_right_units

USUAL_ROLES = (Role.SPONSOR_CADRE, Role.UNIT_CADRE)
"""Grid officers follow their grids; their slots are touched only when asked for."""

Ints = NDArray[np.int64]


def propose_contacts(
    connection: sqlite3.Connection,
    household_ids: Sequence[int] | None = None,
    *,
    roles: Collection[Role] = USUAL_ROLES,
    limits: Mapping[Role, int] | None = None,
    aims: Collection[Aim] = (),
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> ContactPlan:
    """A plan for the relocated families among ``household_ids`` (None = all); writes nothing.

    Nobody gets above the limit (``limits`` replace those of the setting), nobody holds both sponsor slots of a family, and present
    holders stay unless they are over the limit or have left. ``aims`` allow more. Raises BadRequest without a role, Cancelled.
    """
    if not roles:
        raise BadRequest(tr("没有选择角色。"), tr("请至少选择一个角色。"))
    began = time.perf_counter()
    tell = _teller(progress, cancelled)
    layout = lay_out_slots(connection, household_ids, roles=roles, limits=limits or {}, aims=aims)
    tell(1)
    before, shortages = layout.board.load.copy(), _shortages(layout, roles)
    moved = {slot: _why(layout, slot) for slot in fill_and_relieve(layout.board)}
    tell(2)
    for aim, reason, step in ((Aim.RIGHT_UNIT, MoveReason.OTHER_UNIT, to_right_units), (Aim.BALANCE, MoveReason.BALANCE, even_out)):
        if aim in aims:
            moved |= dict.fromkeys(step(layout.board, dict.fromkeys(moved, 0)), reason)
    tell(3)
    sentences = (*shortages.values(), *_left_over(layout, roles, shortages))
    chosen = tuple(role for role in Role if role in roles)
    unfilled = _unfilled(layout, shortages)
    return ContactPlan(chosen, _moves(layout, moved), unfilled, _load_changes(layout, before), sentences, time.perf_counter() - began)


def _teller(progress: Callable[[int, int], None] | None, cancelled: Callable[[], bool] | None) -> Callable[[int], None]:
    def tell(step: int) -> None:
        if cancelled and cancelled():
            raise Cancelled(tr("提议已取消。"), tr("没有写入任何内容。"))
        if progress:
            progress(step, 4)

    return tell


def _why(layout: Layout, slot: int) -> MoveReason:
    holder = int(layout.holders[slot])
    if holder == 0:
        return MoveReason.EMPTY
    return MoveReason.LEFT if layout.board.slots.holder[slot] < 0 else MoveReason.OVER_LIMIT


def _moves(layout: Layout, moved: Mapping[int, MoveReason]) -> tuple[SlotMove, ...]:
    board, found = layout.board, []
    for slot in sorted(moved, key=lambda one: (int(layout.families[one]), int(layout.places[one]))):
        taker, holder = int(board.holder[slot]), int(layout.holders[slot])
        found.append(
            SlotMove(
                HouseholdId(int(layout.families[slot])), SLOTS[int(layout.places[slot])], ContactId(holder) if holder else None,
                ContactId(layout.contacts[taker].id), moved[slot], board.other_holder(slot) == taker,
            )
        )  # fmt: skip
    return tuple(found)


def _load_changes(layout: Layout, before: Ints) -> tuple[LoadChange, ...]:
    """The fullest first."""
    board = layout.board
    touched = np.flatnonzero((before != board.load) | (_concerned(layout) & (before > board.takers.limit)))
    changes = [
        LoadChange(
            ContactId(layout.contacts[one].id), layout.contacts[one].name, layout.contacts[one].unit, layout.contacts[one].role,
            int(board.takers.limit[one]), int(before[one]), int(board.load[one]),
        )
        for one in touched.tolist()
    ]  # fmt: skip
    return tuple(sorted(changes, key=lambda load: (load.limit - load.before, -load.after, load.name)))


def _concerned(layout: Layout) -> NDArray[np.bool_]:
    """Takers in office who hold a slot that belongs to what was asked for (k,)."""
    found = np.zeros(len(layout.contacts), bool)
    holders = layout.board.slots.holder[layout.is_asked]
    found[holders[holders >= 0]] = True
    return found & layout.board.takers.is_taking


def _shortages(layout: Layout, roles: Collection[Role]) -> dict[Role, str]:
    """Role -> why there is not enough room, before anything is moved; only roles in which that is so."""
    board, found = layout.board, {}
    empty = board.slots.is_open & (board.holder < 0)
    for number, role in enumerate(Role):
        own = (board.takers.role == number) & board.takers.is_taking
        demand = int((empty & (board.slots.role == number)).sum()) + int(board.excess[own].sum())
        if role in roles and demand > int(board.room[own].sum()):
            values = {
                "role": role.caption,
                "need": f"{int(board.load[own].sum()) + int((empty & (board.slots.role == number)).sum()):,}",
            }
            found[role] = _shortage(board.takers.limit[own], values)
    return found


def _shortage(limits: Ints, values: dict[str, str]) -> str:
    if not len(limits):
        return tr("{role}：需要 {need} 个名额，但没有在岗的人。请先登记联系人。", **values)
    values |= {"people": f"{len(limits):,}", "places": f"{int(limits.sum()):,}"}
    if (limits == limits[0]).all():
        return tr(
            "{role}：需要 {need} 个名额，现有 {people} 人每人上限 {limit} 户，只有 {places} 个。", limit=f"{int(limits[0]):,}", **values
        )
    return tr("{role}：需要 {need} 个名额，现有 {people} 人的上限加起来只有 {places} 个。", **values)


def _left_over(layout: Layout, roles: Collection[Role], shortages: Mapping[Role, str]) -> list[str]:
    """What remains where there is room enough: two lines that need two people, and people whose families may not be moved."""
    board, found = layout.board, []
    for number, role in enumerate(Role):
        own_slots = board.slots.role == number
        doubled = (board.holder != board.slots.holder) & own_slots & (board.sibling >= 0)
        doubled &= board.holder[board.sibling] == board.holder
        if doubled.any():
            found.append(tr("{role}：名额不够分开两条线，{count} 个岗位由同一人兼任。", role=role.caption, count=f"{int(doubled.sum()):,}"))
        if role not in roles or role in shortages:
            continue
        empty = int((board.slots.is_open & (board.holder < 0) & own_slots).sum())
        if empty:
            values = {"role": role.caption, "count": f"{empty:,}"}
            found.append(tr("{role}：还有 {count} 个岗位补不上，因为同一户的两条线必须由两个人担任，而另外的人都没有名额。", **values))
        over = int(((board.takers.role == number) & _concerned(layout) & (board.excess > 0)).sum())
        if over:
            found.append(tr("{role}：还有 {count} 人超上限，其余的户不在本次范围内或岗位不能改动。", role=role.caption, count=f"{over:,}"))
    return found


def _unfilled(layout: Layout, shortages: Mapping[Role, str]) -> tuple[NotPossible, ...]:
    """Every slot in scope that still has nobody, with the reason."""
    board, found = layout.board, []
    for slot in np.flatnonzero(board.holder < 0).tolist():
        family, place = int(layout.families[slot]), int(layout.places[slot])
        locked = layout.locked.get((family, place))
        if locked == "waiting":
            reason = tr("已有提议，等待确认")
        elif locked == "later":
            reason = tr("该岗位以后的日期已有安排")
        elif SLOTS[place].role in shortages:
            reason = tr("{role}没有名额了", role=SLOTS[place].role.caption)
        else:
            reason = tr("两条线必须由两个人担任，没有别人有名额")
        found.append(NotPossible(HouseholdId(family), SLOTS[place], reason))
    return tuple(found)
