"""Rising water as a layer: cells by the level from which on they are wet, coarser copies for looking from afar, depths as classes."""

from __future__ import annotations

from math import log2

import numpy as np
from numpy.typing import NDArray

from gisapp.scene import cartography
from gisapp.scene.layers import WaterLayer
from gisapp.scene.view import Bounds

WATER = "water"
DEPTHS_CM = (0, 50, 150)
"""Where each class of depth begins; their titles stand in maps/symbols.toml."""
NEVER = np.uint16(65_535)
FEWEST = 64
Levels = NDArray[np.uint16]


def water_layer(above_cm: Levels, bounds: Bounds) -> WaterLayer:
    """``above_cm`` (rows, columns): centimetres of each cell above the river; values no level reaches are never wet. Nothing is yet."""
    sheets = [above_cm]
    while min(sheets[-1].shape) > FEWEST:
        sheets.append(_halved(sheets[-1]))
    return WaterLayer(WATER, tuple(sheets), bounds, 0, cartography.area_style(WATER), cartography.veil(WATER))


def no_water() -> WaterLayer:
    """Keeps the place of water in the stack."""
    return water_layer(np.full((1, 1), NEVER, np.uint16), (0.0, 0.0, 1.0, 1.0))


def halvings_for(layer: WaterLayer, metres_per_px: float) -> int:
    """Which copy to look at: the coarsest whose cells are no larger than a device pixel, at least the first."""
    cell_m = (layer.bounds[2] - layer.bounds[0]) / layer.sheets[0].shape[1]
    return min(int(log2(max(metres_per_px / cell_m, 1.0))), len(layer.sheets) - 1)


def class_spans(level_cm: int) -> tuple[tuple[int, int], ...]:
    """By class of depth the values (first, past the last) of the cells that are so deep in water of ``level_cm``."""
    ends = [max(level_cm - begin + 1, 0) for begin in DEPTHS_CM]
    return tuple(zip((*ends[1:], 0), ends, strict=True))


def _halved(sheet: Levels) -> Levels:
    """The lowest of every 2 x 2 cells, so that a narrow river is not lost from afar."""
    rows, columns = (size + size % 2 for size in sheet.shape)
    whole = np.full((rows, columns), NEVER, np.uint16)
    whole[: sheet.shape[0], : sheet.shape[1]] = sheet
    halved: Levels = whole.reshape(rows // 2, 2, columns // 2, 2).min(axis=(1, 3))
    return halved
