"""The safe-sites command: sites kept, families allocated, figures and refusals in keys and sentences."""

from __future__ import annotations

from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from tests.builders import EAST, NORTH, add_hazard, box, opened
from tests.stories.command import gisapp

Capture = pytest.CaptureFixture[str]
PLACE = f"{EAST + 2_500},{NORTH + 2_500}"


def flooded(county: Path, capsys: Capture) -> int:
    """The number of a run over the west of the tiny county."""
    with opened(county) as db:
        add_hazard(db, box(0, 0, 2_000, 4_000))
    return int(gisapp(capsys, "--json", "affected", county, "--hazard", "月河洪涝").data["run"])


def test_a_site_is_added_changed_removed_and_brought_back(county: Path, capsys: Capture) -> None:
    added = gisapp(
        capsys, "--json", "safe-sites", county, "add", "东社区会堂", "--capacity", "60", "--place", PLACE, "--keeper", "王会", "--phone",
        "12000008888", "--note", "二楼",
    ).data  # fmt: skip
    assert (added["name"], added["unit"], added["town"], added["capacity"], added["in_use"]) == ("东社区会堂", "东社区", "东镇", 60, True)
    assert (added["keeper"], added["phone"], added["note"]) == ("王会", "120****8888", "二楼")
    degrees = f"{added['longitude']},{added['latitude']}"
    changed = gisapp(
        capsys, "--json", "safe-sites", county, "change", "东社区会堂", "--capacity", "90", "--closed", "--place", degrees
    ).data
    assert (changed["capacity"], changed["in_use"], changed["keeper"]) == (90, False, "王会")
    assert changed["x"] == pytest.approx(EAST + 2_500, abs=0.2)
    listed = gisapp(capsys, "--json", "safe-sites", county, "list").data
    assert [(site["name"], site["capacity"]) for site in listed["sites"]] == [("东社区会堂", 0), ("东社区小学", 200)]
    gisapp(capsys, "safe-sites", county, "remove", "东社区会堂", "东社区小学")
    assert gisapp(capsys, "--json", "safe-sites", county, "list").data["sites"] == []
    gisapp(capsys, "undo", county)
    assert gisapp(capsys, "--json", "safe-sites", county, "list").data == listed


def test_families_are_allocated_and_listed(county: Path, capsys: Capture) -> None:
    run = flooded(county, capsys)
    done = gisapp(capsys, "--json", "safe-sites", county, "allocate", "--run", run).data
    assert (done["run"], done["families"], done["people"]) == (run, 4, 8)
    assert (done["placed_people"], done["own_home_people"], done["no_room_people"], done["to_place"]) == (6, 2, 0, 6)
    assert [(site["name"], site["people"], site["free"], site["over"]) for site in done["by_site"]] == [("东社区小学", 6, 194, False)]
    listed = gisapp(capsys, "--json", "safe-sites", county, "list", "--families").data
    assert (listed["run"], listed["allocation"], listed["allocated_people"]) == (run, done["allocation"], 6)
    assert {family["code"]: family["site_name"] or family["no_site"] for family in listed["families"]} == {
        "H001": "东社区小学", "H002": "东社区小学", "H003": "东社区小学", "H005": "own_home",
    }  # fmt: skip


def test_whoever_has_no_place_is_named(county: Path, capsys: Capture) -> None:
    flooded(county, capsys)
    gisapp(capsys, "safe-sites", county, "change", "1", "--capacity", "4")
    nearest = gisapp(capsys, "safe-sites", county, "allocate", "--way", "nearest")
    assert "容量 4 人，要安置 6 人：3 人没有地方（还空 1 个位置，剩下的哪一户都放不下）。" in nearest.out
    done = gisapp(capsys, "safe-sites", county, "allocate")
    assert done.code == 0
    assert "容量 4 人，要安置 6 人：2 人没有地方。" in done.out
    assert "没有地方：西山村" in done.out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("add", "会堂", "--capacity", "60", "--place", "东边"), "看不懂位置"),
        (("add", "会堂", "--capacity", "60", "--place", "1,2,3"), "看不懂位置"),
        (("add", "会堂", "--capacity", "60", "--place", "32.9,108.5"), "不在本县"),
        (("add", "会堂", "--capacity", "-5", "--place", PLACE), "容量不对"),
        (("add", "会堂", "--place", PLACE), "capacity"),
        (("add", "东社区小学", "--capacity", "60", "--place", PLACE, "--unit", "不存在村"), "不存在村"),
        (("change", "没有的", "--capacity", "5"), "没有避险点"),
        (("remove", "没有的"), "没有避险点"),
        (("allocate",), "没有可以安置的研判"),
        (("allocate", "--run", "99"), "没有可以安置的研判"),
    ],
)
def test_bad_requests_are_a_sentence_and_change_nothing(county: Path, capsys: Capture, words: tuple[str, ...], said: str) -> None:
    before = county.read_bytes()
    refused = gisapp(capsys, "safe-sites", county, *words)
    assert refused.code == 2
    assert said in " ".join(refused.sentences)
    assert gisapp(capsys, "--json", "history", county).data["entries"] == []
    assert len(county.read_bytes()) == len(before)


