"""What the legend says, as data: one entry a line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from gisapp.language import tr
from gisapp.scene import cartography
from gisapp.scene.style import Fill, Stroke, Symbol
from gisapp.scene.themes import Classification


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """One line of the legend: a sample (fill, stroke or symbol) and its text, or a heading without sample."""

    text: str
    sample: Fill | Stroke | Symbol | None = None


def theme_entries(classification: Classification, *, run: int | None = None) -> tuple[LegendEntry, ...]:
    """The theme's title (with the ``run`` whose roll call it shows) and its classes from few to many."""
    fills = classification.style().fills
    lines = (LegendEntry(text, fill) for text, fill in zip(classification.labels(), fills, strict=True))
    return (LegendEntry(classification.theme.titled(run)), *lines)


def symbol_entries(layer: str, *, used: Iterable[int] | None = None) -> tuple[LegendEntry, ...]:
    """The classes of a layer of maps/symbols.toml; ``used``: only these class codes (e.g. those present)."""
    looks = cartography.shipped("symbols")[layer]
    samples: tuple[Fill | Stroke | Symbol, ...]
    if "points" in looks:
        samples = cartography.point_style(layer).symbols
    elif "fills" in looks:
        samples = cartography.area_style(layer).fills
    else:
        samples = cartography.line_style(layer).strokes
    wanted = set(range(len(samples)) if used is None else (int(code) for code in np.unique(list(used))))
    titles = [tr(text) for text in cartography.class_titles(layer)]
    if "fills" in looks:
        titles = [tr("{layer} {level}", layer=tr(cartography.title(layer)), level=text) for text in titles]
    return tuple(LegendEntry(titles[code], samples[code]) for code in range(len(samples)) if code in wanted)
