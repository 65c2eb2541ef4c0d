"""Minimum needs: what people need adds up, place by place, whatever the norm."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gisapp.domain.need_sources import SourceKind, source_kind
from gisapp.domain.needs import NeedBase, NeedItem, NeedPlace, amount_from_text, needs_notes, needs_of_places, preset_needs, shown
from gisapp.errors import BadRequest


def item(amount: str | None, *, per: int = 1, is_daily: bool = True, is_whole: bool = False, base: NeedBase = NeedBase.PERSON) -> NeedItem:
    return NeedItem("x", "水", "升", None if amount is None else Decimal(amount), per, base, is_daily, is_whole, "测试")


def place(people: int) -> NeedPlace:
    return NeedPlace("西镇", f"村{people}", {NeedBase.PERSON: people})


def test_pieces_are_rounded_up_and_measured_goods_are_not() -> None:
    assert item("1", per=20, is_daily=False, is_whole=True).needed(21, 3) == 2
    assert item("1", per=20, is_daily=False, is_whole=True).needed(0, 3) == 0
    assert item("2.5").needed(4, 3) == Decimal(30)
    assert item("1", per=3).needed(1, 1) == Decimal("0.333")
    assert item(None).needed(100, 3) is None


@given(
    st.lists(st.integers(0, 5_000), max_size=8),
    st.integers(1, 999_999),
    st.integers(1, 2_000),
    st.integers(1, 365),
    st.booleans(),
    st.booleans(),
)
def test_the_total_is_the_sum_of_the_places_and_close_to_the_exact_norm(
    people: list[int], thousandths: int, per: int, days: int, is_daily: bool, is_whole: bool
) -> None:
    norm = item(str(Decimal(thousandths) / 1_000), per=per, is_daily=is_daily, is_whole=is_whole)
    report = needs_of_places((norm,), tuple(place(count) for count in people), days=days, is_preset=False)
    [line] = report.lines
    assert line.total == sum(Decimal(text.replace(",", "")) for text in map(shown, line.by_place))
    assert report.count(NeedBase.PERSON) == sum(people)
    exact = Fraction(thousandths, 1_000) * sum(people) * (days if is_daily else 1) / per
    off = Fraction(line.total or 0) - exact
    assert 0 <= off < len(people) + 1 if is_whole else abs(off) <= Fraction(len(people), 2_000)


def test_what_nobody_decided_is_named_and_never_counted() -> None:
    report = needs_of_places((item("1"), item(None)), (place(5),), days=2, is_preset=True)
    assert [line.total for line in report.lines] == [Decimal(10), None]
    assert [one.name for one in report.undecided] == ["水"]


@pytest.mark.parametrize(("text", "amount"), [("0.5", "0.5"), (" 15 ", "15"), ("", None), ("未定", None), ("3.0", "3")])
def test_amounts_are_read_as_people_write_them(text: str, amount: str | None) -> None:
    assert amount_from_text(text) == (None if amount is None else Decimal(amount))


@pytest.mark.parametrize("text", ["0", "-1", "0.0001", "=1+1", "nan", "Infinity", "1e9", "三升"])
def test_unclear_amounts_are_refused(text: str) -> None:
    with pytest.raises(BadRequest, match="标准不对"):
        amount_from_text(text)


@pytest.mark.parametrize("days", [0, -1, 366])
def test_odd_days_are_refused(days: int) -> None:
    with pytest.raises(BadRequest, match="天数"):
        needs_of_places(preset_needs(), (place(1),), days=days, is_preset=True)


KINDS = {
    "drinking": "public",
    "water": "public",
    "grain": "public",
    "blanket": "estimate",
    "tent": "public",
    "toilet": "public",
    "container": "public",
    "medicine": "public",
    "milk": "undecided",
}


def test_every_row_of_the_preset_has_a_source_and_a_kind_of_source() -> None:
    items = preset_needs()
    assert len({one.code for one in items}) == len({one.name for one in items}) == len(items)
    assert {one.code: source_kind(one).value for one in items} == KINDS
    for one in items:
        match source_kind(one):
            case SourceKind.PUBLIC:
                assert any(mark in one.source for mark in ("Sphere", "民政部", "世界卫生组织", "MZ/T"))
            case SourceKind.ESTIMATE:
                assert one.source.startswith("估算")
            case _:
                assert "没有可引用" in one.source


@pytest.mark.parametrize(
    "change", [{"amount": Decimal(20)}, {"per": 2}, {"source": "本县预案"}, {"base": NeedBase.HOUSEHOLD}, {"code": "own-1"}]
)
def test_what_the_county_changes_is_the_countys_not_the_sources(change: dict[str, object]) -> None:
    for one in preset_needs():
        if one.amount is not None and one.base is not change.get("base"):
            assert source_kind(replace(one, **change)) is SourceKind.COUNTY  # type: ignore[arg-type]


def test_another_name_or_language_changes_nothing_of_what_a_figure_rests_on(monkeypatch: pytest.MonkeyPatch) -> None:
    chinese = preset_needs()
    monkeypatch.setenv("GISAPP_LANGUAGE", "en")
    assert {one.code: source_kind(one).value for one in chinese} == KINDS
    assert {one.code: source_kind(replace(one, name="x")).value for one in preset_needs()} == KINDS


def test_estimates_and_what_the_county_changed_are_named_beside_every_table() -> None:
    items = preset_needs()
    report = needs_of_places((replace(items[1], amount=Decimal(20)), *items[2:]), (place(5),), days=1, is_preset=False)
    notes = "".join(needs_notes(report))
    assert "只是估算、没有核对到公开来源的：毯子和铺盖。" in notes
    assert "本县修改的：生活用水（含饮用）。" in notes
