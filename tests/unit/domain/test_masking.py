"""What of a phone or an ID number may be seen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gisapp.domain.masking import masked_id, masked_phone, masked_text


@pytest.mark.parametrize(
    ("phone", "shown"),
    [
        ("12000000001", "120****0001"),
        ("02912345678", "029****5678"),
        ("91234567", "******67"),
        ("8212345", "*****45"),
        ("1234", "**34"),
        ("123", "**3"),
        ("12", "**"),
        ("1", "*"),
        ("", ""),
        (None, ""),
    ],
)
def test_a_phone_shows_no_more_than_its_ends(phone: str | None, shown: str) -> None:
    assert masked_phone(phone) == shown


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("99999919400501001A", "999999**********1A"),
        ("999999400501001", "999999*******01"),
        ("A1234567890123", "**************"),
        ("123456789", "*********"),
        ("", ""),
        (None, ""),
    ],
)
def test_an_id_number_never_shows_the_birth_date(number: str | None, shown: str) -> None:
    assert masked_id(number) == shown


@given(st.text("0123456789-+ ", min_size=1, max_size=25))
def test_at_least_a_third_of_every_phone_stays_hidden(phone: str) -> None:
    shown = masked_phone(phone)
    assert 3 * (len(phone) - sum(character != "*" for character in shown)) >= len(phone)


@given(st.text("0123456789X", min_size=1, max_size=25))
def test_at_least_seven_or_all_characters_of_an_id_number_stay_hidden(number: str) -> None:
    shown = masked_id(number)
    assert len(number) - sum(character != "*" for character in shown) >= min(7, len(number))


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        ("证件 999999198503074217，电话12000000001", "证件 999999**********17，电话120****0001"),
        ("99999985030742X", "99999985030742X"),
        ("99999919850307421x", "999999**********1x"),
        ("61099910120100001", "61099910120100001"),
        ("新村1组12号", "新村1组12号"),
        ("", ""),
    ],
)
def test_a_cell_of_a_spreadsheet_hides_numbers_and_phones_within_its_text(cell: str, shown: str) -> None:
    assert masked_text(cell) == shown
