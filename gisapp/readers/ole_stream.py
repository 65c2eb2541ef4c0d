"""One stream out of a compound file, the box in which Excel 97 and its like keep a workbook ([MS-CFB])."""

from __future__ import annotations

import struct
from pathlib import Path

MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEADER, _ENTRY, _IN_HEADER, _FIRST_SPECIAL = 512, 128, 109, 0xFFFFFFFA
_STREAM, _ROOT = 2, 5


def stream_of(path: Path, names: tuple[str, ...]) -> bytes | None:
    """The bytes of the first stream with one of ``names``; None where the file is no compound file, is broken or has no such stream."""
    data = path.read_bytes()
    if not data.startswith(MARK):
        return None
    try:
        return _Box(data).stream(names)
    except (struct.error, IndexError, ValueError):
        return None


class _Box:
    """A compound file's sectors; a chain that runs in a circle ends after as many sectors as there are."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        large, small = struct.unpack_from("<HH", data, 30)
        if large not in (9, 12) or small != 6:  # noqa: PLR2004 - 512 or 4096 bytes, and 64
            raise ValueError("sizes")
        self._size, self._small = 1 << large, 1 << small
        count, directory = struct.unpack_from("<II", data, 44)
        self._cut, short_table, _, more, _ = struct.unpack_from("<5I", data, 56)
        tables = list(struct.unpack_from(f"<{_IN_HEADER}I", data, 76))
        while more < _FIRST_SPECIAL and len(tables) < count:
            numbers = struct.unpack(f"<{self._size // 4}I", self._sector(more))
            tables += numbers[:-1]
            more = numbers[-1]
        self._next: list[int] = []
        for number in tables[:count]:
            self._next += struct.unpack(f"<{self._size // 4}I", self._sector(number))
        self._entries = self._chain(directory)
        table = self._chain(short_table) if short_table < _FIRST_SPECIAL else b""
        self._next_short = struct.unpack(f"<{len(table) // 4}I", table)

    def stream(self, names: tuple[str, ...]) -> bytes | None:
        root = 0
        for at in range(0, len(self._entries) - _ENTRY + 1, _ENTRY):
            length, kind = struct.unpack_from("<HB", self._entries, at + 64)
            first, size = struct.unpack_from("<II", self._entries, at + 116)
            if kind == _ROOT:
                root = first
            elif kind == _STREAM and self._entries[at : at + max(length - 2, 0)].decode("utf-16-le", "replace") in names:
                return (self._chain(first) if size >= self._cut else self._short_chain(first, self._chain(root)))[:size]
        return None

    def _sector(self, number: int) -> bytes:
        found = self._data[(number + 1) * self._size : (number + 2) * self._size]
        return found + bytes(self._size - len(found)) if found else bytes(self._size)

    def _chain(self, number: int) -> bytes:
        parts: list[bytes] = []
        while number < _FIRST_SPECIAL and len(parts) < len(self._next):
            parts.append(self._sector(number))
            number = self._next[number]
        return b"".join(parts)

    def _short_chain(self, number: int, box: bytes) -> bytes:
        parts: list[bytes] = []
        while number < _FIRST_SPECIAL and len(parts) < len(self._next_short):
            parts.append(box[number * self._small : (number + 1) * self._small])
            number = self._next_short[number]
        return b"".join(parts)
