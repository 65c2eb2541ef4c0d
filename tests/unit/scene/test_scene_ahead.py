"""A county read ahead is the county read now, once; whatever went wrong ahead is met again by whoever opens the file."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from gisapp.errors import BadFile
from gisapp.scene.county_layers import CountyScene, county_scene
from gisapp.scene.layers import PolygonLayer
from gisapp.scene.scene_ahead import SceneAhead
from gisapp.storage.county import county_file
from tests import builders


def codes(scene: CountyScene) -> list[int]:
    return next(layer.classes.tolist() for layer in scene.layers if isinstance(layer, PolygonLayer) and layer.name == "grids")


def test_the_scene_read_ahead_is_the_scene(made_county: Path) -> None:
    ahead = SceneAhead(made_county)
    with county_file.reading(made_county) as connection:
        now, early = county_scene(connection), ahead.scene(connection, made_county)
    assert early.names == now.names
    assert early.legend == now.legend
    assert codes(early) == codes(now)


def test_it_is_given_out_once_so_that_a_later_one_is_new(county: Path) -> None:
    ahead = SceneAhead(county)
    with builders.opened(county) as db:
        first = ahead.scene(db.conn, county)
        builders.add_hazard(db, builders.box(0, 0, 1000, 1000))
        second = ahead.scene(db.conn, county)
    assert [len(scene.layers[1].classes) for scene in (first, second)] == [0, 1]


def test_another_theme_or_file_is_read_now(made_county: Path, county: Path) -> None:
    with county_file.reading(county) as connection:
        people = SceneAhead(county).scene(connection, county, theme="people")
        assert people.legend == county_scene(connection, theme="people").legend
        assert np.array_equal(codes(SceneAhead(made_county).scene(connection, county)), codes(county_scene(connection)))


@pytest.mark.parametrize("content", [None, b"", b"no county" * 99], ids=["missing", "empty", "something else"])
def test_a_file_that_cannot_be_read_ahead_is_for_its_opener_to_tell(content: bytes | None, made_county: Path, tmp_path: Path) -> None:
    path = tmp_path / "some.gpkg"
    if content is not None:
        path.write_bytes(content)
    ahead = SceneAhead(path)
    with county_file.reading(made_county) as connection:
        assert ahead.scene(connection, path).names == county_scene(connection).names
    with pytest.raises(BadFile):
        county_file.open_reading(path)


def test_the_scene_without_homes_comes_first_read_ahead_or_not(made_county: Path) -> None:
    for ahead in (SceneAhead(made_county), None):
        came: list[CountyScene] = []
        with county_file.reading(made_county) as connection:
            whole = ahead.scene(connection, made_county, early=came.append) if ahead else county_scene(connection, early=came.append)
        assert [set(whole.names) - set(early.names) for early in came] == [{"homes"}]
        assert came[0].layers[0] is whole.layers[0]
        assert came[0].legend == whole.legend
