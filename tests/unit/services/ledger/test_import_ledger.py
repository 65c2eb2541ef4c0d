"""Ledgers of people and families into the county: every row is new, changed, same or refused."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gisapp.domain.change import Kind
from gisapp.domain.id_number import check_character
from gisapp.domain.ledger import LedgerKind
from gisapp.errors import BadRequest, Cancelled
from gisapp.services.county.undo import undo
from gisapp.services.ledger.import_ledger import Imported, LedgerPlan, import_ledger, preview_ledger, read_table
from gisapp.services.places.search_county import search_county
from gisapp.storage.county import history
from tests.builders import opened
from tests.unit.readers.ledgers import text_file, workbook
from tests.unit.storage.contents import contents, difference

HEADER = ("姓名", "与户主关系", "身份证号", "电话", "现住址")
DAY = date(2026, 7, 12)


def number(body: str) -> str:
    """An ID number with the right check character; area 110105 of the standard's own example."""
    return body + check_character(body)


HEAD, WIFE, SON = number("11010519700101001"), number("11010519720202002"), number("11010519990303003")
FAMILY = (("王 五", "户主", HEAD, "12000000001", "新村1组1号"), ("李四", "之妻", WIFE, "", ""), ("王小五", "长子", SON, "12000000003", ""))


def imported(county: Path, path: Path, kind: str = "residents", **options: Any) -> Imported:
    """Import a file; ``strict`` and what ``read_table`` takes."""
    is_strict = options.pop("strict", False)
    with opened(county) as db:
        table = read_table(db.conn, path, LedgerKind(kind), **options)
        return import_ledger(db, table, who="张三", today=DAY, is_strict=is_strict)


def outcome(plan: LedgerPlan) -> tuple[int, int, int, int]:
    """(new, changed, same, refused), which are all the rows."""
    found = (len(plan.new), len(plan.changed), plan.same, len(plan.refused))
    assert sum(found) == plan.rows
    return found


def sql(county: Path, question: str, *values: object) -> list[tuple[Any, ...]]:
    """Plain SQL, as a doubter would ask."""
    with opened(county) as db:
        return db.conn.execute(question, values).fetchall()


def ledger(tmp_path: Path, rows: Sequence[Sequence[Any]], header: Sequence[str] = HEADER) -> Path:
    return text_file(tmp_path / "台账.csv", (header, *rows))


def test_families_are_rebuilt_from_relation_and_head(county: Path, tmp_path: Path) -> None:
    done = imported(county, ledger(tmp_path, (*FAMILY, ("赵六", "户主", number("11010519800101001"), "", ""))))
    assert outcome(done.plan) == (4, 0, 0, 0)
    families = sql(
        county,
        "SELECT household_id, count(*), sum(relation = 'head') FROM resident WHERE household_id > 6 GROUP BY 1",
    )
    assert [row[1:] for row in families] == [(3, 1), (1, 1)]
    assert sql(county, "SELECT name, sex, birth_date, phone, initials FROM resident WHERE id_number = ?", HEAD) == [
        ("王五", "male", "1970-01-01", "12000000001", "ww")
    ]
    homes = sql(county, "SELECT h.number, m.role, m.state, h.geom FROM home m JOIN house h ON h.id = m.house_id WHERE m.household_id > 6")
    assert homes == [("新村1组1号", "only", "lived_in", None)]


def test_the_same_file_again_is_neither_new_nor_changed(county: Path, tmp_path: Path) -> None:
    path = ledger(tmp_path, FAMILY)
    imported(county, path)
    again = imported(county, path)
    assert outcome(again.plan) == (0, 0, 3, 0)
    assert again.change is None


def test_a_look_writes_nothing(county: Path, tmp_path: Path) -> None:
    with opened(county) as db:
        before = contents(db.conn)
        plan = preview_ledger(db.conn, read_table(db.conn, ledger(tmp_path, FAMILY), LedgerKind.RESIDENTS), today=DAY)
        assert outcome(plan) == (3, 0, 0, 0)
        assert contents(db.conn) == before


