"""The inside of a workbook, read in a process of its own: every cell as text, errors and formulas told.

calamine gives neither formulas nor error cells of .xlsx files: those are found in the sheets' own XML.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from gisapp.readers.archive import BAD_ARCHIVE
from gisapp.readers.child_process import NotReadable

MOST_XML_BYTES = 900_000_000
LARGEST_EXACT = 1e15
"""From here on a spreadsheet has rounded a whole number: it keeps fifteen digits."""

_ERROR_CELL = re.compile(
    rb'<(?:\w+:)?c [^>]*?\br="([A-Z]{1,3})([0-9]{1,7})"[^>]*?\bt="e"[^>]*>(?:(?!</(?:\w+:)?c>).){0,4000}?<(?:\w+:)?v>([^<]{1,20})<',
    re.DOTALL,
)
_RELATIONS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def open_book(path: Path) -> Any:
    """The workbook; raises NotReadable("protected", "damaged" or "other")."""
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    with path.open("rb") as file:
        start = file.read(1 << 16)
    if "EncryptedPackage".encode("utf-16-le") in start or _is_protected(path, start):
        raise NotReadable("protected")
    try:
        return CalamineWorkbook.from_path(str(path))
    except PasswordError as error:
        raise NotReadable("protected") from error
    except (CalamineError, OSError, ValueError) as error:
        raise NotReadable("other" if _is_another_archive(path) else "damaged") from error


def _is_protected(path: Path, start: bytes) -> bool:
    """Whether the directory of an OLE file, wherever it lies, names the stream of an encrypted package; or an .ods says so."""
    if start.startswith(b"PK"):
        return _names_encryption(path)
    marker = "EncryptedPackage".encode("utf-16-le")
    with path.open("rb") as file:
        rest = file.read()
    return marker in rest


def _names_encryption(path: Path) -> bool:
    try:
        with zipfile.ZipFile(path) as archive:
            if any(entry.flag_bits & 1 for entry in archive.infolist()):
                return True
            manifest = archive.open("META-INF/manifest.xml").read(1 << 20)
            return b"encryption-data" in manifest
    except (KeyError, *BAD_ARCHIVE):
        return False


def _is_another_archive(path: Path) -> bool:
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
    except BAD_ARCHIVE:
        return False
    return not any(name.startswith("xl/") or name == "content.xml" for name in names)


def sheet_types() -> tuple[Any, Any]:
    """What marks a sheet of cells, and one that is shown."""
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    return SheetTypeEnum.WorkSheet, SheetVisibleEnum.Visible


def sheet_rows(sheet: Any, errors: dict[tuple[int, int], str]) -> Iterator[tuple[int, list[str]]]:
    """(number from 1, cells) of every row that holds anything."""
    wanted = {row for row, _ in errors}
    before = [""] * (sheet.start[1] if sheet.start else 0)  # calamine leaves out empty columns at the left
    for at, values in enumerate(sheet.iter_rows()):
        cells = before + [value if type(value) is str else as_text(value) for value in values]
        if at in wanted:
            cells = _with_errors(cells, at, errors)
        if any(cells):
            yield at + 1, cells


def _with_errors(cells: list[str], row: int, errors: dict[tuple[int, int], str]) -> list[str]:
    for (at, column), text in errors.items():
        if at == row and column < 16_384:
            cells += [""] * (column + 1 - len(cells))
            cells[column] = text
    return cells


def as_text(value: object) -> str:
    """A cell's value as a person would write it; a whole number too long to be exact in scientific notation."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        if not value.is_integer():
            return repr(value)
        return str(int(value)) if abs(value) < LARGEST_EXACT else f"{value:.14E}"
    if isinstance(value, int):
        return str(value) if abs(value) < LARGEST_EXACT else f"{value:.14E}"
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(sep=" ", timespec="seconds")
    if isinstance(value, date | time | timedelta):
        return str(value)
    return "" if value is None else str(value)


def of_xlsx(path: Path) -> tuple[bool, dict[str, str]]:
    """(counts days from 1904, sheet name -> its part in the archive) of an .xlsx; (False, {}) for other formats."""
    try:
        with zipfile.ZipFile(path) as archive:
            book = ElementTree.fromstring(archive.open("xl/workbook.xml").read(10_000_000))
            links = ElementTree.fromstring(archive.open("xl/_rels/workbook.xml.rels").read(10_000_000))
    except (KeyError, ElementTree.ParseError, *BAD_ARCHIVE):
        return False, {}
    targets = {link.get("Id"): str(link.get("Target")) for link in links}
    parts: dict[str, str] = {}
    is_1904 = False
    for element in book.iter():
        if element.tag.endswith("}workbookPr"):
            is_1904 = element.get("date1904", "0") in ("1", "true")
        elif element.tag.endswith("}sheet") and (target := targets.get(element.get(_RELATIONS, ""))):
            parts[element.get("name", "")] = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    return is_1904, parts


def oddities(path: Path, part: str | None) -> tuple[int, int, dict[tuple[int, int], str]]:
    """(formulas, formulas without a stored value, (row, column) from 0 -> error text) of one sheet of an .xlsx."""
    if part is None:
        return 0, 0, {}
    try:
        with zipfile.ZipFile(path) as archive:
            xml = archive.open(part).read(MOST_XML_BYTES + 1)
    except (KeyError, *BAD_ARCHIVE):
        return 0, 0, {}
    if len(xml) > MOST_XML_BYTES:
        raise NotReadable("large")
    formulas = xml.count(b"<f>") + xml.count(b"<f ")
    without = len(re.findall(rb"(?:</f>|<f [^>]*/>)(?:<v></v>|<v */>)?</c>", xml)) if formulas else 0
    errors = {}
    if b't="e"' in xml:
        for found in _ERROR_CELL.finditer(xml):
            errors[int(found[2]) - 1, _column(found[1])] = found[3].decode("utf-8", "replace")
    return formulas, without, errors


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1
