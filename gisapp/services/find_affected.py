"""Which homes are in danger, who lives or sleeps there, and whom to call: one stored, exact run."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from gisapp.domain.affected import AffectedRun, AffectedTotals, CallRow, Question, Tally
from gisapp.domain.change import Change, Kind
from gisapp.domain.hazard import AffectedRule, CountedAt, HazardLevel
from gisapp.domain.ids import RunId, new_uid
from gisapp.errors import BadRequest, Cancelled
from gisapp.language import tr
from gisapp.services.list_calls import People, list_calls, list_property
from gisapp.services.mark_vulnerable import vulnerable_people
from gisapp.spatial.inside import points_inside
from gisapp.storage import affected_people, hazards, history, layers, runs, settings
from gisapp.storage.hazards import HazardArea

if TYPE_CHECKING:
    from sqlite_utils import Database

LEVELS = tuple(HazardLevel)
MOST_NAMED = 8
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class _Houses:
    """Affected houses in order of id: worst level (n,) and the positions of the areas over each."""

    ids: NDArray[np.int64]
    ranks: NDArray[np.uint8]
    areas: tuple[tuple[int, ...], ...]


def named_areas(connection: sqlite3.Connection, names: Sequence[str]) -> list[HazardArea]:
    """The saved hazard areas of these names; raises BadRequest for a name the county does not know."""
    found: list[HazardArea] = []
    for name in names:
        areas = hazards.all_areas(connection, name=name)
        if not areas:
            known = sorted({area.name for area in hazards.all_areas(connection)})
            named = tr("、").join(known[:MOST_NAMED]) or tr("无")
            raise BadRequest(
                tr("没有名为“{name}”的风险区。", name=name), tr("已有 {count} 个风险区：{names}。", count=len(known), names=named)
            )
        found += areas
    return found


def find_affected(
    db: Database,
    areas: Sequence[HazardArea],
    *,
    who: str,
    rule: AffectedRule = AffectedRule.POINT,
    counted_at: CountedAt = CountedAt.HOMES,
    buffer_m: float = 0.0,
    day: date | None = None,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> tuple[AffectedRun, Change]:
    """Answer, store and return one run over ``areas`` (county CRS, metres).

    Every house counts once at the worst level over it; every family once. Raises BadRequest for
    no areas or a rule this data cannot answer, Cancelled when ``cancelled()`` says so.
    """
    question = _question(areas, rule=rule, counted_at=counted_at, buffer_m=buffer_m, day=day)
    widened = [replace(area, geometry=area.geometry.buffer(buffer_m)) for area in areas] if buffer_m else list(areas)
    houses = _houses_inside(db.conn, widened, progress=progress, cancelled=cancelled)
    runs.begin(db.conn, zip(houses.ids.tolist(), houses.ranks.tolist(), strict=True))
    families = runs.find_families(db.conn, counted_at)
    people = affected_people.of_run(db.conn)
    calls = list_calls(db.conn, date.fromisoformat(question.day), people=people)
    empty = list_property(db.conn)
    totals = _totals(db.conn, houses, areas, families, people, question, calls=calls, empty_origin=len(empty))
    label = tr("研判：{names}，{count} 户", names=tr("、").join(question.names), count=len(families))
    at = datetime.now().astimezone().isoformat(timespec="seconds")
    with history.recorded(db, label=label, who=who, kinds=(Kind.RUN,)) as entry:
        run, area_ids = runs.store(
            db.conn,
            uid=new_uid(),
            at=at,
            who=who,
            question=asdict(question),
            totals=asdict(totals),
            areas=widened,
            srs_id=settings.crs(db.conn),
        )
        runs.store_list(db.conn, run, _with_areas(houses, area_ids))
    change = Change(label, (Kind.RUN,), (run,), entry)
    return AffectedRun(RunId(run), at, question, totals, tuple(calls), tuple(empty)), change


def _question(areas: Sequence[HazardArea], *, rule: AffectedRule, counted_at: CountedAt, buffer_m: float, day: date | None) -> Question:
    if not areas:
        raise BadRequest(tr("没有选择风险区。"), tr("请先选择或绘制至少一个风险区。"))
    if rule not in (AffectedRule.POINT, AffectedRule.CENTROID):
        raise BadRequest(
            tr("规则“{rule}”需要房屋轮廓或水深栅格，本县文件里没有。", rule=rule.value), tr("请改用 point（按房屋点位判断）。")
        )
    if not 0 <= buffer_m <= 100_000:
        raise BadRequest(tr("外扩距离不合理：{metres} 米。", metres=buffer_m), tr("请填 0 到 100000 之间的米数。"))
    names = tuple(dict.fromkeys(area.name for area in areas))
    return Question(names, rule, counted_at, buffer_m, (day or date.today()).isoformat())


def _houses_inside(
    connection: sqlite3.Connection, areas: Sequence[HazardArea], *, progress: Progress | None, cancelled: Callable[[], bool] | None
) -> _Houses:
    ids, xy = layers.house_points(connection)
    over: dict[int, list[int]] = defaultdict(list)
    for position, area in enumerate(areas):
        if cancelled and cancelled():
            raise Cancelled(tr("研判已取消。"), tr("没有保存任何内容。"))
        for house in points_inside(xy, area.geometry).tolist():
            over[house].append(position)
        if progress:
            progress(position + 1, len(areas))
    places = sorted(over)
    ranks = np.array([min(areas[a].level.rank for a in over[place]) for place in places], np.uint8)
    return _Houses(ids[places] if places else np.empty(0, np.int64), ranks, tuple(tuple(over[place]) for place in places))


def _with_areas(houses: _Houses, area_ids: Sequence[int]) -> Iterable[tuple[int, HazardLevel, list[int]]]:
    for house, rank, areas in zip(houses.ids.tolist(), houses.ranks.tolist(), houses.areas, strict=True):
        yield house, LEVELS[rank], [area_ids[area] for area in areas]


def _totals(
    connection: sqlite3.Connection,
    houses: _Houses,
    areas: Sequence[HazardArea],
    families: Sequence[tuple[int, int, int, int]],
    people: People,
    question: Question,
    *,
    calls: Sequence[CallRow],
    empty_origin: int,
) -> AffectedTotals:
    by_hazard, both = _overlaps(connection, houses, areas, question.counted_at)
    return AffectedTotals(
        total=Tally(len(houses.ids), len(families), sum(family[3] for family in families)),
        by_level=_by_level(houses, families),
        by_hazard=by_hazard,
        both=both,
        by_grid=_by_grid(connection, houses, families),
        unknown=0,
        vulnerable=vulnerable_people(people, date.fromisoformat(question.day), counted_at=question.counted_at),
        empty_origin=empty_origin,
        own_safe_home=sum(call.has_own_safe_home for call in calls),
        without_contact=sum(not call.is_reachable for call in calls),
    )


def _by_level(houses: _Houses, families: Sequence[tuple[int, int, int, int]]) -> tuple[tuple[HazardLevel, Tally], ...]:
    tallies = []
    for level in LEVELS:
        own = [family for family in families if family[2] == level.rank]
        tallies.append((level, Tally(int((houses.ranks == level.rank).sum()), len(own), sum(family[3] for family in own))))
    return tuple(tallies)


def _by_grid(
    connection: sqlite3.Connection, houses: _Houses, families: Sequence[tuple[int, int, int, int]]
) -> tuple[tuple[str, Tally], ...]:
    grid_of = runs.grid_of_houses(connection)
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for house in houses.ids.tolist():
        counts[grid_of[house]][0] += 1
    for _, house, _, residents in families:
        counts[grid_of[house]][1] += 1
        counts[grid_of[house]][2] += residents
    return tuple((code, Tally(*counts[code])) for code in sorted(counts))


def _overlaps(
    connection: sqlite3.Connection, houses: _Houses, areas: Sequence[HazardArea], counted_at: CountedAt
) -> tuple[tuple[tuple[str, Tally], ...], Tally]:
    """Counts under each hazard's name, and under two or more names at once."""
    names_of = {house: frozenset(areas[a].name for a in over) for house, over in zip(houses.ids.tolist(), houses.areas, strict=True)}
    ties: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for household, house, residents in runs.houses_of_families(connection, counted_at):
        ties[household].append((house, residents))
    at_homes = counted_at is CountedAt.HOMES

    def tally(fits: Callable[[frozenset[str]], bool]) -> Tally:
        own = {household: [n for house, n in places if fits(names_of[house])] for household, places in ties.items()}
        people = sum((max(found) if at_homes else sum(found)) for found in own.values() if found)
        return Tally(sum(map(fits, names_of.values())), sum(1 for found in own.values() if found), people)

    hazard_names = dict.fromkeys(area.name for area in areas)
    each = tuple((name, tally(lambda names, name=name: name in names)) for name in hazard_names)  # type: ignore[misc]
    return each, tally(lambda names: len(names) > 1)
