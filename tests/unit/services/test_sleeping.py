"""Where people sleep: found at the door by many at once, refused with reasons, stale after the county's days, both ends."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlite_utils import Database

from gisapp.domain.change import Kind
from gisapp.domain.sleeping import SleepingPlace, SleepingUpdate, place_from_text
from gisapp.errors import BadRequest
from gisapp.export.sleeping_form import write_sleeping_form
from gisapp.services.care.care_days import set_days
from gisapp.services.county.undo import undo
from gisapp.services.families.move_sleeping_place import move_sleeping_place
from gisapp.services.families.report_sleeping import count_doors, count_stale, list_two_ends, report_sleeping
from gisapp.services.families.take_sleeping_form import preview_sleeping_form, take_sleeping_form
from gisapp.services.families.update_sleeping import preview_sleeping, update_sleeping
from gisapp.storage.families import sleeping
from tests.builders import BARE, COMPLETE, TWO_ENDS, opened
from tests.unit.storage.contents import contents, difference

WU, ZHENG, WANG, FENG, CHEN = 7, 8, 9, 10, 11
DAY = date(2024, 7, 1)
HERE, ORIGIN, ELSEWHERE = SleepingPlace.HERE, SleepingPlace.ORIGIN, SleepingPlace.ELSEWHERE
ROW = "SELECT sleeping_house_id, sleeping_note, sleeping_since, sleeping_checked_on FROM resident WHERE id = ?"


@pytest.fixture
def db(county: Path) -> Iterator[Database]:
    with opened(county) as db:
        yield db


def found(resident: int, place: SleepingPlace, note: str = "", *, on: date = DAY) -> SleepingUpdate:
    return SleepingUpdate(resident, place, on, note)


def test_who_moved_gets_a_place_and_a_day_and_who_stayed_a_day_of_check_only(db: Database) -> None:
    rows = [found(WU, HERE), found(ZHENG, ORIGIN), found(WANG, ELSEWHERE, "西安女儿家"), found(FENG, HERE)]
    plan, change = update_sleeping(db, rows, who="甲")
    assert (plan.changed, plan.same, plan.refused) == ((ZHENG, WANG), (WU, FENG), ())
    assert change is not None
    assert (change.label, change.kinds, change.ids) == ("核对住处：2 人有变化，2 人不变", (Kind.RESIDENT,), (WU, ZHENG, WANG, FENG))
    assert db.execute(ROW, (WU,)).fetchone() == (5, None, "2021-01-01", "2024-07-01")
    assert db.execute(ROW, (ZHENG,)).fetchone() == (3, None, "2024-07-01", "2024-07-01")
    assert db.execute(ROW, (WANG,)).fetchone() == (None, "西安女儿家", "2024-07-01", "2024-07-01")


def test_every_row_is_changed_the_same_or_refused_with_its_reason(db: Database) -> None:
    db.execute("UPDATE resident SET left_on = '2024-01-01', left_reason = 'died' WHERE id = ?", (FENG,))
    db.execute("UPDATE resident SET sleeping_checked_on = '2024-07-05' WHERE id = ?", (WU,))
    tomorrow = date.today() + timedelta(days=1)
    rows = [
        found(99, HERE), found(FENG, HERE), found(WU, HERE), found(CHEN, ORIGIN), found(ZHENG, HERE, on=tomorrow),
        found(WANG, SleepingPlace.UNKNOWN), found(WANG, HERE),
    ]  # fmt: skip
    plan, change = update_sleeping(db, rows, who="甲")
    assert change is None
    assert [(one.row, one.reason) for one in plan.refused] == [
        (0, "没有这个人"),
        (1, "已不在这一户"),
        (2, "2024-07-05 已有更新的核对"),
        (3, "这户没有原住房，或原住房已不存在"),
        (4, f"核对日期 {tomorrow} 还没有到"),
        (5, "没有写住在哪里"),
        (6, "名单中重复"),
    ]
    assert len(plan.changed) + len(plan.same) + len(plan.refused) == len(rows)


def test_a_preview_writes_nothing_and_says_the_same(db: Database) -> None:
    rows = [found(WU, ORIGIN), found(ZHENG, HERE), found(99, HERE)]
    before = contents(db.conn)
    plan = preview_sleeping(db.conn, rows)
    assert difference(before, contents(db.conn)) == {}
    assert plan == update_sleeping(db, rows, who="甲")[0]


def test_asking_twice_on_one_day_writes_nothing_the_second_time(db: Database) -> None:
    update_sleeping(db, [found(WU, HERE)], who="甲")
    assert update_sleeping(db, [found(WU, HERE)], who="甲")[1] is None
    with pytest.raises(BadRequest, match="没有要更新的人"):
        update_sleeping(db, [], who="甲")


def test_elsewhere_without_a_note_keeps_the_note_that_is_known(db: Database) -> None:
    update_sleeping(db, [found(WU, ELSEWHERE, "西安")], who="甲")
    plan, _ = update_sleeping(db, [found(WU, ELSEWHERE, on=date(2024, 7, 9))], who="甲")
    assert plan.same == (WU,)
    assert db.execute(ROW, (WU,)).fetchone() == (None, "西安", "2024-07-01", "2024-07-09")
    plan, _ = update_sleeping(db, [found(WU, ELSEWHERE, "广东", on=date(2024, 7, 9))], who="甲")
    assert plan.changed == (WU,)


def test_a_guest_in_another_house_of_the_county_sleeps_elsewhere_and_may_stay_there(db: Database) -> None:
    move_sleeping_place(db, WU, 8, who="甲", since=DAY)
    (person,) = (one for one in sleeping.of_families(db.conn, [COMPLETE]) if one.resident == WU)
    assert (person.place, person.where) == (ELSEWHERE, "东社区8号")
    plan, _ = update_sleeping(db, [found(WU, ELSEWHERE)], who="甲")
    assert plan.same == (WU,)
    assert db.execute(ROW, (WU,)).fetchone()[0] == 8


def test_a_whole_update_is_undone_as_one(db: Database) -> None:
    before = contents(db.conn)
    update_sleeping(db, [found(WU, ORIGIN), found(ZHENG, HERE), found(CHEN, ELSEWHERE, "外地")], who="甲")
    undo(db, who="甲")
    assert {table for table in difference(before, contents(db.conn)) if not table.startswith("history")} == set()


def test_stale_counts_from_the_last_look_and_the_countys_days(db: Database) -> None:
    update_sleeping(db, [found(WU, HERE), found(CHEN, HERE, on=date(2024, 6, 1))], who="甲")
    db.execute("UPDATE resident SET sleeping_since = NULL WHERE id = ?", (FENG,))
    report = report_sleeping(db.conn, day=date(2024, 7, 31))
    assert [one.resident for one in report.stale] == [ZHENG, WANG, FENG, CHEN]
    assert {one.resident: one.days_unchecked(report.day) for one in report.people}[FENG] is None
    assert count_stale(db.conn, day=date(2024, 7, 31)) == 4
    set_days(db, who="甲", stale=60)
    assert [one.resident for one in report_sleeping(db.conn, day=date(2024, 7, 31)).stale] == [ZHENG, WANG, FENG]
    assert count_stale(db.conn, day=date(2024, 7, 31)) == 3
    sql = "SELECT count(*) FROM resident WHERE household_id IN (4, 5, 6) AND left_on IS NULL"
    assert len(report.people) == db.execute(sql).fetchone()[0]


def test_doors_stand_with_most_stale_people_first(db: Database) -> None:
    update_sleeping(db, [found(WANG, ORIGIN), found(FENG, HERE), found(CHEN, ELSEWHERE, "外地")], who="甲")
    first, second = count_doors(db.conn, day=DAY)
    assert (first.name, first.entrance, first.people, first.stale, first.households) == ("紫云南郡 3号楼", 1, 2, 2, (COMPLETE,))
    assert (second.entrance, second.people, second.stale, second.away, second.households) == (2, 3, 0, 1, (TWO_ENDS, BARE))
    assert (first.longest_days, second.longest_days) == ((DAY - date(2021, 1, 1)).days, 0)
    report = report_sleeping(db.conn, day=DAY)
    assert (first.stale + second.stale, first.away + second.away) == (len(report.stale), len(report.away))
    assert [door.people for door in count_doors(db.conn, household_ids=[BARE], day=DAY)] == [1]


def test_two_ends_are_those_whose_origin_home_is_lived_in_or_slept_in(db: Database) -> None:
    (both,) = list_two_ends(db.conn)
    assert (both.household, both.head, both.people, both.at_origin, both.village) == (TWO_ENDS, "王八", 2, 1, "西山村")
    update_sleeping(db, [found(WU, ORIGIN), found(ZHENG, ORIGIN)], who="甲")
    assert [(one.household, one.at_origin) for one in list_two_ends(db.conn)] == [(COMPLETE, 2), (TWO_ENDS, 1)]
    assert sleeping.count_two_ends(db.conn) == 2
    db.execute("UPDATE household SET ended_on = '2024-07-02' WHERE id = ?", (COMPLETE,))
    assert [one.household for one in list_two_ends(db.conn, household_ids=[COMPLETE, TWO_ENDS])] == [TWO_ENDS]


@pytest.mark.parametrize(("text", "place"), [("1", HERE), (" 原住房 ", ORIGIN), ("AWAY", ELSEWHERE), ("Residence", HERE)])
def test_places_are_read_as_people_write_them(text: str, place: SleepingPlace) -> None:
    assert place_from_text(text) is place


def test_the_form_goes_out_and_comes_back(db: Database, tmp_path: Path) -> None:
    """One row a person; what is filled in is changed, the same or refused; the rest is blank."""
    path = tmp_path / "核对 表.xlsx"
    people = report_sleeping(db.conn, day=DAY).people
    assert write_sleeping_form(db.conn, people, path, title="3号楼") == 5
    assert preview_sleeping_form(db.conn, path).blank == 5
    filled = filled_form(path, tmp_path, {WU: ("现住房", ""), ZHENG: ("别处", "西安"), WANG: ("天上", ""), CHEN: ("原住房", "")})
    before = contents(db.conn)
    result = preview_sleeping_form(db.conn, filled)
    assert difference(before, contents(db.conn)) == {}
    assert (result.rows, result.changed, result.same, len(result.refused), result.blank) == (4, 1, 1, 2, 1)
    written, change = take_sleeping_form(db, filled, who="甲")
    assert change is not None
    assert written == result
    assert [(one.name, one.reason) for one in result.refused] == [
        ("王八", "不认识的住处：天上"),
        ("陈十", "这户没有原住房，或原住房已不存在"),
    ]
    assert db.execute(ROW, (ZHENG,)).fetchone()[:2] == (None, "西安")


def test_a_row_whose_name_is_another_persons_is_refused(db: Database, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    write_sleeping_form(db.conn, report_sleeping(db.conn, day=DAY).people, path, title="x")
    result, change = take_sleeping_form(db, filled_form(path, tmp_path, {WU: ("现住房", "")}, names={WU: "张三"}), who="甲")
    assert change is None
    assert [one.reason for one in result.refused] == ["编号与姓名不符：这个编号是吴六"]


def filled_form(path: Path, folder: Path, answers: dict[int, tuple[str, str]], *, names: dict[int, str] | None = None) -> Path:
    """The form as somebody filled it in."""
    import xlsxwriter
    from python_calamine import CalamineWorkbook

    rows = CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()
    header = next(row for row in rows if "人员编号" in row)
    filled = folder / "filled.xlsx"
    book = xlsxwriter.Workbook(str(filled))
    sheet = book.add_worksheet()
    for line, row in enumerate(rows):
        cells = list(row)
        person = int(cells[0]) if str(cells[0]).isdecimal() else 0
        if person in answers:
            cells[header.index("核对结果")], cells[header.index("住在哪里（别处时填）")] = answers[person]
            cells[header.index("姓名")] = (names or {}).get(person, cells[header.index("姓名")])
        for at, cell in enumerate(cells):
            sheet.write(line, at, str(cell))
    book.close()
    return filled
