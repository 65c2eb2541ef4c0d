"""Mutants that once came through as something else than a sentence, by name and number."""

from __future__ import annotations

CRASHERS: tuple[tuple[str, int], ...] = (
    ("areas.csv", 2),  # corners of 1e308: an outline without a middle
    ("areas.geojson", 23),
    ("areas.kml", 119),  # a corner that is no number: no shape can be mended with it
)
