"""In which encoding words of a file are written: one that does not say, or says wrong, is read wrongly without a warning."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from gisapp.readers.geo_layer import TextSample

SILENT = (0x00, 0x57)
"""Language driver ids that say nothing: none, and the system's ANSI code page of whoever wrote the file."""

DRIVER_IDS = ((0x4D, "gb18030"), (0x7A, "gb18030"), (0x4F, "big5hkscs"), (0x78, "big5hkscs"), (0x03, "cp1252"), (0x58, "cp1252"))
POSSIBLE = ("utf-8", "gb18030", "big5hkscs")
MOST_READ, MOST_WORDS, SAMPLE_LETTERS = 4_000_000, 2_000, 24
_LATIN = frozenset({"iso8859-1", "cp1252", "iso8859-15", "ascii"})
_COMMON = (("gb18030", 0xB0, 0xD7), ("big5hkscs", 0xA4, 0xC6))
"""Lead bytes of the characters that are written every day."""

_FIELD_BYTES = 32


def codec_named(text: str) -> str | None:
    """Python's name for an encoding as people and .cpg files write it (UTF-8, 65001, GBK, ANSI 936, Big5); None for no such."""
    plain = re.sub(r"^(ansi|oem|cp|ms|windows|x)[\s_-]*(?=\d)", "", text.strip().strip("\ufeff").lower())
    known = {"65001": "utf-8", "utf8": "utf-8", "936": "gb18030", "gbk": "gb18030", "gb2312": "gb18030", "54936": "gb18030"}
    known |= {"950": "big5hkscs", "big5": "big5hkscs", "1252": "cp1252", "8859-1": "iso8859-1", "88591": "iso8859-1"}
    name = known.get(plain) or known.get(plain.removeprefix("iso").strip(" -_")) or plain
    try:
        found = codecs.lookup(name)
    except (LookupError, ValueError):
        return None
    return found.name if getattr(found, "_is_text_encoding", True) else None


def table_encoding(path: Path) -> tuple[str, list[bytes]]:
    """(encoding, words with letters beyond ASCII) of a .dbf: what its .cpg or its driver id says when the words bear it out.

    A declaration of some Latin encoding over Chinese words counts for nothing.
    """
    try:
        with path.open("rb") as file:
            content = file.read(MOST_READ)
    except OSError:
        return "utf-8", []
    words = list(_table_words(content))
    declared = _declared(path, content)
    if declared and declared not in _LATIN and bears_out(words, declared):
        return declared, words
    return (declared or "utf-8") if not words else guessed(words), words


def bears_out(words: Sequence[bytes], encoding: str) -> bool:
    """Whether nearly all words read in ``encoding``; those cut in the middle of a character by their field's width do not count."""
    wrong = sum(1 for word in words if not _reads(word, encoding))
    return wrong * 10 <= len(words)


def guessed(words: Sequence[bytes]) -> str:
    """UTF-8 when the words read so, else the Chinese encoding in which they are made of everyday characters."""
    if bears_out(words, "utf-8"):
        return "utf-8"
    return max((name for name, _, _ in _COMMON), key=lambda name: _sense(words, name))


def samples_of(words: Sequence[bytes], chosen: str) -> tuple[TextSample, ...]:
    """The first words in every encoding that may be meant and in the chosen one, for a person to compare."""
    text = b" ".join(words[:8])
    if not text:
        return ()
    return tuple(_sample(text, name) for name in dict.fromkeys((chosen, *POSSIBLE)))


def _sample(text: bytes, name: str) -> TextSample:
    decoded = " ".join(text.decode(name, "replace").split())[:SAMPLE_LETTERS]
    return TextSample(name, decoded, is_clean="\ufffd" not in decoded and decoded.isprintable())


def _declared(path: Path, content: bytes) -> str | None:
    for ending in (".cpg", ".CPG"):
        try:
            return codec_named(path.with_suffix(ending).read_bytes()[:40].decode("latin-1"))
        except OSError:
            continue
    driver_id = content[29] if len(content) > 29 else 0  # noqa: PLR2004 - where a table says it
    return None if driver_id in SILENT else dict(DRIVER_IDS).get(driver_id)


def _table_words(content: bytes) -> Iterator[bytes]:
    """Names of fields and values that hold letters beyond ASCII; values are found by the widths of the fields."""
    header = int.from_bytes(content[8:10], "little")
    width = int.from_bytes(content[10:12], "little")
    if not _FIELD_BYTES < header <= len(content) or width < 2:  # noqa: PLR2004 - a mark and one letter
        return
    widths: list[int] = []
    found = 0
    for at in range(_FIELD_BYTES, header - 1, _FIELD_BYTES):
        name = content[at : at + 11].split(b"\x00")[0]
        widths.append(content[at + 16])
        if not name.isascii():
            found += 1
            yield name
    for at in range(header, len(content), width):
        start = at + 1
        for one in widths:
            word = content[start : start + one].strip(b" \x00")
            start += one
            if not word.isascii():
                found += 1
                yield word
        if found > MOST_WORDS:
            return


def _reads(word: bytes, encoding: str) -> bool:
    try:
        word.decode(encoding)
    except UnicodeDecodeError as error:
        return error.start > 0 and len(word) - error.start < 4 and len(word) >= 9  # noqa: PLR2004 - a character cut off
    except LookupError:
        return False
    return True


def _sense(words: Sequence[bytes], encoding: str) -> float:
    """Which share of the double bytes are everyday characters of ``encoding``."""
    first, last = next((low, high) for name, low, high in _COMMON if name == encoding)
    good = every = 0
    for word in words:
        at = 0
        while at < len(word):
            if word[at] < 0x80:  # noqa: PLR2004 - ASCII
                at += 1
                continue
            every += 1
            follows = word[at + 1] if at + 1 < len(word) else 0
            is_pair = follows >= 0xA1 if encoding == "gb18030" else 0x40 <= follows <= 0x7E or follows >= 0xA1  # noqa: PLR2004 - pairs
            good += first <= word[at] <= last and is_pair
            at += 2
    return good / every if every else 0.0
