"""Contact cards, registers, caseload sheets and door forms out of the window: asks where to, writes in the background."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from gisapp.domain.change import Change
from gisapp.domain.family_sheet import FamilySheet
from gisapp.language import tr
from gisapp.services.families.gather_families import gather_families
from gisapp.storage.county import county_file
from gisapp.ui.ask import Ask
from gisapp.ui.open_county import OpenCounty
from gisapp.ui.outputs import EXCEL, PDF, suggested, tell_written, write_out
from gisapp.ui.tasks import Control

if TYPE_CHECKING:
    import sqlite3

    from sqlite_utils import Database


@dataclass(frozen=True, slots=True)
class CardOrder:
    """Which contact cards: ``size`` a5 or a4; with a ``reason`` the phones are whole and the history keeps it."""

    families: tuple[int, ...]
    place: str
    size: str
    reason: str = ""


def print_cards(county: OpenCounty, ask: Ask, order: CardOrder) -> bool:
    """Contact cards as a PDF; False when the person thought better of it."""
    title = tr("打印联系卡")
    path = ask.save_as(title, suggested(county, tr("双线联系卡.pdf")), PDF)
    if path is None:
        return False
    if order.reason:
        _print_revealed(county, path, order)
        return True

    def write(place: Path, control: Control) -> None:
        with county_file.reading(county.path) as connection:
            _draw_cards(connection, place, order, gather_families(connection, order.families), control)

    write_out(county, path, title, write)
    return True


def _print_revealed(county: OpenCounty, path: Path, order: CardOrder) -> None:
    """The history keeps who and why before a page is drawn."""
    from gisapp.services.families.reveal_families import reveal_families

    def write(db: Database, control: Control) -> Change:
        sheets, change = reveal_families(db, order.families, who=county.who, why=order.reason)
        _draw_cards(db.conn, path, order, sheets, control)
        return change

    def done(change: Change) -> None:
        county.signals.changed.emit(change, None)
        tell_written(county, path)

    county.tasks.write(tr("打印联系卡"), write, done)


def _draw_cards(connection: sqlite3.Connection, path: Path, order: CardOrder, sheets: Sequence[FamilySheet], control: Control) -> None:
    from gisapp.printing.contact_card import CardBatch, format_from_text, print_contact_cards
    from gisapp.printing.table_document import imprint

    title = tr("双线联系卡 · {place}", place=order.place)
    size = format_from_text(order.size)
    batch = CardBatch(title, sheets, imprint(connection), size, is_revealed=bool(order.reason))
    print_contact_cards(batch, path, progress=control.progress, cancelled=control.cancelled)


def print_register(county: OpenCounty, ask: Ask, families: Sequence[int], *, place: str) -> None:
    """The register of these families as a PDF or a workbook."""

    def write(path: Path, control: Control) -> None:
        from gisapp.export.register import write_register
        from gisapp.printing.register import register_document
        from gisapp.printing.table_document import imprint, write_documents

        with county_file.reading(county.path) as connection:
            sheets = gather_families(connection, families)
            if path.suffix.lower() == ".xlsx":
                write_register(connection, path, sheets, place=place, cancelled=control.cancelled)
                return
            document = register_document(sheets, imprint(connection), place=place)
        write_documents(path, [document], title=document.title, progress=control.progress, cancelled=control.cancelled)

    kinds = ";;".join((PDF, EXCEL))
    write_out(county, ask.save_as(tr("打印住户册"), suggested(county, tr("住户册.pdf")), kinds), tr("打印住户册"), write)


def print_door_forms(county: OpenCounty, ask: Ask, families: Sequence[int]) -> None:
    """The form to tick at the doors of these families as a PDF."""

    def write(path: Path, control: Control) -> None:
        from gisapp.printing.door_form import door_forms
        from gisapp.printing.table_document import imprint, write_documents

        with county_file.reading(county.path) as connection:
            documents = door_forms(gather_families(connection, families), imprint(connection))
        write_documents(path, documents, title=tr("入户核对表"), progress=control.progress, cancelled=control.cancelled)

    title = tr("打印入户核对表")
    write_out(county, ask.save_as(title, suggested(county, tr("入户核对表.pdf")), PDF), title, write)


def print_caseload(county: OpenCounty, ask: Ask, contacts: Sequence[int]) -> None:
    """The families that contacts look after as a PDF."""

    def write(path: Path, control: Control) -> None:
        from gisapp.printing.caseload_sheet import caseload_documents
        from gisapp.printing.table_document import imprint, write_documents
        from gisapp.services.contacts.gather_caseloads import gather_working

        with county_file.reading(county.path) as connection:
            documents = caseload_documents(gather_working(connection, contacts).caseloads, imprint(connection))
        write_documents(path, documents, title=tr("负责户清单"), progress=control.progress, cancelled=control.cancelled)

    title = tr("打印负责户清单")
    write_out(county, ask.save_as(title, suggested(county, tr("负责户清单.pdf")), PDF), title, write)
