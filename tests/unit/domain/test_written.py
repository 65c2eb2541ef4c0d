"""Cells as people write them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gisapp.domain.kinship import read_relation
from gisapp.domain.person import Relation
from gisapp.domain.written import person_name, read_day, read_phones, read_yes, tidy


@pytest.mark.parametrize(
    "text",
    [
        "2021-09-03",
        "2021.9.3",
        "2021/9/3",
        "2021年9月3日",
        "2021年9月3号",
        "２０２１年９月３日",
        "20210903",
        "二〇二一年九月三日",
        "2021-09-03 00:00:00",
        "44442",
    ],
)
def test_a_day_is_read_in_every_habit(text: str) -> None:
    found = read_day(text)
    assert found is not None
    assert (found.text, found.is_whole) == ("2021-09-03", True)


@pytest.mark.parametrize("text", ["2021年9月", "2021.9", "202109", "二〇二一年九月"])
def test_a_month_is_its_first_day_and_says_so(text: str) -> None:
    found = read_day(text)
    assert found is not None
    assert (found.text, found.is_whole) == ("2021-09-01", False)


@pytest.mark.parametrize("text", ["", "2021", "2021-13-01", "2021-02-29", "85.3.7", "昨天", "=1+1", "1.5", "99999999"])
def test_what_is_no_day_is_not_guessed(text: str) -> None:
    assert read_day(text) is None


def test_serial_numbers_follow_the_workbooks_system() -> None:
    first, second = read_day("44442"), read_day("42980", is_1904=True)
    assert first is not None
    assert second is not None
    assert first.text == second.text == "2021-09-03"


@given(st.dates(date(1930, 1, 1), date(2098, 12, 31)))
def test_any_day_comes_back_from_its_serial_number_and_its_text(day: date) -> None:
    serial = str((day - date(1899, 12, 30)).days)
    for text in (serial, f"{day.year}年{day.month}月{day.day}日", f"{day:%Y%m%d}"):
        found = read_day(text)
        assert found is not None
        assert found.text == day.isoformat()


@given(st.text(max_size=40))
def test_no_text_breaks_the_readers(text: str) -> None:
    read_day(text)
    read_phones(text)
    read_yes(text)
    read_relation(text)
    assert tidy(tidy(text)) == tidy(text)


@pytest.mark.parametrize(
    ("text", "phones"),
    [
        ("12000000001", ("12000000001",)),
        ("120 0000 0001", ("12000000001",)),
        ("１２０００００００１", ("1200000001",)),
        ("12000000001、12000000002", ("12000000001", "12000000002")),
        ("12000000001\n12000000002", ("12000000001", "12000000002")),
        ("+8612000000001", ("12000000001",)),
        ("0915-5000001", ("09155000001",)),
        ("", ()),
        ("没接过", None),
        ("120****0001", None),
    ],
)
def test_phones_are_kept_as_text(text: str, phones: tuple[str, ...] | None) -> None:
    assert read_phones(text) == phones


def test_names_lose_the_spaces_between_characters_only() -> None:
    assert [person_name(text) for text in ("王 五", "王　五\n", "John  Smith", "阿卜杜·热合曼")] == [
        "王五",
        "王五",
        "John Smith",
        "阿卜杜·热合曼",
    ]


@pytest.mark.parametrize(
    ("text", "relation"),
    [("户主", Relation.HEAD), ("之妻", Relation.SPOUSE), ("长 子", Relation.CHILD), ("儿媳", Relation.CHILD_IN_LAW),
     ("外孙女", Relation.GRANDCHILD), ("岳母", Relation.PARENT), ("侄子", Relation.OTHER)],
)  # fmt: skip
def test_relations_are_read_as_people_say_them(text: str, relation: Relation) -> None:
    assert read_relation(text) is relation


def test_an_unknown_relation_is_not_guessed() -> None:
    assert read_relation("邻居家的") is None
