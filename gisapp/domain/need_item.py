"""One row of the table of minimum needs: how much of what, for whom, by which norm."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from fractions import Fraction

from gisapp.language import tr

DECIMALS = Decimal("0.001")


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
