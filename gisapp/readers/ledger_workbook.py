"""The inside of a workbook, read in a process of its own: every cell as text, errors and formulas told.

calamine gives neither formulas nor error cells: ``workbook_inside`` finds those.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from gisapp.readers.archive import BAD_ARCHIVE
from gisapp.readers.child_process import NotReadable
from gisapp.readers.xls_inside import is_protected_xls

LARGEST_EXACT = 1e15
"""From here on a spreadsheet has rounded a whole number: it keeps fifteen digits."""


def open_book(path: Path) -> Any:
    """The workbook; raises NotReadable("protected", "damaged" or "other")."""
    from python_calamine import CalamineError, PasswordError

    with path.open("rb") as file:
        start = file.read(1 << 16)
    if "EncryptedPackage".encode("utf-16-le") in start or _is_protected(path, start):
        raise NotReadable("protected")
    try:
        return _opened(path)
    except PasswordError as error:
        raise NotReadable("protected") from error
    except (CalamineError, OSError, ValueError) as error:
        raise NotReadable("other" if _is_another_archive(path) else "damaged") from error


def _opened(path: Path) -> Any:
    """calamine goes by the ending; where that fails, by what stands in the file: an .xls renamed to .xlsx is a workbook all the same."""
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    try:
        return CalamineWorkbook.from_path(str(path))
    except PasswordError:
        raise
    except CalamineError:
        return CalamineWorkbook.from_filelike(path.open("rb"))


def _is_protected(path: Path, start: bytes) -> bool:
    """Whether the directory of an OLE file, wherever it lies, names the stream of an encrypted package; or an .ods says so."""
    if start.startswith(b"PK"):
        return _names_encryption(path)
    marker = "EncryptedPackage".encode("utf-16-le")
    with path.open("rb") as file:
        rest = file.read()
    return marker in rest or is_protected_xls(path)


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


def sheet_rows(sheet: Any, errors: Mapping[tuple[int, int], str]) -> Iterator[tuple[int, list[str]]]:
    """(number from 1, cells) of every row that holds anything."""
    wanted = {row for row, _ in errors}
    before = [""] * (sheet.start[1] if sheet.start else 0)  # calamine leaves out empty columns at the left
    for at, values in enumerate(sheet.iter_rows()):
        cells = before + [value if type(value) is str else as_text(value) for value in values]
        if at in wanted:
            cells = _with_errors(cells, at, errors)
        if any(cells):
            yield at + 1, cells


def _with_errors(cells: list[str], row: int, errors: Mapping[tuple[int, int], str]) -> list[str]:
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