def test_an_import_is_one_entry_and_one_undo_brings_everything_back(county: Path, tmp_path: Path) -> None:
    with opened(county) as db:
        before = facts(db.conn)
        table = read_table(db.conn, ledger(tmp_path, FAMILY), LedgerKind.RESIDENTS)
        done = import_ledger(db, table, who="张三", today=DAY)
        assert done.change is not None
        assert done.change.kinds == (Kind.HOUSEHOLD, Kind.RESIDENT, Kind.HOUSE)
        assert [hit.title for hit in search_county(db.conn, "王小五") if hit.kind is Kind.RESIDENT] == ["王小五"]
        undo(db, who="张三")
        assert facts(db.conn) == before
        assert not search_county(db.conn, "王小五")


def facts(connection: Any) -> Any:
    """Every table but the history of it."""
    return {table: rows for table, rows in contents(connection).items() if not table.startswith(("history", "sqlite_sequence"))}


def test_what_changed_stands_side_by_side(county: Path, tmp_path: Path) -> None:
    imported(county, ledger(tmp_path, FAMILY))
    moved = (("王五", "户主", HEAD, "12000000009", "西山村1组1号"), *FAMILY[1:])
    done = imported(county, ledger(tmp_path, moved))
    assert outcome(done.plan) == (0, 1, 2, 0)
    assert [(one.title, one.old, one.new) for one in done.plan.changed[0].differences] == [
        ("电话", "120****0001", "120****0009"), ("现住址", "新村1组1号", "西山村1组1号"),
    ]  # fmt: skip
    dated = sql(county, "SELECT house_id, from_date, to_date FROM home WHERE household_id = 7 ORDER BY id")
    assert [row[0] for row in dated][1] == 1
    assert dated[0][2] == dated[1][1]


def test_a_code_finds_the_family_and_a_new_member_joins_it(county: Path, tmp_path: Path) -> None:
    header, rows = ("户编号", *HEADER), (("H003", "李小四", "女儿", number("11010520100101002"), "", ""),)
    assert outcome(imported(county, ledger(tmp_path, rows, header)).plan) == (1, 0, 0, 0)
    assert sql(county, "SELECT household_id, relation FROM resident WHERE name = '李小四'") == [(3, "child")]


def test_the_same_number_in_two_families_is_left_to_a_person(county: Path, tmp_path: Path) -> None:
    imported(county, ledger(tmp_path, FAMILY))
    other = (("赵六", "户主", number("11010519800101001"), "", ""), ("李四", "配偶", WIFE, "", ""))
    done = imported(county, ledger(tmp_path, other))
    assert outcome(done.plan) == (1, 0, 0, 1)
    assert "属于户" in done.plan.refused[0].reason
    assert "王五" in done.plan.refused[0].reason
    assert sql(county, "SELECT count(*) FROM resident WHERE id_number = ?", WIFE) == [(1,)]


def test_a_number_twice_in_the_file_is_refused_with_the_first_row(county: Path, tmp_path: Path) -> None:
    done = imported(county, ledger(tmp_path, (*FAMILY, ("王小五", "次子", SON, "", ""))))
    assert outcome(done.plan) == (3, 0, 0, 1)
    assert (done.plan.refused[0].row, done.plan.refused[0].reason) == (5, "身份证号与第 4 行相同")


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        (("赵六", "户主", "4.2E+17", "", ""), "科学计数法"), (("赵六", "户主", "110105197001010000", "", ""), "000"),
        (("赵六", "户主", "11010519700101", "", ""), "18位"), (("赵六", "户主", "110105197013010010", "", ""), "出生日期不存在"),
        (("", "户主", HEAD, "", ""), "没有姓名"), (("赵六", "户主", "", "", ""), "没有性别"), (("赵六", "#N/A", HEAD, "", ""), "错误值"),
        (("合计", "", "", "3", ""), "合计"), (HEADER, "重复了表头"),
    ],
)  # fmt: skip
def test_a_row_that_cannot_be_taken_says_why(county: Path, tmp_path: Path, cells: Sequence[str], reason: str) -> None:
    done = imported(county, ledger(tmp_path, (cells,)))
    assert outcome(done.plan) == (0, 0, 0, 1)
    assert reason in done.plan.refused[0].reason
    assert done.plan.refused[0].row == 2
    assert done.change is None


