"""Ledgers of other programs and offices through the window: every format the whole way, and what is refused mended and taken."""

from __future__ import annotations

from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from gisapp.ui.bench import Bench
from gisapp.ui.ledger_import import Step
from tests.ui.conftest import Heard, ScriptedAsk
from tests.ui.test_ledgers import HEAD, LONE, WIFE, Until, choose, page_of, preview, residents, show_list
from tests.unit.readers.ledgers import text_file, workbook
from tests.unit.readers.test_golden_ledgers import GOLDEN


@pytest.mark.parametrize("name", ["calc-1904.xls", "calc-1904.ods", "xlwt-1904.xls"])
def test_what_other_programs_saved_goes_the_whole_way(bench: Bench, ask: ScriptedAsk, until: Until, name: str) -> None:
    before = residents(bench)
    run = choose(bench, ask, until, GOLDEN / name)
    page = page_of(bench)
    assert (page.kind.currentText(), page.row.currentText()) == ("人员台账", "第 3、4 行：户编号")
    preview(bench, until)
    assert run.plan is not None
    new = len(run.plan.new)
    assert new == (3 if name.startswith("xlwt") else 4)
    assert "公式" in page.notes.text()
    assert "#N/A" in show_list(bench, "未导入")
    page.main.click()
    until(lambda: run.step is Step.DONE)
    assert residents(bench) == before + new


@pytest.mark.parametrize("ending", ["xls", "xlsx", "ods"])
def test_a_password_is_said_in_the_window(bench: Bench, ask: ScriptedAsk, until: Until, ending: str) -> None:
    assert "密码" in choose(bench, ask, until, GOLDEN / f"protected.{ending}").trouble


def test_near_names_and_one_number_in_two_families_are_listed_corrected_and_taken(
    bench: Bench, ask: ScriptedAsk, heard: Heard, until: Until, tmp_path: Path
) -> None:
    header = ("姓名", "与户主关系", "身份证号", "原籍村", "搬迁日期", "安置点", "楼栋", "单元", "房号")
    flat = ("2021.9.3", "紫云南郡", "3栋", "1单元", "102室")
    blank = ("",) * 6
    run = choose(bench, ask, until, text_file(tmp_path / "早.csv", (header, ("孙七", "户主", HEAD, *blank))))
    preview(bench, until)
    page_of(bench).main.click()
    until(lambda: run.step is Step.DONE)
    rows = (("赵六", "户主", LONE, "西山", *flat), ("周八", "户主", WIFE, *blank), ("孙七", "母亲", HEAD, *blank))
    before = residents(bench)
    run = choose(bench, ask, until, text_file(tmp_path / "a.csv", (header, *rows)))
    preview(bench, until)
    refused = show_list(bench, "未导入")
    assert "是不是：" in refused
    assert "西山村" in refused
    assert "属于户" in refused
    page_of(bench).main.click()
    until(lambda: run.step is Step.DONE)
    assert residents(bench) == before + 1
    out = tmp_path / "问题.xlsx"
    ask.answers.append(out)
    page_of(bench).problems.click()
    until(lambda: any(str(out) in text for _, text in heard.messages))
    sheet = CalamineWorkbook.from_path(str(out)).get_sheet_by_index(0).to_python()
    assert [row[0] for row in sheet[1:]] == ["赵六", "孙七"]
    sheet[1][3] = "西山村"
    del sheet[2]
    run = choose(bench, ask, until, workbook(tmp_path / "改好.xlsx", sheet))
    preview(bench, until)
    assert run.plan is not None
    assert (len(run.plan.new), len(run.plan.refused)) == (1, 0)
