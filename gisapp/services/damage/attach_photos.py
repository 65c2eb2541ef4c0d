"""Put photos to a damage: read, checked against house and event, kept as small copies inside the county file."""

from __future__ import annotations

import math
import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import shapely

from gisapp.domain.change import Change, Kind
from gisapp.domain.damage import DamageCase, DamagePhoto
from gisapp.domain.damage_photo import notices
from gisapp.errors import BadRequest, Cancelled, GisappError
from gisapp.language import tr
from gisapp.readers.photo import Photo, photo_of
from gisapp.services.damage.list_damage import damage_case
from gisapp.services.damage.photo_limits import photo_limits
from gisapp.spatial import crs
from gisapp.storage.county import geopackage, history, settings
from gisapp.storage.damage import damage_writes, damaged_houses, photos

if TYPE_CHECKING:
    from sqlite_utils import Database

Progress = Callable[[int, int], None]
Question = Callable[[], bool]
MOST_PHOTOS = 40


@dataclass(frozen=True, slots=True)
class LookedPhoto:
    """One file as it was looked at: the photo with its distance from the house and what is odd, or ``refusal``."""

    name: str
    photo: Photo | None
    distance_m: float | None
    notices: tuple[str, ...]
    refusal: str = ""


@dataclass(frozen=True, slots=True)
class AttachedPhotos:
    """What was written: ``change`` is None when nothing was; ``looked`` has every file asked."""

    change: Change | None
    added: tuple[int, ...]
    looked: tuple[LookedPhoto, ...]


def look_at_photos(
    connection: sqlite3.Connection,
    damage_id: int,
    paths: Sequence[Path],
    *,
    progress: Progress | None = None,
    cancelled: Question | None = None,
) -> tuple[LookedPhoto, ...]:
    """Read the files and check them; one that cannot be read is refused alone.

    Raises BadRequest for an unknown damage or too many files, Cancelled.
    """
    if len(paths) > MOST_PHOTOS:
        raise BadRequest(tr("一次选了 {count} 张照片。", count=len(paths)), tr("一次最多 {most} 张，请分几次添加。", most=MOST_PHOTOS))
    case = damage_case(connection, damage_id)
    looked: list[LookedPhoto] = []
    for place, path in enumerate(paths):
        if cancelled and cancelled():
            raise Cancelled(tr("已取消。"), tr("没有写入任何内容。"))
        looked.append(_look(connection, case, path, {one.photo.sha256 for one in looked if one.photo}, cancelled=cancelled))
        if progress:
            progress(place + 1, len(paths))
    return tuple(looked)


def attach_photos(db: Database, damage_id: int, looked: Sequence[LookedPhoto], *, who: str) -> AttachedPhotos:
    """Keep the photos that were looked at and can be taken: one change. Raises BadRequest for an unknown damage."""
    case = damage_case(db.conn, damage_id)
    known = {photo.sha256 for photo in case.photos}
    taken = [(one, one.photo) for one in looked if one.photo is not None and one.photo.sha256 not in known]
    if not taken:
        return AttachedPhotos(None, (), tuple(looked))
    label = tr("添加照片：{number}，{count} 张", number=case.damage.number, count=len(taken))
    with history.recorded(db, label=label, who=who, kinds=(Kind.DAMAGE,)) as entry:
        made = []
        for one, photo in taken:
            photos.keep(db.conn, photo.sha256, width=photo.width, height=photo.height, jpeg=photo.jpeg)
            facts = {"photo_sha256": photo.sha256, "name": photo.name, "taken_at": photo.taken_at, "longitude": photo.longitude}
            more = {"latitude": photo.latitude, "distance_m": one.distance_m, "added_on": date.today().isoformat(), "added_by": who}
            made.append(damage_writes.insert(db.conn, "damage_photo", {"damage_id": damage_id, **facts, **more}))
    return AttachedPhotos(Change(label, (Kind.DAMAGE,), (damage_id,), entry), tuple(made), tuple(looked))


def remove_photo(db: Database, damage_id: int, damage_photo_id: int, *, who: str) -> Change:
    """Take a photo off a damage; raises BadRequest when it is none of its photos."""
    case = damage_case(db.conn, damage_id)
    found = _of_case(case, damage_photo_id)
    label = tr("删除照片：{number}，{name}", number=case.damage.number, name=found.name)
    with history.recorded(db, label=label, who=who, kinds=(Kind.DAMAGE,)) as entry:
        damage_writes.remove_photo(db.conn, damage_photo_id)
    return Change(label, (Kind.DAMAGE,), (damage_id,), entry)


def notices_of(connection: sqlite3.Connection, case: DamageCase) -> dict[int, tuple[str, ...]]:
    """photo -> what is odd about it, by the limits of today."""
    limits, today = photo_limits(connection), date.today()

    def told(photo: DamagePhoto) -> tuple[str, ...]:
        has_place = photo.longitude is not None
        return notices(photo.taken_at, photo.distance_m, has_place=has_place, event=case.event, limits=limits, today=today)

    return {photo.id: told(photo) for photo in case.photos}


def _look(connection: sqlite3.Connection, case: DamageCase, path: Path, seen: set[str], *, cancelled: Question | None) -> LookedPhoto:
    try:
        photo = photo_of(path, cancelled=cancelled)
    except Cancelled:
        raise
    except GisappError as error:
        return LookedPhoto(path.name, None, None, (), " ".join(filter(None, (error.message, error.next_step))))
    if photo.sha256 in seen or photo.sha256 in {one.sha256 for one in case.photos}:
        return LookedPhoto(path.name, None, None, (), tr("这张照片已经有了"))
    distance = _distance(connection, case.damage.house_uid, photo)
    found = notices(
        photo.taken_at,
        distance,
        has_place=photo.longitude is not None,
        event=case.event,
        limits=photo_limits(connection),
        today=date.today(),
    )
    return LookedPhoto(path.name, photo, distance, found)


def _distance(connection: sqlite3.Connection, house_uid: str, photo: Photo) -> float | None:
    house = damaged_houses.houses(connection, [house_uid]).get(house_uid)
    if photo.longitude is None or photo.latitude is None or house is None or house.geom is None:
        return None
    taken = shapely.Point(crs.to_metres(np.array([[photo.longitude, photo.latitude]]), settings.crs(connection))[0])
    distance = float(shapely.distance(taken, geopackage.decode([house.geom])[0]))
    return distance if math.isfinite(distance) else None


def picture_of(connection: sqlite3.Connection, damage_id: int, damage_photo_id: int) -> bytes:
    """The JPEG of one of a damage's photos; raises BadRequest when it is none of them."""
    case = damage_case(connection, damage_id)
    content = photos.picture(connection, _of_case(case, damage_photo_id).sha256)
    assert content is not None  # a row that names a picture has it
    return content


def _of_case(case: DamageCase, damage_photo_id: int) -> DamagePhoto:
    found = next((photo for photo in case.photos if photo.id == damage_photo_id), None)
    if found is None:
        raise BadRequest(tr("{number}没有编号为 {id} 的照片。", number=case.damage.number, id=damage_photo_id), tr("请从照片里选择。"))
    return found
