"""The checklist of one run: what fits its hazards, who did what and when."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from gisapp.domain.change import Change, Kind
from gisapp.domain.checklist import MOST_TEXT, RunCheck, RunChecklist
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.services.runs.keep_checklist import CheckForm, read_checklist
from gisapp.services.runs.pick_run import pick_run
from gisapp.storage.county import history
from gisapp.storage.runs import checklists

if TYPE_CHECKING:
    from sqlite_utils import Database

MOST_NAME = 40


def run_checklist(connection: sqlite3.Connection, run_id: int | None = None) -> RunChecklist:
    """The list of a run (None = the latest): its own once somebody began with it, else what of the county's list fits its hazards.

    Raises BadRequest for a run that is not there.
    """
    run = pick_run(connection, run_id).id
    kept = checklists.kept_checks(connection, run)
    if kept:
        return RunChecklist(run, tuple(check for check, _ in kept), any(is_example for _, is_example in kept), is_kept=True)
    areas = checklists.areas_of_run(connection, run)
    table = read_checklist(connection)
    fitting = (item for item in table.items if item.fits(areas))
    return RunChecklist(run, tuple(RunCheck(number, item) for number, item in enumerate(fitting, 1)), table.is_example, is_kept=False)


def tick_checks(
    db: Database, run_id: int | None, numbers: Sequence[int], *, who: str, by: str = "", note: str = "", at: datetime | None = None
) -> Change:
    """Say that lines were done: by whom (``who`` when nobody is named), when (now), with a note.

    Raises BadRequest for numbers that are not in the list or done already.
    """
    found = _numbered(run_checklist(db.conn, run_id), numbers)
    if all(check.is_done for check in found):
        raise BadRequest(tr("这几条已经办过了。"), tr("要改就先取消，再重新登记。"))
    name = _line(by, MOST_NAME) or who
    moment = (at or datetime.now().astimezone()).isoformat(timespec="seconds")
    label = tr("行动清单：{count} 条已办，{name}", count=len(found), name=name)
    with history.recorded(db, label=label, who=who, kinds=(Kind.CHECK,)) as entry:
        run = _kept(db, run_id)
        checklists.tick(db.conn, run, [one.number for one in found if not one.is_done], at=moment, by=name, note=_line(note, MOST_TEXT))
    return Change(label, (Kind.CHECK,), (run,), entry)


def untick_checks(db: Database, run_id: int | None, numbers: Sequence[int], *, who: str) -> Change:
    """Take ticks away; raises BadRequest for numbers that are not in the list or none of which is done."""
    found = [check for check in _numbered(run_checklist(db.conn, run_id), numbers) if check.is_done]
    if not found:
        raise BadRequest(tr("这几条本来就没有办。"), tr("无需取消。"))
    label = tr("行动清单：取消 {count} 条", count=len(found))
    with history.recorded(db, label=label, who=who, kinds=(Kind.CHECK,)) as entry:
        run = _kept(db, run_id)
        checklists.tick(db.conn, run, [one.number for one in found], at=None, by=None, note="")
    return Change(label, (Kind.CHECK,), (run,), entry)


def add_check(db: Database, run_id: int | None, form: CheckForm, *, who: str) -> Change:
    """Put a line at the end of one run's list only; raises BadRequest for an unclear one."""
    found = run_checklist(db.conn, run_id)
    number = max((check.number for check in found.checks), default=0) + 1
    check = RunCheck(number, form.item(f"{number}"))
    label = tr("行动清单：本次加上第 {number} 条", number=number)
    with history.recorded(db, label=label, who=who, kinds=(Kind.CHECK,)) as entry:
        run = _kept(db, run_id)
        checklists.keep_checks(db.conn, run, [check], is_example=False)
    return Change(label, (Kind.CHECK,), (run,), entry)


def _kept(db: Database, run_id: int | None) -> int:
    """Write the run's list down when nobody has begun with it yet; returns the run."""
    found = run_checklist(db.conn, run_id)
    if not found.is_kept:
        checklists.keep_checks(db.conn, found.run, found.checks, is_example=found.is_example)
    return found.run


def _numbered(found: RunChecklist, numbers: Sequence[int]) -> list[RunCheck]:
    by_number = {check.number: check for check in found.checks}
    unknown = [str(number) for number in numbers if number not in by_number]
    if unknown or not numbers:
        raise BadRequest(
            tr("清单里没有第 {numbers} 条。", numbers=tr("、").join(unknown) or "0"),
            tr("这次研判的清单共 {count} 条。", count=len(by_number)),
        )
    return [by_number[number] for number in dict.fromkeys(numbers)]


def _line(text: str, most: int) -> str:
    """One line of text, cut to what a cell holds."""
    return " ".join(text.split())[:most]
