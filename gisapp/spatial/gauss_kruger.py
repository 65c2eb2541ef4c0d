"""Metres to degrees for the status bar, without loading a projection library."""

from __future__ import annotations

from math import asin, atan, atanh, cos, cosh, degrees, sin, sinh, sqrt, tanh

_FIRST, _LAST, _FIRST_MERIDIAN = 4534, 4554, 75
_A, _INVERSE_FLATTENING = 6_378_137.0, 298.257222101
"""The CGCS2000 ellipsoid (GB 22021-2008)."""


def lonlat(x: float, y: float, epsg: int) -> tuple[float, float] | None:
    """(longitude, latitude) in degrees of a place in a CGCS2000 3-degree CM zone; None for any other CRS.

    Krüger's series in the third flattening to its fourth order (Karney 2011, equations 36 and 11): better
    than a millimetre within a zone. CGCS2000 is taken as WGS 84, as everywhere in this program.
    """
    if not _FIRST <= epsg <= _LAST:
        return None
    meridian = _FIRST_MERIDIAN + 3 * (epsg - _FIRST)
    f = 1.0 / _INVERSE_FLATTENING
    n = f / (2.0 - f)
    radius = _A / (1.0 + n) * (1.0 + n**2 / 4.0 + n**4 / 64.0)
    xi, eta = y / radius, (x - 500_000.0) / radius
    beta = (
        n / 2 - 2 * n**2 / 3 + 37 * n**3 / 96 - n**4 / 360,
        n**2 / 48 + n**3 / 15 - 437 * n**4 / 1440,
        17 * n**3 / 480 - 37 * n**4 / 840,
        4397 * n**4 / 161280,
    )
    north = xi - sum(b * sin(2 * k * xi) * cosh(2 * k * eta) for k, b in enumerate(beta, start=1))
    east = eta - sum(b * cos(2 * k * xi) * sinh(2 * k * eta) for k, b in enumerate(beta, start=1))
    return meridian + degrees(atan(sinh(east) / cos(north))), degrees(_latitude(asin(sin(north) / cosh(east)), f))


def _latitude(conformal: float, f: float) -> float:
    """The geographic latitude of a conformal one, by fixed-point iteration."""
    e = sqrt(f * (2.0 - f))
    wanted, latitude = atanh(sin(conformal)), conformal
    for _ in range(6):
        latitude = asin(tanh(wanted + e * atanh(e * sin(latitude))))
    return latitude
