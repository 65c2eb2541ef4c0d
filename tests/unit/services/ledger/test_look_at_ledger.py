"""A ledger before it is read: sheets, kind, header and what was once chosen by hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from gisapp.domain.id_number import check_character
from gisapp.domain.ledger import LedgerKind
from gisapp.errors import BadFile
from gisapp.services.county.undo import undo
from gisapp.services.ledger.import_ledger import import_ledger, read_table
from gisapp.services.ledger.list_imports import list_imports
from gisapp.services.ledger.look_at_ledger import chosen_by_hand, headings, look_at_ledger, seems_to_be
from tests.builders import opened
from tests.unit.readers.ledgers import text_file, workbook

PEOPLE = ("姓名", "与户主关系", "身份证号", "备注")
RESIDENTS = LedgerKind.RESIDENTS
HEAD_ID = "11010519700101001" + check_character("11010519700101001")


def hidden_sheet(book: Any, _page: Any) -> None:
    extra = book.add_worksheet("旧表")
    extra.write_row(0, 0, PEOPLE)
    extra.write_row(1, 0, ("赵六", "户主", "", ""))
    extra.hide()


@pytest.mark.parametrize(
    ("header", "kind"),
    [
        (PEOPLE, LedgerKind.RESIDENTS),
        (("户主姓名", "户主身份证号", "现住址", "搬迁日期"), LedgerKind.HOUSEHOLDS),
        (("姓名", "角色", "单位", "电话"), LedgerKind.CONTACTS),
        (("网格编号", "网格员", "电话"), LedgerKind.OFFICERS),
        (("户编号", "岗位", "联系人", "线"), LedgerKind.SLOTS),
        (("序号", "身份证号", "姓名", "低保金额", "低保类别"), LedgerKind.ATTRIBUTES),
        (("户编号", "户主姓名", "人均纯收入", "住房面积(㎡)"), LedgerKind.ATTRIBUTES),
        (("证件号码", "姓名", "统计月份", "务工收入"), LedgerKind.INDICATORS),
        (("村", "月份", "监测户数", "已消除户数"), LedgerKind.INDICATORS),
        (("网格编号", "年度", "巡查次数"), LedgerKind.INDICATORS),
        (("序号", "姓名", "身份证号", "备注"), LedgerKind.HOUSEHOLDS),
        (("安置点", "所属社区", "楼栋", "单元数", "层数"), LedgerKind.SETTLEMENTS),
        (("房屋编号", "门牌", "X坐标", "Y坐标"), LedgerKind.HOUSES),
        (("区划代码", "区划名称", "级别", "上级"), LedgerKind.DIVISIONS),
        (("网格编号", "网格名称", "村/社区", "图形WKT"), LedgerKind.GRIDS),
    ],
)
def test_the_kind_is_told_by_the_header(county: Path, tmp_path: Path, header: tuple[str, ...], kind: LedgerKind) -> None:
    look = look_at_ledger(text_file(tmp_path / "a.csv", (header, header[::-1])))
    with opened(county) as db:
        found = seems_to_be(db.conn, look)
    assert found is not None
    assert found[1] is kind


def test_a_hidden_sheet_is_listed_but_never_proposed(county: Path, tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", (PEOPLE, ("王五", "户主", "", "")), sheet="新表", more=hidden_sheet)
    look = look_at_ledger(path)
    assert [(one.name, one.rows, one.is_hidden) for one in look.sheets] == [("新表", 2, False), ("旧表", 2, True)]
    with opened(county) as db:
        found = seems_to_be(db.conn, look)
    assert found is not None
    assert found[0].name == "新表"


def test_a_damaged_workbook_is_refused_with_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "坏.xlsx"
    path.write_bytes(b"PK\x03\x04 nothing")
    with pytest.raises(BadFile):
        look_at_ledger(path)


def test_what_was_chosen_for_titles_nobody_knows_is_found_again(county: Path, tmp_path: Path) -> None:
    path = text_file(tmp_path / "a.csv", (("甲", "乙"), ("赵六", "丙")))
    sheet = look_at_ledger(path).sheets[0]
    with opened(county) as db:
        assert headings(db.conn, sheet, RESIDENTS) is None
        first = headings(db.conn, sheet, RESIDENTS, row=1)
        assert first is not None
        assert first.missing == ("姓名",)
        chosen = chosen_by_hand(first.header, 0, "name")
        table = read_table(db.conn, path, RESIDENTS, sheet=sheet.name, header_row=1, mapping=chosen)
        import_ledger(db, table, who="张三")
        again = headings(db.conn, sheet, RESIDENTS)
        assert again is not None
        assert (again.header.fields, again.missing) == (("name", None), ())
        assert read_table(db.conn, path, RESIDENTS, sheet=sheet.name, header_row=1).header.fields == ("name", None)


def test_a_layout_in_two_rows_keeps_its_choice_though_the_fields_differ(county: Path, tmp_path: Path) -> None:
    rows = (("成员", "", "现住房", ""), ("姓名", "关系", "地址", "号"), ("赵六", "户主", "新村1号", "甲"))
    path = text_file(tmp_path / "a.csv", rows)
    with opened(county) as db:
        found = headings(db.conn, look_at_ledger(path).sheets[0], RESIDENTS)
        assert found is not None
        place = found.header.fields.index("address")
        chosen = chosen_by_hand(found.header, place, "origin_address")
        import_ledger(db, read_table(db.conn, path, RESIDENTS, mapping=chosen), who="张三")
        again = headings(db.conn, look_at_ledger(path).sheets[0], RESIDENTS)
        assert again is not None
        assert again.header.fields[place] == "origin_address"


def test_of_two_columns_with_one_title_the_first_counts_and_stays_remembered(county: Path, tmp_path: Path) -> None:
    path = text_file(tmp_path / "a.csv", (("姓名", "姓名", "备注"), ("赵六", "钱七", "")))
    with opened(county) as db:
        found = headings(db.conn, look_at_ledger(path).sheets[0], RESIDENTS, row=1)
        assert found is not None
        chosen = chosen_by_hand(found.header, 2, "address")
        table = read_table(db.conn, path, RESIDENTS, header_row=1, sheet="a", mapping=chosen)
        assert table.header.fields == ("name", None, "address")
        import_ledger(db, table, who="张三")
        kept = db.conn.execute("SELECT value FROM setting WHERE key LIKE 'ledger_mapping:%'").fetchone()
    assert json.loads(kept[0]) == {"姓名": "name", "备注": "address"}


def test_a_field_given_to_another_column_leaves_the_first() -> None:
    from gisapp.services.ledger.table import Header

    header = Header(1, 1, ("地址", "旧址", "代号"), (("地址",), ("旧址",), ("代号",)), ("address", "origin_address", None))
    assert chosen_by_hand(header, 2, "address") == {"地址": "", "旧址": "origin_address", "代号": "address"}


def test_past_imports_say_whether_they_can_be_taken_back(county: Path, tmp_path: Path) -> None:
    with opened(county) as db:
        for file, name, body in (("一.csv", "赵六", "11010519700101001"), ("二.csv", "钱七", "11010519720202002")):
            path = text_file(tmp_path / file, (PEOPLE, (name, "户主", body + check_character(body), "")))
            import_ledger(db, read_table(db.conn, path, RESIDENTS), who="张三")
        assert [(one.file, one.is_undone, one.is_next_undo) for one in list_imports(db.conn)] == [
            ("二.csv", False, True),
            ("一.csv", False, False),
        ]
        undo(db, who="张三")
        assert [(one.file, one.is_undone, one.is_next_undo) for one in list_imports(db.conn)] == [
            ("二.csv", True, False),
            ("一.csv", False, True),
        ]


def test_a_header_in_two_rows_is_found_for_attributes_with_and_without_merged_cells(county: Path, tmp_path: Path) -> None:
    rows = (("户主身份证号", "收入", "", "住房"), ("", "务工收入", "种植收入", ""), (HEAD_ID, "1200", "300", "砖混"))
    plain = text_file(tmp_path / "a.csv", rows)
    merged = workbook(tmp_path / "a.xlsx", rows, merges=((0, 0, 1, 0, rows[0][0]), (0, 1, 0, 2, "收入"), (0, 3, 1, 3, "住房")))
    for path in (plain, merged):
        look = look_at_ledger(path)
        with opened(county) as db:
            found = headings(db.conn, look.sheets[0], LedgerKind.ATTRIBUTES)
            guess = seems_to_be(db.conn, look)
        assert found is not None
        assert (found.header.first, found.header.last) == (1, 2)
        assert found.header.titles == ("户主身份证号", "收入务工收入", "收入种植收入", "住房")
        assert found.header.fields == ("id_number", "kept", "kept", "kept")
        assert guess is not None
        assert guess[1] is LedgerKind.ATTRIBUTES


@pytest.mark.parametrize("cells", [("", "砖混", "一般"), (HEAD_ID, "砖混", "一般"), ("", "1200", "300")])
def test_a_row_of_data_is_no_second_row_of_the_header(county: Path, tmp_path: Path, cells: tuple[str, ...]) -> None:
    path = text_file(tmp_path / "a.csv", (("户主身份证号", "住房", "收入"), cells, (HEAD_ID, "土木", "好")))
    with opened(county) as db:
        found = headings(db.conn, look_at_ledger(path).sheets[0], LedgerKind.ATTRIBUTES)
    assert found is not None
    assert (found.header.first, found.header.last) == (1, 1)


def test_numbers_and_figures_alone_are_attributes_and_names_nobody_knows_are_left_to_the_person(county: Path, tmp_path: Path) -> None:
    figures = (("序号", "证件号码", "补助金额"), ("1", HEAD_ID, "1,200.5"), ("2", HEAD_ID, ""))
    words = (("代号", "身份证号", "称呼"), ("甲", HEAD_ID, "王五"))
    with opened(county) as db:
        found = seems_to_be(db.conn, look_at_ledger(text_file(tmp_path / "a.csv", figures)))
        assert found is not None
        assert found[1] is LedgerKind.ATTRIBUTES
        assert seems_to_be(db.conn, look_at_ledger(text_file(tmp_path / "b.csv", words))) is None


@pytest.mark.parametrize(
    ("header", "first"),
    [
        (("姓名", "与户主关系", "身份证号", "特殊类型"), ("王五", "户主", HEAD_ID, "残疾")),
        (("姓名", "与户主关系", "性别", "特殊类型"), ("王五", "户主", "男", "残疾")),
        ((*PEOPLE[:3], "", *PEOPLE[:3]), ("王五", "户主", HEAD_ID, "", "赵六", "户主", "")),
        (("姓名", "与户主关系", "出生日期", "性别", "类别", "身份"), ("王五", "户主", "1970-01-01", "男", "电话", "社区")),
    ],
)
def test_the_first_person_is_never_taken_for_a_part_of_the_header(
    county: Path, tmp_path: Path, header: tuple[str, ...], first: tuple[str, ...]
) -> None:
    with opened(county) as db:
        for path in (text_file(tmp_path / "a.csv", (header, first)), workbook(tmp_path / "a.xlsx", (header, first))):
            table = read_table(db.conn, path, RESIDENTS)
            assert (table.header.first, table.header.last) == (1, 1)
            assert len(table.rows) == 1
