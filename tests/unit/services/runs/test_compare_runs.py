"""Runs asked again and set side by side; footprints, centroids, valid times and what only a buffer reaches."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import shapely
from sqlite_utils import Database

from gisapp.domain.affected import AffectedRun, Tally
from gisapp.domain.hazard import AffectedRule, CountedAt, HazardKind, HazardLevel
from gisapp.errors import BadRequest
from gisapp.export.stored_run import stored_run
from gisapp.services.runs.compare_runs import compare_runs
from gisapp.services.runs.find_affected import find_affected
from gisapp.services.runs.repeat_run import repeat_run
from gisapp.storage.county import history
from gisapp.storage.hazards.hazards import HazardArea
from gisapp.storage.places import footprints
from tests.builders import ALONE, COMPLETE, EAST, NORTH, SHARING, TWO_ENDS, box, opened

NOTHING = Tally(0, 0, 0)


@pytest.fixture
def db(county: Path) -> Iterator[Database]:
    with opened(county) as db:
        yield db


def area(shape: shapely.Geometry, name: str = "月河", level: str = "red") -> HazardArea:
    return HazardArea(None, name, HazardKind.FLOOD, HazardLevel(level), "测试", None, None, shape)


def ask(db: Database, *areas: HazardArea, **more: object) -> AffectedRun:
    return find_affected(db, areas, who="甲", **more)[0]  # type: ignore[arg-type]


def test_who_is_newly_in_danger_no_longer_or_at_another_level_is_told_one_by_one(db: Database) -> None:
    first = ask(db, area(box(0, 0, 150, 150), level="yellow"), area(box(2400, 400, 105, 200)))
    second = ask(db, area(box(0, 0, 150, 150)), area(box(250, 2900, 100, 200)))
    found = compare_runs(db.conn, first.id, second.id)
    assert (found.newly, found.gone) == (Tally(1, 1, 2), Tally(1, 1, 2))
    assert (found.changed, found.same) == (Tally(1, 2, 4), NOTHING)
    assert [(row.household, row.before, row.after) for row in found.rows] == [
        (TWO_ENDS, None, "red"),
        (ALONE, "yellow", "red"),
        (SHARING, "yellow", "red"),
        (COMPLETE, "red", None),
    ]
    assert compare_runs(db.conn, first.id, first.id).same == first.totals.total
    with pytest.raises(BadRequest, match="没有研判第 99 号"):
        compare_runs(db.conn, first.id, 99)


def test_a_run_repeated_without_its_buffer_says_what_the_buffer_added(db: Database) -> None:
    wide = ask(db, area(box(0, 0, 150, 150)), buffer_m=60)
    assert (wide.totals.total, wide.totals.only_by_buffer) == (Tally(2, 2, 4), Tally(1, 0, 0))
    plain, _ = repeat_run(db, wide.id, who="甲", buffer_m=0)
    assert (plain.totals.total, plain.question.repeats) == (Tally(1, 2, 4), wide.id)
    assert compare_runs(db.conn, plain.id, wide.id).newly == wide.totals.only_by_buffer
    assert repeat_run(db, wide.id, who="甲")[0].totals == wide.totals
    sleeping, _ = repeat_run(db, wide.id, who="甲", counted_at=CountedAt.SLEEPING)
    assert sleeping.question.counted_at is CountedAt.SLEEPING
    with pytest.raises(BadRequest, match="没有研判第 99 号"):
        repeat_run(db, 99, who="甲")


def test_a_stored_run_is_read_back_as_it_was_answered(db: Database) -> None:
    run = ask(db, area(box(0, 0, 250, 250)), area(box(0, 0, 150, 150), "滑坡"), buffer_m=5)
    assert stored_run(db.conn, run.id) == run


def test_areas_that_do_not_hold_at_the_time_asked_are_left_out_and_named(db: Database) -> None:
    now = replace(area(box(0, 0, 150, 150), "今日"), valid_from="2026-07-11", valid_to="2026-07-14")
    past = replace(area(box(2400, 400, 300, 200), "旧的"), valid_to="2026-06-30")
    assert ask(db, now, past).totals.total.houses == 4
    run = ask(db, now, past, at_time="2026-07-12T20:00")
    assert (run.totals.total.houses, run.question.names, run.question.left_out) == (1, ("今日",), ("旧的",))
    assert "届时无效、没有计入的 1 个：旧的" in run.question.sentence
    with pytest.raises(BadRequest, match="都不在有效期内"):
        ask(db, past, at_time="2026-07-12")


def test_a_house_is_in_danger_when_its_outline_touches_and_by_its_point_when_it_has_none(db: Database) -> None:
    beside = area(box(0, 0, 90, 500))
    with pytest.raises(BadRequest, match="需要房屋轮廓"):
        ask(db, beside, rule=AffectedRule.FOOTPRINT)
    with history.recorded(db, label="轮廓", who="甲", kinds=()):
        footprints.write(db.conn, [(1, box(90, 90, 20, 20)), (5, box(2490, 490, 34, 20))])
    assert ask(db, beside, rule=AffectedRule.FOOTPRINT).totals.total == Tally(1, 2, 4)
    assert ask(db, area(box(0, 0, 89, 500)), rule=AffectedRule.FOOTPRINT).totals.total == NOTHING
    assert ask(db, area(box(2300, 400, 204, 200)), rule=AffectedRule.FOOTPRINT).totals.total.houses == 1
    centred = area(shapely.box(EAST + 2505, NORTH + 495, EAST + 2509, NORTH + 505))
    assert ask(db, centred).totals.total.houses == 0
    assert ask(db, centred, rule=AffectedRule.CENTROID).totals.total.houses == 1


def test_relocated_families_at_their_origin_home_and_empty_homes_name_the_community_lead(db: Database) -> None:
    run = ask(db, area(box(0, 0, 400, 3100)))
    [two_ends] = [call for call in run.calls if call.household == TWO_ENDS]
    assert (two_ends.is_at_origin, two_ends.own_home) == (True, "紫云南郡3号楼2单元501")
    [empty] = run.property
    assert (empty.household, empty.is_origin, empty.community_lead.name if empty.community_lead else "") == (COMPLETE, True, "联系人7")


def test_a_vacant_home_that_is_no_origin_home_is_on_a_list_of_its_own(db: Database) -> None:
    db.execute("UPDATE home SET state = 'vacant' WHERE household_id = ?", (ALONE,))
    run = ask(db, area(box(0, 0, 150, 150)))
    assert ([call.household for call in run.calls], [row.household for row in run.vacant]) == ([SHARING], [ALONE])
    assert (run.totals.vacant_homes, run.totals.sleepers_elsewhere) == (1, 1)
    sleeping = ask(db, area(box(0, 0, 150, 150)), counted_at=CountedAt.SLEEPING)
    assert ([call.household for call in sleeping.calls], sleeping.vacant) == ([ALONE, SHARING], ())


def test_a_bulletin_of_thousands_of_areas_is_counted_in_one_pass(db: Database) -> None:
    areas = [area(box(x % 4000, x // 40, 1, 1), f"点{x}") for x in range(3_000)]
    areas.append(area(box(0, 0, 150, 150), "月河"))
    run = ask(db, *areas)
    assert dict(run.totals.by_hazard)["月河"] == Tally(1, 2, 4)
    assert sum(tally.residents for _, tally in run.totals.combinations) == run.totals.total.residents
