"""Columns of another ledger kept under their own names: attributes of households, dated indicators of places and households."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from gisapp.domain.ledger import KEPT, LedgerKind
from gisapp.domain.written import read_day
from gisapp.language import tr
from gisapp.services.ledger.kept_subjects import Subjects
from gisapp.services.ledger.kept_writes import KeptAttributes, KeptIndicators, KeptRow
from gisapp.services.ledger.outcome import Difference, LedgerPlan, RefusedRow, RowChange, RowRefused
from gisapp.services.ledger.people_rows import refused_row, row_texts
from gisapp.services.ledger.table import LedgerTable
from gisapp.services.ledger.watch import Watch
from gisapp.storage.ledger.kept_columns import Subject

_ASK_EVERY = 500
LONGEST = 500


def plan_kept(connection: sqlite3.Connection, table: LedgerTable, *, watch: Watch) -> LedgerPlan:
    """What would become of every row; nothing is written."""
    return _Plan(connection, table).made(watch)


class _Plan:
    def __init__(self, connection: sqlite3.Connection, table: LedgerTable) -> None:
        self._table, self._is_dated = table, table.kind is LedgerKind.INDICATORS
        self._subjects = Subjects(connection, table)
        self._refused: list[RefusedRow] = []
        self._writes = (
            KeptIndicators(connection) if self._is_dated else KeptAttributes(connection, _texts(table), is_1904=table.notes.is_1904)
        )
        self._new: list[int] = []
        self._changed: list[RowChange] = []
        self._same = 0
        self._rows_of: dict[tuple[Subject, str], int] = {}

    def made(self, watch: Watch) -> LedgerPlan:
        for done, (number, cells) in enumerate(self._table.rows):
            if done % _ASK_EVERY == 0:
                watch.done(done, len(self._table.rows) or 1)
            try:
                self._take(self._read(number, cells))
            except RowRefused as error:
                self._refused.append(refused_row(self._table, number, error))
        return LedgerPlan(
            self._table.kind, len(self._table.rows), tuple(self._new), tuple(self._changed), self._same, tuple(self._refused),
            tuple(self._subjects.doubts), self._writes.finished(), self._subjects.kinds,
        )  # fmt: skip

    def _read(self, number: int, cells: list[str]) -> KeptRow:
        keys = enumerate(self._table.header.fields)
        texts = row_texts(self._table, tuple((place, f"{KEPT} {place}" if key == KEPT else key) for place, key in keys if key), cells)
        subject, who = self._subjects.of(number, texts)
        day = self._day(texts) if self._is_dated else ""
        earlier = self._rows_of.setdefault((subject, day), number)
        if earlier != number:
            raise RowRefused(tr("与第 {row} 行说的是同一户或同一单位", row=earlier))
        kept = tuple(_kept_cells(self._table, cells))
        if not kept:
            raise RowRefused(tr("这一行没有要保留的内容"))
        for title, text in kept:
            if len(text) > LONGEST:
                raise RowRefused(tr("“{title}”的内容太长，最多 {most} 个字", title=title, most=LONGEST), value=text[:LONGEST])
        return KeptRow(number, who, subject, day, kept)

    def _day(self, texts: dict[str, str]) -> str:
        text = texts.get("day", "")
        found = read_day(f"{text}-01" if text.isdecimal() and len(text) == 4 else text, is_1904=self._table.notes.is_1904)
        if found is None:
            raise RowRefused(tr("看不懂日期，或没有这一天") if text else tr("没有写日期"), field_key="day", value=text)
        return found.text

    def _take(self, row: KeptRow) -> None:
        values = self._writes.read(row)
        differences, is_new = [], False
        for title, value in values:
            old = self._writes.old(row, title)
            if old is None:
                is_new = True
                self._writes.add(row, title, value)
            elif old != value:
                self._writes.alter(row, title, value)
            if old != value:
                differences.append(Difference(title, self._writes.shown(title, old), self._writes.shown(title, value)))
        if not differences:
            self._same += 1
        elif is_new and all(not one.old for one in differences):
            self._new.append(row.row)
        else:
            self._changed.append(RowChange(row.row, row.who, tuple(differences)))


def _kept_cells(table: LedgerTable, cells: list[str]) -> Iterator[tuple[str, str]]:
    """(title, text) of the filled cells that are kept; of columns with one title the first that is filled."""
    seen: set[str] = set()
    for place, key in enumerate(table.header.fields):
        title = table.header.titles[place]
        if key == KEPT and title not in seen and place < len(cells) and cells[place].strip():
            seen.add(title)
            yield title, cells[place].strip()


def _texts(table: LedgerTable) -> dict[str, list[str]]:
    """All that is written under each title that is kept."""
    found: dict[str, list[str]] = {}
    for _, cells in table.rows:
        for title, text in _kept_cells(table, cells):
            found.setdefault(title, []).append(text)
    return found
