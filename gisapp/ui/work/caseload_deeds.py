"""What the buttons and menu entries of the contacts' loads do: open a dialog, list families, write a file."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from gisapp.domain.caseload import ContactLoad
from gisapp.language import tr
from gisapp.services.contacts.report_caseload import load_of, report_caseload
from gisapp.storage.county import county_file
from gisapp.ui import reading
from gisapp.ui.work.desk import WorkDesk

MOST_CONTACTS = 50


def propose(desk: WorkDesk, _rows: Sequence[Any]) -> None:
    """Open the proposal for the place shown, the chosen families or the whole county."""
    place, chosen = desk.place, desk.chosen_families
    desk.county.tasks.read(
        lambda connection: reading.title_of_place(connection, *place), lambda title: _open_proposal(desk, title, place, chosen), key="scope"
    )


def _open_proposal(desk: WorkDesk, title: str, place: tuple[str, tuple[int, ...]], chosen: tuple[int, ...]) -> None:
    from gisapp.ui.dialogs.contacts.propose_contacts import ProposeContactsDialog, Scope

    scopes = [Scope(tr("选中的 {count} 户", count=f"{len(chosen):,}"), ("household", chosen))] if chosen else []
    scopes += [Scope(tr("{place} 的搬迁户", place=title), place)] if place[0] else []
    desk.open(ProposeContactsDialog(desk, [*scopes, Scope(tr("全县搬迁户"), ("", ()))]))


def change_limits(desk: WorkDesk, _rows: Sequence[Any]) -> None:
    """Open the limits of the roles."""
    from gisapp.ui.dialogs.contacts.caseload_limits import CaseloadLimitsDialog

    desk.open(CaseloadLimitsDialog(desk))


def list_families(desk: WorkDesk, rows: Sequence[Any]) -> None:
    """The families of the chosen contacts in the table."""
    contacts = [row for row in rows if isinstance(row, ContactLoad)]
    if not 0 < len(contacts) <= MOST_CONTACTS:
        desk.county.signals.message.emit("info", tr("请先在表中选中 1 到 {most} 位联系人。", most=MOST_CONTACTS))
        return
    name = contacts[0].name if len(contacts) == 1 else tr("{count} 位联系人", count=len(contacts))

    def read(connection: sqlite3.Connection) -> tuple[int, ...]:
        loads = [load_of(connection, int(contact.contact)) for contact in contacts]
        return tuple(dict.fromkeys(family for load in loads if load is not None for family in load[1]))

    desk.county.tasks.read(read, lambda families: show_families(desk, name, families), key="load")


def show_families(desk: WorkDesk, name: str, families: Sequence[int]) -> None:
    """Families somebody looks after, in the table."""
    desk.list_families(tr("{name}负责的户", name=name), families)


def export(desk: WorkDesk, _rows: Sequence[Any]) -> None:
    """Loads of the place we are at as a workbook."""
    kind, ids = desk.place
    path = desk.ask.save_as(tr("导出联系人负担"), Path.home() / tr("联系人负担.xlsx"), tr("Excel 工作簿 (*.xlsx)"))
    if path is None:
        return
    county, signals = desk.county.path, desk.county.signals

    def job(_control: object) -> int:
        from gisapp.export.caseload_tables import write_caseload

        with county_file.reading(county) as connection:
            return write_caseload(connection, path, report_caseload(connection, kind=kind, ids=ids))

    desk.county.tasks.work(
        tr("导出联系人负担"), job, lambda rows: signals.message.emit("done", tr("已导出 {rows:,} 行：{path}", rows=rows, path=path))
    )
