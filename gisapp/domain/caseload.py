"""How many families one contact may look after, and how many each does.

The reports name "one cadre helping too many" as a problem (domain notes, Zhen'an) but publish no number:
the limits here are a preset to start from, and a setting of the county.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from gisapp.domain.cards import ContactLine
from gisapp.domain.ids import ContactId
from gisapp.domain.lines import Role, slot_from_text
from gisapp.errors import BadRequest
from gisapp.language import tr

LIMITS_SETTING = "caseload_limits"
MOST_ALLOWED = 100_000


@dataclass(frozen=True, slots=True)
class CaseloadLimits:
    """The most families a contact of each role should look after, over both lines together."""

    sponsor_cadre: int
    unit_cadre: int
    grid_officer: int

    def of(self, role: Role) -> int:
        """The limit of one role."""
        return {Role.SPONSOR_CADRE: self.sponsor_cadre, Role.UNIT_CADRE: self.unit_cadre, Role.GRID_OFFICER: self.grid_officer}[role]

    def changed(self, values: Mapping[Role, int]) -> CaseloadLimits:
        """These limits with others for some roles."""
        return replace(self, **{role.value: count for role, count in values.items()})

    def as_json(self) -> dict[str, int]:
        """{role: families}, as the setting ``caseload_limits`` holds it."""
        return {role.value: self.of(role) for role in Role}


PRESET_LIMITS = CaseloadLimits(sponsor_cadre=30, unit_cadre=30, grid_officer=60)


def limits_from_json(found: Any) -> CaseloadLimits:
    """The limits a setting holds; whatever it does not say, or says wrongly, is as in the preset."""
    given = found if isinstance(found, Mapping) else {}
    return PRESET_LIMITS.changed({role: given[role.value] for role in Role if _is_limit(given.get(role.value))})


def _is_limit(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= MOST_ALLOWED


def role_from_text(text: str) -> Role:
    """The role named by a code, its short form or its Chinese title; raises BadRequest that lists the three."""
    try:
        return slot_from_text(f"village/{text.strip()}").role
    except BadRequest as error:
        raise BadRequest(
            tr("没有名为“{text}”的角色。", text=text), tr("可用的角色：{roles}。", roles="  ".join(role.value for role in Role))
        ) from error


def limits_from_texts(texts: Iterable[str]) -> dict[Role, int]:
    """Role -> families from texts like ``sponsor_cadre=20``; raises BadRequest."""
    found: dict[Role, int] = {}
    for text in texts:
        name, _, number = text.partition("=")
        found[role_from_text(name)] = limit_from_text(number)
    return found


def limit_from_text(text: str) -> int:
    """A number of families; raises BadRequest."""
    number = text.strip()
    if not (number.isascii() and number.isdigit() and int(number) <= MOST_ALLOWED):
        raise BadRequest(
            tr("上限不对：{text}", text=text or "—"), tr("请写成 sponsor_cadre=20 的样子，户数是 0 到 {most} 的整数。", most=MOST_ALLOWED)
        )
    return int(number)


@dataclass(frozen=True, slots=True)
class ContactLoad:
    """What one contact looks after over both lines; a family in two of the contact's slots counts once."""

    contact: ContactId
    name: str
    role: Role
    unit: str
    families: int
    people: int
    village: int
    community: int
    limit: int
    has_own_limit: bool
    is_active: bool

    @property
    def is_over(self) -> bool:
        return self.families > self.limit


@dataclass(frozen=True, slots=True)
class ContactChoice:
    """Somebody who could take families: the different ones looked after already over both lines, and how many it may be."""

    contact: ContactLine
    families: int
    limit: int

    @property
    def is_over(self) -> bool:
        return self.families > self.limit

    @property
    def told(self) -> str:
        """The load in words, so that nobody has to know a colour."""
        values = {"families": f"{self.families:,}", "limit": f"{self.limit:,}"}
        if self.is_over:
            return tr("{families} 户，超上限 {over} 户", families=values["families"], over=f"{self.families - self.limit:,}")
        if self.families == self.limit:
            return tr("{families} 户，已到上限", families=values["families"])
        return tr("{families} 户，上限 {limit} 户", **values)


class MoveReason(StrEnum):
    """Why a slot gets another holder."""

    EMPTY = "empty"
    LEFT = "left"
    OVER_LIMIT = "over_limit"
    OTHER_UNIT = "other_unit"
    BALANCE = "balance"

    @property
    def caption(self) -> str:
        match self:
            case MoveReason.EMPTY:
                return tr("缺岗")
            case MoveReason.LEFT:
                return tr("原联系人已离任")
            case MoveReason.OVER_LIMIT:
                return tr("原联系人超上限")
            case MoveReason.OTHER_UNIT:
                return tr("原联系人不在本单位")
            case MoveReason.BALANCE:
                return tr("均衡负担")
