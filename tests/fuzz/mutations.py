"""Good files made bad: bytes, lengths, archives, XML, JSON and text changed as accident and malice change them."""

from __future__ import annotations

import random
import re
import struct
import warnings
import zipfile
import zlib
from collections.abc import Callable
from io import BytesIO

from tests.fuzz.seeds import sealed

NUMBERS = (
    b"-1",
    b"0",
    b"1e999",
    b"-1e308",
    b"NaN",
    b"inf",
    b"99999999999999999999",
    b"1e-320",
    b"0x10",
    b"+5",
    b"1_000",
    "１２".encode(),
    b"",
)
WORDS = (
    b"",
    b"\0",
    b"\xff\xfe",
    b"&a;",
    b"<x>",
    b"]]>",
    b"<![CDATA[",
    b"%s%n",
    b"=1+1",
    b"../../../etc/passwd",
    b"/dev/zero",
    b"CON",
    b"\r\n",
    b"'; DROP TABLE household; --",
    "\ufeff\u202e\u0000".encode(),
    "\U0001f600".encode(),
    b"\\ud800",
    b"x" * 5_000,
    b"\xed\xa0\x80",
    b"1e999",
)
NAMES = ("../../escaped.txt", "/tmp/gisapp-escaped.txt", "C:\\escaped.txt", "xl\\workbook.xml", "a/" * 200 + "b", "doc.kml", "", "NUL")
_NUMBER = re.compile(rb"(?<![\w#])-?\d+(?:\.\d+)?")
_TAG = re.compile(rb"<[^<>]{1,200}>")


def flip(data: bytes, dice: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(dice.choice((1, 1, 2, 8, 40))):
        if changed:
            changed[_place(changed, dice)] ^= 1 << dice.randrange(8)
    return bytes(changed)


def cut(data: bytes, dice: random.Random) -> bytes:
    return data[: dice.choice((0, 1, 4, 100, len(data) // 2, len(data) - 1, dice.randrange(len(data) + 1)))]


def splice(data: bytes, dice: random.Random) -> bytes:
    first, last = sorted((_place(data, dice), _place(data, dice))) if data else (0, 0)
    piece = data[first : first + dice.choice((1, 16, 400))]
    match dice.randrange(3):
        case 0:
            return data[:first] + data[last:]
        case 1:
            return data[:last] + piece * dice.choice((1, 3, 50)) + data[last:]
        case _:
            return data[:first] + dice.randbytes(last - first if last - first < 200 else 200) + data[last:]


def lengths(data: bytes, dice: random.Random) -> bytes:
    """A number of two, four or eight bytes replaced by one at the edge of what it holds."""
    width, code = dice.choice(((1, "B"), (2, "H"), (4, "I"), (8, "Q")))
    if len(data) <= width:
        return data
    at = min(_place(data, dice), len(data) - width)
    most = 256**width - 1
    value = dice.choice((0, 1, most, most // 2, most // 2 + 1, most - 1, most // 256))
    return data[:at] + struct.pack(dice.choice("<>") + code, value) + data[at + width :]


def numbers(data: bytes, dice: random.Random) -> bytes:
    return _one_replaced(_NUMBER, data, dice, NUMBERS)


def words(data: bytes, dice: random.Random) -> bytes:
    at = _place(data, dice) if data else 0
    return data[:at] + dice.choice(WORDS) + data[at + dice.choice((0, 1, 5)) :]


def tags(data: bytes, dice: random.Random) -> bytes:
    """A tag left out, doubled, moved, or one of another name."""
    found = list(_TAG.finditer(data))
    if not found:
        return words(data, dice)
    one, other = dice.choice(found), dice.choice(found)
    new = dice.choice((b"", one[0] * 2, other[0], one[0] * 2_000, b"<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>&b;", b"<!--"))
    return data[: one.start()] + new + data[one.end() :]


def members(data: bytes, dice: random.Random) -> bytes:
    """A member of an archive changed, renamed, doubled, left out, or said to be another size."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            parts = [(one.filename, archive.read(one)) for one in archive.infolist()]
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, OSError, EOFError, ValueError):
        return flip(data, dice)
    at = dice.randrange(len(parts))
    name, content = parts[at]
    match dice.randrange(6):
        case 0 | 1 | 2:
            change = dice.choice((flip, cut, splice, numbers, words, tags, tags, numbers))
            parts[at] = (name, change(content, dice))
        case 3:
            parts.append((dice.choice(NAMES), content))
        case 4:
            parts.append((name, cut(content, dice)))
        case _:
            del parts[at]
    out = BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        warnings.simplefilter("ignore")
        for name, content in parts:
            archive.writestr(zipfile.ZipInfo(name or "x"), content)
    return out.getvalue()


def _one_replaced(what: re.Pattern[bytes], data: bytes, dice: random.Random, others: tuple[bytes, ...]) -> bytes:
    found = list(what.finditer(data))
    if not found:
        return lengths(data, dice)
    for one in sorted(dice.sample(found, min(len(found), dice.choice((1, 1, 3)))), key=lambda one: -one.start()):
        data = data[: one.start()] + dice.choice(others) + data[one.end() :]
    return data


def _place(data: bytes | bytearray, dice: random.Random) -> int:
    """Anywhere; every other time in the first part, where headers are."""
    return dice.randrange(min(len(data), dice.choice((100, 600, len(data)))))


Mutation = Callable[[bytes, random.Random], bytes]
_BYTES: tuple[Mutation, ...] = (flip, cut, splice, lengths)
_BY_ENDING: dict[str, tuple[Mutation, ...]] = {
    ".xlsx": (members, members, members, flip, cut, lengths),
    ".ods": (members, members, flip, cut),
    ".kmz": (members, members, flip, cut, lengths),
    ".kml": (tags, tags, numbers, words, flip, cut, splice),
    ".gpx": (tags, numbers, words, flip, cut),
    ".csv": (words, numbers, flip, cut, splice),
    ".txt": (words, numbers, flip, cut, splice),
    ".geojson": (numbers, words, splice, flip, cut),
    ".dxf": (numbers, numbers, words, splice, flip, cut),
    ".json": (numbers, words, splice, flip),
}


def mutated(data: bytes, ending: str, dice: random.Random) -> bytes:
    """``data`` after one to three changes that fit files of this ending."""
    for _ in range(dice.choice((1, 1, 1, 2, 3))):
        data = dice.choice(_BY_ENDING.get(ending, _BYTES))(data, dice)
    return sealed(data) if ending == ".json" and dice.randrange(4) else data
