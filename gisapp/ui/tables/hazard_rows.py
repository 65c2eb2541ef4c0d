"""A hazard file's areas, and its rows that were refused, repaired or must be looked at, as lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gisapp.language import tr
from gisapp.scene.scalebar import area_text
from gisapp.ui.tables.rows import Column

if TYPE_CHECKING:
    from gisapp.services.hazards.hazard_problems import Problem
    from gisapp.storage.hazards.hazards import HazardArea


def area_columns() -> tuple[Column, ...]:
    """Areas that a file brings."""
    return (
        Column(tr("等级"), lambda row: row.level.caption, 3, order=lambda row: row.level.rank),
        Column(tr("名称"), lambda row: row.name, 14),
        Column(tr("灾种"), lambda row: row.kind.caption, 5),
        Column(tr("面积"), _size, 8, order=lambda row: row.geometry.area, is_number=True),
        Column(tr("有效期从"), lambda row: _moment(row.valid_from), 9),
        Column(tr("有效期到"), lambda row: _moment(row.valid_to), 9),
        Column(tr("来源"), lambda row: row.source, 16),
    )


def problem_columns() -> tuple[Column, ...]:
    """Rows of a file with what became of them."""
    return (
        Column(tr("结果"), lambda row: tr("拒收") if row.is_refused else tr("保留"), 3, tint=_tint),
        Column(tr("行"), lambda row: f"{row.number:,}", 4, order=lambda row: row.number, is_number=True),
        Column(tr("图层"), lambda row: row.layer, 8),
        Column(tr("名称"), lambda row: row.name, 10),
        Column(tr("类别"), lambda row: row.fate.caption, 6),
        Column(tr("原因"), lambda row: row.reason, 28),
        Column(tr("修复前面积"), lambda row: _area(row.before_m2), 7, order=lambda row: row.before_m2, is_number=True),
        Column(tr("修复后面积"), lambda row: _area(row.after_m2), 7, order=lambda row: row.after_m2, is_number=True),
    )


def _tint(row: Problem) -> str:
    return "danger" if row.is_refused else ""


def _size(row: HazardArea) -> str:
    return area_text(row.geometry.area)


def _area(area_m2: float | None) -> str:
    return "" if area_m2 is None else area_text(area_m2)


def _moment(text: str | None) -> str:
    return (text or "").replace("T", " ")
