"""The origins command and flows on the map command."""

from __future__ import annotations

from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from tests.stories.command import gisapp


def test_flows_are_told_with_families_people_and_their_total(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = gisapp(capsys, "--json", "origins", county, "--site", "紫云南郡").data
    flow = {"origin": "西山村", "code": "610999100201", "formerly": [], "site": "紫云南郡", "families": 3, "people": 5}
    assert told["flows"] == [flow]
    assert told["total"] == {"families": 3, "people": 5, "villages": 1}
    assert told["elsewhere"] == {"families": 0, "people": 0}
    assert "西山村 → 紫云南郡：3 户 5 人" in gisapp(capsys, "origins", county, "--village", "西山村").out


def test_the_map_and_the_workbook_are_written(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    picture, book = county.parent / "来源.png", county.parent / "来源.xlsx"
    gisapp(capsys, "--json", "origins", county, "--out", picture, "--size", "640x480").data  # noqa: B018 - raises unless done
    assert picture.read_bytes().startswith(b"\x89PNG")
    assert gisapp(capsys, "--json", "origins", county, "--out", book).data["file"] == str(book)
    sheets = CalamineWorkbook.from_path(book)
    assert sheets.sheet_names == ["来源与去向", "按安置点", "按来源村"]
    assert sheets.get_sheet_by_name("按安置点").to_python()[-1] == ["紫云南郡", 3, 5]


def test_the_map_command_draws_flows_to_one_site_or_all(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pictures = []
    for number, more in enumerate(((), ("--flows",), ("--flows", "紫云南郡"))):
        out = county.parent / f"图{number}.png"
        assert gisapp(capsys, "--json", "map", county, out, "--size", "640x480", *more).data["width"] == 640
        pictures.append(out.read_bytes())
    assert pictures[0] != pictures[1] == pictures[2]


def test_unknown_places_and_endings_are_refused(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for words in (("--site", "不存在"), ("--village", "不存在"), ("--village", "紫云南郡"), ("--out", county.parent / "图.docx")):
        assert gisapp(capsys, "origins", county, *words).sentences
    assert gisapp(capsys, "map", county, county.parent / "图.png", "--flows", "不存在").sentences
