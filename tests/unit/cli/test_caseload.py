"""The caseload and propose-contacts commands: what they answer, what they write, what they refuse."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

import pytest
from python_calamine import CalamineWorkbook

from gisapp.domain.caseload import PRESET_LIMITS
from tests.stories.command import Outcome, gisapp


class Run(Protocol):
    def __call__(self, *words: object) -> Outcome: ...


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    return lambda *words: gisapp(capsys, *words)


def test_caseload_names_everybody_and_who_is_over(county: Path, run: Run, tmp_path: Path) -> None:
    data = run("--json", "caseload", county, "--role", "网格员", "--limit", "grid_officer=2", "--out", tmp_path / "负担.xlsx").data
    assert (data["over"], data["families"], data["limits"]) == ([2], 3, PRESET_LIMITS.as_json() | {"grid_officer": 2})
    assert data["contacts"][0] == {
        "id": 2, "name": "联系人2", "role": "grid_officer", "unit": "东社区", "families": 3, "people": 5, "village": 0, "community": 3,
        "limit": 2, "over": True, "active": True,
    }  # fmt: skip
    rows = CalamineWorkbook.from_path(str(tmp_path / "负担.xlsx")).get_sheet_by_name("超上限").to_python()
    assert rows[-1][0] == "联系人2"
    assert "1 人超上限" in run("caseload", county, "--limit", "grid=2").out


def test_a_limit_is_saved_for_the_county(county: Path, run: Run) -> None:
    data = run("--json", "caseload", county, "--limit", "unit_cadre=1", "--save").data
    assert data["entry"]
    again = run("--json", "caseload", county).data
    assert (again["limits"]["unit_cadre"], again["over"]) == (1, [6, 8])
    assert run("--json", "undo", county).data["label"].startswith("撤销：负担上限")


def test_a_proposal_is_shown_then_accepted_and_taken_back(county: Path, run: Run, tmp_path: Path) -> None:
    shown = run("--json", "propose-contacts", county, "--out", tmp_path / "提议.xlsx").data
    assert (shown["filled"], shown["unfilled"], shown["over"], shown["entry"]) == (5, [], [], None)
    assert {"moves", "before", "after", "seconds"} <= set(shown)
    assert run("--json", "slots", county).data["complete"] == 1
    done = run("--json", "propose-contacts", county, "--accept", "--reason", "补岗").data
    assert (done["made"], done["refused"], done["moves"]) == (5, [], shown["moves"])
    assert run("--json", "slots", county).data["complete"] == 3
    loads = {str(one["id"]): one["families"] for one in run("--json", "caseload", county).data["contacts"]}
    assert {contact: loads[contact] for contact in done["after"]} == done["after"]
    run("undo", county)
    assert run("--json", "slots", county).data["complete"] == 1
    sheets = CalamineWorkbook.from_path(str(tmp_path / "提议.xlsx"))
    assert len(sheets.get_sheet_by_name("调整").to_python()) == 5 + 4


def test_what_is_impossible_is_said_and_the_rest_offered(county: Path, run: Run) -> None:
    data = run("--json", "propose-contacts", county, "--unit", "东社区", "--roles", "sponsor_cadre", "--limit", "sponsor_cadre=1").data
    assert data["sentences"] == ["包联干部：需要 6 个名额，现有 3 人每人上限 1 户，只有 3 个。"]
    assert data["filled"] + len(data["unfilled"]) == 3
    assert "只有 3 个" in run("propose-contacts", county, "--limit", "sponsor_cadre=1").out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("caseload", "--role", "村长"), "没有名为“村长”的角色"),
        (("caseload", "--limit", "sponsor_cadre=-1"), "上限不对"),
        (("caseload", "--limit", "sponsor_cadre"), "上限不对"),
        (("caseload", "--save"), "没有写要存的上限"),
        (("caseload", "--unit", "不存在"), "没有代码或名称"),
        (("caseload", "--out", "a.pdf"), "不认识文件类型"),
        (("propose-contacts", "--roles", ","), "没有选择角色"),
        (("propose-contacts", "--unit", "不存在"), "没有代码或名称"),
    ],
)
def test_wrong_words_are_refused_with_a_sentence(county: Path, run: Run, words: tuple[str, ...], said: str) -> None:
    assert said in run(words[0], county, *words[1:]).sentences[0]
