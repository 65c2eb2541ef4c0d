"""The county's one metre-based CRS: which zone it is in, and the way to and from degrees."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
import shapely
from numpy.typing import NDArray

from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.spatial import china_shift
from gisapp.spatial.china_shift import BD_09, GCJ_02

if TYPE_CHECKING:
    from pyproj import Transformer

WGS84 = 4326
CGCS2000 = 4490
_FIRST_ZONE, _FIRST_MERIDIAN, _LAST_MERIDIAN = 4534, 75, 135


def county_crs(longitude: float) -> int:
    """EPSG number of the CGCS2000 3-degree Gauss-Kruger CM zone nearest to ``longitude`` (degrees east)."""
    meridian = min(max(round(longitude / 3) * 3, _FIRST_MERIDIAN), _LAST_MERIDIAN)
    return _FIRST_ZONE + (meridian - _FIRST_MERIDIAN) // 3


def metre_crs(epsg: int) -> int:
    """``epsg`` itself, when a county can be measured in it; raises BadRequest for an unknown CRS or one in degrees or feet."""
    from pyproj import CRS
    from pyproj.exceptions import CRSError

    try:
        found = CRS.from_epsg(epsg)
    except CRSError as error:
        raise _unknown(epsg) from error
    units = {axis.unit_name for axis in found.axis_info}
    if not found.is_projected or units != {"metre"}:
        raise BadRequest(tr("坐标系 EPSG:{crs} 不以米为单位。", crs=epsg), tr("请用 CGCS2000 三度带，例如 4545；或不写，由程序选择。"))
    return epsg


def crs_name(epsg: int) -> str:
    """The CRS's official name."""
    from pyproj import CRS

    return str(CRS.from_epsg(epsg).name)


def title(text: str) -> str:
    """What a CRS given as EPSG code or WKT is called, for a person; the text itself when it says nothing."""
    from pyproj import CRS
    from pyproj.exceptions import CRSError

    if text in (GCJ_02, BD_09):
        return _web_map_title(text)
    try:
        found = CRS.from_user_input(text)
    except CRSError:
        return text[:60]
    epsg = found.to_epsg()
    return str(found.name) if epsg is None else f"{found.name} (EPSG:{epsg})"


def is_known(text: str) -> bool:
    """Whether ``text`` (EPSG code or WKT) is a CRS at all."""
    from pyproj import CRS
    from pyproj.exceptions import CRSError

    try:
        CRS.from_user_input(text)
    except CRSError:
        return False
    return True


def epsg_of(text: str) -> int | None:
    """The EPSG number of a CRS given as code or WKT; None when it has none."""
    from pyproj import CRS
    from pyproj.exceptions import CRSError

    if re.fullmatch(r"EPSG:[0-9]{1,6}", text):
        return int(text[5:])
    try:
        found = CRS.from_user_input(text).to_epsg(min_confidence=25)
    except CRSError:
        return None
    return None if found is None else int(found)


def central_meridian(epsg: int) -> float | None:
    """Degrees east of the meridian a CRS in metres is built on; None for one in degrees."""
    from pyproj import CRS

    operation = CRS.from_epsg(epsg).coordinate_operation
    found = [] if operation is None else [one.value for one in operation.params if one.name == "Longitude of natural origin"]
    return float(found[0]) if found else None


def crs_wkt(epsg: int) -> str:
    """The definition as GeoPackage wants it: OGC well-known text 1."""
    from pyproj import CRS

    return str(CRS.from_epsg(epsg).to_wkt("WKT1_GDAL"))


def to_metres(lonlat: NDArray[np.float64], epsg: int) -> NDArray[np.float64]:
    """(n, 2) WGS 84 degrees -> (n, 2) metres east, north."""
    return _transformed(lonlat, WGS84, epsg)


def to_degrees(xy: NDArray[np.float64], epsg: int) -> NDArray[np.float64]:
    """(n, 2) metres east, north -> (n, 2) WGS 84 degrees."""
    return _transformed(xy, epsg, WGS84)


def _transformed(points: NDArray[np.float64], source: int, target: int) -> NDArray[np.float64]:
    points = np.asarray(points, dtype=np.float64).reshape(-1, 2)
    x, y = _transformer(source, target).transform(points[:, 0], points[:, 1])
    return np.column_stack((x, y))


@lru_cache(maxsize=32)
def _transformer(source: int | str, target: int | str) -> Transformer:
    """To make one takes 30 ms; pyproj gives each thread its own inside."""
    from pyproj import Transformer

    return Transformer.from_crs(source, target, always_xy=True)


Mover = Callable[[shapely.Geometry], shapely.Geometry]
Way = Callable[[NDArray[np.float64]], NDArray[np.float64]]


def moved(xy: NDArray[np.float64], source: int | str, target: int | str) -> NDArray[np.float64]:
    """(n, 2) points of ``source`` -> (n, 2) of ``target`` (EPSG numbers, WKT, GCJ-02, BD-09), x before y; inf where there is none."""
    return way_between(source, target)(xy)


def mover(source: int | str, target: int | str) -> Mover:
    """A function that takes a geometry from ``source`` to ``target`` (EPSG numbers, WKT, GCJ-02, BD-09), x before y in both.

    Raises BadRequest when the source is no CRS that can be converted.
    """
    go = way_between(source, target)
    return lambda geometry: shapely.transform(geometry, go)


def moved_shapes(shapes: NDArray[np.object_], source: int | str, target: int | str, *, is_swapped: bool = False) -> NDArray[np.object_]:
    """Geometries (n,) of ``source`` in ``target``, all at once; ``is_swapped``: y stands before x in the source. None stays None.

    Raises BadRequest when the source is no CRS that can be converted.
    """
    go = way_between(source, target)
    found: NDArray[np.object_] = shapely.transform(shapes, lambda xy: go(xy[:, ::-1] if is_swapped else xy))
    return found


def way_between(source: int | str, target: int | str) -> Way:
    """A function that takes points (n, 2) from ``source`` to ``target``, as ``mover`` takes geometries; raises as it does."""
    from pyproj.exceptions import ProjError

    web_map = source if isinstance(source, str) and source in (GCJ_02, BD_09) else None
    try:
        transformer = _transformer(WGS84 if web_map else source, target)
    except ProjError as error:
        raise _unknown(source) from error

    def go(xy: NDArray[np.float64]) -> NDArray[np.float64]:
        xy = china_shift.to_wgs(xy, web_map) if web_map else xy
        return np.column_stack(transformer.transform(xy[:, 0], xy[:, 1]))

    return go


def _web_map_title(system: str) -> str:
    return tr("GCJ-02（高德、腾讯地图经纬度）") if system == GCJ_02 else tr("BD-09（百度地图经纬度）")


def _unknown(source: int | str) -> BadRequest:
    return BadRequest(tr("不认识坐标系：{crs}", crs=str(source)[:60]), tr("请用 EPSG 编号，例如 4490 或 4545。"))
