"""The five states, what people write for them, percentages and times."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gisapp.domain.roll_call import Progress, RollState, StateTally, clock, percent, state_from_text, utc_text
from gisapp.errors import BadRequest

ZONES = st.sampled_from([timezone(timedelta(hours=hours)) for hours in (-7, 0, 8)])
MOMENTS = st.datetimes(datetime.fromisoformat("2000-01-01"), datetime.fromisoformat("2090-01-01"), timezones=ZONES)


@pytest.mark.parametrize(
    ("text", "state"),
    [("1", "not_reached"), ("called", "called"), (" 已转移 ", "moved"), ("不肯走", "refused"), ("5", "elsewhere"), ("在外", "elsewhere")],
)
def test_what_people_write_is_understood(text: str, state: str) -> None:
    assert state_from_text(text) is RollState(state)


@pytest.mark.parametrize("text", ["", "6", "走了", "moved;", "=1+1"])
def test_anything_else_is_answered_with_the_five(text: str) -> None:
    with pytest.raises(BadRequest, match="不认识") as refusal:
        state_from_text(text)
    assert "3 已转移" in refusal.value.next_step


@given(st.lists(MOMENTS, min_size=2, max_size=2))
def test_the_order_of_the_texts_is_that_of_time(pair: list[datetime]) -> None:
    early, late = sorted(moment.replace(microsecond=moment.microsecond // 1000 * 1000) for moment in pair)
    assert utc_text(early) <= utc_text(late)
    assert datetime.fromisoformat(utc_text(late)) == late


@given(st.integers(0, 10**6), st.integers(1, 10**6))
def test_a_hundred_per_cent_means_all(part: int, whole: int) -> None:
    assert (percent(min(part, whole), whole) == 100) == (part >= whole)


def test_the_states_add_up_and_the_rates_are_of_families() -> None:
    found = Progress({RollState.NOT_REACHED: StateTally(1, 9), RollState.MOVED: StateTally(2, 4), RollState.REFUSED: StateTally(3, 3)})
    assert (found.families, found.people) == (6, 16)
    assert (found.reached, found.out) == (StateTally(5, 7), StateTally(2, 4))
    assert (found.reached_percent, found.out_percent) == (83, 33)


def test_a_time_of_another_day_names_the_day() -> None:
    moment = datetime(2026, 7, 12, 20, 15).astimezone()
    assert clock(utc_text(moment), now=moment + timedelta(hours=1)) == "20:15"
    assert clock(utc_text(moment), now=moment + timedelta(days=1)) == "07-12 20:15"
