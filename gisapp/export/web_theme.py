"""What the web map's cells are coloured by, as plain values: the legend's words are the window's own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WebTheme:
    """``labels`` and ``colours`` (#rrggbb) one a class from few to many; ``codes`` and ``figures`` by grid id;
    where classes have words, the figure is the word."""

    title: str
    unit: str
    labels: tuple[str, ...]
    colours: tuple[str, ...]
    codes: Mapping[int, int]
    figures: Mapping[int, int | str]


@dataclass(frozen=True, slots=True)
class WebContent:
    """Beside grids and hazard areas: ``has_homes`` a dot for every house, ``has_phones`` the officers' phones in clear."""

    has_homes: bool = False
    has_phones: bool = False


@dataclass(frozen=True, slots=True)
class LevelLook:
    """How a hazard level is drawn: its caption, fill and opacity, edge and hatch lines in a tile of 10 x 10 (SVG path)."""

    title: str
    fill: str
    opacity: float
    edge: str
    lines: str
