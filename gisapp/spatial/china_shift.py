"""The coordinates of Chinese web maps: GCJ-02 (Amap, Tencent) and BD-09 (Baidu) to and from WGS 84, exactly both ways.

Neither is published officially; the formulas are those in public use, as in googollee/eviltransform (BSD) and
wandergis/coordtransform (MIT), from where the figures in the tests come too. The way back is by iteration.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

GCJ_02, BD_09 = "GCJ-02", "BD-09"
CHINA = (72.004, 137.8347, 0.8293, 55.8271)
"""Degrees west, east, south, north: outside this box nothing is shifted."""

_AXIS_M, _ECCENTRICITY_SQUARED = 6_378_245.0, 0.006_693_421_622_965_943
"""Krasovsky's ellipsoid, 1940."""

_BAIDU_WAVE = np.pi * 3_000.0 / 180.0
_BAIDU_EAST, _BAIDU_NORTH = 0.0065, 0.006
_MOST_STEPS, _CLOSE_ENOUGH = 30, 1e-13

Degrees = NDArray[np.float64]
"""(n, 2): longitude, latitude."""


def wgs_to_gcj(lonlat: Degrees) -> Degrees:
    """WGS 84 -> GCJ-02, degrees; places outside China stay where they are."""
    return lonlat + np.where(_is_in_china(lonlat)[:, None], _offset(lonlat), 0.0)


def gcj_to_bd(lonlat: Degrees) -> Degrees:
    """GCJ-02 -> BD-09, degrees."""
    x, y = lonlat.T
    radius = np.hypot(x, y) + 0.00002 * np.sin(y * _BAIDU_WAVE)
    angle = np.arctan2(y, x) + 0.000003 * np.cos(x * _BAIDU_WAVE)
    return np.column_stack((radius * np.cos(angle) + _BAIDU_EAST, radius * np.sin(angle) + _BAIDU_NORTH))


def gcj_to_wgs(lonlat: Degrees) -> Degrees:
    """GCJ-02 -> WGS 84, degrees; the inverse of ``wgs_to_gcj`` to 1e-12."""
    return _inverse(wgs_to_gcj, lonlat)


def bd_to_gcj(lonlat: Degrees) -> Degrees:
    """BD-09 -> GCJ-02, degrees; the inverse of ``gcj_to_bd`` to 1e-12."""
    return _inverse(gcj_to_bd, lonlat)


def to_wgs(lonlat: Degrees, system: str) -> Degrees:
    """Degrees of GCJ-02 or BD-09 -> WGS 84."""
    return gcj_to_wgs(bd_to_gcj(lonlat) if system == BD_09 else lonlat)


def from_wgs(lonlat: Degrees, system: str) -> Degrees:
    """WGS 84 -> degrees of GCJ-02 or BD-09."""
    shifted = wgs_to_gcj(lonlat)
    return gcj_to_bd(shifted) if system == BD_09 else shifted


def _inverse(forward: Callable[[Degrees], Degrees], wanted: Degrees) -> Degrees:
    """The places that ``forward`` takes to ``wanted``: it moves less than a street's width over a street's width, so the miss
    shrinks a hundredfold with each step."""
    found = wanted.copy()
    for _ in range(_MOST_STEPS):
        miss = forward(found) - wanted
        found -= miss
        if not len(miss) or np.nanmax(np.abs(miss), initial=0.0) < _CLOSE_ENOUGH:
            break
    return found


def _is_in_china(lonlat: Degrees) -> NDArray[np.bool_]:
    west, east, south, north = CHINA
    x, y = lonlat.T
    inside: NDArray[np.bool_] = (x >= west) & (x <= east) & (y >= south) & (y <= north)
    return inside


def _offset(lonlat: Degrees) -> Degrees:
    """How far GCJ-02 lies from WGS 84, degrees."""
    x, y = lonlat[:, 0] - 105.0, lonlat[:, 1] - 35.0
    ripple = 20.0 * np.sin(6.0 * np.pi * x) + 20.0 * np.sin(2.0 * np.pi * x)
    north = -100.0 + 2.0 * x + 3.0 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * np.sqrt(np.abs(x))
    north += (ripple + _waves(y, (20.0, 1.0), (40.0, 3.0), (160.0, 12.0), (320.0, 30.0))) * 2.0 / 3.0
    east = 300.0 + x + 2.0 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * np.sqrt(np.abs(x))
    east += (ripple + _waves(x, (20.0, 1.0), (40.0, 3.0), (150.0, 12.0), (300.0, 30.0))) * 2.0 / 3.0
    latitude = np.radians(lonlat[:, 1])
    curve = 1.0 - _ECCENTRICITY_SQUARED * np.sin(latitude) ** 2
    along_meridian = _AXIS_M * (1.0 - _ECCENTRICITY_SQUARED) / curve**1.5
    along_parallel = _AXIS_M / np.sqrt(curve) * np.cos(latitude)
    return np.column_stack((np.degrees(east / along_parallel), np.degrees(north / along_meridian)))


def _waves(along: NDArray[np.float64], *parts: tuple[float, float]) -> NDArray[np.float64]:
    found = np.zeros_like(along)
    for height, length in parts:
        found += height * np.sin(np.pi * along / length)
    return found
