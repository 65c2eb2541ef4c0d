"""The levels of a raised river side by side, each with what it reaches and how much more than the one before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gisapp.domain.river_level import LevelFigures
from gisapp.language import tr
from gisapp.ui.tables.rows import Column


@dataclass(frozen=True, slots=True)
class LevelRow:
    """One level; ``more`` families than at the level above it in the list."""

    figures: LevelFigures
    more: int


def level_rows(figures: Sequence[LevelFigures]) -> list[LevelRow]:
    """Rows of rising levels."""
    before = [0, *(one.households for one in figures)]
    return [LevelRow(one, one.households - fewer) for one, fewer in zip(figures, before, strict=False)]


def level_columns(*, has_unknown: bool) -> tuple[Column, ...]:
    """``has_unknown``: of some houses nothing can be said at any level."""
    unknown = Column(tr("没有结论的住房"), lambda row: f"{row.figures.unknown:,}", 7, order=lambda row: row.figures.unknown, is_number=True)
    return (
        Column(tr("水位（米）"), lambda row: f"{row.figures.level_m:g}", 5, order=lambda row: row.figures.level_m, is_number=True),
        Column(tr("住房"), lambda row: f"{row.figures.houses:,}", 5, order=lambda row: row.figures.houses, is_number=True),
        Column(tr("户"), lambda row: f"{row.figures.households:,}", 5, order=lambda row: row.figures.households, is_number=True),
        Column(tr("人"), lambda row: f"{row.figures.residents:,}", 5, order=lambda row: row.figures.residents, is_number=True),
        Column(tr("比上一级多（户）"), lambda row: f"{row.more:,}", 8.5, order=lambda row: row.more, is_number=True),
        Column(tr("面积（公顷）"), lambda row: f"{row.figures.area_ha:,.1f}", 7, order=lambda row: row.figures.area_ha, is_number=True),
        *((unknown,) if has_unknown else ()),
    )
