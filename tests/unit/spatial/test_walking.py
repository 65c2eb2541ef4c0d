"""Walking along drawn roads: distances known by hand, and on a lattice by counting blocks."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from gisapp.spatial.road_network import SNAP_M, RoadNetwork, road_network
from gisapp.spatial.walking import FARTHEST_FROM_ROAD_M, Walk, Walks, walks

Place = tuple[float, float]


def roads(*lines: list[Place]) -> RoadNetwork | None:
    return road_network([shapely.LineString(line) for line in lines])


def walked(network: RoadNetwork | None, homes: list[Place], places: list[Place]) -> Walks:
    return walks(network, np.array(homes, float).reshape(-1, 2), np.array(places, float).reshape(-1, 2))


def one(network: RoadNetwork | None, home: Place, place: Place) -> tuple[float, Walk]:
    found = walked(network, [home], [place])
    return float(found.metres[0, 0]), Walk(found.kinds[0, 0])


BEND = ([(0.0, 0.0), (3_000.0, 0.0), (3_000.0, 4_000.0)],)


def test_the_way_goes_round_the_bend() -> None:
    assert one(roads(*BEND), (0, 0), (3_000, 4_000)) == (pytest.approx(7_000), Walk.ROAD)


def test_the_ways_to_and_from_the_road_are_walked_too() -> None:
    assert one(roads(*BEND), (500, 80), (3_050, 1_000)) == (pytest.approx(80 + 2_500 + 1_000 + 50), Walk.ROAD)


def test_home_and_place_on_one_stretch_do_not_go_to_its_ends() -> None:
    assert one(roads(*BEND), (1_000, 0), (1_700, 0)) == (pytest.approx(700), Walk.ROAD)


def test_whoever_is_nearer_to_the_place_than_both_are_to_the_road_goes_straight() -> None:
    assert one(roads(*BEND), (1_000, 300), (1_100, 300)) == (pytest.approx(100), Walk.NEAR)


def test_without_roads_everything_is_straight() -> None:
    assert one(None, (0, 0), (3_000, 4_000)) == (pytest.approx(5_000), Walk.NO_ROADS)
    assert road_network([]) is None
    assert road_network([shapely.LineString(), shapely.LineString([(1, 1), (1, 1)])]) is None


def test_a_home_far_from_every_road_goes_straight() -> None:
    off = FARTHEST_FROM_ROAD_M + 1
    assert one(roads(*BEND), (0, off), (3_000, 4_000))[1] is Walk.OFF_ROAD
    assert one(roads(*BEND), (0, FARTHEST_FROM_ROAD_M - 1), (3_000, 4_000))[1] is Walk.ROAD


def test_roads_that_cross_are_joined_though_nobody_drew_a_corner_there() -> None:
    cross = roads([(0, 500), (1_000, 500)], [(500, 0), (500, 1_000)])
    assert one(cross, (0, 500), (500, 1_000)) == (pytest.approx(1_000), Walk.ROAD)


def test_an_end_near_another_road_joins_it_and_the_gap_is_walked() -> None:
    gap = SNAP_M - 5
    met = roads([(0, 0), (2_000, 0)], [(1_000, gap), (1_000, 2_000)])
    assert one(met, (0, 0), (1_000, 2_000)) == (pytest.approx(3_000), Walk.ROAD)


def test_an_end_too_far_from_the_other_road_is_not_joined() -> None:
    gap = SNAP_M + 5
    apart = roads([(0, 0), (2_000, 0)], [(1_000, gap), (1_000, 2_000)])
    assert one(apart, (0, 0), (1_000, 2_000)) == (pytest.approx(np.hypot(1_000, 2_000)), Walk.NOT_JOINED)


def test_two_roads_that_end_in_one_point_beside_a_third_are_joined_to_it() -> None:
    met = roads([(0, 0), (2_000, 0)], [(1_000, 6), (0, 2_000)], [(1_000, 6), (2_000, 2_000)])
    assert one(met, (0, 0), (0, 2_000))[1] is Walk.ROAD


def test_a_place_without_a_road_to_it_is_the_last_resort_of_whoever_has_another() -> None:
    apart = roads([(0, 0), (2_000, 0)], [(0, 300), (2_000, 300)])
    found = walked(apart, [(0, 0), (9_000, 9_000)], [(100, 300), (2_000, 0)])
    assert found.resort.tolist() == [[2, 0], [0, 0]]


def test_a_scrap_of_road_that_leads_nowhere_keeps_nobody_from_the_real_one() -> None:
    scrap = roads(*BEND, [(1_000, 150), (1_200, 150)])
    assert one(scrap, (1_100, 160), (3_000, 1_000)) == (pytest.approx(160 + 1_900 + 1_000), Walk.ROAD)


def test_a_road_drawn_twice_is_one_road() -> None:
    assert one(roads(*BEND, *BEND), (0, 0), (3_000, 4_000)) == (pytest.approx(7_000), Walk.ROAD)


def test_several_parts_of_one_road_count_each() -> None:
    both = road_network([shapely.MultiLineString([[(0, 0), (1_000, 0)], [(1_000, 0), (1_000, 1_000)]])])
    assert one(both, (0, 0), (1_000, 1_000)) == (pytest.approx(2_000), Walk.ROAD)


BLOCK_M, BLOCKS = 200.0, 6
crossings = st.tuples(st.integers(0, BLOCKS), st.integers(0, BLOCKS))


@settings(deadline=None)
@given(st.lists(crossings, min_size=1, max_size=5), st.lists(crossings, min_size=1, max_size=5))
def test_on_a_lattice_the_way_is_as_many_blocks_as_one_counts(homes: list[tuple[int, int]], places: list[tuple[int, int]]) -> None:
    size = BLOCK_M * BLOCKS
    lattice = roads(
        *([(0, BLOCK_M * n), (size, BLOCK_M * n)] for n in range(BLOCKS + 1)),
        *([(BLOCK_M * n, 0), (BLOCK_M * n, size)] for n in range(BLOCKS + 1)),
    )
    at = [(BLOCK_M * x, BLOCK_M * y) for x, y in homes], [(BLOCK_M * x, BLOCK_M * y) for x, y in places]
    counted = [[BLOCK_M * (abs(a - c) + abs(b - d)) for c, d in places] for a, b in homes]
    assert np.allclose(walked(lattice, *at).metres, counted, atol=1e-3)


@settings(deadline=None)
@given(st.integers(0, 2**32 - 1))
def test_a_way_along_roads_is_never_shorter_than_the_straight_one(seed: int) -> None:
    rng = np.random.default_rng(seed)
    lines = [shapely.LineString(rng.uniform(0, 5_000, (4, 2))) for _ in range(4)]
    homes, places = rng.uniform(-500, 5_500, (6, 2)), rng.uniform(-500, 5_500, (3, 2))
    straight = np.hypot(*(homes[:, None] - places[None]).transpose(2, 0, 1))
    assert (walks(road_network(lines), homes, places).metres >= straight - 1e-6).all()
