"""Six slots, by whatever name people write them."""

from __future__ import annotations

import pytest

from gisapp.domain.lines import PUBLISHED_RULES, SLOTS, Duty, Line, Role, Slot, slot_from_text
from gisapp.errors import BadRequest

CODES = (
    "village/sponsor_cadre",
    "village/unit_cadre",
    "village/grid_officer",
    "community/sponsor_cadre",
    "community/unit_cadre",
    "community/grid_officer",
)


def test_there_are_six_slots_two_lines_times_three_roles() -> None:
    assert tuple(slot.code for slot in SLOTS) == CODES


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_slot_is_found_by_its_code_and_by_its_caption(code: str, language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GISAPP_LANGUAGE", language)
    slot = slot_from_text(code)
    assert slot.code == code
    assert slot_from_text(slot.caption) == slot


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("village/sponsor", "village/sponsor_cadre"),
        (" Village/Unit-Cadre ", "village/unit_cadre"),
        ("community/officer", "community/grid_officer"),
        ("community / grid", "community/grid_officer"),
        ("村/包联干部", "village/sponsor_cadre"),
        ("村线/网格员", "village/grid_officer"),
        ("村/村干部", "village/unit_cadre"),
        ("社区/社区干部", "community/unit_cadre"),
        ("社区线/村/社区干部", "community/unit_cadre"),
        ("社区线·包联干部", "community/sponsor_cadre"),
    ],
)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_slot_is_found_by_short_and_chinese_names_in_either_language(
    text: str, code: str, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GISAPP_LANGUAGE", language)
    assert slot_from_text(text).code == code


@pytest.mark.parametrize("text", ["", "village", "/", "village/", "village/cadre", "town/sponsor_cadre", "village/sponsor_cadre/x", "六岗"])
def test_an_unknown_slot_is_refused_with_a_list_of_all_six(text: str) -> None:
    with pytest.raises(BadRequest) as refusal:
        slot_from_text(text)
    assert f"“{text}”" in refusal.value.message
    assert [code for code in CODES if code not in refusal.value.next_step] == []


def test_the_community_leads_screening_and_the_village_leads_assistance() -> None:
    village, community = Slot(Line.VILLAGE, Role.SPONSOR_CADRE), Slot(Line.COMMUNITY, Role.SPONSOR_CADRE)
    assert [(rule.duty, rule.lead, rule.assist) for rule in PUBLISHED_RULES] == [
        (Duty.SCREENING, community, village),
        (Duty.ASSISTANCE, village, community),
    ]
