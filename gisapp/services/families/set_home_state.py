"""Say in what state a family's home is: lived in, vacant, lost or demolished, dated."""

from __future__ import annotations

import sqlite3
from datetime import date
from typing import TYPE_CHECKING

from gisapp.domain import family_events
from gisapp.domain.family import GONE, EventKind
from gisapp.domain.home import HomeRole, HomeState
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.services.families.family_change import FamilyPlan, FamilyResult, PlannedEvent, carry_out, day_of, living_family
from gisapp.storage.places import places

if TYPE_CHECKING:
    from sqlite_utils import Database


def plan_home_state(
    connection: sqlite3.Connection, household_id: int, role: HomeRole, state: HomeState, *, day: date | None = None
) -> FamilyPlan:
    """One of the family's homes in another state from ``day`` on; the days before are kept.

    A house that is lost or demolished leaves the houses that stand once no other family has it; its
    place still decides the origin grid, and a rebuilt one stands there again, a flat in its old room. Raises BadRequest
    when there is no such home, it is in that state already, it began after ``day``, or another flat has the room.
    """
    on = day_of(day)
    family = living_family(connection, household_id, on)
    home = next((one for one in family.homes if one.role is role), None)
    if home is None:
        raise BadRequest(tr("这户没有{role}。", role=role.caption), tr("请选择这户的另一处住房。"))
    if home.state is state:
        raise BadRequest(tr("{number}已经登记为{state}。", number=home.place.number, state=state.caption), tr("请选择另一种状态。"))
    if on < home.from_date:
        raise BadRequest(
            tr("日期 {day} 早于这户现有住房的起始日 {began}。", day=on, began=home.from_date), tr("请检查日期；登记有误可先撤销那一步。")
        )
    taken = places.in_its_room(connection, home.place.former_house_id) if home.place.former_house_id and state not in GONE else None
    if taken is not None:
        raise BadRequest(
            tr("{number}原来的位置上现在登记着{other}。", number=home.place.number, other=taken), tr("请用搬家，把这户登记到新的房屋。")
        )
    text = tr("{role}{number}：{old}→{new}", role=role.caption, number=home.place.number, old=home.state.caption, new=state.caption)
    others = places.others_living_in(connection, home.place.house_id, family.id) if home.place.house_id and state in GONE else []
    told = {"number": home.place.number, "count": len(others), "others": tr("、").join(others[:5])}
    warnings = (tr("{number}还有 {count} 户登记，房屋保留在地图上：{others}。", **told),) if others else ()
    after = family_events.home_changed(family, home, state, on)
    label = tr("{family}：{text}", family=family.caption, text=text)
    return FamilyPlan(label, on, (family,), (after,), (PlannedEvent(EventKind.HOME, 0, text),), warnings)


def set_home_state(
    db: Database, household_id: int, role: HomeRole, state: HomeState, *, who: str, day: date | None = None, why: str | None = None
) -> FamilyResult:
    """Carry out ``plan_home_state``."""
    return carry_out(db, plan_home_state(db.conn, household_id, role, state, day=day), who=who, why=why)
