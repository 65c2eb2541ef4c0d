"""How things look, as plain values: colours for light and dark, fills, strokes, symbols, letters."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from math import log


class Palette(Enum):
    """Which of a tint's two colours is used."""

    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Tint:
    """One colour for a light and one for a dark map, each ``#rrggbb``."""

    light: str
    dark: str

    def on(self, palette: Palette) -> str:
        return self.light if palette is Palette.LIGHT else self.dark


class Hatch(Enum):
    """A pattern over a fill, so that classes differ without colour too."""

    NONE = "none"
    RISING = "rising"
    FALLING = "falling"
    CROSSED = "crossed"
    LEVEL = "level"
    DOTTED = "dotted"


class Mark(Enum):
    """The outline of a point symbol."""

    DISC = "disc"
    RING = "ring"
    SQUARE = "square"
    DIAMOND = "diamond"
    TRIANGLE = "triangle"
    HOUSE = "house"


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line ``width_px`` logical pixels wide; ``dash`` in multiples of the width; ``casing`` drawn wider beneath."""

    tint: Tint
    width_px: float = 1.0
    opacity: float = 1.0
    dash: tuple[float, ...] = ()
    casing: Tint | None = None


@dataclass(frozen=True, slots=True)
class Fill:
    """The inside of a polygon; ``opacity`` 0 leaves it empty."""

    tint: Tint
    opacity: float = 1.0
    hatch: Hatch = Hatch.NONE
    hatch_tint: Tint | None = None
    edge: Stroke | None = None


@dataclass(frozen=True, slots=True)
class PolygonStyle:
    """One fill per class, and one stroke per level of shared border from fine (grids) to coarse (county)."""

    fills: tuple[Fill, ...]
    borders: tuple[Stroke, ...] = ()


@dataclass(frozen=True, slots=True)
class LineStyle:
    """One stroke per class."""

    strokes: tuple[Stroke, ...]


@dataclass(frozen=True, slots=True)
class Symbol:
    """A point symbol whose radius grows from ``far_px`` (whole county) to ``near_px`` (single houses).

    Its opacity grows likewise, from ``far_opacity`` (None = as close up): points that crowd must not hide what they lie on.
    """

    tint: Tint
    mark: Mark = Mark.DISC
    far_px: float = 0.8
    near_px: float = 4.0
    opacity: float = 1.0
    edge: Tint | None = None
    far_opacity: float | None = None

    def radius_px(self, metres_per_px: float) -> float:
        """The radius at a scale; it grows late, when the points have room."""
        return self.far_px + (self.near_px - self.far_px) * _nearness(metres_per_px) ** 1.5

    def opacity_at(self, metres_per_px: float) -> float:
        """The opacity at a scale."""
        if self.far_opacity is None:
            return self.opacity
        return self.far_opacity + (self.opacity - self.far_opacity) * _nearness(metres_per_px)


FAR_METRES_PER_PX = 40.0
NEAR_METRES_PER_PX = 1.5


def _nearness(metres_per_px: float) -> float:
    """0 for the whole county to 1 for single houses, by the logarithm of the scale."""
    share = (log(FAR_METRES_PER_PX) - log(metres_per_px)) / (log(FAR_METRES_PER_PX) - log(NEAR_METRES_PER_PX))
    return min(max(share, 0.0), 1.0)


@dataclass(frozen=True, slots=True)
class PointStyle:
    """One symbol per class; higher classes are painted over lower ones."""

    symbols: tuple[Symbol, ...]


@dataclass(frozen=True, slots=True)
class Lettering:
    """Letters of one kind of name, with a halo that keeps them readable on any ground."""

    tint: Tint
    halo: Tint
    size_pt: float = 10.0
    bold: bool = False
    halo_px: float = 1.6


@dataclass(frozen=True, slots=True)
class LabelStyle:
    """One lettering per class of label."""

    letterings: tuple[Lettering, ...]


@dataclass(frozen=True, slots=True)
class Scope:
    """The scales, in metres per logical pixel, between which something is shown."""

    closest: float = 0.0
    farthest: float = float("inf")

    def holds(self, metres_per_px: float) -> bool:
        return self.closest <= metres_per_px <= self.farthest
