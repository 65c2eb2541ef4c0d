"""Slice of the flood team's work: the situation report, lists by contact and map pages, needs, the checklist."""

from __future__ import annotations

import sqlite3

from PySide6.QtWidgets import QWidget

from gisapp.domain.affected import AffectedRun
from gisapp.domain.checklist import RunChecklist
from gisapp.language import tr
from gisapp.services.runs.tick_checklist import run_checklist
from gisapp.ui.cards.card import Card
from gisapp.ui.work import situation_deeds
from gisapp.ui.work.desk import WorkDesk
from gisapp.ui.work.records import MapPage, RunAction, RunSection, Slice, WorkCommand


def _read_checklist(connection: sqlite3.Connection, run: AffectedRun) -> RunChecklist | None:
    found = run_checklist(connection, int(run.id))
    return found if found.checks else None


def _draw_checklist(sheet: Card, found: RunChecklist, _desk: WorkDesk) -> None:
    sheet.line(tr("行动清单"), tr("已办 {done} / {count} 条", done=found.done, count=len(found.checks)))


def _checklist_page(desk: WorkDesk) -> QWidget:
    from gisapp.ui.panels.checklist_page import ChecklistPage

    return ChecklistPage(desk)


def _needs_page(desk: WorkDesk) -> QWidget:
    from gisapp.ui.panels.needs_page import NeedsPage

    return NeedsPage(desk)


SLICE = Slice(
    flood_pages=(
        MapPage("checklist", lambda: tr("行动清单"), _checklist_page),
        MapPage("needs", lambda: tr("物资需求"), _needs_page),
    ),
    run_sections=(RunSection("checklist", _read_checklist, _draw_checklist),),
    run_actions=(
        RunAction("report", lambda: tr("处置报告…"), situation_deeds.print_report, icon="print", opens_group=True),
        RunAction("print_lists", lambda: tr("按联系人名单、地图页…"), situation_deeds.print_lists, icon="print"),
        RunAction("needs", lambda: tr("物资需求"), lambda desk, _run: desk.show_flood_page("needs"), icon="table"),
        RunAction("checklist", lambda: tr("行动清单"), lambda desk, _run: desk.show_flood_page("checklist"), icon="done"),
    ),
    commands=(
        WorkCommand("report", situation_deeds.print_report_of_hand),
        WorkCommand("needs", lambda desk: desk.show_flood_page("needs")),
        WorkCommand("checklist", lambda desk: desk.show_flood_page("checklist")),
        WorkCommand("grid_sheets", situation_deeds.print_grid_sheets),
    ),
)
