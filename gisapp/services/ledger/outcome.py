"""What an import will do, or did: every row of the file is new, changed, same or refused."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from gisapp.domain.change import Kind
from gisapp.domain.ledger import LedgerKind

Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Difference:
    """One fact of a row that differs from the county: the field's title, the county's value, the file's value."""

    title: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class RowChange:
    """A row that changes what the county holds; ``who`` names the thing for a person."""

    row: int
    who: str
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A row that is not taken: the column that is at fault ("" = the row as a whole), its value and the reason."""

    row: int
    column: str
    value: str
    reason: str


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something odd about a row that is taken all the same."""

    row: int
    column: str
    value: str
    reason: str


@dataclass(frozen=True, slots=True)
class Insertion:
    """Rows for one table, ids included, as columns of one length."""

    table: str
    columns: Mapping[str, list[Any]]


@dataclass(frozen=True, slots=True)
class Alteration:
    """New values for rows of one table, in this order: (id, column -> value)."""

    table: str
    rows: tuple[tuple[int, Values], ...]


@dataclass(frozen=True, slots=True)
class Removal:
    """Rows of ``table`` that go: those whose ``column`` holds one of ``ids``."""

    table: str
    column: str
    ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Writes:
    """What is written, in order: alterations that make room, insertions, then the other alterations, then what goes."""

    first: tuple[Alteration, ...] = ()
    insertions: tuple[Insertion, ...] = ()
    then: tuple[Alteration, ...] = ()
    removals: tuple[Removal, ...] = ()


@dataclass(frozen=True, slots=True)
class LedgerPlan:
    """new + changed + same + refused = rows. ``heads`` has, for refused rows, the ID number of their family's head.

    ``figures`` are counts beyond the rows (gaps, overlaps, houses outside …), ``notes`` say in words what a person should know.
    """

    kind: LedgerKind
    rows: int
    new: tuple[int, ...]
    changed: tuple[RowChange, ...]
    same: int
    refused: tuple[RefusedRow, ...]
    doubts: tuple[Doubt, ...]
    writes: Writes
    touched: tuple[Kind, ...]
    heads: Mapping[int, str] = field(default_factory=dict)
    figures: Mapping[str, int] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


class RowRefused(Exception):
    """Raised while a row is read: the row cannot be taken, and why."""

    def __init__(self, reason: str, *, field_key: str = "", value: str = "") -> None:
        super().__init__(reason)
        self.reason, self.field_key, self.value = reason, field_key, value
