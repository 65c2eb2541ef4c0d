"""The part of a family's card that tells what both lines wrote: open needs and alarms first, then the newest lines."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gisapp.domain.cards import HouseholdCard
from gisapp.domain.care import CareRow
from gisapp.language import tr
from gisapp.services.families.family_timeline import TimelineLine, family_timeline, is_care, open_care_of
from gisapp.ui import pieces
from gisapp.ui.cards.card import Card
from gisapp.ui.tables.care_rows import late_text

MOST_LINES = 6


@dataclass(frozen=True, slots=True)
class FamilyCare:
    """What the part shows of one family."""

    household: int
    title: str
    open: tuple[CareRow, ...]
    newest: tuple[TimelineLine, ...]
    all_lines: int


@dataclass(frozen=True, slots=True)
class CareLinks:
    """What the part's links do."""

    write: Callable[[], None]
    close: Callable[[tuple[CareRow, ...]], None]
    show_all: Callable[[], None]


def read_care(connection: sqlite3.Connection, card: HouseholdCard) -> FamilyCare | None:
    """What was written about a relocated family, and the newest of what happened to it."""
    if not card.slots:
        return None
    lines = family_timeline(connection, int(card.id))
    waiting = open_care_of(lines)
    told = [line for line in lines if line.care not in waiting]
    written = [line for line in told if is_care(line)] or told[: MOST_LINES // 2]
    title = tr("{head}（{code}）", head=card.head or tr("没有户主"), code=card.code)
    return FamilyCare(int(card.id), title, waiting, tuple(written[:MOST_LINES]), len(lines))


def draw_care(sheet: Card, found: FamilyCare, links: CareLinks) -> None:
    """Open ones in frames with due date and lead; then lines of day, line, kind and words."""
    sheet.section(tr("往来记录"))
    for row in found.open:
        _open(sheet, row, links)
    for line in found.newest:
        sheet.add(_line(line))
    foot = QWidget()
    box = QHBoxLayout(foot)
    box.setContentsMargins(0, 0, 0, 0)
    box.addWidget(pieces.button(tr("记一笔…"), links.write, role="link"))
    box.addWidget(pieces.button(tr("全部 {count} 条…", count=found.all_lines), links.show_all, role="link"))
    box.addStretch(1)
    sheet.add(foot)


def _open(sheet: Card, row: CareRow, links: CareLinks) -> None:
    column = sheet.frame("missing" if row.days_overdue else "")
    head = QHBoxLayout()
    title = tr("{kind} · {late}", kind=row.entry.kind.caption, late=late_text(row))
    head.addWidget(pieces.label(title, "danger" if row.days_overdue else "lead"), 1)
    close = pieces.button(tr("办结"), lambda: links.close((row,)), role="link", tip=tr("写明结果，或改期限"))
    close.setAccessibleName(tr("办结{kind}", kind=row.entry.kind.caption))
    head.addWidget(close)
    column.addLayout(head)
    column.addWidget(pieces.label(row.entry.text))
    turn = row.turn
    if turn is not None:
        column.addWidget(pieces.label(tr("主责{lead}：{people}", lead=turn.lead.caption, people=turn.people or "—"), "note"))
        if turn.note:
            column.addWidget(pieces.label(turn.note, "danger"))


def _line(line: TimelineLine) -> QWidget:
    """One entry in two quiet lines."""
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 2)
    column.setSpacing(0)
    side = line.line.caption if line.line else ""
    column.addWidget(pieces.label(" · ".join(filter(None, (line.on_date, side, line.title, line.who))), "caption"))
    column.addWidget(pieces.label(line.text))
    return box
