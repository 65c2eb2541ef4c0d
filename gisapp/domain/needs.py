"""Minimum needs of people who must leave: an editable table, and arithmetic whose sums are exact.

The preset names a public source for every figure; what no source gives is left undecided rather than guessed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from fractions import Fraction

from gisapp.errors import BadRequest
from gisapp.language import tr

INFANT_BELOW_AGE = 2
"""Under 2: the 0-23 months of infant and young child feeding in the Sphere Handbook (2018)."""

MOST_DAYS = 365
DECIMALS = Decimal("0.001")
MOST_AMOUNT = Decimal(1_000_000)


class NeedBase(StrEnum):
    """Whom an amount is for."""

    PERSON = "person"
    HOUSEHOLD = "household"
    INFANT = "infant"
    CHILD = "child"
    ELDERLY = "elderly"
    ILL = "ill"
    PREGNANT = "pregnant"

    @property
    def caption(self) -> str:
        titles = (tr("人"), tr("户"), tr("2岁以下"), tr("6岁以下"), tr("65岁及以上"), tr("重病"), tr("孕妇"))
        return titles[tuple(NeedBase).index(self)]

    @property
    def counted(self) -> str:
        """One of them after a number."""
        words = (tr("人"), tr("户"), tr("名2岁以下幼儿"), tr("名6岁以下儿童"), tr("名65岁及以上老人"), tr("名重病人"), tr("名孕妇"))
        return words[tuple(NeedBase).index(self)]


@dataclass(frozen=True, slots=True)
class NeedItem:
    """``amount`` of ``unit`` for every ``per`` of ``base``, each day or once; None = not decided.

    ``is_whole``: it comes in pieces and is rounded up where it is delivered.
    """

    code: str
    name: str
    unit: str
    amount: Decimal | None
    per: int
    base: NeedBase
    is_daily: bool
    is_whole: bool
    source: str

    @property
    def rule(self) -> str:
        """The norm in words."""
        if self.amount is None:
            return tr("未定")
        values = {"base": self.base.counted, "amount": f"{self.amount.normalize():f}", "unit": self.unit}
        if self.per == 1:
            return tr("每{base}每天 {amount} {unit}", **values) if self.is_daily else tr("每{base} {amount} {unit}", **values)
        if self.is_daily:
            return tr("每 {per:,} {base}每天 {amount} {unit}", per=self.per, **values)
        return tr("每 {per:,} {base} {amount} {unit}", per=self.per, **values)

    def needed(self, count: int, days: int) -> Decimal | None:
        """What ``count`` of the base need for ``days``: pieces rounded up, else to three decimals; None where nothing is decided."""
        if self.amount is None:
            return None
        exact = Fraction(self.amount) * count * (days if self.is_daily else 1) / self.per
        if self.is_whole:
            return Decimal(-(-exact.numerator // exact.denominator))
        return (Decimal(exact.numerator) / Decimal(exact.denominator)).quantize(DECIMALS, ROUND_HALF_UP)


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

    @property
    def undecided(self) -> tuple[NeedItem, ...]:
        """The items nothing is computed for."""
        return tuple(line.item for line in self.lines if line.total is None)


def needs_notes(report: NeedsReport) -> tuple[str, ...]:
    """What must stand beside every table of needs: whom it counts, how it rounds, where its norms come from."""
    people, families = f"{report.count(NeedBase.PERSON):,}", f"{report.count(NeedBase.HOUSEHOLD):,}"
    undecided = tr("、").join(item.name for item in report.undecided)
    return (
        tr(
            "按 {people} 人、{families} 户、{days} 天计，人数和户数与研判合计相同，含去自己另一处住房的人。",
            people=people,
            families=families,
            days=report.days,
        ),
        tr("按件的物资在每个村/社区向上取整，按量的保留三位小数；合计是各村/社区之和。"),
        *((tr("没有标准、没有计算的：{names}。", names=undecided),) if undecided else ()),
        tr("起始值取自所列公开来源，不是本县规定；请按本县标准修改。") if report.is_preset else tr("本县自己的物资标准。"),
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


def preset_needs() -> tuple[NeedItem, ...]:
    """The table a county starts from, each row with its public source; the county's own standard goes before it.

    Sphere: The Sphere Handbook, 2018, spherestandards.org. Grain: the relief ration of the notice of 20 May 2008 after the
    Wenchuan earthquake, again in 2010. Tents: MZ/T 011.2-2010. Medicines: WHO, Interagency Emergency Health Kit 2017.
    """
    sphere_water = tr("Sphere 手册（2018）供水标准 2.1：每人每天至少 15 升，含饮用")
    drinking = tr("Sphere 手册，基本用水表：饮用和食物每人每天 2.5–3 升，取上限")
    grain = tr("民政部、财政部、国家粮食局 2008-05-20 通知：每人每天 1 斤成品粮")
    blanket = tr("Sphere 手册（2018）住所标准 4：每人至少一条毯子和铺盖")
    tent = tr("Sphere 手册（2018）住所标准 3：每人至少 3.5 ㎡；12 ㎡单帐篷（MZ/T 011.2-2010）可住 3 人；只给没有室内安置的人")
    toilet = tr("Sphere 手册（2018）粪便管理标准 3.2：每 20 人至少一个厕位")
    container = tr("Sphere 手册（2018）卫生用品标准 1.2：每户至少两个 10–20 升盛水容器")
    kit = tr("世界卫生组织机构间应急卫生包（IEHK 2017）：一个基本单元供 1,000 人三个月")
    milk = tr("没有可引用的统一标准：Sphere 婴幼儿喂养标准要求逐个评估，请由卫健部门确定")
    person, household, infant = NeedBase.PERSON, NeedBase.HOUSEHOLD, NeedBase.INFANT
    return (
        NeedItem("drinking", tr("饮用水"), tr("升"), Decimal(3), 1, person, True, False, drinking),
        NeedItem("water", tr("生活用水（含饮用）"), tr("升"), Decimal(15), 1, person, True, False, sphere_water),
        NeedItem("grain", tr("成品粮"), tr("千克"), Decimal("0.5"), 1, person, True, False, grain),
        NeedItem("blanket", tr("毯子和铺盖"), tr("套"), Decimal(1), 1, person, False, True, blanket),
        NeedItem("tent", tr("12 ㎡单帐篷"), tr("顶"), Decimal(1), 3, person, False, True, tent),
        NeedItem("toilet", tr("厕位"), tr("个"), Decimal(1), 20, person, False, True, toilet),
        NeedItem("container", tr("盛水容器"), tr("个"), Decimal(2), 1, household, False, True, container),
        NeedItem("medicine", tr("基本药品"), tr("基本单元"), Decimal(1), 1_000, person, False, False, kit),
        NeedItem("milk", tr("婴儿配方奶"), tr("千克"), None, 1, infant, True, False, milk),
    )
