"""A table on its way out: typed columns, rows, and what stands above them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

Cell = str | int | float | None
Row = Sequence[Cell]

CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")


class Content(Enum):
    """What a column holds: text is never read as a number, a date is ISO text, degrees have seven decimals."""

    TEXT = "text"
    INTEGER = "integer"
    NUMBER = "number"
    DATE = "date"
    DEGREES = "degrees"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: ``key`` names it for programs, ``title`` for people; ``width`` in characters.

    ``choices``: what a workbook offers to fill in.
    """

    key: str
    title: str
    width: float
    content: Content = Content.TEXT
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet of a workbook; ``notes`` stand above the header. ``rows`` is read once."""

    name: str
    columns: tuple[Column, ...]
    rows: Iterable[Row]
    notes: tuple[str, ...] = ()


def clean(text: str) -> str:
    """``text`` without characters no file format carries; every line end is one newline."""
    if text.isprintable():
        return text
    return CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
