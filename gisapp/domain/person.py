"""People: who is counted as old, young or otherwise vulnerable, by which published limit."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from gisapp.language import tr

ELDERLY_FROM_AGE = 65
"""65 and over, as the national statistics count the elderly."""

CHILD_BELOW_AGE = 6
"""Under 6, as flood lists mark small children."""


class Relation(StrEnum):
    """A resident's relation to the head of the household."""

    HEAD = "head"
    SPOUSE = "spouse"
    CHILD = "child"
    CHILD_IN_LAW = "child_in_law"
    GRANDCHILD = "grandchild"
    PARENT = "parent"
    OTHER = "other"

    @property
    def caption(self) -> str:
        titles = (tr("户主"), tr("配偶"), tr("子女"), tr("儿媳/女婿"), tr("孙子女"), tr("父母"), tr("其他"))
        return titles[tuple(Relation).index(self)]


class Sex(StrEnum):
    MALE = "male"
    FEMALE = "female"

    @property
    def caption(self) -> str:
        return tr("男") if self is Sex.MALE else tr("女")


class Vulnerability(StrEnum):
    """Marks by which a person is helped first."""

    ELDERLY = "elderly"
    CHILD = "child"
    DISABLED = "disabled"
    ILL = "ill"
    PREGNANT = "pregnant"
    ALONE = "alone"

    @property
    def caption(self) -> str:
        titles = (tr("65岁及以上"), tr("6岁以下"), tr("残疾"), tr("重病"), tr("孕妇"), tr("独居"))
        return titles[tuple(Vulnerability).index(self)]

    @property
    def mark(self) -> str:
        """One or two characters for a narrow column."""
        marks = (tr("老"), tr("幼"), tr("残"), tr("病"), tr("孕"), tr("独"))
        return marks[tuple(Vulnerability).index(self)]


def age_on(birth_date: date, day: date) -> int:
    """Full years lived on ``day``; somebody born on 29 February turns on 1 March."""
    return day.year - birth_date.year - ((day.month, day.day) < (birth_date.month, birth_date.day))


def born_on_or_before(age: int, day: date) -> str:
    """The latest ISO birth date of somebody at least ``age`` years old on ``day``."""
    year = day.year - age
    leap = day.month == 2 and day.day == 29 and not _is_leap(year)
    return f"{year:04d}-02-28" if leap else f"{year:04d}-{day.month:02d}-{day.day:02d}"


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