def test_a_contradiction_between_number_and_columns_is_refused(county: Path, tmp_path: Path) -> None:
    header = ("姓名", "关系", "身份证号", "性别", "出生日期")
    rows = (("赵六", "户主", HEAD, "女", ""), ("钱七", "户主", WIFE, "", "1972-02-03"), ("孙八", "户主", SON, "男", "1999年3月"))
    done = imported(county, ledger(tmp_path, rows, header))
    assert outcome(done.plan) == (1, 0, 0, 2)
    assert [one.column for one in done.plan.refused] == ["性别", "出生日期"]


def test_a_wrong_check_digit_is_told_and_refused_only_when_asked(county: Path, tmp_path: Path) -> None:
    wrong = HEAD[:17] + ("1" if HEAD[17] != "1" else "2")
    path = ledger(tmp_path, (("赵六", "户主", wrong, "", ""),))
    strict = imported(county, path, strict=True)
    assert outcome(strict.plan) == (0, 0, 0, 1)
    done = imported(county, path)
    assert outcome(done.plan) == (1, 0, 0, 0)
    assert [one.reason for one in done.plan.doubts] == ["身份证号的校验位不对"]


def test_a_family_without_its_head_waits_for_it(county: Path, tmp_path: Path) -> None:
    done = imported(county, ledger(tmp_path, (("王五", "户主", "4.2E+17", "", ""), *FAMILY[1:])))
    assert outcome(done.plan) == (0, 0, 0, 3)
    assert all("第 2 行" in one.reason for one in done.plan.refused[1:])


def test_another_head_follows_only_where_the_file_says_what_the_first_is_now(county: Path, tmp_path: Path) -> None:
    imported(county, ledger(tmp_path, FAMILY))
    alone = imported(county, ledger(tmp_path, (("王小五", "户主", SON, "", ""),)))
    assert "换户主" in alone.plan.refused[0].reason
    both = imported(county, ledger(tmp_path, (("王小五", "户主", SON, "", ""), ("王五", "父亲", HEAD, "", ""))))
    assert outcome(both.plan) == (0, 2, 0, 0)
    assert sql(county, "SELECT name FROM resident WHERE household_id = 7 AND relation = 'head'") == [("王小五",)]


def test_merged_title_two_row_header_and_merged_family_cells_are_read(county: Path, tmp_path: Path) -> None:
    rows = (
        ("",), ("户主姓名", "家庭成员", "", "", "现住房"), ("", "姓名", "与户主关系", "公民身份号码", "地址"),
        ("", "王五", "户主", HEAD, "新村1组1号"), ("", "李四", "妻", WIFE, ""), ("赵六", "赵六", "户主", number("11010519800101001"), ""),
    )  # fmt: skip
    merges = ((0, 0, 0, 4, "某镇人员花名册"), (1, 1, 1, 3, "家庭成员"), (1, 0, 2, 0, "户主姓名"), (3, 0, 4, 0, "王五"))
    path = workbook(tmp_path / "两行.xlsx", [row if n not in (0,) else () for n, row in enumerate(rows)], merges=merges)
    done = imported(county, path)
    assert outcome(done.plan) == (3, 0, 0, 0)
    assert sql(county, "SELECT count(*) FROM resident WHERE household_id = 7") == [(2,)]


def test_numbers_that_excel_ruined_are_refused_from_a_workbook(county: Path, tmp_path: Path) -> None:
    path = workbook(tmp_path / "毁.xlsx", (HEADER, ("赵六", "户主", 110105197001010011, 12000000001, "")))
    done = imported(county, path)
    assert outcome(done.plan) == (0, 0, 0, 1)
    assert "科学计数法" in done.plan.refused[0].reason


def test_units_are_found_by_old_names_and_near_ones_only_proposed(county: Path, tmp_path: Path) -> None:
    with opened(county) as db:
        db["division_name"].insert({"uid": "n", "division_id": 4, "name": "老西村", "to_date": "2019-01-01", "reason": "rename"})
    header = ("姓名", "关系", "身份证号", "原籍村", "搬迁日期", "安置点", "楼栋", "单元", "房号")
    flat = ("紫云南郡", "3栋", "1单元", "101室")
    rows = (("赵六", "户主", HEAD, "老西村", "2021.9.3", *flat), ("钱七", "户主", WIFE, "西山", "2021.9.3", *flat))
    done = imported(county, ledger(tmp_path, rows, header))
    assert outcome(done.plan) == (1, 0, 0, 1)
    assert "西山村" in done.plan.refused[0].reason
    assert sql(county, "SELECT origin_division_id, relocated_on FROM household WHERE id = 7") == [(4, "2021-09-03")]
    assert sql(county, "SELECT house_id, role, from_date FROM home WHERE household_id = 7") == [(5, "residence", "2021-09-03")]


