"""Damage of a house: reported once, judged, planned, worked on, with dates that never run backwards; each step undone exactly."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlite_utils import Database

from gisapp.domain.change import Kind
from gisapp.domain.damage import DamageGrade, DamageState, RebuildWay, WorkProgress
from gisapp.errors import BadRequest
from gisapp.services.county.undo import undo
from gisapp.services.damage.damage_event import add_event, change_event, find_event
from gisapp.services.damage.judge_damage import judge_damage
from gisapp.services.damage.list_damage import damage_case, list_damage
from gisapp.services.damage.note_stay import end_stay, note_stay
from gisapp.services.damage.plan_rebuild import RebuildPlan, plan_rebuild
from gisapp.services.damage.rebuild_stages import rebuild_stages, set_stages
from gisapp.services.damage.record_damage import record_damage
from gisapp.services.damage.record_stage import clear_stage, record_stage
from gisapp.services.damage.remove_damage import remove_damage
from gisapp.services.families.family_timeline import family_timeline
from tests.builders import ALONE, COMPLETE, ORDINARY, SHARING, TWO_ENDS, opened
from tests.unit.storage.contents import contents, difference

REPORT = date(2021, 8, 31)
COLLAPSED, SERIOUS, NONE = DamageGrade.COLLAPSED, DamageGrade.SERIOUS, DamageGrade.NONE
VERIFIED, DISPUTED = DamageState.VERIFIED, DamageState.DISPUTED


@pytest.fixture
def db(county: Path) -> Iterator[Database]:
    with opened(county) as db:
        yield db


def rain(db: Database) -> int:
    return add_event(db, "2021年8月强降雨", from_date=date(2021, 8, 28), to_date=date(2021, 8, 30), who="甲")[0]


def report(db: Database, house: int = 1, *, event: int | None = None, grade: DamageGrade = COLLAPSED, on: date = REPORT) -> int:
    (made,) = record_damage(db, [f"house-{house}"], grade=grade, event=event, on_date=on, note="东墙倒了", who="甲").done
    return made


def verified(db: Database, house: int = 1, *, grade: DamageGrade = COLLAPSED, event: int | None = None) -> int:
    made = report(db, house, grade=grade, event=event)
    judge_damage(db, [made], VERIFIED, who="乙", on_date=REPORT)
    return made


def rebuilding(db: Database, house: int = 1) -> int:
    made = verified(db, house)
    plan_rebuild(db, [made], RebuildPlan(RebuildWay.REBUILD, date(2022, 6, 30), 6), who="甲")
    return made


def finished(db: Database, house: int = 1, *, on: date = date(2022, 5, 1)) -> int:
    made = rebuilding(db, house)
    record_stage(db, [made], "施工", begun_on=date(2021, 10, 1), finished_on=on - timedelta(days=1), who="甲")
    record_stage(db, [made], "入住", finished_on=on, who="甲")
    return made


def test_a_reported_house_says_where_it_is_and_who_lives_there(db: Database) -> None:
    event = rain(db)
    report(db, event=event)
    (one,) = list_damage(db.conn)
    assert (one.number, one.grid, one.village, one.town, one.event_name) == (
        "西山村1组1号",
        "第01网格",
        "西山村",
        "西镇",
        "2021年8月强降雨",
    )
    assert (one.families, one.heads, one.people, one.house) == ((ALONE, SHARING), ("赵一", "钱二"), 4, 1)
    assert (one.state, one.grade, one.way, one.progress, one.note) == (
        DamageState.REPORTED,
        COLLAPSED,
        None,
        WorkProgress.TO_DO,
        "东墙倒了",
    )


def test_a_house_without_family_and_one_that_stands_no_more_are_reported_too(db: Database) -> None:
    result = record_damage(db, ["house-8", "former_house-1", "nobody"], grade=SERIOUS, on_date=REPORT, who="甲")
    assert [(one.number, one.families, one.house) for one in list_damage(db.conn)] == [("西山村1组9号", (6,), None), ("东社区8号", (), 8)]
    assert [one.reason for one in result.refused] == ["没有这处房屋"]


def test_an_open_damage_of_a_house_and_event_is_not_reported_twice(db: Database) -> None:
    event = rain(db)
    report(db, event=event)
    again = record_damage(db, ["house-1", "house-2", "house-2"], grade=SERIOUS, event=event, on_date=REPORT, who="甲")
    assert (len(again.done), again.reasons) == (1, ("西山村1组1号：已有未完工的登记（第 1 号）",))
    report(db, event=None)
    assert db.execute("SELECT count(*) FROM damage").fetchone()[0] == 3


def test_the_database_refuses_a_double_by_itself(db: Database) -> None:
    report(db)
    with pytest.raises(sqlite3.IntegrityError, match="damage_one_open|UNIQUE"):
        db.execute(
            "INSERT INTO damage (uid, house_uid, reported_on, state, grade) VALUES ('x', 'house-1', '2021-09-01', 'reported', 'none')"
        )
    with pytest.raises(sqlite3.IntegrityError, match="of no house"):
        db.execute(
            "INSERT INTO damage (uid, house_uid, reported_on, state, grade) VALUES ('x', 'house-0', '2021-09-01', 'reported', 'none')"
        )


def test_after_the_work_the_same_event_is_refused_and_another_is_not(db: Database) -> None:
    event = rain(db)
    made = verified(db, event=event)
    plan_rebuild(db, [made], RebuildPlan(RebuildWay.RESETTLE), who="甲")
    record_stage(db, [made], "入住", finished_on=date(2022, 1, 1), who="甲")
    again = record_damage(db, ["house-1"], grade=SERIOUS, event=event, on_date=date(2022, 2, 1), who="甲")
    assert again.change is None
    assert again.reasons == ("西山村1组1号：这个灾次已登记并完工（第 1 号）",)
    assert report(db, on=date(2022, 2, 1)) == 2
    assert report_refused(db) == "西山村1组1号：已有未完工的登记（第 2 号）"


def report_refused(db: Database) -> str:
    return record_damage(db, ["house-1"], grade=SERIOUS, on_date=date(2022, 2, 1), who="甲").reasons[0]


@pytest.mark.parametrize(
    ("write", "sentence"),
    [
        (lambda db: record_damage(db, [], grade=SERIOUS, who="甲"), "没有写明是哪些房屋"),
        (lambda db: record_damage(db, ["house-1"], grade=SERIOUS, event=9, who="甲"), "没有编号为 9 的灾次"),
        (lambda db: record_damage(db, ["house-1"], grade=SERIOUS, who="甲", on_date=date.today() + timedelta(days=1)), "还没有到"),
        (lambda db: report(db, event=rain(db), on=date(2021, 8, 27)), "早于灾次“2021年8月强降雨”的开始日期 2021-08-28"),
        (lambda db: judge_damage(db, [report(db)], DISPUTED, who="甲"), "没有写有什么异议"),
        (lambda db: record_damage(db, ["house-1"], grade=SERIOUS, who="甲", note="长" * 2_001), "内容太长"),
        (lambda db: plan_rebuild(db, [report(db)], RebuildPlan(), who="甲"), "没有写恢复方式"),
        (lambda db: plan_rebuild(db, [report(db)], RebuildPlan(contact=99), who="甲"), "没有编号为 99 的在岗联系人"),
        (lambda db: record_stage(db, [report(db)], "施工", who="甲"), "没有写开始或完成的日期"),
        (lambda db: damage_case(db.conn, 7), "没有编号为 7 的受损登记"),
        (lambda db: remove_damage(db, report(db), who="甲", why=" "), "没有写删除的原因"),
        (lambda db: add_event(db, " ", from_date=REPORT, who="甲"), "名称是空的"),
        (lambda db: (rain(db), rain(db)), "已经有名为“2021年8月强降雨”的灾次"),
        (lambda db: add_event(db, "雨", from_date=REPORT, to_date=date(2021, 8, 1), who="甲"), "早于开始日期"),
        (lambda db: add_event(db, "雨", from_date=REPORT, run=5, who="甲"), "没有编号为 5 的研判"),
        (lambda db: find_event(db.conn, "雨"), "已有的灾次：还没有灾次"),
        (lambda db: set_stages(db, RebuildWay.REPAIR, ["", "验收"], who="甲"), "没有写阶段的名称"),
        (lambda db: set_stages(db, RebuildWay.REPAIR, ["验收", " 验收"], who="甲"), "写了两次"),
        (lambda db: note_stay(db, report(db), ORDINARY, "学校", who="甲"), "这一户不住在西山村1组1号"),
        (lambda db: note_stay(db, report(db), ALONE, " ", who="甲"), "没有写过渡住址"),
        (lambda db: end_stay(db, report(db), ALONE, who="甲"), "没有登记过渡住址"),
    ],
)
def test_what_does_not_fit_is_refused_in_a_sentence(db: Database, write: Callable[[Database], object], sentence: str) -> None:
    with pytest.raises(BadRequest) as refusal:
        write(db)
    assert sentence in str(refusal.value)


def test_every_state_is_kept_with_day_name_and_words(db: Database) -> None:
    made = report(db)
    judge_damage(db, [made], DISPUTED, who="乙", on_date=date(2021, 9, 2), note="墙是早就裂的")
    judge_damage(db, [made], VERIFIED, who="丙", on_date=date(2021, 9, 9), grade=SERIOUS)
    case = damage_case(db.conn, made)
    assert [(line.state.value, line.grade.value, line.on_date, line.who, line.note) for line in case.states] == [
        ("reported", "collapsed", "2021-08-31", "甲", "东墙倒了"),
        ("disputed", "collapsed", "2021-09-02", "乙", "墙是早就裂的"),
        ("verified", "serious", "2021-09-09", "丙", ""),
    ]
    assert (case.damage.state, case.damage.grade) == (VERIFIED, SERIOUS)


def test_many_are_judged_at_once_and_each_refusal_has_its_reason(db: Database) -> None:
    first, second = verified(db, 1), report(db, 2, on=date(2021, 9, 5))
    result = judge_damage(db, [first, second, 99], VERIFIED, who="乙", on_date=date(2021, 9, 1))
    assert result.reasons == (
        "没有编号为 99 的受损登记",
        "西山村1组1号：已经是已核实、倒塌",
        "西山村2组1号：日期 2021-09-01 早于上一次的 2021-09-05",
    )
    assert result.change is None


def test_found_whole_it_needs_no_work_and_cannot_be_planned(db: Database) -> None:
    made = rebuilding(db)
    judge_damage(db, [made], VERIFIED, who="乙", on_date=date(2021, 9, 9), grade=NONE)
    assert damage_case(db.conn, made).damage.way is None
    result = plan_rebuild(db, [made], RebuildPlan(RebuildWay.REPAIR), who="甲")
    assert result.reasons == ("西山村1组1号：核实为未受损，不需要恢复",)
    assert record_stage(db, [made], "施工", begun_on=REPORT, who="甲").reasons == ("西山村1组1号：核实为未受损，不需要恢复",)
    begun = rebuilding(db, 2)
    record_stage(db, [begun], "施工", begun_on=date(2021, 10, 1), who="甲")
    late = judge_damage(db, [begun], VERIFIED, who="乙", grade=NONE, on_date=date(2021, 10, 2))
    assert late.reasons == ("西山村2组1号：已于 2021-10-01 开工，不能改为未受损",)


@pytest.mark.parametrize(
    ("stage", "begun", "done", "sentence"),
    [
        ("施工", date(2021, 8, 30), None, "施工的日期 2021-08-30 早于上报日期 2021-08-31"),
        ("施工", date.today() + timedelta(days=1), None, "还没有到"),
        ("施工", date(2021, 10, 2), date(2021, 10, 1), "施工的完成日期 2021-10-01 早于开始日期 2021-10-02"),
        ("验收", date(2021, 9, 14), None, "验收的日期 2021-09-14 早于前一阶段选址的 2021-09-15"),
        ("验收", None, date(2021, 9, 19), "验收的日期 2021-09-19 早于前一阶段选址的 2021-09-20"),
        ("入住", None, date(2021, 9, 14), "入住的日期 2021-09-14 早于前一阶段选址的 2021-09-15"),
        ("装修", date(2021, 10, 2), None, "重建没有“装修”这个阶段，有：选址、施工、验收、入住"),
        ("选址", date(2021, 9, 15), date(2021, 9, 20), "没有变化"),
    ],
)
def test_dates_never_run_backwards(db: Database, stage: str, begun: date | None, done: date | None, sentence: str) -> None:
    made = rebuilding(db)
    record_stage(db, [made], "选址", begun_on=date(2021, 9, 15), finished_on=date(2021, 9, 20), who="甲")
    result = record_stage(db, [made], stage, begun_on=begun, finished_on=done, who="甲")
    assert result.change is None
    assert sentence in result.reasons[0]


def test_an_earlier_stage_is_not_put_behind_a_later_one(db: Database) -> None:
    made = finished(db)
    result = record_stage(db, [made], "选址", finished_on=date(2022, 5, 2), who="甲")
    assert result.reasons == ("西山村1组1号：施工的日期 2022-04-30 早于前一阶段选址的 2022-05-02",)


def test_the_work_begins_with_the_first_stage_and_ends_with_the_last(db: Database) -> None:
    made = rebuilding(db)

    def now() -> tuple[str, str | None, str | None]:
        one = damage_case(db.conn, made).damage
        return one.stage_caption, one.begun_on, one.finished_on

    assert now() == ("未开工", None, None)
    record_stage(db, [made], "施工", begun_on=date(2021, 10, 1), who="甲")
    assert now() == ("施工", "2021-10-01", None)
    record_stage(db, [made], "施工", finished_on=date(2022, 3, 1), who="甲")
    assert now() == ("施工", "2021-10-01", None)
    record_stage(db, [made], "验收", begun_on=date(2022, 3, 5), who="甲")
    assert now() == ("验收", "2021-10-01", None)
    record_stage(db, [made], "入住", finished_on=date(2022, 4, 1), who="甲")
    assert now() == ("已完工", "2021-10-01", "2022-04-01")
    clear_stage(db, [made], "入住", who="甲")
    assert now() == ("验收", "2021-10-01", None)
    assert [line.progress.value for line in damage_case(db.conn, made).stages] == ["to_do", "finished", "begun", "to_do"]


def test_stages_are_the_countys_own_and_what_was_recorded_stays(db: Database) -> None:
    made = rebuilding(db)
    record_stage(db, [made], "选址", begun_on=date(2021, 9, 15), who="甲")
    set_stages(db, RebuildWay.REBUILD, ["打地基", "封顶 "], who="甲")
    assert rebuild_stages(db.conn)[RebuildWay.REBUILD] == ("打地基", "封顶")
    assert rebuild_stages(db.conn)[RebuildWay.REPAIR] == ("施工", "验收")
    assert [line.stage for line in damage_case(db.conn, made).stages] == ["选址", "打地基", "封顶"]
    record_stage(db, [made], "封顶", finished_on=date(2021, 12, 1), who="甲")
    assert damage_case(db.conn, made).damage.finished_on == "2021-12-01"


def test_without_a_way_or_under_dispute_no_stage_begins(db: Database) -> None:
    first, second = verified(db, 1), rebuilding(db, 2)
    judge_damage(db, [second], DISPUTED, who="乙", note="不是我家", on_date=date(2021, 9, 9))
    result = record_stage(db, [first, second], "施工", begun_on=date(2021, 10, 1), who="甲")
    assert set(result.reasons) == {"西山村1组1号：还没有定恢复方式", "西山村2组1号：有异议，请先核实"}


def test_a_plan_leaves_alone_what_it_does_not_say(db: Database) -> None:
    made = rebuilding(db)
    plan_rebuild(db, [made], RebuildPlan(planned_on=date(2022, 7, 1)), who="甲")
    one = damage_case(db.conn, made).damage
    assert (one.way, one.planned_on, one.contact_name) == (RebuildWay.REBUILD, "2022-07-01", "联系人6")
    early = plan_rebuild(db, [made], RebuildPlan(planned_on=date(2021, 8, 1)), who="甲")
    assert early.reasons == ("西山村1组1号：计划完工日期 2021-08-01 早于上报日期 2021-08-31",)
    assert plan_rebuild(db, [made], RebuildPlan(RebuildWay.REBUILD), who="甲").reasons == ("西山村1组1号：没有变化",)


def test_a_reopened_work_is_refused_when_a_new_damage_is_open(db: Database) -> None:
    made = finished(db)
    report(db, on=date(2022, 6, 1))
    with pytest.raises(BadRequest, match="又有了新的未完工登记"):
        clear_stage(db, [made], "入住", who="甲")
    assert damage_case(db.conn, made).damage.finished_on == "2022-05-01"


def test_where_a_family_lives_meanwhile_its_people_sleep(db: Database) -> None:
    made = verified(db)
    note_stay(db, made, SHARING, "村小学", from_date=date(2021, 9, 1), who="甲")
    assert db.execute(
        "SELECT DISTINCT sleeping_house_id, sleeping_note, sleeping_since FROM resident WHERE household_id = 2"
    ).fetchall() == [(None, "村小学", "2021-09-01")]
    assert db.execute("SELECT sleeping_house_id FROM resident WHERE household_id = 1").fetchone()[0] == 1
    note_stay(db, made, SHARING, "板房", from_date=date(2021, 10, 1), who="甲")
    stays = damage_case(db.conn, made).stays
    assert [(stay.address, stay.from_date, stay.to_date) for stay in stays] == [
        ("板房", "2021-10-01", None), ("村小学", "2021-09-01", "2021-10-01"),
    ]  # fmt: skip
    with pytest.raises(BadRequest, match="早于住进板房的 2021-10-01"):
        note_stay(db, made, SHARING, "亲戚家", from_date=date(2021, 9, 30), who="甲")
    end_stay(db, made, SHARING, on_date=date(2021, 11, 1), who="甲")
    assert [stay.to_date for stay in damage_case(db.conn, made).stays] == ["2021-11-01", "2021-10-01"]


def test_who_sleeps_elsewhere_stays_there(db: Database) -> None:
    db.execute("UPDATE resident SET sleeping_house_id = NULL, sleeping_note = '西安打工' WHERE name = '孙三'")
    note_stay(db, verified(db), SHARING, "村小学", from_date=date(2021, 9, 1), who="甲")
    assert db.execute("SELECT sleeping_note FROM resident WHERE name = '孙三'").fetchone()[0] == "西安打工"


def test_who_sleeps_in_the_familys_other_home_stays_there(db: Database) -> None:
    note_stay(db, verified(db, 4), TWO_ENDS, "村小学", from_date=date(2021, 9, 1), who="甲")
    found = db.execute("SELECT name, sleeping_house_id, sleeping_note FROM resident WHERE household_id = 5 ORDER BY id").fetchall()
    assert found == [("王八", None, "村小学"), ("冯九", 6, None)]


def test_the_families_are_those_at_home_there_that_day(db: Database) -> None:
    made = report(db, 2)
    db.execute("UPDATE home SET to_date = '2023-01-01' WHERE household_id = 3")
    db.execute(
        "INSERT INTO home (uid, household_id, house_id, role, state, from_date) VALUES ('n', 3, 8, 'only', 'lived_in', '2023-01-01')"
    )
    db.execute("UPDATE home SET to_date = '2023-06-01' WHERE household_id = 1")
    db.execute(
        "INSERT INTO home (uid, household_id, house_id, role, state, from_date) VALUES ('m', 1, 2, 'only', 'lived_in', '2023-06-01')"
    )
    assert damage_case(db.conn, made).damage.families == (ORDINARY,)
    assert damage_case(db.conn, report(db, 8)).damage.families == (ORDINARY,)


def test_a_family_reads_it_on_its_timeline(db: Database) -> None:
    made = finished(db, 3)
    note_stay(db, made, COMPLETE, "不住这里", who="甲", from_date=date(2021, 9, 1))
    lines = [(line.on_date, line.title, line.text) for line in family_timeline(db.conn, COMPLETE) if line.kind == "damage"]
    assert lines == [
        ("2022-05-01", "房屋恢复", "西山村1组2号：重建完工"),
        ("2021-10-01", "房屋恢复", "西山村1组2号：重建开工"),
        ("2021-09-01", "过渡住址", "住进不住这里"),
        ("2021-08-31", "房屋受损", "西山村1组2号：已上报，倒塌"),
        ("2021-08-31", "房屋受损", "西山村1组2号：已核实，倒塌"),
    ]


def test_an_event_is_changed_but_not_past_its_reports(db: Database) -> None:
    event = rain(db)
    report(db, event=event)
    change_event(db, event, name="秋汛", from_date=date(2021, 8, 25), to_date=None, who="甲")
    assert find_event(db.conn, "秋汛").holds("2024-01-01")
    with pytest.raises(BadRequest, match="已有 2021-08-31 上报的受损"):
        change_event(db, event, name="秋汛", from_date=date(2021, 9, 1), who="甲")


EDITS: tuple[tuple[str, Callable[[Database, int], object]], ...] = (
    ("report", lambda db, made: report(db, 8)),
    ("verify", lambda db, made: judge_damage(db, [made], VERIFIED, who="乙", note="看过")),
    ("plan", lambda db, made: plan_rebuild(db, [made], RebuildPlan(RebuildWay.REPAIR, date(2030, 1, 1), 5), who="甲")),
    ("stage", lambda db, made: record_stage(db, [made], "验收", begun_on=date(2022, 1, 1), who="甲")),
    ("finish", lambda db, made: record_stage(db, [made], "入住", finished_on=date(2022, 1, 1), who="甲")),
    ("clear", lambda db, made: clear_stage(db, [made], "施工", who="甲")),
    ("stay", lambda db, made: note_stay(db, made, ALONE, "学校", who="甲")),
    ("end a stay", lambda db, made: end_stay(db, made, SHARING, who="甲")),
    ("remove", lambda db, made: remove_damage(db, made, who="甲", why="登错了")),
    ("event", lambda db, made: rain(db)),
    ("stages", lambda db, made: set_stages(db, RebuildWay.REPAIR, ["一"], who="甲")),
)


@pytest.mark.parametrize("edit", [edit for _, edit in EDITS], ids=[name for name, _ in EDITS])
def test_every_step_is_one_entry_and_undone_exactly(db: Database, edit: Callable[[Database, int], object]) -> None:
    made = rebuilding(db)
    record_stage(db, [made], "施工", begun_on=date(2021, 10, 1), who="甲")
    note_stay(db, made, SHARING, "板房", from_date=date(2021, 9, 1), who="甲")
    before, entries = contents(db.conn), db.execute("SELECT count(*) FROM history").fetchone()[0]
    edit(db, made)
    assert db.execute("SELECT count(*) FROM history").fetchone()[0] == entries + 1
    assert difference(before, contents(db.conn)) != {}
    change = undo(db, who="乙")
    assert difference(before, contents(db.conn)) == {}
    assert change.kinds[0] in (Kind.DAMAGE, Kind.SETTING)
    assert db.execute("PRAGMA foreign_key_check").fetchall() == []
