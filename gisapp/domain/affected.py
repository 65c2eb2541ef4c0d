"""The answer to "which homes are in danger tonight": totals that add up, and the list to call."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from gisapp.domain.hazard import AffectedRule, CountedAt, HazardLevel, depths_in_words
from gisapp.domain.ids import HouseholdId, HouseId, RunId
from gisapp.domain.river_level import caution
from gisapp.domain.safe_site import NoSite, WalkBasis
from gisapp.language import tr

MOST_NAMED = 8
"""So many areas are called by their names in a question; of more, their number is said."""

Steps = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """What was asked; printed with every result.

    ``names`` are the hazards, ``levels`` beside them the levels asked under each. ``rule`` is how homes are judged;
    ``area_rule`` how they are judged by the areas of a run that asks depths by ``rule`` too. ``buffer_m`` widens every
    area; ``day`` is the ISO date ages are taken on. ``steps`` are the rasters with their metres of water, rising, the
    last is the worst level. Of ``at_time`` only what holds then was asked; ``left_out`` names the areas that do not.
    Without a time ``expired`` names the areas asked that did not hold when they were.
    ``repeats`` is the run asked again; ``estimates`` names the areas that are levels of a raised river; ``oddities`` are
    rasters with what was odd about each. An empty ``levels`` or ``steps``: a run of an earlier program, which kept none.
    """

    names: tuple[str, ...]
    rule: AffectedRule
    counted_at: CountedAt
    buffer_m: float
    day: str
    thresholds: Steps = ()
    at_time: str | None = None
    left_out: tuple[str, ...] = ()
    repeats: int | None = None
    levels: tuple[tuple[HazardLevel, ...], ...] = ()
    area_rule: AffectedRule | None = None
    steps: tuple[tuple[str, Steps], ...] = ()
    estimates: tuple[str, ...] = ()
    oddities: tuple[tuple[str, str], ...] = ()
    expired: tuple[str, ...] = ()

    @property
    def sentence(self) -> str:
        """The question in whole sentences of the reader's language."""
        return self.told(MOST_NAMED)

    def told(self, most: int) -> str:
        """The question with at most so many hazards called by their names."""
        rule = self.area_rule or self.rule
        values = {"names": self._called(most), "day": self.day, "buffer": f"{self.buffer_m:g}", "rule": rule.caption}
        if self.counted_at is CountedAt.SLEEPING:
            asked = tr("{day}：哪些房屋在{names}内（外扩 {buffer} 米，{rule}），人按现住何处计。", **values)
        else:
            asked = tr("{day}：哪些房屋在{names}内（外扩 {buffer} 米，{rule}），人按在住的住房计。", **values)
        return "".join((asked, *self._conditions()))

    def _called(self, most: int) -> str:
        levels = self.levels if len(self.levels) == len(self.names) else ((),) * len(self.names)
        called = tr("、").join(_with_levels(name, own) for name, own in list(zip(self.names, levels, strict=True))[:most])
        return called if len(self.names) <= most else tr("{names}等 {count} 个风险区", names=called, count=len(self.names))

    def _conditions(self) -> Iterator[str]:
        if self.area_rule:
            yield tr("{rule}。", rule=self.rule.caption)
        if self.thresholds:
            yield tr("水深{levels}；没有水深值的住房列为没有结论，既不算安全也不算被淹。", levels=self._steps())
        if self.at_time:
            yield tr("只算 {time} 有效的风险区。", time=self.at_time.replace("T", " "))
        elif self.levels:
            yield tr("不论有效时间。")
        if self.expired:
            names = tr("、").join(self.expired[:MOST_NAMED])
            yield tr("其中 {count} 个当时不在有效期内：{names}。", count=len(self.expired), names=names)
        if self.left_out:
            names = tr("、").join(self.left_out[:MOST_NAMED])
            yield tr("届时无效、没有计入的 {count} 个：{names}。", count=len(self.left_out), names=names)
        if self.estimates:
            yield caution(self.estimates)
            yield tr("地形没有覆盖到的住房列为没有结论。")
        for name, odd in self.oddities:
            yield tr("{name}：{note}。", name=name, note=odd)

    def _steps(self) -> str:
        """From which depth on each level begins; raster by raster where they differ."""
        different = {steps for _, steps in self.steps}
        if len(different) <= 1:
            return depths_in_words(self.thresholds)
        return tr("；").join(tr("（{name}）{levels}", name=name, levels=depths_in_words(steps)) for name, steps in self.steps)


def _with_levels(name: str, levels: tuple[HazardLevel, ...]) -> str:
    if not levels:
        return tr("“{name}”", name=name)
    return tr("“{name}”（{levels}）", name=name, levels=tr("、").join(level.caption for level in levels))


@dataclass(frozen=True, slots=True)
class Tally:
    """Three exact counts."""

    houses: int
    households: int
    residents: int


@dataclass(frozen=True, slots=True)
class Vulnerable:
    """Vulnerable people among the counted residents; ``people`` counts each person once."""

    people: int
    elderly: int
    children: int
    disabled: int
    ill: int
    pregnant: int
    alone: int