def test_every_family_allocated_is_on_one_sign_in_list(county: Path, capsys: Capture, tmp_path: Path) -> None:
    flooded(county, capsys)
    gisapp(capsys, "safe-sites", county, "allocate")
    done = gisapp(capsys, "--json", "safe-sites", county, "sign-in", tmp_path / "签到.xlsx").data
    assert (done["sites"], done["families"], done["people"]) == (1, 3, 6)
    sheets = CalamineWorkbook.from_path(tmp_path / "签到.xlsx")
    assert sheets.sheet_names == ["避险点汇总", "东社区小学"]
    rows = sheets.get_sheet_by_name("东社区小学").to_python()
    assert rows[0][0] == "容量 200 人，应到 3 户 6 人，还空 194 个位置。"
    header = next(row for row in rows if "户主" in row)
    people = [dict(zip(header, row, strict=True)) for row in rows[rows.index(header) + 1 :]]
    assert [(one["户主"], one["应到人数"]) for one in people if one["户主"]] == [("赵一", 1), ("钱二", 3), ("李四", 2)]
    assert [one["联系人"] for one in people[:3]] == ["联系人1", "联系人1", "联系人3"]
    assert "1210000" not in str(rows)
    assert sum(one["备注"] == "名单外" for one in people) == 8


def test_sign_in_lists_are_printed_and_bad_requests_said(county: Path, capsys: Capture, tmp_path: Path) -> None:
    out = tmp_path / "签到.pdf"
    assert "还没有分配" in gisapp(capsys, "safe-sites", county, "sign-in", out).sentences[0]
    flooded(county, capsys)
    gisapp(capsys, "safe-sites", county, "allocate")
    assert gisapp(capsys, "--json", "safe-sites", county, "sign-in", out, "--site", "东社区小学").data["pages"] == 1
    assert out.read_bytes().startswith(b"%PDF")
    assert "文件类型" in gisapp(capsys, "safe-sites", county, "sign-in", tmp_path / "签到.doc").sentences[0]
    assert "没有避险点" in gisapp(capsys, "safe-sites", county, "sign-in", out, "--site", "不存在").sentences[0]


def test_a_family_is_moved_by_hand_stays_there_and_comes_back_with_undo(county: Path, capsys: Capture) -> None:
    flooded(county, capsys)
    gisapp(capsys, "safe-sites", county, "add", "东社区会堂", "--capacity", "1", "--place", PLACE)
    gisapp(capsys, "safe-sites", county, "allocate")
    listed = gisapp(capsys, "--json", "safe-sites", county, "list", "--families").data
    moved = gisapp(capsys, "--json", "safe-sites", county, "move", "H002", "东社区小学").data
    assert (moved["code"], moved["site_name"], moved["capacity"], moved["over"], moved["warning"]) == ("H002", "东社区小学", 200, 0, "")
    over = gisapp(capsys, "safe-sites", county, "move", "H002", "东社区会堂")
    assert "改到东社区会堂，超员：容量 1 人" in over.out
    gisapp(capsys, "undo", county)
    kept = gisapp(capsys, "--json", "safe-sites", county, "allocate").data
    assert kept["by_hand"] == 1
    families = gisapp(capsys, "--json", "safe-sites", county, "list", "--families").data["families"]
    assert [family["code"] for family in families if family["by_hand"]] == ["H002"]
    assert gisapp(capsys, "--json", "safe-sites", county, "allocate", "--forget-moves").data["by_hand"] == 0
    for _ in range(3):
        gisapp(capsys, "undo", county)
    assert gisapp(capsys, "--json", "safe-sites", county, "list", "--families").data == listed


def test_whoever_cannot_walk_so_far_is_listed(county: Path, capsys: Capture) -> None:
    flooded(county, capsys)
    done = gisapp(capsys, "--json", "safe-sites", county, "allocate", "--most-walk", "3300").data
    assert {family["code"] for family in done["too_far"]} == {"H001", "H002", "H003"} - {
        family["code"]
        for family in gisapp(capsys, "--json", "safe-sites", county, "list", "--families").data["families"]
        if not family["too_far"]
    }
    assert done["too_far_families"] == len(done["too_far"]) > 0
    assert "走不到，要派车。" in gisapp(capsys, "safe-sites", county, "allocate", "--most-walk", "3300").out
