"""Which homes are in danger, who lives or sleeps there, and whom to call: one stored, exact run."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from gisapp.domain.affected import AffectedRun, AffectedTotals, CallRow, PropertyRow, Question, Tally
from gisapp.domain.change import Change, Kind
from gisapp.domain.hazard import AffectedRule, CountedAt, HazardLevel, depth_levels
from gisapp.domain.ids import RunId, new_uid
from gisapp.domain.river_level import is_river_level
from gisapp.domain.validity import holds_at, now_text
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.services.hazards.read_depths import DepthHazard
from gisapp.services.ledger.collector import collector_at_rest
from gisapp.services.runs import count_affected
from gisapp.services.runs.count_affected import Family
from gisapp.services.runs.judge_houses import LEVELS, Judged, go_on, judge_houses
from gisapp.services.runs.list_calls import list_calls, list_without_people, while_wanted
from gisapp.services.runs.mark_vulnerable import People, people_of_run, vulnerable_people
from gisapp.storage.county import history, settings
from gisapp.storage.county.interruption import interruptible
from gisapp.storage.hazards import hazards
from gisapp.storage.hazards.hazards import HazardArea
from gisapp.storage.runs import kept_runs, runs
from gisapp.storage.runs.kept_runs import RunHouse, RunRaster

if TYPE_CHECKING:
    from sqlite_utils import Database

MOST_NAMED = 8
Progress = Callable[[int, int], None]


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
    depths: Sequence[DepthHazard] = (),
    rule: AffectedRule | None = None,
    area_rule: AffectedRule | None = None,
    counted_at: CountedAt = CountedAt.HOMES,
    buffer_m: float = 0.0,
    day: date | None = None,
    at_time: str | None = None,
    repeats: int | None = None,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> tuple[AffectedRun, Change]:
    """Answer, store and return one run over ``areas`` (county CRS, metres) and ``depths``.

    Every house counts once at the worst level over it; every family once. Areas that do not hold at ``at_time`` (an
    ISO day or minute, None = whenever) are left out. Without a ``rule``, depths are bilinear and areas asked by point;
    beside depths, areas are asked by ``area_rule``, by point without it. Raises BadRequest for nothing to ask or a rule
    this data cannot answer, Cancelled when ``cancelled()`` says so.
    """
    valid = [area for area in areas if at_time is None or holds_at(area.valid_from, area.valid_to, at_time)]
    left_out = _not_holding(areas, at_time) if at_time else ()
    rules = _rules(rule, area_rule, areas=valid, depths=depths)
    _refuse_senseless(areas, valid, depths, buffer_m=buffer_m, at_time=at_time)
    question = Question(
        **_named(valid, depths),
        rule=rules[-1],
        area_rule=rules[0] if len(rules) > 1 else None,
        counted_at=counted_at,
        buffer_m=buffer_m,
        day=(day or date.today()).isoformat(),
        at_time=at_time,
        left_out=left_out,
        repeats=repeats,
        estimates=tuple(dict.fromkeys(area.name for area in valid if is_river_level(area.source))),
        oddities=tuple((hazard.name, odd) for hazard in depths for odd in hazard.told),
        expired=() if at_time else _not_holding(valid, now_text()),
    )
    go = partial(go_on, cancelled)
    with collector_at_rest(), interruptible(db.conn, cancelled):
        judged = judge_houses(db.conn, valid, depths, rules=rules, buffer_m=buffer_m, progress=progress, cancelled=cancelled)
        ranked = zip(judged.ids.tolist(), judged.ranks.tolist(), strict=True)
        runs.begin(db.conn, ranked, [house for house, _ in judged.unknown])
        return _answer(db, judged, question, depths, who=who, go=go)


def _not_holding(areas: Sequence[HazardArea], at: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(area.name for area in areas if not holds_at(area.valid_from, area.valid_to, at)))


def _rules(
    rule: AffectedRule | None, area_rule: AffectedRule | None, *, areas: Sequence[HazardArea], depths: Sequence[DepthHazard]
) -> tuple[AffectedRule, ...]:
    """By which rule areas are asked, then by which depths; only of what there is to ask."""
    asked = [one for one in (rule, area_rule) if one is not None]
    of_depth = [one for one in asked if one.is_of_depth]
    of_areas = [one for one in asked if not one.is_of_depth]
    if len(of_depth) > 1 or len(of_areas) > 1:
        raise BadRequest(tr("规则给了两个：{rules}。", rules=tr("、").join(asked)), tr("面和水深栅格各给一个。"))
    if of_depth and not depths:
        raise BadRequest(tr("规则“{rule}”需要水深栅格。", rule=of_depth[0].value), tr("请改用 point（按房屋点位判断）。"))
    if of_areas and depths and not areas:
        why = tr("水深栅格不能按“{rule}”判断。", rule=of_areas[0].value)
        raise BadRequest(why, tr("请改用 bilinear（双线性）或 nearest（所在像元）。"))
    by_area = (of_areas[0] if of_areas else AffectedRule.POINT,) if areas or not depths else ()
    return (*by_area, of_depth[0] if of_depth else AffectedRule.BILINEAR) if depths else by_area


def _named(areas: Sequence[HazardArea], depths: Sequence[DepthHazard]) -> dict[str, Any]:
    """What a question says of its hazards: names, the levels under each, the metres of every raster."""
    levels: dict[str, set[HazardLevel]] = {}
    for area in areas:
        levels.setdefault(area.name, set()).add(area.level)
    for hazard in depths:
        levels.setdefault(hazard.name, set()).update(depth_levels(hazard.thresholds))
    return {
        "names": tuple(levels),
        "levels": tuple(tuple(sorted(own, key=lambda level: level.rank)) for own in levels.values()),
        "thresholds": tuple(sorted({step for hazard in depths for step in hazard.thresholds})),
        "steps": tuple((hazard.name, hazard.thresholds) for hazard in depths),
    }


def _refuse_senseless(
    areas: Sequence[HazardArea], valid: Sequence[HazardArea], depths: Sequence[DepthHazard], *, buffer_m: float, at_time: str | None
) -> None:
    if not areas and not depths:
        raise BadRequest(tr("没有选择风险区。"), tr("请先选择或绘制至少一个风险区。"))
    if not valid and not depths:
        raise BadRequest(tr("所选风险区在 {time} 都不在有效期内。", time=at_time or ""), tr("请换一个时间，或修改风险区的有效期。"))
    if not 0 <= buffer_m <= 100_000:
        raise BadRequest(tr("外扩距离不合理：{metres} 米。", metres=buffer_m), tr("请填 0 到 100000 之间的米数。"))
    if buffer_m and not valid:
        raise BadRequest(tr("水深栅格不能外扩。"), tr("请把外扩米数设为 0。"))


def _answer(
    db: Database, judged: Judged, question: Question, depths: Sequence[DepthHazard], *, who: str, go: Callable[[], None]
) -> tuple[AffectedRun, Change]:
    """Count and store the run in hand (storage.runs.begin came before); ``go`` raises Cancelled."""
    go()
    families = runs.find_families(db.conn, question.counted_at)
    people = people_of_run(db.conn, date.fromisoformat(question.day))
    water = {house: metres for house, metres in zip(judged.ids.tolist(), judged.depths_m.tolist(), strict=True) if metres == metres}
    holders = runs.slot_holders(db.conn)
    danger = [one.area.geometry for one in judged.areas]
    go()
    calls = list_calls(db.conn, date.fromisoformat(question.day), people=people, holders=holders, depths_m=water, danger=danger, go=go)
    empty, vacant = list_without_people(db.conn, question.counted_at, holders=holders)
    go()
    totals = _totals(db.conn, judged, families, people, question, calls=calls, empty=empty, vacant=vacant)
    label = tr("研判：{names}，{count} 户", names=_short(question.names), count=len(families))
    at = datetime.now().astimezone().isoformat(timespec="seconds")
    go()
    with history.recorded(db, label=label, who=who, kinds=(Kind.RUN,)) as entry:
        run, area_ids = kept_runs.store(
            db.conn,
            uid=new_uid(),
            at=at,
            who=who,
            question=asdict(question),
            totals=asdict(totals),
            areas=judged.areas,
            rasters=[RunRaster(h.name, h.raster.crs, h.raster.transform, h.raster.depths) for h in depths],
            srs_id=settings.crs(db.conn),
            go=go,
        )
        kept_runs.store_list(db.conn, run, _run_houses(judged, area_ids, go), judged.unknown)
        go()
    change = Change(label, (Kind.RUN,), (run,), entry)
    return AffectedRun(RunId(run), at, question, totals, tuple(calls), tuple(empty), tuple(vacant)), change


def _short(names: Sequence[str]) -> str:
    if len(names) <= MOST_NAMED:
        return tr("、").join(names)
    return tr("{name} 等 {count} 个风险区", name=names[0], count=len(names))


def _run_houses(judged: Judged, area_ids: Sequence[int], go: Callable[[], None]) -> Iterator[RunHouse]:
    ids: dict[tuple[int, ...], tuple[int, ...]] = {}
    rows = zip(judged.ids.tolist(), judged.ranks.tolist(), judged.over, judged.depths_m.tolist(), strict=True)
    for house, rank, over, metres in while_wanted(rows, go):
        if over not in ids:
            ids[over] = tuple(area_ids[area] for area in over)
        yield house, LEVELS[rank], ids[over], metres if metres == metres else None


def _totals(
    connection: sqlite3.Connection,
    judged: Judged,
    families: Sequence[Family],
    people: People,
    question: Question,
    *,
    calls: Sequence[CallRow],
    empty: Sequence[PropertyRow],
    vacant: Sequence[PropertyRow],
) -> AffectedTotals:
    combined = count_affected.count_combinations(connection, judged, question.counted_at)
    listed = sum(person.is_in_danger for family in people.values() for person in family)
    return AffectedTotals(
        total=Tally(len(judged.ids), len(families), sum(family[3] for family in families)),
        by_level=count_affected.count_by_level(judged, families),
        by_hazard=count_affected.by_hazard(question.names, combined),
        both=count_affected.in_several(combined),
        by_grid=count_affected.count_by_grid(connection, judged, families),
        unknown=len(judged.unknown),
        vulnerable=vulnerable_people(people, counted_at=question.counted_at),
        empty_origin=len(empty),
        own_safe_home=sum(call.has_own_safe_home for call in calls),
        without_contact=sum(not call.is_reachable for call in calls),
        combinations=combined,
        only_by_buffer=count_affected.count_by_buffer(connection, judged, question.counted_at),
        vacant_homes=len(vacant),
        sleepers_elsewhere=runs.count_sleepers(connection) - listed,
    )
