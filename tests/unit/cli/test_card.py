"""The card command: a grid, a unit, a family, as the window shows them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.builders import add_hazard, box, opened
from tests.stories.command import gisapp


def test_a_grids_card_counts_its_families_and_names_its_officer(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with opened(county) as db:
        add_hazard(db, box(0, 0, 150, 150))
    card = gisapp(capsys, "--json", "card", county, "G001").data
    assert (card["houses"], card["households"], card["residents"], card["houses_in_hazard"]) == (2, 2, 4, 1)
    assert card["officer"]["phone_masked"] == "121****0001"


def test_a_units_card_is_found_by_name(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    card = gisapp(capsys, "--json", "card", county, "东社区").data
    assert (card["households"], card["relocated"], card["missing_slots"], card["officer"]) == (3, 3, 2, None)


def test_a_familys_card_says_who_leads_and_what_is_missing(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    card = gisapp(capsys, "--json", "card", county, "H005").data
    slots = {line["slot"]: line for line in card["slots"]}
    assert slots["village/sponsor_cadre"]["contact"] is None
    assert slots["village/sponsor_cadre"]["leads"] == ["assistance"]
    assert slots["community/sponsor_cadre"]["leads"] == ["screening"]
    assert slots["village/grid_officer"]["follows_grid"] is True
    assert [home["role"] for home in card["homes"]] == ["residence", "origin"]
    shown = gisapp(capsys, "card", county, "H005").out
    assert "缺岗" in shown
    assert "12000000009" not in shown


def test_only_a_grids_card_is_printed(county: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert gisapp(capsys, "card", county, "G001", "--out", tmp_path / "卡.pdf").code == 0
    assert (tmp_path / "卡.pdf").read_bytes().startswith(b"%PDF")
    assert "卡2.pdf" in gisapp(capsys, "card", county, "H005", "--out", tmp_path / "卡2.pdf").sentences[0]
    assert "没有" in gisapp(capsys, "card", county, "不存在").sentences[0]
