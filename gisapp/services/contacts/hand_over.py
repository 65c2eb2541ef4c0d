"""Hand a leaving contact's families and grids over to one successor or several, with date and reason: one undo."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from gisapp.domain.cards import ContactLine
from gisapp.domain.caseload import ContactChoice
from gisapp.domain.change import Change, Kind, ids_or_too_many
from gisapp.domain.hand_over import HandOver, HeldPost, HeldSlot, NotMoved, PostMove, Share, SlotMove
from gisapp.domain.ids import new_uid
from gisapp.domain.lines import Role, Slot
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.services.contacts.assign_contact import load_with, unfit_reason
from gisapp.services.contacts.find_contact import active_contact
from gisapp.storage.contacts import contacts, holdings, slots
from gisapp.storage.county import history

if TYPE_CHECKING:
    from sqlite_utils import Database


def preview_hand_over(
    connection: sqlite3.Connection, leaving_id: int, shares: Sequence[Share], *, day: date | None = None, today: date | None = None
) -> HandOver:
    """What would go to whom on ``day`` (today when None), what not and why, and what stays; writes nothing.

    A family named in two shares goes to the first. Raises BadRequest for unknown people, an inactive successor, or no share.
    """
    leaving = contacts.holder(connection, leaving_id)
    if leaving is None:
        raise BadRequest(tr("没有编号为 {id} 的联系人。", id=leaving_id), tr("请从联系人名单中选择。"))
    if not shares:
        raise BadRequest(tr("没有写明交接给谁。"), tr("请选择至少一位接任的联系人。"))
    now = (today or date.today()).isoformat()
    on = (day or date.fromisoformat(now)).isoformat()
    successors = {share.successor: _successor(connection, share.successor, leaving) for share in shares}
    held = holdings.slots_of(connection, leaving_id, max(on, now))
    moves, refused, stays = _share_out(connection, held, shares, successors, on=on, now=now)
    own_posts = holdings.posts_of(connection, leaving_id, max(on, now))
    posts, posts_refused, posts_staying = _share_posts(connection, own_posts, shares, successors, on=on, now=now)
    refused = [*refused, *_not_held(held, shares, leaving), *posts_refused]
    after = _loads(connection, successors.values(), moves, posts)
    return HandOver(leaving, on, tuple(moves), tuple(posts), tuple(refused), tuple(stays), tuple(posts_staying), after)


def hand_over(
    db: Database, leaving_id: int, shares: Sequence[Share], *, who: str, why: str, day: date | None = None, today: date | None = None
) -> tuple[HandOver, Change | None]:
    """Hand over what ``preview_hand_over`` says; the former holder's days end with reason ``handed_over`` and stay in the history.

    One transaction, one Change; None when nothing could be handed over. Raises BadRequest without a reason.
    """
    if not why.strip():
        raise BadRequest(tr("没有写明交接原因。"), tr("请写一句原因，例如：调离、退休。"))
    plan = preview_hand_over(db.conn, leaving_id, shares, day=day, today=today)
    if not plan.slots and not plan.posts:
        return plan, None
    label = tr("{name}交接：{count} 个岗位，{grids} 个网格", name=plan.leaving.name, count=len(plan.slots), grids=len(plan.posts))
    kinds = (Kind.HOUSEHOLD, Kind.CONTACT, Kind.GRID)
    try:
        with history.recorded(db, label=label, who=who, kinds=kinds, why=why.strip()) as entry:
            for move in plan.slots:
                holdings.pass_slot(db.conn, move.held, move.successor.id, uid=new_uid(), day=plan.day)
            for post in plan.posts:
                holdings.pass_post(db.conn, post.held, post.successor.id, uid=new_uid(), day=plan.day)
    except sqlite3.IntegrityError as error:  # another program wrote between the look and the lock
        raise BadRequest(tr("这些户的岗位刚刚被别人改动，没有写入。"), tr("请刷新后再试一次。")) from error
    following = holdings.families_of_grids(db.conn, [post.held.grid for post in plan.posts])
    return plan, Change(label, kinds, ids_or_too_many(list(dict.fromkeys([*plan.families, *following]))), entry)


def _loads(
    connection: sqlite3.Connection, successors: Iterable[ContactLine], moves: Sequence[SlotMove], posts: Sequence[PostMove]
) -> tuple[ContactChoice, ...]:
    """Every successor who gets something, with the families there would be; a grid's families come with the grid."""
    found = []
    for one in successors:
        families = [move.held.household for move in moves if move.successor == one]
        families += holdings.families_of_grids(connection, [post.held.grid for post in posts if post.successor == one])
        if families:
            found.append(load_with(connection, one, families))
    return tuple(found)


