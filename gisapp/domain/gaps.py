"""Why a slot is empty, and for how many days: from the dated rows, never guessed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from gisapp.domain.lines import Slot
from gisapp.language import tr

Days = tuple[str, str | None]
"""(from, to) in ISO dates: from <= day < to; None = until further notice."""


class GapWhy(StrEnum):
    """Why nobody holds a slot."""

    WAITING = "waiting"
    LATER = "later"
    LEFT = "left"
    MOVED = "moved"
    MERGED = "merged"
    ENDED = "ended"
    NO_HOME = "no_home"
    NO_GRID = "no_grid"
    NO_OFFICER = "no_officer"
    NEVER = "never"

    @property
    def caption(self) -> str:
        captions = {
            GapWhy.WAITING: tr("等待对方确认"),
            GapWhy.LATER: tr("以后才开始"),
            GapWhy.LEFT: tr("联系人离任"),
            GapWhy.MOVED: tr("户已搬动"),
            GapWhy.MERGED: tr("村已合并"),
            GapWhy.ENDED: tr("任期结束"),
            GapWhy.NO_HOME: tr("没有住房记录"),
            GapWhy.NO_GRID: tr("住房不在网格内"),
            GapWhy.NO_OFFICER: tr("网格没有网格员"),
            GapWhy.NEVER: tr("从未分配"),
        }
        return captions[self]


@dataclass(frozen=True, slots=True)
class SlotGap:
    """One empty slot of one family. ``since``: first day nobody held it; ``days`` from then until the day of the question."""

    household: int
    slot: Slot
    why: GapWhy
    sentence: str
    since: str
    days: int


def empty_days(covered: Iterable[Days], *, start: str, end: str) -> list[tuple[str, str]]:
    """The stretches of days of [start, end) that nothing covers, as (from, to) with to exclusive."""
    found: list[tuple[str, str]] = []
    reached = start
    for begin, until in sorted(covered, key=lambda days: days[0]):
        if begin >= end:
            break
        if begin > reached:
            found.append((reached, begin))
        reached = max(reached, until or "9999-12-31")
    if reached < end:
        found.append((reached, end))
    return found


def days_between(begin: str, end: str) -> int:
    """Whole days from ``begin`` to ``end``; 0 when it runs backwards."""
    return max((date.fromisoformat(end) - date.fromisoformat(begin)).days, 0)


def overlap(one: Days, other: Days) -> Days | None:
    """The days of both; None when they have none in common."""
    begin = max(one[0], other[0])
    ends = [end for end in (one[1], other[1]) if end is not None]
    end = min(ends) if ends else None
    return None if end is not None and end <= begin else (begin, end)


def day_after(day: str) -> str:
    """The next day."""
    return date.fromordinal(date.fromisoformat(day).toordinal() + 1).isoformat()
