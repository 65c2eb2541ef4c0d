"""Attributes and indicators out: lists like any other, and one workbook of both; all can be imported again."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from typing import Any

from gisapp.domain.kept import Content as Kept
from gisapp.domain.kept import shown_value
from gisapp.domain.masking import masked_text
from gisapp.errors import BadRequest
from gisapp.export.placed_table import Chosen, Line, PlacedTable, notes_of
from gisapp.export.table import Column, Content, Row, Table
from gisapp.export.workbook import write_workbook
from gisapp.language import tr
from gisapp.storage.ledger import export_ground, export_lists, export_rows, kept_columns


def write_kept(connection: sqlite3.Connection, path: Path) -> int:
    """Write both; ID numbers and phones in them masked; returns the rows. Raises BadFile, BadRequest for another ending."""
    if path.suffix.lower() != ".xlsx":
        raise BadRequest(tr("附加属性和指标只能写成 .xlsx：{path}", path=path), tr("请换一个文件名。"))
    contents = {"number": Content.NUMBER, "date": Content.DATE}
    names = {name: contents.get(content, Content.TEXT) for name, (_, content) in kept_columns.attributes(connection).items()}
    wide = (Column("code", "户编号", 20), Column("head", "户主", 10), *(Column(name, name, 14, content) for name, content in names.items()))
    day, figure = Column("day", tr("日期"), 12, Content.DATE), Column("value", tr("数值"), 12, Content.NUMBER)
    figures = (Column("code", tr("编号"), 20), Column("place", tr("名称"), 18), day, Column("indicator", tr("指标"), 20), figure)
    values = kept_columns.all_indicator_values(connection)
    rows = ((code, name, day, indicator, value) for code, name, indicator, day, value in values)
    return write_workbook(path, [Table(tr("附加属性"), wide, _households(connection, names)), Table(tr("指标"), figures, rows)])


def _households(connection: sqlite3.Connection, names: dict[str, Content]) -> Iterator[Row]:
    family: tuple[str, str] | None = None
    found: dict[str, str | float] = {}
    for code, head, name, content, value in kept_columns.all_attributes(connection):
        if family is not None and family[0] != code:
            yield *family, *(found.get(one) for one in names)
            found = {}
        family = (code, head)
        text = shown_value(value, Kept(content))
        found[name] = float(value) if content == Kept.NUMBER and masked_text(text) == text else masked_text(text)
    if family is not None:
        yield *family, *(found.get(one) for one in names)


def attributes(connection: sqlite3.Connection, chosen: Chosen) -> PlacedTable:
    """Families with what other departments' ledgers say of them, one column an attribute."""
    names = attribute_columns(connection)
    columns = (Column("code", tr("户编号"), 20), Column("head", tr("户主姓名"), 10), *names)
    title, order = tr("户的附加属性"), [column.title for column in names]
    lines = list(_families(export_ground.attributes(connection, chosen.place), order, chosen))
    words = {column.key for at, column in enumerate(columns) for row, _ in lines if isinstance(row[at], str)}
    columns = tuple(replace(one, content=Content.TEXT) if one.content is Content.NUMBER and one.key in words else one for one in columns)
    return PlacedTable("attributes", title, columns, lines, notes_of(connection, title, chosen), "Point", len(lines))


def indicators(connection: sqlite3.Connection, chosen: Chosen) -> PlacedTable:
    """Dated figures of divisions, grids and families, one column an indicator, a row for each subject and day."""
    names = list(kept_columns.indicators(connection))
    fixed = (
        Column("town", tr("镇"), 12),
        Column("village", tr("村/社区"), 16),
        Column("grid", tr("网格编号"), 20),
        Column("code", tr("户编号"), 20),
        Column("day", tr("日期"), 12, Content.DATE),
    )
    columns = (*fixed, *(Column(unlike(name, fixed), name, 14, Content.NUMBER) for name in names))
    title, inside = tr("指标"), _in_unit(connection, chosen)
    lines = [(row, None) for row in _dated(export_ground.figures(connection), names, inside)]
    return PlacedTable("indicators", title, columns, lines, notes_of(connection, title, chosen), "", len(lines))


def attribute_columns(connection: sqlite3.Connection) -> tuple[Column, ...]:
    """One typed column for every attribute, under its own name."""
    contents = {"number": Content.NUMBER, "date": Content.DATE}
    known = kept_columns.attributes(connection).items()
    fixed = (Column("code", "", 0), Column("head", "", 0))
    return tuple(Column(unlike(name, fixed), name, 14, contents.get(content, Content.TEXT)) for name, (_, content) in known)


def unlike(name: str, fixed: Sequence[Column]) -> str:
    """A key of its own for a column that somebody else named."""
    return f"{name}_" if name in {column.key for column in fixed} else name


def _families(rows: Iterable[tuple[Any, ...]], names: Sequence[str], chosen: Chosen) -> Iterator[Line]:
    for (code, head, blob), found in groupby(rows, key=lambda row: (row[0], row[1], row[5])):
        values = {name: _shown(content, value, chosen) for _, _, name, content, value, _ in found}
        yield (code, head, *(values.get(name) for name in names)), blob


def _shown(content: str, value: str, chosen: Chosen) -> str | float:
    text = shown_value(value, Kept(content))
    shown = text if chosen.is_revealed else masked_text(text)
    return float(value) if content == Kept.NUMBER and shown == text else shown


def _in_unit(connection: sqlite3.Connection, chosen: Chosen) -> Callable[[Sequence[int | None]], bool]:
    """Whether (division, grid, household), one of which is there, lies in the chosen unit."""
    known = (
        export_lists.divisions_in(connection, chosen.place),
        export_rows.grids_in(connection, chosen.place),
        export_ground.households_in(connection, chosen.place),
    )
    return lambda subject: any(one in inside for one, inside in zip(subject, known, strict=True))


def _dated(rows: Iterable[tuple[Any, ...]], names: Sequence[str], inside: Callable[[Sequence[int | None]], bool]) -> Iterator[Row]:
    for key, found in groupby(rows, key=lambda row: row[:8]):
        if inside(key[:3]):
            values = {row[8]: row[9] for row in found}
            yield (*(text or "" for text in key[3:7]), key[7], *(values.get(name) for name in names))
