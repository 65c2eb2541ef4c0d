"""What the buttons and entries of damage and rebuild do: open a dialog, show the board, write a file."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gisapp.domain.affected import AffectedRun
from gisapp.domain.damage import Damage
from gisapp.language import tr
from gisapp.services.damage.carry_damage import CarryStep
from gisapp.services.damage.damage_event import event_of_run
from gisapp.services.damage.list_damage import count_damage
from gisapp.storage.county import county_file
from gisapp.storage.damage import damaged_houses
from gisapp.storage.damage.damaged_houses import HouseName
from gisapp.ui import outputs
from gisapp.ui.cards.card import Card
from gisapp.ui.cards.damage import DamageLinks, ShownDamage, draw_damages
from gisapp.ui.tables.lists import house_of
from gisapp.ui.work.desk import WorkDesk

if TYPE_CHECKING:
    from gisapp.ui.tasks import Control

ALL_LIST, BOARD_PAGE = "damage", "damage_board"
MOST_HOUSES = 500
"""More than a clerk reports with one grade at once."""
KINDS = "Excel (*.xlsx);;PDF (*.pdf)"


def draw_section(sheet: Card, found: tuple[ShownDamage, ...], desk: WorkDesk) -> None:
    """The part of a family's card."""
    draw_damages(
        sheet,
        found,
        DamageLinks(lambda one: open_cases(desk, [one]), partial(carry, desk), partial(resettle, desk)),
    )


def draw_house(sheet: Card, found: tuple[int, tuple[ShownDamage, ...]], desk: WorkDesk) -> None:
    """The part of a house's card, also with nothing to tell: here a house without family is reported."""
    house, shown = found
    if shown:
        draw_section(sheet, shown, desk)
    sheet.button(tr("登记受损…"), partial(report_house, desk, house), icon="house")


def open_cases(desk: WorkDesk, rows: Sequence[Any]) -> None:
    """Open the work on these damages."""
    found = [row for row in rows if isinstance(row, Damage)]
    if not found:
        desk.county.signals.message.emit("info", tr("没有受损房屋。"))
        return
    from gisapp.ui.dialogs.damage.damage_case import DamageCaseDialog

    desk.open(DamageCaseDialog(desk, found))


def carry(desk: WorkDesk, one: Damage, step: CarryStep) -> None:
    """Show what a step does to the homes, on the day it most likely happened, then write it."""
    from gisapp.ui.dialogs.damage.carry_damage import CarryDamageDialog

    day = {CarryStep.LOST: one.reported_on, CarryStep.BACK: one.finished_on}.get(step) or date.today().isoformat()
    desk.open(CarryDamageDialog(desk, one.id, step, day=day))


def resettle(desk: WorkDesk, one: Damage, family: int) -> None:
    """Choose the new home of a family and see what becomes of it, then write move and stage in one."""
    from gisapp.ui.dialogs.damage.resettle import ResettleDialog

    desk.open(ResettleDialog(desk, one, family))


def report_family(desk: WorkDesk, family: int) -> None:
    """Report one of a family's homes."""
    desk.county.tasks.read(lambda connection: damaged_houses.homes_of(connection, family), partial(_report, desk))


def report_house(desk: WorkDesk, house: int) -> None:
    """Report one house, also one without family."""
    desk.county.tasks.read(partial(_named, houses=[house]), partial(_report, desk))


def report_run(desk: WorkDesk, run: AffectedRun) -> None:
    """Report the houses chosen in a run's list, in the run's event."""
    chosen = [int(house) for row in desk.chosen_rows() if (house := house_of(row)) is not None]
    houses = list(dict.fromkeys(chosen))
    if not 0 < len(houses) <= MOST_HOUSES:
        told = tr("请先在下面的名单里选中受损的房屋（1 到 {most} 处）。", most=MOST_HOUSES)
        desk.county.signals.message.emit("info", told)
        return

    def read(connection: sqlite3.Connection) -> tuple[list[HouseName], int | None]:
        event = event_of_run(connection, int(run.id))
        return _named(connection, houses=houses), event.id if event else None

    desk.county.tasks.read(read, lambda found: _report(desk, found[0], event=found[1], run=run))


def report(desk: WorkDesk) -> None:
    """Report a house that is looked up in the dialog."""
    _report(desk, [])


def show_board(desk: WorkDesk) -> None:
    desk.show_flood_page(BOARD_PAGE)


def toggle_map(desk: WorkDesk, _rows: Sequence[Any] = ()) -> None:
    """Draw the damaged houses on the map, or take them off."""
    desk.show_flood_page("map")
    desk.bench.map.damages.show_all(not desk.bench.map.damages.is_on)


def show_events(desk: WorkDesk) -> None:
    """Open the events."""
    from gisapp.ui.dialogs.damage.damage_event import DamageEventDialog

    desk.open(DamageEventDialog(desk))


def change_settings(desk: WorkDesk) -> None:
    """Open the stages and the photo check."""
    from gisapp.ui.dialogs.damage.damage_settings import DamageSettingsDialog

    desk.open(DamageSettingsDialog(desk))


def export_all(desk: WorkDesk) -> None:
    """Every damaged house with the board."""
    desk.county.tasks.read(
        lambda connection: count_damage(connection), lambda found: export(desk, (*found.whole.damages, *found.undamaged))
    )


def export(desk: WorkDesk, rows: Sequence[Any]) -> None:
    """The list as it stands, as a workbook or on paper."""
    kept = [row for row in rows if isinstance(row, Damage)]
    if not kept:
        desk.county.signals.message.emit("info", tr("没有受损房屋。"))
        return
    title, county = tr("受损房屋"), desk.county

    def write(path: Path, control: Control) -> None:
        with county_file.reading(county.path) as connection:
            found = count_damage(connection)
            if path.suffix.lower() == ".pdf":
                from gisapp.export.damage_tables import notes_of
                from gisapp.printing.damage_list import damage_document
                from gisapp.printing.table_document import imprint, write_documents

                said = imprint(connection, found.day)
                document = damage_document(kept, said, title=title, notes=notes_of(found, len(kept)), place=tr("灾后恢复"))
                write_documents(path, [document], title=title, progress=control.progress, cancelled=control.cancelled)
                return
            from gisapp.export.damage_tables import write_damage

            write_damage(connection, path, found, kept, title=title, cancelled=control.cancelled)

    path = desk.ask.save_as(tr("保存受损名单"), outputs.suggested(county, tr("受损房屋.xlsx")), KINDS)
    outputs.write_out(county, path, tr("保存受损名单"), write)


def _named(connection: sqlite3.Connection, *, houses: Sequence[int]) -> list[HouseName]:
    uids = damaged_houses.uids_of(connection, houses)
    known = damaged_houses.houses(connection, uids)
    return [known[uid] for uid in uids]


def _report(desk: WorkDesk, houses: Sequence[HouseName], *, event: int | None = None, run: AffectedRun | None = None) -> None:
    from gisapp.ui.dialogs.damage.report_damage import ReportDamageDialog

    desk.open(ReportDamageDialog(desk, houses, event=event, run=run))
