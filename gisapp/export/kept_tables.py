"""Attributes and indicators as a workbook that can be imported again: a sheet of households, a sheet of dated figures."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from gisapp.domain.kept import Content as Kept
from gisapp.domain.kept import shown_value
from gisapp.domain.masking import masked_text
from gisapp.errors import BadRequest
from gisapp.export.table import Column, Content, Row, Table
from gisapp.export.workbook import write_workbook
from gisapp.language import tr
from gisapp.storage.ledger import kept_columns


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
        found[name] = float(value) if content == Kept.NUMBER else masked_text(shown_value(value, Kept(content)))
    if family is not None:
        yield *family, *(found.get(one) for one in names)
