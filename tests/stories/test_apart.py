"""Whole jobs where there is no Qt, and where there is no network."""

from __future__ import annotations

import json
import os
import pkgutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

import gisapp as program
from tests.architecture.rules import FIRST_QT_RANK, RANKS
from tests.stories.command import gisapp
from tests.unit.readers.files import geojson, square

WITHOUT_QT = """
import importlib, json, sys
for name in ("PySide6", "shiboken6"):
    sys.modules[name] = None
for name in json.loads(sys.argv[1]):
    importlib.import_module(name)

from pathlib import Path
from gisapp.domain.lines import slot_from_text
from gisapp.export.call_list import call_list_sheet
from gisapp.export.county_tables import kind_from_text
from gisapp.export.export_kind import export_kind
from gisapp.export.export_order import ExportOrder
from gisapp.scene import county_layers
from gisapp.services.runs.ask_affected import ask_affected
from gisapp.services.contacts.assign_contact import assign_contact
from gisapp.services.county.check_county import check_county
from gisapp.services.hazards.read_hazards import read_hazards
from gisapp.services.contacts.report_slots import report_slots
from gisapp.services.hazards.save_hazard import save_hazards
from gisapp.services.county.undo import undo
from gisapp.storage.county import county_file

county, flood, out = map(Path, sys.argv[2:])
with county_file.writing(county) as db:
    save_hazards(db, read_hazards(db.conn, flood).areas, who="x")
    plan, _ = assign_contact(db, [4, 5, 6], slot_from_text("village/sponsor"), 5, who="x")
    asked = ask_affected(db, ["洪水", str(flood)], who="x")
    call_list_sheet(db.conn, asked.run, out)
    export_kind(db.conn, out.with_suffix(".csv"), ExportOrder(kind_from_text("households")))
    county_layers.county_scene(db.conn)
    labels = [undo(db, who="x").label for _ in range(3)]
    report = report_slots(db.conn)
    ok = check_county(db.conn).is_ok
total = asked.run.totals.total
print(json.dumps([len(plan.accepted), total.houses, total.households, total.residents, len(labels), report.complete, ok]))
assert not [name for name in sys.modules if name.startswith(("PySide6.", "shiboken6."))]
"""
START_UP = """
import sys
from pathlib import Path
from gisapp.scene import county_layers
from gisapp.services.places import describe_grid
from gisapp.services.families import describe_household
from gisapp.services.contacts import report_slots
from gisapp.services.places import search_county
from gisapp.storage.county import county_file
from gisapp.storage.places import layers
with county_file.reading(Path(sys.argv[1])) as connection:
    layers.grids(connection), layers.houses(connection), layers.divisions(connection)
    describe_grid.describe_grid(connection, 1)
    describe_household.describe_household(connection, 4)
    search_county.search_county(connection, "吴六")
    report_slots.report_slots(connection)
print(" ".join(sorted({"pandas", "geopandas", "folium", "sqlite_utils", "scipy", "pyproj", "xlsxwriter", "pyogrio"} & set(sys.modules))))
"""


def modules_below_qt() -> list[str]:
    """Every module of the ranks that know no Qt."""
    names = [module.name for module in pkgutil.walk_packages(program.__path__, "gisapp.")]
    below = {room for room, rank in RANKS.items() if room and rank < FIRST_QT_RANK}
    return [name for name in names if name.split(".")[1] in below]


def said(script: str, *words: object) -> str:
    """What a script prints in a process of its own."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run([sys.executable, "-c", script, *map(str, words)], env=environment, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode().strip()


def test_whole_jobs_run_where_qt_cannot_be_imported(county: Path, tmp_path: Path) -> None:
    flood = geojson(tmp_path / "洪水.geojson", [(square(), {"name": "洪水"})])
    names = modules_below_qt()
    assert len(names) > 80
    out = tmp_path / "名单.xlsx"
    assert json.loads(said(WITHOUT_QT, json.dumps(names), county, flood, out)) == [2, 2, 2, 4, 3, 1, True]
    assert out.stat().st_size > 0


def test_opening_and_looking_loads_no_heavy_library(made_county: Path) -> None:
    assert said(START_UP, made_county) == ""


@pytest.mark.usefixtures("no_network")
def test_every_command_runs_without_a_network(county: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], qapp: object) -> None:
    flood = geojson(tmp_path / "洪水.geojson", [(square(), {"name": "洪水"})])
    new = tmp_path / "新.gpkg"
    story: tuple[tuple[object, ...], ...] = (
        ("new", new, "--county", "汉阴县"),
        ("info", new),
        ("check", county),
        ("slots", county),
        ("search", county, "吴六"),
        ("assign", county, "--slot", "village/sponsor", "--contact", 5, "--ids", "5"),
        ("affected", county, "--hazard", flood, "--out", tmp_path / "名单.xlsx"),
        ("export", county, tmp_path / "户.gpkg", "--what", "households"),
        ("webmap", county, tmp_path / "地图.html"),
        ("map", county, tmp_path / "地图.png", "--size", "200x200"),
        ("history", county),
        ("undo", county),
        ("backup", county),
    )
    for words in story:
        outcome = gisapp(capsys, *words)
        assert (outcome.code, outcome.err) == (0, ""), words
    with pytest.raises(pytest.fail.Exception):
        socket.create_connection(("localhost", 9))
