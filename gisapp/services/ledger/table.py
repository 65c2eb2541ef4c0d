"""From a file to a table: which sheet, where the header stands, which column is which field."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from gisapp.domain.ledger import (
    EXAMPLE_MARK,
    KEEPING,
    KEPT,
    OWN_TITLES,
    REQUIRED,
    LedgerKind,
    caption_of,
    field_from_text,
    plain_title,
    recognised,
    recognised_columns,
)
from gisapp.domain.steps import import_cancelled
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.readers.ledger import Cells, LedgerFile, Merge, SheetNotes, SheetSummary, opened_ledger
from gisapp.services.ledger.collector import collector_at_rest
from gisapp.storage.county import settings

if TYPE_CHECKING:
    from gisapp.services.ledger.row_shapes import RowShapes
    from gisapp.spatial.source_crs import SourceCrs

FEWEST_KNOWN = 2
"""A header has at least so many columns that are known."""

_ASK_EVERY = 2_000
Required = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Header:
    """Where the header stands (row numbers from 1, ``last`` its lowest row), its titles and the field of each column."""

    first: int
    last: int
    titles: tuple[str, ...]
    names: tuple[tuple[str, ...], ...]
    fields: tuple[str | None, ...]

    @property
    def known(self) -> int:
        return sum(found is not None for found in self.fields)

    @property
    def rank(self) -> tuple[int, int]:
        """More known columns are better; of equals the header in one row."""
        return self.known, self.first - self.last


@dataclass(frozen=True, slots=True)
class LedgerTable:
    """A ledger read into memory: rows below the header as (number in the file, cells), examples left out and counted."""

    path: Path
    sheet: str
    encoding: str
    kind: LedgerKind
    header: Header
    rows: tuple[tuple[int, Cells], ...]
    examples: tuple[int, ...]
    notes: SheetNotes
    hidden_sheets: tuple[str, ...]
    other_sheets: tuple[str, ...]
    is_mapped_by_hand: bool
    shapes: RowShapes | None = None
    """Where the rows lie, for the kinds that have a place."""
    source: SourceCrs | None = None
    """How a person says that longitudes and latitudes are meant, for the other kinds."""

    @property
    def fingerprint(self) -> str:
        return fingerprint(self.kind, self.header.titles)

    @property
    def unused(self) -> tuple[str, ...]:
        """Titles of columns that are not read, our own additions left out."""
        ours = {plain_title(title) for title in OWN_TITLES}
        pairs = zip(self.header.titles, self.header.fields, strict=True)
        return tuple(title for title, found in pairs if found is None and title and plain_title(title) not in ours)

    def title_of(self, field_key: str) -> str:
        """The file's own title of a field's column; "" when the file has none."""
        pairs = zip(self.header.titles, self.header.fields, strict=True)
        return next((title for title, found in pairs if found == field_key), "")


def read_table(
    connection: sqlite3.Connection,
    path: Path,
    kind: LedgerKind,
    *,
    sheet: str | None = None,
    header_row: int | None = None,
    mapping: str | Mapping[str, str] | None = None,
    encoding: str | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> LedgerTable:
    """The one table of ``path`` that holds a ledger of ``kind``.

    ``mapping`` is ``列名=字段,…``, or plain title -> field; without it the mapping kept for this layout counts. ``header_row``
    (with ``sheet``) says where the header begins. Raises BadFile for a file that cannot be read, BadRequest when no header or
    several sheets fit, or the mapping names what is not there; Cancelled.
    """
    by_hand = dict(mapping) if isinstance(mapping, Mapping) else parsed_mapping(kind, mapping)
    with collector_at_rest(), opened_ledger(path, encoding=encoding, cancelled=cancelled) as book:
        chosen, header = _choose(book, kind, sheet, by_hand, row=header_row)
        refuse_unknown_titles(header, by_hand)
        kept = settings.read(connection, setting_key(kind, header.titles), None) if not by_hand else None
        if kept:
            header = Header(header.first, header.last, header.titles, header.names, recognised_columns(kind, header.names, dict(kept)))
        refuse_missing(kind, header, REQUIRED[kind])
        rows, examples = _rows(book, chosen, header, cancelled)
        others = [one for one in book.sheets if one.name != chosen.name and one.rows]
        hidden = tuple(one.name for one in others if one.is_hidden)
        shown = tuple(one.name for one in others if not one.is_hidden)
        return LedgerTable(
            path, chosen.name, book.encoding, kind, header, rows, examples, book.notes(chosen.name), hidden, shown, bool(by_hand)
        )


def parsed_mapping(kind: LedgerKind, text: str | None) -> dict[str, str]:
    """plain title -> field of ``列名=字段,…``; an empty field leaves the column out. Raises BadRequest."""
    found: dict[str, str] = {}
    for part in (text or "").replace("，", ",").split(","):
        title, sign, field_text = part.partition("=")
        if not part.strip():
            continue
        if not sign or not title.strip():
            raise BadRequest(tr("看不懂对应关系“{text}”。", text=part.strip()), tr("请写成 列名=字段，多个用逗号分开。"))
        found[plain_title(title)] = field_from_text(kind, field_text) if field_text.strip() else ""
    return found


def setting_key(kind: LedgerKind, titles: Sequence[str]) -> str:
    """Under which setting the mapping of this layout is kept."""
    return f"ledger_mapping:{fingerprint(kind, titles)}"


def fingerprint(kind: LedgerKind, titles: Sequence[str]) -> str:
    """The same for ledgers of one kind with the same header, and for the sheet of problems made of one."""
    ours = {plain_title(title) for title in OWN_TITLES}
    own = [plain for title in titles if (plain := plain_title(title)) not in ours]
    return hashlib.sha256("\x1f".join((kind.value, *own)).encode()).hexdigest()[:16]


def _choose(
    book: LedgerFile, kind: LedgerKind, wanted: str | None, by_hand: Mapping[str, str], *, row: int | None = None
) -> tuple[SheetSummary, Header]:
    if wanted is not None:
        named = [one for one in book.sheets if one.name == wanted] or [one for one in book.sheets if one.name.strip() == wanted.strip()]
        if not named:
            raise BadRequest(tr("没有名为“{name}”的工作表。", name=wanted), tr("文件里的工作表：{sheets}。", sheets=_listed(book)))
        header = find_header(named[0], kind, by_hand, row=row)
        if header is None:
            raise _no_header(book, kind, named[0])
        return named[0], header
    found = [(one, header) for one in book.sheets if not one.is_hidden if (header := find_header(one, kind, by_hand))]
    if not found:
        _refuse_titles_nowhere(book, by_hand)
        filled = [one for one in book.sheets if one.rows]
        raise _no_header(book, kind, filled[0] if filled else None)
    if kind in KEEPING:  # any words beside a code look like columns to be kept: a sheet of notes has fewer
        found = [one for one in found if one[1].known == max(header.known for _, header in found)]
    if len(found) > 1:
        raise BadRequest(
            tr("有 {count} 张工作表都像{kind}。", count=len(found), kind=kind.caption),
            tr("请用 --sheet 写明一张：{sheets}。", sheets="  ".join(f"{one.name}({one.rows})" for one, _ in found)),
        )
    return found[0]


def _refuse_titles_nowhere(book: LedgerFile, by_hand: Mapping[str, str]) -> None:
    cells = [cell for one in book.sheets for _, head in one.head for cell in head if cell]
    known = {plain_title(cell) for cell in cells}
    missing = [title for title in by_hand if not any(title.endswith(each) for each in known)]
    if missing:
        first = next((head for one in book.sheets for _, head in one.head), [])
        titles = "  ".join(cell for cell in first if cell)[:200]
        raise BadRequest(tr("文件里没有列“{title}”。", title=missing[0]), tr("文件里的列：{titles}。", titles=titles))


def _listed(book: LedgerFile) -> str:
    return "  ".join(
        tr("{name}({rows} 行，隐藏)", name=one.name, rows=one.rows)
        if one.is_hidden
        else tr("{name}({rows} 行)", name=one.name, rows=one.rows)
        for one in book.sheets
    )


def _no_header(book: LedgerFile, kind: LedgerKind, sheet: SheetSummary | None) -> BadRequest:
    if sheet is None:
        return BadRequest(tr("文件里没有数据：{path}", path=book.path), tr("文件里的工作表：{sheets}。", sheets=_listed(book) or tr("无")))
    first = "  ".join(cell for cell in sheet.head[0][1] if cell)[:80] if sheet.head else ""
    return BadRequest(
        tr("没有找到{kind}的表头。工作表：{sheets}。", kind=kind.caption, sheets=_listed(book)),
        tr(
            "第一行是“{first}”。请检查 --as，或用 --mapping 列名=字段 写明各列，或用 gisapp template 取得样表。",
            first=" ".join(first.split()),
        ),
    )


def find_header(sheet: SheetSummary, kind: LedgerKind, by_hand: Mapping[str, str], *, row: int | None = None) -> Header | None:
    """The row, or the two rows, among the first ones with the most columns that are known; None when none has enough.

    With ``row`` the header begins there, however few columns are known.
    """
    best: Header | None = None
    fewest = FEWEST_KNOWN if row is None else 0
    for place, (number, cells) in enumerate(sheet.head):
        if row not in (None, number):
            continue
        width = sheet.columns
        padded = [*cells, *[""] * (width - len(cells))]
        found = [_header(kind, number, number, [(cell,) for cell in padded], by_hand)]
        if place + 1 < len(sheet.head) and sheet.head[place + 1][0] == number + 1:
            below = sheet.head[place + 1][1]
            two = _header(kind, number, number + 1, _two_rows(padded, below, number, sheet.merges), by_hand)
            found += [two] if _is_half_known(kind, two, padded, below) else []
        for header in found:
            if kind in KEEPING and row is None and not set(header.fields) - {None, KEPT}:
                continue
            if header.known >= fewest and (best is None or header.rank > best.rank):
                best = header
    return best


def _header(kind: LedgerKind, first: int, last: int, names: Sequence[tuple[str, ...]], by_hand: Mapping[str, str]) -> Header:
    found = recognised_columns(kind, names, {})
    titles = tuple(map(partial(_title, kind), names, found))  # whatever is chosen by hand: a layout keeps its titles
    return Header(first, last, titles, tuple(names), recognised_columns(kind, names, by_hand))


def refuse_missing(kind: LedgerKind, header: Header, required: Required) -> None:
    """Raise BadRequest when a group of fields has no column at all."""
    missing = [keys for keys in required if not set(keys) & set(header.fields)]
    if missing:
        wanted = "、".join("/".join(caption_of(kind, key) for key in keys) for keys in missing)
        titles = "  ".join(title for title in header.titles if title)
        raise BadRequest(
            tr("{kind}缺少列：{columns}。", kind=kind.caption, columns=wanted),
            tr("文件里的列：{titles}。请检查 --as，或用 --mapping 列名=字段 写明。", titles=titles),
        )


def _is_half_known(kind: LedgerKind, header: Header, top: Cells, below: Cells) -> bool:
    """Whether a second row reads as headings and not as the first row of data."""
    filled = [column for column, cell in enumerate(below) if cell and column < len(header.fields)]
    if kind in KEEPING:  # any words can be a column to be kept: the lower row has to speak for itself
        if sum(recognised(kind, below[column]) is not None for column in filled) * 2 >= len(filled):
            return True
        return _divides(kind, top, below)
    return not _is_data(kind, top, below) and sum(header.fields[column] is not None for column in filled) * 2 >= len(filled)


def _is_data(kind: LedgerKind, top: Cells, below: Cells) -> bool:
    """Whether the lower row fills a column whose title is known and stands over it alone: a person's first row and no heading.

    Words of a list's first person (户主, 残疾) are titles of other columns too.
    """
    for column, (title, cell) in enumerate(zip(top, below, strict=False)):
        is_group = not any(top[column + 1 : column + 2]) and any(below[column + 1 : column + 2])
        if is_group or not title or not cell or plain_title(title) == plain_title(cell) or not recognised(kind, title):
            continue
        if not recognised(kind, cell) and not recognised(kind, title + cell):
            return True
    return False


def _divides(kind: LedgerKind, top: Cells, below: Cells) -> bool:
    """Whether the lower row only divides columns nobody knows: words without a digit, and nothing below a title that is known."""
    words = [cell for cell in below if cell]
    under_known = [cell for title, cell in zip(top, below, strict=False) if title and recognised(kind, title)]
    parts = [cell for title, cell in zip(top, below, strict=False) if cell and not title]
    return bool(parts) and not any(under_known) and not any(char.isdigit() for word in words for char in word)


def _title(kind: LedgerKind, names: tuple[str, ...], found: str | None) -> str:
    """What the column is called from now on: the name by which it was recognised, else all its rows together."""
    known = next((name for name in names if found and recognised(kind, name) == found), names[0] if names else "")
    return " ".join(known.split())


def _two_rows(top: Cells, below: Cells, number: int, merges: Sequence[Merge]) -> list[tuple[str, ...]]:
    """For each column the names of a header in two rows: both joined, the lower, the upper; best first."""
    spread = list(top)
    merged = {
        (row, column)
        for r1, c1, r2, c2 in merges
        if r1 == number - 1
        for row in range(r1, r2 + 1)
        for column in range(c1, min(c2, len(top)) + 1)
    }
    for column in range(1, len(spread)):
        has_lower = column < len(below) and below[column]
        is_part = (number - 1, column) in merged or not merges
        if not spread[column] and has_lower and is_part:
            spread[column] = spread[column - 1]
    names: list[tuple[str, ...]] = []
    for column, upper in enumerate(spread):
        lower = below[column] if column < len(below) else ""
        if upper and lower and upper != lower:
            names.append((upper + lower, lower, upper))
        else:
            names.append((lower or upper,))
    return names


def refuse_unknown_titles(header: Header, by_hand: Mapping[str, str]) -> None:
    """Raise BadRequest for a title chosen by hand that the file does not have."""
    known = {plain_title(name) for names in header.names for name in names}
    missing = [title for title in by_hand if title not in known]
    if missing:
        titles = "  ".join(title for title in header.titles if title)
        raise BadRequest(tr("文件里没有列“{title}”。", title=missing[0]), tr("文件里的列：{titles}。", titles=titles))


def _rows(
    book: LedgerFile, sheet: SheetSummary, header: Header, cancelled: Callable[[], bool] | None
) -> tuple[tuple[tuple[int, Cells], ...], tuple[int, ...]]:
    """(rows below the header, numbers of example rows left out); a merged cell's value stands in each of its rows."""
    down = [merge for merge in sheet.merges if merge[2] > merge[0] and merge[0] >= header.last]
    fills = {(row, column): (r1, c1) for r1, c1, r2, c2 in down for row in range(r1, r2 + 1) for column in range(c1, c2 + 1)}
    corners: dict[tuple[int, int], str] = {}
    starts = set(fills.values())
    filled_rows = {row for row, _ in fills}
    rows: list[tuple[int, Cells]] = []
    examples: list[int] = []
    for at, (number, cells) in enumerate(book.read(sheet.name)):
        if cancelled and at % _ASK_EVERY == 0 and cancelled():
            raise import_cancelled()
        if number <= header.last:
            continue
        if number - 1 in filled_rows:
            cells = _filled(cells, number - 1, len(header.titles), fills, starts, corners)
        if any(cell.startswith(EXAMPLE_MARK) for cell in cells if cell):
            examples.append(number)
        elif any(cells) and not _is_blank(cells):
            rows.append((number, cells))
    return tuple(rows), tuple(examples)


def _is_blank(cells: Cells) -> bool:
    return not any(cell.strip() for cell in cells)


def _filled(
    cells: Cells,
    row: int,
    width: int,
    fills: Mapping[tuple[int, int], tuple[int, int]],
    starts: set[tuple[int, int]],
    corners: dict[tuple[int, int], str],
) -> Cells:
    cells = [*cells, *[""] * (width - len(cells))]
    for column in range(width):
        if (row, column) in starts:
            corners[row, column] = cells[column]
        elif not cells[column] and (corner := fills.get((row, column))):
            cells[column] = corners.get(corner, "")
    return cells


def is_header_again(header: Header, cells: Cells) -> bool:
    """Whether a row repeats the header, as sheets printed page by page do."""
    filled = [(title, cell) for title, cell in zip(header.titles, cells, strict=False) if cell]
    return len(filled) >= FEWEST_KNOWN and all(plain_title(title) == plain_title(cell) for title, cell in filled)
