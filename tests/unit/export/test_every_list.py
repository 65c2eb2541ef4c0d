from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from python_calamine import CalamineWorkbook

from gisapp.domain.affected import AffectedRun
from gisapp.domain.cards import Unit
from gisapp.errors import BadRequest, Cancelled
from gisapp.export import last_export
from gisapp.export.county_tables import ExportKind
from gisapp.export.export_kind import ENDINGS, MAPS, export_kind, export_revealed
from gisapp.export.export_order import ExportOrder, OutCrs, crs_from_text
from gisapp.export.last_export import LastExport
from gisapp.services.families.choose_families import find_unit
from tests import builders

if TYPE_CHECKING:
    from sqlite_utils import Database

COUNTED = {
    ExportKind.DIVISIONS: "SELECT count(*) FROM division",
    ExportKind.GRIDS: "SELECT count(*) FROM grid",
    ExportKind.HOUSES: "SELECT count(*) FROM house",
    ExportKind.HOUSEHOLDS: "SELECT count(*) FROM household WHERE ended_on IS NULL",
    ExportKind.RESIDENTS: "SELECT count(*) FROM resident WHERE left_on IS NULL",
    ExportKind.SETTLEMENTS: "SELECT count(*) FROM settlement_site",
    ExportKind.HAZARDS: "SELECT count(*) FROM hazard_area",
    ExportKind.SAFE_SITES: "SELECT count(*) FROM safe_site",
    ExportKind.CONTACTS: "SELECT count(*) FROM contact",
    ExportKind.SLOTS: "SELECT 6 * count(*) FROM household WHERE relocated_on IS NOT NULL AND ended_on IS NULL",
    ExportKind.AFFECTED: "SELECT count(*) FROM hazard_run_household",
    ExportKind.ROADS: "SELECT count(*) FROM road",
    ExportKind.WATERWAYS: "SELECT count(*) FROM waterway",
    ExportKind.ROOMS: "SELECT count(*) FROM house WHERE building_id IS NOT NULL AND room <> ''",
    ExportKind.ATTRIBUTES: "SELECT count(DISTINCT household_id) FROM household_attribute",
    ExportKind.INDICATORS: "SELECT count(*) FROM (SELECT DISTINCT division_id, grid_id, household_id, day FROM indicator_value)",
}
PLACELESS = {ExportKind.CONTACTS, ExportKind.INDICATORS}


def rows_of(db: Database, folder: Path, kind: ExportKind, unit: Unit | None = None) -> list[dict[str, Any]]:
    export_kind(db.conn, folder / "a.json", ExportOrder(kind, unit))
    found: list[dict[str, Any]] = json.loads((folder / "a.json").read_text("utf-8"))
    return found


@pytest.mark.parametrize("kind", ExportKind)
def test_every_list_has_as_many_rows_as_plain_sql_counts(db: Database, run: AffectedRun, tmp_path: Path, kind: ExportKind) -> None:
    assert len(rows_of(db, tmp_path, kind)) == db.conn.execute(COUNTED[kind]).fetchone()[0]


@pytest.mark.parametrize("ending", MAPS)
def test_every_list_with_places_goes_into_every_map_file(db: Database, run: AffectedRun, tmp_path: Path, ending: str) -> None:
    for kind in set(ExportKind) - PLACELESS:
        count = db.conn.execute(COUNTED[kind]).fetchone()[0]
        assert export_kind(db.conn, tmp_path / f"{kind}{ending}", ExportOrder(kind)).rows == count


@pytest.mark.parametrize("kind", sorted(PLACELESS))
def test_contacts_and_figures_have_no_place_and_are_no_map(db: Database, tmp_path: Path, kind: ExportKind) -> None:
    with pytest.raises(BadRequest, match="没有位置"):
        export_kind(db.conn, tmp_path / "a.gpkg", ExportOrder(kind))
    assert not list(tmp_path.glob("a.*"))


def test_a_unit_narrows_every_list_as_plain_sql_does(db: Database, run: AffectedRun, tmp_path: Path) -> None:
    east = find_unit(db.conn, "东社区")
    grids = "(SELECT id FROM grid WHERE division_id = 5)"
    homes = (
        f"SELECT household_id FROM home JOIN house h ON h.id = house_id WHERE to_date IS NULL AND role <> 'origin' AND grid_id IN {grids}"
    )
    wanted = {
        ExportKind.GRIDS: "SELECT count(*) FROM grid WHERE division_id = 5",
        ExportKind.HOUSES: f"SELECT count(*) FROM house WHERE grid_id IN {grids}",
        ExportKind.HOUSEHOLDS: f"SELECT count(DISTINCT household_id) FROM ({homes})",
        ExportKind.RESIDENTS: f"SELECT count(*) FROM resident WHERE household_id IN ({homes})",
        ExportKind.SLOTS: f"SELECT 6 * count(*) FROM household WHERE relocated_on IS NOT NULL AND id IN ({homes})",
        ExportKind.CONTACTS: "SELECT count(*) FROM contact WHERE division_id = 5",
        ExportKind.DIVISIONS: "SELECT 1",
    }
    for kind, sql in wanted.items():
        assert len(rows_of(db, tmp_path, kind, east)) == db.conn.execute(sql).fetchone()[0], kind
    assert [row["name"] for row in rows_of(db, tmp_path, ExportKind.HAZARDS, find_unit(db.conn, "G002"))] == []
    assert {row["name"] for row in rows_of(db, tmp_path, ExportKind.HAZARDS, find_unit(db.conn, "G001"))} >= {"月河洪涝"}


