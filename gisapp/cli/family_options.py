"""What the commands about families share: who is meant, when it happened, and how the answer looks."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from gisapp.cli.answer import answer
from gisapp.cli.who import who
from gisapp.domain.person import Relation, Sex
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.services.families.describe_change import describe_change
from gisapp.services.families.family_change import FamilyPlan, carry_out
from gisapp.storage.county import county_file

Command = TypeVar("Command", bound=Callable[..., Any])


def when(function: Command) -> Command:
    """The options --date, --reason and --dry-run."""
    for option in (
        click.option("--dry-run", "is_dry", is_flag=True, help="只看会发生什么，不写入。"),
        click.option("--reason", help="原因，记入历史。"),
        click.option("--date", "date_text", help="哪一天，默认今天。"),
    ):
        function = option(function)
    return function


def run(file: Path, make: Callable[[sqlite3.Connection], FamilyPlan], *, reason: str | None, is_dry: bool) -> None:
    """Make the plan, write it unless ``is_dry``, and answer."""
    if is_dry:
        with county_file.reading(file) as connection:
            plan = make(connection)
        families, people, entry = [family.id for family in plan.after], _people_of(plan), None
    else:
        with county_file.writing(file) as db:
            plan = make(db.conn)
            result = carry_out(db, plan, who=who(), why=reason)
        families, people, entry = list(result.families), list(result.people), result.change.entry
    words = describe_change(plan)
    rows = [{"id": one, "code": family.code, "ended_on": family.ended_on} for one, family in zip(families, plan.after, strict=True)]
    data = {
        "label": plan.label, "date": plan.day, "families": rows, "people": people, "steps": list(words.all),
        "warnings": list(plan.warnings), "entry": entry,
    }  # fmt: skip
    answer(data, "\n".join([plan.label, *(f"  {line}" for line in (*words.all, *plan.warnings))]))


def _people_of(plan: FamilyPlan) -> list[int]:
    known = {person for family in plan.before for person in family.people}
    return [person.id for family in plan.after for person in family.people if person not in known]


def relation_from_text(text: str) -> Relation:
    """A relation by its code or as the screen says it; raises BadRequest that lists them."""
    for relation in Relation:
        if text.strip().lower() in (relation.value, relation.caption.lower(), relation.value.replace("_", "-")):
            return relation
    words = "  ".join(f"{relation.value}({relation.caption})" for relation in Relation if relation is not Relation.HEAD)
    raise BadRequest(tr("没有关系“{text}”。", text=text), tr("可用的关系：{relations}。", relations=words))


def sex_from_text(text: str) -> Sex:
    """男/女, male/female, m/f; raises BadRequest."""
    for sex, words in ((Sex.MALE, ("male", "m", "男")), (Sex.FEMALE, ("female", "f", "女"))):
        if text.strip().lower() in words:
            return sex
    raise BadRequest(tr("性别不对：{text}", text=text), tr("请写 男 或 女。"))
