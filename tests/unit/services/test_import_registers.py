"""Registers of contacts, grid officers and slots into the county."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from gisapp.errors import BadRequest
from gisapp.services.county.undo import undo
from tests.builders import COMPLETE, OFFICER_2, TWO_ENDS, VILLAGE_CADRE, VILLAGE_SPONSOR, opened
from tests.unit.readers.ledgers import text_file, workbook
from tests.unit.services.ledger.test_import_ledger import imported, outcome, sql
from tests.unit.storage.contents import contents

CONTACTS = ("姓名", "联系电话", "岗位", "单位")


def test_contacts_are_new_changed_same_or_refused(county: Path, tmp_path: Path) -> None:
    rows = (
        ("联系人5", "12100000005", "包联干部", "西山村"),
        ("联系人6", "12100000006", "村干部", "610999101001"),
        ("新人", "12100000099", "网格员", "东社区"),
        ("别人", "12100000007", "包联干部", "东社区"),
        ("无名", "", "包联干部", "西山"),
        ("某人", "", "厨师", "西山村"),
    )
    path = text_file(tmp_path / "联系人.csv", (CONTACTS, *rows))
    done = imported(county, path, "contacts")
    assert outcome(done.plan) == (1, 1, 1, 3)
    assert [(one.column, one.row) for one in done.plan.refused] == [("联系电话", 5), ("单位", 6), ("岗位", 7)]
    assert "是不是：西山村" in done.plan.refused[1].reason
    assert sql(county, "SELECT division_id FROM contact WHERE id = ?", VILLAGE_CADRE) == [(5,)]
    assert sql(county, "SELECT role, division_id, initials FROM contact WHERE name = '新人'") == [("grid_officer", 5, "xr")]
    assert outcome(imported(county, path, "contacts").plan) == (0, 0, 3, 3)


def test_a_new_officer_ends_the_post_of_the_present_one(county: Path, tmp_path: Path) -> None:
    rows = (
        ("G001", "联系人1", "12100000001", ""),
        ("G002", "新网格员", "12100000088", "2026年3月1日"),
        ("第03网格", "联系人3", "12100000077", ""),
        ("G009", "某人", "", ""),
        ("G004", "联系人5", "12100000005", ""),
    )
    path = text_file(tmp_path / "网格员.csv", (("网格", "网格员", "联系电话", "任职日期"), *rows))
    done = imported(county, path, "officers")
    assert outcome(done.plan) == (0, 2, 1, 2)
    assert sql(county, "SELECT contact_id, to_date FROM grid_post WHERE grid_id = 2 ORDER BY from_date")[0] == (OFFICER_2, "2026-03-01")
    assert sql(county, "SELECT count(*) FROM grid_post WHERE to_date IS NULL") == [(4,)]
    assert outcome(imported(county, path, "officers").plan) == (0, 0, 3, 2)


SLOTS = ("户编号", "户主身份证号", "线", "岗位", "联系人", "联系人电话", "起始日期")


def test_slots_are_given_by_the_rules_of_assigning_by_hand(county: Path, tmp_path: Path) -> None:
    rows = (
        ("H004", "", "村线", "包联干部", "联系人5", "", "2026-01-01"),
        ("H005", "", "村线", "包联干部", "联系人5", "12100000005", "2026-01-01"),
        ("H006", "", "", "社区线·包联干部", "联系人7", "", "2026-01-01"),
        ("H006", "", "", "社区线·包联干部", "联系人10", "", "2026-01-01"),
        ("H001", "", "村线", "包联干部", "联系人5", "", ""),
        ("H005", "", "社区线", "包联干部", "联系人10", "", "2026-01-01"),
        ("H005", "", "社区线", "村干部", "联系人5", "", ""),
        ("H005", "", "村线", "网格员", "联系人99", "", ""),
        ("X", "", "村线", "网格员", "联系人1", "", ""),
    )
    path = text_file(tmp_path / "岗位.csv", (SLOTS, *rows))
    done = imported(county, path, "slots")
    assert outcome(done.plan) == (2, 1, 1, 5)
    reasons = {one.row: one.reason for one in done.plan.refused}
    assert set(reasons) == {5, 6, 8, 9, 10}
    assert "不是搬迁户" in reasons[6]
    assert sql(
        county,
        "SELECT contact_id FROM slot WHERE household_id = ? AND line = 'village' AND role = 'sponsor_cadre' AND to_date IS NULL",
        TWO_ENDS,
    ) == [(VILLAGE_SPONSOR,)]
    assert sql(county, "SELECT count(*) FROM slot WHERE household_id = ?", COMPLETE) == [(4,)]
    assert outcome(imported(county, path, "slots").plan) == (0, 0, 4, 5)


def test_one_person_is_not_made_sponsor_of_both_lines_by_one_file(county: Path, tmp_path: Path) -> None:
    rows = (("H006", "", "村线", "包联干部", "联系人5", "", ""), ("H006", "", "社区线", "包联干部", "联系人5", "", ""))
    done = imported(county, text_file(tmp_path / "岗位.csv", (SLOTS, *rows)), "slots")
    assert outcome(done.plan) == (1, 0, 0, 1)


def test_a_register_is_undone_as_one(county: Path, tmp_path: Path) -> None:
    path = text_file(
        tmp_path / "网格员.csv", (("网格", "网格员", "联系电话"), ("G002", "新网格员", "12100000088"), ("G003", "联系人4", ""))
    )
    with opened(county) as db:
        before = contents(db.conn)
    assert imported(county, path, "officers").change is not None
    with opened(county) as db:
        undo(db, who="张三")
        assert contents(db.conn) == before


def test_a_sheet_is_chosen_when_only_one_fits_and_asked_for_otherwise(county: Path, tmp_path: Path) -> None:
    def second(book: object, sheet: object) -> None:
        page = book.add_worksheet("另一张")  # type: ignore[attr-defined]
        for column, title in enumerate(CONTACTS):
            page.write_string(0, column, title)

    rows = (CONTACTS, ("联系人5", "12100000005", "包联干部", "西山村"))
    both = workbook(tmp_path / "两张.xlsx", rows, sheet="名册", more=second)
    with pytest.raises(BadRequest) as asked:
        imported(county, both, "contacts")
    assert "名册" in asked.value.next_step
    assert "另一张" in asked.value.next_step
    assert outcome(imported(county, both, "contacts", sheet="名册").plan) == (0, 0, 1, 0)
    with pytest.raises(BadRequest, match="没有名为"):
        imported(county, both, "contacts", sheet="第三张")


def test_a_day_in_a_1904_workbook_is_read_by_its_own_count(county: Path, tmp_path: Path) -> None:
    def count_from_1904(book: object, sheet: object) -> None:
        book.date_1904 = True  # type: ignore[attr-defined]
        sheet.write_number(1, 3, 42980)  # type: ignore[attr-defined]

    path = workbook(
        tmp_path / "1904.xlsx", (("网格", "网格员", "联系电话", "任职日期"), ("G002", "新网格员", "1", None)), more=count_from_1904
    )
    imported(county, path, "officers")
    assert sql(county, "SELECT max(from_date) FROM grid_post WHERE grid_id = 2") == [(date(2021, 9, 3).isoformat(),)]
