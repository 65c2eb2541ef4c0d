"""A county is looked up family by family: how many at once changes nothing, and the texts of a row read as a dictionary does."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gisapp.domain.ledger import LedgerKind
from gisapp.services.ledger import families
from gisapp.services.ledger.groups import Grouping
from gisapp.services.ledger.import_ledger import LedgerPlan, preview_ledger, read_table
from gisapp.services.ledger.people_rows import PeopleReader, PersonRow, RowTexts
from tests.builders import opened
from tests.unit.readers.ledgers import text_file

TITLES = ("户编号", "姓名", "与户主关系", "身份证号", "性别", "出生日期", "电话", "现住址")
DAY = date(2026, 7, 12)
CHANGES = st.lists(
    st.tuples(st.integers(0, 11), st.sampled_from((None, *range(len(TITLES)))), st.sampled_from(("", "12000000099", "甲", "户主", "妻")))
)
EASY = settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


@pytest.fixture
def numbered(county: Path) -> Path:
    """The small county with ID numbers that can be read."""
    with opened(county) as db, db.atomic():
        db.execute("UPDATE resident SET id_number = substr(id_number, 1, 17) || '1'")
        db.execute("UPDATE resident SET sex = CASE WHEN substr(id_number, 17, 1) % 2 THEN 'male' ELSE 'female' END")
    return county


def own_rows(county: Path) -> list[tuple[str, ...]]:
    sql = (
        "SELECT k.code, r.name, r.relation, coalesce(r.id_number, ''), CASE r.sex WHEN 'male' THEN '男' ELSE '女' END, r.birth_date,"
        " coalesce(r.phone, ''), '' FROM resident r JOIN household k ON k.id = r.household_id ORDER BY r.id"
    )
    words = {"head": "户主", "spouse": "配偶", "child": "子"}
    with opened(county) as db:
        return [tuple(words.get(cell, cell) for cell in row) for row in db.execute(sql)]


def told(plan: LedgerPlan) -> Any:
    """All of a plan but the names that are drawn anew every time."""
    insertions = [(one.table, {name: values for name, values in one.columns.items() if name != "uid"}) for one in plan.writes.insertions]
    return replace(plan, writes=replace(plan.writes, insertions=())), insertions


@EASY
@given(changes=CHANGES, left_out=st.sets(st.sampled_from(TITLES[:1] + TITLES[3:4])))
def test_how_many_families_are_looked_up_at_once_changes_nothing(
    numbered: Path, monkeypatch: pytest.MonkeyPatch, changes: Sequence[tuple[int, int | None, str]], left_out: set[str]
) -> None:
    rows = [list(row) for row in own_rows(numbered)]
    for place, column, text in changes:
        if column is None:
            rows.append(list(rows[place % len(rows)]))
        else:
            rows[place % len(rows)][column] = text
    kept = [place for place, title in enumerate(TITLES) if title not in left_out]
    path = text_file(numbered.parent / "台账.csv", [[row[place] for place in kept] for row in [list(TITLES), *rows]])
    plans = []
    with opened(numbered) as db:
        table = read_table(db.conn, path, LedgerKind.RESIDENTS)
        for at_once in (1, 2, 10_000):
            monkeypatch.setattr(families, "_FAMILIES_AT_ONCE", at_once)
            plans.append(told(preview_ledger(db.conn, table, today=DAY)))
    assert plans[0] == plans[1] == plans[2]


def test_families_are_handed_over_in_order_and_kept_no_longer(numbered: Path, tmp_path: Path) -> None:
    path = text_file(tmp_path / "台账.csv", [TITLES, *own_rows(numbered)])
    grouping = Grouping()
    with opened(numbered) as db:
        people = list(PeopleReader(read_table(db.conn, path, LedgerKind.RESIDENTS), is_strict=False).read())
    for person in people:
        assert isinstance(person, PersonRow)
        grouping.add(person)
    grouping.finish()
    codes = [group.code for group in grouping.groups]
    pieces = [[group.code for group in some] for some in grouping.hand_over(4)]
    assert [len(some) for some in pieces] == [4, 2]
    assert [code for some in pieces for code in some] == codes == sorted(codes)
    assert grouping.groups == []


@given(
    places=st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 7)),
    cells=st.lists(st.sampled_from(["", " ", "甲", " 乙 ", "0"]), max_size=6),
)
def test_texts_of_a_row_are_those_of_its_filled_cells(places: Mapping[str, int], cells: list[str]) -> None:
    wanted = {key: cells[place].strip() for key, place in places.items() if place < len(cells) and cells[place].strip()}
    found = RowTexts(places, cells)
    assert dict(found) == wanted
    assert (len(found), list(found)) == (len(wanted), list(wanted))
    for key in "abcdefg":
        assert (key in found, found.get(key, "-")) == (key in wanted, wanted.get(key, "-"))


@pytest.mark.parametrize("kind", [LedgerKind.RESIDENTS, LedgerKind.HOUSEHOLDS])
def test_a_person_keeps_the_texts_of_its_row(numbered: Path, tmp_path: Path, kind: LedgerKind) -> None:
    titles = TITLES if kind is LedgerKind.RESIDENTS else ("户编号", "户主姓名", "户主身份证号", "电话", "现住址")
    rows = (
        own_rows(numbered)
        if kind is LedgerKind.RESIDENTS
        else [(*row[:2], row[3], *row[6:]) for row in own_rows(numbered) if row[2] == "户主"]
    )
    with opened(numbered) as db:
        reader = PeopleReader(read_table(db.conn, text_file(tmp_path / "a.csv", [titles, *rows]), kind), is_strict=False)
        people = list(reader.read())
    assert reader.refused == []
    for person, row in zip(people, rows, strict=True):
        assert isinstance(person, PersonRow)
        assert (person.texts["code"], person.texts["name"], person.name) == (row[0], row[1], row[1])
        assert ("address" in person.texts) is bool(row[-1])
