"""A small county made by the sample's own code: whole, repeatable, and never half there."""

from __future__ import annotations

import json
import sqlite3
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from gisapp.errors import BadFile, BadRequest, Cancelled
from gisapp.services.county import make_sample as verb
from gisapp.services.county.make_sample import SampleCounts, make_sample, make_small_county
from gisapp.services.families.report_sleeping import count_stale
from gisapp.services.sample.families import make_members, sized
from gisapp.services.sample.names import initials_of
from gisapp.services.sample.people import id_numbers, phones
from gisapp.storage.county import county_file
from gisapp.storage.county.history import TABLES


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, SampleCounts]:
    path = tmp_path_factory.mktemp("示例") / "小县 '1'.gpkg"
    return path, make_small_county(path)


def content(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Everything in the file but the two clock times that may differ."""
    with county_file.reading(path) as connection:
        tables = [*TABLES, "house_hazard", "division_name", "search_index", "gpkg_geometry_columns"]
        found = {table: connection.execute(f"SELECT * FROM {table}").fetchall() for table in tables}  # noqa: S608
        for table in ("division", "grid", "house", "hazard_area"):
            found[f"rtree {table}"] = connection.execute(f"SELECT * FROM rtree_{table}_geom ORDER BY id").fetchall()  # noqa: S608
    return found


def number(connection: sqlite3.Connection, sql: str) -> int:
    return int(connection.execute(sql).fetchone()[0])


def test_the_same_seed_gives_the_same_content(small: tuple[Path, SampleCounts], tmp_path: Path) -> None:
    make_small_county(tmp_path / "b.gpkg")
    assert content(small[0]) == content(tmp_path / "b.gpkg")


def test_another_seed_gives_another_county(small: tuple[Path, SampleCounts], tmp_path: Path) -> None:
    make_small_county(tmp_path / "b.gpkg", seed=7)
    one, other = content(small[0]), content(tmp_path / "b.gpkg")
    assert len(one["resident"]) == len(other["resident"])
    assert not {row[1] for row in one["household"]} & {row[1] for row in other["household"]}


def test_everything_is_present_in_the_promised_number(small: tuple[Path, SampleCounts]) -> None:
    path, counts = small
    assert (counts.towns, counts.grids, counts.settlements) == (2, 60, 1)
    assert (counts.households, counts.residents, counts.relocated) == (1_500, 4_500, 90)
    with county_file.reading(path) as connection:
        wanted = (("hazard_area", 5), ("safe_site", 8), ("waterway", 3), ("road", 5), ("former_house", 5), ("division_name", 1))
        for table, least in wanted:
            assert number(connection, f"SELECT count(*) FROM {table}") >= least  # noqa: S608
        assert number(connection, "SELECT count(*) FROM house") == counts.houses
        assert number(connection, "SELECT count(*) FROM contact") == counts.contacts
        assert number(connection, "SELECT count(*) FROM home WHERE role = 'origin' AND state = 'lived_in'") > 0


def test_both_lines_have_written_and_some_of_it_is_open_and_overdue(small: tuple[Path, SampleCounts]) -> None:
    with county_file.reading(small[0]) as connection:
        entries, waiting = "SELECT count(*) FROM care_entry", "kind IN ('need', 'alarm') AND closed_on IS NULL"
        for kind in ("visit", "call", "need", "alarm"):
            assert number(connection, f"{entries} WHERE kind = '{kind}'") >= 6
        overdue = number(connection, f"{entries} WHERE {waiting} AND due_on < '2026-07-12'")
        assert 0 < overdue < number(connection, f"{entries} WHERE {waiting}")
        assert number(connection, f"{entries} WHERE on_date > '2026-07-12' OR closed_on > '2026-07-12' OR closed_on < on_date") == 0
        assert number(connection, f"{entries} c JOIN household k ON k.id = c.household_id WHERE k.relocated_on IS NULL") == 0
        assert number(connection, "SELECT count(DISTINCT line) FROM care_entry") == 2


def test_some_sleeping_places_of_relocated_families_are_stale(small: tuple[Path, SampleCounts]) -> None:
    with county_file.reading(small[0]) as connection:
        people = "SELECT count(*) FROM resident r JOIN household k ON k.id = r.household_id WHERE k.relocated_on IS NOT NULL"
        every, stale = number(connection, people), count_stale(connection, day=date(2026, 7, 12))
        assert 0.05 * every < stale < 0.95 * every
        assert number(connection, "SELECT count(*) FROM resident WHERE sleeping_checked_on <= sleeping_since") == 0
        assert number(connection, f"{people.replace('NOT NULL', 'NULL')} AND sleeping_checked_on IS NOT NULL") == 0


def test_triggers_and_indexes_are_back_as_the_schema_has_them(small: tuple[Path, SampleCounts], tmp_path: Path) -> None:
    county_file.create(tmp_path / "empty.gpkg", name="x", srs_id=4545, srs_name="x", srs_wkt="x")
    sql = "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_stat%' ORDER BY type, name"
    with county_file.reading(small[0]) as made, county_file.reading(tmp_path / "empty.gpkg") as empty:
        assert made.execute(sql).fetchall() == empty.execute(sql).fetchall()


def test_the_finished_file_is_sound_and_lies_alone(small: tuple[Path, SampleCounts]) -> None:
    path, _ = small
    with county_file.reading(path) as connection:
        assert county_file.quick_check(connection) == ()
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_it_says_that_it_is_made_up(small: tuple[Path, SampleCounts]) -> None:
    with county_file.reading(small[0]) as connection:
        settings = {key: json.loads(value) for key, value in connection.execute("SELECT key, value FROM setting")}
    assert settings["is_sample"] is True
    assert settings["seed"] == 20260712
    assert settings["reference_day"] == "2026-07-12"


def test_an_existing_file_is_refused_and_stays(tmp_path: Path) -> None:
    path = tmp_path / "a.gpkg"
    path.write_text("mine")
    with pytest.raises(BadFile, match="已经存在"):
        make_sample(path)
    assert path.read_text() == "mine"


def test_a_missing_folder_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(BadFile, match="文件夹不存在"):
        make_small_county(tmp_path / "nowhere" / "a.gpkg")


@pytest.mark.parametrize("times", [0, -1, 21])
def test_odd_multiples_are_refused(tmp_path: Path, times: int) -> None:
    with pytest.raises(BadRequest):
        make_sample(tmp_path / "a.gpkg", times=times)


@pytest.mark.parametrize("after", [1, 5, 7, 9, 11])
def test_cancelling_at_any_step_leaves_nothing_on_disk(tmp_path: Path, after: int) -> None:
    asked: list[int] = []

    def cancelled() -> bool:
        asked.append(1)
        return len(asked) >= after

    with pytest.raises(Cancelled):
        make_small_county(tmp_path / "a.gpkg", cancelled=cancelled)
    assert list(tmp_path.iterdir()) == []


def test_a_failure_while_writing_leaves_nothing_on_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("torn")

    monkeypatch.setattr(verb, "write_people", broken)
    with pytest.raises(RuntimeError):
        make_small_county(tmp_path / "a.gpkg")
    assert list(tmp_path.iterdir()) == []


def test_leftovers_of_a_killed_run_do_not_hinder(tmp_path: Path) -> None:
    (tmp_path / "a.gpkg.part").write_text("half")
    make_small_county(tmp_path / "a.gpkg")
    assert [file.name for file in tmp_path.iterdir()] == ["a.gpkg"]


def test_progress_rises_to_the_whole(tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    make_small_county(tmp_path / "a.gpkg", progress=lambda done, total: seen.append((done, total)))
    done = [step[0] for step in seen]
    assert done == sorted(done)
    assert seen[-1] == (100, 100)
    assert len(seen) > 8


def test_family_sizes_add_up_exactly() -> None:
    sizes = sized(np.random.default_rng(1), 692, 2_688)
    assert sizes.sum() == 2_688
    assert sizes.min() >= 1
    assert sizes.max() <= 7


def test_a_family_has_one_head_and_children_younger_than_it() -> None:
    sizes = sized(np.random.default_rng(1), 4_000, 12_500)
    members = make_members(np.random.default_rng(1), sizes)
    head = np.flatnonzero(members.relation == 0)
    assert (members.family[head] == np.arange(4_000)).all()
    child = members.relation == 2
    gap = members.age_days[head][members.family[child]] - members.age_days[child]
    assert gap.min() > 15 * 365
    spouse = members.relation == 1
    assert (members.is_female[spouse] != members.is_female[head][members.family[spouse]]).all()
    assert members.age_days[spouse].min() > 20 * 365


def test_id_numbers_differ_fit_the_birth_date_and_have_a_wrong_check_digit() -> None:
    birth = np.repeat(np.array(["1971-02-28", "2000-02-29"], dtype="datetime64[D]"), 300)
    female = np.arange(600) % 2 == 0
    numbers = id_numbers(np.random.default_rng(1), birth, female, np.full(600, 610921))
    assert len(set(numbers)) == 600
    for text, is_female in zip(numbers, female.tolist(), strict=True):
        assert len(text) == 18
        assert (int(text[16]) % 2 == 0) == is_female
        right = "10X98765432"[sum(int(d) * (2 ** (17 - at) % 11) for at, d in enumerate(text[:17])) % 11]
        assert text[17] != right
    assert numbers[0][:14] == "61092119710228"


def test_phones_bear_a_prefix_no_operator_has_and_differ() -> None:
    found = phones(np.random.default_rng(1), 5_000, has_phone=np.ones(5_000, dtype=bool))
    assert len(set(found)) == 5_000
    assert all(phone is not None and len(phone) == 11 and phone.startswith("12") for phone in found)


@pytest.mark.parametrize(
    ("name", "initials"), [("单小平", "sxp"), ("解明", "xm"), ("曾国华", "zgh"), ("仇芳", "qf"), ("查建军", "zjj"), ("", "")]
)
def test_surnames_are_read_as_surnames(name: str, initials: str) -> None:
    assert initials_of(name) == initials


DAMAGE = ("damage_event", "damage", "damage_state", "damage_stage")
"""Of the last summer's rain that is long enough ago: often the same one."""


def test_another_day_dates_only_what_was_written_down_lately(small: tuple[Path, SampleCounts], tmp_path: Path) -> None:
    make_small_county(tmp_path / "b.gpkg", day=date(2027, 3, 1))
    one, other = content(small[0]), content(tmp_path / "b.gpkg")
    newest = []
    for path in (small[0], tmp_path / "b.gpkg"):
        with county_file.reading(path) as connection:
            newest.append(connection.execute("SELECT max(on_date), max(sleeping_checked_on) FROM care_entry, resident").fetchone())
    assert max(newest[0]) <= "2026-07-12" < "2027-02-01" < min(newest[1])
    assert {table for table in one if one[table] != other[table]} - set(DAMAGE) == {"setting", "care_entry", "resident"}


def test_a_day_before_the_county_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadRequest, match="2020-01-01"):
        make_sample(tmp_path / "a.gpkg", day=date(2020, 1, 1))
