"""What a step on many damages did: those written as one change, those refused each with its reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from gisapp.domain.change import Change
from gisapp.domain.damage import MOST_CHARACTERS, Damage
from gisapp.errors import BadRequest
from gisapp.language import tr


@dataclass(frozen=True, slots=True)
class RefusedDamage:
    """One that was not taken: its number, what the house is called, and why."""

    id: int | None
    number: str
    reason: str

    @property
    def sentence(self) -> str:
        return tr("{number}：{reason}", number=self.number, reason=self.reason) if self.number else self.reason


@dataclass(frozen=True, slots=True)
class DamageResult:
    """``change`` is None when nothing was written; ``done`` are the ids of the damages written."""

    change: Change | None
    done: tuple[int, ...]
    refused: tuple[RefusedDamage, ...]

    @property
    def reasons(self) -> tuple[str, ...]:
        return tuple(one.sentence for one in self.refused)


def refused(one: Damage, reason: str) -> RefusedDamage:
    """A damage that is not taken."""
    return RefusedDamage(one.id, one.number, reason)


def unknown(ids: Sequence[int], found: Sequence[Damage]) -> list[RefusedDamage]:
    """Those of ``ids`` that are no damages."""
    known = {one.id for one in found}
    return [RefusedDamage(one, "", tr("没有编号为 {id} 的受损登记", id=one)) for one in dict.fromkeys(ids) if one not in known]


def past_day(day: date | None) -> date:
    """The day, today when None; raises BadRequest for one to come."""
    chosen = day or date.today()
    if chosen > date.today():
        raise BadRequest(tr("{day} 还没有到。", day=chosen), tr("请写今天或以前的日期。"))
    return chosen


def clean_note(text: str) -> str:
    """A note without surrounding blanks; raises BadRequest for far too many characters."""
    words = text.strip()
    if len(words) > MOST_CHARACTERS:
        raise BadRequest(tr("内容太长：{count} 个字。", count=f"{len(words):,}"), tr("最多 {most:,} 个字。", most=MOST_CHARACTERS))
    return words


def named(done: Sequence[Damage]) -> str:
    """How a label calls the damages: one by its house, many by their number."""
    return done[0].number if len(done) == 1 else tr("{count:,} 处", count=len(done))
