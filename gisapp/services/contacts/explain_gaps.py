"""Why each empty slot is empty and since when: never assigned, the holder left, the family moved, a proposal waits, no officer …"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from gisapp.domain.gaps import Days, GapWhy, SlotGap, day_after, days_between, empty_days, overlap
from gisapp.domain.lines import SLOTS, Line, Role, Slot
from gisapp.language import tr
from gisapp.storage.contacts import coverage, slots
from gisapp.storage.contacts.coverage import Held, Lived, Posted

_BY_END = (("left", GapWhy.LEFT), ("moved", GapWhy.MOVED), ("merged", GapWhy.MERGED))


@dataclass(frozen=True, slots=True)
class SlotCoverage:
    """Over some families: ``empty_now`` and ``days_empty`` of one slot, family-days since each family's move; ``longest`` empty now."""

    slot: Slot
    empty_now: int
    days_empty: int
    longest_now: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """Every gap of today, and how many days each slot was empty."""

    gaps: tuple[SlotGap, ...]
    slots: tuple[SlotCoverage, ...]


def explain_gaps(connection: sqlite3.Connection, household_ids: Sequence[int] | None = None, *, day: date | None = None) -> list[SlotGap]:
    """Every empty slot of the relocated families (among ``household_ids``, None = all) with its reason, in order of family and slot."""
    if day is not None:
        return list(measure_coverage(connection, household_ids, day=day).gaps)
    missing = slots.incomplete(connection, household_ids)  # who misses what today is known quickly, and is little
    today = date.today().isoformat()
    rows = _Rows.read(connection, [family for family, _ in missing])
    found = ((family, slot, rows.stretches(family, slot, today)) for family, empty in missing for slot in empty)
    return [rows.gap(family, slot, since=empty[-1][0], today=today) for family, slot, empty in found if empty]


def measure_coverage(connection: sqlite3.Connection, household_ids: Sequence[int] | None = None, *, day: date | None = None) -> Coverage:
    """The gaps of ``day`` (today when None) and the days each slot was empty since the families moved."""
    today = (day or date.today()).isoformat()
    rows = _Rows.read(connection, household_ids)
    gaps: list[SlotGap] = []
    totals: dict[Slot, list[int]] = {slot: [0, 0, 0] for slot in SLOTS}
    for family in rows.moved:
        for slot in SLOTS:
            stretches, total = rows.stretches(family, slot, today), totals[slot]
            total[1] += sum(days_between(begin, min(end, today)) for begin, end in stretches)
            if stretches and stretches[-1][1] > today:
                gap = rows.gap(family, slot, since=stretches[-1][0], today=today)
                gaps.append(gap)
                total[0] += 1
                total[2] = max(total[2], gap.days)
    return Coverage(tuple(gaps), tuple(SlotCoverage(slot, *total) for slot, total in totals.items()))


