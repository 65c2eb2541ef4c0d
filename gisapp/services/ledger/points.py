"""Longitude and latitude as cells of a ledger write them."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from gisapp.domain.written import tidy
from gisapp.language import tr
from gisapp.services.ledger.outcome import RowRefused
from gisapp.spatial import crs
from gisapp.spatial.source_crs import SourceCrs

_LAND = (73.0, 136.0, 3.0, 54.0)
"""Degrees west, east, south, north within which a point can be meant at all."""


def point_of(
    texts: Mapping[str, str], longitude_key: str, latitude_key: str, epsg: int, *, source: SourceCrs | None = None
) -> tuple[float, float] | None:
    """Metres in the CRS ``epsg``; None where neither is written. Raises RowRefused for what is no place in the country.

    ``source`` is what a person says the coordinates are; degrees of CGCS2000 when nobody says.
    """
    written = (texts.get(longitude_key, ""), texts.get(latitude_key, ""))
    if not any(written):
        return None
    degrees = [_degrees(text) for text in written]
    for key, text, value in zip((longitude_key, latitude_key), written, degrees, strict=True):
        if value is None:
            raise RowRefused(tr("经纬度应是十进制度数：{text}", text=text or "—"), field_key=key, value=text)
    longitude, latitude = degrees
    if source is not None and longitude is not None and latitude is not None:
        return _converted(longitude, latitude, source, epsg, key=longitude_key)
    west, east, south, north = _LAND
    if longitude is None or latitude is None or not (west <= longitude <= east and south <= latitude <= north):
        is_swapped = longitude is not None and latitude is not None and west <= latitude <= east and south <= longitude <= north
        reason = tr("经度和纬度似乎写反了") if is_swapped else tr("经纬度不在国内：{text}", text=" ".join(written))
        raise RowRefused(reason, field_key=longitude_key, value=" ".join(written))
    xy = crs.to_metres(np.array([[longitude, latitude]]), epsg)[0]
    return round(float(xy[0]), 3), round(float(xy[1]), 3)


def _converted(east: float, north: float, source: SourceCrs, epsg: int, *, key: str) -> tuple[float, float]:
    pair = (north, east) if source.is_swapped else (east, north)
    with np.errstate(all="ignore"):
        found = crs.moved(np.array([pair]), source.text, epsg)[0]
    if not np.isfinite(found).all():
        raise RowRefused(tr("坐标不是数，或超出坐标系的范围"), field_key=key, value=f"{east} {north}")
    return round(float(found[0]), 3), round(float(found[1]), 3)


def _degrees(text: str) -> float | None:
    plain = tidy(text).translate(str.maketrans("．", ".")).strip("°EeNn东经北纬度 ")
    try:
        value = float(plain)
    except ValueError:
        return None
    return value if np.isfinite(value) else None
