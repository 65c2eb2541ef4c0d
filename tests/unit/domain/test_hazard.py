"""Levels and kinds by whatever name a file gives them."""

from __future__ import annotations

import pytest

from gisapp.domain.hazard import HazardKind, HazardLevel, kind_from_text, level_from_text
from gisapp.errors import BadRequest

LANGUAGES = pytest.mark.parametrize("language", ["zh", "en"])


@LANGUAGES
@pytest.mark.parametrize(
    ("words", "level"),
    [
        (("red", "RED", " 红 ", "红色", "1", "1.0"), "red"),
        (("orange", "橙", "橙色", "2"), "orange"),
        (("yellow", "黄", "黄色", "3"), "yellow"),
        (("blue", "蓝", "蓝色", "4"), "blue"),
    ],
)
def test_a_level_is_a_code_a_colour_or_a_number(words: tuple[str, ...], level: str, language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GISAPP_LANGUAGE", language)
    assert {level_from_text(word) for word in words} == {HazardLevel(level)}
    assert level_from_text(HazardLevel(level).caption) == level


@LANGUAGES
def test_a_kind_is_a_code_or_a_word(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GISAPP_LANGUAGE", language)
    words = {"洪涝": "flood", "山洪": "flash_flood", "滑坡": "landslide", "泥石流": "debris_flow", "崩塌": "collapse", "塌陷": "subsidence"}
    assert {word: kind_from_text(word) for word in words} == words
    assert [kind_from_text(kind.caption) for kind in HazardKind] == list(HazardKind)
    assert [kind_from_text(kind.value) for kind in HazardKind] == list(HazardKind)


def test_red_is_the_most_severe_level() -> None:
    assert sorted(HazardLevel, key=lambda level: level.rank) == ["red", "orange", "yellow", "blue"]


@pytest.mark.parametrize("text", ["", "0", "5", "紫", "<script>"])
def test_an_unknown_level_is_refused_with_the_four(text: str) -> None:
    with pytest.raises(BadRequest, match="红、橙、黄、蓝"):
        level_from_text(text)


def test_an_unknown_kind_is_refused_with_the_six() -> None:
    with pytest.raises(BadRequest, match="洪涝.*山洪.*滑坡.*泥石流.*崩塌.*地面塌陷"):
        kind_from_text("海啸")
