"""Sites, safe sites, roads and rivers that lie beside where the county has them are asked about, never taken as they are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
import shapely

from gisapp.services.places.ask_crs import CrsAsked
from gisapp.spatial import china_shift
from tests.unit.readers.files import Feature
from tests.unit.services.map_files import at, gpkg, imported, outcome, previewed

SYSTEMS = pytest.mark.parametrize(("system", "code"), [("GCJ-02", "gcj02"), ("BD-09", "bd09")])


def shifted(features: Sequence[Feature], system: str) -> list[Feature]:
    """The same features as a map of GCJ-02 or BD-09 draws them."""
    return [(shapely.transform(shape, lambda xy: china_shift.from_wgs(xy, system)), facts) for shape, facts in features]


def line(*places: tuple[float, float]) -> shapely.Geometry:
    return shapely.LineString([at(x, y) for x, y in places])


def sites(name: str) -> list[Feature]:
    return [(at(500 + 300 * n, 800 + 200 * n), {name: f"点{n}", "村": "西山村", "容量": "50"}) for n in range(5)]


def ways(name: str) -> list[Feature]:
    return [(line((100 + 300 * n, 100), (400 + 300 * n, 1500 + 20 * n)), {name: f"路{n}"}) for n in range(6)]


KNOWN = pytest.mark.parametrize(
    ("kind", "features", "against"),
    [
        ("settlements", lambda: sites("安置点名称"), "安置点"),
        ("safe_sites", lambda: sites("避险点名称"), "避险点"),
        ("roads", lambda: ways("道路名称"), "道路"),
        ("waterways", lambda: ways("河流名称"), "河流"),
    ],
)


@KNOWN
@SYSTEMS
def test_all_lie_one_way_beside_those_of_their_name(
    county: Path, tmp_path: Path, kind: str, features: Callable[[], list[Feature]], against: str, system: str, code: str
) -> None:
    own = features()
    imported(county, gpkg(tmp_path / "原.gpkg", own), kind)
    assert outcome(previewed(county, gpkg(tmp_path / "再.gpkg", own), kind)) == (0, 0, len(own), 0)
    path = gpkg(tmp_path / "偏.gpkg", shifted(own, system))
    with pytest.raises(CrsAsked, match=against) as asked:
        previewed(county, path, kind)
    assert f"--crs {code}" in asked.value.next_step
    assert outcome(previewed(county, path, kind, source=asked.value.proposals[0].source)) == (0, 0, len(own), 0)
    assert sum(outcome(previewed(county, path, kind, source=asked.value.stated))) == len(own)


def test_one_that_moved_is_no_shift(county: Path, tmp_path: Path) -> None:
    own = sites("安置点名称")
    imported(county, gpkg(tmp_path / "原.gpkg", own), "settlements")
    moved = [(at(900, 1700), own[0][1]), *own[1:]]
    assert outcome(previewed(county, gpkg(tmp_path / "移.gpkg", moved), "settlements")) == (0, 1, 4, 0)


@SYSTEMS
def test_new_lines_that_jut_out_of_the_county_one_way_are_asked_about(county: Path, tmp_path: Path, system: str, code: str) -> None:
    """Cut at the border by whoever gave them, they lie within it once they are converted."""
    own = [(line((2000, 300 + 400 * n), (3995, 310 + 400 * n)), {"道路名称": f"东路{n}"}) for n in range(6)]
    own += [(line((300 + 400 * n, 2000), (310 + 400 * n, 5)), {"道路名称": f"南路{n}"}) for n in range(6)]
    with pytest.raises(CrsAsked, match="伸出县界") as asked:
        previewed(county, gpkg(tmp_path / "偏.gpkg", shifted(own, system)), "roads")
    assert f"--crs {code}" in asked.value.next_step
    assert outcome(previewed(county, gpkg(tmp_path / "对.gpkg", own), "roads")) == (12, 0, 0, 0)


def test_roads_that_really_lead_out_are_taken(county: Path, tmp_path: Path) -> None:
    out = [(line((2000, 300 + 400 * n), (4600, 310 + 400 * n)), {"道路名称": f"东路{n}"}) for n in range(6)]
    out += [(line((300 + 400 * n, 2000), (310 + 400 * n, 4700)), {"道路名称": f"北路{n}"}) for n in range(6)]
    assert outcome(previewed(county, gpkg(tmp_path / "对.gpkg", out), "roads")) == (12, 0, 0, 0)


@SYSTEMS
def test_a_table_of_safe_sites_in_degrees_is_asked_about_too(county: Path, tmp_path: Path, system: str, code: str) -> None:
    def table(name: str, features: Sequence[Feature]) -> Path:
        rows = [f"{facts['避险点名称']},西山村,50,{shape.x:.7f},{shape.y:.7f}" for shape, facts in features]
        path = tmp_path / name
        path.write_text("\n".join(("避险点名称,村,容量,经度,纬度", *rows)), encoding="utf-8")
        return path

    own = sites("避险点名称")
    imported(county, table("原.csv", own), "safe_sites")
    path = table("偏.csv", shifted(own, system))
    with pytest.raises(CrsAsked) as asked:
        previewed(county, path, "safe_sites")
    assert f"--crs {code}" in asked.value.next_step
    assert outcome(previewed(county, path, "safe_sites", source=asked.value.proposals[0].source)) == (0, 0, 5, 0)
    assert sum(outcome(previewed(county, path, "safe_sites", source=asked.value.stated))) == 5
