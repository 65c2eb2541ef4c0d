"""Phones are shown in clear only to somebody who says why, and the history keeps it."""

from __future__ import annotations

from pathlib import Path

import pytest

from gisapp.errors import BadRequest
from gisapp.services.families.reveal_phones import reveal_phones
from gisapp.storage.county import history
from tests import builders


def test_phones_in_clear_are_noted_with_who_and_why(tmp_path: Path) -> None:
    with builders.opened(builders.tiny_county(tmp_path / "a.gpkg")) as db:
        found, change = reveal_phones(db, builders.TWO_ENDS, who="值班员", why="通知转移")
        entry = history.newest(db.conn)[0]
    assert found.people == (("王八", "12000000009"),)
    assert ("联系人6", "12100000006") in found.contacts
    assert (entry.who, entry.why, entry.id) == ("值班员", "通知转移", change.entry)
    assert "12000000009" not in entry.label


@pytest.mark.parametrize("why", ["", "  "])
def test_without_a_reason_nothing_is_shown_or_noted(tmp_path: Path, why: str) -> None:
    with builders.opened(builders.tiny_county(tmp_path / "a.gpkg")) as db:
        with pytest.raises(BadRequest):
            reveal_phones(db, builders.TWO_ENDS, who="值班员", why=why)
        assert history.newest(db.conn) == []
