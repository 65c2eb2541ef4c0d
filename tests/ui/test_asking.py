"""How the question is asked in the window: rules, where people are counted, buffer and time hold for the next question."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QDateTime
from PySide6.QtWidgets import QLabel

from gisapp.domain.hazard import AffectedRule, CountedAt
from gisapp.ui.bench import Bench
from gisapp.ui.cards.asking import NOW, Asking, AskingCard
from tests import builders

Until = Callable[[Callable[[], bool]], None]


@pytest.fixture
def flooded(bench: Bench, until: Until) -> Bench:
    """Two areas of the tiny county: one held in July alone."""
    with builders.opened(bench.county.path) as db:
        builders.add_hazard(db, builders.box(0, 0, 150, 150), name="月河")
        builders.add_hazard(db, builders.box(0, 2900, 400, 200), name="七月的")
        db.execute("UPDATE hazard_area SET valid_from = '2026-07-11', valid_to = '2026-07-14' WHERE name = '七月的'")
    bench.show_workspace("flood")
    until(lambda: len(bench.flood.hazards.areas) == 2)
    bench.flood.hazards.tick_all(True)
    return bench


def card_of(bench: Bench) -> AskingCard:
    bench.flood.show_asking()
    assert isinstance(bench.card.card, AskingCard)
    return bench.card.card


def test_what_is_chosen_on_the_card_is_asked_and_told_in_the_pane(flooded: Bench, until: Until) -> None:
    card = card_of(flooded)
    card.area_rule.setCurrentIndex(2)
    card.counted.setCurrentIndex(1)
    card.buffer.setValue(60)
    card.when.setCurrentIndex(2)
    assert card.moment.isVisibleTo(card)
    card.moment.setDateTime(QDateTime(2026, 7, 12, 20, 0, 0))
    assert flooded.flood.asking == Asking(AffectedRule.CENTROID, AffectedRule.BILINEAR, CountedAt.SLEEPING, 60, "2026-07-12T20:00")
    assert "按轮廓中心 · 人按现住 · 外扩 60 米 · 2026-07-12 20:00" in [label.text() for label in flooded.flood.findChildren(QLabel)]
    card.buttons[0].click()
    until(lambda: flooded.flood.run is not None)
    asked = flooded.flood.run.question  # type: ignore[union-attr]
    assert (set(asked.names), asked.rule, asked.counted_at, asked.buffer_m) == ({"月河", "七月的"}, "centroid", "sleeping", 60.0)
    assert (asked.at_time, asked.left_out) == ("2026-07-12T20:00", ())


def test_only_areas_that_hold_now_are_asked_when_now_is_meant(flooded: Bench, until: Until) -> None:
    card_of(flooded).when.setCurrentIndex(1)
    assert flooded.flood.asking.at_time == NOW
    flooded.flood.ask_run()
    until(lambda: flooded.flood.run is not None)
    assert (flooded.flood.run.question.names, flooded.flood.run.question.left_out) == (("月河",), ("七月的",))  # type: ignore[union-attr]


def test_the_card_opens_with_what_was_chosen_before_and_goes_back_to_the_run(flooded: Bench, until: Until) -> None:
    flooded.flood.ask_run()
    until(lambda: flooded.flood.run is not None and flooded.card.title != "研判方式")
    card = card_of(flooded)
    card.when.setCurrentIndex(2)
    card.moment.setDateTime(QDateTime(2026, 7, 12, 20, 0, 0))
    card.buttons[1].click()
    until(lambda: flooded.card.title != "研判方式")
    again = card_of(flooded)
    assert (again.when.currentIndex(), again.moment.dateTime()) == (2, QDateTime(2026, 7, 12, 20, 0, 0))


def test_a_rule_the_county_cannot_answer_is_told_in_a_sentence(flooded: Bench, heard, until: Until) -> None:  # type: ignore[no-untyped-def]
    card_of(flooded).area_rule.setCurrentIndex(1)
    flooded.flood.ask_run()
    until(lambda: any("需要房屋轮廓" in text for _, text in heard.messages))
    assert flooded.flood.big.isEnabled()
