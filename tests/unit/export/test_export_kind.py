from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyogrio
import pytest
from python_calamine import CalamineWorkbook

from gisapp.domain.affected import AffectedRun
from gisapp.errors import BadRequest
from gisapp.export.county_tables import ExportKind, kind_from_text
from gisapp.export.export_kind import ENDINGS, MAPS, export_kind, export_revealed
from gisapp.export.export_order import ExportOrder
from gisapp.services.families.choose_families import find_unit
from gisapp.storage.county import counts, history
from tests import builders
from tests.unit.export.conftest import NASTY

if TYPE_CHECKING:
    from sqlite_utils import Database


def read_json(path: Path) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
    return rows


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize(("kind", "rows"), [(ExportKind.GRIDS, 4), (ExportKind.HOUSEHOLDS, 6), (ExportKind.AFFECTED, 4)])
def test_every_kind_goes_into_every_file(db: Database, run: AffectedRun, tmp_path: Path, kind: ExportKind, rows: int, ending: str) -> None:
    assert export_kind(db.conn, tmp_path / f"导 出{ending}", ExportOrder(kind)).rows == rows


def test_figures_of_a_grid_equal_its_card(db: Database, run: AffectedRun, tmp_path: Path) -> None:
    from datetime import date

    export_kind(db.conn, tmp_path / "a.json", ExportOrder(ExportKind.GRIDS))
    for number, row in enumerate(read_json(tmp_path / "a.json"), 1):
        people = counts.people_in_grid(db.conn, number, date.today())
        assert row["code"] == f"G{number:03d}"
        keys = ("houses", "households", "residents", "elderly", "children", "disabled", "relocated", "hazard_homes")
        found = tuple(row[key] for key in keys)
        assert found == (
            people.houses, people.households, people.residents, people.elderly, people.children, people.disabled, people.relocated,
            people.houses_in_hazard,
        )  # fmt: skip
        assert row["missing_slots"] == people.missing_slots


def test_households_carry_the_holders_of_their_six_slots(db: Database, tmp_path: Path) -> None:
    export_kind(db.conn, tmp_path / "a.json", ExportOrder(ExportKind.HOUSEHOLDS))
    rows = {row["code"]: row for row in read_json(tmp_path / "a.json")}
    complete, two_ends, ordinary = rows["H004"], rows["H005"], rows["H003"]
    assert complete["village_sponsor_cadre"] == "联系人5 121****0005"
    assert complete["community_grid_officer"] == "联系人2 121****0002"
    assert two_ends["village_sponsor_cadre"] == ""
    assert (ordinary["relocated"], ordinary["origin"], ordinary["village_unit_cadre"]) == ("否", "", "")
    assert (complete["relocated"], complete["relocated_on"], complete["origin"]) == ("是", "2021-01-01", "西山村")


def test_id_numbers_and_phones_are_masked(db: Database, run: AffectedRun, tmp_path: Path) -> None:
    for kind in ExportKind:
        export_kind(db.conn, tmp_path / "a.csv", ExportOrder(kind))
        text = (tmp_path / "a.csv").read_text(encoding="utf-8-sig")
        assert "1200000000" not in text
        assert "1210000000" not in text
        assert "19400501" not in text


