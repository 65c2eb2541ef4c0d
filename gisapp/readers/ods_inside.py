"""The inside of an .ods: calamine gives neither its merged cells nor its formulas and error cells."""

from __future__ import annotations

import zipfile
from pathlib import Path
from xml.parsers import expat

from gisapp.readers.archive import BAD_ARCHIVE
from gisapp.readers.child_process import NotReadable
from gisapp.readers.workbook_inside import Inside, Oddities, Place

_CONTENT, _BLOCK, MOST_XML_BYTES = "content.xml", 1 << 20, 900_000_000
_WORTH_READING = (b"-spanned=", b"table:formula=", b"table:null-date")
_LONGEST = max(map(len, _WORTH_READING))
_TABLE, _OFFICE, _EXTENDED = (
    "urn:oasis:names:tc:opendocument:xmlns:table:1.0 ",
    "urn:oasis:names:tc:opendocument:xmlns:office:1.0 ",
    "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0 ",
)
_CELLS = frozenset({f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"})
_MOST_COUNTED = 1 << 20


def inside_of_ods(path: Path) -> Inside | None:
    """The inside of an .ods; None for other formats. Raises NotReadable("damaged" or "large")."""
    try:
        with zipfile.ZipFile(path) as archive:
            if _CONTENT not in archive.namelist() or "xl/workbook.xml" in archive.namelist():
                return None
            if not _is_worth_reading(archive):
                return Inside()
            found = _Content()
            with archive.open(_CONTENT) as file:
                found.read(iter(lambda: file.read(_BLOCK), b""))
    except expat.ExpatError as error:
        raise NotReadable("damaged") from error
    except BAD_ARCHIVE:
        return None
    return Inside(found.is_1904, dict(enumerate(found.merges)), found.oddities)


def _is_worth_reading(archive: zipfile.ZipFile) -> bool:
    """Whether anything of what we look for stands in the content at all: most sheets are spared the slow way."""
    before = b""
    total = 0
    with archive.open(_CONTENT) as file:
        while block := file.read(_BLOCK):
            total += len(block)
            if total > MOST_XML_BYTES:
                raise NotReadable("large")
            if any(word in before + block for word in _WORTH_READING):
                return True
            before = block[-_LONGEST:]
    return False


class _Content:
    """Follows the cells of a content.xml; a table within a table's drawing is passed over."""

    def __init__(self) -> None:
        self.is_1904 = False
        self.merges: list[list[tuple[int, int, int, int]]] = []
        self._formulas: list[int] = []
        self._without: list[int] = []
        self._errors: list[dict[Place, str]] = []
        self._row = self._column = self._rows_here = 0
        self._depth = 0
        self._error_at: Place | None = None
        self._words: list[str] = []

    def oddities(self, place: int) -> Oddities:
        if place >= len(self._formulas):
            return Oddities()
        return Oddities(self._formulas[place], self._without[place], self._errors[place])

    def read(self, blocks: object) -> None:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartElementHandler, parser.EndElementHandler = self._start, self._end
        parser.StartDoctypeDeclHandler = _refuse_entities
        parser.CharacterDataHandler = self._text
        for block in blocks:  # type: ignore[attr-defined]
            parser.Parse(block, False)
        parser.Parse(b"", True)

    def _start(self, name: str, facts: dict[str, str]) -> None:
        if name == f"{_TABLE}table":
            self._depth += 1
            if self._depth == 1:
                self._begin_sheet()
        elif name == f"{_TABLE}null-date":
            self.is_1904 = facts.get(f"{_TABLE}date-value", "").startswith("1904")
        elif self._depth != 1:
            return
        elif name == f"{_TABLE}table-row":
            self._column, self._rows_here = 0, _count(facts, "number-rows-repeated")
        elif name in _CELLS:
            self._cell(facts)

    def _begin_sheet(self) -> None:
        self.merges.append([])
        self._formulas.append(0)
        self._without.append(0)
        self._errors.append({})
        self._row = 0

    def _cell(self, facts: dict[str, str]) -> None:
        rows, columns = _count(facts, "number-rows-spanned"), _count(facts, "number-columns-spanned")
        if rows > 1 or columns > 1:
            self.merges[-1].append((self._row, self._column, self._row + rows - 1, self._column + columns - 1))
        is_error = facts.get(f"{_EXTENDED}value-type") == "error"
        if f"{_TABLE}formula" in facts:
            self._formulas[-1] += 1
            self._without[-1] += not is_error and f"{_OFFICE}value-type" not in facts
        if is_error:
            self._error_at, self._words = (self._row, self._column), []
        self._column += _count(facts, "number-columns-repeated")

    def _end(self, name: str) -> None:
        if name == f"{_TABLE}table":
            self._depth -= 1
        elif self._depth == 1 and name == f"{_TABLE}table-row":
            self._row += self._rows_here
        elif name in _CELLS and self._error_at is not None:
            self._errors[-1][self._error_at] = "".join(self._words).strip() or "#N/A"
            self._error_at = None

    def _text(self, text: str) -> None:
        if self._error_at is not None:
            self._words.append(text)


def _count(facts: dict[str, str], name: str) -> int:
    text = facts.get(f"{_TABLE}{name}", "1")
    return min(int(text), _MOST_COUNTED) if text.isdecimal() and len(text) < 9 else 1


def _refuse_entities(*_said: object) -> None:
    """No spreadsheet declares a document type: only a bomb does."""
    raise NotReadable("damaged")
