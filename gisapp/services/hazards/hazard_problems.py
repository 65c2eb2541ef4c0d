"""Rows of a hazard file that were refused, repaired or must be looked at: what they are, why, and how many of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from gisapp.language import tr


class Fate(StrEnum):
    """What became of a row."""

    EMPTY = "empty"
    NO_AREA = "no_area"
    OUTSIDE = "outside"
    UNREADABLE = "unreadable"
    TWICE = "twice"
    REPAIRED = "repaired"
    NEAR = "near"
    PARTLY = "partly"
    TIME = "time"
    RING = "ring"

    @property
    def caption(self) -> str:
        """The same in a few words."""
        words = (
            tr("没有图形"), tr("不是面"), tr("在本县之外"), tr("内容读不懂"), tr("重复"),
            tr("边界已修复"), tr("在县界附近"), tr("只取了面"), tr("时间没有采用"), tr("闭合的线当作面"),
        )  # fmt: skip
        return words[tuple(Fate).index(self)]

    @property
    def is_refused(self) -> bool:
        """Whether such a row is not taken."""
        return self in _REFUSED


_REFUSED = (Fate.EMPTY, Fate.NO_AREA, Fate.OUTSIDE, Fate.UNREADABLE, Fate.TWICE)


@dataclass(frozen=True, slots=True)
class Problem:
    """One row of the file that was refused, repaired or must be looked at, and why.

    ``before_m2`` and ``after_m2``: the area of a repaired shape as the file has it (rings that cross count against each
    other) and as it is now.
    """

    layer: str
    number: int
    reason: str
    is_refused: bool
    name: str = ""
    fate: Fate = Fate.UNREADABLE
    before_m2: float | None = None
    after_m2: float | None = None


def count_fates(problems: Iterable[Problem]) -> dict[Fate, int]:
    """How many rows had each fate, those refused first."""
    found = Counter(problem.fate for problem in problems)
    return {fate: found[fate] for fate in Fate if found[fate]}


def fates_text(problems: Iterable[Problem]) -> str:
    """The counts in one line."""
    return tr("，").join(tr("{fate} {count}", fate=fate.caption, count=count) for fate, count in count_fates(problems).items())
