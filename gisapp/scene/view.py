"""The map's window on the world: pure functions between metres and pixels."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import isfinite

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]
Bounds = tuple[float, float, float, float]

METRES_PER_INCH = 0.0254
LOGICAL_DPI = 96.0
CLOSEST_METRES_PER_PX = 0.05
FARTHEST_METRES_PER_PX = 2_000.0


@dataclass(frozen=True, slots=True)
class View:
    """Where the map looks: centre in metres (y up), metres per logical pixel, size in logical pixels (y down).

    ``pixel_ratio`` is device pixels per logical pixel: 1.5 on a 150 % screen, 300/96 on paper at 300 dpi.
    """

    centre_x: float
    centre_y: float
    metres_per_px: float
    width_px: float
    height_px: float
    pixel_ratio: float = 1.0

    def to_px(self, xy: FloatArray) -> FloatArray:
        """Pixels (n, 2) of world coordinates (n, 2)."""
        px = np.empty(xy.shape, dtype=np.float64)
        px[..., 0] = (xy[..., 0] - self.left) / self.metres_per_px
        px[..., 1] = (self.top - xy[..., 1]) / self.metres_per_px
        return px

    def to_world(self, px: FloatArray) -> FloatArray:
        """World coordinates (n, 2) of pixels (n, 2)."""
        xy = np.empty(px.shape, dtype=np.float64)
        xy[..., 0] = self.left + px[..., 0] * self.metres_per_px
        xy[..., 1] = self.top - px[..., 1] * self.metres_per_px
        return xy

    def point_px(self, x: float, y: float) -> tuple[float, float]:
        """Pixel of one world point."""
        return (x - self.left) / self.metres_per_px, (self.top - y) / self.metres_per_px

    def point_world(self, x_px: float, y_px: float) -> tuple[float, float]:
        """World point of one pixel."""
        return self.left + x_px * self.metres_per_px, self.top - y_px * self.metres_per_px

    @property
    def left(self) -> float:
        return self.centre_x - self.width_px * self.metres_per_px / 2

    @property
    def top(self) -> float:
        return self.centre_y + self.height_px * self.metres_per_px / 2

    @property
    def bounds(self) -> Bounds:
        """Smallest x, smallest y, largest x, largest y in metres."""
        half_x, half_y = self.width_px * self.metres_per_px / 2, self.height_px * self.metres_per_px / 2
        return (self.centre_x - half_x, self.centre_y - half_y, self.centre_x + half_x, self.centre_y + half_y)

    def bounds_with_margin(self, margin_px: float) -> Bounds:
        """The bounds widened by ``margin_px`` on every side, for symbols that reach in from outside."""
        margin = margin_px * self.metres_per_px
        low_x, low_y, high_x, high_y = self.bounds
        return (low_x - margin, low_y - margin, high_x + margin, high_y + margin)

    @property
    def scale_denominator(self) -> float:
        """The N of 1:N at the nominal 96 pixels per inch."""
        return self.metres_per_px * LOGICAL_DPI / METRES_PER_INCH

    def zoomed_about(self, point_px: tuple[float, float], factor: float) -> View:
        """Magnified by ``factor`` (2 = twice as large) with the world under ``point_px`` staying there."""
        scale = clamped_scale(self.metres_per_px / factor)
        x, y = self.point_world(*point_px)
        return replace(
            self,
            centre_x=x - (point_px[0] - self.width_px / 2) * scale,
            centre_y=y + (point_px[1] - self.height_px / 2) * scale,
            metres_per_px=scale,
        )

    def panned(self, dx_px: float, dy_px: float) -> View:
        """The picture moved by so many pixels to the right and down."""
        return replace(
            self,
            centre_x=self.centre_x - dx_px * self.metres_per_px,
            centre_y=self.centre_y + dy_px * self.metres_per_px,
        )

    def resized(self, width_px: float, height_px: float, *, pixel_ratio: float | None = None) -> View:
        """Same centre and scale in a picture of another size."""
        return replace(
            self,
            width_px=max(1, width_px),
            height_px=max(1, height_px),
            pixel_ratio=self.pixel_ratio if pixel_ratio is None else pixel_ratio,
        )

    def part(self, x_px: float, y_px: float, *, width_px: float, height_px: float) -> View:
        """The view of a rectangle of this picture, its pixels in step with this picture's."""
        centre_x, centre_y = self.point_world(x_px + width_px / 2, y_px + height_px / 2)
        return replace(self, centre_x=centre_x, centre_y=centre_y, width_px=width_px, height_px=height_px)

    def fitting(self, bounds: Bounds, *, margin: float = 0.06) -> View:
        """Centred on ``bounds`` with all of it in sight and ``margin`` of the size left free around it."""
        low_x, low_y, high_x, high_y = bounds
        if not all(isfinite(value) for value in bounds):
            return self
        room = max(0.1, 1 - 2 * margin)
        scale = max((high_x - low_x) / (self.width_px * room), (high_y - low_y) / (self.height_px * room))
        return replace(
            self,
            centre_x=(low_x + high_x) / 2,
            centre_y=(low_y + high_y) / 2,
            metres_per_px=clamped_scale(scale),
        )


def clamped_scale(metres_per_px: float) -> float:
    """``metres_per_px`` kept between the closest and the farthest the map goes."""
    return min(max(metres_per_px, CLOSEST_METRES_PER_PX), FARTHEST_METRES_PER_PX)


def view_of(bounds: Bounds, *, width_px: float, height_px: float, pixel_ratio: float = 1.0) -> View:
    """A view of the given size that shows all of ``bounds``."""
    return View(0.0, 0.0, 1.0, max(1, width_px), max(1, height_px), pixel_ratio).fitting(bounds)
