"""Exported maps opened by the system's own GDAL: the same rows, Chinese fields, whole names, whatever the names hold."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest

from gisapp.export.county_tables import ExportKind
from gisapp.export.export_kind import MAPS, export_kind, export_revealed
from gisapp.export.export_order import ExportOrder
from tests.builders import opened
from tests.stories.test_gis_programs import SYSTEM_PYTHON

KML = "{http://www.opengis.net/kml/2.2}"
HOSTILE = "=cmd|' /C calc'!A0 <script>alert(1)</script> \"'];DROP TABLE x;-- ../../etc/passwd {{7*7}} &amp; 甲"
READ = """
import json, sys
from osgeo import ogr
ogr.UseExceptions()
source = ogr.Open(sys.argv[1])
found = []
for feature in source.GetLayer(0):
    shape = feature.GetGeometryRef()
    found.append({**feature.items(), "shape": shape and shape.GetGeometryName()})
print(json.dumps(found))
"""


def read_elsewhere(path: Path) -> list[dict[str, object]]:
    if path.suffix == ".kml":
        return read_kml(path)
    source = f"/vsizip/{path}" if path.suffix == ".zip" else str(path)
    done = subprocess.run([SYSTEM_PYTHON, "-c", READ, source], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found: list[dict[str, object]] = json.loads(done.stdout)
    return found


def read_kml(path: Path) -> list[dict[str, object]]:
    """By Python's own XML parser: GDAL's KML reader loses Chinese names of data."""
    marks = ElementTree.parse(path).getroot().iter(f"{KML}Placemark")
    return [
        {
            **{str(data.get("name")): data.findtext(f"{KML}value") for data in mark.iter(f"{KML}Data")},
            "shape": next((shape.upper() for shape in ("Point", "MultiGeometry") if mark.find(f"{KML}{shape}") is not None), None),
        }
        for mark in marks
    ]


@pytest.mark.parametrize("ending", MAPS)
def test_hostile_names_and_chinese_fields_come_back_whole(made_county: Path, tmp_path: Path, ending: str) -> None:
    county = Path(shutil.copyfile(made_county, tmp_path / "县.gpkg"))
    with opened(county) as db:
        db.conn.execute("UPDATE resident SET name = ? WHERE id = 1", (HOSTILE,))
        out = tmp_path / f"名 单{ending}"
        order = ExportOrder(ExportKind.RESIDENTS, is_titled=True)
        written = export_revealed(db, out, order, who="我", reason="核对")
        wanted = [tuple(row) for row in db.conn.execute("SELECT name, id_number FROM resident WHERE left_on IS NULL")]
    short = dict(written.renamed)
    rows = read_elsewhere(out)
    assert written.rows == len(rows) == len(wanted)
    number = short.get("证件号码", "证件号码")
    assert sorted((row["姓名"], row[number]) for row in rows) == sorted(wanted)
    assert {row["shape"] for row in rows} <= {"POINT", None}


@pytest.mark.parametrize("ending", MAPS)
def test_grids_come_back_as_areas_with_numbers(made_county: Path, tmp_path: Path, ending: str) -> None:
    county = Path(shutil.copyfile(made_county, tmp_path / "县.gpkg"))
    with opened(county) as db:
        export_kind(db.conn, tmp_path / f"a{ending}", ExportOrder(ExportKind.GRIDS))
        wanted = {row[0] for row in db.conn.execute("SELECT code FROM grid")}
    rows = read_elsewhere(tmp_path / f"a{ending}")
    assert {row["code"] for row in rows} == wanted
    assert {str(row["shape"]).removeprefix("MULTI") for row in rows} <= {"POLYGON", "GEOMETRY"}
    assert all(int(str(row["houses"])) >= 0 for row in rows)
