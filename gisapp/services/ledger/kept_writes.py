"""Kept values beside those the county has: what is new, what differs, and what is written of it."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from gisapp.domain.ids import new_uids
from gisapp.domain.kept import Content, content_of, read_number, read_value, shown_value
from gisapp.language import tr
from gisapp.services.ledger.outcome import Alteration, Insertion, RowRefused, Writes
from gisapp.storage.ledger import kept_columns, ledger_facts
from gisapp.storage.ledger.kept_columns import Subject

Columns = dict[str, list[Any]]


@dataclass(frozen=True, slots=True)
class KeptRow:
    """What one row keeps: of whom, when ("" for an attribute), and the cells as written by column title."""

    row: int
    who: str
    subject: Subject
    day: str
    cells: tuple[tuple[str, str], ...]


class KeptAttributes:
    """Values of households; ``texts`` are all that is written under each title, by which a new attribute gets its content."""

    def __init__(self, connection: sqlite3.Connection, texts: Mapping[str, Sequence[str]], *, is_1904: bool) -> None:
        self._is_1904 = is_1904
        self._ids, self._contents = {}, {}
        for name, (row, content) in kept_columns.attributes(connection).items():
            self._ids[name], self._contents[name] = row, Content(content)
        self._old = kept_columns.attribute_values(connection)
        self._highest = ledger_facts.highest_id(connection, "household_attribute")
        self._fresh = [title for title in texts if title not in self._ids]
        for row, title in enumerate(self._fresh, ledger_facts.highest_id(connection, "attribute") + 1):
            self._ids[title], self._contents[title] = row, content_of(texts[title], is_1904=is_1904)
        self._used: set[str] = set()
        self._rows: list[tuple[int, int, str]] = []
        self._alterations: list[tuple[int, dict[str, Any]]] = []

    def read(self, row: KeptRow) -> list[tuple[str, Any]]:
        """(title, value) of every cell. Raises RowRefused for one that is none of its column's content."""
        found = []
        for title, text in row.cells:
            content = self._contents[title]
            value = read_value(text, content, is_1904=self._is_1904)
            if value is None:
                raise RowRefused(tr("“{title}”应填{content}：{text}", title=title, content=content.caption, text=text), value=text)
            found.append((title, value))
        return found

    def old(self, row: KeptRow, title: str) -> Any:
        """The county's value; None when it has none."""
        found = self._old.get((row.subject[1], self._ids[title]))
        return found[1] if found else None

    def add(self, row: KeptRow, title: str, value: Any) -> None:
        """Write a value where there was none."""
        self._used.add(title)
        self._rows.append((row.subject[1], self._ids[title], value))

    def alter(self, row: KeptRow, title: str, value: Any) -> None:
        """Write another value."""
        self._alterations.append((self._old[row.subject[1], self._ids[title]][0], {"value": value}))

    def shown(self, title: str, value: Any) -> str:
        """A value for a person."""
        return shown_value(value, self._contents[title]) if value else ""

    def finished(self) -> Writes:
        """All of it; an attribute that nobody has is not made."""
        fresh = [title for title in self._fresh if title in self._used]
        names: Columns = {"id": [self._ids[title] for title in fresh], "uid": new_uids(len(fresh)), "name": fresh}
        names["content"] = [self._contents[title].value for title in fresh]
        values = _numbered(self._highest, len(self._rows))
        values["household_id"] = [household for household, _, _ in self._rows]
        values["attribute_id"] = [attribute for _, attribute, _ in self._rows]
        values["value"] = [value for _, _, value in self._rows]
        return _written(Insertion("attribute", names), Insertion("household_attribute", values), self._alterations)


class KeptIndicators:
    """Figures of places and households, each of a day."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._ids, self._old = kept_columns.indicators(connection), kept_columns.indicator_values(connection)
        self._first = ledger_facts.highest_id(connection, "indicator") + 1
        self._highest = ledger_facts.highest_id(connection, "indicator_value")
        self._fresh: list[str] = []
        self._rows: list[tuple[Subject, int, str, float]] = []
        self._alterations: list[tuple[int, dict[str, Any]]] = []

    def read(self, row: KeptRow) -> list[tuple[str, Any]]:
        """(title, value) of every cell. Raises RowRefused for one that is no number."""
        found = []
        for title, text in row.cells:
            value = read_number(text)
            if value is None:
                raise RowRefused(tr("指标“{title}”应填数字：{text}", title=title, text=text), value=text)
            found.append((title, value))
        return found

    def old(self, row: KeptRow, title: str) -> Any:
        """The county's figure of that day; None when it has none."""
        found = self._old.get((row.subject, self._ids.get(title, 0), row.day))
        return found[1] if found else None

    def add(self, row: KeptRow, title: str, value: Any) -> None:
        """Write a figure where there was none."""
        if title not in self._ids:
            self._ids[title] = self._first + len(self._fresh)
            self._fresh.append(title)
        self._rows.append((row.subject, self._ids[title], row.day, value))

    def alter(self, row: KeptRow, title: str, value: Any) -> None:
        """Write another figure."""
        self._alterations.append((self._old[row.subject, self._ids[title], row.day][0], {"value": value}))

    def shown(self, _title: str, value: Any) -> str:
        """A figure for a person."""
        return "" if value is None else f"{value:,.10g}"

    def finished(self) -> Writes:
        """All of it."""
        names: Columns = {"id": [self._ids[one] for one in self._fresh], "uid": new_uids(len(self._fresh)), "name": list(self._fresh)}
        values = _numbered(self._highest, len(self._rows))
        for kind in ("division", "grid", "household"):
            values[f"{kind}_id"] = [subject[1] if subject[0] == kind else None for subject, _, _, _ in self._rows]
        values["indicator_id"] = [indicator for _, indicator, _, _ in self._rows]
        values["day"] = [day for _, _, day, _ in self._rows]
        values["value"] = [value for _, _, _, value in self._rows]
        return _written(Insertion("indicator", names), Insertion("indicator_value", values), self._alterations)


def _numbered(highest: int, count: int) -> Columns:
    return {"id": list(range(highest + 1, highest + 1 + count)), "uid": new_uids(count)}


def _written(names: Insertion, values: Insertion, alterations: list[tuple[int, dict[str, Any]]]) -> Writes:
    insertions = tuple(one for one in (names, values) if one.columns["id"])
    return Writes(insertions=insertions, then=(Alteration(values.table, tuple(alterations)),) if alterations else ())
