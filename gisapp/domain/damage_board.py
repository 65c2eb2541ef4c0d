"""The board of damages: total, done and open by every way to part them, each figure with the list behind it.

One damage is one house in one event. Total = all that need work (looked at and found whole is counted apart), done = the work is
finished, open = the rest; the parts of every grouping but the months add up to the whole, and the last month is the whole.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from gisapp.domain.damage import Damage, DamageGrade, DamageState, RebuildWay, WorkProgress
from gisapp.language import tr

UNDECIDED = "undecided"


class Grouping(StrEnum):
    """By what the board is parted."""

    TOWN = "town"
    VILLAGE = "village"
    GRADE = "grade"
    WAY = "way"
    STAGE = "stage"
    STATE = "state"
    MONTH = "month"

    @property
    def caption(self) -> str:
        titles = (tr("按镇"), tr("按村"), tr("按程度"), tr("按方式"), tr("按阶段"), tr("按核实情况"), tr("按月"))
        return titles[tuple(Grouping).index(self)]


@dataclass(frozen=True, slots=True)
class Share:
    """One line of the board; ``key`` names it for programs ("" = in no grid), ``damages`` are the list behind the total."""

    key: str
    caption: str
    damages: tuple[Damage, ...]

    @property
    def total(self) -> int:
        return len(self.damages)

    @property
    def done_ones(self) -> tuple[Damage, ...]:
        return tuple(one for one in self.damages if one.is_done)

    @property
    def open_ones(self) -> tuple[Damage, ...]:
        return tuple(one for one in self.damages if one.is_open)

    @property
    def done(self) -> int:
        return len(self.done_ones)

    @property
    def open(self) -> int:
        return len(self.open_ones)


@dataclass(frozen=True, slots=True)
class MonthShare:
    """How it stood at the end of a month (``2021-09``): ``damages`` reported until then, ``done_ones`` of these finished until then.

    ``reported`` and ``finished`` are what the month itself brought.
    """

    key: str
    damages: tuple[Damage, ...]
    done_ones: tuple[Damage, ...]
    reported: int
    finished: int

    @property
    def caption(self) -> str:
        return tr("截至 {month} 月底", month=self.key)

    @property
    def total(self) -> int:
        return len(self.damages)

    @property
    def done(self) -> int:
        return len(self.done_ones)

    @property
    def open(self) -> int:
        return self.total - self.done

    @property
    def open_ones(self) -> tuple[Damage, ...]:
        """Those that were open at the end of the month."""
        finished = {one.id for one in self.done_ones}
        return tuple(one for one in self.damages if one.id not in finished)


@dataclass(frozen=True, slots=True)
class Board:
    """``whole`` is everything that needs work; ``whole_ones`` were looked at and found undamaged; ``overdue`` the longest first."""

    day: date
    whole: Share
    undamaged: tuple[Damage, ...]
    overdue: tuple[Damage, ...]
    groups: tuple[tuple[Grouping, tuple[Share, ...]], ...]
    months: tuple[MonthShare, ...]

    @property
    def total(self) -> int:
        return self.whole.total

    @property
    def done(self) -> int:
        return self.whole.done

    @property
    def open(self) -> int:
        return self.whole.open

    def by(self, grouping: Grouping) -> tuple[Share, ...]:
        """The lines of a grouping; of the months see ``months``."""
        return dict(self.groups)[grouping]

    @property
    def sentence(self) -> str:
        """The figures with the base of the percentage."""
        if not self.total:
            return tr("还没有需要恢复的受损房屋。")
        return tr(
            "需恢复 {total:,} 处，已完工 {done:,} 处，未完工 {open:,} 处；完工率 {rate}（占需恢复的房屋）。",
            total=self.total, done=self.done, open=self.open, rate=rate_text(self.done, self.total),
        )  # fmt: skip


def rate_text(part: int, base: int) -> str:
    """Per cent with one decimal, cut off and never rounded up: 100% means all. A dash without a base."""
    return f"{1000 * part // base / 10:.1f}%" if base else "—"


def board(damages: Sequence[Damage], day: date, *, stages: Sequence[str] = ()) -> Board:
    """The board of ``damages`` as of ``day`` (for what is overdue).

    Towns and villages stand in the order of the damages, stages in that of ``stages``.
    """
    working = tuple(one for one in damages if one.needs_work)
    late = sorted((one for one in working if one.days_overdue(day)), key=lambda one: (one.planned_on or "", one.id))
    order = {name: place for place, name in enumerate((*_known(), *stages, WorkProgress.BEGUN.value, WorkProgress.FINISHED.value))}
    return Board(
        day,
        Share("all", tr("合计"), working),
        tuple(one for one in damages if not one.needs_work),
        tuple(late),
        tuple((grouping, _shares(working, grouping, order)) for grouping in Grouping if grouping is not Grouping.MONTH),
        _months(working),
    )


def _known() -> tuple[str, ...]:
    """Keys whose order does not follow from the damages; what stands in none of them comes last."""
    words = (*DamageGrade, *RebuildWay, *DamageState, WorkProgress.TO_DO)
    return tuple(word.value for word in words)


def _shares(damages: Sequence[Damage], grouping: Grouping, order: Mapping[str, int]) -> tuple[Share, ...]:
    doubles = _names_of_several_villages(damages) if grouping is Grouping.VILLAGE else frozenset()
    found: dict[str, list[Damage]] = {}
    for one in damages:
        found.setdefault(_key(one, grouping, doubles), []).append(one)
    shares = [Share(key, _caption(key, ones[0], grouping), tuple(ones)) for key, ones in found.items()]
    if grouping in (Grouping.TOWN, Grouping.VILLAGE):
        return tuple(shares)
    return tuple(sorted(shares, key=lambda share: order.get(share.key, len(order))))


def _key(one: Damage, grouping: Grouping, doubles: frozenset[str]) -> str:
    match grouping:
        case Grouping.TOWN:
            return one.town
        case Grouping.VILLAGE:
            return one.town + one.village if one.village in doubles else one.village
        case Grouping.GRADE:
            return one.grade.value
        case Grouping.WAY:
            return one.way.value if one.way else UNDECIDED
        case Grouping.STATE:
            return one.state.value
        case Grouping.STAGE:
            return one.stage if one.progress is WorkProgress.BEGUN and one.stage else one.progress.value
        case Grouping.MONTH:
            return one.reported_on[:7]


def _names_of_several_villages(damages: Sequence[Damage]) -> frozenset[str]:
    villages = {(one.village_id, one.village) for one in damages if one.village_id is not None}
    names = [name for _id, name in villages]
    return frozenset(name for name in names if names.count(name) > 1)


def _caption(key: str, one: Damage, grouping: Grouping) -> str:
    match grouping:
        case Grouping.GRADE:
            return one.grade.caption
        case Grouping.WAY:
            return one.way.caption if one.way else tr("未定方式")
        case Grouping.STATE:
            return one.state.caption
        case Grouping.STAGE:
            return one.stage_caption
        case _:
            return key or tr("不在任何网格内")


def _months(damages: Sequence[Damage]) -> tuple[MonthShare, ...]:
    """Every month in which something was reported or finished, the earliest first."""
    begun = {one.reported_on[:7] for one in damages}
    ended = {one.finished_on[:7] for one in damages if one.finished_on}
    found = []
    for month in sorted(begun | ended):
        until = tuple(one for one in damages if one.reported_on[:7] <= month)
        finished = tuple(one for one in until if one.finished_on and one.finished_on[:7] <= month)
        reported_now = sum(one.reported_on[:7] == month for one in until)
        finished_now = sum((one.finished_on or "")[:7] == month for one in finished)
        found.append(MonthShare(month, until, finished, reported_now, finished_now))
    return tuple(found)
