"""Roll call: written one or many, never overwritten, carried on by later runs of the night, counted, undone."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlite_utils import Database

from gisapp.domain.affected import AffectedRun
from gisapp.domain.change import Change, Kind
from gisapp.domain.hazard import HazardKind, HazardLevel
from gisapp.domain.roll_call import Answer, MovedTo, PlaceKind, RollCallRow, RollState, StateTally
from gisapp.errors import BadRequest
from gisapp.services.county.undo import undo
from gisapp.services.roll_call.find_roll_call import begin_roll_call
from gisapp.services.roll_call.list_roll_call import by_urgency, list_roll_call, not_reached, still_there
from gisapp.services.roll_call.record_roll_call import record_roll_call
from gisapp.services.roll_call.report_roll_call import report_roll_call
from gisapp.services.runs.find_affected import find_affected
from gisapp.services.runs.repeat_run import repeat_run
from gisapp.storage.county import history
from gisapp.storage.hazards.hazards import HazardArea
from gisapp.storage.places import grids
from gisapp.storage.roll_call import roll_calls
from tests.builders import ALONE, COMPLETE, ORDINARY, SHARING, TWO_ENDS, box, opened
from tests.unit.storage.contents import contents, difference

WEST = box(0, 0, 2000, 4000)
SCHOOL = MovedTo(PlaceKind.SAFE_SITE, "", 1)
NOW = datetime.now().astimezone()


@pytest.fixture
def db(county: Path) -> Iterator[Database]:
    with opened(county) as db:
        yield db


@pytest.fixture
def run(db: Database) -> int:
    """Four families: ALONE and SHARING in the first grid, ORDINARY and TWO_ENDS (at the origin home) in the third."""
    return int(ask(db).id)


def ask(db: Database, shape: object = WEST, level: HazardLevel = HazardLevel.RED) -> AffectedRun:
    return find_affected(db, [HazardArea(None, "月河", HazardKind.FLOOD, level, "测试", None, None, shape)], who="甲")[0]  # type: ignore[arg-type]


def write(db: Database, run: int, state: RollState, *families: int, now: datetime | None = None, who: str = "甲") -> Change:
    return record_roll_call(db, run, [Answer(one, state) for one in families], who=who, now=now)


def states(rows: list[RollCallRow]) -> dict[int, RollState]:
    return {int(row.household): row.state for row in rows}


def test_before_anything_is_written_every_family_of_the_run_is_not_reached(db: Database, run: int) -> None:
    assert states(list_roll_call(db.conn, run)) == dict.fromkeys((ALONE, SHARING, ORDINARY, TWO_ENDS), RollState.NOT_REACHED)
    report = report_roll_call(db.conn)
    assert (report.run, report.roll_call, report.total.families, report.total.people) == (run, None, 4, 8)
    assert report.total.out_percent == report.total.reached_percent == 0


def test_an_entry_says_who_when_and_where_and_names_its_family(db: Database, run: int) -> None:
    change = record_roll_call(db, run, [Answer(ALONE, RollState.MOVED, SCHOOL, " 坐  三轮车 ")], who="乙", now=NOW)
    row = next(row for row in list_roll_call(db.conn, run) if row.household == ALONE)
    assert row.entry is not None
    assert (row.entry.who, row.entry.note, row.entry.moved_to) == ("乙", "坐 三轮车", MovedTo(PlaceKind.SAFE_SITE, "东社区小学", 1))
    assert (
        row.entry.at[:19] == NOW.astimezone().astimezone(tz=None).astimezone(datetime.fromisoformat(row.entry.at).tzinfo).isoformat()[:19]
    )
    assert (change.kinds, change.ids, change.label) == ((Kind.ROLL_CALL,), (ALONE,), "点名：赵一（H001）已转移：东社区小学")


def test_an_entry_is_added_never_overwritten_and_the_newest_counts(db: Database, run: int) -> None:
    for state in (RollState.NOT_REACHED, RollState.CALLED, RollState.MOVED):
        write(db, run, state, ALONE)
    assert states(list_roll_call(db.conn, run))[ALONE] is RollState.MOVED
    roll_call = roll_calls.of_run(db.conn, run)
    assert roll_call is not None
    assert [one.state.value for one in roll_calls.log_of(db.conn, roll_call.id, ALONE)] == ["moved", "called", "not_reached"]
    with pytest.raises(sqlite3.IntegrityError, match="never overwritten"):
        db.execute("UPDATE roll_call_entry SET state = 'refused'")


def test_what_is_written_last_counts_also_when_the_clock_went_back(db: Database, run: int) -> None:
    write(db, run, RollState.MOVED, ALONE, now=NOW + timedelta(hours=3))
    write(db, run, RollState.REFUSED, ALONE, SHARING, now=NOW)
    assert states(list_roll_call(db.conn, run))[ALONE] is RollState.REFUSED


def test_many_are_one_change_and_one_undo(db: Database, run: int) -> None:
    before = contents(db.conn)
    change = write(db, run, RollState.CALLED, ALONE, SHARING, ORDINARY)
    assert change.label == "点名：3 户已通知"
    assert report_roll_call(db.conn, run).total.of(RollState.CALLED) == StateTally(3, 6)
    undone = undo(db, who="甲")
    assert (undone.kinds, undone.ids) == ((Kind.ROLL_CALL,), (ALONE, SHARING, ORDINARY))
    assert difference(before, contents(db.conn)) == {}


def test_one_undo_takes_one_entry_back_and_leaves_the_one_before(db: Database, run: int) -> None:
    write(db, run, RollState.CALLED, ALONE)
    write(db, run, RollState.REFUSED, ALONE)
    undo(db, who="甲")
    assert states(list_roll_call(db.conn, run))[ALONE] is RollState.CALLED


def test_the_splits_add_up_to_the_families_and_people_of_the_run(db: Database, run: int) -> None:
    write(db, run, RollState.MOVED, ALONE)
    write(db, run, RollState.REFUSED, SHARING)
    write(db, run, RollState.ELSEWHERE, TWO_ENDS)
    report = report_roll_call(db.conn, run)
    assert [(one.code, one.progress.families, one.progress.people, one.progress.out_percent) for one in report.grids] == [
        ("G001", 2, 4, 50),
        ("G003", 2, 4, 50),
    ]
    assert [(one.title, one.progress.families) for one in (*report.towns, *report.villages)] == [("西镇", 4), ("西山村", 4)]
    for places in (report.towns, report.villages, report.grids):
        for state in RollState:
            assert sum(one.progress.of(state).families for one in places) == report.total.of(state).families
            assert sum(one.progress.of(state).people for one in places) == report.total.of(state).people
    assert (report.total.reached, report.total.out) == (StateTally(3, 6), StateTally(2, 3))


def test_where_those_who_moved_are_is_counted_own_homes_together(db: Database, run: int) -> None:
    own = MovedTo(PlaceKind.OWN_HOME, "紫云南郡3号楼2单元501")
    record_roll_call(db, run, [Answer(ALONE, RollState.MOVED, SCHOOL), Answer(SHARING, RollState.MOVED, SCHOOL)], who="甲")
    record_roll_call(db, run, [Answer(TWO_ENDS, RollState.MOVED, own), Answer(ORDINARY, RollState.MOVED)], who="甲")
    found = [(one.kind, one.text, one.families, one.people) for one in report_roll_call(db.conn, run).destinations]
    assert found == [
        (PlaceKind.SAFE_SITE, "东社区小学", 2, 4),
        (PlaceKind.OWN_HOME, "自己的另一处住房", 1, 2),
        (None, "", 1, 2),
    ]


def test_a_later_run_of_the_night_knows_what_is_known_and_a_repeated_one_too(db: Database, run: int) -> None:
    write(db, run, RollState.MOVED, ALONE)
    again, _ = repeat_run(db, run, who="甲")
    smaller = ask(db, box(0, 0, 150, 150))
    assert states(list_roll_call(db.conn, int(again.id)))[ALONE] is RollState.MOVED
    assert states(list_roll_call(db.conn, int(smaller.id))) == {ALONE: RollState.MOVED, SHARING: RollState.NOT_REACHED}
    write(db, int(smaller.id), RollState.REFUSED, SHARING)
    assert states(list_roll_call(db.conn, run))[SHARING] is RollState.REFUSED
    assert db.execute("SELECT count(*) FROM roll_call").fetchone()[0] == 1


def test_a_run_of_another_night_begins_with_nothing_known(db: Database, run: int) -> None:
    write(db, run, RollState.MOVED, ALONE)
    later = int(ask(db).id)
    for hours, state in ((23, RollState.MOVED), (26, RollState.NOT_REACHED)):
        db.execute("UPDATE hazard_run SET at = ? WHERE id = ?", ((NOW + timedelta(hours=hours)).isoformat(timespec="seconds"), later))
        assert states(list_roll_call(db.conn, later))[ALONE] is state, hours
    write(db, later, RollState.CALLED, ALONE)
    assert states(list_roll_call(db.conn, run))[ALONE] is RollState.MOVED


def test_a_roll_call_that_goes_on_for_days_stays_one(db: Database, run: int) -> None:
    for day in range(4):
        write(db, run, RollState.CALLED, ALONE, now=NOW + timedelta(hours=20 * day))
    later = int(ask(db).id)
    db.execute("UPDATE hazard_run SET at = ? WHERE id = ?", ((NOW + timedelta(hours=80)).isoformat(timespec="seconds"), later))
    assert states(list_roll_call(db.conn, later))[ALONE] is RollState.CALLED


def test_begun_anew_nobody_is_reached_and_the_former_log_stays(db: Database, run: int) -> None:
    write(db, run, RollState.MOVED, ALONE)
    begun, change = begin_roll_call(db, run, who="甲")
    assert states(list_roll_call(db.conn, run))[ALONE] is RollState.NOT_REACHED
    assert change.ids is None
    assert db.execute("SELECT count(*), count(DISTINCT uid) FROM roll_call").fetchone() == (2, 2)
    assert db.execute("SELECT count(*) FROM roll_call_entry WHERE roll_call_id <> ?", (begun.id,)).fetchone()[0] == 1
    undo(db, who="甲")
    assert states(list_roll_call(db.conn, run))[ALONE] is RollState.MOVED


def test_the_roll_call_a_run_opens_bears_its_uid_on_every_desk(db: Database, run: int) -> None:
    write(db, run, RollState.MOVED, ALONE)
    assert db.execute("SELECT c.uid = r.uid FROM roll_call c, hazard_run r").fetchone()[0] == 1


def test_the_not_reached_stand_by_level_marks_and_people(db: Database) -> None:
    areas = [
        HazardArea(None, name, HazardKind.FLOOD, HazardLevel(level), "测试", None, None, shape)
        for name, level, shape in (("一", "red", box(0, 2900, 150, 200)), ("二", "blue", WEST))
    ]
    run, _ = find_affected(db, areas, who="甲")
    rows = list_roll_call(db.conn, int(run.id))
    assert [int(row.household) for row in by_urgency(rows)] == [ORDINARY, ALONE, SHARING, TWO_ENDS]
    assert [(row.call.level.value, row.call.marks) for row in by_urgency(rows)][:2] == [("red", "病1 孕1"), ("blue", "老1 残1 独1")]
    write(db, int(run.id), RollState.CALLED, ORDINARY)
    write(db, int(run.id), RollState.REFUSED, TWO_ENDS)
    write(db, int(run.id), RollState.MOVED, ALONE)
    rows = list_roll_call(db.conn, int(run.id))
    assert [int(row.household) for row in not_reached(rows)] == [SHARING]
    assert [int(row.household) for row in still_there(rows)] == [TWO_ENDS, ORDINARY]


def test_the_list_sends_a_family_to_its_own_safe_home_else_to_the_site(db: Database, run: int) -> None:
    planned = {int(row.household): row.planned for row in list_roll_call(db.conn, run)}
    assert planned[TWO_ENDS] == MovedTo(PlaceKind.OWN_HOME, "紫云南郡3号楼2单元501")
    assert planned[ALONE] == MovedTo(PlaceKind.SAFE_SITE, "东社区小学", 1)


def test_a_family_whose_home_is_gone_since_is_still_called_and_counted(db: Database, run: int) -> None:
    db.execute("DELETE FROM home WHERE house_id = 2")
    db.execute("UPDATE resident SET sleeping_house_id = NULL WHERE sleeping_house_id = 2")
    db.execute("DELETE FROM house WHERE id = 2")
    rows = list_roll_call(db.conn, run)
    assert sorted(states(rows)) == [ALONE, SHARING, ORDINARY, TWO_ENDS]
    write(db, run, RollState.MOVED, ORDINARY)
    report = report_roll_call(db.conn, run)
    assert (report.total.families, report.total.out.families) == (4, 1)
    assert [(one.title, one.progress.families) for one in report.towns] == [("不在任何网格内", 1), ("西镇", 3)]


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ([], "没有选中"),
        ([Answer(COMPLETE, RollState.CALLED)], "1 户不在研判第 1 号的名单上"),
        ([Answer(ALONE, RollState.CALLED), Answer(ALONE, RollState.MOVED)], "写了两次"),
        ([Answer(ALONE, RollState.CALLED, SCHOOL)], "“已通知”没有去处"),
        ([Answer(ALONE, RollState.MOVED, MovedTo(PlaceKind.SAFE_SITE, "", 99))], "没有编号为 99"),
        ([Answer(ALONE, RollState.MOVED, MovedTo(PlaceKind.OTHER, " \n "))], "没有写去处"),
        ([Answer(ALONE, RollState.MOVED, note="长" * 201)], "内容太长：201 个字"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_written(db: Database, run: int, answers: list[Answer], said: str) -> None:
    before = contents(db.conn)
    with pytest.raises(BadRequest, match=said):
        record_roll_call(db, run, answers, who="甲")
    with pytest.raises(BadRequest, match="没有研判第 9 号"):
        record_roll_call(db, 9, [Answer(ALONE, RollState.CALLED)], who="甲")
    assert difference(before, contents(db.conn)) == {}
    assert len(history.newest(db.conn)) == 1


def test_without_any_run_the_way_is_shown(db: Database) -> None:
    with pytest.raises(BadRequest, match="还没有保存过研判"):
        report_roll_call(db.conn)


def test_taking_back_a_later_run_says_that_the_entries_stay(db: Database, run: int) -> None:
    write(db, run, RollState.MOVED, ALONE, SHARING)
    repeat_run(db, run, who="甲")
    assert undo(db, who="甲").label == "撤销：研判：月河，4 户；名单上 2 户的点名结果仍然保留"
    assert states(list_roll_call(db.conn, run))[ALONE] is RollState.MOVED


def test_a_run_with_entries_is_never_taken_back(db: Database, run: int) -> None:
    write(db, run, RollState.MOVED, ALONE)
    db.execute("DELETE FROM history_row WHERE history_id = 2")
    before = contents(db.conn)
    with pytest.raises(BadRequest, match="已有点名记录"):
        undo(db, who="甲")
    with pytest.raises(sqlite3.IntegrityError):
        db.execute("DELETE FROM hazard_run")
    assert difference(before, contents(db.conn)) == {}


def test_a_safe_site_that_goes_leaves_its_words_and_comes_back_with_undo(db: Database, run: int) -> None:
    record_roll_call(db, run, [Answer(ALONE, RollState.MOVED, SCHOOL)], who="甲")
    before = contents(db.conn)
    with history.recorded(db, label="删除避险点", who="甲", kinds=(Kind.SAFE_SITE,)):
        db.execute("DELETE FROM safe_site")
    assert db.execute("SELECT safe_site_id, place FROM roll_call_entry").fetchall() == [(None, "东社区小学")]
    undo(db, who="甲")
    assert difference(before, contents(db.conn)) == {}


def test_words_of_all_kinds_are_kept_as_they_are(db: Database, run: int) -> None:
    words = "=1+1 '; DROP TABLE household; -- <b>&{name}%s 𠮷"
    record_roll_call(db, run, [Answer(ALONE, RollState.MOVED, MovedTo(PlaceKind.OTHER, words), words)], who=words)
    row = next(row for row in list_roll_call(db.conn, run) if row.household == ALONE)
    assert row.entry is not None
    assert row.entry.moved_to is not None
    assert (row.entry.moved_to.text, row.entry.note, row.entry.who) == (words, words, words)


def test_the_database_refuses_what_no_service_writes(db: Database, run: int) -> None:
    write(db, run, RollState.CALLED, ALONE)
    insert = (
        "INSERT INTO roll_call_entry (uid, roll_call_id, household_id, state, place_kind, place, at, who) VALUES (?, 1, ?, ?, ?, ?, ?, 'x')"
    )
    at = "2026-07-12T12:00:00.000Z"
    for values in (
        ("a", 99, "called", None, "", at),
        ("b", 1, "gone", None, "", at),
        ("c", 1, "called", "other", "家", at),
        ("d", 1, "moved", "other", "", at),
        ("e", 1, "moved", None, "家", at),
        ("f", 1, "moved", None, "", "2026-07-12 20:00"),
    ):
        with pytest.raises(sqlite3.IntegrityError):
            db.execute(insert, values)


def test_every_theme_of_the_map_has_its_figures(db: Database, run: int) -> None:
    write(db, run, RollState.MOVED, ALONE)
    write(db, run, RollState.REFUSED, SHARING)
    assert grids.figures(db.conn, "roll_call_out") == {1: 51, 3: 1}
    assert grids.figures(db.conn, "roll_call_reached") == {1: 101, 3: 1}
    assert grids.figures(db.conn, "roll_call_reached", run=1) == {1: 101, 3: 1}
    assert grids.figures(db.conn, "roll_call_reached", run=99) == {}