def _successor(connection: sqlite3.Connection, contact_id: int, leaving: ContactLine) -> ContactLine:
    found = active_contact(connection, contact_id)
    if found.id == leaving.id:
        raise BadRequest(tr("不能交接给{name}自己。", name=leaving.name), tr("请选择另一位联系人。"))
    return found


def _share_out(
    connection: sqlite3.Connection,
    held: Sequence[HeldSlot],
    shares: Sequence[Share],
    successors: dict[int, ContactLine],
    *,
    on: str,
    now: str,
) -> tuple[list[SlotMove], list[NotMoved], list[HeldSlot]]:
    moves: list[SlotMove] = []
    refused: list[NotMoved] = []
    stays: list[HeldSlot] = []
    taken: set[tuple[int, int]] = set()
    across = _sponsors(connection, held, successors, on)
    unfit = {(one, slot): unfit_reason(connection, contact, slot) for one, contact in successors.items() for slot in {h.slot for h in held}}
    to_whom = _takers(shares, held)
    for one in held:
        successor = successors.get(to_whom.get(one.id, 0))
        if successor is None:
            stays.append(one)
        elif reason := unfit[successor.id, one.slot] or _reason(one, successor, across | taken, on=on, now=now):
            refused.append(NotMoved(one.household, one.slot, reason))
        else:
            moves.append(SlotMove(one, successor))
            if one.slot.role is Role.SPONSOR_CADRE:
                taken.add((successor.id, one.household))
    return moves, refused, stays


def _reason(held: HeldSlot, successor: ContactLine, across: set[tuple[int, int]], *, on: str, now: str) -> str:
    """Why the slot cannot pass to the successor; "" when it can."""
    if held.slot.role is Role.SPONSOR_CADRE and (successor.id, held.household) in across:
        return tr("{name}已在另一条线担任包联干部", name=successor.name)
    if on < held.from_date <= now:
        return tr("{day} 才开始担任，交接日期不能更早", day=held.from_date)
    return ""


def _sponsors(
    connection: sqlite3.Connection, held: Sequence[HeldSlot], successors: dict[int, ContactLine], on: str
) -> set[tuple[int, int]]:
    """(successor, family) where the successor is sponsor cadre of the other line already."""
    found: set[tuple[int, int]] = set()
    for slot in {one.slot for one in held}:
        families = [one.household for one in held if one.slot == slot]
        for successor in successors:
            found |= {(successor, family) for family in slots.sponsors_across(connection, families, slot, successor, on)}
    return found


def _takers(shares: Sequence[Share], held: Sequence[HeldSlot]) -> dict[int, int]:
    """Id of the held row -> successor: the first share that names its family and slot, else the first that takes the rest."""
    takers: dict[int, int] = {}
    for share in sorted(shares, key=lambda share: share.households is None):
        named = None if share.households is None else frozenset(share.households)
        for one in held:
            if (named is None or one.household in named) and (share.slots is None or one.slot in share.slots):
                takers.setdefault(one.id, share.successor)
    return takers


def _not_held(held: Sequence[HeldSlot], shares: Sequence[Share], leaving: ContactLine) -> Iterator[NotMoved]:
    """Families that a share names and the leaving contact does not hold, or that it names twice."""
    known = {one.household for one in held}
    seen: set[tuple[int, tuple[Slot, ...] | None]] = set()
    for share in shares:
        for family in share.households or ():
            if family not in known:
                yield NotMoved(family, None, tr("这一户没有由{name}担任的岗位", name=leaving.name))
            elif (family, share.slots) in seen:
                yield NotMoved(family, None, tr("名单中重复"))
            seen.add((family, share.slots))


def _share_posts(
    connection: sqlite3.Connection,
    held: Sequence[HeldPost],
    shares: Sequence[Share],
    successors: dict[int, ContactLine],
    *,
    on: str,
    now: str,
) -> tuple[list[PostMove], list[NotMoved], list[HeldPost]]:
    rest = next((share.successor for share in shares if share.grids is None), 0)
    named = {grid: share.successor for share in reversed(shares) for grid in share.grids or ()}
    moves: list[PostMove] = []
    refused: list[NotMoved] = []
    stays: list[HeldPost] = []
    for post in held:
        successor = successors.get(named.get(post.grid, rest))
        if successor is None:
            stays.append(post)
        elif contacts.role_of(connection, successor.id) != Role.GRID_OFFICER:
            refused.append(
                NotMoved(None, None, tr("{name}不是网格员，不能接管{grid}", name=successor.name, grid=post.grid_name), post.grid)
            )
        elif on < post.from_date <= now:
            refused.append(NotMoved(None, None, tr("{day} 才开始担任，交接日期不能更早", day=post.from_date), post.grid))
        else:
            moves.append(PostMove(post, successor))
    return moves, refused, stays
