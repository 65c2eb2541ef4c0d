"""The lists of a comparison: different, only there, only here, not comparable; numbers and phones masked."""

from __future__ import annotations

from dataclasses import dataclass

from gisapp.domain.masking import masked_phone, masked_text
from gisapp.language import tr
from gisapp.services.compare.comparison import Comparison, shown_id
from gisapp.ui.panels.table import Listing
from gisapp.ui.tables.rows import Column


@dataclass(frozen=True, slots=True)
class DifferenceRow:
    """One field in which a row of theirs and a family of ours differ."""

    household: int
    row: int
    code: str
    name: str
    title: str
    ours: str
    theirs: str


def different(found: Comparison) -> Listing:
    """Fields side by side."""
    rows = [
        DifferenceRow(one.household, one.row, one.code, one.name, each.title, *each.shown(is_revealed=False))
        for one in found.different
        for each in one.differences
    ]
    columns = (
        _row(),
        _code(),
        _name(),
        Column(tr("字段"), lambda row: row.title, 8),
        Column(tr("本县"), lambda row: row.ours or "—", 14),
        Column(tr("对方名单"), lambda row: row.theirs or "—", 14, tint=lambda _row: "accent"),
    )
    return Listing(tr("两边不同的内容"), columns, rows, tr("没有不同的内容。"))


def only_there(found: Comparison) -> Listing:
    """Rows of theirs that are none of ours."""
    columns = (_row(), _code(), _name(), _number(), Column(tr("县里的情况"), lambda row: row.note, 30))
    return Listing(tr("只在对方名单里的"), columns, found.only_there, tr("对方的每一行县里都有。"))


def only_here(found: Comparison) -> Listing:
    """Those of ours that their list has not."""
    columns = (
        _code(),
        _name(),
        _number(),
        Column(tr("电话"), lambda row: masked_phone(row.phone), 7),
        Column(tr("村/社区"), lambda row: row.place, 10),
        Column(tr("门牌"), lambda row: row.number, 16),
    )
    return Listing(tr("只在本县的"), columns, found.only_here, tr("县里的都在对方名单里。"))


def refused(found: Comparison) -> Listing:
    """Rows that cannot be compared, each with its reason."""
    columns = (
        _row(),
        Column(tr("列"), lambda row: row.column, 6),
        Column(tr("填写的内容"), lambda row: masked_text(row.value), 11),
        Column(tr("原因"), lambda row: row.reason, 40, tint=lambda _row: "danger"),
    )
    return Listing(tr("不能比对的行"), columns, found.refused, tr("每一行都能比对。"))


def _row() -> Column:
    return Column(tr("行号"), lambda row: str(row.row), 3.6, order=lambda row: row.row, is_number=True)


def _code() -> Column:
    return Column(tr("户编号"), lambda row: row.code, 10)


def _name() -> Column:
    return Column(tr("姓名"), lambda row: row.name, 6)


def _number() -> Column:
    return Column(tr("身份证号"), lambda row: shown_id(row.id_number, is_revealed=False), 11)
