"""gisapp family: what happens to families: split, merge, head, birth, death, marriage, leaving, state of a home."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import click

from gisapp.cli import arguments
from gisapp.cli.family_options import relation_from_text, run, sex_from_text, when
from gisapp.cli.usage import TranslatedGroup
from gisapp.domain.home import HomeRole, HomeState
from gisapp.domain.person import Relation
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.services.families.change_head import plan_head
from gisapp.services.families.family_change import FamilyPlan, day_of
from gisapp.services.families.find_family import find_family, find_member
from gisapp.services.families.leave_county import plan_leave, plan_person_return
from gisapp.services.families.marry import plan_marry_in, plan_marry_out
from gisapp.services.families.merge_families import plan_merge
from gisapp.services.families.new_person import NewPerson
from gisapp.services.families.record_birth import plan_birth
from gisapp.services.families.record_death import plan_death
from gisapp.services.families.set_home_state import plan_home_state
from gisapp.services.families.split_family import plan_split
from gisapp.services.places.find_house import find_house

PERSON = click.option("--person", required=True, help="哪一个人：姓名或编号。")
HEAD = click.option("--head", help="户主离开后谁当户主：姓名或编号。")
RELATION = click.option("--relation", "relation_text", help="与户主的关系，如 child 或 子女。")
family_argument = click.argument("family")


@click.group("family", cls=TranslatedGroup)
@arguments.county_file
@click.pass_context
def command(ctx: click.Context, file: Path) -> None:
    """分户、并户、换户主、出生、去世、婚入、婚出、迁出、返回、住房状态。"""
    arguments.keep_file(ctx, file)


def _member(connection: sqlite3.Connection, household: int, text: str | None, date_text: str | None) -> int | None:
    if text is None:
        return None
    return find_member(connection, household, text, day=day_of(arguments.day_from_text(date_text)))


def _somebody(connection: sqlite3.Connection, household: int, text: str, date_text: str | None) -> int:
    return find_member(connection, household, text, day=day_of(arguments.day_from_text(date_text)))


@command.command("split")
@family_argument
@click.option("--people", required=True, help="分出去的人：姓名或编号，用逗号分开。")
@HEAD
@click.option("--home", "house", help="新户住哪里：门牌或房屋编号，默认同一处。")
@click.option("--code", help="新户的户编号，默认由程序编号。")
@when
def split(
    family: str, people: str, head: str | None, house: str | None, code: str | None, date_text: str | None, reason: str | None, is_dry: bool
) -> None:
    """分户：选出的人成为新的一户，岗位随同。"""

    def make(connection: sqlite3.Connection) -> FamilyPlan:
        household = find_family(connection, family)
        chosen = [_somebody(connection, household, one, date_text) for one in people.replace("，", ",").split(",") if one.strip()]
        place = find_house(connection, house) if house is not None else None
        leader = _member(connection, household, head, date_text)
        return plan_split(connection, household, chosen, head=leader, house=place, code=code, day=arguments.day_from_text(date_text))

    run(arguments.kept_file(), make, reason=reason, is_dry=is_dry)


@command.command("merge")
@family_argument
@click.option("--into", required=True, help="并入哪一户：户编号。")
@when
def merge(family: str, into: str, date_text: str | None, reason: str | None, is_dry: bool) -> None:
    """并户：这一户结束，人并入另一户。"""

    def make(connection: sqlite3.Connection) -> FamilyPlan:
        other = find_family(connection, into)
        return plan_merge(connection, find_family(connection, family), other, day=arguments.day_from_text(date_text))

    run(arguments.kept_file(), make, reason=reason, is_dry=is_dry)


@command.command("head")
@family_argument
@PERSON
@when
def head_of_family(family: str, person: str, date_text: str | None, reason: str | None, is_dry: bool) -> None:
    """换户主，其他人的关系随之改变。"""

    def make(connection: sqlite3.Connection) -> FamilyPlan:
        household = find_family(connection, family)
        return plan_head(connection, household, _somebody(connection, household, person, date_text), day=arguments.day_from_text(date_text))

    run(arguments.kept_file(), make, reason=reason, is_dry=is_dry)


@command.command("birth")
@family_argument
@click.option("--name", required=True, help="姓名。")
@click.option("--sex", required=True, help="男 或 女。")
@RELATION
@click.option("--id-number", default="", help="证件号码，可以不写。")
@when
def birth(
    family: str, name: str, sex: str, relation_text: str | None, id_number: str, date_text: str | None, reason: str | None, is_dry: bool
) -> None:
    """登记出生。"""
    relation = relation_from_text(relation_text) if relation_text else Relation.CHILD
    chosen, day = sex_from_text(sex), arguments.day_from_text(date_text)

    def make(connection: sqlite3.Connection) -> FamilyPlan:
        return plan_birth(connection, find_family(connection, family), name, chosen, relation=relation, id_number=id_number, day=day)

    run(arguments.kept_file(), make, reason=reason, is_dry=is_dry)


@command.command("death")
@family_argument
@PERSON
@HEAD
@when
def death(family: str, person: str, head: str | None, date_text: str | None, reason: str | None, is_dry: bool) -> None:
    """登记去世；最后一人去世，户结束。"""

    def make(connection: sqlite3.Connection) -> FamilyPlan:
        household = find_family(connection, family)
        one, leader = _somebody(connection, household, person, date_text), _member(connection, household, head, date_text)
        return plan_death(connection, household, one, head=leader, day=arguments.day_from_text(date_text))

    run(arguments.kept_file(), make, reason=reason, is_dry=is_dry)


@command.command("marry-in")
@family_argument
@click.option("--person", "resident", type=click.IntRange(1, 2**31), help="另一户的人的编号；新来的人不写。")
@click.option("--name", help="新来的人的姓名。")
@click.option("--sex", help="男 或 女。")
@click.option("--born", help="新来的人的出生日期。")
@click.option("--id-number", default="", help="证件号码，可以不写。")
@RELATION
@click.option("--note", default="", help="不住在这户时住哪里。")
@when
def marry_in(
    family: str, resident: int | None, name: str | None, sex: str | None, born: str | None, id_number: str, relation_text: str | None,
    note: str, date_text: str | None, reason: str | None, is_dry: bool,
) -> None:  # fmt: skip
    """登记婚入：县外新来的人，或另一户的人。"""
    relation = relation_from_text(relation_text) if relation_text else Relation.SPOUSE
    person = resident if resident is not None else _new_person(name, sex, born, id_number)

    def make(connection: sqlite3.Connection) -> FamilyPlan:
        household = find_family(connection, family)
        return plan_marry_in(connection, household, person, relation=relation, note=note, day=arguments.day_from_text(date_text))

    run(arguments.kept_file(), make, reason=reason, is_dry=is_dry)


def _new_person(name: str | None, sex: str | None, born: str | None, id_number: str) -> NewPerson:
    born_on = arguments.day_from_text(born)
    if name is None or sex is None or born_on is None:
        raise BadRequest(tr("请写 --person，或 --name、--sex 和 --born。"), tr("例如：--name 卫青 --sex 女 --born 1998-03-05。"))
    return NewPerson(name, sex_from_text(sex), born_on.isoformat(), id_number)


@command.command("marry-out")
@family_argument
@PERSON
@click.option("--to", help="嫁到哪一户：户编号；县外不写。")
@RELATION
@click.option("--note", default="", help="县外哪里。")
@HEAD
@when
def marry_out(
    family: str, person: str, to: str | None, relation_text: str | None, note: str, head: str | None, date_text: str | None,
    reason: str | None, is_dry: bool,
) -> None:  # fmt: skip
    """登记婚出：到另一户，或到县外。"""
    relation = relation_from_text(relation_text) if relation_text else Relation.SPOUSE

    def make(connection: sqlite3.Connection) -> FamilyPlan:
        household, other = find_family(connection, family), find_family(connection, to) if to is not None else None
        one, leader = _somebody(connection, household, person, date_text), _member(connection, household, head, date_text)
        day = arguments.day_from_text(date_text)
        return plan_marry_out(connection, household, one, to=other, relation=relation, note=note, head=leader, day=day)

    run(arguments.kept_file(), make, reason=reason, is_dry=is_dry)


@command.command("leave")
@family_argument
@PERSON
@click.option("--note", default="", help="县外哪里。")
@HEAD
@when
def leave(family: str, person: str, note: str, head: str | None, date_text: str | None, reason: str | None, is_dry: bool) -> None:
    """登记迁出本县。"""

    def make(connection: sqlite3.Connection) -> FamilyPlan:
        household = find_family(connection, family)
        one, leader = _somebody(connection, household, person, date_text), _member(connection, household, head, date_text)
        return plan_leave(connection, household, one, note=note, head=leader, day=arguments.day_from_text(date_text))

    run(arguments.kept_file(), make, reason=reason, is_dry=is_dry)


@command.command("return")
@family_argument
@click.option("--person", "resident", type=click.IntRange(1, 2**31), required=True, help="迁出的人的编号。")
@RELATION
@when
def person_return(family: str, resident: int, relation_text: str | None, date_text: str | None, reason: str | None, is_dry: bool) -> None:
    """登记迁出的人返回。"""
    relation = relation_from_text(relation_text) if relation_text else None

    def make(connection: sqlite3.Connection) -> FamilyPlan:
        household = find_family(connection, family)
        return plan_person_return(connection, household, resident, relation=relation, day=arguments.day_from_text(date_text))

    run(arguments.kept_file(), make, reason=reason, is_dry=is_dry)


@command.command("home")
@family_argument
@click.option("--role", type=click.Choice([role.value for role in HomeRole]), help="哪一处住房，只有一处可以不写。")
@click.option("--state", type=click.Choice([state.value for state in HomeState]), required=True, help="住房状态。")
@when
def home(family: str, role: str | None, state: str, date_text: str | None, reason: str | None, is_dry: bool) -> None:
    """登记住房状态：在住、空置、灾毁、已拆除。"""
    chosen = HomeRole(role) if role is not None else HomeRole.ONLY

    def make(connection: sqlite3.Connection) -> FamilyPlan:
        return plan_home_state(
            connection, find_family(connection, family), chosen, HomeState(state), day=arguments.day_from_text(date_text)
        )

    run(arguments.kept_file(), make, reason=reason, is_dry=is_dry)
