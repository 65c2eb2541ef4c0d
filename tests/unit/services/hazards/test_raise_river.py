"""A river raised step by step over ground known by heart, and the same counts by the ordinary run on the level that was kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from sqlite_utils import Database

from gisapp.domain.hazard import HazardKind, HazardLevel
from gisapp.domain.river_level import LevelFigures, limits
from gisapp.errors import BadRequest, Cancelled
from gisapp.export.stored_run import stored_run
from gisapp.services.county.undo import undo
from gisapp.services.hazards import prepare_drainage
from gisapp.services.hazards.change_hazard import HazardFacts, change_hazards
from gisapp.services.hazards.prepare_drainage import Ground, ground_of, kept_ground, prepare_ground
from gisapp.services.hazards.raise_river import FAR_CM, UNKNOWN_CM, RiverRise, at_points, places_of, raise_river, rivers_of
from gisapp.services.hazards.read_terrain import import_terrain, read_terrain
from gisapp.services.hazards.save_river_level import hazard_of, save_river_level
from gisapp.services.runs.find_affected import find_affected, named_areas
from gisapp.services.runs.list_calls import list_unknown
from gisapp.services.runs.repeat_run import repeat_run
from gisapp.spatial.outline import outline_of
from gisapp.spatial.raster import Frame
from gisapp.storage.hazards.hazards import all_areas
from tests.builders import EAST, NORTH, add_hazard, box, opened
from tests.unit.services import valley
from tests.unit.storage.contents import contents, difference

LEVELS = (0.1, 0.3, 0.5, 0.6, 3.9, 5.3, 5.4, 30.0)


@pytest.fixture
def db(county: Path, tmp_path: Path) -> Iterator[Database]:
    with opened(county) as db:
        valley.add_rivers(db)
        import_terrain(db, valley.terrain_file(tmp_path / "地形.tif"), who="甲")
        yield db


def counts(figures: LevelFigures) -> tuple[int, int, int]:
    return figures.houses, figures.households, figures.residents


def raised(db: Database, river: str = "") -> RiverRise:
    return raise_river(db.conn, prepare_ground(db), river)


@pytest.mark.parametrize(
    ("river", "expected"),
    [
        ("", [(2, 3, 6), (3, 3, 6), (3, 3, 6), (4, 4, 8), (5, 4, 8), (5, 4, 8), (8, 6, 11), (8, 6, 11)]),
        ("月河", [(2, 3, 6), (3, 3, 6), (3, 3, 6), (4, 4, 8), (4, 4, 8), (4, 4, 8), (4, 4, 8), (4, 4, 8)]),
        ("东沟", [(0, 0, 0), (0, 0, 0), (0, 0, 0), (0, 0, 0), (1, 0, 0), (1, 0, 0), (4, 3, 5), (4, 3, 5)]),
    ],
)
def test_homes_are_counted_at_every_level_of_one_river_or_of_all(db: Database, river: str, expected: list[tuple[int, int, int]]) -> None:
    rise = raised(db, river)
    assert [counts(rise.at(level)) for level in LEVELS] == expected
    assert {rise.at(level).unknown for level in LEVELS} == {0}


def test_the_area_is_that_of_the_cells_and_nothing_is_wet_at_the_normal_level(db: Database) -> None:
    rise = raised(db, "月河")
    assert rise.at(0) == LevelFigures(0, 0, 0, 0, 0, 0)
    assert rise.at(0.1).area_ha == valley.ROWS
    assert rise.at(0.3).area_ha == 3 * valley.ROWS
    assert rise.at(0.6).area_ha == rise.area(0.6).area / 10_000 == 4 * valley.ROWS


@pytest.mark.parametrize("river", ["", "月河", "东沟"])
@pytest.mark.parametrize("level", LEVELS)
def test_a_kept_level_holds_exactly_the_homes_the_slider_counts(db: Database, river: str, level: float) -> None:
    rise = raised(db, river)
    if rise.at(level).area_ha:
        save_river_level(db, rise, level, name="情景", colour=HazardLevel.ORANGE, who="甲")
        run, _ = find_affected(db, named_areas(db.conn, ["情景"]), who="甲")
        total = run.totals.total
        assert (total.houses, total.households, total.residents) == counts(rise.at(level))
        assert dict(run.totals.by_level)[HazardLevel.ORANGE] == total
        assert run.question.estimates == ("情景",)
        assert stored_run(db.conn, run.id).question == run.question
        assert run.totals.unknown == rise.at(level).unknown


def test_homes_a_kept_level_says_nothing_of_are_unknown_in_the_run_and_when_it_is_repeated(db: Database, tmp_path: Path) -> None:
    heights = valley.heights()
    heights[14:16, 30:32] = -9999.0  # around home 8
    file = valley.geotiff(tmp_path / "缺.tif", heights[:-12], west=valley.WEST, north=valley.TOP, cell=100)
    found, _ = read_terrain(db.conn, file)
    rise = raise_river(db.conn, ground_of(db.conn, found))
    save_river_level(db, rise, 30, name="情景", colour=HazardLevel.RED, who="甲")
    run, _ = find_affected(db, named_areas(db.conn, ["情景"]), who="甲")
    assert (run.totals.total.houses, run.totals.unknown) == (2, 6)
    assert "地形没有覆盖到的住房列为没有结论。" in run.question.sentence
    reasons = {row.house: row.reason for row in list_unknown(db.conn, run.id)}
    assert (len(reasons), reasons[8]) == (6, "栅格没有值")
    assert set(reasons.values()) == {"栅格没有值", "在水深栅格或地形之外"}
    assert not {call.house for call in run.calls} & set(reasons)
    [area] = all_areas(db.conn)
    change_hazards(db, [int(area.id or 0)], HazardFacts(level=HazardLevel.ORANGE), who="甲")
    again, _ = repeat_run(db, run.id, who="甲")
    assert again.totals == run.totals
    later, _ = find_affected(db, named_areas(db.conn, ["情景"]), who="甲")
    assert later.totals.unknown == 6
    add_hazard(db, box(0, 0, 9_000, 9_000), name="全淹")
    both, _ = find_affected(db, named_areas(db.conn, ["情景", "全淹"]), who="甲")
    assert both.totals.unknown == 0, "a home that another area puts in danger is in danger"


def test_a_kept_level_says_how_it_was_made_and_is_undone_in_one_step(db: Database) -> None:
    before = contents(db.conn)
    rise = raised(db, "月河")
    change = save_river_level(db, rise, 0.6, name=" 月河涨 ", colour=HazardLevel.BLUE, who="甲")
    [area] = all_areas(db.conn)
    assert (area.name, area.kind, area.level, change.ids) == ("月河涨", HazardKind.FLOOD, HazardLevel.BLUE, (area.id,))
    assert area.source == f"地形推算：月河高出平常水位 0.6 米（地形像元 100 米，高程精确到 0.1 米）。{limits()}"
    assert area.geometry.is_valid
    undo(db, who="乙")
    assert set(difference(before, contents(db.conn))) <= {"terrain_drainage"}


def test_a_level_without_a_name_is_called_after_its_river(db: Database) -> None:
    assert hazard_of(raised(db), 2.5).name == "全部河流水位高出 2.5 米"


@pytest.mark.parametrize("level", [0.0, -1.0, 30.1, float("nan"), float("inf")])
def test_a_senseless_level_is_refused(db: Database, level: float) -> None:
    with pytest.raises(BadRequest, match="水位不合理"):
        save_river_level(db, raised(db), level, name="a", colour=HazardLevel.RED, who="甲")


def test_homes_off_the_terrain_or_without_a_height_are_unknown_and_in_no_other_figure(db: Database, tmp_path: Path) -> None:
    heights = valley.heights()
    heights[14:16, 30:32] = -9999.0  # around home 8
    northern = heights[:-12]
    file = valley.geotiff(tmp_path / "缺.tif", northern, west=valley.WEST, north=valley.TOP, cell=100)
    found, _ = read_terrain(db.conn, file)
    rise = raise_river(db.conn, ground_of(db.conn, found))
    assert rise.at(30).unknown == 6
    assert counts(rise.at(30)) == (2, 2, 4)
    assert rise.at(0.1).unknown == 6


def test_ground_whose_water_leaves_the_terrain_unseen_is_unknown_not_dry(db: Database, tmp_path: Path) -> None:
    roof = np.tile(300 + np.array([0, 3, 6, 9, 12, 9, 6, 3.0]), (8, 1))
    file = valley.geotiff(tmp_path / "屋脊.tif", roof, west=EAST, north=NORTH + 800, cell=100)
    found, _ = read_terrain(db.conn, file)
    for river in ("", "月河"):
        rise = raise_river(db.conn, ground_of(db.conn, found), river)
        assert (rise.above[:, :4] <= 900).all()
        assert (rise.above[:, 4:] == UNKNOWN_CM).all()


def test_a_lake_without_heights_leads_the_water_on_and_stays_unknown_itself(db: Database, tmp_path: Path) -> None:
    heights = valley.heights()
    heights[20:24, 4:9] = -9999.0
    file = valley.geotiff(tmp_path / "湖.tif", heights, west=valley.WEST, north=valley.TOP, cell=100)
    import_terrain(db, file, who="甲")
    ground = prepare_ground(db)
    rise = raise_river(db.conn, ground)
    assert (rise.above[20:24, 4:9] == UNKNOWN_CM).all()
    assert (rise.above == UNKNOWN_CM).sum() == 20
    assert (rise.above[20:24, 9:20] <= 600).all()
    kept = kept_ground(db.conn)
    assert kept is not None
    assert equal(kept, ground)


def test_another_rivers_ground_is_dry_not_unknown(db: Database) -> None:
    rise = raised(db, "月河")
    assert (rise.above[:, -3:] == FAR_CM).all()
    assert rise.at(30).unknown == 0


def test_a_house_without_a_place_takes_its_family_out_of_every_figure(db: Database) -> None:
    db.execute("UPDATE house SET geom = NULL WHERE id = 6")
    assert counts(raised(db).at(30)) == (7, 6, 11)  # the family still lives in its origin home, 4
    db.execute("UPDATE house SET geom = NULL WHERE id IN (4, 7)")
    assert counts(raised(db).at(30)) == (5, 4, 8)


def test_rivers_are_named_by_size_and_an_unknown_one_is_refused_with_them(db: Database) -> None:
    assert rivers_of(db.conn) == ("月河", "东沟")
    with pytest.raises(BadRequest, match="没有名为“汉江”的河流。\n可选：月河、东沟。"):
        raised(db, "汉江")
    db.execute("UPDATE waterway SET geom = (SELECT geom FROM waterway WHERE name = '月河') WHERE name = '东沟'")
    db.execute("DELETE FROM waterway")
    with pytest.raises(BadRequest, match="本县文件里没有河流"):
        raised(db, "月河")


def test_a_county_without_rivers_takes_the_streams_of_the_terrain(db: Database) -> None:
    db.execute("DELETE FROM waterway")
    rise = raised(db)
    assert (rise.above == 0).sum() > 10
    assert rise.at(1.0).area_ha > 0


def test_a_county_without_terrain_says_what_to_read(county: Path) -> None:
    with opened(county) as db:
        with pytest.raises(BadRequest, match="还没有地形。\n请先读入"):
            prepare_ground(db)
        with pytest.raises(BadRequest, match="还没有地形"):
            kept_ground(db.conn)


def equal(one: Ground, other: Ground) -> bool:
    a, b = one.drainage, other.drainage
    are_equal = [np.array_equal(a.ways, b.ways), np.array_equal(a.drained, b.drained), np.array_equal(one.waterways, other.waterways)]
    return all(are_equal) and np.array_equal(a.surface, b.surface, equal_nan=True)


def test_preparing_is_done_once_and_anew_when_terrain_or_rivers_change(db: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    assert kept_ground(db.conn) is None
    told: list[tuple[int, int]] = []
    made = prepare_ground(db, progress=lambda done, total: told.append((done, total)))
    assert told[-1][0] == told[-1][1]
    kept = kept_ground(db.conn)
    assert kept is not None
    assert equal(kept, made)
    with monkeypatch.context() as patch:
        patch.setattr(prepare_drainage, "drainage_of", None)
        assert equal(prepare_ground(db), made)
    db.execute("DELETE FROM waterway WHERE name = '东沟'")
    assert kept_ground(db.conn) is None
    assert not equal(prepare_ground(db), made)
    assert db.execute("SELECT count(*) FROM terrain_drainage").fetchone() == (1,)


def test_depressions_come_back_filled(db: Database, tmp_path: Path) -> None:
    heights = valley.heights()
    heights[20:23, 10:13] -= 40
    import_terrain(db, valley.geotiff(tmp_path / "坑.tif", heights, west=valley.WEST, north=valley.TOP, cell=100), who="甲")
    made = prepare_ground(db)
    kept = kept_ground(db.conn)
    assert kept is not None
    assert equal(kept, made)
    assert (made.drainage.surface[20:23, 10:13] > made.terrain.plain_steps()[20:23, 10:13]).all()


def test_cancelling_keeps_nothing(db: Database) -> None:
    before = contents(db.conn)
    with pytest.raises(Cancelled):
        prepare_ground(db, cancelled=lambda: True)
    assert difference(before, contents(db.conn)) == {}
    with pytest.raises(Cancelled):
        raise_river(db.conn, prepare_ground(db), cancelled=lambda: True)


FRAME = Frame(EAST + 0.3, NORTH + 700.7, 12.5, 9, 7)
HALVES = st.integers(-2, 20).map(lambda number: number / 2)


@given(st.lists(st.tuples(HALVES, HALVES), min_size=1, max_size=12), st.integers(0, 3), st.integers(0, 10**6))
def test_a_point_counts_exactly_when_it_lies_in_the_outline(places: list[tuple[float, float]], level: int, seed: int) -> None:
    above = np.random.default_rng(seed).integers(0, 5, FRAME.shape).astype(np.uint16)
    shape = shapely.transform(outline_of(above <= level), lambda xy: np.column_stack(places_of(FRAME, xy)))
    xy = np.column_stack(places_of(FRAME, np.array(places)))
    assert (shapely.intersects_xy(shape, xy) == (at_points(FRAME, above, xy) <= level)).all()
