"""A raised river in words and numbers: levels that make sense, and a source by which a saved level is known again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gisapp.domain.affected import Question
from gisapp.domain.hazard import AffectedRule, CountedAt
from gisapp.domain.river_level import (
    MOST_LEVEL_M,
    checked_level,
    is_river_level,
    limits,
    listed_levels,
    rise_name,
    source_of,
)
from gisapp.errors import BadRequest


@given(st.floats(0.005, MOST_LEVEL_M))
def test_a_level_is_taken_in_whole_centimetres(level: float) -> None:
    taken = checked_level(level)
    assert abs(taken - level) <= 0.005 + 1e-9
    assert round(taken * 100) == pytest.approx(taken * 100)


@given(st.one_of(st.floats(max_value=0), st.floats(min_value=MOST_LEVEL_M, exclude_min=True), st.just(float("nan"))))
def test_a_level_no_river_reaches_is_refused(level: float) -> None:
    with pytest.raises(BadRequest, match="水位不合理"):
        checked_level(level)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_saved_level_is_known_by_its_source_in_either_language(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GISAPP_LANGUAGE", language)
    source = source_of("月河", 3.0, "30 m", unknown=7)
    assert is_river_level(source)
    assert limits() in source
    assert "7" in source
    assert not is_river_level("地图绘制")
    monkeypatch.setenv("GISAPP_LANGUAGE", "zh" if language == "en" else "en")
    assert is_river_level(source)


def test_a_level_is_named_after_its_river() -> None:
    assert rise_name("月河", 3.0) == "月河水位高出 3 米"
    assert rise_name("", 2.5) == "全部河流水位高出 2.5 米"


@pytest.mark.parametrize(
    ("step_m", "first"), [(0.1, (0.5, 1.0, 1.5)), (0.2, (0.5, 1.0, 1.5)), (1.0, (1.0, 2.0, 3.0)), (2.0, (2.0, 4.0, 6.0))]
)
def test_no_level_listed_is_finer_than_the_heights(step_m: float, first: tuple[float, ...]) -> None:
    assert listed_levels(step_m)[:3] == first


def test_a_question_about_a_raised_river_says_what_the_method_leaves_out() -> None:
    plain = Question(("山洪", "月河涨"), AffectedRule.POINT, CountedAt.HOMES, 0, "2026-07-12")
    assert limits() not in plain.sentence
    asked = Question(("山洪", "月河涨"), AffectedRule.POINT, CountedAt.HOMES, 0, "2026-07-12", estimates=("月河涨",))
    assert asked.sentence == plain.sentence + "“月河涨”是按地形推算的河流水位。" + limits() + "地形没有覆盖到的住房列为没有结论。"
