"""Dates of stages: whatever is let through never runs backwards, found anew by looking at every pair."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from gisapp.domain.damage import StageLine, last_begun, lined_up
from gisapp.domain.damage_dates import fault_of_stages, span

DAYS = st.one_of(st.none(), st.integers(1, 28).map(lambda day: f"2021-09-{day:02d}"))


@given(st.lists(st.tuples(DAYS, DAYS), max_size=5))
def test_what_is_let_through_never_runs_backwards_and_nothing_else_is_refused(days: list[tuple[str | None, str | None]]) -> None:
    stages = [StageLine(str(place), begun, finished) for place, (begun, finished) in enumerate(days)]
    own = any(line.begun_on and line.finished_on and line.finished_on < line.begun_on for line in stages)
    pairs = [
        (first, second)
        for one, other in combinations(stages, 2)
        for first, second in (
            (one.begun_on, other.begun_on),
            (one.begun_on, other.finished_on),
            (one.finished_on, other.finished_on),
        )
        if first and second
    ]
    outside = any(day < "2021-09-05" or day > "2021-09-25" for line in stages for day in (line.begun_on, line.finished_on) if day)
    is_wrong = own or outside or any(second < first for first, second in pairs)
    assert bool(fault_of_stages(stages, reported_on="2021-09-05", today="2021-09-25")) == is_wrong


def test_the_span_is_from_the_first_day_to_the_end_of_the_last_stage() -> None:
    stages = [StageLine("一", "2021-09-03", "2021-09-09"), StageLine("二", None, "2021-09-12"), StageLine("三", None, None)]
    assert span(stages) == ("2021-09-03", None)
    assert span(stages[:2]) == ("2021-09-03", "2021-09-12")
    assert span([]) == (None, None)
    assert last_begun(stages) == "二"


def test_stages_stand_in_the_order_of_the_list_and_past_ones_first() -> None:
    recorded = [StageLine("二", "2021-09-03", None), StageLine("旧", "2021-09-01", None)]
    assert [line.stage for line in lined_up(recorded, ("一", "二"))] == ["旧", "一", "二"]
