"""Identity numbers: what they say, and how they break. All made up: area 999999 is assigned to nobody."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gisapp.domain.id_number import IdDoubt, IdFault, IdNumber, check_character, in_eighteen, read_id_number
from gisapp.domain.person import Sex


def numbered(body: str) -> str:
    """The right check character behind seventeen digits."""
    return body + check_character(body)


def test_the_example_of_the_standard_is_right() -> None:
    found = read_id_number("11010519491231002X")  # the example printed in GB 11643-1999
    assert found == IdNumber("11010519491231002X", "1949-12-31", Sex.FEMALE, ())


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("4.2E+17", IdFault.RUINED),
        ("4.20000199001011E+17", IdFault.RUINED),
        ("6.10921198503074e+17", IdFault.RUINED),
        ("999999198503074000", IdFault.ROUNDED),
        ("999999********4217", IdFault.MASKED),
        ("99999919850307421", IdFault.LENGTH),
        ("9999991985030742177", IdFault.LENGTH),
        ("999999198513074217", IdFault.CALENDAR),
        ("999999198502304217", IdFault.CALENDAR),
        ("999999299903074217", IdFault.CALENDAR),
        ("99999919850307421甲", IdFault.CHARACTERS),
        ("=1+1", IdFault.CHARACTERS),
        ("<b>", IdFault.CHARACTERS),
    ],
)
def test_what_is_no_number_says_why(text: str, fault: IdFault) -> None:
    assert read_id_number(text) is fault


def test_a_wrong_check_digit_and_an_area_that_does_not_exist_are_doubts() -> None:
    right = numbered("99999919850307421")
    wrong = right[:17] + ("1" if right[17] != "1" else "2")
    found = read_id_number(wrong)
    assert isinstance(found, IdNumber)
    assert found.doubts == (IdDoubt.CHECK_DIGIT, IdDoubt.AREA)
    assert (found.birth_date, found.sex) == ("1985-03-07", Sex.MALE)


def test_an_old_number_is_kept_and_known_in_its_long_form() -> None:
    found = read_id_number("110105491231002")
    assert isinstance(found, IdNumber)
    assert (found.text, found.birth_date, found.doubts) == ("110105491231002", "1949-12-31", (IdDoubt.OLD,))
    assert in_eighteen(found.text) == "11010519491231002X"


def test_spaces_quotes_and_a_small_x_do_not_matter() -> None:
    assert read_id_number(" '110105 19491231 002x ") == read_id_number("11010519491231002X")


@given(st.text(max_size=30))
def test_any_text_is_a_number_or_a_fault(text: str) -> None:
    assert isinstance(read_id_number(text), IdNumber | IdFault)


@given(st.integers(0, 16), st.integers(1, 9))
def test_one_wrong_digit_is_always_noticed(place: int, added: int) -> None:
    right = numbered("61092119850307421")
    digits = right[:place] + str((int(right[place]) + added) % 10) + right[place + 1 :]
    assert digits[17] != check_character(digits)
