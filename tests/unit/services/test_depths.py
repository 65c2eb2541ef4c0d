"""A depth raster as a hazard: levels by thresholds, homes without a value unknown, any CRS."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from sqlite_utils import Database

from gisapp.domain.affected import Tally
from gisapp.domain.change import Kind
from gisapp.domain.hazard import AffectedRule, HazardLevel
from gisapp.errors import BadFile, BadRequest, Cancelled
from gisapp.export.stored_run import stored_run
from gisapp.services.hazards.read_depths import read_depth_hazard
from gisapp.services.places.ask_crs import CrsAsked
from gisapp.services.runs.ask_affected import Answer, ask_affected
from gisapp.services.runs.compare_runs import compare_runs
from gisapp.services.runs.find_affected import find_affected
from gisapp.services.runs.list_calls import list_unknown
from gisapp.services.runs.repeat_run import repeat_run
from gisapp.spatial import crs
from gisapp.spatial.source_crs import SourceCrs
from gisapp.storage.county import packed
from gisapp.storage.runs import kept_runs
from tests.builders import EAST, EPSG, NORTH, add_hazard, box, opened
from tests.unit.readers.rasters import NODATA, geotiff
from tests.unit.storage.contents import contents, difference


def valley(path: Path, **more: object) -> Path:
    """Ten-metre cells over 0..400 x 0..400: 1.2 m in the west, 0.5 m in the middle, nothing known in the north."""
    depths = np.full((40, 40), 0.1)
    depths[:, :15] = 1.2
    depths[:, 15:25] = 0.5
    depths[:5] = NODATA
    return geotiff(path, depths, west=EAST, north=NORTH + 400, cell=10, **more)  # type: ignore[arg-type]


@pytest.fixture
def db(county: Path) -> Iterator[Database]:
    with opened(county) as db:
        yield db


def ask(db: Database, *hazards: object, thresholds: tuple[float, ...] | None = (0.5, 1.0), **more: object) -> Answer:
    return ask_affected(db, [str(hazard) for hazard in hazards], who="甲", thresholds=thresholds, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize("rule", [AffectedRule.BILINEAR, AffectedRule.NEAREST])
def test_thresholds_make_levels_and_a_depth_that_reaches_one_counts(db: Database, tmp_path: Path, rule: AffectedRule) -> None:
    run = ask(db, valley(tmp_path / "水深.tif"), rule=rule).run
    assert dict(run.totals.by_level)[HazardLevel.RED] == Tally(1, 2, 4)
    assert dict(run.totals.by_level)[HazardLevel.ORANGE] == Tally(1, 0, 0)
    assert {call.house: call.depth_m for call in run.calls} == {1: pytest.approx(1.2)}
    stored = db.execute("SELECT house_id, level, round(depth_m, 3) FROM hazard_run_house WHERE run_id = ? ORDER BY 1", (run.id,)).fetchall()
    assert stored == [(1, "red", 1.2), (3, "orange", 0.5)]
    assert "0.5 米起橙色、1 米起红色" in run.question.sentence


def test_homes_without_a_value_are_unknown_never_safe_and_never_wet(db: Database, tmp_path: Path) -> None:
    run = ask(db, valley(tmp_path / "水深.tif")).run
    standing = db.execute("SELECT count(*) FROM house WHERE geom IS NOT NULL").fetchone()[0]
    assert run.totals.total.houses + run.totals.unknown == standing
    rows = list_unknown(db.conn, run.id)
    assert sorted(row.house for row in rows) == [2, 4, 5, 6, 7, 8]
    assert all(row.is_outside for row in rows)
    [two_ends] = [row for row in rows if row.house == 4]
    assert (two_ends.number, two_ends.residents) == ("西山村2组2号", 2)


def test_a_second_home_of_unknown_depth_is_no_safe_home(db: Database, tmp_path: Path) -> None:
    depths = np.full((10, 10), 2.0)
    only_origin = geotiff(tmp_path / "a.tif", depths, west=EAST + 250, north=NORTH + 3050, cell=10)
    run = ask(db, only_origin).run
    assert [(call.household, call.own_home) for call in run.calls] == [(5, "")]
    add_hazard(db, box(250, 2900, 100, 200), name="面")
    assert [call.own_home for call in ask(db, "面", thresholds=None).run.calls] == ["紫云南郡3号楼2单元501"]


def test_a_raster_in_degrees_says_the_same_within_a_cell(db: Database, tmp_path: Path) -> None:
    (west, south), (east, north) = crs.to_degrees(np.array([(EAST - 50, NORTH - 50), (EAST + 300, NORTH + 300)]), EPSG)
    depths = np.full((300, 300), 0.7)
    cell = max(east - west, north - south) / 300
    path = geotiff(tmp_path / "度.tif", depths, west=west, north=north, cell=cell, epsg=4490)
    assert ask(db, path).run.totals.total == Tally(2, 2, 4)


def test_areas_and_depths_are_asked_together_and_the_worse_counts(db: Database, tmp_path: Path) -> None:
    add_hazard(db, box(50, 50, 100, 100), name="滑坡", level="blue")
    add_hazard(db, box(2400, 400, 300, 200), name="滑坡", level="yellow")
    run = ask(db, "滑坡", valley(tmp_path / "水深.tif")).run
    assert dict(run.totals.combinations)["滑坡", "水深"] == Tally(1, 2, 4)
    assert dict(run.totals.by_level)[HazardLevel.RED].houses == 1
    assert sum(t.houses for _, t in run.totals.combinations) == run.totals.total.houses == 5
    assert run.totals.unknown == 3


def test_a_run_over_depths_is_repeated_from_the_file_alone(db: Database, tmp_path: Path) -> None:
    path = valley(tmp_path / "水深.tif")
    run = ask(db, path).run
    path.unlink()
    again, _ = repeat_run(db, run.id, who="甲")
    assert (again.totals, again.question.repeats) == (run.totals, run.id)
    assert stored_run(db.conn, again.id).calls == again.calls
    assert len(kept_runs.rasters(db.conn, again.id)) == 1


def test_what_if_the_water_counted_from_other_depths_on(db: Database, tmp_path: Path) -> None:
    path = valley(tmp_path / "水深.tif")
    run = ask(db, path).run
    path.unlink()
    higher, change = repeat_run(db, run.id, who="甲", thresholds=(1.0,))
    found = compare_runs(db.conn, run.id, higher.id)
    fresh = ask(db, valley(tmp_path / "水深.tif"), thresholds=(1.0,)).run
    assert (higher.totals, higher.question.steps) == (fresh.totals, (("水深", (1.0,)),))
    assert found.gone.houses == run.totals.total.houses - fresh.totals.total.houses == 1
    assert found.newly == Tally(0, 0, 0)
    assert change.kinds == (Kind.RUN,)
    none, _ = repeat_run(db, run.id, who="甲", thresholds=(50.0,))
    assert (none.totals.total, none.totals.unknown) == (Tally(0, 0, 0), run.totals.unknown)
    add_hazard(db, box(50, 50, 100, 100), name="滑坡")
    dry = ask(db, "滑坡", thresholds=None).run
    with pytest.raises(BadRequest, match="没有水深栅格"):
        repeat_run(db, dry.id, who="甲", thresholds=(0.5,))


def test_every_raster_is_repeated_under_its_own_depths(db: Database, tmp_path: Path) -> None:
    deep, flat = valley(tmp_path / "深.tif"), valley(tmp_path / "浅.tif")
    depths = [read_depth_hazard(db.conn, deep, (1.0,)), read_depth_hazard(db.conn, flat, (0.05, 0.4))]
    run, _ = find_affected(db, [], who="甲", depths=depths)
    again, _ = repeat_run(db, run.id, who="甲")
    assert again.question.steps == run.question.steps == (("深", (1.0,)), ("浅", (0.05, 0.4)))
    assert again.totals == run.totals


def test_a_raster_without_any_value_leaves_every_home_unknown_and_says_so(db: Database, tmp_path: Path) -> None:
    empty = geotiff(tmp_path / "空.tif", np.full((40, 40), NODATA), west=EAST, north=NORTH + 400, cell=10)
    run = ask(db, empty).run
    assert run.totals.total == Tally(0, 0, 0)
    assert run.totals.unknown == db.execute("SELECT count(*) FROM house WHERE geom IS NOT NULL").fetchone()[0]
    assert "没有任何水深值" in run.question.sentence


def test_what_is_odd_about_a_raster_is_told(db: Database, tmp_path: Path) -> None:
    depths = np.full((40, 40), 1.5)
    depths[20, 12] = -3
    path = geotiff(tmp_path / "a.tif", depths, west=EAST, north=NORTH + 400, cell=10, nodata=None)
    run = ask(db, path).run
    told = ("a：栅格没有声明无数据值：每个像元都当作有水深。", "a：1 个像元的水深小于 0，当作没有值。")
    assert all(sentence in run.question.sentence for sentence in told)
    assert stored_run(db.conn, run.id).question == run.question
    assert repeat_run(db, run.id, who="甲")[0].question.oddities == run.question.oddities


def test_a_raster_of_nothing_but_gaps_leaves_every_home_unknown(db: Database, tmp_path: Path) -> None:
    path = geotiff(tmp_path / "空.tif", np.full((40, 40), np.nan), west=EAST, north=NORTH + 400, cell=10)
    run = ask(db, path).run
    assert (run.totals.total, run.totals.unknown) == (Tally(0, 0, 0), 8)


@pytest.mark.parametrize("content", [b"", b"II*\x00", b"<VRTDataset/>", bytes(range(256)) * 9])
def test_a_damaged_raster_is_refused(db: Database, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "坏.tif").write_bytes(content)
    with pytest.raises(BadFile, match="坏"):
        ask(db, tmp_path / "坏.tif")


def test_a_raster_elsewhere_without_crs_or_without_thresholds_is_refused(db: Database, tmp_path: Path) -> None:
    with pytest.raises(BadFile, match="不在本县"):
        ask(db, geotiff(tmp_path / "远.tif", np.ones((9, 9)), west=EAST + 90_000, north=NORTH, cell=10))
    plain = valley(tmp_path / "无.tif", epsg=None)
    with pytest.raises(CrsAsked, match="没有说明坐标系") as asked:
        ask(db, plain)
    assert [one.source for one in asked.value.proposals] == [SourceCrs(f"EPSG:{EPSG}")]
    with pytest.raises(BadRequest, match="只能写 EPSG 编号"):
        ask(db, plain, source=SourceCrs("GCJ-02"))
    assert ask(db, plain, source=SourceCrs(f"EPSG:{EPSG}")).run.totals.total.houses == 2
    with pytest.raises(BadRequest, match="需要分级"):
        ask(db, plain, thresholds=None)
    with pytest.raises(BadRequest, match="不能按“point”"):
        ask(db, plain, rule=AffectedRule.POINT, source=SourceCrs(f"EPSG:{EPSG}"))


def test_areas_and_depths_have_a_rule_each_and_both_are_told_and_repeated(db: Database, tmp_path: Path) -> None:
    add_hazard(db, box(50, 50, 100, 100), name="滑坡", level="blue")
    path = valley(tmp_path / "水深.tif")
    both = ask(db, "滑坡", path, rule=AffectedRule.CENTROID, area_rule=AffectedRule.NEAREST).run
    assert (both.question.area_rule, both.question.rule) == (AffectedRule.CENTROID, AffectedRule.NEAREST)
    assert stored_run(db.conn, both.id).question == both.question
    again, _ = repeat_run(db, both.id, who="甲")
    assert (again.question.area_rule, again.question.rule, again.totals) == (AffectedRule.CENTROID, AffectedRule.NEAREST, both.totals)
    alone = ask(db, path).run.question
    assert (alone.area_rule, alone.rule, alone.levels) == (None, AffectedRule.BILINEAR, ((HazardLevel.RED, HazardLevel.ORANGE),))
    with pytest.raises(BadRequest, match="规则给了两个"):
        ask(db, "滑坡", path, rule=AffectedRule.BILINEAR, area_rule=AffectedRule.NEAREST)


@pytest.mark.parametrize("gap", [9_999.0, 3.4e38])
def test_a_depth_no_river_has_is_no_value_and_told(db: Database, tmp_path: Path, gap: float) -> None:
    depths = np.full((40, 40), gap)
    asked = ask(db, geotiff(tmp_path / "a.tif", depths, west=EAST, north=NORTH + 400, cell=10, nodata=None))
    assert (asked.run.totals.total.houses, asked.run.totals.unknown) == (0, 8)
    assert "1024 个像元的水深超过 1,000 米，当作没有值" in asked.run.question.oddities[-1][1]


def test_reading_and_asking_depths_may_be_cancelled_at_any_moment(db: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(Cancelled):
        read_depth_hazard(db.conn, valley(tmp_path / "水深.tif"), (0.5,), cancelled=lambda: True)
    hazard, before = read_depth_hazard(db.conn, tmp_path / "水深.tif", (0.5, 1.0)), contents(db.conn)
    monkeypatch.setattr(packed, "BYTES_BETWEEN", 100)
    for last in range(10_000):
        left = iter(range(last))
        try:
            run, _ = find_affected(db, [], who="甲", depths=[hazard], cancelled=lambda left=left: next(left, None) is None)  # type: ignore[misc]
        except Cancelled:
            assert difference(before, contents(db.conn)) == {}
        else:
            break
    assert last > hazard.raster.depths.nbytes / 100, "while the raster is packed, too"
    [kept] = kept_runs.rasters(db.conn, run.id)
    assert np.array_equal(kept.depths, hazard.raster.depths, equal_nan=True)
