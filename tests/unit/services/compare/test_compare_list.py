"""Another department's list against ours: every row of theirs and everyone of ours stands in exactly one list."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gisapp.domain.cards import Unit
from gisapp.domain.ledger import LedgerKind
from gisapp.errors import BadRequest, Cancelled
from gisapp.services.compare.compare_list import compare_list, note_revealed
from gisapp.services.compare.comparison import Comparison
from gisapp.services.families.choose_families import find_unit
from gisapp.services.ledger import family_match
from gisapp.services.ledger.family_match import County
from gisapp.services.ledger.import_ledger import import_ledger, read_table
from gisapp.services.ledger.people_rows import PeopleReader, PersonRow
from gisapp.storage.county import history
from tests.builders import ALONE, BARE, ORDINARY, SHARING, opened
from tests.unit.readers.ledgers import text_file, workbook
from tests.unit.services.ledger.test_import_ledger import number
from tests.unit.storage.contents import contents

PEOPLE = ("姓名", "身份证号", "电话", "户编号")
FAMILIES = ("户编号", "户主姓名", "户主身份证号", "村/社区")


def own_number(resident: int, birth: str) -> str:
    """A well-formed number of a made-up man."""
    return number(f"110105{birth.replace('-', '')}{2 * resident + 1:03d}")


@pytest.fixture
def numbered(county: Path) -> Path:
    """The county of six families, everybody with a number that can be read."""
    with opened(county) as db:
        for resident, birth in db.conn.execute("SELECT id, birth_date FROM resident").fetchall():
            db.conn.execute("UPDATE resident SET id_number = ? WHERE id = ?", (own_number(resident, birth), resident))
        db.conn.commit()
    return county


def ours(county: Path) -> list[tuple[int, str, str, str, str]]:
    """(resident, name, number, phone, code) by plain SQL."""
    with opened(county) as db:
        return db.conn.execute(
            "SELECT r.id, r.name, r.id_number, coalesce(r.phone, ''), k.code FROM resident r JOIN household k ON k.id = r.household_id"
            " WHERE r.left_on IS NULL AND k.ended_on IS NULL ORDER BY r.id"
        ).fetchall()


def compared(county: Path, path: Path, kind: str = "residents", *, unit: str | None = None, **options: Any) -> Comparison:
    with opened(county) as db:
        place: Unit | None = find_unit(db.conn, unit) if unit else None
        table = read_table(db.conn, path, LedgerKind(kind), **options)
        found = compare_list(db.conn, table, unit=place, today=date(2026, 7, 12))
    assert found.rows == found.matched + len(found.only_there) + len(found.refused)
    assert found.ours == found.matched + len(found.only_here)
    return found


def listed(folder: Path, rows: Sequence[Sequence[Any]], header: Sequence[str] = PEOPLE) -> Path:
    return workbook(folder / "民政名单.xlsx", (header, *rows))


def test_everybody_is_the_same_when_the_list_says_what_we_say(numbered: Path, tmp_path: Path) -> None:
    found = compared(numbered, listed(tmp_path, [row[1:] for row in ours(numbered)]))
    assert (found.rows, found.same, found.ours) == (11, 11, 11)
    assert found.different == found.only_there == found.only_here == found.refused == ()


def test_a_list_without_families_is_matched_by_number_alone(numbered: Path, tmp_path: Path) -> None:
    rows = [(name, key) for _, name, key, _, _ in ours(numbered)]
    found = compared(numbered, listed(tmp_path, rows[:7], PEOPLE[:2]))
    assert (found.same, [one.name for one in found.only_here]) == (7, [name for name, _ in rows[7:]])


@given(seed=st.integers(0, 10_000))
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_mixture_is_told_apart_as_sets_would(numbered: Path, tmp_path: Path, seed: int) -> None:
    chance, people = random.Random(seed), ours(numbered)
    kept = [one for one in people if chance.random() < 0.6]
    changed = {one[0] for one in kept if chance.random() < 0.4}
    strangers = [(f"外{n}", number(f"11010519{chance.randrange(50, 99)}0101{2 * n + 1:03d}"), "", "") for n in range(chance.randrange(4))]
    rows = [(name, key, "12999999999" if one in changed else phone, code) for one, name, key, phone, code in kept] + strangers
    chance.shuffle(rows)
    found = compared(numbered, listed(tmp_path, rows or [("外人", number("11010519700101881"), "", "")]))
    strangers = strangers if rows else [("外人",)]
    assert {one.name for one in found.only_there} == {row[0] for row in strangers}
    assert {one.name for one in found.only_here} == {one[1] for one in people} - {one[1] for one in kept}
    assert {one.name for one in found.different} == {one[1] for one in kept if one[0] in changed}


def test_differences_stand_side_by_side_and_can_be_masked(numbered: Path, tmp_path: Path) -> None:
    _, name, key, _, _ = ours(numbered)[0]
    found = compared(numbered, listed(tmp_path, [("赵一一", key, "12000000099", "H002")]))
    [one] = found.different
    assert [(each.title, each.ours, each.theirs) for each in one.differences] == [
        ("户编号", "H001", "H002"), ("姓名", name, "赵一一"), ("电话", "12000000001", "12000000099"),
    ]  # fmt: skip
    assert one.differences[2].shown(is_revealed=False) == ("120****0001", "120****0099")


def test_a_mistyped_number_is_found_by_family_and_name(numbered: Path, tmp_path: Path) -> None:
    _, name, key, _, code = ours(numbered)[0]
    found = compared(numbered, listed(tmp_path, [(name, number(key[:14] + "995"), "", code)]))
    assert [each.title for each in found.different[0].differences] == ["身份证号"]


def test_ruined_numbers_and_repeated_ones_are_listed_for_a_decision(numbered: Path, tmp_path: Path) -> None:
    people = ours(numbered)
    rows = [
        (people[0][1], people[0][2], "", ""), (people[0][1], people[0][2], "", ""), ("甲", "4.2E+17", "", ""),
        ("乙", "610924198001010000", "", ""), ("丙", "", "", ""),
    ]  # fmt: skip
    found = compared(numbered, listed(tmp_path, rows))
    assert (found.duplicates, found.ruined, [one.row for one in found.refused]) == ((3,), (4, 5), [3, 4, 5, 6])
    assert all(one.reason for one in found.refused)


def test_a_made_up_number_that_only_looks_rounded_is_not_called_ruined(numbered: Path, tmp_path: Path) -> None:
    odd = "999999194005010000"
    with opened(numbered) as db:
        db.conn.execute("UPDATE resident SET id_number = substr(id_number, 1, 17) || 'X'")
        db.conn.execute("UPDATE resident SET id_number = ? WHERE id = 1", (odd,))
        db.conn.commit()
    rows = [(name, key if key == odd else "", "", code) for _, name, key, _, code in ours(numbered)]
    rows += [(f"外{n}", f"9999991970010{n}0011", "", "") for n in range(1, 10)] * 12
    found = compared(numbered, listed(tmp_path, rows))
    assert set(found.ruined) <= {one.row for one in found.refused}


def test_ours_can_be_narrowed_to_a_unit(numbered: Path, tmp_path: Path) -> None:
    found = compared(numbered, listed(tmp_path, [row[1:] for row in ours(numbered)]), unit="西山村")
    assert (found.scope, found.ours, found.same) == ("西山村", 6, 6)
    assert [one.note[:9] for one in found.only_there] == ["县里有，不在所比对"] * 5


def test_somebody_who_left_is_only_there_with_that_note(numbered: Path, tmp_path: Path) -> None:
    person = ours(numbered)[3]
    with opened(numbered) as db:
        db.conn.execute("UPDATE resident SET left_on = '2025-03-01' WHERE id = ?", (person[0],))
        db.conn.commit()
    found = compared(numbered, listed(tmp_path, [person[1:]]))
    assert "2025-03-01" in found.only_there[0].note
    assert person[1] not in {one.name for one in found.only_here}


def test_families_are_matched_by_code_and_by_their_heads_number(numbered: Path, tmp_path: Path) -> None:
    heads = {code: (name, key) for _, name, key, phone, code in ours(numbered) if phone}
    rows = [
        ("H001", *heads["H001"], "西山村"), ("", *heads["H002"], "东社区"), ("H003", "张三", "", "西山村"),
        ("H004", *heads["H005"], "东社区"), ("H999", "外人", "", "西山村"),
    ]  # fmt: skip
    found = compared(numbered, listed(tmp_path, rows, FAMILIES), "households")
    assert (found.ours, found.same, len(found.refused)) == (6, 1, 1)
    assert [one.household for one in found.different] == [SHARING, ORDINARY]
    assert [(each.title, each.ours, each.theirs) for one in found.different for each in one.differences] == [
        ("村/社区", "西山村", "东社区"), ("户主姓名", "李四", "张三"),
    ]  # fmt: skip
    assert [one.code for one in found.only_there] == ["H999"]
    assert [one.household for one in found.only_here] == [4, 5, BARE]
    assert ALONE not in {one.household for one in found.only_here}


def test_a_village_under_its_old_name_is_no_difference(numbered: Path, tmp_path: Path) -> None:
    with opened(numbered) as db:
        db.conn.execute(
            "INSERT INTO division_name (uid, division_id, name, to_date, reason) VALUES ('x', 4, '老西村', '2019-01-01', 'rename')"
        )
        db.conn.commit()
    rows = [("H001", "赵一", "", "老西村"), ("H003", "李四", "", "没有这村")]
    found = compared(numbered, listed(tmp_path, rows, FAMILIES), "households")
    assert found.same == 1
    assert "没有名为" in found.different[0].differences[0].theirs


def test_comparing_writes_nothing(numbered: Path, tmp_path: Path) -> None:
    path = listed(tmp_path, [(*row[1:4], "H001", "新村9号", "2020-01-01", "西山村") for row in ours(numbered)],
                  (*PEOPLE, "现住址", "搬迁日期", "原籍村"))  # fmt: skip
    with opened(numbered) as db:
        before = contents(db.conn)
        found = compare_list(db.conn, read_table(db.conn, path, LedgerKind.RESIDENTS))
        assert found.different
        assert contents(db.conn) == before


def test_a_layout_chosen_by_hand_in_an_import_is_known_here(numbered: Path, tmp_path: Path) -> None:
    first = text_file(tmp_path / "甲.csv", (("名儿", "号儿", "与户主关系"), ("新人", number("11010519700101001"), "户主")))
    with opened(numbered) as db:
        table = read_table(db.conn, first, LedgerKind.RESIDENTS, mapping="名儿=姓名,号儿=身份证号", header_row=1, sheet=None)
        import_ledger(db, table, who="甲")
    second = text_file(tmp_path / "乙.csv", (("名儿", "号儿", "与户主关系"), ("赵一", ours(numbered)[0][2], "户主")))
    assert compared(numbered, second, sheet="乙", header_row=1).same == 1


def test_whole_numbers_are_kept_in_the_history_with_their_reason(numbered: Path, tmp_path: Path) -> None:
    found = compared(numbered, listed(tmp_path, [row[1:] for row in ours(numbered)]))
    with opened(numbered) as db:
        with pytest.raises(BadRequest):
            note_revealed(db, found, who="甲", why=" ")
        note_revealed(db, found, who="甲", why="核对低保")
        assert (history.newest(db.conn)[0].why, history.newest(db.conn)[0].who) == ("核对低保", "甲")


def test_only_people_and_households_are_compared_and_cancelling_stops(numbered: Path, tmp_path: Path) -> None:
    path = listed(tmp_path, [row[1:] for row in ours(numbered)])
    contacts = listed(tmp_path / ".", [("甲", "网格员", "西山村")], ("姓名", "岗位", "单位"))
    with opened(numbered) as db:
        with pytest.raises(BadRequest):
            compare_list(db.conn, read_table(db.conn, contacts, LedgerKind.CONTACTS))
        path = listed(tmp_path, [row[1:] for row in ours(numbered)])
        table = read_table(db.conn, path, LedgerKind.RESIDENTS)
        with pytest.raises(Cancelled):
            compare_list(db.conn, table, cancelled=lambda: True)


def test_whoever_asks_the_county_can_be_stopped_before_every_piece(numbered: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(family_match, "_PIECE", 2)
    with opened(numbered) as db:
        path = listed(numbered.parent, [row[1:] for row in ours(numbered)])
        people = list(PeopleReader(read_table(db.conn, path, LedgerKind.RESIDENTS), is_strict=False).read())
        asked: list[int] = []
        county = County(db.conn, [one for one in people if isinstance(one, PersonRow)], ask=lambda: asked.append(1))
    assert len(asked) == 6 + 3
    assert [len(county.members(family)) for family in range(1, 7)] == [1, 3, 2, 2, 2, 1]
    assert county.homes_of(BARE)["residence"].house_id == 7
