"""Who holds what is read alike, however many families are asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from gisapp.domain.lines import SLOTS
from gisapp.storage import county_file, households, slots


@pytest.mark.parametrize("few", [0, 2, slots.FEW])
def test_the_same_holders_are_found_by_name_and_in_the_whole_county(made_county: Path, monkeypatch: pytest.MonkeyPatch, few: int) -> None:
    monkeypatch.setattr(slots, "FEW", few)
    with county_file.reading(made_county) as connection:
        rows = connection.execute("SELECT household_id, line, role, contact_id FROM slot_holder").fetchall()
        every = {(family, f"{line}/{role}", contact) for family, line, role, contact in rows}
        families = households.every(connection)
        for asked in (families, families[:3], families[-1:], []):
            found = [(family, slot.code, contact) for family, slot, contact in slots.held(connection, asked)]
            assert len(found) == len(set(found))
            assert set(found) == {one for one in every if one[0] in asked}
        assert {(family, slot.code, contact) for family, slot, contact in slots.held(connection)} == every
        filled = slots.filled(connection, families)
        assert list(filled) == families
        assert sum(filled.values()) == len(every)
        assert max(filled.values()) == len(SLOTS)
