"""What painters keep between pictures: the palette, simplified shapes, ready paths, stamps and drawn names."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage

from gisapp.canvas.kept_paths import KeptLines, KeptPolygons
from gisapp.scene.layers import LabelLayer, LineLayer, PolygonLayer, RasterLayer, WaterLayer
from gisapp.scene.shapes import LineShapes, PolygonShapes
from gisapp.scene.simplify import FULL_DETAIL, band_of
from gisapp.scene.style import Lettering, Palette, Tint
from gisapp.scene.view import View

Shaped = PolygonLayer | LineLayer
Kept = KeptPolygons | KeptLines
Placed = tuple["PlacedName", ...]
WaterPixels = tuple[int, int, NDArray[np.uint16]]
MOST_KEPT_NAMES = 3_000
MOST_UNSIMPLIFIED = 5_000


@dataclass(frozen=True, slots=True)
class PlacedName:
    """A name with its lettering and top left corner in logical pixels."""

    text: str
    lettering: Lettering
    left: float
    top: float


@dataclass(eq=False)
class Desk:
    """One per canvas or print job; used on one thread only.

    ``missed`` is told (layer, band) when a simplified copy would have been drawn had it been there.
    """

    palette: Palette = Palette.LIGHT
    missed: Callable[[Shaped, int], None] | None = None
    _polygons: dict[PolygonShapes, dict[int, KeptPolygons]] = field(default_factory=dict)
    _lines: dict[LineShapes, dict[int, KeptLines]] = field(default_factory=dict)
    _images: dict[tuple[object, ...], QImage] = field(default_factory=dict)
    _veils: WeakKeyDictionary[RasterLayer, tuple[Palette, QImage]] = field(default_factory=WeakKeyDictionary)
    _water: tuple[object, View, WaterPixels] | None = None
    _placed: WeakKeyDictionary[LabelLayer, tuple[View, Placed]] = field(default_factory=WeakKeyDictionary)
    _sizes: dict[tuple[str, Lettering], tuple[float, float]] = field(default_factory=dict)

    def colour(self, tint: Tint, opacity: float = 1.0) -> QColor:
        """The tint of this palette as a Qt colour."""
        colour = QColor(tint.on(self.palette))
        colour.setAlphaF(opacity)
        return colour

    def polygons(self, layer: PolygonLayer, metres_per_px: float) -> KeptPolygons:
        """The best detail ready for this scale: the simplified one, else a finer one."""
        bands = self._polygons.setdefault(layer.shapes, {})
        if FULL_DETAIL not in bands:
            bands[FULL_DETAIL] = KeptPolygons(layer.shapes)
        return bands[self._ready_band(layer, bands, metres_per_px)]

    def lines(self, layer: LineLayer, metres_per_px: float) -> KeptLines:
        """As polygons(), for lines."""
        bands = self._lines.setdefault(layer.shapes, {})
        if FULL_DETAIL not in bands:
            bands[FULL_DETAIL] = KeptLines(layer.shapes)
        return bands[self._ready_band(layer, bands, metres_per_px)]

    def awaits(self, layer: Shaped, view: View) -> bool:
        """Whether a simplified copy is on its way that is worth waiting for: what is ready has too many vertices in sight."""
        kept = self.polygons(layer, view.metres_per_px) if isinstance(layer, PolygonLayer) else self.lines(layer, view.metres_per_px)
        bands: Mapping[int, object] = (self._polygons if isinstance(layer, PolygonLayer) else self._lines)[layer.shapes]  # type: ignore[index]
        is_coming = self.missed is not None and band_of(view.metres_per_px) not in bands
        return is_coming and kept.count_vertices(kept.visible(view.bounds)) > MOST_UNSIMPLIFIED

    def _ready_band(self, layer: Shaped, bands: Mapping[int, object], metres_per_px: float) -> int:
        wanted = band_of(metres_per_px)
        if wanted not in bands and self.missed is not None:
            self.missed(layer, wanted)
        return max(band for band in bands if band <= wanted)

    def learn(self, shapes: PolygonShapes | LineShapes, band: int, *, kept: Kept) -> None:
        """Use ``kept`` for ``shapes`` in that zoom band from now on."""
        if isinstance(shapes, PolygonShapes) and isinstance(kept, KeptPolygons):
            self._polygons.setdefault(shapes, {})[band] = kept
        elif isinstance(shapes, LineShapes) and isinstance(kept, KeptLines):
            self._lines.setdefault(shapes, {})[band] = kept

    def keep_only(self, shapes: Collection[PolygonShapes | LineShapes]) -> None:
        """Forget the details of shapes that are on the map no more."""
        for known in [one for one in self._polygons if one not in shapes]:
            del self._polygons[known]
        for gone in [one for one in self._lines if one not in shapes]:
            del self._lines[gone]

    def image(self, key: tuple[object, ...], make: Callable[[], QImage]) -> QImage:
        """A small image made once per key: a symbol's stamp, a hatch tile, a drawn name."""
        if key not in self._images:
            if len(self._images) >= MOST_KEPT_NAMES:
                self._images.clear()
            self._images[key] = make()
        return self._images[key]

    def veil(self, layer: RasterLayer, make: Callable[[RasterLayer, Desk], QImage]) -> QImage:
        """The image of a relief in this palette, made once."""
        kept = self._veils.get(layer)
        if kept is None or kept[0] != self.palette:
            kept = self._veils[layer] = (self.palette, make(layer, self))
        return kept[1]

    def water(self, layer: WaterLayer, view: View, look_up: Callable[[WaterLayer, View], WaterPixels]) -> WaterPixels:
        """Which cell each pixel shows, whatever the level; kept for the view last asked for."""
        kept = self._water
        if kept is None or kept[0] is not layer.sheets or kept[1] != view:
            kept = self._water = (layer.sheets, view, look_up(layer, view))
        return kept[2]

    def places(self, layer: LabelLayer, view: View, place: Callable[[LabelLayer, View, Desk], Placed]) -> Placed:
        """Where the names of a layer go in a view; kept for the view last asked for."""
        kept = self._placed.get(layer)
        if kept is None or kept[0] != view:
            kept = self._placed[layer] = (view, place(layer, view, self))
        return kept[1]

    def size(self, name: tuple[str, Lettering], measure: Callable[[str, Lettering], tuple[float, float]]) -> tuple[float, float]:
        """Width and height of a name in its lettering, measured once."""
        if name not in self._sizes:
            self._sizes[name] = measure(*name)
        return self._sizes[name]
