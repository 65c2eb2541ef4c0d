"""Files of areas taken in again and again: new, changed, same, rejected add up, and nothing is lost by undo."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import shapely
from sqlite_utils import Database

from gisapp.domain.hazard import HazardKind, HazardLevel
from gisapp.domain.validity import holds_at, moment_from_text, validity_at
from gisapp.errors import BadRequest, Cancelled
from gisapp.services.county.undo import undo
from gisapp.services.hazards.draw_along import area_along, names_along
from gisapp.services.hazards.hazard_fields import FieldChoice
from gisapp.services.hazards.import_hazards import HazardImport, import_hazards, take_hazards
from gisapp.services.hazards.read_hazards import read_hazards
from gisapp.services.hazards.reading import Reading
from gisapp.storage.county import geopackage
from tests.builders import EAST, EPSG, NORTH, opened
from tests.unit.readers.files import geojson, many_squares, square
from tests.unit.storage.contents import contents, difference


@pytest.fixture
def db(county: Path) -> Iterator[Database]:
    with opened(county) as db:
        yield db


def counts(found: HazardImport) -> tuple[int, int, int, int, int]:
    assert found.total == found.new + found.changed + found.same + found.rejected
    return found.total, found.new, found.changed, found.same, found.rejected


def test_the_same_file_again_changes_nothing_and_a_newer_one_only_what_changed(db: Database, tmp_path: Path) -> None:
    path = tmp_path / "公报.geojson"
    rows = [(square(x), {"名称": f"点{x}", "等级": "黄"}) for x in (0, 500, 1000)]
    assert counts(import_hazards(db, geojson(path, [*rows, (None, {})]), who="甲")) == (4, 3, 0, 0, 1)
    before = contents(db.conn)
    again = import_hazards(db, path, who="甲")
    assert (counts(again), again.change) == ((4, 0, 0, 3, 1), None)
    assert difference(before, contents(db.conn)) == {}
    newer = [
        (square(0), {"名称": "点0", "等级": "红"}),
        (square(500, 0, 400), {"名称": "点500", "等级": "黄"}),
        (square(2000), {"名称": "点9"}),
    ]
    assert counts(import_hazards(db, geojson(path, newer), who="甲")) == (3, 1, 2, 0, 0)
    stored = db.execute("SELECT name, level FROM hazard_area ORDER BY id").fetchall()
    assert stored == [("点0", "red"), ("点500", "yellow"), ("点1000", "yellow"), ("点9", "red")]
    inside = db.execute("SELECT count(*) FROM house_hazard").fetchone()[0]
    assert inside == db.execute("SELECT count(*) FROM house_hazard x JOIN hazard_area a ON a.id = x.hazard_area_id").fetchone()[0] > 0
    undo(db, who="甲")
    assert difference(before, contents(db.conn)) == {}


def test_a_dry_run_counts_and_writes_nothing(db: Database, tmp_path: Path) -> None:
    before = contents(db.conn)
    found = import_hazards(db, geojson(tmp_path / "a.geojson", [(square(), {})]), who="甲", is_dry_run=True)
    assert (counts(found), difference(before, contents(db.conn))) == ((1, 1, 0, 0, 0), {})


def test_the_field_chosen_for_the_level_is_remembered_for_files_of_this_layout(db: Database, tmp_path: Path) -> None:
    path = geojson(tmp_path / "a.geojson", [(square(), {"危险程度": "橙色预警", "级": "1", "名称": "甲"})])
    assert read_hazards(db.conn, path).areas[0].level is HazardLevel.RED
    import_hazards(db, path, who="甲", how=Reading(fields=FieldChoice(level="危险程度")))
    other = geojson(tmp_path / "b.geojson", [(square(900), {"危险程度": "蓝", "级": "1", "名称": "乙"})])
    found = read_hazards(db.conn, other)
    assert (found.areas[0].level, found.choice.level) == (HazardLevel.BLUE, "危险程度")
    assert [(field.name, field.samples, field.means) for field in found.previews] == [
        ("危险程度", ("蓝",), "level"),
        ("级", ("1",), ""),
        ("名称", ("乙",), "name"),
    ]
    undo(db, who="甲")
    assert read_hazards(db.conn, other).areas[0].level is HazardLevel.RED


def test_what_fields_do_not_say_is_said_once_for_the_file(db: Database, tmp_path: Path) -> None:
    path = geojson(tmp_path / "a.geojson", [(square(), {"开始时间": "2026年7月11日8时"}), (square(500), {"开始时间": "昨天"})])
    how = Reading(kind=HazardKind.LANDSLIDE, level=HazardLevel.BLUE, source="县气象局", valid_from="2026-07-01", valid_to="2026-07-14")
    found = read_hazards(db.conn, path, how)
    assert {(a.kind, a.level, a.source, a.valid_to) for a in found.areas} == {("landslide", "blue", "县气象局", "2026-07-14")}
    assert [area.valid_from for area in found.areas] == ["2026-07-11T08:00", "2026-07-01"]
    assert [(p.number, p.reason, p.is_refused) for p in found.problems] == [(2, "时间读不懂：昨天", False)]


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-07-12", "2026-07-12"),
        ("2026/7/2 8:05", "2026-07-02T08:05"),
        ("20260712", "2026-07-12"),
        ("202607122030", "2026-07-12T20:30"),
        ("2026年7月12日20时30分", "2026-07-12T20:30"),
        ("2026-07-12T20:00:00+08:00", "2026-07-12T20:00"),
    ],
)
def test_times_are_read_as_people_write_them(text: str, moment: str) -> None:
    assert moment_from_text(text) == moment


@pytest.mark.parametrize("text", ["", "明天", "2026-13-01", "2026-02-30", "2026-07-12 25:00", "12/07/2026"])
def test_a_time_that_does_not_exist_is_refused(text: str) -> None:
    with pytest.raises(BadRequest, match="时间读不懂"):
        moment_from_text(text)


def test_an_area_holds_from_its_first_day_to_the_end_of_its_last() -> None:
    held = [at for at in ("2026-07-10", "2026-07-11", "2026-07-14T23:59", "2026-07-15") if holds_at("2026-07-11", "2026-07-14", at)]
    assert held == ["2026-07-11", "2026-07-14T23:59"]
    assert holds_at(None, None, "2026-07-12")
    assert [holds_at("2026-07-11T20:00", None, at) for at in ("2026-07-11T19:59", "2026-07-11T20:00", "2026-07-11")] == [False, True, True]


def test_an_area_along_a_river_is_all_within_so_many_metres_of_its_pieces(db: Database) -> None:
    for number, x in enumerate((0, 1000), 1):
        shape = shapely.MultiLineString([[(EAST + x, NORTH + 100), (EAST + x + 500, NORTH + 100)]])
        row = {"uid": f"w{number}", "geom": geopackage.encode(shape, EPSG), "name": "月河", "rank": 1}
        db["waterway"].insert(row)
    area = area_along(db.conn, "月河", 50)
    assert (area.name, area.source, area.level) == ("月河两侧 50 米", "沿月河外扩 50 米", HazardLevel.RED)
    assert area.geometry.area == pytest.approx(2 * (500 * 100 + 3.1416 * 50**2), rel=0.001)
    assert names_along(db.conn) == ("月河",)
    with pytest.raises(BadRequest, match="没有名为“汉江”的河流或道路") as refusal:
        area_along(db.conn, "汉江", 50)
    assert "月河" in refusal.value.next_step
    with pytest.raises(BadRequest, match="宽度"):
        area_along(db.conn, "月河", float("nan"))


def test_storing_stops_when_asked_and_leaves_nothing_behind(db: Database, tmp_path: Path) -> None:
    path = geojson(tmp_path / "多.geojson", [(shape, {"name": f"点{place}"}) for place, shape in enumerate(many_squares(120))])
    before = contents(db.conn)
    found = read_hazards(db.conn, path)
    steps, told = iter(range(10_000)), []
    with pytest.raises(Cancelled):
        take_hazards(db, found, who="甲", cancelled=lambda: next(steps) > 100)
    assert difference(before, contents(db.conn)) == {}
    take_hazards(db, found, who="甲", progress=lambda done, total: told.append((done, total)))
    assert told == [(50, 120), (100, 120)]
    undo(db, who="甲")
    assert difference(before, contents(db.conn)) == {}


def test_source_and_times_come_from_their_fields_or_hold_for_all(db: Database, tmp_path: Path) -> None:
    rows = [
        (square(), {"名称": "甲", "发布单位": "气象局", "开始时间": "2026-07-11", "结束时间": "2026-07-14 8时"}),
        (square(500), {"名称": "乙", "发布单位": "", "开始时间": "", "结束时间": ""}),
    ]
    how = Reading(source="公报", valid_from="2026-07-01", valid_to="2026-07-31")
    found = import_hazards(db, geojson(tmp_path / "a.geojson", rows), who="甲", how=how)
    assert [(area.source, area.valid_from, area.valid_to) for area in found.areas] == [
        ("气象局", "2026-07-11", "2026-07-14T08:00"),
        ("公报", "2026-07-01", "2026-07-31"),
    ]


def test_an_area_is_expired_or_not_yet_in_force_by_its_times() -> None:
    at = "2026-07-12T20:00"
    pairs = [(None, None), ("2026-07-11", "2026-07-12"), (None, "2026-07-11"), (None, "2026-07-12T19:59"), ("2026-07-12T20:01", None)]
    assert [validity_at(first, last, at).value for first, last in pairs] == ["holds", "holds", "expired", "expired", "not_yet"]
