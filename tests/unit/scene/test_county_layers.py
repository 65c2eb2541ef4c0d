"""The county file as layers: figures beside their cells, names where they belong, a relief without an edge."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import shapely

from gisapp.errors import BadRequest
from gisapp.scene import cartography, county_layers
from gisapp.scene.layers import LabelLayer, PointLayer, PolygonLayer
from gisapp.scene.relief import FLAT, edge_fading, hillshade
from gisapp.scene.shapes import PolygonShapes
from gisapp.scene.themes import theme_names
from gisapp.storage.county import county_file
from gisapp.storage.places import grids
from tests import builders


@pytest.fixture
def made(made_county: Path):
    with county_file.reading(made_county) as connection:
        yield connection


def test_the_scene_holds_what_the_county_has(made) -> None:
    scene = county_layers.county_scene(made)
    assert scene.names == ("grids", "hazards", "homes", "safe_sites", "settlement_sites", "labels")
    assert scene.legend[0].sample is None


@pytest.mark.parametrize("theme", theme_names())
def test_every_theme_colours_each_cell_by_its_figure(made, theme: str) -> None:
    cells, _ = county_layers.grid_layer(made, theme)
    figures = grids.figures(made, theme)
    numbers = np.array([figures.get(grid, 0) for grid in cells.shapes.ids.tolist()])
    assert (np.diff(cells.classes[np.argsort(numbers, kind="stable")].astype(int)) >= 0).all()
    again, legend = county_layers.recoloured(made, cells, theme)
    assert again.shapes is cells.shapes
    assert again.classes.tolist() == cells.classes.tolist()
    assert len(legend) > 1


def test_figures_of_households_count_each_family_where_it_lives(made) -> None:
    assert grids.figures(made, "households") == {1: 2, 2: 3, 3: 1}
    assert grids.figures(made, "people") == {1: 4, 2: 5, 3: 2}
    assert grids.figures(made, "relocated") == {2: 3}


def test_an_unknown_theme_is_refused(made) -> None:
    with pytest.raises(BadRequest):
        county_layers.county_scene(made, theme="weather")


def test_homes_in_a_hazard_stand_out_unless_vacant(county: Path) -> None:
    with builders.opened(county) as db:
        builders.add_hazard(db, builders.box(0, 0, 1000, 1000))
        homes = county_layers.home_layer(db.conn)
    names = {house: cartography.class_names("homes")[code] for house, code in zip(homes.ids.tolist(), homes.classes.tolist(), strict=True)}
    assert (names[1], names[3], names[4], names[2]) == ("in_hazard", "vacant", "two_ends", "lived_in")


def test_names_stand_on_what_they_name(made) -> None:
    labels = county_layers.label_layer(made)
    assert isinstance(labels, LabelLayer)
    places = dict(zip(labels.texts, labels.xy.tolist(), strict=True))
    assert places["第02网格"] == [builders.EAST + 3000, builders.NORTH + 1000]
    assert places["紫云南郡"] == [builders.EAST + 2500, builders.NORTH + 500]
    assert labels.priorities[0] > labels.priorities[-1]


def test_centroids_are_shapelys() -> None:
    shapes = [shapely.Point(4e5, 3.6e6).buffer(300), shapely.box(0, 0, 1, 4), shapely.Point(0, 0).buffer(5) - shapely.Point(1, 1).buffer(2)]
    shapes.append(shapely.union_all([shapely.box(10, 10, 12, 11), shapely.box(20, 20, 21, 21)]))
    expected = shapely.get_coordinates(shapely.centroid(shapely.orient_polygons(shapes)))
    found = PolygonShapes.from_geometry(range(4), shapely.orient_polygons(shapes)).centroids()
    assert np.allclose(found, expected, atol=1e-6)


def test_flat_ground_has_no_shade_and_the_sunny_slope_is_the_light_one() -> None:
    assert (hillshade(np.full((9, 9), 700, np.float32), 50.0) == FLAT).all()
    rising_to_the_east = np.tile(np.arange(9, dtype=np.float32) * 20, (9, 1))
    assert hillshade(rising_to_the_east, 50.0)[4, 4] > FLAT > hillshade(-rising_to_the_east, 50.0)[4, 4]


def test_the_relief_fades_to_nothing_at_its_edges_and_is_whole_over_the_county() -> None:
    heights = np.random.default_rng(1).integers(0, 900, (400, 500)).astype(np.float32)
    bounds, county = (0.0, 0.0, 25_000.0, 20_000.0), (5_000.0, 4_000.0, 20_000.0, 16_000.0)
    shade = hillshade(heights, 50.0, fading=edge_fading(400, 500, bounds, around=county))
    assert (shade[[0, -1]] == FLAT).all()
    assert (shade[:, [0, -1]] == FLAT).all()
    assert (shade[81:319, 101:399] == hillshade(heights, 50.0)[81:319, 101:399]).all()


def test_ground_without_a_height_is_shown_flat() -> None:
    heights = np.tile(np.arange(9, dtype=np.float32) * 10, (9, 1))
    heights[:, 6:] = np.nan
    shade = hillshade(heights, 50.0)
    assert (shade[:, 5:] == FLAT).all()
    assert (shade[:, 1:4] != FLAT).all()


def test_terrain_smaller_than_the_fading_still_makes_a_relief() -> None:
    heights = np.zeros((2, 3), np.float32)
    bounds = (0.0, 0.0, 150.0, 100.0)
    assert hillshade(heights, 50.0, fading=edge_fading(2, 3, bounds, around=bounds)).shape == (2, 3)


def test_layers_of_cells_and_homes_can_be_picked(made) -> None:
    kinds = {layer.name: layer.kind for layer in county_layers.county_scene(made).layers if isinstance(layer, PolygonLayer | PointLayer)}
    assert kinds["grids"] == "grid"
    assert kinds["homes"] == "house"
