"""Registers of safe sites: found by name and unit, new ones placed by their degrees, the same file again changes nothing."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest
from sqlite_utils import Database

from gisapp.domain.ledger import LedgerKind
from gisapp.services.county.undo import undo
from gisapp.services.ledger.import_ledger import Imported, import_ledger, read_table
from gisapp.services.places.search_county import search_county
from gisapp.spatial import crs
from gisapp.storage.safe_sites import safe_sites
from tests.builders import EAST, EPSG, NORTH, opened
from tests.unit.storage.contents import contents, difference

HEADER = ("序号", "避险点名称", "镇", "村/社区", "容纳人数", "经度", "纬度", "负责人", "联系电话", "是否启用", "备注")


@pytest.fixture
def db(county: Path) -> Iterator[Database]:
    with opened(county) as db:
        yield db


def degrees(x: float, y: float) -> tuple[str, str]:
    longitude, latitude = crs.to_degrees(np.array([[EAST + x, NORTH + y]]), EPSG)[0]
    return f"{longitude:.7f}", f"{latitude:.7f}"


def table_of(tmp_path: Path, *rows: Sequence[object], header: Sequence[str] = HEADER) -> Path:
    path = tmp_path / "避险点.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["测试县避险点名册"])
        writer.writerow(header)
        writer.writerows(rows)
    return path


def imported(db: Database, path: Path) -> Imported:
    return import_ledger(db, read_table(db.conn, path, LedgerKind.SAFE_SITES), who="甲")


def counts(found: Imported) -> tuple[int, int, int, int]:
    plan = found.plan
    return len(plan.new), len(plan.changed), plan.same, len(plan.refused)


def test_a_register_comes_in_once_and_the_same_file_again_changes_nothing(db: Database, tmp_path: Path) -> None:
    before = contents(db.conn)
    path = table_of(
        tmp_path,
        (1, "西山村委会", "西镇", "西山村", "约80人", *degrees(500, 500), "张守门", "12000009999", "是", "两间教室"),
        (2, "东社区会堂", "", "", "1,200", *degrees(2_500, 2_500), "", "", "停用", ""),
        (3, "东社区小学", "", "", "260", *degrees(3_500, 3_500), "李校长", "", "", ""),
    )
    found = imported(db, path)
    assert counts(found) == (2, 1, 0, 0)
    assert {one.title for one in found.plan.changed[0].differences} == {"容量", "负责人"}
    sites = {site.facts.name: site for site in safe_sites.all_sites(db.conn)}
    hall = sites["西山村委会"]
    assert (hall.facts.capacity, hall.unit, hall.facts.keeper, hall.facts.keeper_phone) == (80, "西山村", "张守门", "12000009999")
    assert (hall.facts.x, hall.facts.y) == (pytest.approx(EAST + 500, abs=0.05), pytest.approx(NORTH + 500, abs=0.05))
    assert (sites["东社区会堂"].facts.capacity, sites["东社区会堂"].facts.is_in_use, sites["东社区会堂"].unit) == (1_200, False, "东社区")
    assert (sites["东社区小学"].facts.capacity, sites["东社区小学"].facts.keeper) == (260, "李校长")
    assert search_county(db.conn, "西山村委会")[0].id == hall.id
    assert counts(imported(db, path)) == (0, 0, 3, 0)
    undo(db, who="甲")
    assert difference(before, contents(db.conn)) == {}


def test_every_row_that_cannot_be_taken_is_refused_with_its_reason(db: Database, tmp_path: Path) -> None:
    here = degrees(500, 500)
    path = table_of(
        tmp_path,
        (1, "", "", "", "80", *here, "", "", "", ""),
        (2, "没有容量", "", "", "", *here, "", "", "", ""),
        (3, "容量不是数", "", "", "很多", *here, "", "", "", ""),
        (4, "容量太大", "", "", "1000000", *here, "", "", "", ""),
        (5, "没有位置", "", "", "80", "", "", "", "", "", ""),
        (6, "写反了", "", "", "80", *here[::-1], "", "", "", ""),
        (7, "在邻县", "", "", "80", *degrees(9_000, 500), "", "", "", ""),
        (8, "不认识的村", "", "不存在村", "80", *here, "", "", "", ""),
        (9, "启用吗", "", "", "80", *here, "", "", "也许", ""),
        (10, "两次", "", "", "80", *here, "", "", "", ""),
        (11, "两次", "", "", "90", *here, "", "", "", ""),
    )
    found = imported(db, path)
    assert counts(found) == (1, 0, 0, 10)
    said = ["名称", "没有写容量", "容量应是", "容量应是", "要写经纬度", "写反", "不在本县", "没有名为", "是或否", "同一个避险点"]
    for refused, words in zip(found.plan.refused, said, strict=True):
        assert words in refused.reason, (refused.row, refused.reason)


def test_namesakes_are_told_apart_by_their_unit(db: Database, tmp_path: Path) -> None:
    path = table_of(
        tmp_path,
        (1, "村委会", "", "西山村", "80", *degrees(500, 500), "", "", "", ""),
        (2, "村委会", "", "东社区", "90", *degrees(2_500, 500), "", "", "", ""),
    )
    assert counts(imported(db, path)) == (2, 0, 0, 0)
    both = table_of(tmp_path, ("村委会", "70"), header=("避险点", "容量"))
    found = imported(db, both)
    assert counts(found) == (0, 0, 0, 1)
    assert "请写明村或社区" in found.plan.refused[0].reason
    by_town = table_of(tmp_path, ("村委会", "东镇", "70"), header=("避险点", "镇", "容量"))
    assert counts(imported(db, by_town)) == (0, 1, 0, 0)
    assert {site.unit: site.facts.capacity for site in safe_sites.all_sites(db.conn) if site.facts.name == "村委会"} == {
        "西山村": 80, "东社区": 70,
    }  # fmt: skip


def test_a_site_that_moved_says_how_far_and_its_phone_stays_masked(db: Database, tmp_path: Path) -> None:
    path = table_of(tmp_path, (1, "东社区小学", "", "东社区", "200", *degrees(3_500, 3_400), "李校长", "12000007777", "", ""))
    found = imported(db, path)
    told = {one.title: one.new for one in found.plan.changed[0].differences}
    assert told == {"经度": "移动 100 米", "负责人": "李校长", "负责人电话": "120****7777"}
    again = table_of(tmp_path, (1, "东社区小学", "", "东社区", "200", *degrees(3_500, 3_400), "王校长", "", "", ""))
    assert counts(imported(db, again)) == (0, 1, 0, 0)
    [site] = safe_sites.all_sites(db.conn)
    assert (site.facts.keeper, site.facts.keeper_phone) == ("王校长", "12000007777")
