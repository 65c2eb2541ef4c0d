"""Ledgers as other offices make them: workbooks, open documents, delimited text. Made-up people only."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import xlsxwriter

Rows = Sequence[Sequence[Any]]


def workbook(
    path: Path, rows: Rows, *, sheet: str = "Sheet1", merges: Sequence[tuple[int, int, int, int, str]] = (), more: Any = None
) -> Path:
    """An .xlsx with text as text and numbers as numbers; ``more(book, sheet)`` adds what a test needs."""
    book = xlsxwriter.Workbook(str(path), {"strings_to_formulas": False, "strings_to_urls": False})
    page = book.add_worksheet(sheet)
    for r, row in enumerate(rows):
        for c, value in enumerate(row):
            if isinstance(value, str):
                page.write_string(r, c, value)
            elif value is not None:
                page.write(r, c, value)
    for r1, c1, r2, c2, text in merges:
        page.merge_range(r1, c1, r2, c2, text)
    if more:
        more(book, page)
    book.close()
    return path


def open_document(path: Path, rows: Rows) -> Path:
    """An .ods of one sheet."""
    cells = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{escape(str(value or ""))}</text:p></table:table-cell>' for value in row
        )
        + "</table:table-row>"
        for row in rows
    )
    names = " ".join(
        f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
        for short, long in (("office", "office"), ("table", "table"), ("text", "text"))
    )
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {names} office:version="1.2"><office:body><office:spreadsheet>'
        f'<table:table table:name="人员">{cells}</table:table></office:spreadsheet></office:body></office:document-content>'
    )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
        archive.writestr(
            "META-INF/manifest.xml",
            '<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
        )
    return path


def text_file(path: Path, rows: Rows, *, encoding: str = "utf-8", separator: str = ",") -> Path:
    """Delimited text; every cell quoted, so that anything can stand in it."""
    lines = (separator.join('"' + str(value).replace('"', '""') + '"' for value in row) for row in rows)
    path.write_bytes("\r\n".join(lines).encode(encoding))
    return path


def with_part_changed(path: Path, part: str, old: bytes, new: bytes) -> Path:
    """An .xlsx with bytes of one of its parts replaced."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    assert old in parts[part]
    parts[part] = parts[part].replace(old, new)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return path
