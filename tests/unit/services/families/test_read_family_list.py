"""A pasted list of families: whatever parts the words, every word is a family or is named with its reason."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlite_utils import Database

from gisapp.services.families.read_family_list import FamilyList, read_family_list, words_of
from tests.builders import BARE, COMPLETE, TWO_ENDS, opened


@pytest.fixture
def db(county: Path) -> Iterator[Database]:
    with opened(county) as db:
        yield db


def test_codes_and_ids_may_be_parted_by_anything(db: Database) -> None:
    found = read_family_list(db.conn, "H004\r\nH005，h006\t“H004”、6；'#5'| Ｈ００４\n\n")
    assert found == FamilyList((COMPLETE, TWO_ENDS, BARE, COMPLETE, BARE, TWO_ENDS, COMPLETE), ())


def test_every_word_is_a_family_or_named_with_its_reason(db: Database) -> None:
    text = "H004 H999 7 张三 999999999999999999999999 -1 ' OR 1=1 --"
    found = read_family_list(db.conn, text)
    assert found.families == (COMPLETE,)
    assert len(found.families) + len(found.unknown) == len(words_of(text))
    assert {one.reason for one in found.unknown} == {"没有这一户"}


def test_a_number_that_means_two_families_is_not_guessed(db: Database) -> None:
    db["household"].update(BARE, {"code": "4"})
    found = read_family_list(db.conn, "4 #4 6")
    assert found.families == (COMPLETE, BARE)
    assert [one.word for one in found.unknown] == ["4"]
    assert "#4" in found.unknown[0].reason


def test_nothing_pasted_is_nothing(db: Database) -> None:
    assert read_family_list(db.conn, " \n，、\t") == FamilyList((), ())
