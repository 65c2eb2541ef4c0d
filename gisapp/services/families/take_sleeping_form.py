"""Take the filled form of sleeping places back: every row becomes an update or a refusal with its reason."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from gisapp.domain.change import Change
from gisapp.domain.sleeping import SleepingUpdate, place_from_text
from gisapp.domain.sleeping_form import FormRow
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.readers.sleeping_form import read_form
from gisapp.services.families.update_sleeping import RefusedRow, SleepingPlan, preview_sleeping, update_sleeping
from gisapp.storage.families import sleeping

if TYPE_CHECKING:
    from sqlite_utils import Database


@dataclass(frozen=True, slots=True)
class FormResult:
    """``rows`` = changed + same + refused; ``blank`` people on the form have no answer and are left as they are.

    ``row`` of a refusal is the line in the file.
    """

    rows: int
    changed: int
    same: int
    refused: tuple[RefusedRow, ...]
    blank: int


def preview_sleeping_form(connection: sqlite3.Connection, path: Path, *, checked_on: date | None = None) -> FormResult:
    """What taking the form would do; writes nothing. Raises BadFile."""
    form, blank = _filled(path)
    updates, refused = _updates(connection, form, checked_on or date.today())
    return _result(form, blank, refused, updates, preview_sleeping(connection, [one for _, one in updates]))


def take_sleeping_form(
    db: Database, path: Path, *, who: str, checked_on: date | None = None, why: str | None = None
) -> tuple[FormResult, Change | None]:
    """Write every row that can be taken; rows without a day were checked on ``checked_on`` (today when None). Raises BadFile."""
    form, blank = _filled(path)
    updates, refused = _updates(db.conn, form, checked_on or date.today())
    if not updates:
        return FormResult(len(form), 0, 0, tuple(refused), blank), None
    plan, change = update_sleeping(db, [one for _, one in updates], who=who, why=why)
    return _result(form, blank, refused, updates, plan), change


Numbered = tuple[int, SleepingUpdate]
"""(line in the file, what it asks)"""


def _filled(path: Path) -> tuple[list[FormRow], int]:
    rows = read_form(path)
    filled = [row for row in rows if row.answer]
    return filled, len(rows) - len(filled)


def _updates(connection: sqlite3.Connection, form: Sequence[FormRow], checked_on: date) -> tuple[list[Numbered], list[RefusedRow]]:
    numbers = [int(row.person) for row in form if row.person.isascii() and row.person.isdecimal() and len(row.person) < 18]
    people = sleeping.of_residents(connection, numbers)
    found: list[Numbered] = []
    refused: list[RefusedRow] = []
    for row in form:
        number = int(row.person) if row.person.isascii() and row.person.isdecimal() and len(row.person) < 18 else 0
        person = people.get(number)
        if person is None:
            refused.append(RefusedRow(row.line, number, row.name, tr("没有编号为“{number}”的人", number=row.person)))
        elif row.name and row.name != person.name:
            refused.append(RefusedRow(row.line, number, row.name, tr("编号与姓名不符：这个编号是{name}", name=person.name)))
        else:
            try:
                found.append((row.line, SleepingUpdate(number, place_from_text(row.answer), _day(row.day, checked_on), row.note)))
            except BadRequest as error:
                refused.append(RefusedRow(row.line, number, row.name, error.message))
    return found, refused


def _day(text: str, otherwise: date) -> date:
    if not text:
        return otherwise
    try:
        return date.fromisoformat(text.replace("/", "-").replace(".", "-"))
    except ValueError as error:
        raise BadRequest(tr("日期不对：{text}", text=text)) from error


def _result(
    form: Sequence[FormRow], blank: int, refused: Sequence[RefusedRow], updates: Sequence[Numbered], plan: SleepingPlan
) -> FormResult:
    late = [RefusedRow(updates[one.row][0], one.resident, one.name, one.reason) for one in plan.refused]
    every = tuple(sorted((*refused, *late), key=lambda one: one.row))
    return FormResult(len(form), len(plan.changed), len(plan.same), every, blank)
