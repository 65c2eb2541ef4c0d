"""gisapp damage: every step by command, the board with the list behind each figure."""

from __future__ import annotations

from pathlib import Path

import pytest

from gisapp.storage.county import county_file
from tests.stories.command import Outcome, gisapp
from tests.unit.readers.photos import made_photo


@pytest.fixture
def damage(county: Path, capsys: pytest.CaptureFixture[str]):  # type: ignore[no-untyped-def]
    def run(*words: object) -> Outcome:
        return gisapp(capsys, "--json", "damage", county, *words)

    return run


def test_a_house_goes_from_its_report_to_its_rebuilding(damage) -> None:  # type: ignore[no-untyped-def]
    assert damage("event", "8月强降雨", "--from", "2021-08-28", "--to", "2021-08-30").data["events"][0]["name"] == "8月强降雨"
    where = ("--house", "西山村1组1号", "--family", "H003", "--house", "8")
    words = ("add", *where, "--grade", "collapsed", "--event", "8月强降雨", "--date", "2021-08-31")
    would = damage(*words, "--dry-run").data
    assert (would["would"], would["done_ids"], would["entry"]) == (["西山村1组1号", "东社区8号", "西山村2组1号"], [], None)
    assert damage(*words).data["done_ids"] == [1, 2, 3]
    assert [one["reason"] for one in damage(*words).data["refused"]] == [f"已有未完工的登记（第 {number} 号）" for number in (1, 2, 3)]
    assert damage("verify", 1, 3, "--grade", "serious", "--date", "2021-09-01").data["done_ids"] == [1, 3]
    damage("dispute", 2, "--note", "不在这次", "--date", "2021-09-01")
    assert (
        damage("way", 1, 2, 3, "--way", "rebuild", "--planned", "2022-06-30", "--contact", 5).data["refused"][0]["reason"]
        == "有异议，请先核实"
    )
    damage("stage", 1, 3, "--stage", "施工", "--begun", "2021-10-01")
    damage("stage", 1, "--stage", "入住", "--finished", "2022-05-01")
    damage("stay", 3, "--family", "H003", "--address", "村小学", "--date", "2021-09-02")
    shown = damage("show", 3).data
    assert (shown["grade"], shown["state"], shown["way"], shown["stage"], shown["planned"]) == (
        "serious",
        "verified",
        "rebuild",
        "施工",
        "2022-06-30",
    )
    assert shown["contact"] == "联系人5"
    assert shown["stays"] == [{"family": "H003", "address": "村小学", "from": "2021-09-02", "to": None}]
    assert [one["state"] for one in shown["states"]] == ["reported", "verified"]


def test_the_board_and_the_list_behind_each_figure(damage) -> None:  # type: ignore[no-untyped-def]
    damage(
        "add", "--house", "西山村1组1号", "--house", "西山村2组1号", "--house", "东社区8号", "--grade", "serious", "--date", "2021-08-31"
    )
    damage("way", 1, 2, "--way", "repair", "--planned", "2021-12-31")
    damage("stage", 1, "--stage", "验收", "--finished", "2021-11-01")
    board = damage("board", "--day", "2022-01-10").data
    assert (board["total"], board["done"], board["open"], board["rate"], board["rate_base"], board["overdue"]) == (
        3,
        1,
        2,
        "33.3%",
        "total",
        1,
    )
    assert board["by_way"] == {"repair": {"total": 2, "done": 1, "open": 1}, "undecided": {"total": 1, "done": 0, "open": 1}}
    assert board["by_grade"] == {"serious": {"total": 3, "done": 1, "open": 2}}
    assert board["by_village"]["西山村"] == {"total": 2, "done": 1, "open": 1}
    assert len(board["items"]) == board["total"]
    for grouping in ("town", "village", "grade", "way", "stage", "state", "month"):
        for key, figures in board[f"by_{grouping}"].items():
            for option, figure in (((), "total"), (("--open",), "open"), (("--done",), "done")):
                items = damage("list", "--by", grouping, "--key", key, *option).data["items"]
                assert len(items) == figures[figure], (grouping, key, figure)
    assert [one["overdue_days"] for one in damage("list", "--overdue", "--day", "2022-01-10").data["items"]] == [10]
    assert damage("board", "--unit", "东镇").data["total"] == 1
    assert "没有“装修”这一行" in damage("list", "--by", "stage", "--key", "装修").sentences[0]
    assert "要一起写" in damage("list", "--by", "stage").sentences[0]


