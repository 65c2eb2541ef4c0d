"""A small made-up county on the map, built once for the tests that only look at it."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
import shapely
from pytestqt.qtbot import QtBot

from gisapp.canvas.map_canvas import MapCanvas
from gisapp.scene import cartography, themes
from gisapp.scene.layers import LabelLayer, Layer, LineLayer, PointLayer, PolygonLayer, RasterLayer
from gisapp.scene.shapes import LineShapes, PolygonShapes
from gisapp.scene.style import Scope
from tests.canvas.synthetic import CENTRE, SyntheticCounty, synthetic_county

CELLS, HOMES = 300, 4_000


@pytest.fixture(scope="session")
def county() -> SyntheticCounty:
    return synthetic_county(CELLS, HOMES)


def cell_layer(county: SyntheticCounty, theme: str = "households") -> PolygonLayer:
    shapes = PolygonShapes.from_geometry(np.arange(len(county.cells)) + 1, county.cells)
    classes = themes.classify(themes.theme(theme), county.counts)
    groups = np.vstack([county.villages, county.towns])
    return PolygonLayer("grids", shapes, classes.codes, classes.style(), kind="grid", groups=groups)


def home_layer(county: SyntheticCounty) -> PointLayer:
    classes = (np.arange(len(county.homes)) % 4).astype(np.uint8)
    style = cartography.point_style("homes")
    ids = np.arange(len(county.homes)) + 1
    return PointLayer("homes", ids, county.homes, classes, style, kind="house", pick_scope=Scope(farthest=5))


def hazard_layer() -> PolygonLayer:
    x, y = CENTRE
    areas = [shapely.Point(x + 9_000 * step - 13_000, y).buffer(5_000) for step in range(4)]
    shapes = PolygonShapes.from_geometry([1, 2, 3, 4], areas)
    return PolygonLayer(
        "hazards",
        shapes,
        np.arange(4, dtype=np.uint8),
        cartography.area_style("hazard_areas"),
        kind="hazard_area",
        is_coverage=False,
    )


def river_layer() -> LineLayer:
    x = np.linspace(-25_000, 25_000, 200)
    line = shapely.LineString(np.column_stack([x, 3_000 * np.sin(x / 6_000)]) + CENTRE)
    shapes = LineShapes.from_geometry([1], [line])
    return LineLayer("rivers", shapes, np.ones(1, np.uint8), cartography.line_style("rivers"))


def relief_layer() -> RasterLayer:
    rows, columns = np.mgrid[0:60, 0:80]
    shade = (128 + 60 * np.sin(rows / 6) * np.cos(columns / 7)).astype(np.uint8)
    return RasterLayer("relief", shade, (CENTRE[0] - 28_000, CENTRE[1] - 23_000, CENTRE[0] + 28_000, CENTRE[1] + 23_000))


def label_layer() -> LabelLayer:
    texts = ("城关镇", "涧池镇", "平梁镇")
    xy = np.array([(0, 0), (9_000, 5_000), (-9_000, -5_000)]) + CENTRE
    towns = np.full(3, cartography.class_code("labels", "town"), np.uint8)
    return LabelLayer("labels", texts, xy, np.zeros(3, np.int64), towns, cartography.label_style(), cartography.label_scopes())


@pytest.fixture
def layers(county: SyntheticCounty) -> list[Layer]:
    """All kinds of layer, bottom to top."""
    return [cell_layer(county), relief_layer(), river_layer(), hazard_layer(), home_layer(county), label_layer()]


@pytest.fixture
def canvas(qtbot: QtBot, layers: list[Layer]) -> Iterator[MapCanvas]:
    """A map of 400 x 300 showing the whole county, complete."""
    widget = MapCanvas()
    qtbot.addWidget(widget)
    widget.resize(400, 300)
    widget.set_layers([layers[0], layers[3], layers[4]])
    widget.show()
    widget.show_all()
    qtbot.waitUntil(lambda: widget.is_idle)
    yield widget
    widget.stop()
