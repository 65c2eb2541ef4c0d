"""The situation report from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.builders import add_hazard, box, opened
from tests.printing.conftest import pdf_text
from tests.stories.command import gisapp

Capsys = pytest.CaptureFixture[str]


def test_a_report_says_which_parts_it_has_and_which_not(county: Path, capsys: Capsys, tmp_path: Path) -> None:
    out = tmp_path / "报告.pdf"
    assert "还没有保存过研判" in gisapp(capsys, "report", county, "--out", out).sentences[0]
    with opened(county) as db:
        add_hazard(db, box(0, 0, 4000, 4000), name="月河")
    gisapp(capsys, "--json", "affected", county, "--hazard", "月河")
    done = gisapp(capsys, "--json", "report", county, "--out", out, "--days", 5).data
    assert done["run"] == 1
    assert {"moved", "damage"} <= set(done["left_out"])
    assert {"question", "totals", "map", "units", "hazards", "needs", "unknown", "method", "limits"} <= set(done["parts"])
    assert len(pdf_text(out)) == done["pages"]
    few = gisapp(capsys, "--json", "report", county, "--run", 1, "--out", out, "--part", "totals", "--part", "units").data
    assert few["parts"] == ["totals", "units"]
    assert "报告没有“x”" in gisapp(capsys, "report", county, "--out", out, "--part", "x").sentences[0]
    assert "不认识文件类型" in gisapp(capsys, "report", county, "--out", "a.docx").sentences[0]
    assert "没有研判第 9 号" in gisapp(capsys, "report", county, "--run", 9, "--out", out).sentences[0]
