"""Pinyin initials of a name, so that a contact typed in by hand is found by them like all others.

Source: GB 2312-1980 orders its 3,755 characters of level 1 by pinyin; the first character of each letter parts the table.
"""

from __future__ import annotations

from bisect import bisect_right

_FIRST = (
    (0xB0A1, "a"), (0xB0C5, "b"), (0xB2C1, "c"), (0xB4EE, "d"), (0xB6EA, "e"), (0xB7A2, "f"), (0xB8C1, "g"), (0xB9FE, "h"),
    (0xBBF7, "j"), (0xBFA6, "k"), (0xC0AC, "l"), (0xC2E8, "m"), (0xC4C3, "n"), (0xC5B6, "o"), (0xC5BE, "p"), (0xC6DA, "q"),
    (0xC8BB, "r"), (0xC8F6, "s"), (0xCBFA, "t"), (0xCDDA, "w"), (0xCEF4, "x"), (0xD1B9, "y"), (0xD4D1, "z"),
)  # fmt: skip
_LAST = 0xD7F9
_SURNAMES = (
    ("单", "s"),
    ("曾", "z"),
    ("解", "x"),
    ("仇", "q"),
    ("查", "z"),
    ("朴", "p"),
    ("盖", "g"),
    ("翟", "z"),
    ("闫", "y"),
    ("覃", "q"),
)
"""Characters that are read otherwise as a surname, or that level 1 does not hold."""


def initials_of(name: str) -> str:
    """Lower-case initials of ``name``: 陈小平 -> cxp; letters stay, characters the table does not hold are left out."""
    text = "".join(name.split())
    first = dict(_SURNAMES).get(text[:1])
    return (first or _initial(text[:1])) + "".join(_initial(character) for character in text[1:])


def _initial(character: str) -> str:
    if character.isascii():
        return character.lower() if character.isalnum() else ""
    try:
        code = int.from_bytes(character.encode("gb2312"), "big")
    except UnicodeEncodeError:
        return ""
    if not _FIRST[0][0] <= code <= _LAST:
        return ""
    return _FIRST[bisect_right([start for start, _ in _FIRST], code) - 1][1]
