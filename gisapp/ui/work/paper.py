"""Slice of the relocation community's work: contact cards, registers, sheets and forms."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from gisapp.language import tr
from gisapp.storage.families import family_sheets
from gisapp.ui import paper_outputs, reading
from gisapp.ui.cards.card import Card
from gisapp.ui.work.desk import WorkDesk
from gisapp.ui.work.records import ContactSection, FamilyAction, Slice, WorkButton, is_relocated


def list_buttons() -> tuple[WorkButton, ...]:
    """Over a list of families: ``clicked`` gets the families of the chosen lines, all in sight when none is chosen."""
    return (
        WorkButton(tr("打印联系卡…"), "print", print_cards, tr("每户一张双线联系卡，按门牌顺序")),
        WorkButton(tr("打印住户册…"), "table", print_register, tr("按楼栋和门牌顺序的名册，PDF 或 Excel")),
        WorkButton(tr("打印入户核对表…"), "house", print_door_forms, tr("每人一行，上门核对现住何处")),
    )


def print_cards(desk: WorkDesk, families: Sequence[int]) -> None:
    """Ask how, then print."""
    from gisapp.ui.dialogs.outputs.print_cards import PrintCardsDialog

    desk.open(PrintCardsDialog(desk, families))


def print_register(desk: WorkDesk, families: Sequence[int]) -> None:
    """Print the register of these families."""
    if _has_any(desk, families):
        place = reading.title_of_place(desk.county.reader, *desk.place)
        paper_outputs.print_register(desk.county, desk.ask, families, place=place)


def print_door_forms(desk: WorkDesk, families: Sequence[int]) -> None:
    """Print the form to tick at these doors."""
    if _has_any(desk, families):
        paper_outputs.print_door_forms(desk.county, desk.ask, families)


def _has_any(desk: WorkDesk, families: Sequence[int]) -> bool:
    if not families:
        desk.county.signals.message.emit("info", tr("表中没有住户，没有可以打印的。"))
    return bool(families)


def _read_caseload(connection: sqlite3.Connection, contact: int) -> int | None:
    return contact if family_sheets.holds_any(connection, contact) else None


def _draw_caseload(sheet: Card, contact: int, desk: WorkDesk) -> None:
    tip = tr("这名联系人两条线上负责的户，一人一份")
    sheet.button(tr("打印负责户清单…"), lambda: paper_outputs.print_caseload(desk.county, desk.ask, (contact,)), icon="print", tip=tip)


SLICE = Slice(
    family_actions=(
        FamilyAction(
            "print_card",
            lambda: tr("打印联系卡…"),
            lambda desk, family: print_cards(desk, (family,)),
            is_relocated,
            "print",
            opens_group=True,
        ),
    ),
    contact_sections=(ContactSection("caseload_sheet", _read_caseload, _draw_caseload),),
)
