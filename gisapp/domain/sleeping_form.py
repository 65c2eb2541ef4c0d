"""The form that goes round the doors: its columns and answers, the same for whoever writes it and whoever reads it back."""

from __future__ import annotations

from dataclasses import dataclass

from gisapp.domain.sleeping import SleepingPlace
from gisapp.language import catalogue, tr

COLUMNS = ("person", "code", "number", "name", "now", "checked", "answer", "note", "day")
ANSWERS = (SleepingPlace.HERE, SleepingPlace.ORIGIN, SleepingPlace.ELSEWHERE)


def titles() -> dict[str, str]:
    """Column -> its heading in the reader's language."""
    words = (
        tr("人员编号"), tr("户编号"), tr("门牌"), tr("姓名"), tr("现住何处"), tr("上次核对"), tr("核对结果"), tr("住在哪里（别处时填）"),
        tr("核对日期"),
    )  # fmt: skip
    return dict(zip(COLUMNS, words, strict=True))


def column_of(heading: str) -> str | None:
    """The column a heading stands for, in whichever language the form was written."""
    sources = dict(zip(("人员编号", "户编号", "姓名", "核对结果", "住在哪里（别处时填）", "核对日期"), NEEDED, strict=True))
    words = heading.strip()
    return next((column for source, column in sources.items() if words in (source, catalogue("en").get(source))), None)


NEEDED = ("person", "code", "name", "answer", "note", "day")
"""What is read back."""


@dataclass(frozen=True, slots=True)
class FormRow:
    """One row as it stands in the file; ``line`` is its number there, from 1."""

    line: int
    person: str
    code: str
    name: str
    answer: str
    note: str
    day: str
