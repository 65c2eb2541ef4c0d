"""Minimum needs of people who must leave: an editable table, and arithmetic whose sums are exact.

Where the figures come from, and which of them are only estimated, is in ``need_sources``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from gisapp.domain.need_item import DECIMALS, NeedBase, NeedItem
from gisapp.domain.need_sources import SourceKind, preset_needs, source_kind
from gisapp.errors import BadRequest
from gisapp.language import tr

__all__ = ["NeedBase", "NeedItem", "preset_needs"]

INFANT_BELOW_AGE = 2
"""Under 2: the 0-23 months of infant and young child feeding in the Sphere Handbook (2018)."""

MOST_DAYS = 365
MOST_AMOUNT = Decimal(1_000_000)


def shown(quantity: Decimal | None) -> str:
    """A quantity as people read it: no empty decimals, thousands parted; "" for None."""
    return "" if quantity is None else f"{quantity.normalize():,f}"


@dataclass(frozen=True, slots=True)
class NeedPlace:
    """A place where people are counted, and how many of each base."""

    town: str
    village: str
    counts: Mapping[NeedBase, int]


@dataclass(frozen=True, slots=True)
class NeedLine:
    """One item over all places; ``total`` is the sum of ``by_place``."""

    item: NeedItem
    total: Decimal | None
    by_place: tuple[Decimal | None, ...]


@dataclass(frozen=True, slots=True)
class NeedsReport:
    """The needs of a run for ``days``: every figure comes from ``places``, and their sums are the totals."""

    days: int
    places: tuple[NeedPlace, ...]
    lines: tuple[NeedLine, ...]
    is_preset: bool

    def count(self, base: NeedBase) -> int:
        """How many of a base there are over all places."""
        return sum(place.counts.get(base, 0) for place in self.places)

    def of_kind(self, kind: SourceKind) -> tuple[str, ...]:
        """The names of the items whose norm is of this kind."""
        return tuple(line.item.name for line in self.lines if source_kind(line.item) is kind)

    @property
    def undecided(self) -> tuple[NeedItem, ...]:
        """The items nothing is computed for."""
        return tuple(line.item for line in self.lines if line.total is None)


def needs_notes(report: NeedsReport) -> tuple[str, ...]:
    """What must stand beside every table of needs: whom it counts, how it rounds, where its norms come from."""
    people, families = f"{report.count(NeedBase.PERSON):,}", f"{report.count(NeedBase.HOUSEHOLD):,}"
    undecided = tr("、").join(item.name for item in report.undecided)
    estimated, changed = (tr("、").join(report.of_kind(kind)) for kind in (SourceKind.ESTIMATE, SourceKind.COUNTY))
    return (
        tr(
            "按 {people} 人、{families} 户、{days} 天计，人数和户数与研判合计相同，含去自己另一处住房的人。",
            people=people,
            families=families,
            days=report.days,
        ),
        tr("按件的物资在每个村/社区向上取整，按量的保留三位小数；合计是各村/社区之和。"),
        *((tr("没有标准、没有计算的：{names}。", names=undecided),) if undecided else ()),
        *((tr("只是估算、没有核对到公开来源的：{names}。不是规定，请按本县标准修改。", names=estimated),) if estimated else ()),
        *((tr("本县修改的：{names}。", names=changed),) if changed else ()),
        tr("其余标准取自所列公开来源，不是本县规定。") if not changed else tr("其余标准取自所列公开来源。"),
    )


def needs_of_places(items: tuple[NeedItem, ...], places: tuple[NeedPlace, ...], *, days: int, is_preset: bool) -> NeedsReport:
    """Compute place by place and add up, so that what stands on paper adds up too; raises BadRequest for odd days."""
    if not 1 <= days <= MOST_DAYS:
        raise BadRequest(tr("天数不合理：{days}", days=days), tr("请填 1 到 {most} 之间的天数。", most=MOST_DAYS))
    return NeedsReport(days, places, tuple(_line(item, places, days) for item in items), is_preset)


def _line(item: NeedItem, places: tuple[NeedPlace, ...], days: int) -> NeedLine:
    by_place = tuple(item.needed(place.counts.get(item.base, 0), days) for place in places)
    total = None if item.amount is None else sum((one for one in by_place if one is not None), Decimal(0))
    return NeedLine(item, total, by_place)


def amount_from_text(text: str) -> Decimal | None:
    """An amount with at most three decimals, None for nothing or 未定; raises BadRequest."""
    wanted = text.strip().replace("．", ".")
    if wanted in ("", "未定", tr("未定"), "none"):
        return None
    try:
        amount = Decimal(wanted)
    except ArithmeticError:
        amount = Decimal(0)
    if not amount.is_finite() or not 0 < amount <= MOST_AMOUNT or amount != amount.quantize(DECIMALS, ROUND_HALF_UP):
        raise BadRequest(tr("标准不对：{text}", text=text[:40]), tr("请填大于 0 的数，最多三位小数；还没有标准就填“未定”。"))
    return amount.normalize()
