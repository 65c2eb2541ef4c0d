"""Two desks' roll calls merged: the newest entry wins on both, every difference is told, nothing hostile gets in."""

from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from gisapp.domain.change import Kind
from gisapp.domain.roll_call import MovedTo, PlaceKind, RollState
from gisapp.errors import BadFile, BadRequest, Cancelled
from gisapp.services.county.undo import undo
from gisapp.services.roll_call.carry_roll_call import carry_roll_call
from gisapp.services.roll_call.find_roll_call import begin_roll_call
from gisapp.services.roll_call.list_roll_call import known_of
from gisapp.services.roll_call.merge_roll_call import merge_roll_call, preview_merge
from gisapp.services.runs.find_affected import find_affected
from gisapp.storage.county import county_file
from gisapp.storage.roll_call import roll_calls
from tests.builders import ALONE, ORDINARY, SHARING, TWO_ENDS, opened
from tests.unit.services.two_desks import FAMILIES, NOW, WEST, carried, figures, states, write
from tests.unit.storage.contents import contents, difference

SCHOOL = MovedTo(PlaceKind.SAFE_SITE, "", 1)


def test_the_newest_entry_of_a_family_wins_and_differences_stand_side_by_side(here: Database, there: Database, tmp_path: Path) -> None:
    write(here, ALONE, RollState.CALLED, -30, who="甲")
    write(there, ALONE, RollState.MOVED, -20, who="乙", place=SCHOOL)
    write(here, SHARING, RollState.MOVED, -10, who="甲")
    write(there, SHARING, RollState.REFUSED, -15, who="乙", note="夜里再去")
    write(there, ORDINARY, RollState.ELSEWHERE, -5, who="乙")
    write(here, TWO_ENDS, RollState.CALLED, -5, who="甲")
    file = carried(there, tmp_path)
    before = contents(here.conn)
    preview = preview_merge(here.conn, file, who="甲")
    assert difference(before, contents(here.conn)) == {}
    result, change = merge_roll_call(here, file, who="甲")
    assert result == preview
    assert figures(result) == (3, 2, 1, 0, 0)
    assert states(here) == {
        ALONE: ("moved", "乙"),
        SHARING: ("moved", "甲"),
        ORDINARY: ("elsewhere", "乙"),
        TWO_ENDS: ("called", "甲"),
    }
    told = [
        (one.household, one.ours.what, one.ours.who, one.theirs.what, one.theirs.who, one.kept) for one in result.differences if one.theirs
    ]
    assert told == [
        (ALONE, "已通知", "甲", "已转移：东社区小学", "乙", "用对方的"),
        (SHARING, "已转移", "甲", "拒绝转移", "乙", "用本机的"),
    ]
    assert change is not None
    assert (change.kinds, change.ids) == ((Kind.ROLL_CALL,), (ALONE, SHARING, ORDINARY)) or set(change.ids or ()) == {
        ALONE,
        SHARING,
        ORDINARY,
    }
    undo(here, who="甲")
    assert difference(before, contents(here.conn)) == {}


@pytest.mark.parametrize(("minutes", "expected"), [(-20, (1, 1, 0, 0, 0)), (-40, (1, 0, 1, 0, 0))])
def test_an_entry_counts_only_when_it_is_newer_than_ours(
    here: Database, there: Database, tmp_path: Path, minutes: int, expected: tuple[int, ...]
) -> None:
    write(here, ALONE, RollState.CALLED, -30, who="甲")
    write(there, ALONE, RollState.MOVED, minutes, who="乙")
    result, _ = merge_roll_call(here, carried(there, tmp_path), who="甲")
    assert figures(result) == expected
    assert result.differences[0].is_theirs_kept == (minutes > -30) == (states(here)[ALONE] == ("moved", "乙"))


def test_the_same_file_again_brings_nothing_new(here: Database, there: Database, tmp_path: Path) -> None:
    write(there, ALONE, RollState.CALLED, -30, who="乙")
    write(there, ALONE, RollState.MOVED, -20, who="乙")
    file = carried(there, tmp_path)
    assert figures(merge_roll_call(here, file, who="甲")[0]) == (2, 1, 1, 0, 0)
    before = contents(here.conn)
    result, change = merge_roll_call(here, file, who="甲")
    assert (figures(result), change) == ((2, 0, 0, 2, 0), None)
    assert difference(before, contents(here.conn)) == {}


