"""The length a scale bar shows: a number people say, in a bar of handy size."""

from __future__ import annotations

from dataclasses import dataclass
from math import floor, log10

from gisapp.language import tr


@dataclass(frozen=True, slots=True)
class ScaleBar:
    """A bar of ``length_px`` logical pixels that stands for ``length_m`` metres, and its text."""

    length_m: float
    length_px: float
    text: str


def scale_bar(metres_per_px: float, *, longest_px: float = 120.0) -> ScaleBar:
    """The longest of 1, 2 or 5 times a power of ten metres that fits ``longest_px``."""
    most = metres_per_px * longest_px
    power = 10.0 ** floor(log10(most))
    length = max(step * power for step in (1, 2, 5) if step * power <= most)
    return ScaleBar(length, length / metres_per_px, length_text(length))


def length_text(length_m: float) -> str:
    """A length as people read it: metres below one kilometre, then kilometres."""
    if length_m < 1_000:
        return tr("{number} 米", number=f"{length_m:,.3g}" if length_m < 10 else f"{length_m:,.0f}")
    kilometres = length_m / 1_000
    return tr("{number} 公里", number=f"{kilometres:,.2f}".rstrip("0").rstrip("."))


def area_text(area_m2: float) -> str:
    """An area as people read it: square metres, hectares, then square kilometres."""
    if area_m2 < 10_000:
        return tr("{number} 平方米", number=f"{area_m2:,.0f}")
    if area_m2 < 1_000_000:
        return tr("{number} 公顷", number=f"{area_m2 / 10_000:,.1f}")
    return tr("{number} 平方公里", number=f"{area_m2 / 1_000_000:,.2f}")
