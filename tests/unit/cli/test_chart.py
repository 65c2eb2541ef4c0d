"""The chart command: rooms as data, a picture, paper and a workbook."""

from __future__ import annotations

from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from tests.stories.command import gisapp


def test_every_room_is_told_with_its_state_and_families(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = gisapp(capsys, "--json", "chart", county, "紫云南郡").data
    rooms = {room["room"]: room for room in told["rooms"]}
    assert {name: room["state"] for name, room in rooms.items()} == {"101": "occupied", "501": "slots_missing", "601": "slots_missing"}
    assert (rooms["501"]["building"], rooms["501"]["unit"], rooms["501"]["floor"]) == ("3号楼", 2, 5)
    assert [family["code"] for family in rooms["501"]["families"]] == ["H005"]
    assert told["counts"]["rooms"] == sum(told["counts"]["states"].values()) == 3
    assert told["counts"]["marks"]["two_ends"] == 1
    floors = told["buildings"][0]["units"][1]["floors"]
    assert [(floor["floor"], floor["families"]) for floor in floors] == [(6, 1), (5, 1)]


@pytest.mark.parametrize(("name", "begins"), [("图.png", b"\x89PNG"), ("图.pdf", b"%PDF"), ("图.xlsx", b"PK")])
def test_the_chart_is_written_as_its_ending_says(county: Path, capsys: pytest.CaptureFixture[str], name: str, begins: bytes) -> None:
    out = county.parent / name
    told = gisapp(capsys, "--json", "chart", county, "紫云南郡3号楼", "--out", out).data
    assert told["file"] == str(out)
    assert out.read_bytes().startswith(begins)


def test_the_picture_has_the_size_asked_for(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = gisapp(capsys, "--json", "chart", county, "紫云南郡", "--out", county.parent / "图.png", "--size", "860x480").data
    assert (told["width"], told["height"]) == (860, 480)


def test_the_workbook_holds_a_line_for_each_room_and_its_figures(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = county.parent / "图.xlsx"
    assert gisapp(capsys, "--json", "chart", county, "紫云南郡", "--out", out).data["rows"] == 3
    book = CalamineWorkbook.from_path(out)
    assert book.sheet_names == ["房间", "汇总"]
    rows = book.get_sheet_by_name("房间").to_python()
    assert [row[3] for row in rows[-3:]] == ["101", "601", "501"]
    total = next(row for row in book.get_sheet_by_name("汇总").to_python() if row[0] == "合计")
    assert total[3:6] == [3, 3, 5]


def test_another_ending_or_an_unknown_place_is_refused(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "图.docx" in gisapp(capsys, "chart", county, "紫云南郡", "--out", county.parent / "图.docx").sentences[0]
    assert "不存在" in gisapp(capsys, "chart", county, "不存在").sentences[0]
    assert not (county.parent / "图.docx").exists()