@dataclass(frozen=True, slots=True)
class AffectedTotals:
    """Totals of a run; by_level, by_grid and combinations add up to the total, by_hazard counts overlaps in each.

    ``combinations`` are the classes of those under exactly these names; ``both`` sums those of two and more. A family
    belongs to the names over all its counted homes; a person counted where he or she sleeps to those over that house.
    ``only_by_buffer`` are in danger by the buffer alone. ``vacant_homes`` stand empty and are no origin homes;
    ``sleepers_elsewhere`` sleep in danger though their family's homes do not put it on the list.
    """

    total: Tally
    by_level: tuple[tuple[HazardLevel, Tally], ...]
    by_hazard: tuple[tuple[str, Tally], ...]
    both: Tally
    by_grid: tuple[tuple[str, Tally], ...]
    unknown: int
    vulnerable: Vulnerable
    empty_origin: int
    own_safe_home: int
    without_contact: int
    combinations: tuple[tuple[tuple[str, ...], Tally], ...] = ()
    only_by_buffer: Tally = Tally(0, 0, 0)
    vacant_homes: int = 0
    sleepers_elsewhere: int = 0


@dataclass(frozen=True, slots=True)
class CallLine:
    """Somebody to call: phone masked unless the list was revealed with a reason."""

    name: str
    phone: str


@dataclass(frozen=True, slots=True)
class CallRow:
    """One affected family of the call list, exactly once.

    ``safe_site`` is the one the family was allocated to (``is_allocated``), else the nearest; ``walk`` is what ``safe_site_m``
    is, None = straight. ``no_site``: why it was allocated to none.
    """

    household: HouseholdId
    house: HouseId
    code: str
    level: HazardLevel
    town: str
    village: str
    grid_code: str
    grid: str
    number: str
    head: str
    phone: str
    residents: int
    marks: str
    sleeping: str
    village_lead: CallLine | None
    community_lead: CallLine | None
    officer: CallLine | None
    safe_site: str
    safe_site_m: float | None
    is_relocated: bool
    is_at_origin: bool
    own_home: str
    is_reachable: bool
    depth_m: float | None = None
    is_allocated: bool = False
    walk: WalkBasis | None = None
    no_site: NoSite | None = None
    safe_site_id: int | None = None
    needs_car: bool = False

    @property
    def goes_to_own_home(self) -> bool:
        """Whether the family is to go to another home of its own: ``own_home``, unless it was allocated to a safe site."""
        return bool(self.own_home) and (not self.is_allocated or self.no_site is NoSite.OWN_HOME)

    @property
    def site_text(self) -> str:
        """The safe site with the way there, or why there is none; "" where a home of its own is the answer."""
        if self.no_site is not None:
            return self.no_site.caption if self.no_site.is_urgent else ""
        if self.safe_site_m is None:
            return self.safe_site
        values = {"site": self.safe_site, "metres": f"{self.safe_site_m:,.0f}"}
        if not self.is_allocated:
            return tr("最近：{site}（直线 {metres} 米）", **values)
        if self.needs_car:
            return tr("{going}，走不到，要派车", going=replace(self, needs_car=False).site_text)
        if self.walk is WalkBasis.THROUGH:
            return tr("{site}（{metres} 米，要穿过险区）", **values)
        is_by_road = self.walk is not None and self.walk.is_road
        return tr("{site}（沿路 {metres} 米）", **values) if is_by_road else tr("{site}（直线 {metres} 米）", **values)

    @property
    def going(self) -> str:
        """Where the family is to go: its own other home, else the safe site."""
        return tr("去自己的{home}", home=self.own_home) if self.goes_to_own_home else self.site_text

    @property
    def has_own_safe_home(self) -> bool:
        """Whether the family has another standing home of its own that is surely not in danger: ``own_home``."""
        return bool(self.own_home)


@dataclass(frozen=True, slots=True)
class PropertyRow:
    """A home in danger where nobody is to be woken: an empty origin home, or one that stands empty tonight.

    ``community_lead`` looks after a relocated family where it lives now.
    """

    household: HouseholdId
    house: HouseId
    level: HazardLevel
    grid_code: str
    grid: str
    number: str
    head: str
    phone: str
    lives_at: str
    is_relocated: bool
    is_origin: bool
    community_lead: CallLine | None


@dataclass(frozen=True, slots=True)
class UnknownRow:
    """A house without a conclusion; ``is_outside`` the raster of depths or heights, else without a value in it."""

    house: HouseId
    town: str
    village: str
    grid: str
    number: str
    head: str
    residents: int
    is_outside: bool

    @property
    def reason(self) -> str:
        """Why there is no conclusion."""
        return tr("在水深栅格或地形之外") if self.is_outside else tr("栅格没有值")


@dataclass(frozen=True, slots=True)
class AffectedRun:
    """A stored run with its list."""

    id: RunId
    at: str
    question: Question
    totals: AffectedTotals
    calls: tuple[CallRow, ...]
    property: tuple[PropertyRow, ...]
    vacant: tuple[PropertyRow, ...] = ()
