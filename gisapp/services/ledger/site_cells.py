"""A row of a register of safe sites as it is written: name, room, place, unit, use, keeper."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from math import hypot, isfinite

from gisapp.domain.safe_site import SiteFacts
from gisapp.domain.written import person_name, read_yes, tidy
from gisapp.language import tr
from gisapp.services.contacts.keep_contact import LONGEST_NAME as LONGEST_KEEPER
from gisapp.services.ledger.outcome import RowRefused
from gisapp.services.safe_sites.save_safe_site import LONGEST_NAME, LONGEST_NOTE, MOST_PEOPLE

SAME_PLACE_M = 1.0
"""Degrees in a table are rounded; so near is the same place."""
_PEOPLE = re.compile(r"(?:约|可容纳|容纳)?([0-9]{1,9})(?:人|个)?(?:左右|以上)?")
_OPEN = frozenset({"启用", "在用", "可用", "正常", "开放"})
_CLOSED = frozenset({"停用", "未启用", "不可用", "禁用", "关闭", "废弃"})


@dataclass(frozen=True, slots=True)
class GivenSite:
    """What a row says of a site; None or "" = it does not say. Place in metres of the county's CRS."""

    name: str
    capacity: int | None
    place: tuple[float, float] | None
    division: int | None
    is_in_use: bool | None
    keeper: str
    phone: str | None = field(repr=False)
    note: str

    def over(self, before: SiteFacts) -> SiteFacts:
        """The facts of a site with what the row says; a place that differs by rounding only stays."""
        place = self.place
        if place is None or (isfinite(before.x) and hypot(place[0] - before.x, place[1] - before.y) <= SAME_PLACE_M):
            place = (before.x, before.y)
        return SiteFacts(
            name=before.name,
            capacity=before.capacity if self.capacity is None else self.capacity,
            x=place[0],
            y=place[1],
            division=before.division,
            is_in_use=before.is_in_use if self.is_in_use is None else self.is_in_use,
            keeper=self.keeper or before.keeper,
            keeper_phone=self.phone or before.keeper_phone,
            note=self.note or before.note,
        )


def given_site(texts: Mapping[str, str], *, place: tuple[float, float] | None, division: int | None, phone: str | None) -> GivenSite:
    """The row with the place, unit and phone already read. Raises RowRefused."""
    name, note, keeper = tidy(texts.get("name", "")), tidy(texts.get("note", "")), person_name(texts.get("keeper", ""))
    if not name:
        raise RowRefused(tr("没有避险点的名称"), field_key="name")
    for key, text, longest in (("name", name, LONGEST_NAME), ("keeper", keeper, LONGEST_KEEPER), ("note", note, LONGEST_NOTE)):
        if len(text) > longest:
            raise RowRefused(tr("超过 {most} 个字", most=longest), field_key=key, value=text[:longest])
    return GivenSite(name, _capacity(texts.get("capacity", "")), place, division, _in_use(texts.get("is_in_use", "")), keeper, phone, note)


def _capacity(text: str) -> int | None:
    plain = tidy(text).replace(",", "").replace("，", "").replace(" ", "").removesuffix(".0")
    if not plain:
        return None
    found = _PEOPLE.fullmatch(plain)
    if found is None or int(found[1]) > MOST_PEOPLE:
        raise RowRefused(tr("容量应是 0 到 {most} 之间的人数", most=f"{MOST_PEOPLE:,}"), field_key="capacity", value=text)
    return int(found[1])


def _in_use(text: str) -> bool | None:
    plain = tidy(text).replace(" ", "")
    if not plain:
        return None
    if plain in _OPEN or plain in _CLOSED:
        return plain in _OPEN
    found = read_yes(plain)
    if found is None:
        raise RowRefused(tr("是否启用请填是或否"), field_key="is_in_use", value=text)
    return found
