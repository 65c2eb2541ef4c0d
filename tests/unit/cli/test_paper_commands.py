"""The commands that print registers, caseload sheets and door forms."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.builders import opened
from tests.printing.conftest import pdf_text
from tests.stories.command import gisapp


def test_a_register_is_written_as_pdf_or_workbook(county: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    pdf = gisapp(capsys, "--json", "register", county, tmp_path / "a.pdf", "--unit", "东社区").data
    assert (pdf["families"], pdf["residents"], pdf["pages"]) == (3, 5, 1)
    book = gisapp(capsys, "--json", "register", county, tmp_path / "a.xlsx", "--unit", "东社区").data
    assert (book["families"], book["pages"]) == (3, None)
    assert (tmp_path / "a.xlsx").stat().st_size > 0


def test_caseload_sheets_leave_out_who_looks_after_nobody(county: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    unit = gisapp(capsys, "--json", "caseload-sheet", county, tmp_path / "a.pdf", "--unit", "东社区").data
    assert (unit["contacts"], unit["families"], unit["pages"]) == (3, 3, 3)
    assert {one["id"] for one in unit["without_families"]} == {4, 9, 10}
    one = gisapp(capsys, "--json", "caseload-sheet", county, tmp_path / "b.pdf", "--contact", 5).data
    assert (one["contacts"], one["families"]) == (1, 1)
    assert "联系人5" in pdf_text(tmp_path / "b.pdf")[0]


def test_a_door_form_has_everybody_of_the_unit(county: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    said = gisapp(capsys, "--json", "door-form", county, tmp_path / "a.pdf", "--unit", "3号楼").data
    assert (said["families"], said["residents"], said["pages"]) == (3, 5, 1)
    assert "入户核对表" in gisapp(capsys, "door-form", county, tmp_path / "a.pdf", "--unit", "3号楼").out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("register", "a.docx", "--unit", "东社区"), ".docx"),
        (("register", "a.pdf", "--unit", "没有此地"), "没有此地"),
        (("door-form", "a.xlsx", "--unit", "东社区"), ".xlsx"),
        (("caseload-sheet", "a.pdf"), "二选一"),
        (("caseload-sheet", "a.pdf", "--contact", "9"), "没有负责"),
        (("caseload-sheet", "a.pdf", "--contact", "999"), "999"),
    ],
)
def test_what_cannot_be_printed_is_one_sentence(
    county: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    command, out, *rest = words
    assert said in gisapp(capsys, command, county, tmp_path / out, *rest).sentences[0]
    assert not (tmp_path / out).exists()


def test_a_place_where_nobody_lives_is_one_sentence(county: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    with opened(county) as db:
        db.conn.execute("DELETE FROM home WHERE house_id = 8 OR house_id IN (SELECT id FROM house WHERE grid_id = 4)")
    assert "没有住户" in gisapp(capsys, "register", county, tmp_path / "a.pdf", "--unit", "G004").sentences[0]
