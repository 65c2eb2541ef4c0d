"""gisapp rollcall: the keys it promises, and sentences for what is wrong."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Protocol

import pytest

from tests.builders import add_hazard, box, opened
from tests.stories.command import Outcome, gisapp

STATES = {"not_reached", "called", "moved", "refused", "elsewhere"}


class Run(Protocol):
    def __call__(self, *words: object) -> Outcome: ...


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    return lambda *words: gisapp(capsys, *words)


@pytest.fixture
def flooded(county: Path, run: Run) -> Path:
    with opened(county) as db:
        add_hazard(db, box(0, 0, 2000, 4000))
    run("affected", county, "--hazard", "月河洪涝")
    return county


def test_a_night_is_written_listed_and_shown_on_the_board(flooded: Path, run: Run) -> None:
    done = run("--json", "rollcall", flooded, "set", "moved", "H001", "H002", "--to", "东社区小学", "--note", "坐校车").data
    assert {key: done[key] for key in ("run", "state", "set")} == {"run": 1, "state": "moved", "set": 2}
    assert run("rollcall", flooded, "set", "4", "H003").out.strip() == "点名：李四（H003）拒绝转移"
    board = run("--json", "rollcall", flooded, "board").data
    assert {key: board[key] for key in STATES} == {"not_reached": 1, "called": 0, "moved": 2, "refused": 1, "elsewhere": 0}
    assert (board["run"], board["families"], board["people"], board["reached_percent"], board["out_percent"]) == (1, 4, 8, 75, 50)
    assert board["people_by_state"] == {"not_reached": 2, "called": 0, "moved": 4, "refused": 2, "elsewhere": 0}
    assert {code: (grid["families"], grid["moved"], grid["out_percent"]) for code, grid in board["by_grid"].items()} == {
        "G001": (2, 2, 100),
        "G003": (2, 0, 0),
    }
    assert board["moved_to"] == [{"kind": "safe_site", "place": "东社区小学", "families": 2, "people": 4}]
    listed = run("--json", "rollcall", flooded, "list", "--state", "已转移").data
    assert STATES | {"run", "families", "people", "entries"} <= set(listed)
    assert [(one["family"], one["place"], one["note"]) for one in listed["entries"]] == [
        ("H001", "东社区小学", "坐校车"),
        ("H002", "东社区小学", "坐校车"),
    ]
    assert [one["family"] for one in run("--json", "rollcall", flooded, "list", "--unit", "第01网格").data["entries"]] == ["H001", "H002"]
    assert "联系上 2 户（100%）" in run("rollcall", flooded, "board", "--by", "grid").out


def test_the_log_of_a_family_and_undo(flooded: Path, run: Run) -> None:
    for state in ("1", "2", "5"):
        run("rollcall", flooded, "set", state, "H001")
    assert [one["state"] for one in run("--json", "rollcall", flooded, "log", "H001").data["entries"]] == [
        "elsewhere",
        "called",
        "not_reached",
    ]
    run("undo", flooded)
    assert run("--json", "rollcall", flooded, "board").data["called"] == 1
    assert run("--json", "rollcall", flooded, "begin").data["run"] == 1
    assert run("--json", "rollcall", flooded, "board").data["not_reached"] == 4
    assert run("rollcall", flooded, "log", "H001").out.strip() == "这一户还没有点名记录。"


def test_own_homes_and_any_place_are_understood(flooded: Path, run: Run) -> None:
    run("rollcall", flooded, "set", "moved", "H005", "--to", "own")
    run("rollcall", flooded, "set", "elsewhere", "H001", "--to", "西安女儿家")
    entries = run("--json", "rollcall", flooded, "list").data["entries"]
    assert {one["family"]: one["place_kind"] for one in entries} == {"H001": "other", "H002": None, "H003": None, "H005": "own_home"}


def test_two_desks_merge_by_command(flooded: Path, run: Run, tmp_path: Path) -> None:
    other = Path(shutil.copyfile(flooded, tmp_path / "另一台.gpkg"))
    run("rollcall", flooded, "set", "called", "H001", "--note", "明早再打")
    run("rollcall", other, "set", "moved", "H001", "--to", "东社区小学")
    run("rollcall", other, "set", "refused", "H002")
    file = tmp_path / "点名 2.json"
    assert run("--json", "rollcall", other, "export", file).data["entries"] == 2
    looked = run("--json", "rollcall", flooded, "merge", file, "--dry-run").data
    keys = {"run", "rows", "new", "older", "same", "refused", "withdrawn", "differences", "fast_minutes", "entry"}
    keys |= {"recognised", "off_list", "run_known", "run_differences"}
    assert (set(looked), looked["entry"]) == (keys, None)
    done = run("--json", "rollcall", flooded, "merge", file).data
    assert {key: done[key] for key in keys - {"entry", "run"}} == {key: looked[key] for key in keys - {"entry", "run"}}
    assert [done[key] for key in ("rows", "new", "older", "same", "refused")] == [2, 2, 0, 0, []]
    assert (done["run_known"], done["run_differences"], done["off_list"]) == (True, [], 0)
    [difference] = done["differences"]
    assert (difference["family"], difference["kept"]) == ("H001", "theirs")
    assert (difference["ours"]["state"], difference["ours"]["note"], difference["theirs"]["place"]) == ("called", "明早再打", "东社区小学")
    again = run("rollcall", flooded, "merge", other).out
    assert again.startswith("共 2 条：0 条算数，0 条较早只留底，2 条本机已有，0 条没有采用。")
    assert run("--json", "rollcall", flooded, "board").data["moved"] == 1
    assert run("--json", "rollcall", flooded, "export", tmp_path / "表.xlsx").data["entries"] == 4
    run("undo", flooded)
    assert run("--json", "rollcall", flooded, "board").data["called"] == 1


@pytest.mark.parametrize(
    "words",
    [
        ("set", "走了", "H001"),
        ("set", "moved", "H999"),
        ("set", "moved", "H006"),
        ("set", "called", "H001", "--to", "东社区小学"),
        ("set", "moved", "H001", "--run", "7"),
        ("set", "moved"),
        ("list", "--state", "x"),
        ("list", "--unit", "哪里"),
        ("board", "--by", "county"),
        ("board", "--run", "2"),
        ("log", "H999"),
        ("begin", "--run", "9"),
        ("export", "点名.pdf"),
        ("export", "/没有/点名.json"),
        ("merge", "/没有.json"),
        ("merge", __file__),
        (),
    ],
)
def test_what_is_wrong_is_said_in_sentences(words: tuple[str, ...], flooded: Path, run: Run) -> None:
    assert run("rollcall", flooded, *words).sentences


def test_without_a_run_the_way_is_shown(county: Path, run: Run) -> None:
    assert "还没有保存过研判" in run("rollcall", county, "board").sentences[0]
