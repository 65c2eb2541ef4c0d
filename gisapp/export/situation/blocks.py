"""What a part of the report is made of."""

from __future__ import annotations

from dataclasses import dataclass

from gisapp.domain.affected import Tally
from gisapp.language import tr


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph; a warning is marked in the margin and in colour."""

    text: str
    is_warning: bool = False


@dataclass(frozen=True, slots=True)
class Figures:
    """Large numbers in a row: (number, what it counts)."""

    figures: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column of ``share`` parts of the width."""

    title: str
    share: float
    is_number: bool = False


@dataclass(frozen=True, slots=True)
class TableRow:
    """Cells of one row; ``is_sum``: it adds up those above it."""

    cells: tuple[str, ...]
    is_sum: bool = False


@dataclass(frozen=True, slots=True)
class TableBlock:
    """A table under a title of its own; ``note`` stands beside the title."""

    title: str
    columns: tuple[TableColumn, ...]
    rows: tuple[TableRow, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class RunMap:
    """The map of the run."""


Block = Words | Figures | TableBlock | RunMap


def tally_columns(name: str) -> tuple[TableColumn, ...]:
    """A name and three exact counts."""
    return (TableColumn(name, 40), *(TableColumn(text, 12, is_number=True) for text in (tr("住房"), tr("户"), tr("人"))))


def tally_row(name: str, tally: Tally, *, is_sum: bool = False) -> TableRow:
    """A row under ``tally_columns``."""
    return TableRow((name, f"{tally.houses:,}", f"{tally.households:,}", f"{tally.residents:,}"), is_sum)
