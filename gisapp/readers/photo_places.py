"""Where photos were taken: one point for each, of one photo or of every photo in a folder; pictures themselves are not unpacked."""

from __future__ import annotations

import warnings
from pathlib import Path

import shapely

from gisapp.language import tr
from gisapp.readers.child_process import NotReadable
from gisapp.readers.geo_layer import Cell, RawLayer
from gisapp.readers.photo import EXIF, GPS, MOST_FILE_BYTES, degrees, taken_at

PHOTO_SUFFIXES = (".jpg", ".jpeg")
MOST_PHOTOS = 20_000
FIELDS = ("照片", "拍摄时间")


def photos_of(path: Path) -> list[Path]:
    """The photo itself, or those in a folder, by name."""
    if not path.is_dir():
        return [path]
    return sorted(one for one in path.iterdir() if one.suffix.lower() in PHOTO_SUFFIXES and one.is_file())


def photos_beside(path: Path) -> int:
    """Of one photo, how many photos its folder holds; 0 for anything else."""
    return len(photos_of(path.parent)) if path.suffix.lower() in PHOTO_SUFFIXES and path.is_file() else 0


def read_photo_places(path: Path, most_rows: int | None) -> list[RawLayer]:
    """One layer, a row for each photo; one without a place or that cannot be read says why. Runs in the child process."""
    photos = photos_of(path)
    if not photos:
        raise NotReadable("empty")
    if len(photos) > MOST_PHOTOS:
        raise NotReadable("large")
    layer = RawLayer(tr("照片"), "Point", "EPSG:4326", FIELDS, total=len(photos))
    for row, photo in enumerate(photos[:most_rows]):
        when, place, trouble = _seen(photo)
        cells: list[Cell] = [photo.name, (when or "").replace("T", " ")]
        layer.cells.append(cells)
        layer.wkb.append(shapely.to_wkb(shapely.Point(place)) if place else None)
        if trouble:
            layer.troubles[row] = trouble
    return [layer]


def _seen(photo: Path) -> tuple[str | None, tuple[float, float] | None, str]:
    """(when, longitude and latitude, why there is no place)."""
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            if photo.stat().st_size > MOST_FILE_BYTES:
                return None, None, tr("文件太大，不像照片")
            with Image.open(photo, formats=("JPEG", "MPO")) as image:
                exif = image.getexif()
                when, place = taken_at(exif, exif.get_ifd(EXIF)), degrees(exif.get_ifd(GPS))
    except Exception:  # noqa: BLE001 - a broken file may raise anything from a decoder
        return None, None, tr("照片已损坏，读不出来")
    return when, place, "" if place else tr("照片里没有位置")
