"""Lay the homes of a run out on pages, one a village or grid: every home once, every family where the call list names it."""

from __future__ import annotations

import re
import sqlite3
from collections import defaultdict
from collections.abc import Mapping, Sequence

from gisapp.domain.affected import AffectedRun, CallRow
from gisapp.domain.cards import Unit
from gisapp.domain.hazard import CountedAt, HazardLevel
from gisapp.domain.map_pages import MapFamily, MapHome, MapPage, PageBy, PageGrid
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.storage.county import geopackage
from gisapp.storage.runs import run_homes
from gisapp.storage.runs.run_homes import HomeTie, RunHome

DIGITS = re.compile(r"(\d+)")


def gather_map_pages(connection: sqlite3.Connection, run: AffectedRun, by: PageBy, *, unit: Unit | None = None) -> tuple[MapPage, ...]:
    """The pages of a run in order of the units' codes, phones as ``run`` has them; only those in ``unit``, when it is given.

    Over all pages the homes, families and people are those of the run. A family on the call list with a second home in
    danger is named at both, counted at one. Homes without a conclusion stand last on their page. Raises BadRequest for a
    ``unit`` that is neither a division nor a grid.
    """
    if unit is not None and unit.kind not in ("division", "grid"):
        raise BadRequest(tr("地图页不能按“{name}”选。", name=unit.name), tr("请写镇、村/社区或网格的名称或代码。"))
    found = [home for home in run_homes.homes(connection, int(run.id)) if unit is None or _is_in(home, unit)]
    points = geopackage.decode_points([home.geom for home in found])
    calls: dict[int, CallRow] = {int(call.household): call for call in run.calls}
    by_house: dict[int, list[HomeTie]] = defaultdict(list)
    for tie in run_homes.ties(connection, int(run.id)):
        by_house[tie.house].append(tie)
    for call in run.calls:  # also a family that has moved since, which no tie names any more
        if all(tie.household != call.household for tie in by_house[int(call.house)]):
            by_house[int(call.house)].append(HomeTie(int(call.house), int(call.household), call.head, True, 0, call.residents))
    at = run.question.counted_at
    officers = {call.grid_code: call.officer for call in run.calls}
    numbers = {int(home.house): home.number for home in found}
    placed: dict[tuple[str, str], list[tuple[RunHome, MapHome]]] = defaultdict(list)
    for home, (x, y) in zip(found, points.tolist(), strict=True):
        families = tuple(_family(home, tie, calls.get(tie.household), numbers, at) for tie in by_house[home.house])
        level = None if home.level is None else HazardLevel(home.level)
        key = (home.village_code, "" if by is PageBy.VILLAGE else home.grid_code)
        placed[key].append((home, MapHome(home.house, x, y, home.number, level, home.grid_code, families)))
    return tuple(_page(placed[key], by, officers) for key in sorted(placed, key=lambda key: (not any(key), key)))


def _is_in(home: RunHome, unit: Unit) -> bool:
    if unit.kind == "grid":
        return home.grid_id == unit.id
    return unit.level == "county" or unit.id in (home.village_id, home.town_id)


def _page(homes: Sequence[tuple[RunHome, MapHome]], by: PageBy, officers: Mapping[str, object]) -> MapPage:
    ordered = sorted(
        homes, key=lambda pair: (pair[1].level is None, pair[0].grid_code, pair[0].flat, _natural(pair[0].number), pair[0].house)
    )
    first = ordered[0][0]
    grids = dict.fromkeys((home.grid_code, home.grid) for home, _ in ordered)
    named = tuple(PageGrid(code, name, officers.get(code)) for code, name in grids)  # type: ignore[arg-type]
    on_page = tuple(one for _, one in ordered)
    if by is PageBy.GRID:
        within = tr("{town} · {village}", town=first.town, village=first.village) if first.village else ""
        name = first.grid or tr("不在任何网格内")
        return MapPage("grid" if first.grid_id else "", first.grid_id, first.grid_code, name, within, named, on_page)
    name = first.village or tr("不在任何网格内")
    return MapPage("division" if first.village_id else "", first.village_id, first.village_code, name, first.town, named, on_page)


def _family(home: RunHome, tie: HomeTie, call: CallRow | None, numbers: Mapping[int, str], at: CountedAt) -> MapFamily:
    if home.level is None:
        return MapFamily(tie.head, "", tie.residents if tie.is_lived_in else 0, "", "" if tie.is_lived_in else tr("空置"), is_counted=False)
    if call is None:
        return MapFamily(tie.head, "", 0, "", _not_called(tie, at), is_counted=False)
    if int(call.house) != home.house:
        listed = numbers.get(int(call.house), call.number)
        return MapFamily(call.head, call.phone, 0, "", _counted_elsewhere(tie, listed), is_counted=False)
    hint = tr("去自己的{home}", home=call.own_home) if call.has_own_safe_home else ""
    if not call.is_reachable:
        hint = tr("无联系人电话，请上门")
    return MapFamily(call.head, call.phone, call.residents, call.marks, hint, is_counted=True, is_reachable=call.is_reachable)


def _counted_elsewhere(tie: HomeTie, listed: str) -> str:
    if tie.is_lived_in:
        return tr("同一户，计在{number}", number=listed)
    if tie.sleepers:
        return tr("今晚 {count} 人睡在这里；同一户，计在{number}", count=tie.sleepers, number=listed)
    return tr("空置；同一户，计在{number}", number=listed)


def _not_called(tie: HomeTie, at: CountedAt) -> str:
    """Why a family of this home is not on the call list here."""
    if tie.is_lived_in:
        return tr("今晚不睡在这里") if at is CountedAt.SLEEPING else tr("研判后才住在这里")
    return tr("今晚 {count} 人睡在这里，不在名单上", count=tie.sleepers) if tie.sleepers else tr("空置，无人可叫")


def _natural(number: str) -> tuple[tuple[int, int, str], ...]:
    """A door number as people order them: 2组9号 before 2组12号."""
    return tuple((1, int(part), "") if part.isdecimal() else (0, 0, part) for part in DIGITS.split(number) if part)
