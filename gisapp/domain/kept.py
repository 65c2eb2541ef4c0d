"""What a kept column holds: text, numbers, days, or yes and no; judged from all that is written in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum
from math import isfinite

from gisapp.domain.written import read_day, read_yes, tidy
from gisapp.language import tr

_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,10})?", re.ASCII)
_MOBILE = re.compile(r"1[0-9]{10}", re.ASCII)
_YES_NO = frozenset({"是", "否", "有", "无", "√", "×"})
"""Only what can be nothing else: a column of 1 and 0 holds numbers."""


class Content(StrEnum):
    """The kind of a kept column's values."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    YES_NO = "yes_no"

    @property
    def caption(self) -> str:
        captions = (tr("文字"), tr("数字"), tr("日期"), tr("是或否"))
        return captions[tuple(Content).index(self)]


def content_of(texts: Sequence[str], *, is_1904: bool = False) -> Content:
    """What all of ``texts`` are; leading zeros, long rows of digits and mobile phones stay text."""
    if not texts:
        return Content.TEXT
    if all(tidy(text) in _YES_NO for text in texts):
        return Content.YES_NO
    if all(read_number(text) is not None for text in texts) and not all(_MOBILE.fullmatch(tidy(text)) for text in texts):
        return Content.NUMBER
    is_day = all(not tidy(text).isdecimal() and read_value(text, Content.DATE, is_1904=is_1904) for text in texts)
    return Content.DATE if is_day else Content.TEXT


def read_number(text: str) -> float | None:
    """A number as people write it, with or without separators of thousands; None for a code or anything else."""
    plain = tidy(text)
    plain = plain.replace(",", "") if re.fullmatch(r"-?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?", plain) else plain
    if not _NUMBER.fullmatch(plain):
        return None
    value = float(plain)
    return value if isfinite(value) else None


def read_value(text: str, content: Content, *, is_1904: bool = False) -> str | None:
    """The value as it is kept; None when the text is none of this content."""
    match content:
        case Content.NUMBER:
            number = read_number(text)
            return None if number is None else f"{number:.15g}"
        case Content.DATE:
            day = read_day(text, is_1904=is_1904)
            return day.text if day else None
        case Content.YES_NO:
            is_so = read_yes(text)
            return None if is_so is None else str(int(is_so))
        case _:
            return tidy(text) or None


def shown_value(value: str, content: Content) -> str:
    """A kept value for a person."""
    return (tr("是") if value == "1" else tr("否")) if content is Content.YES_NO else value
