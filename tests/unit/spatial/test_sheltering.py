"""Families into sites: never over the room, never worse than nearest-first, exact where everything can be tried."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gisapp.errors import Cancelled
from gisapp.spatial import least_walking as solver
from gisapp.spatial.beside import beside
from gisapp.spatial.least_walking import least_walking
from gisapp.spatial.packets import packed, packets, unpacked
from gisapp.spatial.sheltering import NOWHERE, Sheltering, Worth, go_on_always, loads, nearest_first, worth
from gisapp.spatial.swapping import improved
from gisapp.spatial.together import split_villages, together
from gisapp.spatial.whole_families import solve


def problem(
    people: list[int], cost: list[list[float]], room: list[int], *, rank: list[int] | None = None, village: list[int] | None = None
) -> Sheltering:
    count = len(people)
    return Sheltering(
        np.array(people, np.int64), np.array(rank or [0] * count, np.int64), np.array(cost, float).reshape(count, len(room)),
        np.array(room, np.int64), np.array(village or [0] * count, np.int64), np.zeros((count, 2)),
    )  # fmt: skip


def by_trying_everything(asked: Sheltering) -> Worth:
    """The least worth over all ways to place the families."""
    best = Worth(1 << 40, 0.0)
    for choice in product(range(-1, len(asked.room)), repeat=len(asked.people)):
        site = np.array(choice, np.int64)
        if (loads(asked, site) <= asked.room).all():
            best = min(best, worth(asked, site))
    return best


@st.composite
def small(draw: st.DrawFn) -> Sheltering:
    families, sites = draw(st.integers(0, 5)), draw(st.integers(1, 3))
    whole = st.integers(0, 30)
    people = draw(st.lists(st.integers(1, 6), min_size=families, max_size=families))
    cost = draw(st.lists(st.lists(whole, min_size=sites, max_size=sites), min_size=families, max_size=families))
    room = draw(st.lists(st.integers(0, 10), min_size=sites, max_size=sites))
    rank = draw(st.lists(st.integers(0, 3), min_size=families, max_size=families))
    return problem(people, [[float(metres) for metres in row] for row in cost], room, rank=rank)


@st.composite
def large(draw: st.DrawFn) -> Sheltering:
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    families, sites = draw(st.integers(60, 250)), draw(st.integers(2, 12))
    homes, places = rng.uniform(0, 9_000, (families, 2)), rng.uniform(0, 9_000, (sites, 2))
    people = rng.integers(1, 9, families)
    room = rng.integers(0, max(int(2.2 * people.sum() / sites), 2), sites)
    cost = np.hypot(*(homes[:, None] - places[None]).transpose(2, 0, 1))
    village = (homes[:, 0] // 3_000).astype(np.int64) * 10 + (homes[:, 1] // 3_000).astype(np.int64)
    return Sheltering(people, rng.integers(0, 3, families), cost, room, village, homes)


def is_lawful(asked: Sheltering, site: np.ndarray) -> bool:
    return len(site) == len(asked.people) and bool((loads(asked, site) <= asked.room).all())


@settings(deadline=None)
@given(small())
def test_few_families_are_placed_as_well_as_can_be(asked: Sheltering) -> None:
    site = least_walking(asked)
    best = by_trying_everything(asked)
    assert is_lawful(asked, site)
    assert worth(asked, site).unplaced == best.unplaced
    assert worth(asked, site).metres == pytest.approx(best.metres)


@settings(deadline=None, max_examples=25)
@given(large())
def test_many_families_are_never_placed_worse_than_nearest_first(asked: Sheltering) -> None:
    plain, site = nearest_first(asked), least_walking(asked)
    assert is_lawful(asked, plain)
    assert is_lawful(asked, site)
    assert worth(asked, site) <= worth(asked, plain)


@settings(deadline=None, max_examples=25)
@given(large())
def test_nobody_stays_without_a_place_while_a_site_has_room_for_the_family(asked: Sheltering) -> None:
    for site in (nearest_first(asked), least_walking(asked)):
        free = asked.room - loads(asked, site)
        left = asked.people[site == NOWHERE]
        assert not len(left) or free.max() < left.min()


@settings(deadline=None, max_examples=25)
@given(large())
def test_swapping_never_makes_it_worse(asked: Sheltering) -> None:
    plain = nearest_first(asked)
    better = improved(asked, plain)
    assert is_lawful(asked, better)
    assert worth(asked, better) <= worth(asked, plain)


@settings(deadline=None, max_examples=25)
@given(large(), st.integers(0, 30))
def test_villages_are_brought_together_within_what_all_may_walk(asked: Sheltering, percent: int) -> None:
    site = least_walking(asked)
    most = worth(asked, site).metres * (1 + percent / 100)
    kept = together(asked, site, most)
    assert is_lawful(asked, kept)
    assert ((kept == NOWHERE) == (site == NOWHERE)).all()
    assert worth(asked, kept).metres <= most + 1e-6
    assert split_villages(asked, kept).split <= split_villages(asked, site).split


@settings(deadline=None, max_examples=25)
@given(large(), st.integers(10, 80))
def test_packets_of_neighbours_keep_the_room_and_everybody(asked: Sheltering, most: int) -> None:
    packet = packets(asked.people, asked.rank, asked.village, asked.xy, most=most)
    people, rank, village, middle = packed(asked.people, packet, asked.rank, asked.village, asked.xy)
    assert people.sum() == asked.people.sum()
    assert (rank[packet] == asked.rank).all()
    assert (village[packet] == asked.village).all()
    cost = np.hypot(*(middle[:, None] - asked.xy[None, : len(asked.room)]).transpose(2, 0, 1))
    grouped = Sheltering(people, rank, cost, asked.room, village, middle)
    site = unpacked(grouped, packet, asked.people, least_walking(grouped))
    assert is_lawful(asked, site)
    free, left = asked.room - loads(asked, site), asked.people[site == NOWHERE]
    assert not len(left) or free.max() < left.min()


def test_nearest_first_takes_the_nearest_pair_first() -> None:
    asked = problem([2, 2], [[5, 9], [1, 9]], [2, 2])
    assert nearest_first(asked).tolist() == [1, 0]


def test_who_would_suffer_most_from_the_other_site_keeps_the_near_one() -> None:
    asked = problem([2, 2], [[5, 100], [1, 9]], [2, 2])
    assert nearest_first(asked).tolist() == [1, 0]
    assert least_walking(asked).tolist() == [0, 1]


def test_a_family_is_never_split_even_where_the_people_would_fit() -> None:
    asked = problem([3, 3], [[1, 2], [1, 2]], [4, 2])
    site = least_walking(asked)
    assert sorted(site.tolist()) == [NOWHERE, 0]


def test_the_most_urgent_are_placed_first_when_room_is_short() -> None:
    asked = problem([4, 4], [[1], [50]], [4], rank=[2, 0])
    assert nearest_first(asked).tolist() == [NOWHERE, 0]
    assert least_walking(asked).tolist() == [NOWHERE, 0]


def test_two_small_families_go_before_one_that_leaves_a_gap() -> None:
    asked = problem([3, 2, 2], [[1], [5], [6]], [4])
    assert nearest_first(asked).tolist() == [0, NOWHERE, NOWHERE]
    assert least_walking(asked).tolist() == [NOWHERE, 0, 0]


def test_a_village_is_gathered_at_one_site_when_it_costs_little() -> None:
    asked = problem([2, 2, 2], [[10, 11], [10, 11], [12, 11]], [9, 9], village=[7, 7, 7])
    site = least_walking(asked)
    assert split_villages(asked, site).split == 1
    kept = together(asked, site, worth(asked, site).metres * 1.05)
    assert split_villages(asked, kept).split == 0


def test_two_villages_change_places_where_no_site_has_room() -> None:
    cost = [[10.0, 10.1], [10.0, 10.1], [10.1, 10.0], [10.1, 10.0]]
    asked = problem([2, 2, 2, 2], cost, [4, 4], village=[1, 2, 1, 2])
    site = np.array([0, 0, 1, 1])
    kept = together(asked, site, worth(asked, site).metres * 1.05)
    assert split_villages(asked, kept).split == 0
    assert is_lawful(asked, kept)


def test_a_village_larger_than_any_site_is_said_to_be_so() -> None:
    asked = problem([5, 5], [[1, 2], [1, 2]], [6, 6], village=[1, 1])
    found = split_villages(asked, least_walking(asked))
    assert (found.villages, found.split, found.too_large) == (1, 1, 1)


def test_the_same_question_has_the_same_answer() -> None:
    rng = np.random.default_rng(5)
    cost = rng.uniform(0, 9_000, (300, 7))
    asked = Sheltering(
        rng.integers(1, 7, 300), np.zeros(300, np.int64), cost, np.full(7, 200), rng.integers(0, 9, 300), rng.uniform(0, 9_000, (300, 2))
    )
    assert least_walking(asked).tolist() == least_walking(asked).tolist()


def test_whoever_wants_to_stop_is_asked_between_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(solver, "MOST_EXACT", 0)
    asked: list[int] = []
    least_walking(problem([1], [[1.0]], [5]), go_on=lambda: asked.append(1))
    assert asked


def test_a_solver_is_not_waited_for_once_nobody_wants_to_go_on() -> None:
    """Counted in questions asked, not in seconds: the solver alone would take some hundred of them."""
    rng = np.random.default_rng(0)
    asked = problem(
        rng.integers(1, 9, 140).tolist(), rng.uniform(100, 9_000, (140, 10)).tolist(), rng.integers(20, 60, 10).tolist(),
        rank=rng.integers(0, 4, 140).tolist(),
    )  # fmt: skip
    times = 0

    def go_on() -> None:
        nonlocal times
        times += 1
        if times == 3:
            raise Cancelled("停")

    with pytest.raises(Cancelled):
        solve(asked, most_unplaced=10**6, most_nodes=150, go_on=go_on)
    assert times == 3


def test_what_goes_wrong_beside_is_heard() -> None:
    def job() -> int:
        raise ZeroDivisionError

    assert beside(lambda: 7, go_on_always) == 7
    with pytest.raises(ZeroDivisionError):
        beside(job, go_on_always)
