"""Which houses a place holds, each once."""

from __future__ import annotations

from pathlib import Path

import pytest

from gisapp.storage.county import county_file
from gisapp.storage.places import house_lists
from tests import builders


@pytest.mark.parametrize(
    ("kind", "ids", "expected"),
    [
        ("grid", [1], [1, 3]),
        ("grid", [1, 3], [1, 2, 3, 4]),
        ("division", [4], [1, 2, 3, 4]),
        ("division", [1], [1, 2, 3, 4, 5, 6, 7, 8]),
        ("division", [1, 4], [1, 2, 3, 4, 5, 6, 7, 8]),
        ("building", [1], [5, 6, 7]),
        ("settlement_site", [1], [5, 6, 7]),
        ("household", [builders.TWO_ENDS], [4, 6]),
        ("household", [builders.BARE], [7]),
        ("house", [2, 99], [2]),
        ("safe_site", [1], []),
    ],
)
def test_houses_of_a_place(tmp_path: Path, kind: str, ids: list[int], expected: list[int]) -> None:
    with county_file.reading(builders.tiny_county(tmp_path / "a.gpkg")) as connection:
        assert house_lists.in_units(connection, kind, ids) == expected