def test_a_copy_of_the_other_desks_county_file_is_merged_like_its_file(here: Database, there: Database, tmp_path: Path) -> None:
    write(there, ALONE, RollState.MOVED, -20, who="乙", place=SCHOOL)
    county_file.close_writing(there)
    result, _ = merge_roll_call(here, tmp_path / "另一台.gpkg", who="甲")
    assert figures(result) == (1, 1, 0, 0, 0)
    entry = known_of(here.conn, 1)[ALONE]
    assert (entry.who, entry.moved_to) == ("乙", MovedTo(PlaceKind.SAFE_SITE, "东社区小学", 1))


def test_both_desks_opened_apart_mean_the_same_roll_call(here: Database, there: Database, tmp_path: Path) -> None:
    write(here, ALONE, RollState.CALLED, -30, who="甲")
    write(there, SHARING, RollState.CALLED, -20, who="乙")
    uids = [db.execute("SELECT uid FROM roll_call").fetchall() for db in (here, there)]
    assert uids[0] == uids[1]


def test_a_desk_without_a_roll_call_takes_over_the_other_ones(here: Database, there: Database, tmp_path: Path) -> None:
    write(there, ALONE, RollState.CALLED, -20, who="乙")
    begin_roll_call(there, 1, who="乙", now=NOW)
    write(there, ALONE, RollState.MOVED, -10, who="乙")
    merge_roll_call(here, carried(there, tmp_path), who="甲")
    assert here.execute("SELECT uid FROM roll_call").fetchone()[0] == there.execute("SELECT max(id), uid FROM roll_call").fetchone()[1]
    assert states(here) == {ALONE: ("moved", "乙")}


def test_desks_that_asked_on_their_own_merge_what_belongs_to_one_night(county: Path, tmp_path: Path) -> None:
    other = Path(shutil.copyfile(county, tmp_path / "另一台.gpkg"))
    with opened(county) as here, opened(other) as there:
        for db in (here, there):
            find_affected(db, [WEST], who="甲")
        write(here, ALONE, RollState.CALLED, -5, who="甲")
        write(there, SHARING, RollState.MOVED, -5, who="乙")
        merge_roll_call(here, carried(there, tmp_path), who="甲")
        assert states(here) == {ALONE: ("called", "甲"), SHARING: ("moved", "乙")}


def test_another_nights_roll_call_is_refused_whole(county: Path, tmp_path: Path) -> None:
    other = Path(shutil.copyfile(county, tmp_path / "另一台.gpkg"))
    with opened(county) as here, opened(other) as there:
        for db in (here, there):
            find_affected(db, [WEST], who="甲")
        write(there, ALONE, RollState.MOVED, -60 * 24 * 3, who="乙")
        write(here, SHARING, RollState.CALLED, -5, who="甲")
        file = carried_of_night(there, tmp_path)
        before = contents(here.conn)
        with pytest.raises(BadRequest, match="这是另一晚的点名"):
            merge_roll_call(here, file, who="甲")
        county_file.close_writing(there)
        with pytest.raises(BadFile, match="没有同一晚的点名"):
            merge_roll_call(here, other, who="甲")
        assert difference(before, contents(here.conn)) == {}


def carried_of_night(db: Database, tmp_path: Path) -> Path:
    """The file as it was that night: the run was earlier too."""
    db.execute("UPDATE hazard_run SET at = ?", ((NOW - timedelta(days=3)).isoformat(timespec="seconds"),))
    return carried(db, tmp_path)


def test_what_was_undone_here_does_not_come_back_with_the_other_desks_file(here: Database, there: Database, tmp_path: Path) -> None:
    write(here, ALONE, RollState.MOVED, -30, who="甲")
    merge_roll_call(there, carried(here, tmp_path), who="乙")
    undo(here, who="甲")
    result, change = merge_roll_call(here, carried(there, tmp_path), who="甲")
    assert (figures(result), change) == ((1, 0, 0, 0, 1), None)
    assert result.refused[0].reason == "这条在本机已撤销"
    assert states(here) == {}


def test_what_was_undone_there_goes_here_too_and_is_told(here: Database, there: Database, tmp_path: Path) -> None:
    write(here, SHARING, RollState.CALLED, -50, who="甲")
    write(here, ALONE, RollState.CALLED, -40, who="甲")
    write(here, ALONE, RollState.MOVED, -30, who="甲")
    merge_roll_call(there, carried(here, tmp_path), who="乙")
    undo(here, who="甲")
    before = contents(there.conn)
    result, change = merge_roll_call(there, carried(here, tmp_path), who="乙")
    assert (figures(result), result.withdrawn) == ((2, 0, 0, 2, 0), 1)
    assert [(one.household, one.ours.what, one.theirs, one.kept) for one in result.differences] == [(ALONE, "已转移", None, "对方撤销")]
    assert states(there)[ALONE] == ("called", "甲")
    assert change is not None
    assert change.ids == (ALONE,)
    undo(there, who="乙")
    assert difference(before, contents(there.conn)) == {}


