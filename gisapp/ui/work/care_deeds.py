"""What the buttons and entries of needs, alarms and sleeping places do: open a dialog, read or write a file."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from gisapp.domain.care import CareRow
from gisapp.domain.sleeping import DoorCount, Sleeper
from gisapp.language import tr
from gisapp.services.care.list_care import list_open_care
from gisapp.storage.care import care
from gisapp.storage.county import county_file
from gisapp.storage.families import sleeping
from gisapp.ui.cards.card import Card
from gisapp.ui.cards.care import CareLinks, FamilyCare, draw_care
from gisapp.ui.work.desk import WorkDesk

EXCEL = "Excel (*.xlsx)"
MOST_FAMILIES = 600
"""More than any building holds: nobody answers for a whole county at one door."""


def draw_section(sheet: Card, found: FamilyCare, desk: WorkDesk) -> None:
    """The part of a family's card."""
    family = found.household
    links = CareLinks(
        write=lambda: write_entry(desk, family),
        close=lambda rows: close_rows(desk, rows),
        show_all=lambda: show_timeline(desk, family, title=found.title),
    )
    draw_care(sheet, found, links)


def write_entry(desk: WorkDesk, family: int) -> None:
    """Open the form for a visit, call, need or alarm."""
    from gisapp.ui.dialogs.care.care_entry import CareEntryDialog

    desk.open(CareEntryDialog(desk, family))


def close_rows(desk: WorkDesk, rows: Sequence[Any]) -> None:
    """Open the closing of these needs and alarms."""
    from gisapp.ui.dialogs.care.close_care import CloseCareDialog

    found = [row for row in rows if isinstance(row, CareRow) and row.entry.is_open]
    if found:
        desk.open(CloseCareDialog(desk, found))
    else:
        desk.county.signals.message.emit("info", tr("没有未办结的需求和预警。"))


def close_of_family(desk: WorkDesk, family: int) -> None:
    """Open the closing of what is open of a family."""
    desk.county.tasks.read(lambda connection: list_open_care(connection, household_ids=[family]), lambda rows: close_rows(desk, rows))


def show_timeline(desk: WorkDesk, family: int, *, title: str = "") -> None:
    """Open the whole timeline of a family."""
    from gisapp.ui.dialogs.families.timeline import TimelineDialog

    if title:
        desk.open(TimelineDialog(desk, family, title))
        return
    desk.county.tasks.read(
        lambda connection: care.families(connection, [family])[family].head, lambda head: desk.open(TimelineDialog(desk, family, head))
    )


def check_family(desk: WorkDesk, family: int) -> None:
    """Ask where the people of one family sleep."""
    _check(desk, [family])


def check_rows(desk: WorkDesk, rows: Sequence[Any]) -> None:
    """Ask where the people of the chosen doors or families sleep."""
    _check(desk, families_of_rows(rows))


def families_of_rows(rows: Sequence[Any]) -> list[int]:
    """The families of doors, of people, or of rows that speak of one."""
    found: list[int] = []
    for row in rows:
        if isinstance(row, DoorCount):
            found.extend(row.households)
        elif isinstance(row, Sleeper) or getattr(row, "household", None) is not None:
            found.append(int(row.household))
    return list(dict.fromkeys(found))


def _check(desk: WorkDesk, families: Sequence[int]) -> None:
    from gisapp.ui.dialogs.families.sleeping import SleepingDialog

    if not families:
        desk.county.signals.message.emit("info", tr("请先选中要核对的楼门或户。"))
        return
    if len(families) > MOST_FAMILIES:
        told = tr("一次最多核对 {most} 户，现在是 {count} 户。请先选中几行。", most=MOST_FAMILIES, count=f"{len(families):,}")
        desk.county.signals.message.emit("info", told)
        return

    def read(connection: sqlite3.Connection) -> str:
        people = sleeping.of_families(connection, families)
        first = people[0] if people else None
        if first is None:
            return tr("{count} 户", count=len(families))
        return first.number if len(families) == 1 else tr("{place} 等 {count} 户", place=first.building_name, count=len(families))

    desk.county.tasks.read(read, lambda title: desk.open(SleepingDialog(desk, families, title)))


def save_form(desk: WorkDesk, rows: Sequence[Any]) -> None:
    """The form of the chosen doors or families as a workbook."""
    families = families_of_rows(rows)
    if not families:
        desk.county.signals.message.emit("info", tr("请先选中要核对的楼门或户。"))
        return
    path = desk.ask.save_as(tr("存核对表"), _suggested(desk, tr("住处核对表.xlsx")), EXCEL)
    if path is None:
        return
    county = desk.county.path

    def job(_control: object) -> int:
        from gisapp.export.sleeping_form import write_sleeping_form

        with county_file.reading(county) as connection:
            people = sleeping.of_families(connection, families)
            title = people[0].building_name if people else ""
            return write_sleeping_form(connection, people, path, title=title)

    desk.county.tasks.work(tr("存核对表"), job, lambda _rows: _saved(desk, path))


def read_form(desk: WorkDesk, _rows: Sequence[Any] = ()) -> None:
    """Choose a filled form and show what it would change."""
    from gisapp.ui.dialogs.families.sleeping_form import SleepingFormDialog

    path = desk.ask.form_to_read(desk.county.path.parent)
    if path is not None:
        desk.open(SleepingFormDialog(desk, path))


def save_month(desk: WorkDesk) -> None:
    """The figures of a month as a workbook."""
    month = desk.ask.line(tr("双线月报"), tr("哪个月？写成 2026-07 的样子。"), suggested=f"{date.today():%Y-%m}")
    path = desk.ask.save_as(tr("双线月报"), _suggested(desk, tr("双线月报.xlsx")), EXCEL) if month is not None else None
    if path is None:
        return
    county = desk.county.path

    def job(_control: object) -> int:
        from gisapp.export.care_month import write_care_month
        from gisapp.services.care.report_care_month import report_care_month

        with county_file.reading(county) as connection:
            return write_care_month(connection, report_care_month(connection, month), path)

    desk.county.tasks.work(tr("双线月报"), job, lambda _rows: _saved(desk, path))


def change_days(desk: WorkDesk) -> None:
    """Open the county's numbers of days."""
    from gisapp.ui.dialogs.care.care_days import CareDaysDialog

    desk.open(CareDaysDialog(desk))


def _suggested(desk: WorkDesk, name: str) -> Path:
    return desk.county.path.parent / name


def _saved(desk: WorkDesk, path: Path) -> None:
    desk.county.signals.message.emit("done", tr("已保存：{path}", path=path))
