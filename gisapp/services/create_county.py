"""An empty county file for any outline, in the metre-based CRS of where it lies."""

from __future__ import annotations

from pathlib import Path

import shapely

from gisapp.domain.ids import new_uid
from gisapp.spatial import crs
from gisapp.storage import county_file, divisions, geopackage


def create_county(path: Path, *, name: str, code: str, outline: shapely.Geometry, epsg: int | None = None) -> int:
    """Make an empty county at ``path`` from an ``outline`` in WGS 84 degrees; returns the EPSG number used.

    The zone is chosen from the outline's centre unless ``epsg`` says otherwise. Raises BadFile, BadRequest.
    """
    srs_id = epsg or crs.county_crs(outline.centroid.x)
    county_file.create(path, name=name, srs_id=srs_id, srs_name=crs.crs_name(srs_id), srs_wkt=crs.crs_wkt(srs_id))
    with county_file.writing(path) as db, county_file.transaction(db):
        shape = shapely.transform(outline, lambda points: crs.to_metres(points, srs_id))
        divisions.insert_county(db.conn, code=code, name=name, uid=new_uid(), geom=geopackage.encode(shape, srs_id))
        geopackage.refresh_extents(db.conn)
    return srs_id
