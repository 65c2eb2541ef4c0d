"""Numbers into classes, classes into words and colours."""

from __future__ import annotations

import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gisapp import language
from gisapp.errors import BadRequest
from gisapp.scene import cartography
from gisapp.scene.legend import symbol_entries, theme_entries
from gisapp.scene.style import Fill, Hatch, Palette, Tint
from gisapp.scene.themes import classify, round_limits, theme, theme_names

numbers = st.lists(st.integers(0, 5_000), min_size=1, max_size=200)


def luminance(tint: Tint, palette: Palette) -> float:
    red, green, blue = (int(tint.on(palette)[place : place + 2], 16) for place in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@given(numbers, st.sampled_from(theme_names()))
def test_every_number_lies_within_its_class(values: list[int], name: str) -> None:
    result = classify(theme(name), values)
    limits = (*result.lowest, 10**9)
    assert limits[0] == 0
    assert all(limits[code] <= value < limits[code + 1] for value, code in zip(values, result.codes, strict=True))


@given(numbers, st.sampled_from(theme_names()))
def test_there_is_a_colour_and_a_word_for_every_class(values: list[int], name: str) -> None:
    result = classify(theme(name), values)
    assert len(result.labels()) == len(set(result.labels())) == len(result.style().fills) == len(result.lowest)
    assert result.codes.max() < len(result.lowest)


@given(numbers, st.integers(1, 7))
def test_limits_rise(values: list[int], count: int) -> None:
    limits = round_limits(np.array(values), count)
    assert list(limits) == sorted(set(limits))
    assert len(limits) <= count


def test_limits_are_numbers_people_say() -> None:
    values = np.arange(0, 400)
    assert all(limit < 10 or limit % 5 == 0 or limit % 20 == 0 for limit in round_limits(values, 5))


def test_cells_with_none_are_a_class_of_their_own() -> None:
    result = classify(theme("missing_slots"), [0, 0, 3, 8, 0, 1])
    assert (result.codes == 0).tolist() == [True, True, False, False, True, False]
    assert result.labels()[0] == "0 个"
    assert result.style().fills[0].tint == cartography.ramp("none", 1)[0]


def test_a_county_with_none_at_all_has_one_class() -> None:
    result = classify(theme("relocated"), [0, 0])
    assert result.labels() == ("0 户",)


def test_ranges_read_without_gaps() -> None:
    result = classify(theme("households"), list(range(100)))
    ends = [tuple(int(number) for number in re.findall(r"\d+", text)) for text in result.labels()]
    assert all(before[-1] + 1 == after[0] for before, after in zip(ends, ends[1:], strict=False))
    assert result.labels()[-1].endswith("户及以上")


def test_an_unknown_theme_is_refused_with_the_known_ones_named() -> None:
    with pytest.raises(BadRequest, match="households"):
        theme("colour")


@pytest.mark.parametrize("name", theme_names())
def test_ramps_run_evenly_from_light_to_dark_and_back_at_night(name: str) -> None:
    tints = cartography.ramp(theme(name).ramp, 5)
    day = [luminance(tint, Palette.LIGHT) for tint in tints]
    night = [luminance(tint, Palette.DARK) for tint in tints]
    assert all(before - after > 12 for before, after in zip(day, day[1:], strict=False))
    assert all(after - before > 12 for before, after in zip(night, night[1:], strict=False))


def test_hazard_levels_differ_without_colour() -> None:
    hatches = [fill.hatch for fill in cartography.area_style("hazard_areas").fills]
    assert len(set(hatches)) == 4
    assert Hatch.NONE not in hatches
    marks = [(symbol.mark, symbol.near_px) for symbol in cartography.point_style("homes").symbols]
    assert len(set(marks)) == len(marks)


def test_the_worst_level_is_drawn_last() -> None:
    assert cartography.class_names("hazard_areas") == ("blue", "yellow", "orange", "red")


def test_the_legend_names_the_theme_and_its_classes() -> None:
    result = classify(theme("people"), [1, 50, 100, 150, 200])
    entries = theme_entries(result)
    assert entries[0].text == "每格人数"
    assert entries[0].sample is None
    assert [entry.text for entry in entries[1:]] == list(result.labels())
    assert all(isinstance(entry.sample, Fill) for entry in entries[1:])


def test_the_legend_shows_only_what_is_on_the_map() -> None:
    entries = symbol_entries("hazard_areas", used=np.array([3, 0, 3], np.uint8))
    assert [entry.text for entry in entries] == ["风险区 蓝色", "风险区 红色"]


def test_the_legend_speaks_english_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(language.LANGUAGE_VARIABLE, "en")
    result = classify(theme("households"), list(range(100)))
    words = [entry.text for entry in (*theme_entries(result), *symbol_entries("homes"), *symbol_entries("hazard_areas"))]
    assert all(word.isascii() or "–" in word for word in words), words


@pytest.mark.parametrize("layer", ["homes", "hazard_areas", "rivers", "roads", "safe_sites", "settlement_sites"])
def test_every_class_of_every_layer_has_a_title(layer: str) -> None:
    assert len(symbol_entries(layer)) == len(cartography.class_names(layer))
