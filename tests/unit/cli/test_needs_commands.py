"""Needs and checklists from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from tests.builders import add_hazard, box, opened
from tests.stories.command import gisapp

Capsys = pytest.CaptureFixture[str]


@pytest.fixture
def asked(county: Path, capsys: Capsys) -> Path:
    with opened(county) as db:
        add_hazard(db, box(0, 0, 2000, 4000), name="月河")
    gisapp(capsys, "--json", "affected", county, "--hazard", "月河")
    return county


def test_needs_are_listed_computed_and_written(asked: Path, capsys: Capsys, tmp_path: Path) -> None:
    listed = gisapp(capsys, "--json", "needs", asked, "list").data
    assert listed["is_preset"]
    assert {"code", "name", "unit", "amount", "per", "base", "is_daily", "is_whole", "source", "source_kind"} == set(listed["items"][0])
    run = gisapp(capsys, "--json", "needs", asked, "run", "--days", 2, "--out", tmp_path / "物资.xlsx").data
    shown = gisapp(capsys, "--json", "runs", asked, "show", run["run"]).data
    assert (run["people"], run["households"]) == (shown["residents"], shown["households"])
    grain = next(item for item in run["items"] if item["code"] == "grain")
    assert grain["total"] == shown["residents"] == sum(place["needs"]["grain"] for place in run["places"])
    book = CalamineWorkbook.from_path(tmp_path / "物资.xlsx")
    assert book.sheet_names == ["物资需求", "各村需求"]
    sums = {row[0]: row[3] for row in book.get_sheet_by_name("物资需求").to_python() if len(row) > 3}
    assert sums["成品粮"] == grain["total"]
    assert "成品粮：" in gisapp(capsys, "needs", asked, "run").out


def test_a_norm_is_set_added_removed_and_the_preset_restored(asked: Path, capsys: Capsys) -> None:
    done = gisapp(capsys, "--json", "needs", asked, "set", "成品粮", "--amount", "0.45", "--source", "县预案").data
    grain = next(item for item in done["items"] if item["code"] == "grain")
    assert (grain["amount"], grain["source_kind"]) == (0.45, "county")
    assert "本县修改：县预案" in gisapp(capsys, "needs", asked, "list").out
    assert done["entry"]
    gisapp(capsys, "--json", "needs", asked, "set", "grain", "--amount", "未定")
    added = gisapp(
        capsys, "--json", "needs", asked, "add", "手电", "--unit", "支", "--base", "household", "--amount", 1, "--source", "县预案"
    )
    assert added.data["items"][-1]["code"] == "own-1"
    gisapp(capsys, "--json", "needs", asked, "remove", "own-1")
    assert gisapp(capsys, "--json", "needs", asked, "preset").data["is_preset"]
    assert "标准不对" in gisapp(capsys, "needs", asked, "set", "grain", "--amount", "=1").sentences[0]
    assert "物资表里没有" in gisapp(capsys, "needs", asked, "set", "x", "--amount", "1").sentences[0]
    assert "号数不对" in gisapp(capsys, "needs", asked, "run", "--run", "last").sentences[0]
    assert "不认识文件类型" in gisapp(capsys, "needs", asked, "run", "--out", "a.pdf").sentences[0]


def test_a_run_is_worked_through(asked: Path, capsys: Capsys) -> None:
    found = gisapp(capsys, "--json", "checklist", asked, "list").data
    assert found["is_example"]
    assert not found["is_kept"]
    done = gisapp(capsys, "--json", "checklist", asked, "tick", 1, 2, "--by", "张三", "--note", "好").data
    assert done["done"] == 2
    assert (done["checks"][0]["done_by"], done["checks"][0]["note"]) == ("张三", "好")
    assert gisapp(capsys, "--json", "checklist", asked, "untick", 2).data["done"] == 1
    more = gisapp(capsys, "--json", "checklist", asked, "add", "接王八", "--duty", "assistance", "--run", "latest").data
    assert more["checks"][-1]["text"] == "接王八"
    assert "已办 张三" in gisapp(capsys, "checklist", asked, "list").out


def test_the_countys_list_is_edited(asked: Path, capsys: Capsys) -> None:
    items = gisapp(capsys, "--json", "checklist", asked, "add", "看桥", "--kind", "洪涝", "--level", "橙").data["items"]
    assert items[-1] == {"code": "own-1", "kind": "flood", "level": "orange", "duty": "screening", "text": "看桥"}
    changed = gisapp(capsys, "--json", "checklist", asked, "change", "own-1", "--level", "any", "--text", "看大桥").data["items"]
    assert (changed[-1]["level"], changed[-1]["text"], changed[-1]["kind"]) == (None, "看大桥", "flood")
    gisapp(capsys, "--json", "checklist", asked, "remove", "own-1")
    assert gisapp(capsys, "--json", "checklist", asked, "preset").data["is_example"]
    assert "排查预警" in gisapp(capsys, "checklist", asked, "items").out
    assert "没有名为“海啸”的灾种" in gisapp(capsys, "checklist", asked, "add", "跑", "--kind", "海啸").sentences[0]
