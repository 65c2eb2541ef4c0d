"""What calamine leaves out of a workbook, found in its own bytes: formulas, error cells, merged cells, days counted from 1904."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

Place = tuple[int, int]
"""Row and column, counted from 0."""


@dataclass(frozen=True, slots=True)
class Oddities:
    """``formulas`` of one sheet, how many of them have no stored value, and the text of every error cell by its place."""

    formulas: int = 0
    without_value: int = 0
    errors: Mapping[Place, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Inside:
    """``merges`` has, by the sheet's place in the workbook, (first row, first column, last row, last column) of the formats whose
    merged cells calamine does not tell; ``oddities(place)`` reads one sheet."""

    is_1904: bool = False
    merges: Mapping[int, Sequence[tuple[int, int, int, int]]] = field(default_factory=dict)
    oddities: Callable[[int], Oddities] = lambda _place: Oddities()


def inside_of(path: Path) -> Inside:
    """The inside of an .xlsx, .xls or .ods; of any other format nothing is known."""
    from gisapp.readers.ods_inside import inside_of_ods
    from gisapp.readers.xls_inside import inside_of_xls
    from gisapp.readers.xlsx_inside import inside_of_xlsx

    for reader in (inside_of_xlsx, inside_of_ods, inside_of_xls):
        found = reader(path)
        if found is not None:
            return found
    return Inside()
