"""A comparison as a workbook: one sheet a list, with what was held against what above each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from gisapp.domain.masking import masked_phone, masked_text
from gisapp.errors import BadRequest
from gisapp.export.table import Column, Content, Row, Table
from gisapp.export.workbook import write_workbook
from gisapp.language import tr
from gisapp.services.compare.comparison import Comparison, shown_id


def write_comparison(path: Path, found: Comparison, *, is_revealed: bool = False, cancelled: Callable[[], bool] | None = None) -> int:
    """Write the lists; returns their rows. Numbers and phones are masked unless ``is_revealed``. Raises BadFile, Cancelled."""
    if path.suffix.lower() != ".xlsx":
        raise BadRequest(tr("比对结果只能写成 .xlsx：{path}", path=path), tr("请换一个文件名。"))
    notes: tuple[str, ...] = (tr("{file} 与本县比对", file=found.file), summary(found))
    notes += () if is_revealed else (tr("证件号码和电话已脱敏。"),)
    return write_workbook(path, _tables(found, notes, is_revealed=is_revealed), cancelled=cancelled)


def summary(found: Comparison) -> str:
    """The counts in one sentence."""
    return tr(
        "对方 {rows:,} 行：相同 {same:,}，不同 {different:,}，只在对方 {there:,}，不能比对 {refused:,}；本县 {ours:,}，只在本县 {here:,}。",
        rows=found.rows,
        same=found.same,
        different=len(found.different),
        there=len(found.only_there),
        refused=len(found.refused),
        ours=found.ours,
        here=len(found.only_here),
    )


def _tables(found: Comparison, notes: tuple[str, ...], *, is_revealed: bool) -> list[Table]:
    row, code, name = Column("row", tr("行号"), 8, Content.INTEGER), Column("code", tr("户编号"), 20), Column("name", tr("姓名"), 12)
    number = Column("id_number", tr("身份证号"), 22)
    there = (row, code, name, number, Column("note", tr("县里的情况"), 40))
    here = (code, name, number, Column("phone", tr("电话"), 15), Column("place", tr("村/社区"), 20), Column("house", tr("门牌"), 28))
    sides = (Column("field", tr("字段"), 14), Column("ours", tr("本县"), 26), Column("theirs", tr("对方名单"), 26))
    refused = (row, Column("column", tr("列"), 16), Column("value", tr("填写的内容"), 24), Column("reason", tr("原因"), 60))
    return [
        Table(tr("不同"), (row, code, name, number, *sides), _different(found, is_revealed=is_revealed), notes),
        Table(tr("只在对方"), there, _there(found, is_revealed=is_revealed), notes),
        Table(tr("只在本县"), here, _here(found, is_revealed=is_revealed), notes),
        Table(tr("不能比对"), refused, _refused(found, is_revealed=is_revealed), notes),
    ]


def _different(found: Comparison, *, is_revealed: bool) -> Iterator[Row]:
    for one in found.different:
        for each in one.differences:
            number = shown_id(one.id_number, is_revealed=is_revealed)
            yield one.row, one.code, one.name, number, each.title, *each.shown(is_revealed=is_revealed)


def _there(found: Comparison, *, is_revealed: bool) -> Iterator[Row]:
    for one in found.only_there:
        yield one.row, one.code, one.name, shown_id(one.id_number, is_revealed=is_revealed), one.note


def _here(found: Comparison, *, is_revealed: bool) -> Iterator[Row]:
    for one in found.only_here:
        phone = one.phone if is_revealed else masked_phone(one.phone)
        yield one.code, one.name, shown_id(one.id_number, is_revealed=is_revealed), phone, one.place, one.number


def _refused(found: Comparison, *, is_revealed: bool) -> Iterator[Row]:
    for one in found.refused:
        yield one.row, one.column, one.value if is_revealed else masked_text(one.value), one.reason