def test_a_family_that_moved_keeps_its_former_home_as_origin(county: Path, tmp_path: Path) -> None:
    header = ("户编号", "户主", "原籍村", "搬迁日期", "安置点", "楼栋", "单元", "房号")
    path = ledger(tmp_path, (("H003", "李四", "西山村", "2024年9月1日", "紫云南郡", "3号楼", "2", "701"),), header)
    done = imported(county, path, "households")
    assert outcome(done.plan) == (0, 1, 0, 0)
    homes = sql(county, "SELECT role, state, from_date, to_date FROM home WHERE household_id = 3 ORDER BY id")
    assert homes == [
        ("only", "lived_in", "2021-01-01", "2024-09-01"),
        ("origin", "vacant", "2024-09-01", None),
        ("residence", "lived_in", "2024-09-01", None),
    ]
    assert sql(county, "SELECT number, floor, building_id, geom IS NOT NULL FROM house WHERE room = '701'") == [
        ("紫云南郡3号楼2单元701", 7, 1, 1)
    ]
    assert outcome(imported(county, path, "households").plan) == (0, 0, 1, 0)


def test_coordinates_make_a_point_in_its_grid(county: Path, tmp_path: Path) -> None:
    header = (*HEADER, "经度", "纬度")
    from gisapp.spatial import crs
    from tests.builders import EAST, EPSG, NORTH

    lon, lat = crs.to_degrees([[EAST + 1000, NORTH + 1000]], EPSG)[0]  # type: ignore[arg-type]
    rows = ((*FAMILY[0], f"{lon:.7f}", f"{lat:.7f}"), ("赵六", "户主", number("11010519800101001"), "", "别处1号", f"{lat}", f"{lon}"))
    done = imported(county, ledger(tmp_path, rows, header))
    assert outcome(done.plan) == (1, 0, 0, 1)
    assert "写反" in done.plan.refused[0].reason
    assert sql(county, "SELECT grid_id FROM house WHERE number = '新村1组1号'") == [(1,)]


def test_a_households_ledger_makes_families_with_their_heads(county: Path, tmp_path: Path) -> None:
    header = ("序号", "户主姓名", "证件号码", "联系方式", "住址", "家庭人口")
    rows = (("1", "赵六", HEAD, "12000000001", "新村1号", "3"), ("2", "", WIFE, "", "新村2号", "1"), ("3", "钱七", SON, "", "新村1号", "2"))
    done = imported(county, ledger(tmp_path, rows, header), "households")
    assert outcome(done.plan) == (2, 0, 0, 1)
    assert sql(county, "SELECT count(DISTINCT house_id), count(*) FROM home WHERE household_id > 6") == [(1, 2)]


def test_a_mapping_by_hand_is_kept_for_the_layout_and_undone_with_the_import(county: Path, tmp_path: Path) -> None:
    header = ("甲", "乙", "丙")
    path = ledger(tmp_path, (("赵六", "户主", HEAD),), header)
    with pytest.raises(BadRequest, match="表头"):
        imported(county, path)
    done = imported(county, path, mapping="甲=姓名,乙=relation,丙=身份证号")
    assert outcome(done.plan) == (1, 0, 0, 0)
    kept = sql(county, "SELECT value FROM setting WHERE key LIKE 'ledger_mapping:%'")
    assert json.loads(kept[0][0]) == {"甲": "name", "乙": "relation", "丙": "id_number"}
    with pytest.raises(BadRequest, match="没有列"):
        imported(county, path, mapping="丁=姓名")


