"""Commands of the six slots: gaps with reasons, proposals, hand-over, contacts, the rule table."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

import pytest
from python_calamine import CalamineWorkbook

from tests.stories.command import Outcome, gisapp


class Run(Protocol):
    def __call__(self, *words: object) -> Outcome: ...


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    return lambda *words: gisapp(capsys, *words)


def test_slots_tells_places_reasons_and_days(county: Path, run: Run) -> None:
    data = run("--json", "slots", county, "--list").data
    assert [(one["name"], one["families"], one["complete"]) for one in data["by_community"]] == [("东镇 东社区", 3, 1)]
    assert [one["name"] for one in data["by_building"]] == ["紫云南郡 3号楼"]
    assert data["by_village"][0]["missing"]["village/sponsor_cadre"] == 2
    assert data["reasons"] == {"never": 5}
    assert data["since"]["village/sponsor_cadre"]["empty"] == 2
    [gap] = next(row for row in data["list"] if row["id"] == 5)["gaps"]
    assert (gap["slot"], gap["why"], gap["reason"], gap["since"]) == ("village/sponsor_cadre", "never", "从未分配", "2021-01-01")
    assert gap["days"] == data["since"]["village/sponsor_cadre"]["longest_days"] > 1000


def test_slots_writes_one_sheet_a_view_and_the_gaps(county: Path, run: Run, tmp_path: Path) -> None:
    out = tmp_path / "六岗 齐全.xlsx"
    data = run("--json", "slots", county, "--out", out).data
    book = CalamineWorkbook.from_path(str(out))
    assert book.sheet_names == ["按社区", "按楼栋", "按户籍村", "按岗位", "缺岗名单"]
    gaps = book.get_sheet_by_name("缺岗名单").to_python()
    assert sum(row[6] == "从未分配" for row in gaps) == 5
    assert data["rows"] == 1 + 1 + 1 + 6 + 5
    assert "不能覆盖县文件" in run("slots", county, "--out", county).sentences[0]


def test_a_proposal_waits_until_it_is_confirmed(county: Path, run: Run) -> None:
    words = ("assign", county, "--slot", "village/sponsor", "--contact", 5, "--ids", "H005、H006\nH099", "--propose")
    tried = run(*words, "--dry-run").out.splitlines()
    assert tried[0].startswith("将给 2 户分配联系人5，自 ")
    assert tried[1:] == [
        "  王八（H005）：缺岗，补上联系人5",
        "  陈十（H006）：缺岗，补上联系人5",
        "分配后联系人5共 3 户，上限 30 户。",
        "  未分配 H099：没有这一户",
    ]
    done = run("--json", *words).data
    assert (done["assigned"], done["proposed"], done["refused"]) == (0, 2, [{"id": "H099", "reason": "没有这一户"}])
    waiting = run("--json", "proposals", county, "--line", "village").data
    assert (waiting["waiting"], waiting["proposals"][0]["contact"], waiting["proposals"][0]["days"]) == (2, "联系人5", 0)
    assert "已等 0 天" in run("proposals", county).out
    assert run("--json", "slots", county).data["reasons"]["waiting"] == 2
    first, second = (one["id"] for one in waiting["proposals"])
    confirmed = run("--json", "proposals", county, "--confirm", f"{first}，999").data
    assert (confirmed["decided"], confirmed["refused"][0]["id"]) == (1, 999)
    assert "理由" in run("proposals", county, "--refuse", second).sentences[0]
    assert run("--json", "proposals", county, "--refuse", "all", "--answer", "人手不够").data["decided"] == 1
    assert run("--json", "slots", county).data["missing"]["village/sponsor_cadre"] == 1
    assert "一次只能写一个" in run("proposals", county, "--refuse", "1", "--confirm", "1").sentences[0]
    assert "不是提议的编号" in run("proposals", county, "--confirm", "x").sentences[0]
    assert run("--json", "undo", county).data["label"] == "撤销：退回 1 条岗位提议"


def test_hand_over_tells_what_moved_what_not_and_what_stays(county: Path, run: Run) -> None:
    run("assign", county, "--slot", "village/sponsor", "--contact", 5, "--ids", "5 6")
    added = run("--json", "contact", county, "add", "--name", "接任者", "--role", "sponsor_cadre", "--unit", "西山村").data
    words = ("hand-over", county, "--from", 5, "--to", added["contact"], "--reason", "调离", "--ids", "H004,H005,H003,X")
    done = run("--json", *words).data
    assert (done["moved"], done["stays"]) == (2, [{"id": 6, "slot": "village/sponsor_cadre"}])
    assert {one["id"] for one in done["refused"]} == {3, "X"}
    assert run("--json", "history", county).data["entries"][0]["why"] == "调离"
    split = run("--json", "hand-over", county, "--from", added["contact"], "--split", "5:building=3号楼 floor=5", "--reason", "回任").data
    assert (split["moved"], split["stays"]) == (1, [{"id": 4, "slot": "village/sponsor_cadre"}])
    assert "交接给谁" in run("hand-over", county, "--from", 5, "--reason", "x").sentences[0]
    assert "--split" in run("hand-over", county, "--from", 5, "--reason", "x", "--split", "楼").sentences[0]
    grids = run("--json", "hand-over", county, "--from", 1, "--to", 3, "--reason", "换届", "--grids").data
    assert (grids["moved"], grids["posts"], grids["grids_staying"]) == (0, 1, 0)


def test_contacts_come_leave_and_are_listed(county: Path, run: Run) -> None:
    added = run(
        "--json", "contact", county, "add", "--name", "陈小平", "--role", "unit_cadre", "--unit", "东社区", "--phone", "12100008888"
    )
    contact = added.data["contact"]
    assert run("--json", "contact", county, "limit", "--id", contact, "--most", 12).data["limit"] == 12
    [line] = run("--json", "contact", county, "list", "--find", "cxp").data["contacts"]
    assert (line["name"], line["phone"], line["most_families"]) == ("陈小平", "121****8888", 12)
    changed = run("contact", county, "change", "--id", contact, "--name", "陈大平", "--phone", "12100007777", "--unit", "西山村")
    assert changed.out == "更正联系人：陈小平改为陈大平\n"
    [line] = run("--json", "contact", county, "list", "--find", "cdp").data["contacts"]
    assert (line["name"], line["phone"], line["unit"]) == ("陈大平", "121****7777", "西山村")
    assert "没有要改的内容" in run("contact", county, "change", "--id", contact).sentences[0]
    assert "缺少“--id”" in run("contact", county, "change", "--name", "甲").sentences[0]
    left = run("--json", "contact", county, "leave", "--id", 8, "--reason", "退休", "--date", "2026-03-01").data
    assert (left["slots"], left["grids"]) == (2, 0)
    assert run("--json", "slots", county).data["reasons"]["left"] == 2
    assert "缺少" in run("contact", county, "add", "--name", "无单位", "--role", "unit_cadre").sentences[0]
    assert "不是镇、村或社区" in run("contact", county, "add", "--name", "甲", "--role", "unit_cadre", "--unit", "G001").sentences[0]


def test_rules_are_listed_changed_and_put_back(county: Path, run: Run) -> None:
    assert run("--json", "rules", county).data["is_preset"] is True
    changed = run("--json", "rules", county, "--duty", "screening", "--lead", "community/grid", "--assist", "village/grid").data
    assert (changed["is_preset"], changed["rules"]["screening"]["lead"]) == (False, "community/grid_officer")
    assert run("--json", "rules", county, "--preset").data["is_preset"] is True
    assert "一起写" in run("rules", county, "--duty", "screening").sentences[0]
    assert "两条线" in run("rules", county, "--duty", "screening", "--lead", "village/grid", "--assist", "village/unit").sentences[0]
