"""Needs and alarms: written by either line, due, with whom, overdue, closed; and the figures of a month."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlite_utils import Database

from gisapp.domain.care import CareDays, CareKind, Escalation, escalation
from gisapp.domain.change import Kind
from gisapp.domain.lines import Duty, Line
from gisapp.errors import BadRequest
from gisapp.services.care.care_days import care_days, set_days
from gisapp.services.care.change_due_date import change_due_date
from gisapp.services.care.close_care import close_care
from gisapp.services.care.list_care import count_open, list_care, list_open_care
from gisapp.services.care.record_care import record_care
from gisapp.services.care.report_care_month import report_care_month
from gisapp.services.county.undo import undo
from gisapp.storage.county import settings
from tests.builders import BARE, COMPLETE, ORDINARY, TWO_ENDS, opened
from tests.unit.storage.contents import contents, difference

DAY = date(2024, 7, 1)


@pytest.fixture
def db(county: Path) -> Iterator[Database]:
    with opened(county) as db:
        yield db


def alarm(db: Database, family: int = COMPLETE, *, line: Line = Line.VILLAGE, duty: Duty | None = None, due: date | None = None) -> int:
    return record_care(db, family, line=line, kind=CareKind.ALARM, text="后山有裂缝", who="甲", on_date=DAY, duty=duty, due_on=due)[0]


def need(db: Database, family: int = COMPLETE, *, line: Line = Line.COMMUNITY, on: date = DAY) -> int:
    return record_care(db, family, line=line, kind=CareKind.NEED, text="想学电工", who="乙", on_date=on)[0]


def test_an_alarm_goes_to_the_lead_of_its_duty_whoever_wrote_it(db: Database) -> None:
    alarm(db, line=Line.VILLAGE)
    alarm(db, line=Line.COMMUNITY, duty=Duty.ASSISTANCE)
    screening, assistance = list_open_care(db.conn, day=DAY)
    assert screening.turn is not None
    assert assistance.turn is not None
    assert (screening.turn.duty, screening.turn.lead.code) == (Duty.SCREENING, "community/sponsor_cadre")
    assert [one.name for one in screening.turn.contacts] == ["联系人7"]
    assert [one.name for one in assistance.turn.contacts] == ["联系人5"]
    assert (screening.turn.note, screening.turn.is_at_office) == ("", False)
    assert (screening.head, screening.code, screening.number, screening.house) == ("吴六", "H004", "紫云南郡3号楼1单元101", 5)


def test_it_is_due_after_the_days_the_county_has_set(db: Database) -> None:
    alarm(db)
    need(db)
    set_days(db, who="甲", alarm=1, need=10)
    alarm(db)
    need(db)
    due = [row[0] for row in db.execute("SELECT due_on FROM care_entry ORDER BY id")]
    assert due == ["2024-07-04", "2024-07-16", "2024-07-02", "2024-07-11"]
    record_care(db, COMPLETE, line=Line.VILLAGE, kind=CareKind.VISIT, text="看望", who="甲", on_date=DAY)
    assert db.execute("SELECT due_on, duty FROM care_entry ORDER BY id DESC LIMIT 1").fetchone() == (None, None)


def test_overdue_it_goes_to_the_assisting_slot_and_then_to_the_office(db: Database) -> None:
    alarm(db, due=DAY)
    for days, level, names, at_office, note in (
        (0, Escalation.LEAD, ["联系人7"], False, ""),
        (1, Escalation.ASSIST, ["联系人7", "联系人5"], False, "已逾期，同时请配合方村线·包联干部"),
        (3, Escalation.ASSIST, ["联系人7", "联系人5"], False, "已逾期，同时请配合方村线·包联干部"),
        (4, Escalation.OFFICE, ["联系人7", "联系人5"], True, "逾期较久，已报东社区"),
    ):
        (row,) = list_open_care(db.conn, day=DAY + timedelta(days=days))
        assert row.turn is not None
        assert (row.days_overdue, row.turn.escalation, row.turn.is_at_office, row.turn.note) == (days, level, at_office, note)
        assert [one.name for one in row.turn.contacts] == names


def test_an_empty_leading_slot_sends_it_at_once_to_the_assisting_one_and_says_so(db: Database) -> None:
    alarm(db, TWO_ENDS, duty=Duty.ASSISTANCE)
    (row,) = list_open_care(db.conn, day=DAY)
    assert row.turn is not None
    assert row.turn.lead_contact is None
    assert [one.name for one in row.turn.contacts] == ["联系人7"]
    assert row.turn.note == "主责缺岗，直接交给配合方社区线·包联干部"


def test_with_both_slots_empty_it_is_with_the_office_of_the_leading_line(db: Database) -> None:
    alarm(db, BARE)
    alarm(db, BARE, duty=Duty.ASSISTANCE)
    screening, assistance = (row.turn for row in list_open_care(db.conn, day=DAY))
    assert screening is not None
    assert assistance is not None
    assert (screening.contacts, screening.is_at_office, screening.people) == ((), True, "东社区")
    assert assistance.note == "主责、配合都缺岗，直接报西镇"


def test_the_rule_table_decides_who_leads(db: Database) -> None:
    alarm(db)
    db.execute("UPDATE lead_rule SET lead_line = 'village', assist_line = 'community' WHERE duty = 'screening'")
    (row,) = list_open_care(db.conn, day=DAY)
    assert row.turn is not None
    assert row.turn.lead.code == "village/sponsor_cadre"


def test_the_longest_overdue_stands_first_and_counts_agree_with_sql(db: Database) -> None:
    late, later, fresh = alarm(db, due=DAY + timedelta(days=2)), alarm(db, due=DAY), need(db, TWO_ENDS)
    rows = list_open_care(db.conn, day=DAY + timedelta(days=5))
    assert [row.entry.id for row in rows] == [later, late, fresh]
    counts = count_open(rows)
    assert (counts.open, counts.overdue, counts.at_office) == (3, 2, 1)
    assert dict(counts.by_line) == {Line.VILLAGE: 2, Line.COMMUNITY: 1}
    assert dict(counts.by_lead_line) == {Line.VILLAGE: 1, Line.COMMUNITY: 2}
    assert dict(counts.by_duty) == {Duty.SCREENING: 2, Duty.ASSISTANCE: 1}
    assert db.execute("SELECT count(*) FROM care_entry WHERE closed_on IS NULL").fetchone()[0] == counts.open


def test_closing_needs_an_outcome_and_leaves_the_list(db: Database) -> None:
    made = need(db)
    with pytest.raises(BadRequest, match="没有写办理结果"):
        close_care(db, made, outcome="  ", who="丙")
    change = close_care(db, made, outcome="已报名培训", who="丙", on_date=DAY + timedelta(days=3))
    assert (change.label, change.kinds, change.ids) == ("办结需求：吴六", (Kind.CARE,), (made,))
    assert list_open_care(db.conn, day=DAY) == []
    entry = list_care(db.conn)[0].entry
    assert (entry.closed_on, entry.closed_by, entry.outcome) == ("2024-07-04", "丙", "已报名培训")
    with pytest.raises(BadRequest, match="已于 2024-07-04 办结"):
        close_care(db, made, outcome="再来一次", who="丙")


def test_what_cannot_be_closed_is_said(db: Database) -> None:
    visit, _ = record_care(db, COMPLETE, line=Line.VILLAGE, kind=CareKind.VISIT, text="看望", who="甲", on_date=DAY)
    made = need(db)
    for entry, on, words in ((99, None, "没有编号为 99"), (visit, None, "不需要办结"), (made, date(2024, 6, 30), "早于记录日期")):
        with pytest.raises(BadRequest, match=words):
            close_care(db, entry, outcome="好了", who="甲", on_date=on)
    with pytest.raises(BadRequest, match="还没有到"):
        close_care(db, made, outcome="好了", who="甲", on_date=date.today() + timedelta(days=1))


def test_a_due_date_moves_and_not_before_the_writing(db: Database) -> None:
    made = alarm(db)
    change_due_date(db, made, date(2024, 9, 1), who="甲", why="等雨停")
    assert db.execute("SELECT due_on FROM care_entry").fetchone()[0] == "2024-09-01"
    with pytest.raises(BadRequest, match="早于记录日期"):
        change_due_date(db, made, date(2024, 6, 1), who="甲")


@pytest.mark.parametrize(
    ("family", "more", "words"),
    [
        (99, {}, "没有这一户"),
        (ORDINARY, {}, "不是搬迁户"),
        (COMPLETE, {"text": " \n"}, "没有写内容"),
        (COMPLETE, {"text": "长" * 2_001}, "内容太长"),
        (COMPLETE, {"on_date": date.today() + timedelta(days=1)}, "还没有到"),
        (COMPLETE, {"due_on": date(2024, 6, 30)}, "早于记录日期"),
        (COMPLETE, {"kind": CareKind.VISIT, "due_on": date(2024, 7, 30)}, "没有办理期限"),
    ],
)
def test_what_does_not_fit_is_refused_and_nothing_is_written(family: int, more: dict[str, object], words: str, db: Database) -> None:
    before = contents(db.conn)
    asked: dict[str, object] = {"line": Line.VILLAGE, "kind": CareKind.ALARM, "text": "x", "on_date": DAY, **more}
    with pytest.raises(BadRequest, match=words):
        record_care(db, family, who="甲", **asked)  # type: ignore[arg-type]
    assert difference(before, contents(db.conn)) == {}


def test_a_family_that_ended_takes_no_entry_and_its_open_ones_leave_the_list(db: Database) -> None:
    alarm(db)
    db.execute("UPDATE household SET ended_on = '2024-07-02' WHERE id = ?", (COMPLETE,))
    assert list_open_care(db.conn, day=DAY) == []
    with pytest.raises(BadRequest, match="已经结束"):
        need(db)


def test_every_step_is_undone_as_one(db: Database) -> None:
    before = contents(db.conn)
    made = alarm(db)
    after_alarm = contents(db.conn)
    close_care(db, made, outcome="已撤离", who="甲")
    undo(db, who="甲")
    assert {table for table in difference(after_alarm, contents(db.conn)) if not table.startswith("history")} == set()
    undo(db, who="甲")
    assert {table for table in difference(before, contents(db.conn)) if not table.startswith("history")} == set()


def test_hostile_words_stay_words(db: Database) -> None:
    text = "=1+1'); DROP TABLE care_entry; --<b>"
    record_care(db, COMPLETE, line=Line.VILLAGE, kind=CareKind.CALL, text=text, who="<i>", on_date=DAY)
    assert list_care(db.conn)[0].entry.text == text


def test_settings_that_are_no_days_count_as_the_preset(db: Database) -> None:
    settings.write(db.conn, "alarm_days", "soon")
    settings.write(db.conn, "need_days", -4)
    assert care_days(db.conn) == CareDays()
    with pytest.raises(BadRequest, match="天数不能是"):
        set_days(db, who="甲", alarm=1_001)
    with pytest.raises(BadRequest, match="没有写要改哪个天数"):
        set_days(db, who="甲")


def test_the_steps_of_escalation() -> None:
    assert [escalation(days, CareDays(office=0)) for days in (0, 1)] == [Escalation.LEAD, Escalation.OFFICE]


def test_a_months_figures_agree_with_what_was_written(db: Database) -> None:
    for line, kind, family, day in (
        (Line.VILLAGE, CareKind.VISIT, COMPLETE, date(2024, 6, 1)),
        (Line.VILLAGE, CareKind.CALL, COMPLETE, date(2024, 6, 30)),
        (Line.COMMUNITY, CareKind.VISIT, COMPLETE, date(2024, 6, 15)),
        (Line.COMMUNITY, CareKind.VISIT, TWO_ENDS, date(2024, 6, 15)),
        (Line.COMMUNITY, CareKind.VISIT, TWO_ENDS, date(2024, 7, 1)),
        (Line.COMMUNITY, CareKind.VISIT, TWO_ENDS, date(2024, 5, 31)),
    ):
        record_care(db, family, line=line, kind=kind, text="看望", who="甲", on_date=day)
    closed = need(db, on=date(2024, 6, 2))
    close_care(db, closed, outcome="好了", who="甲", on_date=date(2024, 6, 20))
    need(db, on=date(2024, 5, 2))
    record_care(db, BARE, line=Line.VILLAGE, kind=CareKind.ALARM, text="x", who="甲", on_date=date(2024, 6, 28), due_on=date(2024, 6, 30))
    report = report_care_month(db.conn, "2024-06", today=date(2024, 7, 12))
    village, community = report.lines
    assert (report.month, report.day, report.relocated) == ("2024-06", date(2024, 6, 30), 3)
    assert (village.visits, village.calls, village.families_reached, village.alarms_raised, village.alarms_overdue) == (1, 1, 1, 1, 0)
    assert (community.visits, community.families_reached) == (2, 2)
    assert (community.needs_raised, community.needs_closed, community.needs_overdue) == (1, 1, 1)
    assert (report.both.visits, report.both.families_reached) == (3, 2)


def test_an_empty_month_is_all_zeros_and_a_wrong_one_is_said(db: Database) -> None:
    report = report_care_month(db.conn, "2024-06", today=date(2024, 7, 12))
    assert (report.both.visits, report.both.families_reached, report.lines[0].alarms_overdue) == (0, 0, 0)
    for text in ("2024-13", "2026", "2024-6", "0000-01", "2027-01"):
        with pytest.raises(BadRequest):
            report_care_month(db.conn, text, today=date(2024, 7, 12))