def test_a_known_layout_remembers_its_mapping(county: Path, tmp_path: Path) -> None:
    header = ("姓名", "与户主关系", "身份证号", "代号")
    path = ledger(tmp_path, (("赵六", "户主", HEAD, "12000000001"),), header)
    imported(county, path, mapping="代号=电话")
    imported(county, ledger(tmp_path, (("赵六", "户主", HEAD, "12000000002"),), header))
    assert sql(county, "SELECT phone FROM resident WHERE id_number = ?", HEAD) == [("12000000002",)]


def test_cancelling_leaves_the_county_as_it_was(county: Path, tmp_path: Path) -> None:
    asked: list[int] = []

    def cancelled() -> bool:
        asked.append(1)
        return len(asked) > 2

    with opened(county) as db:
        before = contents(db.conn)
        table = read_table(db.conn, ledger(tmp_path, FAMILY), LedgerKind.RESIDENTS)
        with pytest.raises(Cancelled):
            import_ledger(db, table, who="张三", today=DAY, cancelled=cancelled)
        assert contents(db.conn) == before


def test_the_last_write_is_told_after_the_last_question_and_a_cancel_before_it_is_heard(county: Path, tmp_path: Path) -> None:
    told: list[str] = []

    def cancelled(most: int | None = None) -> bool:
        told.append("?")
        return len(told) == most

    with opened(county) as db:
        before = contents(db.conn)
        table = read_table(db.conn, ledger(tmp_path, FAMILY), LedgerKind.RESIDENTS)
        import_ledger(db, table, who="张三", today=DAY, cancelled=cancelled, closing=lambda: told.append("last"))
        assert (told.count("last"), told[-1]) == (1, "last")
        at_last = partial(cancelled, told.count("?"))
        undo(db, who="张三")
        told.clear()
        with pytest.raises(Cancelled):
            import_ledger(db, table, who="张三", today=DAY, cancelled=at_last, closing=lambda: told.append("last"))
        assert "last" not in told
        assert difference(before, contents(db.conn)) == {}


def test_hostile_cells_stay_text(county: Path, tmp_path: Path) -> None:
    names = ("=1+1", "<script>alert(1)</script>", "'; DROP TABLE resident; --", 'a"b', "{0}{name}%s")
    rows = [(name, "户主", number(f"1101051970010{n + 1}001"), "", f"{name}号") for n, name in enumerate(names, 1)]
    done = imported(county, ledger(tmp_path, rows))
    assert outcome(done.plan) == (5, 0, 0, 0)
    assert {row[0] for row in sql(county, "SELECT name FROM resident WHERE household_id > 6")} == set(names)


CELL = st.one_of(
    st.sampled_from(
        [
            "",
            "户主",
            "配偶",
            "子",
            "王五",
            "李 四",
            HEAD,
            WIFE,
            SON,
            "4.2E+17",
            "西山村1组1号",
            "H003",
            "=1+1",
            "#N/A",
            "合计",
            "2021.9.3",
            "12000000001",
        ]
    ),
    st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn"]), max_size=12),
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(st.tuples(*[CELL] * 6), max_size=12))
def test_every_row_has_one_fate_and_twice_is_nothing_new(made_county: Path, tmp_path: Path, rows: list[tuple[str, ...]]) -> None:
    county = Path(shutil.copyfile(made_county, tmp_path / "h.gpkg"))
    path = text_file(tmp_path / "h.csv", ((*HEADER, "户编号"), *rows), encoding="utf-8-sig")
    first = imported(county, path)
    outcome(first.plan)
    again = imported(county, path)
    assert outcome(again.plan)[:2] == (0, 0)
    assert len(again.plan.refused) == len(first.plan.refused)
    assert sql(county, "SELECT count(*) FROM household k WHERE NOT EXISTS (SELECT 1 FROM resident r WHERE r.household_id = k.id)") == [(0,)]


def test_a_large_import_is_undone_with_keys_checked_once(county: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history, "LARGE_ROWS", 0)
    with opened(county) as db:
        before = contents(db.conn)
        import_ledger(db, read_table(db.conn, ledger(tmp_path, FAMILY), LedgerKind.RESIDENTS), who="张三", today=DAY)
        undo(db, who="张三")
        assert contents(db.conn) == before
        assert db.conn.execute("PRAGMA foreign_keys").fetchone() == (1,)
