"""Divisions and grids as a ledger names them: by code, name or former name; near spellings are proposed, never taken."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from types import MappingProxyType

from gisapp.domain.division import DivisionLevel
from gisapp.domain.written import tidy
from gisapp.language import tr
from gisapp.services.ledger.outcome import RowRefused
from gisapp.storage.ledger import ledger_facts

_SAME_ENDINGS = MappingProxyType(
    {
        DivisionLevel.VILLAGE: ("村", "村委会", "村民委员会"),
        DivisionLevel.COMMUNITY: ("社区", "居委会", "居民委员会", "社区居委会", "社区居民委员会"),
        DivisionLevel.TOWN: ("镇", "镇人民政府"),
        DivisionLevel.COUNTY: ("县",),
    }
)
_ENDINGS = ("村民委员会", "居民委员会", "村委会", "居委会", "社区", "村", "镇", "乡", "街道办事处", "街道", "办")


@dataclass(frozen=True, slots=True)
class Division:
    """A unit; ``successor`` names are not followed: an old village stays the origin it was."""

    id: int
    code: str
    name: str
    level: str
    parent: int | None
    is_past: bool


class Units:
    """All divisions and grids of a county for the length of one import."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        rows = ledger_facts.divisions(connection)
        self.divisions = {row[0]: Division(row[0], row[1], row[2], row[3], row[4], row[5] is not None) for row in rows}
        self._by_code = {one.code: one for one in self.divisions.values()}
        self._by_name: dict[str, list[Division]] = {}
        for one in self.divisions.values():
            self._by_name.setdefault(one.name, []).append(one)
        for division, name in ledger_facts.former_names(connection):
            self._by_name.setdefault(name, []).append(self.divisions[division])
        self.grids = {row[0]: row for row in ledger_facts.grids(connection)}
        self._grid_by_code = {row[1]: row[0] for row in self.grids.values()}
        self._grids_by_name: dict[str, list[int]] = {}
        for row in self.grids.values():
            self._grids_by_name.setdefault(row[2], []).append(row[0])
        self._known: dict[tuple[str, str, str], Division] = {}

    @property
    def county(self) -> Division | None:
        return next((one for one in self.divisions.values() if one.level == DivisionLevel.COUNTY), None)

    def named(self, name: str) -> tuple[Division, ...]:
        """Every unit that bears this name or once bore it, those that stand first."""
        found = dict.fromkeys(self._by_name.get(name, ()))
        return tuple(sorted(found, key=lambda one: one.is_past))

    def other_names(self, one: Division) -> tuple[str, ...]:
        """Short and long ways of writing a unit's present name: 药王村 and 药王村民委员会."""
        bare = _bare(one.name)
        return tuple(f"{bare}{ending}" for ending in (*_SAME_ENDINGS[DivisionLevel(one.level)], "") if f"{bare}{ending}" != one.name)

    def town_names(self) -> tuple[str, ...]:
        """Names of the towns, the longest first."""
        return tuple(sorted((one.name for one in self.divisions.values() if one.level == DivisionLevel.TOWN), key=len, reverse=True))

    def division(self, text: str, *, town: str = "", field_key: str = "village") -> Division:
        """The one unit with this code, name or former name, in ``town`` when that is given. Raises RowRefused with proposals."""
        key = (text, town, field_key)
        if key not in self._known:
            self._known[key] = self._find(tidy(text).replace(" ", ""), tidy(town).replace(" ", ""), field_key, text)
        return self._known[key]

    def _find(self, name: str, town: str, field_key: str, text: str) -> Division:
        if name in self._by_code:
            return self._by_code[name]
        found = list(dict.fromkeys(self._by_name.get(name, ())))
        found = [one for one in found if not one.is_past] or found
        if town:
            found = [one for one in found if self._lies_in(one, town)] or found[:0] if len(found) > 1 else found
            if found and not self._lies_in(found[0], town):
                found = []
        if len(found) == 1:
            return found[0]
        if found:
            names = "  ".join(f"{self.full_name(one)}({one.code})" for one in found[:6])
            raise RowRefused(tr("“{text}”不止一个：{names}；请写明镇，或改用代码", text=text, names=names), field_key=field_key, value=text)
        raise RowRefused(self._proposal(name, text), field_key=field_key, value=text)

    def _lies_in(self, one: Division, town: str) -> bool:
        parent = self.divisions.get(one.parent or 0)
        return bool(parent) and parent is not None and town in (parent.name, parent.code, parent.name.rstrip("镇乡"), one.name)

    def full_name(self, one: Division) -> str:
        """A unit with its town before it."""
        parent = self.divisions.get(one.parent or 0)
        return one.name if parent is None or parent.level == DivisionLevel.COUNTY else f"{parent.name}{one.name}"

    def _proposal(self, name: str, text: str) -> str:
        bare = _bare(name)
        same = [known for known in self._by_name if _bare(known) == bare or known.endswith(name) or name.endswith(known)]
        near = [*same, *(each for each in get_close_matches(name, self._by_name, n=3, cutoff=0.6) if each not in same)][:3]
        if near:
            return tr("没有名为“{text}”的单位，是不是：{names}？", text=text, names="、".join(near))
        return tr("没有名为“{text}”的单位", text=text)

    def grid(self, text: str, *, town: str = "", village: str = "") -> int:
        """The one grid with this code or name, in the village when that is given. Raises RowRefused with proposals."""
        name = tidy(text).replace(" ", "")
        if name in self._grid_by_code:
            return self._grid_by_code[name]
        found = self._grids_by_name.get(name, [])
        if village and (len(found) != 1):
            division = self.division(village, town=town)
            found = [one for one in found if self.grids[one][3] == division.id] or self._grids_by_name.get(f"{division.name}{name}", [])
        if len(found) == 1:
            return found[0]
        if found:
            codes = "  ".join(self.grids[one][1] for one in found[:6])
            raise RowRefused(
                tr("名为“{text}”的网格不止一个：{codes}；请改用网格编号", text=text, codes=codes), field_key="grid", value=text
            )
        near = get_close_matches(name, [*self._grids_by_name, *self._grid_by_code], n=3, cutoff=0.6)
        reason = (
            tr("没有名为“{text}”的网格，是不是：{names}？", text=text, names="、".join(near))
            if near
            else tr("没有名为“{text}”的网格", text=text)
        )
        raise RowRefused(reason, field_key="grid", value=text)


def _bare(name: str) -> str:
    return next((name.removesuffix(ending) for ending in _ENDINGS if name.endswith(ending) and len(name) > len(ending)), name)


def proposals(text: str, known: Iterable[str]) -> str:
    """Near spellings, for a sentence; "" when there is none."""
    return "、".join(get_close_matches(text, list(known), n=3, cutoff=0.6))


Texts = Mapping[str, str]
"""field -> text of one row, empty cells left out"""
