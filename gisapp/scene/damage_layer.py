"""Damaged houses on the map: the mark tells how bad it is, its colour how far the work is, the legend both in words."""

from __future__ import annotations

import sqlite3

import numpy as np

from gisapp.domain.damage import DamageGrade, WorkProgress
from gisapp.language import tr
from gisapp.scene import cartography
from gisapp.scene.layers import PointLayer
from gisapp.scene.legend import LegendEntry, symbol_entries
from gisapp.storage.county import geopackage
from gisapp.storage.damage.damaged_houses import on_map

DAMAGES = "damages"


def no_damages() -> PointLayer:
    """The layer while nobody asks for it."""
    return PointLayer(DAMAGES, np.empty(0, np.int64), np.empty((0, 2)), np.empty(0, np.uint8), cartography.point_style(DAMAGES))


def damage_layer(connection: sqlite3.Connection) -> PointLayer:
    """Every house with a damage that needs work, standing or not, by its latest one."""
    found = on_map(connection)
    codes = [_code(grade, begun_on, finished_on) for _, grade, begun_on, finished_on, _ in found]
    return PointLayer(
        name=DAMAGES,
        ids=np.array([row[0] for row in found], np.int64),
        xy=geopackage.decode_points([row[4] for row in found]).reshape(-1, 2),
        classes=np.array(codes, np.uint8),
        style=cartography.point_style(DAMAGES),
    )


def damage_entries(layer: PointLayer) -> tuple[LegendEntry, ...]:
    """The legend of what is shown, with its title; nothing while nothing is."""
    if not len(layer.ids):
        return ()
    return (LegendEntry(tr(cartography.title(DAMAGES))), *symbol_entries(DAMAGES, used=layer.classes))


def _code(grade: DamageGrade, begun_on: str | None, finished_on: str | None) -> int:
    progress = WorkProgress.FINISHED if finished_on else WorkProgress.BEGUN if begun_on else WorkProgress.TO_DO
    return cartography.class_code(DAMAGES, f"{grade.value}_{progress.value}")
