"""In which encoding a shapefile's table is written: one that does not say is read wrongly without a warning."""

from __future__ import annotations

from pathlib import Path

SILENT = (0x00, 0x57)
"""Language driver ids that say nothing: none, and the system's ANSI code page of whoever wrote the file."""

MOST_READ = 4_000_000


def dbf_encoding(path: Path) -> str | None:
    """UTF-8 or GB18030 when the table neither says its encoding nor is plain ASCII; None to leave it to the reader.

    A .cpg beside it and a language driver id that speaks go before any guess.
    """
    if path.with_suffix(".cpg").is_file() or path.with_suffix(".CPG").is_file():
        return None
    try:
        with path.open("rb") as file:
            content = file.read(MOST_READ)
    except OSError:
        return None
    if len(content) < 32 or content[29] not in SILENT:
        return None
    text = content[32:]
    if text.isascii():
        return None
    return "UTF-8" if _is_utf8(text, is_cut=len(content) == MOST_READ) else "GB18030"


def _is_utf8(text: bytes, *, is_cut: bool) -> bool:
    """Whether the fields read as UTF-8; those cut in the middle of a character by their width do not count against it."""
    wrong = sum(1 for piece in text.replace(b"\x00", b" ").split(b" ") if piece and not _reads(piece, is_cut=is_cut))
    right = sum(1 for piece in text.replace(b"\x00", b" ").split(b" ") if not piece.isascii() and _reads(piece, is_cut=is_cut))
    return right > wrong


def _reads(piece: bytes, *, is_cut: bool) -> bool:
    try:
        piece.decode("utf-8")
    except UnicodeDecodeError as error:
        return is_cut and error.end >= len(piece) - 1
    return True
