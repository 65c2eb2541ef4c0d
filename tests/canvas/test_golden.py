"""The look of the map, against small pictures kept in tests/golden; without names, whose letters differ between machines.

After a change of look on purpose: GISAPP_NEW_GOLDEN=1 pytest tests/canvas/test_golden.py, look at them, commit them alone.
"""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from gisapp.canvas.painters import render
from gisapp.scene.layers import LabelLayer, Layer
from gisapp.scene.style import Palette
from gisapp.scene.view import View, view_of
from tests.canvas.synthetic import CENTRE
from tests.canvas.test_map_canvas import channels

GOLDEN = Path(__file__).parent.parent / "golden"
NOTICED, MOST_NOTICED = 48, 0.01


def whole(layers: list[Layer]) -> View:
    return view_of(layers[0].bounds, width_px=300, height_px=200)


@pytest.mark.parametrize("palette", Palette)
@pytest.mark.parametrize("place", ["county", "valley"])
def test_the_map_looks_as_it_did(qtbot: QtBot, layers: list[Layer], palette: Palette, place: str) -> None:
    view = whole(layers) if place == "county" else View(CENTRE[0] + 2_000, CENTRE[1] + 1_000, 12, 300, 200)
    image = render([layer for layer in layers if not isinstance(layer, LabelLayer)], view, palette=palette)
    golden = GOLDEN / f"map_{place}_{palette.value}.png"
    if os.environ.get("GISAPP_NEW_GOLDEN"):
        image.save(str(golden))
    kept = QImage(str(golden))
    assert kept.size() == image.size(), f"no picture {golden.name} of that size"
    differing = np.abs(channels(image) - channels(kept)).max(axis=2) > NOTICED
    assert differing.mean() <= MOST_NOTICED
