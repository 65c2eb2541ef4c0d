"""Merge a village into another: its name still finds its families, and their village line passes to the successor's staff."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import shapely

from gisapp.domain.change import Change, Kind
from gisapp.domain.division import DivisionLevel
from gisapp.domain.ids import new_uid
from gisapp.domain.lines import Line, Role, Slot
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.services.families.family_change import day_of
from gisapp.storage.contacts import contact_book, proposals
from gisapp.storage.county import history, search
from gisapp.storage.families import households
from gisapp.storage.places import lineage
from gisapp.storage.places.lineage import Division, VillageGap

if TYPE_CHECKING:
    from sqlite_utils import Database

LOWEST = (DivisionLevel.VILLAGE, DivisionLevel.COMMUNITY)
KINDS = (Kind.DIVISION, Kind.GRID, Kind.HOUSEHOLD, Kind.CONTACT, Kind.PROPOSAL, Kind.SETTLEMENT)


@dataclass(frozen=True, slots=True)
class ProposedHolder:
    """Who is proposed for a slot of the village line, to be confirmed."""

    household: int
    slot: Slot
    contact: int
    name: str


@dataclass(frozen=True, slots=True)
class DivisionMerge:
    """What a merger does: families of the old village, slots whose holder stays, holders proposed, slots nobody is there for."""

    division: Division
    into: Division
    day: str
    takes_grids: bool
    grids: int
    families: tuple[int, ...]
    kept: int
    leaving: tuple[int, ...]
    proposed: tuple[ProposedHolder, ...]
    unfilled: tuple[VillageGap, ...]

    @property
    def label(self) -> str:
        return tr("{name}并入{other}", name=self.division.name, other=self.into.name)


def preview_merge(
    connection: sqlite3.Connection,
    division_id: int,
    into: int,
    *,
    leaving: Sequence[int] = (),
    takes_grids: bool = False,
    day: date | None = None,
) -> DivisionMerge:
    """What merging would do; writes nothing. ``leaving`` are contacts of the merged unit who stop on that day.

    Cadres of the merged unit who stay keep their slots and work for the successor; where a slot is empty or its holder
    leaves, the least burdened cadre of the successor (else of the unit above it) is proposed. Raises BadRequest for
    units that cannot be merged, or a leaving contact of another unit.
    """
    on = day_of(day)
    old, new = standing(connection, division_id), standing(connection, into)
    _refuse_unequal(old, new)
    gone = _leaving(connection, old, leaving)
    families = tuple(households.from_origin(connection, old.id))
    kept, gaps = lineage.village_slots(connection, families, gone, day=on)
    proposed = tuple(_proposals(connection, new, gaps, gone))
    filled = {(one.household, one.slot.role) for one in proposed}
    unfilled = tuple(gap for gap in gaps if (gap.household, gap.role) not in filled)
    grids = lineage.count_grids(connection, old.id)
    return DivisionMerge(old, new, on, takes_grids, grids, families, kept, gone, proposed, unfilled)


def merge_divisions(db: Database, plan: DivisionMerge, *, who: str, why: str | None = None) -> Change:
    """Carry out a merger as it was previewed; its proposals wait in the list of the village line.

    The successor's area becomes that of both, the merged unit has none any more. Grids keep their own
    unit, and are shown under the successor, unless the plan says that it takes them.
    """
    ids = (plan.division.id, plan.into.id)
    with history.recorded(db, label=plan.label, who=who, kinds=KINDS, why=why) as entry:
        if (standing(db.conn, ids[0]), standing(db.conn, ids[1])) != (plan.division, plan.into):
            raise BadRequest(tr("这些单位刚刚被别人改动，没有写入。"), tr("请重新打开再试一次。"))
        _unite_areas(db.conn, plan.division, plan.into)
        lineage.end(db.conn, *ids, day=plan.day)
        lineage.add_former_name(db.conn, plan.into.id, plan.division.name, to_date=plan.day, reason="merge")
        _let_go(db.conn, plan, who)
        lineage.hand_on_parts(db.conn, *ids)
        if plan.takes_grids:
            lineage.hand_on_grids(db.conn, *ids)
        _propose(db.conn, plan, who)
        search.refresh(db.conn, Kind.DIVISION, ids)
    return Change(plan.label, KINDS, ids, entry)


def list_cadres(connection: sqlite3.Connection, division_id: int) -> list[tuple[int, str, str, int]]:
    """(contact id, name, role in words, slots held) of the active cadres of a unit, those with most slots first."""
    found = [one for one in lineage.staff(connection, [division_id]) if one[4] and one[2] is not Role.GRID_OFFICER]
    return [(contact, name, role.caption, held) for contact, name, role, held, _ in reversed(found)]


def standing(connection: sqlite3.Connection, division_id: int) -> Division:
    """A unit that stands today; raises BadRequest for one that is unknown or was merged."""
    found = lineage.by_id(connection, division_id)
    if found is None:
        raise BadRequest(tr("没有这个单位。"), tr("请写单位的名称或官方代码。"))
    if found.successor_id is not None:
        other = lineage.by_id(connection, found.today)
        raise BadRequest(
            tr("{name}已于 {day} 并入{other}。", name=found.name, day=found.ended_on or "—", other=other.name if other else "—"),
            tr("请改选现有的单位。"),
        )
    return found


def _refuse_unequal(old: Division, new: Division) -> None:
    if old.id == new.id:
        raise BadRequest(tr("一个单位不能并入自己。"), tr("请选择另一个单位。"))
    is_fit = (old.level in LOWEST and new.level in LOWEST) or (old.level is new.level is DivisionLevel.TOWN)
    if not is_fit:
        values = {"old": old.name, "old_level": old.level.caption, "new": new.name, "new_level": new.level.caption}
        raise BadRequest(
            tr("{old}（{old_level}）不能并入{new}（{new_level}）。", **values),
            tr("村、社区可以互相合并，镇只能并入镇。"),
        )  # fmt: skip


def _leaving(connection: sqlite3.Connection, old: Division, leaving: Sequence[int]) -> tuple[int, ...]:
    """The contacts who leave: those named, and those who are not active any more."""
    staff = {contact: (role, is_active) for contact, _, role, _, is_active in lineage.staff(connection, [old.id])}
    for contact in leaving:
        if contact not in staff:
            raise BadRequest(tr("编号 {id} 不是{name}的联系人。", id=contact, name=old.name), tr("请从该村的联系人中选择离岗的人。"))
        if staff[contact][0] is Role.GRID_OFFICER:
            raise BadRequest(tr("编号 {id} 是网格员。", id=contact), tr("网格员离岗请先给网格更换网格员。"))
    return tuple(dict.fromkeys([*leaving, *(contact for contact, (_, is_active) in staff.items() if not is_active)]))


def _proposals(connection: sqlite3.Connection, new: Division, gaps: Iterable[VillageGap], gone: Sequence[int]) -> Iterable[ProposedHolder]:
    """One proposal a gap, the cadre with the fewest families so far; the same person never sponsors both lines."""
    near = [one for one in lineage.staff(connection, [new.id]) if one[4] and one[0] not in gone]
    above = [one for one in lineage.staff(connection, [new.parent_id]) if one[4]] if new.parent_id is not None else []
    load: Counter[int] = Counter({contact: held for contact, _, _, held, _ in (*near, *above)})
    for gap in gaps:
        fitting = [one for one in near if one[2] is gap.role and one[0] != gap.across]
        fitting = fitting or [one for one in above if one[2] is gap.role and one[0] != gap.across]
        if fitting:
            contact, name, *_ = min(fitting, key=lambda one: (load[one[0]], one[0]))
            load[contact] += 1
            yield ProposedHolder(gap.household, Slot(Line.VILLAGE, gap.role), contact, name)


def _unite_areas(connection: sqlite3.Connection, old: Division, new: Division) -> None:
    """The successor's area holds both; so do the areas of the towns when the two lie in different ones."""
    area, own = lineage.shape(connection, old.id), lineage.shape(connection, new.id)
    shapes = [one for one in (area, own) if one is not None]
    lineage.set_shape(connection, new.id, shapely.union_all(shapes) if shapes else None)
    if area is None or old.parent_id == new.parent_id or old.parent_id is None or new.parent_id is None:
        return
    left, right = lineage.shape(connection, old.parent_id), lineage.shape(connection, new.parent_id)
    if left is not None and right is not None:
        lineage.set_shape(connection, old.parent_id, _polygons(shapely.difference(left, area)))
        lineage.set_shape(connection, new.parent_id, _polygons(shapely.union(right, area)))


def _polygons(area: shapely.Geometry) -> shapely.Geometry:
    """Only what has an area: borders that touch leave lines behind."""
    parts = [part for part in shapely.get_parts(area) if part.geom_type == "Polygon"]
    return shapely.multipolygons(parts)


def _let_go(connection: sqlite3.Connection, plan: DivisionMerge, who: str) -> None:
    lineage.end_slots_of(connection, plan.leaving, plan.families, day=plan.day)
    active = {contact for contact, *_, is_active in lineage.staff(connection, [plan.division.id]) if is_active}
    for contact in plan.leaving:
        proposals.withdraw_of_contact(connection, contact, day=date.today().isoformat(), who=who, answer=plan.label)
        if contact in active:
            contact_book.leave(connection, contact, day=plan.day, reason=plan.label)


def _propose(connection: sqlite3.Connection, plan: DivisionMerge, who: str) -> None:
    for one in plan.proposed:
        proposals.add(
            connection, one.slot, one.contact, [(one.household, new_uid())],
            from_date=plan.day, day=date.today().isoformat(), who=who, reason=tr("村合并"),
        )  # fmt: skip
