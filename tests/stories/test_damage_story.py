"""After the flood on the sample county: the board reads 489 / 461 / 28, each figure by plain SQL; a house goes all the way and back."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from gisapp.storage.county import county_file
from tests.stories.command import gisapp
from tests.unit.readers.photos import made_photo

WORKING = "grade <> 'none'"
PLACE = (
    "SELECT d.*, v.name AS village, t.name AS town,"
    " (SELECT count(*) FROM division n WHERE n.name = v.name) AS namesakes FROM damage d"
    " LEFT JOIN house h ON h.uid = d.house_uid LEFT JOIN former_house f ON f.uid = d.house_uid AND h.id IS NULL"
    " LEFT JOIN grid g ON g.id = coalesce(h.grid_id, f.grid_id) LEFT JOIN division v ON v.id = g.division_id"
    " LEFT JOIN division t ON t.id = v.parent_id"
)
LAST_STAGE = (
    "(SELECT s.stage FROM damage_stage s WHERE s.damage_id = d.id ORDER BY coalesce(s.begun_on, s.finished_on) DESC, s.id DESC LIMIT 1)"
)
KEYS = {
    "town": "d.town",
    "village": "CASE WHEN namesakes > 1 THEN d.town || d.village ELSE d.village END",
    "grade": "d.grade",
    "way": "coalesce(d.way, 'undecided')",
    "state": "d.state",
    "stage": f"CASE WHEN d.finished_on IS NOT NULL THEN 'finished' WHEN d.begun_on IS NULL THEN 'to_do' ELSE {LAST_STAGE} END",
}


@pytest.fixture(scope="module")
def county(sample_county: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copyfile(sample_county, tmp_path_factory.mktemp("灾后") / "示例县.gpkg"))


@pytest.fixture
def sql(county: Path) -> Iterator[sqlite3.Connection]:
    with county_file.reading(county) as connection:
        yield connection


def test_the_board_reads_489_461_28(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    board = gisapp(capsys, "--json", "damage", county, "board").data
    assert (board["total"], board["done"], board["open"]) == (489, 461, 28)
    assert (board["rate"], board["rate_base"], len(board["items"])) == ("94.2%", "total", 489)


def test_every_figure_of_the_board_equals_plain_sql(county: Path, sql: sqlite3.Connection, capsys: pytest.CaptureFixture[str]) -> None:
    board = gisapp(capsys, "--json", "damage", county, "board", "--day", "2026-07-12").data
    for name, key in KEYS.items():
        rows = sql.execute(
            f"SELECT {key}, count(*), count(d.finished_on), count(*) - count(d.finished_on) FROM ({PLACE}) d WHERE {WORKING} GROUP BY 1"
        )
        expected = {row[0]: {"total": row[1], "done": row[2], "open": row[3]} for row in rows}
        assert board[f"by_{name}"] == expected, name
    assert board["undamaged"] == sql.execute("SELECT count(*) FROM damage WHERE grade = 'none'").fetchone()[0]
    late = f"SELECT count(*) FROM damage WHERE {WORKING} AND finished_on IS NULL AND planned_on < '2026-07-12'"
    assert board["overdue"] == sql.execute(late).fetchone()[0] > 0
    for month, figures in board["by_month"].items():
        reported, done = sql.execute(
            "SELECT count(*), coalesce(sum(substr(finished_on, 1, 7) <= :month), 0) FROM damage"
            f" WHERE {WORKING} AND substr(reported_on, 1, 7) <= :month",
            {"month": month},
        ).fetchone()
        assert (figures["total"], figures["done"], figures["open"]) == (reported, done, reported - done)


def test_the_sample_says_that_it_is_made_up_and_its_dates_are_in_order(sql: sqlite3.Connection) -> None:
    assert sql.execute("SELECT count(*) FROM damage_event WHERE name NOT LIKE '示例：%'").fetchone()[0] == 0
    assert sql.execute("SELECT count(*) FROM damage WHERE note NOT LIKE '示例：%'").fetchone()[0] == 0
    backwards = "s.begun_on < d.begun_on OR s.finished_on > d.finished_on"
    assert sql.execute(f"SELECT count(*) FROM damage_stage s JOIN damage d ON d.id = s.damage_id WHERE {backwards}").fetchone()[0] == 0
    assert sql.execute("SELECT count(*) FROM damage WHERE max(reported_on, coalesce(finished_on, '')) > '2026-07-12'").fetchone()[0] == 0
    newest = "SELECT state FROM damage_state s WHERE s.damage_id = d.id ORDER BY on_date DESC, id DESC LIMIT 1"
    assert sql.execute(f"SELECT count(*) FROM damage d WHERE state <> ({newest})").fetchone()[0] == 0


def test_a_collapsed_origin_home_goes_all_the_way_and_back(county: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A relocated family's origin home falls in another rain: reported, seen, lost, built anew, given back, and all undone."""

    def damage(*words: object) -> dict[str, object]:
        return gisapp(capsys, "--json", "damage", county, *words).data

    with county_file.reading(county) as connection:
        code, family, number, house = connection.execute(
            "SELECT k.code, k.id, h.number, h.id FROM home m JOIN household k ON k.id = m.household_id JOIN house h ON h.id = m.house_id"
            " WHERE m.role = 'origin' AND m.to_date IS NULL AND m.state = 'vacant'"
            " AND (SELECT count(*) FROM home o WHERE o.house_id = h.id AND o.to_date IS NULL) = 1"
            " AND (SELECT count(*) FROM house o WHERE o.number = h.number) = 1 ORDER BY k.id LIMIT 1"
        ).fetchone()
        before = facts(connection)
    damage("event", "秋雨", "--from", "2026-06-01", "--to", "2026-06-02")
    (made,) = damage("add", "--house", number, "--grade", "collapsed", "--event", "秋雨", "--date", "2026-06-03")["done_ids"]  # type: ignore[misc]
    damage("photo", made, made_photo(tmp_path / "倒塌.jpg", taken="2026:06:03 08:00:00"))
    damage("verify", made, "--date", "2026-06-04")
    assert damage("home", made, "--step", "lost", "--date", "2026-06-04")["families"] == [code]
    card = gisapp(capsys, "--json", "card", county, code).data
    assert [home["state"] for home in card["homes"] if home["role"] == "origin"] == ["lost"]
    damage("way", made, "--way", "rebuild", "--planned", "2026-07-01")
    damage("stage", made, "--stage", "施工", "--begun", "2026-06-10")
    assert damage("board", "--event", "秋雨", "--day", "2026-07-12")["overdue"] == 1
    damage("stage", made, "--stage", "入住", "--finished", "2026-07-10")
    damage("home", made, "--step", "back", "--date", "2026-07-11")
    with county_file.reading(county) as connection:
        states = connection.execute(
            "SELECT state FROM home WHERE household_id = ? AND role = 'origin' ORDER BY from_date", (family,)
        ).fetchall()
        assert states == [("vacant",), ("lost",), ("vacant",)]
        assert connection.execute("SELECT count(*) FROM house WHERE number = ?", (number,)).fetchone()[0] == 1
    told = json.dumps(gisapp(capsys, "--json", "care", county, "timeline", code).data, ensure_ascii=False)
    assert "已核实，倒塌" in told
    assert "重建完工" in told
    for _ in range(9):
        assert gisapp(capsys, "--json", "undo", county).code == 0
    with county_file.reading(county) as connection:
        assert facts(connection) == before
        assert connection.execute("SELECT id FROM house WHERE number = ?", (number,)).fetchone()[0] == house


def facts(connection: sqlite3.Connection) -> list[tuple[object, ...]]:
    """What the story touches, row for row."""
    tables = (
        "damage_event",
        "damage",
        "damage_state",
        "damage_stage",
        "damage_stay",
        "damage_photo",
        "photo",
        "home",
        "former_house",
        "house",
    )
    return [(table, *row) for table in tables for row in connection.execute(f"SELECT * FROM {table} ORDER BY 1")]
