"""What shapes the things of the county have on a map."""

from __future__ import annotations

from enum import StrEnum


class ShapeKind(StrEnum):
    """The shape of every row of a kind."""

    POINT = "point"
    LINE = "line"
    AREA = "area"
    HOUSE = "house"
    """A point, or the outline of a building."""
