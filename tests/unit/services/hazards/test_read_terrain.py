"""A terrain read into the county: exact heights, one change, undone to the last byte."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from sqlite_utils import Database

from gisapp.domain.change import Kind
from gisapp.errors import BadFile, BadRequest, Cancelled
from gisapp.scene.county_layers import relief_layer
from gisapp.services.county.undo import undo
from gisapp.services.hazards.prepare_drainage import prepare_ground
from gisapp.services.hazards.read_terrain import import_terrain, read_terrain
from gisapp.services.places.ask_crs import CrsAsked
from gisapp.spatial.source_crs import SourceCrs
from gisapp.storage.hazards import terrain
from tests.builders import EAST, NORTH, opened
from tests.unit.readers.rasters import geotiff
from tests.unit.services import valley
from tests.unit.storage.contents import contents, difference


@pytest.fixture
def db(county: Path) -> Iterator[Database]:
    with opened(county) as db:
        yield db


def test_a_terrain_is_kept_as_it_is_and_shown_as_relief(db: Database, tmp_path: Path) -> None:
    assert relief_layer(db.conn) is None
    found = import_terrain(db, valley.terrain_file(tmp_path / "DEM 30米.tif"), who="甲")
    assert found.change is not None
    assert (found.change.label, found.change.kinds) == ("读入地形：DEM 30米.tif", (Kind.TERRAIN,))
    kept = terrain.read(db.conn)
    assert kept is not None
    assert (kept.west, kept.north, kept.cell_m, kept.unit_cm, kept.source) == (valley.WEST, valley.TOP, 100.0, 10, "DEM 30米.tif")
    assert np.allclose(kept.heights(), valley.heights(), atol=1e-4)
    assert relief_layer(db.conn) is not None


def test_reading_is_undone_to_the_terrain_that_was_there(db: Database, tmp_path: Path) -> None:
    empty = contents(db.conn)
    import_terrain(db, valley.terrain_file(tmp_path / "一.tif"), who="甲")
    prepare_ground(db)
    first = contents(db.conn)
    import_terrain(db, geotiff(tmp_path / "二.tif", np.full((60, 60), 312), west=EAST, north=NORTH + 6000, cell=100), who="甲")
    second = terrain.read(db.conn)
    assert second is not None
    assert second.source == "二.tif"
    assert db.execute("SELECT count(*) FROM terrain").fetchone() == (1,)
    assert db.execute("SELECT count(*) FROM terrain_drainage").fetchone() == (0,)
    assert undo(db, who="乙").kinds == (Kind.TERRAIN,)
    assert set(difference(first, contents(db.conn))) == {"terrain_drainage"}
    undo(db, who="乙")
    assert difference(empty, contents(db.conn)) == {}


def test_the_same_heights_again_change_nothing(db: Database, tmp_path: Path) -> None:
    file = valley.terrain_file(tmp_path / "一.tif")
    import_terrain(db, file, who="甲")
    assert import_terrain(db, file, who="甲").change is None


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from((-400.0, 0.0, 1234.5, 8_000.0)),
    st.sampled_from((5.0, 60.0, 600.0)),
    arrays.arrays(np.float64, (4, 5), elements=st.floats(0, 1)),
)
def test_no_height_moves_by_more_than_half_a_step(db: Database, tmp_path: Path, base: float, range_m: float, shares: np.ndarray) -> None:
    heights = base + range_m * shares
    found, _ = read_terrain(db.conn, geotiff(tmp_path / "a.tif", heights, west=EAST, north=NORTH + 400, cell=100))
    assert found.unit_cm in (10, 100)
    assert np.abs(found.heights() - heights).max() <= found.unit_cm / 200 + 1e-3


def test_whole_metres_stay_whole_and_a_huge_range_takes_coarser_steps(db: Database, tmp_path: Path) -> None:
    place = {"west": EAST, "north": NORTH + 400, "cell": 100.0}
    whole, _ = read_terrain(db.conn, geotiff(tmp_path / "a.tif", np.arange(16.0).reshape(4, 4) + 300, **place))
    assert (whole.unit_cm, whole.base_m) == (100, 0)
    high = np.linspace(10.05, 7800.3, 16).reshape(4, 4)
    wide, _ = read_terrain(db.conn, geotiff(tmp_path / "b.tif", high, **place))
    assert wide.unit_cm == 20
    assert np.abs(wide.heights() - high).max() <= 0.101


def test_a_wrong_file_or_crs_changes_nothing(db: Database, tmp_path: Path) -> None:
    before = contents(db.conn)
    far = geotiff(tmp_path / "远.tif", valley.heights(), west=EAST + 200_000, north=NORTH, cell=100)
    with pytest.raises(BadFile, match="栅格不在本县"):
        import_terrain(db, far, who="甲")
    with pytest.raises(BadRequest, match="不认识坐标系：EPSG:99"):
        import_terrain(db, valley.terrain_file(tmp_path / "a.tif"), who="甲", source=SourceCrs("EPSG:99"))
    with pytest.raises(CrsAsked, match="没有说明坐标系"):
        import_terrain(db, valley.terrain_file(tmp_path / "b.tif", epsg=None), who="甲")
    with pytest.raises(Cancelled):
        import_terrain(db, valley.terrain_file(tmp_path / "c.tif"), who="甲", cancelled=lambda: True)
    assert difference(before, contents(db.conn)) == {}
    assert import_terrain(db, tmp_path / "b.tif", who="甲", source=SourceCrs("EPSG:4545")).change is not None


def test_cancelled_while_it_is_put_down_the_terrain_that_was_there_stays(db: Database, tmp_path: Path) -> None:
    import_terrain(db, valley.terrain_file(tmp_path / "a.tif"), who="甲")
    before = contents(db.conn)
    other = geotiff(tmp_path / "b.tif", valley.heights() + 1, west=valley.WEST, north=valley.TOP, cell=100)
    with pytest.raises(Cancelled):
        import_terrain(db, other, who="甲", cancelled=lambda: db.conn.in_transaction)
    with pytest.raises(Cancelled):
        prepare_ground(db, cancelled=lambda: db.conn.in_transaction)
    assert difference(before, contents(db.conn)) == {}


@pytest.mark.parametrize("packed", [zlib.compress(bytes(3_000_000)), zlib.compress(bytes(10)), b"no stream", b""])
def test_a_terrain_that_unpacks_to_another_size_is_a_sentence(db: Database, tmp_path: Path, packed: bytes) -> None:
    import_terrain(db, valley.terrain_file(tmp_path / "一.tif"), who="甲")
    db.execute("UPDATE terrain SET heights = ?", (packed,))
    with pytest.raises(BadFile, match="栅格已损坏"):
        terrain.read(db.conn)
