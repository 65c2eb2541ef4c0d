"""A night at county size on two desks: thousands of entries, every figure found again by plain SQL on the log."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections import Counter
from pathlib import Path
from random import Random
from typing import Any

import pytest

from gisapp.domain.roll_call import Answer, RollState
from gisapp.services.roll_call.list_roll_call import list_roll_call
from gisapp.services.roll_call.record_roll_call import record_roll_call
from gisapp.services.roll_call.report_roll_call import report_roll_call
from gisapp.storage.county import county_file
from tests.stories.command import gisapp

STATES = tuple(state.value for state in RollState)


@pytest.fixture(scope="module")
def county(sample_county: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copy(sample_county, tmp_path_factory.mktemp("全县") / "示例县 1.gpkg"))


def plain(county: Path, sql: str, *values: object) -> list[tuple[Any, ...]]:
    """Plain SQL on the file as any program would run it."""
    with sqlite3.connect(f"{county.as_uri()}?mode=ro", uri=True) as connection:
        return connection.execute(sql, values).fetchall()


def newest(county: Path) -> dict[int, str]:
    """family -> state of its newest entry, read off the log one by one."""
    rows = plain(county, "SELECT household_id, state, at, uid FROM roll_call_entry")
    return {family: state for family, state, _at, _uid in sorted(rows, key=lambda row: (row[2], row[3]))}


def call(county: Path, families: list[int], dice: Random, *, who: str) -> None:
    """Some families in one go as a bulk, the others one by one, some of them twice."""
    with county_file.writing(county) as db:
        record_roll_call(db, 1, [Answer(family, RollState.CALLED) for family in families[:1_500]], who=who)
        for family in families[1_400:1_700]:
            record_roll_call(db, 1, [Answer(family, dice.choice(tuple(RollState)))], who=who)


def test_two_desks_call_a_whole_river_and_every_figure_equals_plain_sql(
    county: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run = gisapp(capsys, "--json", "affected", county, "--hazard", "月河洪涝 7月12日").data
    other = Path(shutil.copy(county, tmp_path / "另一台.gpkg"))
    families = [row[0] for row in plain(county, "SELECT household_id FROM hazard_run_household WHERE run_id = ?", run["run"])]
    dice = Random(12)
    dice.shuffle(families)
    call(county, families, dice, who="甲")
    call(other, families[::-1][: len(families) * 3 // 4], dice, who="乙")
    both = len(set(newest(county)) & set(newest(other)))
    file = tmp_path / "点名.json"
    gisapp(capsys, "rollcall", other, "export", file)
    merged = gisapp(capsys, "--json", "rollcall", county, "merge", file).data
    assert merged["rows"] == merged["new"] + merged["older"] + merged["same"] == len(plain(other, "SELECT 1 FROM roll_call_entry")) == 1_800
    assert len(merged["differences"]) <= both
    gisapp(capsys, "rollcall", county, "export", tmp_path / "回.json")
    back = gisapp(capsys, "--json", "rollcall", other, "merge", tmp_path / "回.json").data
    assert (back["rows"], back["same"]) == (3_600, 1_800)
    assert newest(county) == newest(other)
    assert_board_equals_plain_sql(county, run, capsys)
    moved = gisapp(capsys, "--json", "rollcall", county, "list", "--state", "moved").data["entries"]
    assert sorted(one["family"] for one in moved) == codes(county, "moved")
    waiting = gisapp(capsys, "--json", "rollcall", county, "list", "--state", "not_reached").data["entries"]
    assert sorted(one["family"] for one in waiting) == codes(county, "not_reached")
    levels = [("red", "orange", "yellow", "blue").index(one["level"]) for one in waiting]
    assert levels == sorted(levels)
    gisapp(capsys, "undo", county)
    assert len(plain(county, "SELECT 1 FROM roll_call_entry")) == 1_800
    assert json.loads(plain(county, "SELECT totals FROM hazard_run")[0][0])["total"]["households"] == len(families)


def assert_board_equals_plain_sql(county: Path, run: dict[str, Any], capsys: pytest.CaptureFixture[str]) -> None:
    board = gisapp(capsys, "--json", "rollcall", county, "board").data
    known = newest(county)
    rows = plain(
        county,
        "SELECT household_id, residents, grid.code FROM hazard_run_household x JOIN house ON house.id = house_id"
        " JOIN grid ON grid.id = grid_id",
    )
    assert (board["families"], board["people"]) == (run["households"], run["residents"])
    families = Counter(known.get(family, "not_reached") for family, _people, _grid in rows)
    assert {state: board[state] for state in STATES} == {state: families[state] for state in STATES}
    assert sum(board[state] for state in STATES) == board["families"]
    people = Counter[str]()
    grids: dict[str, Counter[str]] = {}
    for family, count, grid in rows:
        people[known.get(family, "not_reached")] += count
        grids.setdefault(grid, Counter())[known.get(family, "not_reached")] += 1
    assert {state: board["people_by_state"][state] for state in STATES} == {state: people[state] for state in STATES}
    assert {code: {state: one[state] for state in STATES} for code, one in board["by_grid"].items()} == {
        code: {state: counted[state] for state in STATES} for code, counted in grids.items()
    }
    for places in (board["by_town"].values(), board["by_village"], board["by_grid"].values()):
        assert sum(one["families"] for one in places) == board["families"]
        assert sum(one["people"] for one in places) == board["people"]
    out = families["moved"] + families["elsewhere"]
    assert board["out_percent"] == out * 100 // board["families"]


def codes(county: Path, state: str) -> list[str]:
    known = newest(county)
    rows = plain(county, "SELECT household_id, code FROM hazard_run_household JOIN household ON id = household_id")
    return sorted(code for family, code in rows if known.get(family, "not_reached") == state)


def test_the_list_and_the_report_hold_every_family_of_the_run(county: Path) -> None:
    with county_file.reading(county) as connection:
        rows, report = list_roll_call(connection), report_roll_call(connection)
    assert len(rows) == len({row.household for row in rows}) == report.total.families
    assert sum(row.call.residents for row in rows) == report.total.people