def test_photos_are_checked_kept_and_taken_out_again(damage, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    damage("event", "雨", "--from", "2021-08-28", "--to", "2021-08-30")
    damage("add", "--house", "西山村1组1号", "--grade", "serious", "--event", "雨", "--date", "2021-08-31")
    near, broken = made_photo(tmp_path / "近.jpg", place=(108.0, 32.8), taken="2021:08:29 09:00:00"), tmp_path / "坏.jpg"
    broken.write_bytes(near.read_bytes()[:3_000])
    done = damage("photo", 1, near, broken).data
    assert len(done["added"]) == 1
    assert "离房屋" in done["photos"][0]["notices"][0]
    assert "已损坏" in done["photos"][1]["refused"]
    photo = done["added"][0]
    assert damage("photo", 1, "--save", photo, "--out", tmp_path / "取出.jpg").data["bytes"] == (tmp_path / "取出.jpg").stat().st_size
    damage("limits", "--distance", 100_000)
    assert damage("show", 1).data["photo_list"][0]["notices"] == []
    damage("photo", 1, "--remove", photo)
    assert damage("show", 1).data["photos"] == 0


def test_a_collapsed_house_is_lost_and_given_back(damage, county: Path) -> None:  # type: ignore[no-untyped-def]
    damage("add", "--house", "西山村2组1号", "--grade", "collapsed", "--date", "2021-08-31")
    assert "现在不能这样登记" in damage("home", 1, "--step", "lost").sentences[0]
    damage("verify", 1, "--date", "2021-09-01")
    assert damage("home", 1, "--step", "lost", "--date", "2021-09-01", "--dry-run").data["families"] == ["H003"]
    damage("home", 1, "--step", "lost", "--date", "2021-09-01")
    with county_file.reading(county) as connection:
        assert connection.execute("SELECT count(*) FROM house WHERE number = '西山村2组1号'").fetchone()[0] == 0
    damage("way", 1, "--way", "rebuild")
    damage("stage", 1, "--stage", "入住", "--finished", "2022-05-01")
    assert damage("home", 1, "--step", "back", "--date", "2022-05-02").data["entry"]
    with county_file.reading(county) as connection:
        assert connection.execute("SELECT count(*) FROM house WHERE number = '西山村2组1号'").fetchone()[0] == 1


def test_stages_are_shown_as_a_preset_until_the_county_sets_its_own(damage) -> None:  # type: ignore[no-untyped-def]
    assert damage("stages").data["stages"]["repair"] == {"stages": ["施工", "验收"], "is_preset": True}
    found = damage("stages", "--way", "repair", "--set", "加固，验收").data["stages"]["repair"]
    assert found == {"stages": ["加固", "验收"], "is_preset": False}


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("add", "--house", "没有这处", "--grade", "none"), "没有门牌或编号为“没有这处”的房屋"),
        (("add", "--family", "H004", "--grade", "none"), "这一户有 2 处住房：紫云南郡3号楼1单元101、西山村1组2号"),
        (("add", "--grade", "none"), "没有写明是哪些房屋"),
        (("board", "--event", "雨"), "没有名为“雨”的灾次"),
        (("show", 5), "没有编号为 5 的受损登记"),
        (("stage", 1, "--stage", "施工", "--begun", "2021-13-01"), "日期不对"),
        (("stay", 1, "--family", "H001"), "请写 --address 或 --end 中的一个"),
        (("photo", 1), "没有写要添加哪些照片"),
        (("event", "雨"), "没有写灾次的第一天"),
    ],
)
def test_what_is_wrong_is_said_in_a_sentence(damage, words: tuple[object, ...], sentence: str) -> None:  # type: ignore[no-untyped-def]
    assert sentence in "".join(damage(*words).sentences)


def test_the_list_goes_out_and_comes_in_again(damage, county: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:  # type: ignore[no-untyped-def]
    damage("add", "--house", "西山村1组1号", "--house", "东社区8号", "--grade", "serious", "--date", "2021-08-31")
    assert damage("export", tmp_path / "名单.xlsx").data["rows"] == 2
    assert damage("export", tmp_path / "名单.pdf", "--unit", "东镇").data == {"rows": 1, "pages": 1, "file": str(tmp_path / "名单.pdf")}
    assert "不认识文件类型" in damage("export", tmp_path / "名单.txt").sentences[0]
    found = gisapp(capsys, "--json", "import", county, tmp_path / "名单.xlsx", "--as", "damage", "--sheet", "受损房屋").data
    assert (found["rows"], found["new"], found["changed"], found["same"], found["rejected"]) == (2, 0, 0, 2, 0)


def test_a_family_is_resettled_with_its_move_in_one_step(damage, county: Path, capsys: pytest.CaptureFixture[str]) -> None:  # type: ignore[no-untyped-def]
    damage("add", "--family", "H003", "--grade", "collapsed", "--date", "2021-08-31")
    damage("verify", 1, "--date", "2021-08-31")
    damage("way", 1, "--way", "resettle")
    words = ("resettle", 1, "--to", "8", "--date", "2022-05-01")
    tried = damage(*words, "--dry-run").data
    assert (tried["family"], tried["left"], tried["entry"], tried["lines"][-1]) == ("H003", 0, None, "“入住”于 2022-05-01 完成，安置完工。")
    assert damage(*words).data["entry"]
    assert damage("show", 1).data["finished"] == "2022-05-01"
    refused = gisapp(capsys, "damage", county, *words)
    assert (refused.code, "没有等着安置的这一户" in refused.err) == (2, True)
    gisapp(capsys, "undo", county)
    assert damage("show", 1).data["finished"] is None