@dataclass(frozen=True, slots=True)
class _Rows:
    """The dated rows of the chosen families, by family."""

    moved: dict[int, str]
    held: dict[tuple[int, str, str], list[Held]]
    lived: dict[tuple[int, str], list[Lived]]
    posted: dict[int, list[Posted]]
    waiting: dict[tuple[int, str, str], tuple[str, str]]

    @classmethod
    def read(cls, connection: sqlite3.Connection, household_ids: Sequence[int] | None) -> _Rows:
        held: dict[tuple[int, str, str], list[Held]] = defaultdict(list)
        for one in coverage.held(connection, household_ids):
            held[one.household, one.line, one.role].append(one)
        lived: dict[tuple[int, str], list[Lived]] = defaultdict(list)
        for home in coverage.lived(connection, household_ids):
            lived[home.household, _line_of(home.role)].append(home)
        posted: dict[int, list[Posted]] = defaultdict(list)
        grids = {home.grid for homes in lived.values() for home in homes if home.grid is not None}
        for post in coverage.posted(connection, sorted(grids)):
            posted[post.grid].append(post)
        moved = coverage.relocated_on(connection, household_ids)
        return cls(moved, held, lived, posted, coverage.waiting(connection, household_ids))

    def covered(self, family: int, slot: Slot) -> list[Days]:
        """The days on which somebody held the slot, set by hand or as officer of the grid."""
        by_hand: list[Days] = [(one.from_date, one.to_date) for one in self.held.get((family, slot.line, slot.role), ())]
        if slot.role is not Role.GRID_OFFICER:
            return by_hand
        shared = [
            overlap((home.from_date, home.to_date), (post.from_date, post.to_date))
            for home in self.lived.get((family, slot.line), ())
            for post in self.posted.get(home.grid or 0, ())
        ]
        return by_hand + [days for days in shared if days is not None]

    def stretches(self, family: int, slot: Slot, today: str) -> list[tuple[str, str]]:
        """The days on which nobody held the slot, from the family's move until ``today``, whose end is the next day."""
        covered, start = self.covered(family, slot), min(self.moved[family], today)
        if any(begin <= start and until is None for begin, until in covered):
            return []
        return empty_days(covered, start=start, end=day_after(today))

    def gap(self, family: int, slot: Slot, *, since: str, today: str) -> SlotGap:
        """The slot as empty, with the reason in words."""
        why, sentence = self._reason(family, slot, today)
        return SlotGap(family, slot, why, sentence, since, days_between(since, today))

    def _reason(self, family: int, slot: Slot, today: str) -> tuple[GapWhy, str]:
        proposed = self.waiting.get((family, slot.line, slot.role))
        if proposed:
            return GapWhy.WAITING, tr("已提议{name}，{day} 起等待确认", name=proposed[0], day=proposed[1])
        rows = self.held.get((family, slot.line, slot.role), [])
        later = next((one for one in rows if one.from_date > today), None)
        if later:
            return GapWhy.LATER, tr("{name}自 {day} 起担任", name=later.name, day=later.from_date)
        if slot.role is Role.GRID_OFFICER:
            return self._officer_reason(family, slot.line, today)
        return _ended(rows[-1]) if rows else (GapWhy.NEVER, tr("从未分配"))

    def _officer_reason(self, family: int, line: Line, today: str) -> tuple[GapWhy, str]:
        homes = [home for home in self.lived.get((family, line), ()) if home.to_date is None]
        if not homes:
            is_origin = line is Line.VILLAGE
            return GapWhy.NO_HOME, tr("没有登记原住房") if is_origin else tr("没有登记现住房")
        home = homes[-1]
        if home.grid is None:
            return GapWhy.NO_GRID, tr("住房不在任何网格内")
        posts = self.posted.get(home.grid, [])
        later = next((post for post in posts if post.from_date > today), None)
        if later:
            return GapWhy.LATER, tr("{name}自 {day} 起担任", name=later.name, day=later.from_date)
        if posts:
            last = posts[-1]
            return GapWhy.NO_OFFICER, tr("{grid}没有网格员：{name}于 {day} 卸任", grid=home.grid_name, name=last.name, day=last.to_date)
        return GapWhy.NO_OFFICER, tr("{grid}没有网格员", grid=home.grid_name)


def _ended(last: Held) -> tuple[GapWhy, str]:
    why = dict(_BY_END).get(last.end_reason or "", GapWhy.ENDED)
    values = {"name": last.name, "day": last.to_date}
    match why:
        case GapWhy.LEFT:
            return why, tr("{name}于 {day} 离任", **values)
        case GapWhy.MOVED:
            return why, tr("这一户于 {day} 搬动，{name}不再联系", **values)
        case GapWhy.MERGED:
            return why, tr("村于 {day} 合并，{name}不再联系", **values)
        case _:
            return why, tr("{name}的任期于 {day} 结束", **values)


def _line_of(role: str) -> str:
    return Line.VILLAGE.value if role == "origin" else Line.COMMUNITY.value
