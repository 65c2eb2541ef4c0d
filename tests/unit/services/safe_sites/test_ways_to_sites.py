"""How far families walk and over what: along roads out of the danger, round it, or through it and told so; who needs a car."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from sqlite_utils import Database

from gisapp.domain.safe_site import AllocationQuestion, AllocationWay, WalkBasis
from gisapp.errors import BadRequest
from gisapp.export.stored_run import stored_run
from gisapp.services.runs.find_affected import find_affected
from gisapp.services.safe_sites import place_families
from gisapp.services.safe_sites.allocate_sites import allocate_sites
from gisapp.services.safe_sites.report_safe_sites import report_safe_sites
from gisapp.services.safe_sites.save_safe_site import change_safe_site
from gisapp.spatial.sheltering import Sheltering, worth
from gisapp.spatial.walking import Walk, Walks
from gisapp.storage.hazards import hazards
from gisapp.storage.safe_sites import allocations, safe_sites
from tests.builders import ALONE, ORDINARY, SHARING, add_hazard, box, opened
from tests.unit.services.safe_sites.flooding import NEAREST, SCHOOL, WEST, flood, road, site, where


@pytest.fixture
def db(county: Path) -> Iterator[Database]:
    with opened(county) as db:
        yield db


def test_along_roads_where_there_are_any_and_straight_where_not(db: Database) -> None:
    run = flood(db, *WEST)
    found, _ = allocate_sites(db, run.id, NEAREST, who="甲")
    assert {one.basis for one in allocations.families(db.conn, int(found.id)) if one.site} == {WalkBasis.NO_ROADS}
    assert found.totals.straight == 3
    road(db, [(100, 100), (3_500, 100), (3_500, 3_500)])
    found, _ = allocate_sites(db, run.id, NEAREST, who="甲")
    walked = {int(one.household): (one.distance_m, one.basis) for one in allocations.families(db.conn, int(found.id)) if one.site}
    assert walked[ALONE] == (pytest.approx(3_400 + 3_400), WalkBasis.ROAD)
    assert walked[ORDINARY][1] is WalkBasis.OFF_ROAD
    assert found.totals.straight == 1


def test_a_site_across_the_river_comes_after_one_with_a_road_to_it(db: Database) -> None:
    across = site(db, "对岸", 100, 2_200, 400)
    road(db, [(100, 100), (3_500, 100), (3_500, 3_500)], [(2_100, 400), (2_300, 400), (2_300, 1_500)])
    run = flood(db, 0, 0, 2_000, 400)
    for question in (NEAREST, AllocationQuestion()):
        found, _ = allocate_sites(db, run.id, question, who="甲")
        assert {place for place, _ in where(db, found).values()} == {SCHOOL}
    school = safe_sites.of_ids(db.conn, [SCHOOL])[SCHOOL].facts
    change_safe_site(db, SCHOOL, replace(school, capacity=3), who="甲")
    found, _ = allocate_sites(db, run.id, NEAREST, who="甲")
    assert {place for place, _ in where(db, found).values()} == {SCHOOL, across}
    assert WalkBasis.NOT_JOINED in {one.basis for one in allocations.families(db.conn, int(found.id))}


def test_a_way_through_other_danger_is_told_per_family_site_and_in_all(db: Database) -> None:
    road(db, [(100, 100), (3_500, 100), (3_500, 3_500)])
    run = flood(db, *WEST)
    found, _ = allocate_sites(db, run.id, NEAREST, who="甲")
    assert (found.totals.through, found.totals.straight) == (0, 1)
    add_hazard(db, box(2_500, 0, 200, 1_000), name="泥石流沟", level="yellow")
    both, _ = find_affected(db, hazards.all_areas(db.conn), who="甲")
    found, _ = allocate_sites(db, both.id, NEAREST, who="甲")
    walked = {int(one.household): (one.distance_m, one.basis) for one in allocations.families(db.conn, int(found.id)) if one.site}
    assert walked[ALONE] == (pytest.approx(6_800), WalkBasis.THROUGH)
    through, straight = (sum(basis is kind for _, basis in walked.values()) for kind in (WalkBasis.THROUGH, WalkBasis.OFF_ROAD))
    assert through
    assert straight
    [load] = report_safe_sites(db.conn, both.id).sites
    assert (found.totals.through, found.totals.straight) == (load.through, load.straight) == (through, straight)
    assert load.unsafe_ways == f"{through} 户没有绕开险区的路，{straight} 户没有相通的道路（按直线距离计），请派人带路或派车。"
    assert [call.going for call in stored_run(db.conn, both.id).calls if call.household == ALONE] == ["东社区小学（6,800 米，要穿过险区）"]


def test_a_site_one_can_reach_out_of_the_water_comes_before_a_nearer_one_beyond_it(db: Database) -> None:
    dry = site(db, "高坡小学", 100, 100, 2_500)
    road(db, [(100, 2_500), (100, 100), (1_500, 100), (1_500, 3_500)])
    run = flood(db, 0, 0, 1_000, 1_000)
    nearer = site(db, "对岸会堂", 100, 1_500, 400)
    assert {place for place, _ in where(db, allocate_sites(db, run.id, NEAREST, who="甲")[0]).values() if place} == {nearer}
    add_hazard(db, box(1_200, 0, 100, 300), name="泥石流沟", level="yellow")
    both, _ = find_affected(db, hazards.all_areas(db.conn), who="甲")
    for question in (NEAREST, AllocationQuestion()):
        found, _ = allocate_sites(db, both.id, question, who="甲")
        assert {place for place, _ in where(db, found).values() if place} == {dry}
        assert found.totals.through == 0


@pytest.mark.parametrize("seed", range(12))
def test_ways_round_the_danger_never_make_all_walk_farther_than_nearest_first(seed: int) -> None:
    rng = np.random.default_rng(seed)
    families, sites = 60, 5
    walked = Walks(rng.uniform(100, 9_000, (families, sites)), rng.choice([Walk.ROAD, Walk.THROUGH, Walk.OFF_ROAD], (families, sites)))
    people = rng.integers(1, 7, families)
    nothing = np.zeros(families, np.int64)
    room = np.full(sites, people.sum() // sites + 4)
    village, xy = rng.integers(0, 6, families), rng.uniform(0, 9_000, (families, 2))
    problem = Sheltering(people, nothing, place_families.cost(walked.metres, walked.resort, 1.0), room, village, xy)
    bare = replace(problem, cost=walked.metres)
    plain, best = (
        worth(bare, place_families.spread(problem, AllocationQuestion(way), metres=walked.metres, unwanted=walked.resort))
        for way in AllocationWay
    )
    assert best <= plain


def test_who_would_walk_farther_than_allowed_is_listed_as_needing_a_car(db: Database) -> None:
    road(db, [(100, 100), (3_500, 100), (3_500, 3_500)])
    run = flood(db, *WEST)
    found, _ = allocate_sites(db, run.id, AllocationQuestion(most_walk_m=5_000.0), who="甲")
    far = {int(one.household): one.people for one in allocations.families(db.conn, int(found.id)) if one.is_too_far}
    assert far.keys() == {ALONE, SHARING}
    assert (found.totals.too_far_families, found.totals.too_far_people) == (2, sum(far.values()))
    assert [call.going for call in stored_run(db.conn, run.id).calls if call.household == ALONE] == [
        "东社区小学（沿路 6,800 米），走不到，要派车"
    ]
    assert found.question.sentence.endswith("步行超过 5,000 米的户算走不到，要派车。")
    assert allocate_sites(db, run.id, AllocationQuestion(), who="甲")[0].totals.too_far_families == 0


def test_a_site_within_reach_comes_before_a_nearer_fit_beyond_it(db: Database) -> None:
    run = flood(db, *WEST)
    near = site(db, "近处会堂", 100, 2_050, 500)
    found, _ = allocate_sites(db, run.id, AllocationQuestion(AllocationWay.NEAREST, most_walk_m=2_200.0), who="甲")
    assert where(db, found)[ALONE] == (near, None)
    assert found.totals.too_far_families == sum((one.distance_m or 0) > 2_200 for one in allocations.families(db.conn, int(found.id)))


@pytest.mark.parametrize("metres", [0.0, -1.0, 1e9])
def test_a_walk_nobody_can_mean_is_refused(db: Database, metres: float) -> None:
    run = flood(db, *WEST)
    with pytest.raises(BadRequest, match="最远步行距离不对"):
        allocate_sites(db, run.id, AllocationQuestion(most_walk_m=metres), who="甲")
