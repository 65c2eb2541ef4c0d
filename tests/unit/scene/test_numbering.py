"""Numbers on a map: every place has one, the labels hold each once, none lies over another or over a mark."""

from __future__ import annotations

from itertools import combinations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from gisapp.scene.numbering import NumberLabel, number_places
from gisapp.scene.sheet_parts import sheet_parts

SIZE = (560.0, 640.0)


def size_of(text: str) -> tuple[float, float]:
    return 6.0 * len(text) + 6, 13.0


def numbers_of(label: NumberLabel) -> list[int]:
    first, _, last = label.text.partition("–")
    return list(range(int(first), int(last or first) + 1))


def overlap(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return (
        one[0] < other[0] + other[2] - 1e-6
        and other[0] < one[0] + one[2] - 1e-6
        and one[1] < other[1] + other[3] - 1e-6
        and other[1] < one[1] + one[3] - 1e-6
    )


places = st.lists(st.tuples(st.floats(40, 520), st.floats(40, 600)), min_size=1, max_size=60)


@settings(deadline=None)
@given(places, st.integers(1, 4), st.integers(0, 500))
def test_every_place_has_a_number_and_the_labels_hold_each_once(points: list[tuple[float, float]], grids: int, before: int) -> None:
    groups = sorted(at % grids for at in range(len(points)))
    found = number_places(np.array(points), groups, size_px=SIZE, size_of=size_of, before=before)
    assert sorted(found.numbers) == list(range(before + 1, before + len(points) + 1))
    assert [number for label in found.labels for number in numbers_of(label)] == list(range(before + 1, before + len(points) + 1))
    by_group: dict[int, list[int]] = {}
    for number, group in zip(found.numbers, groups, strict=True):
        by_group.setdefault(group, []).append(number)
    spans = sorted((min(numbers), max(numbers)) for numbers in by_group.values())
    assert all(one[1] < other[0] for one, other in zip(spans, spans[1:], strict=False))


@settings(deadline=None)
@given(places)
def test_no_label_lies_over_another_or_leaves_the_map(points: list[tuple[float, float]]) -> None:
    found = number_places(np.array(points), [0] * len(points), size_px=SIZE, size_of=size_of)
    for one, other in combinations(found.labels, 2):
        assert not overlap(one.box, other.box)
    for label in found.labels:
        assert label.box[0] >= 0
        assert label.box[1] >= 0
        assert label.box[0] + label.box[2] <= SIZE[0] + 4
        assert label.box[1] + label.box[3] <= SIZE[1] + 4


def test_a_crowd_shares_labels_until_each_has_room() -> None:
    points = np.random.default_rng(7).uniform(250, 330, (200, 2))
    found = number_places(points, [0] * len(points), size_px=SIZE, size_of=size_of)
    assert 5 < len(found.labels) < 100
    assert [number for label in found.labels for number in numbers_of(label)] == list(range(1, 201))
    assert not any(overlap(one.box, other.box) for one, other in combinations(found.labels, 2))


def test_flats_of_one_building_share_a_label() -> None:
    points = np.array([(100.0, 100.0)] * 30 + [(300.0, 300.0)])
    found = number_places(points, [0] * 31, size_px=SIZE, size_of=size_of)
    assert [label.text for label in found.labels] == ["1–30", "31"]


def test_what_must_stay_free_stays_free() -> None:
    taken = (0.0, 0.0, 250.0, 250.0)
    found = number_places(np.array([(200.0, 200.0)]), [0], size_px=SIZE, size_of=size_of, taken=[taken])
    assert not overlap(found.labels[0].box, taken)


@settings(deadline=None)
@given(
    st.lists(st.tuples(st.floats(-1e4, 1e4), st.floats(-1e4, 1e4), st.integers(0, 5), st.integers(1, 4)), min_size=1, max_size=80),
    st.integers(4, 30),
)
def test_parts_hold_every_place_once_and_fit_a_sheet(rows: list[tuple[float, float, int, int]], most: int) -> None:
    xy = np.array([row[:2] for row in rows])
    groups, lines = [row[2] for row in rows], [row[3] for row in rows]
    parts = sheet_parts(xy, groups, lines, most=most)
    assert sorted(place for part in parts for place in part) == list(range(len(rows)))
    assert all(sum(lines[place] for place in part) <= most for part in parts)
    for group in set(groups):
        own = [place for place, its in enumerate(groups) if its == group]
        if sum(lines[place] for place in own) <= most:
            assert sum(any(place in part for place in own) for part in parts) == 1
