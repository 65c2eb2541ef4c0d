"""The hazard command: areas kept from a file, listed, removed and brought back."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.stories.command import gisapp
from tests.unit.readers.files import geojson, square


def test_areas_of_a_file_are_kept_listed_removed_and_brought_back(county: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    source = geojson(tmp_path / "河堤.geojson", [(square(), {"name": "河堤 <1>", "等级": "橙"}), (None, {"name": "空"})])
    added = gisapp(capsys, "--json", "hazard", "add", county, source).data
    assert (added["added"], added["total"], len(added["problems"])) == (1, 2, 1)
    [row] = gisapp(capsys, "--json", "hazard", "list", county).data["hazards"]
    assert (row["name"], row["level"]) == ("河堤 <1>", "orange")
    gisapp(capsys, "--json", "hazard", "remove", county, "河堤 <1>")
    assert gisapp(capsys, "--json", "hazard", "list", county).data["hazards"] == []
    gisapp(capsys, "--json", "undo", county)
    assert gisapp(capsys, "--json", "hazard", "list", county).data["hazards"] == [row]


def test_a_name_nobody_knows_is_refused_with_those_there_are(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "山洪" in gisapp(capsys, "hazard", "remove", county, "山洪").sentences[0]