def test_a_merge_that_was_undone_can_be_merged_again(here: Database, there: Database, tmp_path: Path) -> None:
    write(there, ALONE, RollState.MOVED, -20, who="乙")
    file = carried(there, tmp_path)
    merge_roll_call(here, file, who="甲")
    undo(here, who="甲")
    assert figures(merge_roll_call(here, file, who="甲")[0]) == (1, 1, 0, 0, 0)


Written = list[tuple[int, RollState, int]]
WRITTEN = st.lists(st.tuples(st.sampled_from(FAMILIES), st.sampled_from(tuple(RollState)), st.integers(0, 40)), max_size=8)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(mine=WRITTEN, others=WRITTEN)
def test_in_whatever_order_two_desks_merge_they_know_the_same(
    asked: Path, tmp_path_factory: pytest.TempPathFactory, mine: list, others: list
) -> None:  # type: ignore[type-arg]
    folder = tmp_path_factory.mktemp("两台")
    with opened(Path(shutil.copyfile(asked, folder / "a.gpkg"))) as a, opened(Path(shutil.copyfile(asked, folder / "b.gpkg"))) as b:
        for db, entries, who in ((a, mine, "甲"), (b, others, "乙")):
            for family, state, minutes in entries:
                write(db, family, state, minutes - 60, who=who)
        if mine and others:
            first, second = carried(a, folder, "a.json"), carried(b, folder, "b.json")
            results = [merge_roll_call(a, second, who="甲")[0], merge_roll_call(b, first, who="乙")[0]]
            assert log(a) == log(b)
            assert states(a) == states(b)
            assert [result.rows for result in results] == [len(others), len(mine)]
            assert {one.household for one in results[0].differences} == {one.household for one in results[1].differences}
            newest = {family: max((e for e in log(a) if e[1] == family), key=lambda e: (e[3], e[0]))[2] for family, *_ in (*mine, *others)}
            assert {family: state for family, (state, _) in states(a).items()} == newest
            assert figures(merge_roll_call(a, carried(b, folder, "c.json"), who="甲")[0])[1:3] == (0, 0)


def log(db: Database) -> list[tuple[str, int, str, str]]:
    return db.execute("SELECT uid, household_id, state, at FROM roll_call_entry ORDER BY uid").fetchall()


def test_the_file_holds_no_phone_no_name_and_no_id_number(there: Database, tmp_path: Path) -> None:
    for family in FAMILIES:
        write(there, family, RollState.CALLED, -20, who="乙")
    text = carried(there, tmp_path).read_text("utf-8")
    secrets = [str(value) for row in there.execute("SELECT name, phone, id_number FROM resident") for value in row if value]
    assert [one for one in secrets if one in text] == []


def test_a_merge_tells_how_far_it_is_and_can_be_stopped_with_nothing_written(here: Database, there: Database, tmp_path: Path) -> None:
    write(there, ALONE, RollState.CALLED, -20, who="乙")
    file, told = carried(there, tmp_path), []
    before = contents(here.conn)
    for looks in (0, 1):
        answers = iter([False] * looks + [True])
        with pytest.raises(Cancelled):
            merge_roll_call(here, file, who="甲", cancelled=lambda asked=answers: next(asked))
        assert difference(before, contents(here.conn)) == {}
    merge_roll_call(here, file, who="甲", progress=lambda done, total: told.append((done, total)))
    assert told == [(0, 1), (0, 1)]


def test_without_any_entry_there_is_nothing_to_export(here: Database) -> None:
    with pytest.raises(BadRequest, match="没有可以导出的"):
        carry_roll_call(here.conn, who="甲")


def test_entries_of_a_roll_call_that_was_begun_anew_here_are_not_taken_twice(here: Database, there: Database, tmp_path: Path) -> None:
    write(here, ALONE, RollState.CALLED, -20, who="甲")
    merge_roll_call(there, carried(here, tmp_path), who="乙")
    begin_roll_call(here, 1, who="甲")
    result, change = merge_roll_call(here, carried(there, tmp_path), who="甲")
    assert ([one.reason for one in result.refused], change) == (["这条属于本机的另一次点名"], None)
    assert roll_calls.count_entries(here.conn, 1) == 1
