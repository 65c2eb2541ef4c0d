"""What was asked stands on every result of a hazard run: on screen, in JSON, in workbooks, on paper."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from tests.builders import add_hazard, box, opened
from tests.printing.conftest import pdf_text
from tests.stories.command import gisapp

Capsys = pytest.CaptureFixture[str]
TO_READ = (("runs", "show", 1), ("needs", "run"), ("rollcall", "list"), ("rollcall", "board"))


@pytest.fixture
def asked(county: Path, capsys: Capsys) -> str:
    """The sentence of a run over two levels, with a buffer, people counted where they sleep."""
    with opened(county) as db:
        add_hazard(db, box(0, 0, 2000, 2000), name="月河洪涝", level="red")
        add_hazard(db, box(0, 2500, 2600, 800), name="月河洪涝", level="orange")
    found = gisapp(capsys, "--json", "affected", county, "--hazard", "月河洪涝", "--buffer", 20, "--at", "sleeping").data["question"]
    for said in ("月河洪涝", "红色、橙色", "外扩 20 米", "房屋点位", "人按现住何处计"):
        assert said in found
    return str(found)


@pytest.mark.parametrize("words", TO_READ, ids=lambda words: " ".join(map(str, words)))
def test_the_question_is_the_first_line_and_a_key(county: Path, asked: str, capsys: Capsys, words: tuple[object, ...]) -> None:
    command, *rest = words
    at = [command, county, *rest]
    assert gisapp(capsys, *at).out.startswith(asked)
    assert gisapp(capsys, "--json", *at).data["question"] == asked


@pytest.mark.parametrize("words", [("affected", "--repeat", 1, "--out"), ("needs", "run", "--out")], ids=lambda words: str(words[0]))
def test_the_question_stands_on_every_sheet_of_a_workbook(
    county: Path, asked: str, capsys: Capsys, tmp_path: Path, words: tuple[object, ...]
) -> None:
    command, *rest = words
    gisapp(capsys, command, county, *rest, tmp_path / "a.xlsx")
    with zipfile.ZipFile(tmp_path / "a.xlsx") as book:
        sheets = [book.read(name).decode() for name in book.namelist() if name.startswith("xl/worksheets/sheet")]
    assert sheets
    assert all(asked in sheet for sheet in sheets)


@pytest.mark.parametrize(
    "words",
    [
        ("affected", "--repeat", 1, "--out"),
        ("call-sheets",),
        ("report", "--out"),
        ("map-pages", "--by", "village"),
        ("map-pages", "--by", "grid"),
    ],
    ids=lambda words: " ".join(map(str, words)),
)
def test_the_question_stands_on_paper(county: Path, asked: str, capsys: Capsys, tmp_path: Path, words: tuple[object, ...]) -> None:
    command, *rest = words
    out = tmp_path / "a.pdf"
    at = [county, *rest, out] if "--out" in rest else [county, out, *rest]
    gisapp(capsys, command, *at)
    pages = ["".join(page.split()) for page in pdf_text(out)]
    wanted = "".join(asked.split())
    assert wanted in pages[0]
    if command == "map-pages":
        assert all(wanted in page for page in pages)


def test_the_key_is_written_in_the_help(capsys: Capsys) -> None:
    assert "question" in json.dumps(gisapp(capsys, "needs", "x", "run", "--help").out)
