"""Families of a run into safe sites: every family once, sites in danger left out, never over the room, stored and taken back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from sqlite_utils import Database

from gisapp.domain.change import Kind
from gisapp.domain.hazard import AffectedRule, CountedAt
from gisapp.domain.home import HomeRole, HomeState
from gisapp.domain.roll_call import Answer, RollState
from gisapp.domain.safe_site import AllocationQuestion, AllocationWay, Doubt, LeftOut, NoSite
from gisapp.errors import BadRequest, Cancelled
from gisapp.export.stored_run import stored_run
from gisapp.services.county.undo import undo
from gisapp.services.families.set_home_state import set_home_state
from gisapp.services.hazards.read_depths import DepthHazard
from gisapp.services.roll_call.list_roll_call import list_roll_call
from gisapp.services.roll_call.record_roll_call import record_roll_call
from gisapp.services.runs.find_affected import find_affected
from gisapp.services.safe_sites import place_families
from gisapp.services.safe_sites.allocate_sites import allocate_sites
from gisapp.services.safe_sites.report_safe_sites import report_safe_sites, the_allocation
from gisapp.services.safe_sites.save_safe_site import change_safe_site, remove_safe_sites
from gisapp.spatial.depth import DepthRaster
from gisapp.storage.hazards import hazards
from gisapp.storage.safe_sites import allocations, safe_sites
from tests.builders import ALONE, EAST, EPSG, NORTH, ORDINARY, SHARING, TWO_ENDS, add_hazard, box, opened
from tests.unit.services.safe_sites.flooding import NEAREST, SCHOOL, WEST, flood, road, site, where
from tests.unit.storage.contents import contents, difference


@pytest.fixture
def db(county: Path) -> Iterator[Database]:
    with opened(county) as db:
        yield db


def test_families_go_to_the_nearest_site_and_whoever_has_an_own_safe_home_goes_there(db: Database) -> None:
    run = flood(db, *WEST)
    site(db, "东社区会堂", 100, 3_600, 3_600)
    found, change = allocate_sites(db, run.id, NEAREST, who="甲")
    assert change.kinds == (Kind.ALLOCATION,)
    assert where(db, found)[TWO_ENDS] == (None, NoSite.OWN_HOME)
    assert {family: place for family, (place, _) in where(db, found).items() if place} == {ALONE: SCHOOL, SHARING: SCHOOL, ORDINARY: SCHOOL}


def test_a_site_inside_the_areas_is_left_out_and_said(db: Database) -> None:
    hall = site(db, "西山村委会", 100, 500, 500)
    run = flood(db, *WEST)
    allocate_sites(db, run.id, NEAREST, who="甲")
    loads = {load.id: load for load in report_safe_sites(db.conn, run.id).sites}
    assert (loads[hall].left_out, loads[hall].people) == (LeftOut.IN_HAZARD, 0)
    assert loads[SCHOOL].left_out is None


def test_the_buffer_of_the_run_counts_for_sites_too(db: Database) -> None:
    hall = site(db, "东社区会堂", 100, 2_050, 500)
    for metres, expected in ((0.0, None), (100.0, LeftOut.IN_HAZARD)):
        run = flood(db, *WEST, buffer_m=metres)
        allocate_sites(db, run.id, NEAREST, who="甲")
        assert {load.id: load.left_out for load in report_safe_sites(db.conn, run.id).sites}[hall] is expected


def test_a_site_that_is_not_in_use_takes_nobody(db: Database) -> None:
    hall = site(db, "东社区会堂", 100, 2_050, 500, is_in_use=False)
    run = flood(db, *WEST)
    allocate_sites(db, run.id, NEAREST, who="甲")
    loads = {load.id: load for load in report_safe_sites(db.conn, run.id).sites}
    assert (loads[hall].left_out, loads[hall].people, loads[hall].is_over) == (LeftOut.NOT_IN_USE, 0, False)


def test_a_site_in_an_area_that_was_not_asked_is_doubtful(db: Database) -> None:
    run = flood(db, *WEST)
    add_hazard(db, box(3_400, 3_400, 200, 200), name="别处滑坡")
    allocate_sites(db, run.id, NEAREST, who="甲")
    [load] = report_safe_sites(db.conn, run.id).sites
    assert (load.doubt, load.left_out, load.people > 0) == (Doubt.OTHER_HAZARD, None, True)


@pytest.mark.parametrize(("depth", "expected"), [(2.0, (LeftOut.IN_HAZARD, None)), (0.1, (None, None)), (np.nan, (None, Doubt.NO_DEPTH))])
def test_water_and_silence_of_a_depth_raster_count_for_sites(db: Database, depth: float, expected: tuple[object, object]) -> None:
    site(db, "西山村委会", 100, 1_900, 1_900)
    depths = np.zeros((40, 40), np.float32)
    depths[20:, :20] = 2.0
    depths[:10, 30:] = depth
    raster = DepthRaster("水深", f"EPSG:{EPSG}", (100.0, 0.0, EAST, 0.0, -100.0, NORTH + 4_000), depths)
    run, _ = find_affected(db, [], who="甲", depths=[DepthHazard(raster, (0.5,))], rule=AffectedRule.NEAREST)
    if expected[0] is None:
        allocate_sites(db, run.id, NEAREST, who="甲")
        loads = {load.id: load for load in report_safe_sites(db.conn, run.id).sites}
        assert (loads[SCHOOL].left_out, loads[SCHOOL].doubt) == expected
    else:
        with pytest.raises(BadRequest, match="都在险区内"):
            allocate_sites(db, run.id, NEAREST, who="甲")


def test_too_little_room_is_said_in_figures_and_family_by_family(db: Database) -> None:
    school = safe_sites.of_ids(db.conn, [SCHOOL])[SCHOOL].facts
    change_safe_site(db, SCHOOL, replace(school, capacity=4), who="甲")
    run = flood(db, *WEST)
    found, change = allocate_sites(db, run.id, AllocationQuestion(), who="甲")
    totals = found.totals
    assert (totals.capacity, totals.to_place, totals.placed_people, totals.no_room_people) == (4, 6, 4, 2)
    assert totals.sentence == "容量 4 人，要安置 6 人：2 人没有地方。"
    assert "2 人没有地方" in change.label
    report = report_safe_sites(db.conn, run.id)
    assert [(family.household, family.people, family.no_site) for family in report.without_place] == [(ORDINARY, 2, NoSite.NO_ROOM)]
    assert report.sentence == "可用避险点 1 个，容量 4 人，要安置 6 人：2 人没有地方。"
    assert not report.over


def test_every_family_of_the_run_is_in_the_figures_once(db: Database) -> None:
    run = flood(db, *WEST)
    for question in (NEAREST, AllocationQuestion(), AllocationQuestion(own_home_too=True)):
        totals = allocate_sites(db, run.id, question, who="甲")[0].totals
        assert totals.families == totals.placed_families + totals.no_room_families + totals.own_home_families + totals.nobody_families
        assert totals.people == totals.placed_people + totals.no_room_people + totals.own_home_people
        assert (totals.families, totals.people) == (run.totals.total.households, run.totals.total.residents)


def test_families_with_an_own_safe_home_are_sent_along_when_asked(db: Database) -> None:
    run = flood(db, *WEST)
    found, _ = allocate_sites(db, run.id, AllocationQuestion(own_home_too=True), who="甲")
    assert where(db, found)[TWO_ENDS] == (SCHOOL, None)


def test_people_count_as_the_run_counted_them(db: Database) -> None:
    homes = allocate_sites(db, flood(db, *WEST).id, AllocationQuestion(own_home_too=True), who="甲")[0]
    asleep = find_affected(db, hazards.all_areas(db.conn), who="甲", counted_at=CountedAt.SLEEPING)[0]
    sleeping = allocate_sites(db, asleep.id, AllocationQuestion(own_home_too=True), who="甲")[0]
    people = [
        {int(one.household): one.people for one in allocations.families(db.conn, int(found.id))}[TWO_ENDS] for found in (homes, sleeping)
    ]
    assert people == [2, 1]


def test_the_most_severe_level_is_placed_first(db: Database) -> None:
    school = safe_sites.of_ids(db.conn, [SCHOOL])[SCHOOL].facts
    change_safe_site(db, SCHOOL, replace(school, capacity=2), who="甲")
    add_hazard(db, box(0, 2_500, 200, 1_000), name="山洪", level="red")
    run = flood(db, 0, 0, 2_000, 400, level="yellow")
    for question in (NEAREST, AllocationQuestion()):
        found, _ = allocate_sites(db, run.id, question, who="甲")
        assert where(db, found)[ORDINARY] == (SCHOOL, None)


def test_the_newest_allocation_is_in_force_and_undo_brings_back_the_one_before(db: Database) -> None:
    run = flood(db, *WEST)
    first, _ = allocate_sites(db, run.id, NEAREST, who="甲")
    before = contents(db.conn)
    second, _ = allocate_sites(db, run.id, AllocationQuestion(), who="甲")
    assert the_allocation(db.conn, run.id).id == second.id
    assert undo(db, who="甲").kinds == (Kind.ALLOCATION,)
    assert difference(before, contents(db.conn)) == {}
    assert the_allocation(db.conn, run.id) == first


def test_undoing_the_run_takes_its_allocation_along(db: Database) -> None:
    add_hazard(db, box(*WEST))
    before = contents(db.conn)
    run = find_affected(db, hazards.all_areas(db.conn), who="甲")[0]
    allocate_sites(db, run.id, NEAREST, who="甲")
    undo(db, who="甲")
    undo(db, who="甲")
    assert difference(before, contents(db.conn)) == {}


def test_the_same_question_gives_the_same_answer_again(db: Database) -> None:
    run = flood(db, *WEST)
    answers = [where(db, allocate_sites(db, run.id, AllocationQuestion(), who="甲")[0]) for _ in range(2)]
    assert answers[0] == answers[1]


def test_a_site_removed_or_made_smaller_afterwards_is_seen_and_never_hidden(db: Database) -> None:
    run = flood(db, *WEST)
    allocate_sites(db, run.id, NEAREST, who="甲")
    school = safe_sites.of_ids(db.conn, [SCHOOL])[SCHOOL].facts
    change_safe_site(db, SCHOOL, replace(school, capacity=5), who="甲")
    [over] = report_safe_sites(db.conn, run.id).over
    assert (over.id, over.people, over.free) == (SCHOOL, 6, -1)
    remove_safe_sites(db, [SCHOOL], who="甲")
    report = report_safe_sites(db.conn, run.id)
    assert {(family.household, family.no_site) for family in report.without_place} == {
        (family, NoSite.CLOSED) for family in (ALONE, SHARING, ORDINARY)
    }
    assert (report.allocated_people, report.without_people, report.capacity) == (0, 6, 0)
    [gone] = report.sites
    assert (gone.name, gone.site, gone.people, gone.is_over) == ("东社区小学", None, 6, True)


def test_without_an_allocation_the_report_still_tells_the_sites(db: Database) -> None:
    report = report_safe_sites(db.conn)
    assert (report.allocation, report.capacity, [load.people for load in report.sites]) == (None, 200, [0])
    assert report.sentence == "可用避险点 1 个，容量 200 人；还没有分配。"
    with pytest.raises(BadRequest, match="还没有分配"):
        the_allocation(db.conn)


def test_what_cannot_be_allocated_is_said(db: Database) -> None:
    with pytest.raises(BadRequest, match="没有可以安置的研判"):
        allocate_sites(db, None, NEAREST, who="甲")
    run = flood(db, 3_900, 3_900, 50, 50)
    with pytest.raises(BadRequest, match="没有要安置的户"):
        allocate_sites(db, run.id, NEAREST, who="甲")
    run = flood(db, *WEST)
    with pytest.raises(BadRequest, match="比例不对"):
        allocate_sites(db, run.id, AllocationQuestion(together_percent=-1), who="甲")
    remove_safe_sites(db, [SCHOOL], who="甲")
    with pytest.raises(BadRequest, match="还没有避险点"):
        allocate_sites(db, run.id, NEAREST, who="甲")


def test_cancelling_writes_nothing(db: Database) -> None:
    run = flood(db, *WEST)
    before = contents(db.conn)
    steps: list[tuple[int, int]] = []
    with pytest.raises(Cancelled):
        allocate_sites(db, run.id, NEAREST, who="甲", progress=lambda *step: steps.append(step), cancelled=lambda: len(steps) >= 2)
    assert difference(before, contents(db.conn)) == {}


def test_very_many_families_are_placed_in_groups_of_neighbours_and_it_is_said(db: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(place_families, "MOST_PAIRS", 2)
    run = flood(db, *WEST)
    road(db, [(100, 100), (3_500, 100), (3_500, 3_500)])
    for way in AllocationWay:
        found, _ = allocate_sites(db, run.id, AllocationQuestion(way), who="甲")
        assert found.totals.groups > 0
        assert found.totals.placed_people == 6
        walked = {int(one.household): one.distance_m for one in allocations.families(db.conn, int(found.id)) if one.site}
        assert walked[ALONE] == pytest.approx(6_800)


def test_a_family_whose_house_has_gone_since_is_listed_as_to_be_seen_to(db: Database) -> None:
    run = flood(db, *WEST)
    set_home_state(db, ORDINARY, HomeRole.ONLY, HomeState.LOST, who="甲", why="冲毁")
    found, _ = allocate_sites(db, run.id, NEAREST, who="甲")
    assert (found.totals.families, found.totals.no_place_families, found.totals.no_place_people) == (4, 1, 2)
    assert where(db, found)[ORDINARY] == (None, NoSite.NO_PLACE)
    assert ORDINARY in {family.household for family in report_safe_sites(db.conn, run.id).without_place}


def test_the_call_list_names_the_allocated_site_and_whoever_has_none(db: Database) -> None:
    school = safe_sites.of_ids(db.conn, [SCHOOL])[SCHOOL].facts
    change_safe_site(db, SCHOOL, replace(school, capacity=4), who="甲")
    road(db, [(100, 100), (3_500, 100), (3_500, 3_500)])
    run = flood(db, *WEST)
    assert {call.site_text for call in run.calls} == {
        "最近：东社区小学（直线 4,808 米）",
        "最近：东社区小学（直线 3,437 米）",
        "最近：东社区小学（直线 3,239 米）",
    }
    allocate_sites(db, run.id, AllocationQuestion(), who="甲")
    calls = {int(call.household): call for call in stored_run(db.conn, run.id).calls}
    assert (calls[ALONE].going, calls[ALONE].safe_site_id) == ("东社区小学（沿路 6,800 米）", SCHOOL)
    assert calls[ORDINARY].going == "没有地方"
    assert calls[TWO_ENDS].going == "去自己的紫云南郡3号楼2单元501"
    assert calls[TWO_ENDS].site_text == ""


def test_the_nearest_site_on_the_call_list_is_open_and_out_of_danger(db: Database) -> None:
    site(db, "险区里的会堂", 100, 500, 500)
    site(db, "关着的会堂", 100, 2_100, 500, is_in_use=False)
    run = flood(db, *WEST)
    assert {call.safe_site for call in run.calls} == {"东社区小学"}
    assert {call.safe_site for call in stored_run(db.conn, run.id).calls} == {"东社区小学"}


def test_people_who_moved_to_a_site_by_the_roll_call_are_counted_there(db: Database) -> None:
    run = flood(db, *WEST)
    allocate_sites(db, run.id, NEAREST, who="甲")
    rows = {int(row.household): row for row in list_roll_call(db.conn, run.id)}
    answers = [Answer(family, RollState.MOVED, rows[family].planned) for family in (ALONE, SHARING)]
    record_roll_call(db, run.id, [*answers, Answer(ORDINARY, RollState.CALLED)], who="甲")
    [load] = report_safe_sites(db.conn, run.id).sites
    assert (load.people, load.arrived) == (6, 4)
