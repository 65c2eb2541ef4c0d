"""The web map in the window's own colours: scene's theme and hazard looks handed to the page's writer."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from pathlib import Path

from gisapp.domain.cards import Unit
from gisapp.domain.hazard import HazardLevel
from gisapp.export.web_map import write_web_map
from gisapp.export.web_theme import LevelLook, WebTheme
from gisapp.language import tr
from gisapp.scene import cartography, themes
from gisapp.scene.county_layers import DEFAULT_THEME
from gisapp.scene.style import Fill, Hatch
from gisapp.storage import grids, layers

HATCH_LINES = (
    (Hatch.RISING, "M-1,11 L11,-1 M-1,1 L1,-1 M9,11 L11,9"),
    (Hatch.FALLING, "M-1,-1 L11,11 M9,-1 L11,1 M-1,9 L1,11"),
    (Hatch.CROSSED, "M-1,11 L11,-1 M-1,-1 L11,11"),
    (Hatch.LEVEL, "M0,2.5 L10,2.5 M0,7.5 L10,7.5"),
)


def web_map(
    connection: sqlite3.Connection, path: Path, theme: str = DEFAULT_THEME, *, unit: Unit | None = None, hazards: Sequence[str] = ()
) -> int:
    """Write one self-contained page of the county or of ``unit``; returns its bytes.

    Without names all hazard areas are shown. Raises BadRequest for an unknown theme or hazard, BadFile.
    """
    return write_web_map(connection, path, web_theme(connection, theme), looks=level_looks(), unit=unit, hazard_names=hazards)


def web_theme(connection: sqlite3.Connection, name: str) -> WebTheme:
    """The theme over all grids of the county, so that a unit's page has the county's classes."""
    theme = themes.theme(name)
    ids = layers.grids(connection).ids
    figures = grids.figures(connection, name)
    classified = themes.classify(theme, [figures.get(int(grid), 0) for grid in ids])
    codes, labels = dict(zip(ids.tolist(), classified.codes.tolist(), strict=True)), classified.labels()
    return WebTheme(
        title=tr(theme.title),
        unit="" if theme.words else tr(theme.unit),
        labels=labels,
        colours=tuple(fill.tint.light for fill in classified.style().fills),
        codes=codes,
        figures={grid: labels[code] for grid, code in codes.items()} if theme.words else figures,
    )


def level_looks() -> Mapping[HazardLevel, LevelLook]:
    """The four levels as the map draws them, most severe first."""
    fills = cartography.area_style("hazard_areas").fills
    return {level: _look(level, fills[cartography.class_code("hazard_areas", level)]) for level in HazardLevel}


def _look(level: HazardLevel, fill: Fill) -> LevelLook:
    edge = fill.edge.tint.light if fill.edge else fill.tint.light
    return LevelLook(level.caption, fill.tint.light, fill.opacity, edge, dict(HATCH_LINES).get(fill.hatch, ""))
