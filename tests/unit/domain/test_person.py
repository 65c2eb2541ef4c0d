"""Who is old, who is a small child, on which day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gisapp.domain.person import CHILD_BELOW_AGE, ELDERLY_FROM_AGE, age_on, born_on_or_before

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("birth", "day", "age"),
    [
        ("1961-07-12", "2026-07-11", 64),
        ("1961-07-12", "2026-07-12", 65),
        ("2020-07-13", "2026-07-12", 5),
        ("2020-07-12", "2026-07-12", 6),
        ("2026-07-12", "2026-07-12", 0),
        ("1960-02-29", "2025-02-28", 64),
        ("1960-02-29", "2025-03-01", 65),
        ("1960-02-29", "2024-02-29", 64),
        ("1959-03-01", "2024-02-29", 64),
        ("1959-02-28", "2024-02-29", 65),
    ],
)
def test_age_is_full_years_lived(birth: str, day: str, age: int) -> None:
    assert age_on(date.fromisoformat(birth), date.fromisoformat(day)) == age


@pytest.mark.parametrize(
    ("age", "day", "latest"),
    [
        (65, "2026-07-12", "1961-07-12"),
        (6, "2026-07-12", "2020-07-12"),
        (65, "2024-02-29", "1959-02-28"),
        (4, "2024-02-29", "2020-02-29"),
        (65, "2025-02-28", "1960-02-28"),
    ],
)
def test_the_latest_birth_date_of_an_age_is_a_real_day(age: int, day: str, latest: str) -> None:
    assert born_on_or_before(age, date.fromisoformat(day)) == latest


@given(birth=DAYS, day=DAYS, age=st.sampled_from([CHILD_BELOW_AGE, ELDERLY_FROM_AGE]))
def test_counting_by_birth_date_in_sql_is_counting_by_age(birth: date, day: date, age: int) -> None:
    assert (birth.isoformat() <= born_on_or_before(age, day)) == (age_on(birth, day) >= age)


@given(day=DAYS)
def test_nobody_grows_younger_overnight(day: date) -> None:
    birth = date(1960, 2, 29)
    assert age_on(birth, day) <= age_on(birth, day + timedelta(days=1))
