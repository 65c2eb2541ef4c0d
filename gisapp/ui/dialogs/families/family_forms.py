"""Which fields each event of family life asks for, and the plan they make."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from gisapp.domain.home import HomeRole, HomeState
from gisapp.domain.person import Relation, Sex
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.services.families.change_head import plan_head
from gisapp.services.families.family_change import FamilyPlan
from gisapp.services.families.leave_county import plan_leave, plan_person_return
from gisapp.services.families.marry import plan_marry_in, plan_marry_out
from gisapp.services.families.merge_families import plan_merge
from gisapp.services.families.move_family import plan_away, plan_move, plan_return
from gisapp.services.families.new_person import NewPerson
from gisapp.services.families.record_birth import plan_birth
from gisapp.services.families.record_death import plan_death
from gisapp.services.families.set_home_state import plan_home_state
from gisapp.services.families.split_family import plan_split, refuse_alone


@dataclass(frozen=True, slots=True)
class EventValues:
    """What stands in the fields: ids are None while nothing is chosen, texts may be empty."""

    family: int
    day: date
    people: tuple[int, ...] = ()
    person: int | None = None
    departed: int | None = None
    head: int | None = None
    house: int | None = None
    other_family: int | None = None
    other_person: int | None = None
    relation: Relation = Relation.OTHER
    home: HomeRole = HomeRole.ONLY
    state: HomeState = HomeState.LIVED_IN
    sex: Sex = Sex.FEMALE
    name: str = ""
    born: str = ""
    id_number: str = ""
    phone: str = ""
    where: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True)
class EventForm:
    """One event: its name, the fields it shows in this order, the plan it makes; ``relation`` stands there first.

    ``least``: how many people a family needs for it; the plan says why when there are fewer.
    """

    id: str
    title: Callable[[], str]
    fields: tuple[str, ...]
    plan: Callable[[sqlite3.Connection, EventValues], FamilyPlan]
    relation: Relation = Relation.OTHER
    least: int = 1


def _chosen(value: int | None, question: str) -> int:
    if value is None:
        raise BadRequest(question)
    return value


def _house(values: EventValues) -> int:
    return _chosen(values.house, tr("请选择搬到哪一处房屋：用上下键选，或先写门牌的一部分。"))


def _person(values: EventValues) -> int:
    return _chosen(values.person, tr("请选择是哪一个人。"))


def _move(connection: sqlite3.Connection, v: EventValues) -> FamilyPlan:
    return plan_move(connection, v.family, _house(v), day=v.day)


def _back(connection: sqlite3.Connection, v: EventValues) -> FamilyPlan:
    return plan_return(connection, v.family, day=v.day)


def _away(connection: sqlite3.Connection, v: EventValues) -> FamilyPlan:
    return plan_away(connection, v.family, v.where, day=v.day)


def _split(connection: sqlite3.Connection, v: EventValues) -> FamilyPlan:
    refuse_alone(connection, v.family, day=v.day)
    if not v.people:
        raise BadRequest(tr("请勾选分出去的人。"))
    head = v.head if v.head in v.people else None
    return plan_split(connection, v.family, v.people, head=head, house=v.house, code=v.code or None, day=v.day)


def _merge(connection: sqlite3.Connection, v: EventValues) -> FamilyPlan:
    return plan_merge(connection, v.family, _chosen(v.other_family, tr("请选择并入哪一户。")), day=v.day)


def _head(connection: sqlite3.Connection, v: EventValues) -> FamilyPlan:
    return plan_head(connection, v.family, _person(v), day=v.day)


def _birth(connection: sqlite3.Connection, v: EventValues) -> FamilyPlan:
    if not v.name:
        raise BadRequest(tr("请写姓名。"))
    return plan_birth(connection, v.family, v.name, v.sex, relation=v.relation, id_number=v.id_number, day=v.day)


def _death(connection: sqlite3.Connection, v: EventValues) -> FamilyPlan:
    return plan_death(connection, v.family, _person(v), head=v.head, day=v.day)


def _marry_in_new(connection: sqlite3.Connection, v: EventValues) -> FamilyPlan:
    if not v.name:
        raise BadRequest(tr("请写姓名。"))
    person = NewPerson(v.name, v.sex, _iso(v.born), v.id_number, v.phone)
    return plan_marry_in(connection, v.family, person, relation=v.relation, note=v.where, day=v.day)


def _iso(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise BadRequest(tr("请写出生日期，如 1998-03-05。")) from error


def _marry_in(connection: sqlite3.Connection, v: EventValues) -> FamilyPlan:
    person = _chosen(v.other_person, tr("请选择另一户的人：写姓名、首字母或证件尾号。"))
    return plan_marry_in(connection, v.family, person, relation=v.relation, note=v.where, day=v.day)


def _marry_out(connection: sqlite3.Connection, v: EventValues) -> FamilyPlan:
    return plan_marry_out(connection, v.family, _person(v), to=v.other_family, relation=v.relation, note=v.where, head=v.head, day=v.day)


def _leave(connection: sqlite3.Connection, v: EventValues) -> FamilyPlan:
    return plan_leave(connection, v.family, _person(v), note=v.where, head=v.head, day=v.day)


def _return(connection: sqlite3.Connection, v: EventValues) -> FamilyPlan:
    return plan_person_return(connection, v.family, _chosen(v.departed, tr("这户没有迁出的人可以返回。")), day=v.day)


def _home(connection: sqlite3.Connection, v: EventValues) -> FamilyPlan:
    return plan_home_state(connection, v.family, v.home, v.state, day=v.day)


FORMS = (
    EventForm("move", lambda: tr("搬家"), ("house",), _move),
    EventForm("back", lambda: tr("返回原住房"), (), _back),
    EventForm("away", lambda: tr("全家外出"), ("where",), _away),
    EventForm("split", lambda: tr("分户"), ("people", "head", "house", "code"), _split, least=2),
    EventForm("merge", lambda: tr("并户"), ("other_family",), _merge),
    EventForm("head", lambda: tr("换户主"), ("person",), _head),
    EventForm("birth", lambda: tr("出生"), ("name", "sex", "relation", "id_number"), _birth, Relation.CHILD),
    EventForm("death", lambda: tr("去世"), ("person", "head"), _death),
    EventForm(
        "marry_in_new", lambda: tr("婚入：新来的人"), ("name", "sex", "born", "relation", "id_number", "phone", "where"), _marry_in_new,
        Relation.SPOUSE,
    ),
    EventForm("marry_in", lambda: tr("婚入：另一户的人"), ("other_person", "relation", "where"), _marry_in, Relation.SPOUSE),
    EventForm("marry_out", lambda: tr("婚出"), ("person", "other_family", "relation", "where", "head"), _marry_out, Relation.SPOUSE),
    EventForm("leave", lambda: tr("迁出本县"), ("person", "where", "head"), _leave),
    EventForm("return", lambda: tr("迁出的人返回"), ("departed",), _return),
    EventForm("home", lambda: tr("住房状态"), ("home", "state"), _home),
)  # fmt: skip
"""In the order of the list at the top of the dialog."""
