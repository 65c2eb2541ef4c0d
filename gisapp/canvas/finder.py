"""Which feature of which layer lies under the pointer or in a loop: the topmost first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF

from gisapp.scene.hit import feature_at, features_in
from gisapp.scene.layers import Layer, PolygonLayer
from gisapp.scene.view import FloatArray, View

Found = tuple[Layer, int]


def found_at(layers: Sequence[Layer], view: View, px: QPointF) -> Found | None:
    """The layer and id under a pixel, the topmost layer that can be picked first."""
    for layer in reversed(layers):
        feature = feature_at(layer, view, at_px=(px.x(), px.y()))
        if feature is not None:
            return layer, feature
    return None


def found_in(layers: Sequence[Layer], ring: FloatArray, *, kind: str) -> tuple[str, frozenset[int]]:
    """The ids of ``kind`` in a ring (n, 2) of metres; without a layer of that kind, of the lowest polygons to pick."""
    wanted = [layer for layer in layers if layer.kind and layer.kind == kind]
    chosen = wanted or [layer for layer in layers if layer.kind and isinstance(layer, PolygonLayer)]
    if not chosen:
        return "", frozenset()
    return chosen[0].kind, frozenset(features_in(chosen[0], ring).tolist())
