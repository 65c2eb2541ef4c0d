from __future__ import annotations

import numpy as np
import shapely

from gisapp.export.web_cells import DECIMALS, bounds_in_degrees, features, simplified
from tests.builders import EPSG
from tests.canvas.synthetic import synthetic_county


def test_neighbours_still_share_their_borders_and_no_cell_is_lost() -> None:
    cells = synthetic_county(400, 10).cells
    small = simplified(cells, most_vertices=4_000)
    assert len(small) == 400
    assert not shapely.is_empty(small).any()
    assert shapely.get_num_coordinates(small).sum() < shapely.get_num_coordinates(cells).sum() / 2
    assert shapely.coverage_is_valid(small)


def test_few_vertices_stay_nearly_as_they_are() -> None:
    cells = synthetic_county(40, 10).cells
    assert shapely.hausdorff_distance(simplified(cells), cells).max() < 10


def test_coordinates_are_rounded_degrees_and_rings_stay_closed() -> None:
    shape = shapely.box(500_000, 3_640_000, 502_000, 3_642_000).difference(shapely.box(500_500, 3_640_500, 501_000, 3_641_000))
    (feature,) = features(np.array([shape], dtype=object), [{"n": "甲"}], srs_id=EPSG)
    rings = feature["geometry"]["coordinates"][0]
    assert len(rings) == 2
    assert all(ring[0] == ring[-1] for ring in rings)
    assert all(value == round(value, DECIMALS) for ring in rings for point in ring for value in point)


def test_bounds_are_south_west_and_north_east() -> None:
    (south, west), (north, east) = bounds_in_degrees(np.array([shapely.box(500_000, 3_640_000, 502_000, 3_642_000)], dtype=object), EPSG)
    assert 32 < south < north < 34
    assert 107.9 < west < east < 108.1
