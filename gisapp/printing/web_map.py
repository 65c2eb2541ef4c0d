"""The web map in the window's own colours: scene's theme and hazard looks handed to the page's writer."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from gisapp.domain.cards import Unit
from gisapp.domain.change import Kind
from gisapp.domain.hazard import HazardLevel
from gisapp.errors import BadRequest
from gisapp.export.web_map import stopper, write_web_map
from gisapp.export.web_theme import LevelLook, WebContent, WebTheme
from gisapp.language import tr
from gisapp.scene import cartography, themes
from gisapp.scene.county_layers import DEFAULT_THEME
from gisapp.scene.style import Fill, Hatch
from gisapp.storage.county import history
from gisapp.storage.places import grids, layers

if TYPE_CHECKING:
    from sqlite_utils import Database

HATCH_LINES = (
    (Hatch.RISING, "M-1,11 L11,-1 M-1,1 L1,-1 M9,11 L11,9"),
    (Hatch.FALLING, "M-1,-1 L11,11 M9,-1 L11,1 M-1,9 L1,11"),
    (Hatch.CROSSED, "M-1,11 L11,-1 M-1,-1 L11,11"),
    (Hatch.LEVEL, "M0,2.5 L10,2.5 M0,7.5 L10,7.5"),
)


def web_map(
    connection: sqlite3.Connection,
    path: Path,
    theme: str = DEFAULT_THEME,
    *,
    more: Sequence[str] = (),
    unit: Unit | None = None,
    hazards: Sequence[str] = (),
    has_homes: bool = False,
    cancelled: Callable[[], bool] | None = None,
) -> int:
    """Write one self-contained page of the county or of ``unit``; returns its bytes.

    ``more`` themes are a choice on the page. Without names all hazard areas are shown. Raises BadRequest for an unknown theme or
    hazard, BadFile, Cancelled.
    """
    shown = _themes(connection, (theme, *more), cancelled)
    content = WebContent(has_homes=has_homes)
    return write_web_map(
        connection, path, shown, looks=level_looks(), unit=unit, hazard_names=hazards, content=content, cancelled=cancelled
    )


def web_map_with_phones(
    db: Database,
    path: Path,
    theme: str = DEFAULT_THEME,
    *,
    who: str,
    reason: str,
    more: Sequence[str] = (),
    unit: Unit | None = None,
    hazards: Sequence[str] = (),
    has_homes: bool = False,
    cancelled: Callable[[], bool] | None = None,
) -> int:
    """As ``web_map`` with the grid officers' phones in clear; the history keeps who and why. Raises BadRequest without a reason."""
    if not reason.strip():
        raise BadRequest(tr("写上电话必须写明原因。"), tr("请写明原因，例如“值班室用”；它会记入历史。"))
    shown = _themes(db.conn, (theme, *more), cancelled)
    content = WebContent(has_homes=has_homes, has_phones=True)
    with history.recorded(db, label=tr("网页地图写上网格员电话"), who=who, kinds=(Kind.CONTACT,), why=reason.strip()):
        return write_web_map(
            db.conn, path, shown, looks=level_looks(), unit=unit, hazard_names=hazards, content=content, cancelled=cancelled
        )


def _themes(connection: sqlite3.Connection, names: Sequence[str], cancelled: Callable[[], bool] | None) -> list[WebTheme]:
    """The themes of these names, each once. Raises Cancelled."""
    go_on = stopper(cancelled)
    found: list[WebTheme] = []
    for name in dict.fromkeys(names):
        go_on()
        found.append(web_theme(connection, name))
    return found


def web_theme(connection: sqlite3.Connection, name: str) -> WebTheme:
    """The theme over all grids of the county, so that a unit's page has the county's classes."""
    theme = themes.theme(name)
    ids = layers.grids(connection).ids
    figures = grids.figures(connection, name)
    classified = themes.classify(theme, [figures.get(int(grid), 0) for grid in ids])
    codes, labels = dict(zip(ids.tolist(), classified.codes.tolist(), strict=True)), classified.labels()
    return WebTheme(
        title=theme.titled(),
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
