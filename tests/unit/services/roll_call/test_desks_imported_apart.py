"""Two counties that were imported apart from the same ledger, called by two desks on one night: no uid is the same on both."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Sequence
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from gisapp.domain.carried_roll_call import fingerprint, merge_summary, merge_warnings
from gisapp.domain.hazard import HazardKind, HazardLevel
from gisapp.domain.id_number import check_character
from gisapp.domain.ids import new_uid
from gisapp.domain.ledger import LedgerKind
from gisapp.domain.roll_call import Answer, MovedTo, PlaceKind, RollState, local_moment
from gisapp.errors import Cancelled
from gisapp.services.county.undo import undo
from gisapp.services.ledger.import_ledger import import_ledger, read_table
from gisapp.services.roll_call.merge_roll_call import merge_roll_call, preview_merge
from gisapp.services.roll_call.record_roll_call import record_roll_call
from gisapp.services.runs.find_affected import find_affected
from gisapp.storage.hazards.hazards import HazardArea
from tests.builders import box, opened, tiny_county
from tests.unit.readers.ledgers import text_file
from tests.unit.services.two_desks import NOW, WEST, carried, figures
from tests.unit.storage.contents import contents, difference

HOUSE_A, HOUSE_B = "西山村1组1号", "西山村2组1号"
HEADER = ("户编号", "姓名", "与户主关系", "身份证号", "现住址")
SCHOOL = MovedTo(PlaceKind.SAFE_SITE, "东社区小学", 1)


def number(serial: int) -> str:
    body = f"110105197001{serial:02d}00{serial % 10}"
    return body + check_character(body)


def family(serial: int, house: str, *, code: str = "") -> tuple[str, ...]:
    return code, f"试{'甲乙丙丁戊己庚辛'[serial]}", "户主", number(serial + 1), house


CODED = tuple(family(place, HOUSE_A if place < 2 else HOUSE_B, code=f"61099910020100{place}") for place in range(4))
UNCODED = tuple(family(place, HOUSE_A if place < 2 else HOUSE_B) for place in range(4))


def desk(folder: Path, name: str, rows: Sequence[tuple[str, ...]], areas: Sequence[HazardArea] = (WEST,)) -> Path:
    """A county of its own with these families, asked about ``areas``."""
    path = tiny_county(folder / f"{name}.gpkg")
    with opened(path) as db:
        for table in ("household", "resident", "house", "home", "safe_site"):
            for (row,) in db.execute(f"SELECT id FROM {table}").fetchall():  # noqa: S608 - names above
                db.execute(f"UPDATE {table} SET uid = ? WHERE id = ?", (new_uid(), row))  # noqa: S608
        db.conn.commit()
        file = text_file(folder / f"{name}.csv", (HEADER, *rows))
        done = import_ledger(db, read_table(db.conn, file, LedgerKind.RESIDENTS), who="甲")
        assert len(done.plan.new) == len(rows), done.plan.refused
        find_affected(db, areas, who="甲")
    return path


@pytest.fixture
def coded(tmp_path: Path) -> Iterator[tuple[Database, Database]]:
    with opened(desk(tmp_path, "甲", CODED)) as here, opened(desk(tmp_path, "乙", CODED[::-1])) as there:
        yield here, there


@pytest.fixture
def uncoded(tmp_path: Path) -> Iterator[tuple[Database, Database]]:
    """A ledger without codes, in another order on the other desk: the running numbers stand for other families there."""
    with opened(desk(tmp_path, "甲", UNCODED)) as here, opened(desk(tmp_path, "乙", UNCODED[::-1])) as there:
        yield here, there


def named(db: Database, serial: int) -> int:
    row = db.execute("SELECT household_id FROM resident WHERE name = ?", (family(serial, "")[1],)).fetchone()
    return int(row[0])


def call(db: Database, serial: int, state: RollState, minutes: int, place: MovedTo | None = None) -> None:
    record_roll_call(db, 1, [Answer(named(db, serial), state, place)], who="甲", now=NOW + timedelta(minutes=minutes))


def known(db: Database) -> list[tuple[object, ...]]:
    """The whole log by what is the same on every desk, in plain SQL."""
    return db.execute(
        "SELECT e.uid, r.name, e.state, e.place, s.name, e.at, e.who FROM roll_call_entry e"
        " JOIN resident r ON r.household_id = e.household_id AND r.relation = 'head'"
        " LEFT JOIN safe_site s ON s.id = e.safe_site_id ORDER BY 1"
    ).fetchall()


def both_ways(here: Database, there: Database, folder: Path) -> None:
    mine, others = carried(here, folder, "甲.json"), carried(there, folder, "乙.json")
    for db, file in ((here, others), (there, mine)):
        result, _ = merge_roll_call(db, file, who="甲")
        assert not result.refused
        assert figures(result)[0] == result.new + result.older


def test_families_are_recognised_by_their_code_and_both_desks_know_the_same(coded: tuple[Database, Database], tmp_path: Path) -> None:
    here, there = coded
    call(here, 0, RollState.CALLED, -30)
    call(there, 0, RollState.MOVED, -20, SCHOOL)
    call(here, 1, RollState.MOVED, -10, SCHOOL)
    call(there, 2, RollState.REFUSED, -5)
    before = contents(here.conn)
    looked = preview_merge(here.conn, carried(there, tmp_path), who="甲")
    assert (looked.recognised.by_code, looked.recognised.by_head, len(looked.differences)) == (2, 0, 1)
    assert contents(here.conn) == before
    both_ways(here, there, tmp_path)
    assert known(here) == known(there)
    school = ("东社区小学", "东社区小学")
    assert {row[1:5] for row in known(here)} == {
        ("试甲", "called", "", None),
        ("试甲", "moved", *school),
        ("试乙", "moved", *school),
        ("试丙", "refused", "", None),
    }
    undo(here, who="甲")
    assert difference(before, contents(here.conn)) == {}


def test_running_numbers_that_stand_for_other_families_there_mislead_nobody(uncoded: tuple[Database, Database], tmp_path: Path) -> None:
    here, there = uncoded
    codes = [dict(db.execute("SELECT name, code FROM resident r JOIN household k ON k.id = household_id").fetchall()) for db in uncoded]
    assert codes[0]["试甲"] == codes[1]["试丁"] != codes[1]["试甲"]
    for serial, state in enumerate((RollState.MOVED, RollState.REFUSED, RollState.CALLED, RollState.ELSEWHERE)):
        call(there, serial, state, serial - 20)
    looked = preview_merge(here.conn, carried(there, tmp_path), who="甲")
    assert (figures(looked), looked.recognised.by_head, looked.recognised.by_code) == ((4, 4, 0, 0, 0), 4, 0)
    call(here, 3, RollState.CALLED, -1)
    both_ways(here, there, tmp_path)
    assert known(here) == known(there)
    newest = {row[1]: row[2] for row in sorted(known(here), key=lambda row: (row[5], row[0]))}
    assert newest == {"试甲": "moved", "试乙": "refused", "试丙": "called", "试丁": "called"}


def test_a_copy_of_the_county_file_is_recognised_like_its_file(coded: tuple[Database, Database], tmp_path: Path) -> None:
    here, there = coded
    call(there, 0, RollState.MOVED, -20, SCHOOL)
    there.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    copy = Path(shutil.copyfile(tmp_path / "乙.gpkg", tmp_path / "拷来.gpkg"))
    result, _ = merge_roll_call(here, copy, who="甲")
    assert (figures(result), result.recognised.by_code) == ((1, 1, 0, 0, 0), 1)
    assert known(here) == known(there)


REASONS = [
    (family(5, HOUSE_B, code="610999100201000"), "户编号相同，但户主不是同一人"),
    (family(5, HOUSE_A), "本县文件里没有这一户"),
]


@pytest.mark.parametrize(("other", "reason"), REASONS)
def test_what_is_doubtful_is_refused_with_its_reason(tmp_path: Path, other: tuple[str, ...], reason: str) -> None:
    with opened(desk(tmp_path, "甲", CODED)) as here, opened(desk(tmp_path, "乙", [other])) as there:
        row = there.execute("SELECT household_id FROM resident WHERE name = ?", (other[1],)).fetchone()
        record_roll_call(there, 1, [Answer(int(row[0]), RollState.MOVED)], who="乙", now=NOW - timedelta(minutes=5))
        before = contents(here.conn)
        result, change = merge_roll_call(here, carried(there, tmp_path), who="甲")
        assert ([one.reason for one in result.refused], change) == ([reason], None)
        assert difference(before, contents(here.conn)) == {}


def test_without_an_id_number_on_one_desk_code_and_name_are_proof(coded: tuple[Database, Database], tmp_path: Path) -> None:
    here, there = coded
    there.execute("UPDATE resident SET id_number = NULL")
    there.conn.commit()
    call(there, 0, RollState.CALLED, -20)
    result, _ = merge_roll_call(here, carried(there, tmp_path), who="甲")
    assert (figures(result), result.recognised.by_code) == ((1, 1, 0, 0, 0), 1)


def changed(file: Path, **values: object) -> Path:
    """The file with other values in its first entry, sealed anew."""
    data = json.loads(file.read_text("utf-8"))
    data["entries"][0] |= values
    file.write_text(json.dumps(data | {"sha256": fingerprint(data)}), "utf-8")
    return file


@pytest.mark.parametrize(
    ("marks", "reason"),
    [
        (["", "", "", ""], "户编号相同，但没有户主或房屋可以核对"),
        (None, "户编号相同，但没有户主或房屋可以核对"),
        (["", "", "", "0000"], "户编号相同，但不是同一处房屋"),
        (["", "0000", "", ""], "户编号相同，但户主不是同一人"),
    ],
)
def test_a_code_alone_is_no_proof(coded: tuple[Database, Database], tmp_path: Path, marks: object, reason: str) -> None:
    here, there = coded
    call(there, 0, RollState.CALLED, -20)
    result, change = merge_roll_call(here, changed(carried(there, tmp_path), marks=marks), who="甲")
    assert ([one.reason for one in result.refused], change) == ([reason], None)


def test_several_families_that_fit_are_nobody(uncoded: tuple[Database, Database], tmp_path: Path) -> None:
    here, there = uncoded
    call(there, 0, RollState.CALLED, -20)
    here.execute("UPDATE resident SET id_number = NULL WHERE name = '试乙'")
    file = carried(there, tmp_path)
    marks = json.loads(file.read_text("utf-8"))["entries"][0]["marks"]
    here.execute("UPDATE resident SET id_number = ? WHERE name = '试乙'", (number_like(marks[0]),))
    here.conn.commit()
    result, change = merge_roll_call(here, file, who="甲")
    assert ([one.reason for one in result.refused], change) == (["本机有 2 户的户主和房屋都对得上"], None)


def number_like(mark: str) -> str:
    """Another number with the same mark: there are about a thousand of them in a county."""
    from gisapp.domain.carried_family import family_marks

    bodies = (f"1101051980{month:02d}{day:02d}{serial:03d}" for month in range(1, 13) for day in range(1, 29) for serial in range(1000))
    return next(full for body in bodies if family_marks(full := body + check_character(body), "", "", "").id_number == mark)


def test_two_families_there_that_fit_one_here_are_nobody(coded: tuple[Database, Database], tmp_path: Path) -> None:
    here, there = coded
    call(there, 0, RollState.CALLED, -20)
    call(there, 1, RollState.MOVED, -10)
    file = carried(there, tmp_path)
    second = json.loads(file.read_text("utf-8"))["entries"][1]
    changed(file, code=second["code"], marks=second["marks"])
    result, change = merge_roll_call(here, file, who="甲")
    assert ([one.reason for one in result.refused], change) == (["对方有几户都对上本机的同一户"] * 2, None)


WIDE = HazardArea(None, "月河", HazardKind.FLOOD, HazardLevel.RED, "测试", None, None, box(0, 0, 2500, 4000))
EAST_SIDE = HazardArea(None, "东沟", HazardKind.LANDSLIDE, HazardLevel.ORANGE, "测试", None, None, box(3000, 0, 500, 4000))


def test_in_what_the_two_runs_differ_is_told(tmp_path: Path) -> None:
    with opened(desk(tmp_path, "甲", CODED)) as here, opened(desk(tmp_path, "乙", CODED, [WIDE, EAST_SIDE])) as there:
        there.execute("UPDATE hazard_run SET at = ?", ((NOW - timedelta(hours=2)).isoformat(timespec="seconds"),))
        there.execute("UPDATE hazard_run SET question = json_set(question, '$.counted_at', 'sleeping', '$.buffer_m', 50.0)")
        there.conn.commit()
        here.execute("UPDATE hazard_run SET at = ?", (NOW.isoformat(timespec="seconds"),))
        here.conn.commit()
        call(there, 0, RollState.CALLED, -20)
        looked = preview_merge(here.conn, carried(there, tmp_path), who="甲")
        told = {one.what: (one.ours, one.theirs) for one in looked.run_differences}
        assert told.pop("研判时间")[1].endswith(f"{local_moment((NOW - timedelta(hours=2)).isoformat()):%H:%M}")
        inside = told.pop("险区里")
        assert told == {
            "人按哪里计": ("在住的住房", "现住何处"),
            "外扩（米）": ("0", "50"),
            "只有一台问的险区": ("—", "东沟（橙色）"),
            "险区“月河（红色）”": ("1 块 800.00 公顷", "1 块 1,000.00 公顷"),
        }
        assert inside[0] != inside[1]
        assert f"两台的研判有 {len(looked.run_differences)} 处不同，请核对。" in merge_warnings(looked)


def test_desks_that_asked_the_same_at_one_time_have_no_difference(coded: tuple[Database, Database], tmp_path: Path) -> None:
    here, there = coded
    for db in coded:
        db.execute("UPDATE hazard_run SET at = ?", (NOW.isoformat(timespec="seconds"),))
        db.conn.commit()
    call(there, 0, RollState.CALLED, -20)
    looked = preview_merge(here.conn, carried(there, tmp_path), who="甲")
    assert looked.run_differences == ()
    assert merge_warnings(looked) == []
    assert merge_summary(looked).splitlines()[1] == "两台分别导入的户：1 户按户编号对上，0 户按户主和房屋对上。"


def test_families_off_our_list_are_counted_and_kept(tmp_path: Path) -> None:
    north = HazardArea(None, "北沟", HazardKind.FLOOD, HazardLevel.RED, "测试", None, None, box(0, 2000, 2000, 2000))
    with opened(desk(tmp_path, "甲", CODED, [north])) as here, opened(desk(tmp_path, "乙", CODED)) as there:
        call(there, 0, RollState.CALLED, -20)
        call(there, 3, RollState.CALLED, -10)
        result, _ = merge_roll_call(here, carried(there, tmp_path), who="甲")
        assert (figures(result), result.off_list) == ((2, 2, 0, 0, 0), 1)
        assert known(here) == known(there)


def test_a_file_of_an_earlier_program_says_nothing_of_its_run(here: Database, there: Database, tmp_path: Path) -> None:
    record_roll_call(there, 1, [Answer(1, RollState.CALLED)], who="乙", now=NOW - timedelta(minutes=5))
    file = carried(there, tmp_path)
    data = json.loads(file.read_text("utf-8"))
    del data["run"], data["entries"][0]["marks"]
    file.write_text(json.dumps(data | {"sha256": fingerprint(data)}), "utf-8")
    result, _ = merge_roll_call(here, file, who="甲")
    assert (figures(result), result.run_differences) == ((1, 1, 0, 0, 0), ())
    assert merge_warnings(result) == ["文件没有写明对方点的是哪次研判，无法核对两台的研判是否相同。"]


def test_nothing_in_the_file_tells_who_anybody_is(coded: tuple[Database, Database], tmp_path: Path) -> None:
    _, there = coded
    for serial in range(4):
        call(there, serial, RollState.CALLED, -20)
    file = carried(there, tmp_path)
    marks = [one["marks"] for one in json.loads(file.read_text("utf-8"))["entries"]]
    assert {len(mark) for some in marks for mark in some} == {0, 4}
    secrets = {HOUSE_A, HOUSE_B, *(number(serial + 1) for serial in range(4)), *(row[1] for row in CODED)}
    assert [one for one in secrets if one in file.read_text("utf-8")] == []


@pytest.mark.parametrize("looks", [0, 1])
def test_a_look_can_be_stopped(coded: tuple[Database, Database], tmp_path: Path, looks: int) -> None:
    here, there = coded
    call(there, 0, RollState.CALLED, -20)
    file, answers = carried(there, tmp_path), iter([False] * looks + [True] * 1_000_000)
    with pytest.raises(Cancelled):
        preview_merge(here.conn, file, who="甲", cancelled=lambda: next(answers))


WRITTEN = st.lists(st.tuples(st.integers(0, 3), st.sampled_from(tuple(RollState)), st.integers(0, 40)), min_size=1, max_size=6)


@pytest.fixture(scope="module")
def apart(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, Path]:
    """Three desks, each imported on its own: the third takes what the first two say in one order, then in the other."""
    folder = tmp_path_factory.mktemp("分别")
    return desk(folder, "甲", UNCODED), desk(folder, "乙", UNCODED[::-1]), desk(folder, "丙", (*UNCODED[2:], *UNCODED[:2]))


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(mine=WRITTEN, others=WRITTEN)
def test_in_whatever_order_desks_imported_apart_merge_they_know_the_same(
    apart: tuple[Path, Path, Path], tmp_path_factory: pytest.TempPathFactory, mine: list, others: list
) -> None:  # type: ignore[type-arg]
    folder = tmp_path_factory.mktemp("三台")
    files = [Path(shutil.copyfile(path, folder / name)) for path, name in zip((*apart, apart[2]), "abcd", strict=True)]
    with opened(files[0]) as a, opened(files[1]) as b, opened(files[2]) as c, opened(files[3]) as d:
        for db, entries in ((a, mine), (b, others)):
            for serial, state, minutes in entries:
                call(db, serial, state, minutes - 60)
        first, second = carried(a, folder, "a.json"), carried(b, folder, "b.json")
        for db, order in ((a, [second]), (b, [first]), (c, [first, second]), (d, [second, first])):
            for file in order:
                assert not merge_roll_call(db, file, who="丙")[0].refused
        assert known(a) == known(b) == known(c) == known(d)
        assert len(known(a)) == len(mine) + len(others)
