"""What painters keep between pictures: the palette, simplified shapes, ready paths, stamps and drawn names."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from weakref import WeakKeyDictionary

from PySide6.QtGui import QColor, QImage

from gisapp.canvas.kept_paths import KeptLines, KeptPolygons
from gisapp.scene.shapes import LineShapes, PolygonShapes
from gisapp.scene.simplify import FULL_DETAIL, band_of
from gisapp.scene.style import Lettering, Palette, Tint

Shapes = PolygonShapes | LineShapes
MOST_KEPT_NAMES = 3_000


@dataclass(eq=False)
class Desk:
    """One per canvas or print job; used on one thread only.

    ``missed`` is told (shapes, band) when a simplified copy would have been drawn had it been there.
    """

    palette: Palette = Palette.LIGHT
    missed: Callable[[Shapes, int], None] | None = None
    _polygons: WeakKeyDictionary[PolygonShapes, dict[int, KeptPolygons]] = field(default_factory=WeakKeyDictionary)
    _lines: WeakKeyDictionary[LineShapes, dict[int, KeptLines]] = field(default_factory=WeakKeyDictionary)
    _images: dict[tuple[object, ...], QImage] = field(default_factory=dict)
    _sizes: dict[tuple[str, Lettering], tuple[float, float]] = field(default_factory=dict)

    def colour(self, tint: Tint, opacity: float = 1.0) -> QColor:
        """The tint of this palette as a Qt colour."""
        colour = QColor(tint.on(self.palette))
        colour.setAlphaF(opacity)
        return colour

    def polygons(self, shapes: PolygonShapes, metres_per_px: float) -> KeptPolygons:
        """The paths of the best copy ready for this scale: the simplified one, else full detail."""
        bands = self._polygons.setdefault(shapes, {})
        band = band_of(metres_per_px)
        if band not in bands and band != FULL_DETAIL and self.missed is not None:
            self.missed(shapes, band)
        near = [known for known in bands if known <= band]
        if not near:
            bands[FULL_DETAIL] = KeptPolygons(shapes)
            return bands[FULL_DETAIL]
        return bands[max(near)]

    def lines(self, shapes: LineShapes, metres_per_px: float) -> KeptLines:
        """As polygons(), for lines."""
        bands = self._lines.setdefault(shapes, {})
        band = band_of(metres_per_px)
        if band not in bands and band != FULL_DETAIL and self.missed is not None:
            self.missed(shapes, band)
        near = [known for known in bands if known <= band]
        if not near:
            bands[FULL_DETAIL] = KeptLines(shapes)
            return bands[FULL_DETAIL]
        return bands[max(near)]

    def learn(self, shapes: Shapes, band: int, *, simplified: Shapes) -> None:
        """Use ``simplified`` for ``shapes`` in that zoom band from now on."""
        if isinstance(shapes, PolygonShapes) and isinstance(simplified, PolygonShapes):
            self._polygons.setdefault(shapes, {})[band] = KeptPolygons(simplified)
        elif isinstance(shapes, LineShapes) and isinstance(simplified, LineShapes):
            self._lines.setdefault(shapes, {})[band] = KeptLines(simplified)

    def image(self, key: tuple[object, ...], make: Callable[[], QImage]) -> QImage:
        """A small image made once per key: a symbol's stamp, a hatch tile, a drawn name."""
        if key not in self._images:
            if len(self._images) >= MOST_KEPT_NAMES:
                self._images.clear()
            self._images[key] = make()
        return self._images[key]

    def size(
        self, name: tuple[str, Lettering], measure: Callable[[str, Lettering], tuple[float, float]]
    ) -> tuple[float, float]:
        """Width and height of a name in its lettering, measured once."""
        if name not in self._sizes:
            self._sizes[name] = measure(*name)
        return self._sizes[name]
