"""One road to the reader's language: places are filled, whatever they are called."""

from __future__ import annotations

import pytest

from gisapp.language import tr


def test_a_place_may_bear_the_name_of_the_parameter() -> None:
    assert tr("来源：{source}", source="地图绘制") == "来源：地图绘制"


def test_a_sentence_without_values_keeps_its_braces() -> None:
    assert tr("{没有值}") == "{没有值}"


def test_a_sentence_is_translated_or_shown_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GISAPP_LANGUAGE", "en")
    assert tr("撤销") == "Undo"
    assert tr("没有译文的句子") == "没有译文的句子"
