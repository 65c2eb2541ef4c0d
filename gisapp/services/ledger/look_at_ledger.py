"""Look at a ledger before it is read: its sheets, what it seems to be about, where its header stands."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from gisapp.domain.kept import read_number
from gisapp.domain.ledger import IDENTITY, KEPT, REMARKS, REQUIRED, LedgerKind, caption_of, plain_title, recognised_columns
from gisapp.readers.ledger import SheetSummary, opened_ledger
from gisapp.services.ledger.table import FEWEST_KNOWN, Header, find_header, setting_key
from gisapp.storage.county import settings

MOST_SPECIAL_FIRST = (
    LedgerKind.DAMAGE, LedgerKind.SAFE_SITES, LedgerKind.SLOTS, LedgerKind.OFFICERS, LedgerKind.CONTACTS, LedgerKind.HOUSEHOLDS,
    LedgerKind.RESIDENTS,
)  # fmt: skip
PLACES_NEXT = (LedgerKind.HOUSES, LedgerKind.SETTLEMENTS, LedgerKind.GRIDS, LedgerKind.DIVISIONS)
KEPT_LAST = (LedgerKind.INDICATORS, LedgerKind.ATTRIBUTES)
ROWS_TRIED = 10


@dataclass(frozen=True, slots=True)
class LedgerLook:
    """An opened ledger: the sheets that hold anything; ``encoding`` is "" for a workbook."""

    path: Path
    encoding: str
    sheets: tuple[SheetSummary, ...]


@dataclass(frozen=True, slots=True)
class Headings:
    """The header of a sheet read as one kind of ledger.

    ``kept`` are the choices once made by hand for this layout; ``missing`` the titles without which the kind cannot be imported.
    """

    header: Header
    kept: Mapping[str, str]
    missing: tuple[str, ...]


def look_at_ledger(path: Path, *, encoding: str | None = None, cancelled: Callable[[], bool] | None = None) -> LedgerLook:
    """The sheets of a file. Raises BadFile for what cannot be read, BadRequest when the encoding has to be asked, Cancelled."""
    with opened_ledger(path, encoding=encoding, cancelled=cancelled) as book:
        return LedgerLook(path, book.encoding, tuple(one for one in book.sheets if one.rows))


def headings(
    connection: sqlite3.Connection,
    sheet: SheetSummary,
    kind: LedgerKind,
    *,
    row: int | None = None,
    by_hand: Mapping[str, str] | None = None,
) -> Headings | None:
    """How ``sheet`` reads as ``kind``; ``row`` says where the header begins, else it is looked for.

    ``by_hand`` (plain title -> field, "" = left out) goes before what is kept for the layout. None where no row is a header.
    """
    header = find_header(sheet, kind, by_hand or {}, row=row)
    if header is None and row is None:
        header = _kept_header(connection, sheet, kind)
    if header is None:
        return None
    kept: dict[str, str] = {} if by_hand else dict(settings.read(connection, setting_key(kind, header.titles), None) or {})
    if kept:
        header = Header(header.first, header.last, header.titles, header.names, recognised_columns(kind, header.names, kept))
    return Headings(header, kept, missing_columns(kind, header))


def missing_columns(kind: LedgerKind, header: Header) -> tuple[str, ...]:
    """Titles of fields that a ledger of ``kind`` cannot do without and ``header`` has not; alternatives are joined by a slash."""
    found = set(header.fields)
    return tuple("/".join(caption_of(kind, key) for key in keys) for keys in REQUIRED[kind] if not set(keys) & found)


Guess = tuple[SheetSummary, LedgerKind]


def seems_to_be(connection: sqlite3.Connection, look: LedgerLook) -> Guess | None:
    """The sheet in sight, and the kind of ledger, that fit best; None when no sheet has a header that is known.

    People and what belongs to them go before places. A list that only names who is meant beside columns nobody knows keeps those:
    attributes of households, or indicators where it has a date.
    """
    first = _best(connection, look, MOST_SPECIAL_FIRST)
    if first is not None and first[1] and not _names_only(first[2]):
        return first[0]
    kept = _best(connection, look, KEPT_LAST)
    if first is None or not first[1]:
        place = _best(connection, look, PLACES_NEXT)
        if place is not None and place[1]:
            return place[0]
    is_of_people = first is not None and first[1]
    if kept is not None and kept[1] and _keeps_something(kept[0], kept[2].header, is_figures=not is_of_people):
        return kept[0]
    return first[0] if first else None


def _best(connection: sqlite3.Connection, look: LedgerLook, kinds: Sequence[LedgerKind]) -> tuple[Guess, bool, Headings] | None:
    """(sheet and kind, whether no column is missing, how it reads) of the best of ``kinds``."""
    best: tuple[tuple[bool, int, int], Guess, Headings] | None = None
    for sheet in look.sheets:
        for kind in () if sheet.is_hidden else kinds:
            found = headings(connection, sheet, kind)
            if found is not None and found.header.known >= FEWEST_KNOWN:
                rank = (not found.missing, found.header.known, sheet.rows)
                best = (rank, (sheet, kind), found) if best is None or rank > best[0] else best
    return (best[1], best[0][0], best[2]) if best else None


def _names_only(found: Headings) -> bool:
    """Whether no column that is known says more than who is meant, and nobody chose so by hand."""
    return not found.kept and set(found.header.fields) - {None} <= IDENTITY


def _keeps_something(guess: Guess, header: Header, *, is_figures: bool) -> bool:
    """Whether a column to be kept is more than a running number or a remark; with ``is_figures`` one of nothing but figures."""
    sheet, kind = guess
    pairs = enumerate(zip(header.titles, header.fields, strict=True))
    places = [place for place, (title, found) in pairs if found == KEPT and plain_title(title) not in REMARKS]
    if kind is LedgerKind.INDICATORS or not is_figures:
        return bool(places)
    rows = [cells for number, cells in sheet.head if number > header.last]
    columns = ([cells[place] for cells in rows if place < len(cells) and cells[place]] for place in places)
    return any(texts and all(read_number(text) is not None for text in texts) for texts in columns)


def _kept_header(connection: sqlite3.Connection, sheet: SheetSummary, kind: LedgerKind) -> Header | None:
    """A header of titles that nobody knows, but whose meaning was chosen by hand before."""
    for number, _cells in sheet.head[:ROWS_TRIED]:
        header = find_header(sheet, kind, {}, row=number)
        if header and settings.read(connection, setting_key(kind, header.titles), None):
            return header
    return None


def chosen_by_hand(header: Header, column: int, field: str) -> dict[str, str]:
    """The whole choice of fields by title after ``column`` was given ``field`` ("" = left out); no field stands twice."""
    chosen: dict[str, str] = {}
    for place, (title, found) in enumerate(zip(header.titles, header.fields, strict=True)):
        kept = "" if found == field and field != KEPT else found or ""
        wanted = field if place == column else kept
        if title:
            chosen[plain_title(title)] = chosen.get(plain_title(title)) or wanted
    return chosen