def test_chosen_columns_come_in_the_order_chosen(db: Database, tmp_path: Path) -> None:
    for ending in ENDINGS:
        order = ExportOrder(ExportKind.HOUSEHOLDS, columns=("phone", "code"))
        assert export_kind(db.conn, tmp_path / f"a{ending}", order).rows == 6
    sheet = CalamineWorkbook.from_path(tmp_path / "a.xlsx").get_sheet_by_index(0).to_python()
    header = sheet.index(["电话", "户编号"])
    assert sheet[header + 1] == ["120****0001", "H001"]
    for wrong in (("code", "nothing"), ("code", "code")):
        with pytest.raises(BadRequest, match="没有这一列"):
            export_kind(db.conn, tmp_path / "b.csv", ExportOrder(ExportKind.HOUSEHOLDS, columns=wrong))
    assert not (tmp_path / "b.csv").exists()


def test_people_are_masked_to_the_birth_date_until_a_reason_is_given(db: Database, tmp_path: Path) -> None:
    masked = rows_of(db, tmp_path, ExportKind.RESIDENTS)
    assert {row["birth_date"] for row in masked} == {None}
    assert all("*" in row["id_number"] for row in masked)
    export_revealed(db, tmp_path / "b.json", ExportOrder(ExportKind.RESIDENTS), who="我", reason="核对")
    clear = json.loads((tmp_path / "b.json").read_text("utf-8"))
    assert clear[0]["birth_date"] == "1940-05-01"
    assert clear[0]["id_number"] == "99999919400501001A"


def test_coordinates_are_degrees_where_the_house_stands(db: Database, tmp_path: Path) -> None:
    import pyogrio

    export_kind(db.conn, tmp_path / "a.geojson", ExportOrder(ExportKind.HOUSES))
    found = pyogrio.read_dataframe(tmp_path / "a.geojson")
    assert list(found.lon) == pytest.approx(list(found.geometry.x), abs=1e-7)
    assert list(found.lat) == pytest.approx(list(found.geometry.y), abs=1e-7)


def test_the_crs_is_chosen_and_a_shifted_one_is_refused(db: Database, tmp_path: Path) -> None:
    import pyogrio

    for crs, epsg in ((OutCrs.USUAL, builders.EPSG), (OutCrs.COUNTY, builders.EPSG), (OutCrs.WGS84, 4326)):
        for ending in (".gpkg", ".shp"):
            export_kind(db.conn, tmp_path / f"a{ending}", ExportOrder(ExportKind.GRIDS, crs=crs))
            assert pyogrio.read_dataframe(tmp_path / f"a{ending}").crs.to_epsg() == epsg
    with pytest.raises(BadRequest, match="GCJ-02"):
        crs_from_text("gcj02")
    with pytest.raises(BadRequest, match="WGS-84"):
        export_kind(db.conn, tmp_path / "b.kml", ExportOrder(ExportKind.GRIDS, crs=OutCrs.COUNTY))


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_cancelled_export_leaves_the_former_file(db: Database, tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"a{ending}"
    export_kind(db.conn, path, ExportOrder(ExportKind.GRIDS))
    before = {file.name: file.read_bytes() for file in tmp_path.iterdir() if file.is_file()}
    with pytest.raises(Cancelled):
        export_kind(db.conn, path, ExportOrder(ExportKind.HOUSEHOLDS), cancelled=lambda: True)
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir() if file.is_file()} == before


def test_the_last_export_and_the_columns_of_each_kind_are_remembered(db: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GISAPP_HOME", str(tmp_path / "home"))
    county = tmp_path / "县.gpkg"
    with pytest.raises(BadRequest, match="还没有"):
        last_export.kept(county)
    unit = find_unit(db.conn, "东社区")
    for order in (ExportOrder(ExportKind.GRIDS, columns=("name", "code")), ExportOrder(ExportKind.HOUSES, unit, (), OutCrs.WGS84, True)):
        last_export.keep(county, LastExport(tmp_path / "a.csv", order, is_revealed=True))
    last = last_export.kept(county)
    assert (last.order.kind, last.order.crs, last.order.is_titled, last.is_revealed) == (ExportKind.HOUSES, OutCrs.WGS84, True, True)
    assert last.order.unit is not None
    assert (last.order.unit.kind, last.order.unit.id) == (unit.kind, unit.id)
    assert last_export.columns_of(ExportKind.GRIDS) == ("name", "code")
    for nonsense in ("", "[]", '{"last": {"x": 1}, "columns": 7}', json.dumps({"last": {str(county.resolve()): {"path": 1}}})):
        (tmp_path / "home" / "exports.json").write_text(nonsense, "utf-8")
        assert last_export.columns_of(ExportKind.GRIDS) == ()
        with pytest.raises(BadRequest):
            last_export.kept(county)