def test_revealing_needs_a_reason_and_is_logged(db: Database, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with pytest.raises(BadRequest, match="必须写明原因"):
        export_revealed(db, path, ExportOrder(ExportKind.HOUSEHOLDS), who="我", reason="  ")
    assert not path.exists()
    assert export_revealed(db, path, ExportOrder(ExportKind.HOUSEHOLDS), who="我", reason="入户核对").rows == 6
    entry = history.newest(db.conn)[0]
    assert (entry.label, entry.who, entry.why) == ("导出未脱敏名单", "我", "入户核对")
    rows = CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()
    assert "99999919400501001A" in rows[5]
    assert "证件号码和电话未脱敏，导出已记录。" in rows[2]


def test_a_revealed_export_that_fails_is_not_logged(db: Database, tmp_path: Path) -> None:
    before = len(history.newest(db.conn))
    with pytest.raises(BadRequest):
        export_revealed(db, tmp_path / "a.doc", ExportOrder(ExportKind.GRIDS), who="我", reason="核对")
    assert len(history.newest(db.conn)) == before


MOVED = frozenset({"H004", "H005", "H006"})


@pytest.mark.parametrize(
    ("unit", "codes"), [("东社区", MOVED), ("西镇", {"H001", "H002", "H003"}), ("紫云南郡", MOVED), ("G003", {"H003"})]
)
def test_a_unit_narrows_the_list(db: Database, tmp_path: Path, unit: str, codes: set[str]) -> None:
    export_kind(db.conn, tmp_path / "a.json", ExportOrder(ExportKind.HOUSEHOLDS, find_unit(db.conn, unit)))
    assert {row["code"] for row in read_json(tmp_path / "a.json")} == codes


def test_a_unit_narrows_the_affected_by_their_homes_in_danger(db: Database, run: AffectedRun, tmp_path: Path) -> None:
    assert export_kind(db.conn, tmp_path / "a.json", ExportOrder(ExportKind.AFFECTED, find_unit(db.conn, "G003"))).rows == 2
    assert export_kind(db.conn, tmp_path / "b.json", ExportOrder(ExportKind.GRIDS, find_unit(db.conn, "东社区"))).rows == 2


def test_geodata_lies_where_the_county_lies(db: Database, tmp_path: Path) -> None:
    export_kind(db.conn, tmp_path / "a.gpkg", ExportOrder(ExportKind.HOUSEHOLDS))
    export_kind(db.conn, tmp_path / "a.geojson", ExportOrder(ExportKind.GRIDS))
    homes, cells = pyogrio.read_dataframe(tmp_path / "a.gpkg"), pyogrio.read_dataframe(tmp_path / "a.geojson")
    assert homes.crs.to_epsg() == builders.EPSG
    assert (homes.geometry.x.min(), homes.geometry.y.min()) == (builders.EAST + 100, builders.NORTH + 100)
    assert list(homes.age) == [int(age) for age in homes.age]
    assert cells.crs.to_epsg() == 4326
    assert cells.total_bounds == pytest.approx((108.0, 32.885, 108.0427, 32.9212), abs=1e-3)


def test_a_family_without_a_home_is_exported_without_a_place(db: Database, tmp_path: Path) -> None:
    db.conn.execute("UPDATE home SET to_date = '2026-01-01' WHERE household_id = ?", (builders.ORDINARY,))
    for ending in ENDINGS:
        assert export_kind(db.conn, tmp_path / f"a{ending}", ExportOrder(ExportKind.HOUSEHOLDS)).rows == 6


def test_nasty_names_go_through_unharmed(db: Database, run: AffectedRun, tmp_path: Path) -> None:
    db.conn.execute("UPDATE resident SET name = ? WHERE relation = 'head'", (NASTY,))
    db.conn.execute("UPDATE grid SET name = ? WHERE id = 1", (NASTY,))
    for ending in ENDINGS:
        for kind in (one for one in ExportKind if one.has_place or ending not in MAPS):
            export_kind(db.conn, tmp_path / f"{kind}{ending}", ExportOrder(kind))
    assert read_json(tmp_path / "households.json")[0]["head"] == NASTY
    assert pyogrio.read_dataframe(tmp_path / "households.gpkg")["head"][0] == NASTY
    assert CalamineWorkbook.from_path(tmp_path / "households.xlsx").get_sheet_by_index(0).to_python()[5][1] == NASTY
    with (tmp_path / "households.csv").open(encoding="utf-8-sig", newline="") as file:
        assert list(csv.reader(file))[1][1] == f"'{NASTY}"


def test_an_unknown_kind_or_ending_is_one_sentence(db: Database, tmp_path: Path) -> None:
    with pytest.raises(BadRequest, match="households"):
        kind_from_text("everything")
    with pytest.raises(BadRequest, match="xlsx"):
        export_kind(db.conn, tmp_path / "名单.doc", ExportOrder(ExportKind.GRIDS))
    assert kind_from_text(" Grids ") is ExportKind.GRIDS
