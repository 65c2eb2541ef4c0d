"""Search by whatever a clerk knows, however it is typed."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gisapp.domain.change import Kind
from gisapp.services.places.search_county import search_county
from gisapp.storage.county import county_file, search
from tests.builders import opened


@pytest.fixture(scope="module")
def connection(made_county: Path) -> Iterator[sqlite3.Connection]:
    with county_file.reading(made_county) as connection:
        yield connection


def found(connection: sqlite3.Connection, text: str) -> list[tuple[str, int]]:
    return [(hit.kind.value, hit.id) for hit in search_county(connection, text)]


@pytest.mark.parametrize(
    ("text", "kind", "thing"),
    [
        ("赵一", "resident", 1),
        ("钱小四", "resident", 4),
        ("小四", "resident", 4),
        ("12000000011", "resident", 11),
        ("00011", "resident", 11),
        ("011A", "resident", 11),
        ("99999919850501011a", "resident", 11),
        ("西山村", "division", 4),
        ("610999100201", "division", 4),
        ("紫云南郡", "settlement_site", 1),
        ("G003", "grid", 3),
        ("g003", "grid", 3),
        ("H004", "household", 4),
        ("西山村2组2号", "house", 4),
        ("3号楼2单元601", "house", 7),
        ("东社区小学", "safe_site", 1),
        ("联系人10", "contact", 10),
    ],
)
def test_a_thing_is_found_by_name_initials_tail_phone_number_or_code(
    text: str, kind: str, thing: int, connection: sqlite3.Connection
) -> None:
    assert (kind, thing) in found(connection, text)


def test_several_words_must_all_fit(connection: sqlite3.Connection) -> None:
    assert found(connection, "西山村 2组") == [("house", 2), ("house", 4)]
    assert found(connection, "西山村 赵一") == []


def test_units_come_before_people_and_houses(connection: sqlite3.Connection) -> None:
    kinds = [kind for kind, _ in found(connection, "西山村")]
    assert kinds == ["division", "house", "house", "house", "house"]


def test_a_hit_is_told_from_its_namesakes_and_masked(connection: sqlite3.Connection) -> None:
    [hit] = [hit for hit in search_county(connection, "吴六") if hit.kind is Kind.RESIDENT]
    assert (hit.title, hit.detail, hit.household) == ("吴六", "紫云南郡3号楼1单元101 120****0007", 4)
    for text in ("12000000007", "0007", "吴六", "联系人5"):
        for hit in search_county(connection, text):
            assert "12000000007" not in hit.title + hit.detail
            assert "12100000005" not in hit.title + hit.detail


def test_at_most_the_limit_of_each_kind_is_shown(connection: sqlite3.Connection) -> None:
    assert len(search_county(connection, "西山村", limit=2)) == 3
    assert [hit.kind for hit in search_county(connection, "西山村", limit=1)] == [Kind.DIVISION, Kind.HOUSE]


def test_pinyin_initials_find_people_by_their_beginning(county: Path) -> None:
    with opened(county) as db:
        db.execute("UPDATE resident SET initials = 'qxs' WHERE id = 4")
        db.execute("UPDATE contact SET initials = 'qx' WHERE id = 5")
        search.rebuild(db.conn)
        assert found(db.conn, "QX") == [("resident", 4), ("contact", 5)]
        assert found(db.conn, "qxs") == [("resident", 4)]


def test_an_old_name_of_a_unit_finds_it_and_a_leaver_is_not_found(county: Path) -> None:
    with opened(county) as db:
        db.execute("INSERT INTO division_name (uid, division_id, name, to_date, reason) VALUES ('n', 4, '老西村', '2015-01-01', 'merge')")
        db.execute("UPDATE resident SET left_on = '2026-01-01' WHERE id = 1")
        search.rebuild(db.conn)
        assert found(db.conn, "老西村") == [("division", 4)]
        assert found(db.conn, "赵一") == []
        db.execute("UPDATE resident SET left_on = NULL WHERE id = 1")
        search.refresh(db.conn, Kind.RESIDENT, [1])
        assert found(db.conn, "赵一") == [("resident", 1)]


@pytest.mark.parametrize("text", ["", " ", "\n", "　", "*", '"', "'", "%", "_", "-", "()", "^", "+", ":", "…", "<>"])
def test_text_without_a_word_finds_nothing(text: str, connection: sqlite3.Connection) -> None:
    assert search_county(connection, text) == []


@pytest.mark.parametrize(
    "text",
    [
        '赵一"',
        '"赵一',
        "赵一*",
        "赵一 OR",
        "NOT 赵一",
        "words:赵一",
        "赵一 AND",
        "NEAR(赵一)",
        "赵%",
        "赵_",
        "{words}:赵",
        "-赵一",
        "赵^一",
    ],
)
def test_nothing_typed_is_search_syntax(text: str, connection: sqlite3.Connection) -> None:
    plain = {("resident", 1), *found(connection, "赵")}
    assert set(found(connection, text)) <= plain


def test_a_wildcard_is_no_wildcard(connection: sqlite3.Connection) -> None:
    assert found(connection, "%一") == found(connection, "一")
    assert found(connection, "x1_") == found(connection, "x1")


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.one_of(st.text(max_size=20), st.text("\"'*%_()^:-+ ORANDNOT赵一0129xi\n\0", max_size=20)))
def test_whatever_is_typed_is_answered(text: str, connection: sqlite3.Connection) -> None:
    for hit in search_county(connection, text):
        assert hit.title


def test_hostile_names_are_found_and_shown_as_they_are(county: Path) -> None:
    name = "赵'\"; DROP TABLE resident;--<script>alert(1)</script>\n=1+1"
    with opened(county) as db:
        db.execute("UPDATE resident SET name = ? WHERE id = 1", (name,))
        search.refresh(db.conn, Kind.RESIDENT, [1])
        for text in ("赵 DROP", "script", "赵'\"; DROP TABLE resident;--", name):
            assert [hit.title for hit in search_county(db.conn, text)] == [name]
        assert db.execute("SELECT count(*) FROM resident").fetchone()[0] == 11
