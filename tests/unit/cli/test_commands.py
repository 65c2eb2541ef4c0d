"""Every command: the keys it promises, one JSON object and nothing else, sentences for everything that is wrong."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from typing import Any, Protocol

import pytest

from gisapp.cli import faults, main
from gisapp.services.county import make_sample
from gisapp.services.sample.scale import REFERENCE_DAY
from gisapp.storage.county import county_file, migrations
from tests.builders import add_hazard, box, opened
from tests.stories.command import Outcome, gisapp
from tests.unit.readers.files import geojson, square

COUNTS = {
    "towns": 2,
    "divisions": 5,
    "grids": 4,
    "settlements": 1,
    "houses": 8,
    "households": 6,
    "residents": 11,
    "relocated": 3,
    "contacts": 10,
}
SIX = {f"{line}/{role}" for line in ("village", "community") for role in ("sponsor_cadre", "unit_cadre", "grid_officer")}
TALLY = {"houses", "households", "residents"}


class Run(Protocol):
    def __call__(self, *words: object) -> Outcome: ...


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    return lambda *words: gisapp(capsys, *words)


@pytest.fixture
def flooded(county: Path) -> Path:
    with opened(county) as db:
        add_hazard(db, box(0, 0, 250, 250))
        add_hazard(db, box(0, 0, 150, 150), name="滑坡", level="blue")
    return county


def test_info_counts_everything(flooded: Path, run: Run) -> None:
    data = run("--json", "info", flooded).data
    about = {"name": "测试县", "is_sample": True, "crs": 4545, "schema": migrations.newest_number(), "version": data["version"]}
    assert data == COUNTS | {"hazards": 2} | about


def test_slots_counts_families_and_the_gaps_of_all_six(county: Path, run: Run) -> None:
    data = run("--json", "slots", county).data
    assert (data["families"], data["complete"], data["missing"]) == (
        3,
        1,
        {
            "village/sponsor_cadre": 2,
            "village/unit_cadre": 1,
            "village/grid_officer": 0,
            "community/sponsor_cadre": 1,
            "community/unit_cadre": 1,
            "community/grid_officer": 0,
        },
    )
    assert set(data["missing"]) == SIX
    one = run("--json", "slots", county, "--unit", "site=紫云南郡 building=3号楼 floor=5", "--list").data
    assert (one["families"], [row["missing"] for row in one["list"]]) == (1, [["village/sponsor_cadre"]])
    assert run("--json", "slots", county, "--unit", "西山村").data["families"] == 0


def test_assign_history_undo_and_slots_tell_one_story(county: Path, run: Run) -> None:
    before = run("--json", "slots", county).data
    words = (
        "assign",
        county,
        "--slot",
        "village/sponsor_cadre",
        "--contact",
        5,
        "--where",
        "site=紫云南郡",
        "--from",
        "2026-07-01",
        "--reason",
        "补岗",
    )
    done = run("--json", *words).data
    assert (done["assigned"], [refusal["id"] for refusal in done["refused"]]) == (2, [4])
    assert done["refused"][0]["reason"] == "已经由联系人5担任"
    assert run("--json", "slots", county).data["missing"]["village/sponsor_cadre"] == 0
    [entry] = run("--json", "history", county).data["entries"]
    assert (entry["id"], entry["why"], entry["label"]) == (done["entry"], "补岗", "村线·包联干部：给 2 户分配联系人5")
    assert run("history", county).out.rstrip().endswith("村线·包联干部：给 2 户分配联系人5\t原因：补岗")
    undone = run("--json", "undo", county).data
    assert "给 2 户分配联系人5（已撤销）" in run("history", county).out
    assert undone["label"] == f"撤销：{entry['label']}"
    assert undone["entry"] > entry["id"]
    assert run("--json", "slots", county).data == before
    assert [row["id"] for row in run("--json", "history", county, "--limit", 1).data["entries"]] == [undone["entry"]]
    assert "没有可以撤销" in run("undo", county).sentences[0]


def test_the_history_keeps_the_name_of_who_did_it(county: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GISAPP_USER", "镇办 '小李'")
    run("assign", county, "--slot", "village/unit_cadre", "--contact", "6", "--ids", "6")
    assert run("--json", "history", county).data["entries"][0]["who"] == "镇办 '小李'"


def test_ids_may_be_separated_as_people_do(county: Path, run: Run) -> None:
    done = run("--json", "assign", county, "--slot", "village/sponsor", "--contact", 5, "--ids", "4, 5，6 6 99").data
    assert done["assigned"] == 2
    assert sorted(refusal["id"] for refusal in done["refused"]) == [4, 6, 99]


def test_nobody_to_assign_is_an_answer_without_an_entry(county: Path, run: Run) -> None:
    done = run("--json", "assign", county, "--slot", "village/sponsor", "--contact", 5, "--ids", "1").data
    assert (done["assigned"], done["entry"], len(done["refused"])) == (0, None, 1)


def test_affected_has_every_promised_key(flooded: Path, run: Run) -> None:
    data = run("--json", "affected", flooded, "--hazard", "月河洪涝", "--hazard", "滑坡").data
    assert (data["run"], data["rule"], data["houses"], data["households"], data["residents"]) == (1, "point", 2, 2, 4)
    assert set(data["by_level"]) == {"red", "orange", "yellow", "blue"}
    assert all(
        set(tally) == TALLY for tally in (*data["by_level"].values(), *data["by_hazard"].values(), *data["by_grid"].values(), data["both"])
    )
    assert data["by_hazard"] == {
        "月河洪涝": {"houses": 2, "households": 2, "residents": 4},
        "滑坡": {"houses": 1, "households": 2, "residents": 4},
    }
    assert data["both"] == {"houses": 1, "households": 2, "residents": 4}
    assert data["by_grid"] == {"G001": {"houses": 2, "households": 2, "residents": 4}}
    assert (data["unknown"], data["empty_origin"], data["own_safe_home"], data["without_contact"]) == (0, 1, 0, 0)
    assert data["vulnerable"]["people"] == 3


def test_affected_reads_a_file_with_a_level_field_a_buffer_and_sleeping_places(county: Path, run: Run, tmp_path: Path) -> None:
    path = geojson(tmp_path / "今晚 '雨'.geojson", [(square(0, 0, 90), {"dj2": "橙"}), (None, {"dj2": "红"})])
    assert run("--json", "affected", county, "--hazard", path).data["houses"] == 0
    data = run("--json", "affected", county, "--hazard", path, "--level-field", "dj2", "--buffer", 20, "--at", "sleeping").data
    assert (data["houses"], data["by_level"]["orange"]["houses"], data["at"]) == (1, 1, "sleeping")
    assert [(problem["number"], problem["is_refused"]) for problem in data["problems"]] == [(2, True)]


def test_affected_writes_the_call_list(flooded: Path, run: Run, tmp_path: Path) -> None:
    out = tmp_path / "名单 '1'.xlsx"
    data = run("--json", "affected", flooded, "--hazard", "月河洪涝", "--out", out).data
    assert data["out"] == str(out)
    assert out.read_bytes()[:2] == b"PK"
    assert ".pdf" in run("affected", flooded, "--hazard", "月河洪涝", "--out", tmp_path / "名单.doc").sentences[0]


def test_search_shows_masked_hits(county: Path, run: Run) -> None:
    hits = run("--json", "search", county, "吴六").data["hits"]
    assert [(hit["kind"], hit["id"], hit["household"]) for hit in hits] == [("resident", 7, 4)]
    assert "120****0007" in hits[0]["detail"]
    assert run("--json", "search", county, "没有这个人").data == {"hits": []}
    assert run("search", county, "没有这个人").out.strip() == "没有找到“没有这个人”。"


def test_check_passes_with_0_and_finds_with_1(county: Path, run: Run) -> None:
    fine = run("--json", "check", county)
    assert (fine.code, fine.data["ok"], fine.data["findings"]["families_missing_slots"]) == (0, True, 2)
    with opened(county) as db:
        db.execute("DELETE FROM grid_post WHERE grid_id = 3")
        db.execute("UPDATE house SET grid_id = NULL WHERE id = 8")
    found = run("--json", "check", county)
    assert (found.code, found.data["ok"]) == (1, False)
    assert {name: count for name, count in found.data["findings"].items() if count} == {
        "grids_without_officer": 1,
        "homes_outside": 1,
        "families_missing_slots": 2,
    }
    assert found.data["details"] == {"grids_without_officer": ["G003"], "homes_outside": ["8"]}
    plain = run("check", county)
    assert (plain.code, plain.err) == (1, "")
    assert "G003" in plain.out


def test_backup_goes_beside_or_where_it_is_told_and_never_over_something(county: Path, run: Run, tmp_path: Path) -> None:
    beside = Path(run("--json", "backup", county).data["file"])
    assert beside.parent == county.parent / "小县 1-备份"
    told = tmp_path / "新 文件夹" / "副本.gpkg"
    assert Path(run("--json", "backup", county, told).data["file"]) == told
    content = told.read_bytes()
    assert "已经存在" in run("backup", county, told).sentences[0]
    assert "已经存在" in run("backup", county, county).sentences[0]
    assert told.read_bytes() == content
    for copy in (beside, told):
        assert run("--json", "info", copy).data["households"] == 6


def test_restore_brings_the_backup_back_and_keeps_what_stood_there(county: Path, run: Run, tmp_path: Path) -> None:
    copy = Path(run("--json", "backup", county, tmp_path / "副本.gpkg").data["file"])
    run("assign", county, "--slot", "village/sponsor", "--contact", 5, "--ids", "5")
    done = run("--json", "restore", copy, county).data
    assert done["file"] == str(county)
    assert run("--json", "history", county).data["entries"] == []
    assert len(run("--json", "history", done["kept"]).data["entries"]) == 1
    assert run("--json", "restore", copy, tmp_path / "别处.gpkg").data["kept"] is None
    assert "同一个文件" in run("restore", county, county).sentences[0]


def test_new_makes_a_county_from_a_name_or_an_outline(run: Run, tmp_path: Path) -> None:
    made = run("--json", "new", tmp_path / "新 县.gpkg", "--county", "汉阴县").data
    assert (made["file"], made["crs"]) == (str(tmp_path / "新 县.gpkg"), 4545)
    outline = geojson(tmp_path / "小县.geojson", [(square(0, 0, 4000), {})])
    assert run("--json", "new", tmp_path / "b.gpkg", "--outline", outline, "--name", "'某'县").data["name"] == "'某'县"
    assert run("--json", "info", tmp_path / "b.gpkg").data["divisions"] == 1
    assert "已经存在" in run("new", tmp_path / "b.gpkg", "--county", "汉阴县").sentences[0]
    assert "二选一" in run("new", tmp_path / "c.gpkg").sentences[0]


def test_sample_says_what_it_made(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, made_county: Path) -> None:
    days: list[date] = []

    def small(path: Path, *, seed: int, times: int, day: date, progress: Any) -> make_sample.SampleCounts:
        shutil.copyfile(made_county, path)
        days.append(day)
        progress(1, 1)
        return make_sample.SampleCounts(*range(1, 11), seconds=seed + times / 10)

    monkeypatch.setattr(make_sample, "make_sample", small)
    data = run("--json", "sample", tmp_path / "示例.gpkg", "--seed", "7", "--times", "2").data
    assert list(data.values()) == [*range(1, 11), 7.2]
    assert list(data) == [*COUNTS, "hazards", "seconds"]
    run("--json", "sample", tmp_path / "今天.gpkg", "--day", "2026-11-23")
    assert days == [REFERENCE_DAY, date(2026, 11, 23)]


def test_export_map_and_webmap_say_what_they_wrote(flooded: Path, run: Run, tmp_path: Path) -> None:
    run("affected", flooded, "--hazard", "月河洪涝")
    for kind, rows in (("households", 6), ("grids", 4), ("affected", 2)):
        for ending in (".xlsx", ".csv", ".gpkg", ".geojson"):
            out = tmp_path / f"导出 {kind}{ending}"
            assert run("--json", "export", flooded, out, "--what", kind).data["rows"] == rows, ending
            assert out.stat().st_size > 0
    page = tmp_path / "地图.html"
    assert run("--json", "webmap", flooded, page).data["bytes"] == page.stat().st_size
    assert "只能写成 .html" in run("webmap", flooded, tmp_path / "地图.txt").sentences[0]
    picture = run("--json", "map", flooded, tmp_path / "地图.png", "--size", "300x200").data
    assert (picture["width"], picture["height"]) == (300, 200)
    assert picture["seconds"] >= 0


@pytest.mark.parametrize(
    ("words", "what"),
    [
        ((), "没有写要做什么"),
        (("--json",), "没有写要做什么"),
        (("fly",), "没有命令“fly”"),
        (("--nix",), "没有选项“--nix”"),
        (("info",), "缺少“FILE”"),
        (("info", "FILE", "more"), "多余的内容：more"),
        (("info", "FILE", "--nix"), "没有选项“--nix”"),
        (("search", "FILE"), "缺少“TEXT”"),
        (("history", "FILE", "--limit", "0"), "1 到 100000 之间的整数"),
        (("history", "FILE", "--limit", "x"), "整数"),
        (("affected", "FILE"), "要么给 --hazard"),
        (("affected", "FILE", "--hazard"), "选项“--hazard”后面要写一个值"),
        (("affected", "FILE", "--hazard", "没有"), "没有名为“没有”的风险区"),
        (("affected", "FILE", "--hazard", "没有.geojson"), "找不到文件"),
        (("affected", "FILE", "--hazard", "x", "--rule", "guess"), "只能是：point"),
        (("affected", "FILE", "--hazard", "月河洪涝", "--rule", "footprint"), "footprint"),
        (("affected", "FILE", "--hazard", "x", "--at", "work"), "homes  sleeping"),
        (("affected", "FILE", "--hazard", "x", "--buffer", "wide"), "“--buffer”要填数字"),
        (("affected", "FILE", "--hazard", "月河洪涝", "--buffer", "-5"), "外扩距离不合理"),
        (("affected", "FILE", "--hazard", "月河洪涝", "--buffer", "nan"), "外扩距离不合理"),
        (("affected", "FILE", "--hazard", "月河洪涝", "--thresholds", "0.5"), "栅格"),
        (("affected", "FILE", "--hazard", "x", "--crs", "月球"), "不认识坐标系：月球"),
        (("slots", "FILE", "--unit", "没有的村"), "没有代码或名称为“没有的村”的单位"),
        (("slots", "FILE", "--unit", "a=b"), "不认识条件“a”"),
        (("assign", "FILE", "--slot", "village/mayor", "--contact", "5", "--ids", "5"), "没有名为“village/mayor”的岗位"),
        (("assign", "FILE", "--slot", "village/sponsor", "--contact", "5"), "二选一"),
        (("assign", "FILE", "--slot", "village/sponsor", "--contact", "5", "--ids", "5", "--where", "x"), "二选一"),
        (("assign", "FILE", "--slot", "village/sponsor", "--contact", "5", "--ids", "five"), "没有可以分配"),
        (("assign", "FILE", "--slot", "village/sponsor", "--contact", "5", "--ids", ""), "名单是空的"),
        (("assign", "FILE", "--slot", "village/sponsor", "--contact", "9", "--ids", "5"), "联系人9已离任"),
        (("assign", "FILE", "--slot", "village/sponsor", "--contact", "x", "--ids", "5"), "整数"),
        (("assign", "FILE", "--slot", "village/sponsor", "--contact", "9" * 30, "--ids", "5"), "整数"),
        (("assign", "FILE", "--slot", "village/sponsor", "--contact", "5", "--ids", "9" * 30), "没有可以分配"),
        (("assign", "FILE", "--slot", "village/sponsor", "--contact", "5", "--ids", "5", "--from", "2026-02-30"), "日期不对：2026-02-30"),
        (("assign", "FILE", "--slot", "village/sponsor", "--contact", "5", "--ids", "5", "--from", "明天"), "日期不对：明天"),
        (("assign", "FILE", "--slot", "village/sponsor", "--contact", "5", "--ids", "5", "--from", "20260701"), "日期不对"),
        (("assign", "FILE", "--slot", "village/sponsor", "--contact", "5", "--ids", "5", "--from", "2026-W27-3"), "日期不对"),
        (("undo", "FILE"), "没有可以撤销的操作"),
        (("new", "NEW", "--county", "月球"), "没有“月球”的边界"),
        (("new", "NEW", "--county", "汉阴县", "--crs", "4326"), "不以米为单位"),
        (("sample", "NEW", "--times", "99"), "1 到 20 之间的整数"),
        (("sample", "NEW", "--seed", "x"), "“--seed”要填整数"),
        (("export", "FILE", "OUT.xlsx", "--what", "everything"), "everything"),
        (("export", "FILE", "OUT.doc", "--what", "grids"), ".doc"),
        (("map", "FILE", "OUT.bmp"), ".bmp"),
        (("map", "FILE", "OUT.png", "--size", "big"), "big"),
        (("map", "FILE", "OUT.png", "--theme", "rainbow"), "rainbow"),
        (("webmap", "FILE", "OUT.html", "--unit", "没有的村"), "没有的村"),
    ],
)
def test_what_is_wrong_is_said_in_chinese_and_nothing_is_written(
    words: tuple[str, ...], what: str, flooded: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    before = flooded.read_bytes()
    real = [str(flooded) if word == "FILE" else "新.gpkg" if word == "NEW" else word for word in words]
    outcome = run(*real)
    if what == "没有可以分配":
        assert what in outcome.out
    else:
        assert what in outcome.sentences[0]
        assert run("--json", *real).sentences == outcome.sentences
    with county_file.reading(flooded) as connection:
        assert connection.execute("SELECT count(*) FROM history").fetchone()[0] == 0
    assert before[100:] == flooded.read_bytes()[100:]
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == []


def test_an_english_reader_gets_english(county: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GISAPP_LANGUAGE", "en")
    assert run("fly").sentences[0] == "There is no command “fly”."
    assert run("undo", county).sentences == ["There is nothing to undo.", "Every step in the history has been undone."]
    assert run("info", county.with_name("x.gpkg")).sentences[0].startswith("File not found: ")
    assert "6 households" in run("info", county).out
    assert run("slots", county).out.startswith("3 relocated households, 1 with all six slots filled.")
    assert "Take the latest step back." in run("undo", "--help").out


def test_json_is_understood_wherever_it_stands_but_not_after_two_dashes(county: Path, run: Run) -> None:
    assert run("info", county, "--json").data == run("--json", "info", county).data
    assert run("search", county, "--json", "--", "--json").data == {"hits": []}


@pytest.mark.parametrize("command", main.COMMANDS)
def test_every_command_explains_itself(command: str, run: Run) -> None:
    outcome = run(command, "--help")
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.startswith(f"用法：gisapp {command}")
    for english in ("Usage", "Options", "Commands", "Show this", "required", "default"):
        assert english not in outcome.out


def test_a_bug_is_one_sentence_for_people_and_a_place_in_the_log(
    county: Path, run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("赵一 12000000001")

    monkeypatch.setenv("GISAPP_HOME", str(tmp_path / "家"))
    monkeypatch.setattr(county_file, "reading", broken)
    sentences = run("info", county).sentences
    assert "RuntimeError" in sentences[0]
    log = (tmp_path / "家" / "gisapp.log").read_text(encoding="utf-8")
    assert "info_command.py" in log
    assert "赵一" not in log + "".join(sentences)
    (tmp_path / "家" / "gisapp.log").unlink()
    (tmp_path / "家" / "gisapp.log").mkdir()
    assert "日志" in run("info", county).sentences[1]


def test_control_characters_never_reach_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    assert faults.say("坏\x1b[31m\n名", "", "下\r一步") == 2
    assert capsys.readouterr().err == "坏 [31m 名\n下 一步\n"
