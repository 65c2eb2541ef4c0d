"""Ledgers of damaged houses: rows in = new + changed + same + refused, the rules of doing it by hand, one undo."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from gisapp.domain.damage import DamageGrade, DamageState, RebuildWay
from gisapp.export.damage_tables import write_damage
from gisapp.services.county.undo import undo
from gisapp.services.damage.damage_event import add_event
from gisapp.services.damage.list_damage import count_damage, damage_case, list_damage
from gisapp.services.damage.note_stay import end_stay
from gisapp.services.ledger.look_at_ledger import look_at_ledger, seems_to_be
from tests.builders import opened
from tests.unit.readers.ledgers import text_file, workbook
from tests.unit.services.ledger.test_import_ledger import imported, outcome
from tests.unit.services.test_damage import finished, rain, rebuilding, report
from tests.unit.storage.contents import contents, difference

HEADER = ("门牌", "户编号", "灾次", "上报日期", "核实情况", "受损程度", "恢复方式", "计划完工日期", "开工日期", "竣工日期", "备注")


def row(
    number: str = "", code: str = "", event: str = "秋汛", reported: str = "2021-08-31", state: str = "属实", grade: str = "倒房",
    way: str = "", planned: str = "", begun: str = "", done: str = "", note: str = "",
) -> tuple[str, ...]:  # fmt: skip
    return (number, code, event, reported, state, grade, way, planned, begun, done, note)


@pytest.fixture
def flooded(county: Path) -> Path:
    with opened(county) as db:
        add_event(db, "秋汛", from_date=date(2021, 8, 28), to_date=date(2021, 8, 30), who="甲")
    return county


def ledger(tmp_path: Path, *rows: Sequence[str]) -> Path:
    return text_file(tmp_path / "受损.csv", (HEADER, *rows))


def test_rows_become_damages_with_states_and_stages(flooded: Path, tmp_path: Path) -> None:
    path = ledger(
        tmp_path,
        row("西山村1组1号", way="原址重建", planned="2022-06-30", begun="2021.10.8", done="2022年5月20日", note="东墙倒塌"),
        row(code="H003", grade="严重损坏", way="加固", begun="2021-10-01"),
        row("东社区8号", event="", grade="一般损坏", state="", reported="2021/9/2"),
        row("西山村1组9号", grade="无"),
    )
    assert outcome(imported(flooded, path, "damage").plan) == (4, 0, 0, 0)
    with opened(flooded) as db:
        first, second, third, gone = (damage_case(db.conn, number) for number in (1, 2, 3, 4))
    assert (first.damage.state, first.damage.grade, first.damage.way, first.damage.note) == (
        DamageState.VERIFIED, DamageGrade.COLLAPSED, RebuildWay.REBUILD, "东墙倒塌",
    )  # fmt: skip
    assert (first.damage.begun_on, first.damage.finished_on, first.damage.planned_on) == ("2021-10-08", "2022-05-20", "2022-06-30")
    assert [(line.stage, line.begun_on, line.finished_on) for line in first.stages if line.begun_on or line.finished_on] == [
        ("选址", "2021-10-08", None), ("入住", None, "2022-05-20"),
    ]  # fmt: skip
    assert (second.damage.number, second.damage.stage, second.damage.way) == ("西山村2组1号", "施工", RebuildWay.REPAIR)
    assert (third.damage.state, third.damage.event, third.damage.reported_on) == (DamageState.REPORTED, None, "2021-09-02")
    assert (gone.damage.house, gone.damage.grade) == (None, DamageGrade.NONE)
    assert [line.on_date for line in first.states] == ["2021-08-31"]


def test_the_same_file_again_is_neither_new_nor_changed(flooded: Path, tmp_path: Path) -> None:
    path = ledger(tmp_path, row("西山村1组1号", way="重建", begun="2021-10-08", done="2022-05-20"), row("东社区8号", note="屋面"))
    assert outcome(imported(flooded, path, "damage").plan) == (2, 0, 0, 0)
    with opened(flooded) as db:
        before = contents(db.conn)
    again = imported(flooded, path, "damage")
    assert outcome(again.plan) == (0, 0, 2, 0)
    assert again.change is None
    with opened(flooded) as db:
        assert difference(before, contents(db.conn)) == {}


def test_what_changed_stands_side_by_side_and_undo_brings_it_back(flooded: Path, tmp_path: Path) -> None:
    imported(flooded, ledger(tmp_path, row("西山村1组1号", state="", way="重建", begun="2021-10-08")), "damage")
    with opened(flooded) as db:
        before = contents(db.conn)
    done = imported(flooded, ledger(tmp_path, row("西山村1组1号", grade="严重", done="2022-05-20", planned="2022-06-30")), "damage")
    (change,) = done.plan.changed
    assert {(one.title, one.old, one.new) for one in change.differences} == {
        ("核实情况", "已上报", "已核实"),
        ("受损程度", "倒塌", "严重受损"),
        ("完工日期", "", "2022-05-20"),
        ("计划完工日期", "", "2022-06-30"),
    }
    with opened(flooded) as db:
        case = damage_case(db.conn, 1)
        assert [(line.state.value, line.grade.value, line.on_date) for line in case.states] == [
            ("reported", "collapsed", "2021-08-31"), ("verified", "serious", "2026-07-12"),
        ]  # fmt: skip
        assert (case.damage.begun_on, case.damage.finished_on) == ("2021-10-08", "2022-05-20")
        undo(db, who="乙")
        assert difference(before, contents(db.conn)) == {}


@pytest.mark.parametrize(
    ("cells", "column", "reason"),
    [
        (row("西山村1组1号", grade=""), "受损程度", "没有写受损程度"),
        (row("西山村1组1号", grade="惨"), "受损程度", "看不懂，可填：倒塌、严重受损、一般受损、未受损"),
        (row("西山村1组1号", state="也许"), "核实情况", "看不懂，可填：已上报、已核实、有异议"),
        (row("西山村1组1号", event="夏雨"), "灾次", "没有这个灾次，请先登记；已有：秋汛"),
        (row("西山村1组1号", reported="2021-08-27"), "上报日期", "上报日期早于灾次开始的 2021-08-28"),
        (row("西山村1组1号", reported="2021-02-30"), "上报日期", "看不懂日期，或没有这一天"),
        (row("西山村1组1号", reported="2030-01-01"), "上报日期", "上报日期还没有到"),
        (row("西山村1组1号", planned="2021-08-01"), "计划完工日期", "计划完工日期早于上报日期 2021-08-31"),
        (row("西山村1组1号", begun="2021-10-01"), "恢复方式", "写了开工或完工日期，但没有写恢复方式"),
        (row("西山村1组1号", way="重建", begun="2021-10-01", done="2021-09-01"), "竣工日期", "早于前一阶段选址的 2021-10-01"),
        (row("西山村1组1号", way="维修", begun="2030-10-01"), "开工日期", "施工的日期 2030-10-01 还没有到"),
        (row("西山村1组1号", way="重建", grade="完好"), "恢复方式", "未受损的房屋没有恢复方式"),
        (row("西山村9组9号"), "门牌", "县里没有这处房屋"),
        (row("西山村9组9号", code="H001"), "门牌", "县里没有这处房屋，这一户的住房是：西山村1组1号"),
        (row(code="H004"), "门牌", "这一户有 2 处住房，请写门牌：紫云南郡3号楼1单元101、西山村1组2号"),
        (row(code="H999"), "户编号", "县里没有户编号H999"),
        (row(), "户编号", "没有写户编号，也没有写户主身份证号"),
    ],
)
def test_a_row_that_cannot_be_taken_says_why(flooded: Path, tmp_path: Path, cells: Sequence[str], column: str, reason: str) -> None:
    done = imported(flooded, ledger(tmp_path, cells), "damage")
    (refused,) = done.plan.refused
    assert done.change is None
    assert refused.column == column
    assert reason in refused.reason


def test_a_house_stands_once_in_a_file_and_event(flooded: Path, tmp_path: Path) -> None:
    path = ledger(tmp_path, row("西山村1组1号"), row(code="H001", grade="严重"), row("西山村1组1号", event=""))
    done = imported(flooded, path, "damage")
    assert outcome(done.plan) == (2, 0, 0, 1)
    assert done.plan.refused[0].reason == "与第 2 行是同一处房屋、同一灾次"


def test_several_houses_of_one_number_are_told_apart_by_their_village(flooded: Path, tmp_path: Path) -> None:
    with opened(flooded) as db:
        db.execute("UPDATE house SET number = '1组1号' WHERE id IN (1, 8)")
    header = ("门牌", "村", "受损程度")
    path = text_file(tmp_path / "村.csv", (header, ("1组1号", "东社区", "倒塌"), ("1组1号", "", "倒塌")))
    done = imported(flooded, path, "damage")
    assert [one.reason for one in done.plan.refused] == ["这个门牌有 2 处房屋，请写明村"]
    with opened(flooded) as db:
        assert [one.house for one in list_damage(db.conn)] == [8]


def test_a_house_that_stands_again_is_one_house(flooded: Path, tmp_path: Path) -> None:
    with opened(flooded) as db:
        db.execute(
            "INSERT INTO former_house (uid, number, grid_id, gone_on) SELECT uid, number, grid_id, '2021-09-01' FROM house WHERE id = 1"
        )
    assert outcome(imported(flooded, ledger(tmp_path, row("西山村1组1号")), "damage").plan) == (1, 0, 0, 0)
    with opened(flooded) as db:
        assert [one.house for one in list_damage(db.conn)] == [1]


def test_what_is_known_is_not_turned_back(flooded: Path, tmp_path: Path) -> None:
    with opened(flooded) as db:
        made = rebuilding(db)
        db.execute("UPDATE damage SET event_id = 1 WHERE id = ?", (made,))
    later = imported(flooded, ledger(tmp_path, row("西山村1组1号", reported="2021-09-05")), "damage")
    assert later.plan.refused[0].reason == "县里的上报日期是 2021-08-31，不能改"
    imported(flooded, ledger(tmp_path, row("西山村1组1号", begun="2021-10-01")), "damage")
    whole = imported(flooded, ledger(tmp_path, row("西山村1组1号", grade="完好")), "damage")
    assert whole.plan.refused[0].reason == "已于 2021-10-01 开工，不能改为未受损"


def test_our_own_list_reads_back_as_nothing_new(county: Path, tmp_path: Path) -> None:
    with opened(county) as db:
        event = rain(db)
        finished(db, 1)
        rebuilding(db, 2)
        report(db, 5, event=event)
        out = tmp_path / "名单.xlsx"
        write_damage(db.conn, out, count_damage(db.conn), list_damage(db.conn), title="受损房屋")
        found = seems_to_be(db.conn, look_at_ledger(out))
        assert found is not None
        assert (found[0].name, found[1].value) == ("受损房屋", "damage")
    assert outcome(imported(county, out, "damage", sheet="受损房屋").plan) == (0, 0, 3, 0)


def test_a_workbook_with_a_title_and_a_total_is_read(flooded: Path, tmp_path: Path) -> None:
    rows = (
        ("汉阴县受损房屋台账",), ("户主姓名", "户主身份证号", "房屋坐落", "损坏程度", "重建方式", "竣工时间"),
        ("赵一", "", "西山村1组1号", "倒塌", "集中安置", date(2022, 1, 5)), ("合计", "", "1", "", "", ""),
    )  # fmt: skip
    done = imported(flooded, workbook(tmp_path / "台账.xlsx", rows), "damage")
    assert outcome(done.plan) == (1, 0, 0, 1)
    with opened(flooded) as db:
        (one,) = list_damage(db.conn)
    assert (one.way, one.finished_on, one.reported_on) == (RebuildWay.RESETTLE, "2022-01-05", "2022-01-05")


PEOPLE = ("门牌", "户编号", "灾次", "上报日期", "受损程度", "责任人", "责任人电话", "过渡住址", "过渡入住日期")


def with_people(
    tmp_path: Path, number: str, *, code: str = "", contact: str = "", phone: str = "", stay: str = "", on: str = "", grade: str = "倒塌"
) -> Path:
    return text_file(tmp_path / "责任人.csv", (PEOPLE, (number, code, "秋汛", "2021-08-31", grade, contact, phone, stay, on)))


def test_the_contact_and_the_address_meanwhile_are_read_and_undone(flooded: Path, tmp_path: Path) -> None:
    with opened(flooded) as db:
        before = contents(db.conn)
    path = with_people(tmp_path, "西山村2组1号", contact="联系人6", stay="镇中心小学", on="2021-09-02")
    assert outcome(imported(flooded, path, "damage").plan) == (1, 0, 0, 0)
    assert outcome(imported(flooded, path, "damage").plan) == (0, 0, 1, 0)
    with opened(flooded) as db:
        case = damage_case(db.conn, 1)
        assert case.damage.contact_name == "联系人6"
        assert [(stay.household, stay.address, stay.from_date, stay.to_date) for stay in case.stays] == [
            (case.damage.families[0], "镇中心小学", "2021-09-02", None)
        ]
        asleep = db.execute("SELECT DISTINCT sleeping_note, sleeping_since FROM resident WHERE sleeping_note = '镇中心小学'").fetchall()
        assert asleep == [("镇中心小学", "2021-09-02")]
        undo(db, who="乙")
        assert difference(before, contents(db.conn)) == {}


def test_another_contact_and_another_address_stand_side_by_side(flooded: Path, tmp_path: Path) -> None:
    imported(flooded, with_people(tmp_path, "西山村2组1号", contact="联系人6", stay="镇中心小学", on="2021-09-02"), "damage")
    with opened(flooded) as db:
        before = contents(db.conn)
    later = imported(flooded, with_people(tmp_path, "西山村2组1号", contact="联系人5", stay="亲戚家", on="2021-10-01"), "damage")
    (change,) = later.plan.changed
    assert {(one.title, one.old, one.new) for one in change.differences} == {
        ("责任人", "联系人6", "联系人5"), ("过渡住址", "", "亲戚家"),
    }  # fmt: skip
    with opened(flooded) as db:
        assert {(stay.address, stay.to_date) for stay in damage_case(db.conn, 1).stays} == {("镇中心小学", "2021-10-01"), ("亲戚家", None)}
        undo(db, who="乙")
        assert difference(before, contents(db.conn)) == {}


def test_an_address_that_was_left_is_not_taken_up_again_by_the_same_file(flooded: Path, tmp_path: Path) -> None:
    path = with_people(tmp_path, "西山村2组1号", stay="镇中心小学", on="2021-09-02")
    imported(flooded, path, "damage")
    with opened(flooded) as db:
        end_stay(db, 1, int(damage_case(db.conn, 1).damage.families[0]), who="甲", on_date=date(2021, 12, 1))
    assert outcome(imported(flooded, path, "damage").plan) == (0, 0, 1, 0)


@pytest.mark.parametrize(
    ("number", "cells", "column", "reason"),
    [
        ("西山村2组1号", {"contact": "没有这人"}, "责任人", "没有叫没有这人的在岗联系人"),
        ("西山村2组1号", {"contact": "联系人6", "phone": "12099999999"}, "责任人电话", "县里联系人6的电话不是这个"),
        ("西山村2组1号", {"contact": "联系人6", "grade": "完好"}, "责任人", "未受损的房屋没有责任人"),
        ("西山村2组1号", {"stay": "镇中心小学", "on": "2021-08-01"}, "过渡入住日期", "住进过渡住址的日期早于 2021-08-31"),
        ("西山村2组1号", {"stay": "镇中心小学", "on": "2030-01-01"}, "过渡入住日期", "住进过渡住址的日期还没有到"),
        ("西山村2组1号", {"stay": "长" * 101}, "过渡住址", "过渡住址太长"),
        ("西山村1组1号", {"stay": "镇中心小学"}, "过渡住址", "这处房屋有 2 户，请写户编号"),
        ("西山村1组1号", {"code": "H003", "stay": "镇中心小学"}, "过渡住址", "这一户不住在这处房屋"),
    ],
)
def test_a_contact_or_address_that_does_not_fit_is_refused(
    flooded: Path, tmp_path: Path, number: str, cells: dict[str, str], column: str, reason: str
) -> None:
    done = imported(flooded, with_people(tmp_path, number, **cells), "damage")
    (refused,) = done.plan.refused
    assert done.change is None
    assert refused.column == column
    assert reason in refused.reason
