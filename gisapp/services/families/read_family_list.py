"""Which families a pasted list means: 户编号 or ids, parted by whatever people paste."""

from __future__ import annotations

import re
import sqlite3
from dataclasses import dataclass
from unicodedata import normalize

from gisapp.domain.ids import HouseholdId
from gisapp.language import tr
from gisapp.storage.families import households

_BETWEEN = re.compile(r"[\s,;、|]+")
_QUOTES = "'\"`’‘“”"


@dataclass(frozen=True, slots=True)
class UnknownWord:
    """A word of the list that names no family, and why."""

    word: str
    reason: str


@dataclass(frozen=True, slots=True)
class FamilyList:
    """``families`` in the order of the list, doubles kept; with ``unknown`` they are all the words there were."""

    families: tuple[HouseholdId, ...]
    unknown: tuple[UnknownWord, ...]


def read_family_list(connection: sqlite3.Connection, text: str) -> FamilyList:
    """The families named by the words of ``text``: a 户编号, or the id of the lists of this program; ``#12`` is always an id."""
    words = words_of(text)
    codes = households.by_code(connection, list(dict.fromkeys([*words, *(word.upper() for word in words)])))
    numbers = {word: int(word.lstrip("#")) for word in words if re.fullmatch(r"#?[0-9]{1,15}", word)}
    known = households.existing(connection, list(numbers.values()))
    families: list[HouseholdId] = []
    unknown: list[UnknownWord] = []
    for word in words:
        by_code = codes.get(word, codes.get(word.upper()))
        by_id = numbers.get(word) if numbers.get(word) in known else None
        if by_code is not None and by_id not in (None, by_code):
            unknown.append(UnknownWord(word, tr("既是一户的户编号，又是另一户的序号；序号请写成 #{word}", word=word)))
        elif by_code is None and by_id is None:
            unknown.append(UnknownWord(word, tr("没有这一户")))
        else:
            families.append(HouseholdId(by_code if by_code is not None else int(by_id or 0)))
    return FamilyList(tuple(families), tuple(unknown))


def words_of(text: str) -> list[str]:
    """The words of a pasted text: wide characters made narrow, quotes taken off."""
    parts = (part.strip(_QUOTES) for part in _BETWEEN.split(normalize("NFKC", text)))
    return [part for part in parts if part]
