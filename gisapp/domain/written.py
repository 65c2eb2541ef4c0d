"""What people write into the cells of a ledger: text, dates, phones and yes or no in all habits."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from types import MappingProxyType

_NARROW = str.maketrans(
    {chr(code): chr(code - 0xFEE0) for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))}
    | {"　": " ", "\u00a0": " ", "\u2002": " ", "\u2003": " ", "\u2009": " ", "\t": " ", "\r": " ", "\n": " ", "\x0b": " ", "\x0c": " "}
    | dict.fromkeys(("\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u200e", "\u200f", "\u202c", "\u202d"), "")
)
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")
_SPACES = re.compile(r" {2,}")
_WIDE_SIGNS = str.maketrans("－．／：＋（）＃，；—–", "-./:+()#,;--")
_AROUND_WIDE = re.compile(r"(?<=[^\x00-\xff]) | (?=[^\x00-\xff])")
_YES = frozenset({"是", "有", "y", "yes", "true", "1", "√", "✓", "✔", "v", "对"})
_NO = frozenset({"否", "无", "没有", "n", "no", "false", "0", "×", "x", "-", "/", "非", "不是"})
_DIGITS = MappingProxyType({"〇": 0, "零": 0, "○": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9})
_DAY = re.compile(r"([0-9]{4})\s*[-./年]\s*([0-9]{1,2})\s*(?:[-./月]\s*([0-9]{1,2})?\s*[日号]?)?\s*(?:[T ]\s*[0-9]{1,2}[:时].*)?")
_PHONE = re.compile(r"[0-9]{5,15}", re.ASCII)
_BETWEEN_PHONES = re.compile(r"[、,;/\s|或]+")
FIRST_SERIAL_DAY, OTHER_FIRST_SERIAL_DAY = date(1899, 12, 30), date(1904, 1, 1)
_FALSE_LEAP_DAY = 60


@dataclass(frozen=True, slots=True)
class WrittenDay:
    """A day as ISO text; ``is_whole`` is False when only year and month were written and the first stands for them."""

    text: str
    is_whole: bool = True


def tidy(text: str) -> str:
    """Text on one line: digits and letters narrow, no control or invisible characters, single spaces."""
    if text.isascii() and text.isprintable():
        return _SPACES.sub(" ", text.strip()) if " " in text else text
    if text.isalnum():  # no space, sign or invisible character: only width can differ
        return text.translate(_NARROW)
    return _SPACES.sub(" ", _CONTROL.sub("", text.translate(_NARROW)).strip())


def person_name(text: str) -> str:
    """A name without the spaces that set 王 五 in columns; a foreign name keeps its single spaces."""
    name = tidy(text)
    return _AROUND_WIDE.sub("", name) if " " in name else name


@lru_cache(maxsize=16_384)
def read_day(text: str, *, is_1904: bool = False) -> WrittenDay | None:
    """The day written as 2021-9-3, 2021.9.3, 2021年9月, 20210903, 二〇二一年九月三日 or a serial number; None for no day."""
    plain = tidy(text).translate(_WIDE_SIGNS)
    if plain.isdecimal() and plain.isascii():
        return _from_number(plain, is_1904=is_1904)
    if re.fullmatch(r"[0-9]{5}\.[0-9]+", plain):
        return _from_number(plain.partition(".")[0], is_1904=is_1904)
    found = _DAY.fullmatch(_chinese_numerals(plain))
    return _day(found[1], found[2], found[3]) if found else None


def _from_number(digits: str, *, is_1904: bool) -> WrittenDay | None:
    if len(digits) == 8:
        return _day(digits[:4], digits[4:6], digits[6:])
    if len(digits) == 6:
        return _day(digits[:4], digits[4:], None)
    if len(digits) not in (3, 4, 5) or (len(digits) == 4 and 1900 <= int(digits) <= 2100):
        return None
    serial = int(digits)
    if is_1904:
        return WrittenDay((OTHER_FIRST_SERIAL_DAY + timedelta(days=serial)).isoformat())
    return WrittenDay((FIRST_SERIAL_DAY + timedelta(days=serial + (serial < _FALSE_LEAP_DAY))).isoformat())


def _day(year: str, month: str, day: str | None) -> WrittenDay | None:
    try:
        found = date(int(year), int(month), int(day) if day else 1)
    except ValueError:
        return None
    return WrittenDay(found.isoformat(), is_whole=bool(day)) if 1850 <= found.year <= 2150 else None


def _chinese_numerals(text: str) -> str:
    if not any(character in _DIGITS or character == "十" for character in text):
        return text
    return re.sub("[〇零○一二三四五六七八九十]+", lambda found: _number(found[0]), text)


def _number(text: str) -> str:
    if "十" not in text:
        return "".join(str(_DIGITS[character]) for character in text)
    tens, _, ones = text.partition("十")
    return str((_DIGITS.get(tens, 1) if tens else 1) * 10 + (_DIGITS.get(ones, 0) if ones else 0))


def read_phones(text: str) -> tuple[str, ...] | None:
    """The phones of a cell, each as digits; () for an empty cell, None when something in it is no phone."""
    if _PHONE.fullmatch(text):
        return (text[2:],) if text.startswith("861") and len(text) == 13 else (text,)
    plain = tidy(text).translate(_WIDE_SIGNS).strip("'\"`’‘“” ")
    if not plain:
        return ()
    plain = re.sub(r"(?<=[0-9])[ -](?=[0-9]{3,4}(?:[ -]|$|[^0-9]))|(?<=^[0-9]{4})-|(?<=^[0-9]{3})-|[()]", "", plain)
    parts = [re.sub(r"^\+?86(?=1[0-9]{10}$)|-", "", part) for part in _BETWEEN_PHONES.split(plain) if part]
    return tuple(dict.fromkeys(parts)) if parts and all(_PHONE.fullmatch(part) for part in parts) else None


@lru_cache(maxsize=256)
def read_yes(text: str) -> bool | None:
    """Yes or no; None for anything else."""
    plain = tidy(text).lower()
    return True if plain in _YES else False if plain in _NO else None
