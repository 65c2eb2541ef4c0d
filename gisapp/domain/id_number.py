"""Numbers of the resident identity card (GB 11643-1999): what they say of their bearer, and how they break.

A wrong check digit is told and not refused: the person may be in danger tonight whatever was mistyped. What
contradicts the calendar, has the wrong length or was rounded by a spreadsheet is no number at all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import Enum

from gisapp.domain.person import Sex
from gisapp.language import tr

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECK_CHARACTERS = "10X98765432"
PROVINCES = frozenset((*range(11, 16), *range(21, 24), *range(31, 38), *range(41, 47), *range(50, 55), *range(61, 66), 71, 81, 82, 83, 91))
"""First two digits that are assigned (GB/T 2260; 83 and 91 by later announcements)."""

_EIGHTEEN = re.compile(r"[0-9]{17}[0-9X]", re.ASCII)
_FIFTEEN = re.compile(r"[0-9]{15}", re.ASCII)
_AROUND = re.compile(r"[\s'\"`’‘“”.-]")
_SCIENTIFIC = re.compile(r"[0-9](\.[0-9]+)?E\+?[0-9]{1,2}", re.ASCII)


class IdFault(Enum):
    """Why a text is no ID number."""

    RUINED = "ruined"
    ROUNDED = "rounded"
    MASKED = "masked"
    LENGTH = "length"
    CHARACTERS = "characters"
    CALENDAR = "calendar"


class IdDoubt(Enum):
    """What is odd about a number that can be kept."""

    CHECK_DIGIT = "check_digit"
    AREA = "area"
    OLD = "old"

    @property
    def caption(self) -> str:
        captions = (tr("身份证号的校验位不对"), tr("身份证号的地区码不存在"), tr("身份证号是15位旧号"))
        return captions[tuple(IdDoubt).index(self)]


@dataclass(frozen=True, slots=True)
class IdNumber:
    """A number as it is kept, and what it says."""

    text: str
    birth_date: str
    sex: Sex
    doubts: tuple[IdDoubt, ...]


def read_id_number(text: str, *, is_known: bool = False) -> IdNumber | IdFault:
    """The number written in ``text`` (narrow characters), or why there is none; one that ``is_known`` was not rounded."""
    number = text if _EIGHTEEN.fullmatch(text) else text.strip().upper()
    if not number.isdecimal() and _SCIENTIFIC.fullmatch(number):
        return IdFault.RUINED
    number = number if number.isalnum() else _AROUND.sub("", number)
    if "*" in number or "＊" in number:
        return IdFault.MASKED
    is_old = _FIFTEEN.fullmatch(number) is not None
    if not is_old and not _EIGHTEEN.fullmatch(number):
        return IdFault.LENGTH if number.isalnum() and number[:-1].isdecimal() and len(number) != 18 else IdFault.CHARACTERS
    birth = _calendar_day(f"19{number[6:12]}" if is_old else number[6:14])
    if birth is None:
        return IdFault.CALENDAR
    is_checked = is_old or number[17] == check_character(number)
    if not is_checked and number.endswith("000") and not is_known:
        return IdFault.ROUNDED
    sex = Sex.MALE if int(number[14] if is_old else number[16]) % 2 else Sex.FEMALE
    doubts = (
        *((IdDoubt.OLD,) if is_old else ()),
        *(() if is_checked else (IdDoubt.CHECK_DIGIT,)),
        *(() if int(number[:2]) in PROVINCES else (IdDoubt.AREA,)),
    )
    return IdNumber(number, birth, sex, doubts)


def check_character(number: str) -> str:
    """The eighteenth character that belongs to the first seventeen digits."""
    return CHECK_CHARACTERS[sum(map(int.__mul__, WEIGHTS, map(int, number[:17]))) % 11]


def in_eighteen(number: str) -> str:
    """A 15-digit number as it has been written since 1999; others as they are."""
    if len(number) != 15:
        return number
    body = f"{number[:6]}19{number[6:]}"
    return body + check_character(body)


def fault_reason(fault: IdFault, text: str) -> str:
    """The sentence for a person."""
    match fault:
        case IdFault.RUINED:
            return tr("身份证号已被表格软件改成科学计数法，后几位丢失；请从原始资料重新填写，并把单元格设为文本")
        case IdFault.ROUNDED:
            return tr("身份证号末尾是000且校验位不对，很可能被表格软件舍入，后三位丢失；请从原始资料核对")
        case IdFault.MASKED:
            return tr("身份证号已脱敏（含*），请填完整号码")
        case IdFault.LENGTH:
            return tr("身份证号应为18位，实为{count}位", count=len(re.sub(r"\s", "", text)))
        case IdFault.CALENDAR:
            return tr("身份证号里的出生日期不存在")
        case IdFault.CHARACTERS:
            return tr("身份证号含有不该有的字符")


def _calendar_day(digits: str) -> str | None:
    try:
        day = date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
    except ValueError:
        return None
    return day.isoformat() if date(1850, 1, 1) <= day <= date.today() else None
