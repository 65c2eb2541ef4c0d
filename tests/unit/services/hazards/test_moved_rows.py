"""Rows asked many at once are each what they would be alone, in their order, however they fall into groups."""

from __future__ import annotations

import numpy as np
import pytest
import shapely

from gisapp.errors import Cancelled
from gisapp.readers.area_rows import AreaRow
from gisapp.services.hazards import moved_rows as rows_moved
from gisapp.services.hazards.large_shapes import LARGE, large_shapes
from gisapp.services.hazards.moved_rows import MovedRow, moved_rows
from gisapp.services.hazards.save_hazard import shape_keys
from gisapp.spatial.border import Border
from tests.builders import box

HOME = box(0, 0, 10_000, 10_000)
BOW = shapely.Polygon([(0, 0), (90, 90), (90, 0), (0, 90)])
OFF = shapely.Polygon([(0, 0), (np.inf, 0), (1, 1)])
BOTH = shapely.GeometryCollection([box(0, 0, 5, 5), shapely.Point(0, 0)])
ROUND = shapely.Point(5e5, 3.64e6).buffer(500, quad_segs=LARGE // 4 + 1)
KINDS = (box(10, 10, 50, 50), BOW, OFF, BOTH, ROUND, shapely.MultiPolygon([box(0, 0, 5, 5)]), box(20_000, 0, 9, 9))


def as_rows(shapes: list[shapely.Geometry]) -> list[AreaRow]:
    return [AreaRow("面", number, (), shape) for number, shape in enumerate(shapes, 1)]


def found(shapes: list[shapely.Geometry]) -> list[MovedRow]:
    with large_shapes() as mending:
        return list(moved_rows(as_rows(shapes), lambda xy: xy + 1, Border(HOME), mending))


def test_only_whole_polygons_of_a_usual_size_are_sound() -> None:
    assert [one.is_sound for one in found(list(KINDS))] == [True, False, False, False, False, True, True]
    assert [one.is_finite for one in found(list(KINDS))] == [True, True, False, True, True, True, True]
    assert found([shapely.Polygon([(0, 0), (1e-3, 0), (1e-3, 1e-3)])])[0].is_sound is False


@pytest.mark.parametrize("most", [1, 2, 3, 500])
def test_groups_change_nothing(most: int, monkeypatch: pytest.MonkeyPatch) -> None:
    shapes = [*KINDS, *KINDS]
    one_by_one = [found([shape])[0] for shape in shapes]
    monkeypatch.setattr(rows_moved, "MOST_ROWS", most)
    together = found(shapes)
    assert [one.row.number for one in together] == list(range(1, len(shapes) + 1))
    for alone, one in zip(one_by_one, together, strict=True):
        assert (alone.is_finite, alone.is_sound, alone.away_m, alone.key) == (one.is_finite, one.is_sound, one.away_m, one.key)
        assert alone.shape.wkb == one.shape.wkb == shapely.transform(alone.row.geometry, lambda xy: xy + 1).wkb


def test_a_sound_shape_brings_its_distance_and_its_key() -> None:
    near, far = found([box(10, 10, 50, 50), box(20_000, 0, 9, 9)])
    assert (near.away_m, far.away_m) == (0, HOME.distance(far.shape))
    assert far.away_m > 9_000
    turned = shapely.Polygon([*near.shape.exterior.coords[2:], *near.shape.exterior.coords[1:3]])
    assert [near.key] == shape_keys(np.array([turned])).tolist()
    assert near.key != far.key


def test_no_rows_are_none() -> None:
    assert found([]) == []


def test_it_is_asked_between_groups(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows_moved, "MOST_ROWS", 10)
    asked = iter([False, False, True])
    with large_shapes(lambda: next(asked)) as mending:
        taken = moved_rows(as_rows([HOME] * 100), lambda xy: xy, None, mending)
        assert len([next(taken) for _ in range(20)]) == 20
        with pytest.raises(Cancelled):
            next(taken)
