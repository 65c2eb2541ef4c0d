"""An empty county file for any outline, in the metre-based CRS of where it lies."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import shapely

from gisapp.domain.ids import new_uid
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.spatial import crs
from gisapp.storage.county import county_file, geopackage
from gisapp.storage.places import divisions


def create_county(path: Path, *, name: str, code: str, outline: shapely.Geometry, epsg: int | None = None) -> int:
    """Make an empty county at ``path`` from an ``outline`` in WGS 84 degrees; returns the EPSG number used.

    The zone is chosen from the outline's centre unless ``epsg`` says otherwise. Raises BadFile, BadRequest.
    """
    srs_id = crs.metre_crs(epsg if epsg is not None else crs.county_crs(outline.centroid.x))
    shape = shapely.transform(outline, lambda points: crs.to_metres(points, srs_id))
    if not np.isfinite(shapely.get_coordinates(shape)).all():
        raise BadRequest(tr("边界不在坐标系 EPSG:{crs} 的范围内。", crs=srs_id), tr("请检查边界的坐标，或换一个坐标系。"))
    county_file.create(path, name=name, srs_id=srs_id, srs_name=crs.crs_name(srs_id), srs_wkt=crs.crs_wkt(srs_id))
    try:
        with county_file.writing(path) as db, county_file.transaction(db):
            divisions.insert_county(db.conn, code=code, name=name, uid=new_uid(), geom=geopackage.encode(shape, srs_id))
            geopackage.refresh_extents(db.conn)
    except BaseException:
        county_file.remove(path)
        raise
    return srs_id
