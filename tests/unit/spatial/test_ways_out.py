"""Ways out of danger: examples by hand, and on a lattice the same as searching every crossing by brute force."""

from __future__ import annotations

from heapq import heappop, heappush

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from gisapp.spatial.closed_ground import closed_ground
from gisapp.spatial.road_network import SNAP_M, road_network
from gisapp.spatial.walking import Walk, walks

Place = tuple[float, float]
Line = list[Place]
RED, ORANGE, YELLOW = 0, 1, 2


def way(roads: list[Line], areas: list[tuple[shapely.Geometry, int]], home: Place, place: Place) -> tuple[float, Walk]:
    ground = closed_ground([area for area, _ in areas], [rank for _, rank in areas])
    network = road_network([shapely.LineString(line) for line in roads], ground)
    found = walks(network, np.array([home], float), np.array([place], float))
    return float(found.metres[0, 0]), Walk(found.kinds[0, 0])


STRAIGHT: Line = [(0, 0), (4_000, 0)]
ROUND: Line = [(500, 0), (500, 3_000), (3_500, 3_000), (3_500, 0)]
WATER = shapely.box(1_000, -500, 2_000, 500)


def test_nobody_walks_through_an_area_when_there_is_a_way_round() -> None:
    assert way([STRAIGHT, ROUND], [], (0, 0), (4_000, 0)) == (pytest.approx(4_000), Walk.ROAD)
    assert way([STRAIGHT, ROUND], [(WATER, RED)], (0, 0), (4_000, 0)) == (pytest.approx(10_000), Walk.ROAD)


def test_where_there_is_no_way_round_the_way_through_is_told_as_what_it_is() -> None:
    assert way([STRAIGHT], [(WATER, RED)], (0, 0), (4_000, 0)) == (pytest.approx(4_000), Walk.THROUGH)


def test_whoever_lives_in_the_area_walks_out_by_its_roads() -> None:
    assert way([STRAIGHT], [(WATER, RED)], (1_500, 0), (4_000, 0)) == (pytest.approx(2_500), Walk.ROAD)


def test_and_enters_no_other_one_on_the_way() -> None:
    other = shapely.box(2_500, -500, 3_000, 500)
    assert way([STRAIGHT, ROUND], [(WATER, RED), (other, YELLOW)], (1_500, 0), (4_000, 0)) == (pytest.approx(10_500), Walk.ROAD)
    assert way([STRAIGHT], [(WATER, RED), (other, YELLOW)], (1_500, 0), (4_000, 0)) == (pytest.approx(2_500), Walk.THROUGH)


def test_nor_the_own_one_again() -> None:
    u_shape = shapely.box(1_000, -500, 3_000, 500) - shapely.box(1_400, -200, 2_600, 600)
    assert way([STRAIGHT], [(u_shape, RED)], (1_200, 0), (4_000, 0)) == (pytest.approx(2_800), Walk.THROUGH)
    assert way([STRAIGHT, ROUND], [(u_shape, RED)], (1_200, 0), (4_000, 0)) == (pytest.approx(700 + 9_000 + 500), Walk.ROAD)


def test_one_leaves_the_worst_ground_over_milder_ground_that_joins_it_and_never_the_other_way() -> None:
    ring = shapely.box(500, -900, 3_000, 900) - WATER
    assert way([STRAIGHT], [(WATER, RED), (ring, ORANGE)], (1_500, 0), (4_000, 0)) == (pytest.approx(2_500), Walk.ROAD)
    assert way([STRAIGHT], [(WATER, RED), (ring, ORANGE)], (700, 0), (4_000, 0)) == (pytest.approx(3_300), Walk.THROUGH)
    assert way([STRAIGHT], [(WATER, RED), (ring | WATER, ORANGE)], (700, 0), (0, 0)) == (pytest.approx(700), Walk.ROAD)


def test_ends_cut_off_by_a_narrow_area_are_not_joined_across_it() -> None:
    gap: list[Line] = [[(0, 0), (2_000, 0)], [(2_000 + SNAP_M / 2, 0), (4_000, 0)]]
    stream = shapely.box(2_002, -5_000, 2_005, 5_000)
    assert way(gap, [], (0, 0), (4_000, 0))[1] is Walk.ROAD
    assert way(gap, [(stream, RED)], (0, 0), (4_000, 0))[1] is Walk.THROUGH


