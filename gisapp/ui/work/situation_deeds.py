"""What the flood team's papers, needs and checklist do when a button is pressed: open a form, write through a service, print."""

from __future__ import annotations

from gisapp.domain.affected import AffectedRun
from gisapp.domain.needs import NeedItem
from gisapp.language import tr
from gisapp.services.runs.keep_needs import remove_need as take_out
from gisapp.services.runs.keep_needs import restore_preset_needs
from gisapp.ui import situation_outputs
from gisapp.ui.work.desk import WorkDesk


def print_report(desk: WorkDesk, run: AffectedRun) -> None:
    """Ask which parts of the situation report of a run, then print."""
    _ask_report(desk, int(run.id))


def print_report_of_hand(desk: WorkDesk) -> None:
    """Likewise of the run in hand, else of the latest."""
    run = desk.bench.flood.run
    _ask_report(desk, None if run is None else int(run.id))


def _ask_report(desk: WorkDesk, run: int | None) -> None:
    from gisapp.ui.dialogs.outputs.print_report import PrintReportDialog

    desk.open(PrintReportDialog(desk, run))


def print_lists(desk: WorkDesk, run: AffectedRun) -> None:
    """Ask which list or map pages, then print."""
    from gisapp.ui.dialogs.flood.print_run import PrintRunDialog

    desk.open(PrintRunDialog(desk, run))


def print_grid_sheets(desk: WorkDesk) -> None:
    """The sheets of all grids into a folder."""
    situation_outputs.print_grid_sheets(desk.county, desk.ask)


def print_checklist(desk: WorkDesk, run: int) -> None:
    """The checklist of a run alone."""
    situation_outputs.print_report(desk.county, desk.ask, run, parts=("checklist",), name=tr("行动清单.pdf"))


def add_check(desk: WorkDesk, run: int) -> None:
    """One more line for this run only."""
    from gisapp.ui.dialogs.flood.checklist import CheckDialog

    desk.open(CheckDialog(desk, run=run))


def edit_checklist(desk: WorkDesk) -> None:
    """The county's list."""
    from gisapp.ui.dialogs.flood.checklist import ChecklistDialog

    desk.open(ChecklistDialog(desk))


def edit_need(desk: WorkDesk, item: NeedItem | None) -> None:
    """One norm, or a new one."""
    from gisapp.ui.dialogs.flood.need import NeedDialog

    desk.open(NeedDialog(desk, item))


def remove_need(desk: WorkDesk, item: NeedItem) -> None:
    """Take a norm out."""
    who = desk.county.who
    desk.county.tasks.write(tr("物资标准"), lambda db, _control: take_out(db, item.code, who=who), desk.tell)


def restore_needs(desk: WorkDesk) -> None:
    """Back to the preset."""
    who = desk.county.who
    desk.county.tasks.write(tr("物资标准"), lambda db, _control: restore_preset_needs(db, who=who), desk.tell)


def export_needs(desk: WorkDesk, run: int, days: int) -> None:
    """The needs of a run as a workbook."""
    situation_outputs.export_needs(desk.county, desk.ask, run, days)
