"""The commands of family life and lineage: what they write, say and refuse."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.stories.command import gisapp

Capture = pytest.CaptureFixture[str]


def ask(county: Path, sql: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(county)) as connection:
        return connection.execute(sql).fetchall()


def test_a_family_moves_and_the_move_is_undone(county: Path, capsys: Capture) -> None:
    done = gisapp(capsys, "move-family", county, "H004", "--to", "东社区8号", "--date", "2026-07-01", "--reason", "换房", "--json").data
    assert done["label"] == "吴六（H004）：从紫云南郡3号楼1单元101搬到东社区8号"
    assert (done["date"], [row["id"] for row in done["families"]], done["people"]) == ("2026-07-01", [4], [7, 8])
    assert "吴六、郑七今后住：东社区8号" in done["steps"]
    assert ask(county, "SELECT why FROM history WHERE id = " + str(done["entry"])) == [("换房",)]
    gisapp(capsys, "undo", county)
    assert ask(county, "SELECT count(*) FROM home WHERE to_date IS NOT NULL") == [(0,)]


def test_back_and_away(county: Path, capsys: Capture) -> None:
    assert gisapp(capsys, "move-family", county, "4", "--back").code == 0
    away = gisapp(capsys, "--json", "move-family", county, "4", "--away", "西安").data
    assert away["label"].endswith("全家外出：西安")
    assert ask(county, "SELECT DISTINCT sleeping_note FROM resident WHERE household_id = 4") == [("西安",)]


def test_a_dry_run_says_the_same_and_writes_nothing(county: Path, capsys: Capture) -> None:
    before = county.read_bytes()
    words = ("family", county, "split", "H004", "--people", "郑七", "--home", "8", "--date", "2026-07-01")
    dry = gisapp(capsys, "--json", *words, "--dry-run").data
    assert (dry["entry"], dry["families"][1]["code"]) == (None, "H007")
    assert county.read_bytes() == before
    done = gisapp(capsys, "--json", *words).data
    assert done["steps"] == dry["steps"]
    assert [row["id"] for row in done["families"]] == [4, 7]


@pytest.mark.parametrize(
    ("words", "sql", "found"),
    [
        (("merge", "H006", "--into", "H004"), "SELECT successor_id FROM household WHERE id = 6", 4),
        (("head", "H004", "--person", "郑七"), "SELECT relation FROM resident WHERE id = 8", "head"),
        (("birth", "H004", "--name", "吴小宝", "--sex", "女"), "SELECT sex FROM resident WHERE name = '吴小宝'", "female"),
        (("death", "H002", "--person", "钱二", "--head", "4"), "SELECT relation FROM resident WHERE id = 4", "head"),
        (
            ("marry-in", "H006", "--name", "卫青", "--sex", "f", "--born", "1990-01-01"),
            "SELECT household_id FROM resident WHERE name = '卫青'",
            6,
        ),
        (("marry-in", "H006", "--person", "1"), "SELECT household_id FROM resident WHERE id = 1", 6),
        (("marry-out", "H004", "--person", "郑七", "--to", "H001"), "SELECT household_id FROM resident WHERE id = 8", 1),
        (("marry-out", "H004", "--person", "郑七", "--note", "西安"), "SELECT left_reason FROM resident WHERE id = 8", "marriage"),
        (("leave", "H004", "--person", "吴六"), "SELECT left_reason FROM resident WHERE id = 7", "away"),
        (("home", "H001", "--state", "vacant"), "SELECT state FROM home WHERE household_id = 1 AND to_date IS NULL", "vacant"),
        (("home", "H004", "--role", "origin", "--state", "lost"), "SELECT number FROM former_house WHERE id = 2", "西山村1组2号"),
    ],
)
def test_every_event_has_its_command(words: tuple[str, ...], sql: str, found: object, county: Path, capsys: Capture) -> None:
    done = gisapp(capsys, "--json", "family", county, *words).data
    assert isinstance(done["entry"], int)
    assert ask(county, sql) == [(found,)]
    assert gisapp(capsys, "check", county).code == 0


def test_whoever_left_returns(county: Path, capsys: Capture) -> None:
    gisapp(capsys, "family", county, "leave", "H004", "--person", "郑七", "--date", "2025-01-01")
    assert gisapp(capsys, "--json", "family", county, "return", "H004", "--person", "8", "--relation", "配偶").data["people"] == [8]
    assert ask(county, "SELECT left_on, joined_reason, relation FROM resident WHERE id = 8") == [(None, "return", "spouse")]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("move-family", "{county}", "H004"), "三选一"),
        (("move-family", "{county}", "H004", "--back", "--to", "8"), "三选一"),
        (("move-family", "{county}", "H999", "--back"), "没有编号为“H999”的户"),
        (("move-family", "{county}", "H004", "--to", "无此门牌"), "没有门牌或编号为“无此门牌”的房屋"),
        (("move-family", "{county}", "H004", "--to", "8", "--date", "2026-02-30"), "日期不对"),
        (("family", "{county}", "split", "H004", "--people", "赵一"), "里没有“赵一”"),
        (("family", "{county}", "birth", "H004", "--name", "x", "--sex", "x"), "性别不对"),
        (("family", "{county}", "birth", "H004", "--name", "x", "--sex", "男", "--relation", "狗"), "没有关系“狗”"),
        (("family", "{county}", "marry-in", "H004", "--name", "x"), "请写 --person"),
        (("family", "{county}", "home", "H004", "--state", "lost"), "这户没有住房"),
        (("family", "{county}", "fly", "H004"), "没有“fly”这一项"),
        (("lineage", "{county}", "--merge", "西山村"), "请写 --merge 和 --into"),
        (("lineage", "{county}", "--merge", "西山村", "--into", "无"), "没有代码或名称"),
        (("lineage", "{county}", "--merge", "西山村", "--into", "东社区", "--leaving", "甲"), "不是联系人的编号"),
        (("lineage", "{county}", "--rename", "西山村", "--name", " "), "名称不能用"),
    ],
)
def test_wrong_words_are_answered_in_a_sentence(words: tuple[str, ...], sentence: str, county: Path, capsys: Capture) -> None:
    said = gisapp(capsys, *(word.replace("{county}", str(county)) for word in words)).sentences
    assert sentence in said[0]
    assert ask(county, "SELECT count(*) FROM history") == [(0,)]


def test_a_village_merges_is_renamed_and_listed(county: Path, capsys: Capture) -> None:
    words = ("lineage", county, "--merge", "西山村", "--into", "610999101001", "--date", "2026-07-01", "--leaving", "6")
    dry = gisapp(capsys, "--json", *words, "--dry-run").data
    done = gisapp(capsys, "--json", *words, "--take-grids").data
    assert (done["families"], done["kept"], done["leaving"], dry["entry"]) == ([4, 5, 6], 1, [6], None)
    assert done["proposed"] == dry["proposed"]
    assert {row["slot"] for row in done["proposed"]} == {"village/sponsor_cadre", "village/unit_cadre"}
    assert done["merged"] == "610999100201"
    renamed = gisapp(capsys, "--json", "lineage", county, "--rename", "东社区", "--name", "东方社区").data
    assert (renamed["old"], renamed["name"]) == ("东社区", "东方社区")
    listed = {row["name"]: row for row in gisapp(capsys, "--json", "lineage", county).data["lineage"]}
    assert listed["西山村"]["successor"] == "610999101001"
    assert {one["name"] for one in listed["东方社区"]["names"]} == {"东社区", "西山村"}
    assert gisapp(capsys, "--json", "slots", county, "--unit", "origin=西山村").data["families"] == 3
    assert gisapp(capsys, "check", county).code == 0
    assert "西山村  2026-07-01 并入东方社区" in gisapp(capsys, "lineage", county).out


def test_a_county_without_a_past_says_so(county: Path, capsys: Capture) -> None:
    assert gisapp(capsys, "lineage", county).out.strip() == "还没有合并或更名的单位。"


def test_renaming_can_be_tried_without_writing(county: Path, capsys: Capture) -> None:
    before = county.read_bytes()
    words = ("lineage", county, "--rename", "西山村", "--name", "西岭村", "--date", "2026-07-01")
    dry = gisapp(capsys, "--json", *words, "--dry-run").data
    assert (dry["label"], dry["date"], dry["entry"]) == ("西山村更名为西岭村", "2026-07-01", None)
    assert county.read_bytes() == before
    assert gisapp(capsys, *words, "--dry-run", "--name", "").sentences[0].startswith("名称不能用")
    assert gisapp(capsys, "--json", *words).data["entry"] is not None
    assert ask(county, "SELECT name FROM division WHERE id = 4") == [("西岭村",)]


@pytest.mark.parametrize("words", [("family", "{county}", "fly"), ("care", "{county}", "fly"), ("hazard", "fly"), ("family", "{county}")])
def test_an_unknown_deed_is_answered_with_those_there_are(county: Path, capsys: Capture, words: tuple[str, ...]) -> None:
    told, known = gisapp(capsys, *(county if word == "{county}" else word for word in words)).sentences
    assert told in (f"gisapp {words[0]} 没有“fly”这一项。", "没有写要做什么。")
    assert known.startswith("可用的命令：")
    assert "  " in known