def test_a_home_goes_to_another_road_when_the_nearest_lies_beyond_the_water() -> None:
    near: Line = [(0, 300), (4_000, 300)]
    far: Line = [(0, -500), (4_000, -500), (4_000, 300)]
    stream = shapely.box(-100, 100, 3_900, 200)
    assert way([near, far], [(stream, RED)], (1_000, 0), (4_000, 300)) == (pytest.approx(500 + 3_000 + 800), Walk.ROAD)
    assert way([near, far], [], (1_000, 0), (4_000, 300)) == (pytest.approx(3_300), Walk.ROAD)


def test_a_place_just_across_the_water_is_not_near() -> None:
    stream = shapely.box(-100, 20, 4_000, 60)
    side: Line = [(0, -900), (0, 900)]
    assert way([side], [], (1_000, 0), (1_000, 80))[1] is Walk.NEAR
    assert way([side], [(stream, RED)], (1_000, 0), (1_000, 80)) == (pytest.approx(80), Walk.THROUGH)


def test_ways_through_danger_come_after_all_others_and_before_those_nobody_knows() -> None:
    network = road_network([shapely.LineString(STRAIGHT)], closed_ground([WATER], [RED]))
    found = walks(network, np.array([(0.0, 0.0), (3_000.0, 0.0)]), np.array([(500.0, 0.0), (4_000.0, 0.0), (5_000.0, 5_000.0)]))
    assert found.resort.tolist() == [[0, 1, 2], [1, 0, 2]]


STEP_M, STEPS = 200.0, 7
nodes = st.tuples(st.integers(0, STEPS), st.integers(0, STEPS))
corners = st.integers(0, STEPS).map(lambda at: at * STEP_M + 70.0)
areas = st.tuples(corners, corners, st.integers(100, 700), st.integers(100, 700), st.integers(RED, YELLOW))


def searched(boxes: list[tuple[shapely.Geometry, int]], home: tuple[int, int]) -> dict[tuple[int, int], float]:
    """Metres to every crossing by trying every block; a block is open when, metre by metre, the danger over it is never a new one."""
    unions = [shapely.union_all([box for box, rank in boxes if rank <= worst]) for worst in (RED, ORANGE, YELLOW)]
    parts = [part for union in unions for part in shapely.get_parts(union)]

    def is_open(begin: tuple[int, int], to: tuple[int, int]) -> bool:
        share = np.linspace(0, 1, int(STEP_M) // 5 + 1)[:, None]
        xy = (np.array(begin) * (1 - share) + np.array(to) * share) * STEP_M
        inside = [shapely.contains_xy(part, xy) for part in parts]
        return not any((~was[:-1] & was[1:]).any() for was in inside)

    done: dict[tuple[int, int], float] = {}
    waiting = [(0.0, home)]
    while waiting:
        metres, at = heappop(waiting)
        if at in done:
            continue
        done[at] = metres
        for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1)):
            to = (at[0] + dx, at[1] + dy)
            if min(to) >= 0 and max(to) <= STEPS and to not in done and is_open(at, to):
                heappush(waiting, (metres + STEP_M, to))
    return done


@settings(deadline=None, max_examples=60)
@given(st.lists(areas, min_size=1, max_size=6), st.lists(nodes, min_size=1, max_size=3), st.lists(nodes, min_size=1, max_size=4))
def test_on_a_lattice_the_way_out_is_the_one_brute_force_finds(
    drawn: list[tuple[float, float, int, int, int]], homes: list[tuple[int, int]], places: list[tuple[int, int]]
) -> None:
    size = STEP_M * STEPS
    lattice = [shapely.LineString([(0, STEP_M * n), (size, STEP_M * n)]) for n in range(STEPS + 1)]
    lattice += [shapely.LineString([(STEP_M * n, 0), (STEP_M * n, size)]) for n in range(STEPS + 1)]
    boxes = [(shapely.box(x - 31, y - 31, x + wide + 0.5, y + high + 0.5), rank) for x, y, wide, high, rank in drawn]
    network = road_network(lattice, closed_ground([box for box, _ in boxes], [rank for _, rank in boxes]))
    found = walks(network, np.array(homes, float) * STEP_M, np.array(places, float) * STEP_M)
    for number, home in enumerate(homes):
        by_hand = searched(boxes, home)
        for other, place in enumerate(places):
            metres, kind = found.metres[number, other], Walk(found.kinds[number, other])
            if home == place:
                assert metres == 0
            elif place in by_hand:
                assert (metres, kind) == (pytest.approx(by_hand[place]), Walk.ROAD)
            else:
                assert kind is Walk.THROUGH
