"""The inside of an .xls of Excel 97-2003 ([MS-XLS]): calamine tells neither its formulas and error cells nor days counted from 1904."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from types import MappingProxyType

from gisapp.readers.ole_stream import stream_of
from gisapp.readers.workbook_inside import Inside, Oddities, Place

_BEGIN, _END, _SHEET, _FROM_1904, _PASSWORD = 0x809, 0x0A, 0x85, 0x22, 0x2F
_FORMULA, _TEXT_OF_FORMULA, _BOOLEAN_OR_ERROR = 0x06, 0x207, 0x205
_BETWEEN = frozenset({0x4BC, 0x221, 0x236})
"""What may stand between a formula and its text: a shared formula, an array, a table of what-ifs."""
_ERRORS = MappingProxyType({0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A"})
_IS_TEXT, _IS_ERROR, _IS_BLANK = 0, 2, 3


def inside_of_xls(path: Path) -> Inside | None:
    """The inside of an .xls; None for other formats."""
    book = stream_of(path, ("Workbook", "Book"))
    if book is None:
        return None
    is_1904 = False
    starts: list[int] = []
    for kind, body in _records(book, 0):
        if kind == _FROM_1904 and len(body) >= 2:  # noqa: PLR2004
            is_1904 = body[0] == 1
        elif kind == _SHEET and len(body) >= 4:  # noqa: PLR2004
            starts.append(struct.unpack_from("<I", body)[0])
    return Inside(is_1904, {}, partial(_oddities, book, starts))


def is_protected_xls(path: Path) -> bool:
    """Whether an .xls can only be read with its password."""
    book = stream_of(path, ("Workbook", "Book"))
    return book is not None and any(kind == _PASSWORD for kind, _ in _records(book, 0))


def _records(book: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    """(kind, body) of every record of one part, from its beginning to its end."""
    depth = 0
    while at + 4 <= len(book):
        kind, length = struct.unpack_from("<HH", book, at)
        yield kind, book[at + 4 : at + 4 + length]
        at += 4 + length
        depth += (kind == _BEGIN) - (kind == _END)
        if depth <= 0:
            return


def _oddities(book: bytes, starts: Sequence[int], place: int) -> Oddities:
    errors: dict[Place, str] = {}
    formulas = without = blank = 0
    waits_for_text = False
    for kind, body in _records(book, starts[place]) if place < len(starts) else ():
        if waits_for_text and kind not in _BETWEEN:
            without += kind != _TEXT_OF_FORMULA
            waits_for_text = False
        if kind == _FORMULA and len(body) >= 14:  # noqa: PLR2004
            formulas += 1
            if body[12:14] == b"\xff\xff":
                waits_for_text = body[6] == _IS_TEXT
                blank += body[6] == _IS_BLANK
                if body[6] == _IS_ERROR:
                    errors[struct.unpack_from("<HH", body)] = _ERRORS.get(body[8], "#N/A")
        elif kind == _BOOLEAN_OR_ERROR and len(body) >= 8 and body[7] == 1:  # noqa: PLR2004
            errors[struct.unpack_from("<HH", body)] = _ERRORS.get(body[6], "#N/A")
    # a formula may well come to nothing; where all of them do, the program that wrote the file never worked them out
    return Oddities(formulas, formulas if blank == formulas else without, errors)
