"""Photos of a damage: checked against house and event, kept small in the file, gone with their undo and there again with another."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import shapely
from sqlite_utils import Database

from gisapp.domain.damage import DamageGrade
from gisapp.domain.damage_photo import PhotoLimits
from gisapp.errors import BadRequest
from gisapp.services.county.undo import undo
from gisapp.services.damage.attach_photos import AttachedPhotos, attach_photos, look_at_photos, notices_of, picture_of, remove_photo
from gisapp.services.damage.damage_event import add_event
from gisapp.services.damage.list_damage import damage_case
from gisapp.services.damage.photo_limits import photo_limits, set_photo_limits
from gisapp.services.damage.record_damage import record_damage
from gisapp.services.damage.remove_damage import remove_damage
from gisapp.spatial import crs
from gisapp.storage.county import geopackage
from tests.builders import EAST, EPSG, NORTH, opened
from tests.unit.readers.photos import made_photo
from tests.unit.storage.contents import contents, difference

IN_THE_RAIN = "2021:08:29 16:20:00"


@pytest.fixture
def db(county: Path) -> Iterator[Database]:
    with opened(county) as db:
        yield db


@pytest.fixture
def made(db: Database) -> int:
    event = add_event(db, "雨", from_date=date(2021, 8, 28), to_date=date(2021, 8, 30), who="甲")[0]
    return record_damage(db, ["house-1"], grade=DamageGrade.SERIOUS, event=event, on_date=date(2021, 8, 31), who="甲").done[0]


def degrees(x: float, y: float) -> tuple[float, float]:
    """WGS 84 of a place in the tiny county's own metres."""
    longitude, latitude = crs.to_degrees([[EAST + x, NORTH + y]], EPSG)[0]  # type: ignore[arg-type]
    return float(longitude), float(latitude)


def add(db: Database, made: int, *paths: Path) -> AttachedPhotos:
    return attach_photos(db, made, look_at_photos(db.conn, made, paths), who="甲")


@pytest.mark.parametrize(
    ("place", "taken", "told"),
    [
        ((100, 100), IN_THE_RAIN, ()),
        ((100, 299), IN_THE_RAIN, ()),
        ((100, 302), IN_THE_RAIN, ("拍摄地点离房屋 202 米，超过 200 米",)),
        (None, IN_THE_RAIN, ("照片没有记录拍摄地点",)),
        ((100, 100), None, ("照片没有记录拍摄时间",)),
        ((100, 100), "2021:08:27 23:59:59", ("拍摄于 2021-08-27，早于灾次开始的 2021-08-28",)),
        ((100, 100), "2021:09:29 00:00:00", ()),
        ((100, 100), "2021:09:30 00:00:00", ("拍摄于 2021-09-30，灾次结束已超过 30 天",)),
        ((100, 100), "2099:01:01 00:00:00", ("拍摄时间 2099-01-01 还没有到，请检查相机的时钟",)),
    ],
)
def test_place_and_time_are_checked_and_never_a_reason_to_refuse(
    db: Database, made: int, tmp_path: Path, place: tuple[float, float] | None, taken: str | None, told: tuple[str, ...]
) -> None:
    photo = made_photo(tmp_path / "墙.jpg", place=degrees(*place) if place else None, taken=taken)
    done = add(db, made, photo)
    assert [one.notices for one in done.looked] == [told]
    assert len(done.added) == 1
    case = damage_case(db.conn, made)
    assert list(notices_of(db.conn, case).values()) == [told]


def test_the_limits_are_the_countys_own(db: Database, made: int, tmp_path: Path) -> None:
    add(db, made, made_photo(tmp_path / "墙.jpg", place=degrees(100, 400), taken="2021:10:20 10:00:00"))
    case = damage_case(db.conn, made)
    assert len(notices_of(db.conn, case)[1]) == 2
    set_photo_limits(db, PhotoLimits(300, 60), who="甲")
    assert photo_limits(db.conn) == PhotoLimits(300, 60)
    assert notices_of(db.conn, case)[1] == ()
    with pytest.raises(BadRequest, match="不合适"):
        set_photo_limits(db, PhotoLimits(-1, 5), who="甲")


def test_a_house_without_a_point_is_said(db: Database, made: int, tmp_path: Path) -> None:
    db.execute("UPDATE house SET geom = ? WHERE id = 1", (geopackage.encode(shapely.Point(), EPSG),))
    (looked,) = look_at_photos(db.conn, made, [made_photo(tmp_path / "墙.jpg", place=degrees(100, 100), taken=IN_THE_RAIN)])
    assert looked.notices == ("房屋没有坐标，无法核对拍摄地点",)


def test_the_same_photo_is_kept_once_and_a_bad_file_is_refused_alone(db: Database, made: int, tmp_path: Path) -> None:
    photo = made_photo(tmp_path / "墙.jpg", taken=IN_THE_RAIN)
    copy = tmp_path / "副本.jpg"
    copy.write_bytes(photo.read_bytes())
    text = tmp_path / "不是照片.jpg"
    text.write_text("不是照片", encoding="utf-8")
    done = add(db, made, photo, copy, text, tmp_path / "没有.jpg")
    assert len(done.added) == 1
    assert [one.refusal.partition("：")[0].partition("。")[0] for one in done.looked] == [
        "",
        "这张照片已经有了",
        "不是能读的照片",
        "找不到文件",
    ]
    assert add(db, made, photo).change is None
    (other,) = record_damage(db, ["house-2"], grade=DamageGrade.SERIOUS, who="甲").done
    add(db, other, photo)
    assert db.execute("SELECT (SELECT count(*) FROM photo), (SELECT count(*) FROM damage_photo)").fetchone() == (1, 2)
    assert db.execute("SELECT name FROM damage_photo").fetchone()[0] == "墙.jpg"


def test_a_picture_comes_out_as_it_is_kept(db: Database, made: int, tmp_path: Path) -> None:
    (photo,) = add(db, made, made_photo(tmp_path / "墙.jpg")).added
    content = picture_of(db.conn, made, photo)
    assert content[:3] == b"\xff\xd8\xff"
    assert b"secret" not in content
    with pytest.raises(BadRequest, match="没有编号为 99 的照片"):
        picture_of(db.conn, made, 99)


def test_undo_takes_the_picture_with_it_and_brings_a_removed_one_back(db: Database, made: int, tmp_path: Path) -> None:
    states = [contents(db.conn)]
    (photo,) = add(db, made, made_photo(tmp_path / "一.jpg", seed=1)).added
    states.append(contents(db.conn))
    add(db, made, made_photo(tmp_path / "二.jpg", seed=2))
    states.append(contents(db.conn))
    remove_photo(db, made, photo, who="甲")
    assert db.execute("SELECT count(*) FROM damage_photo").fetchone()[0] == 1
    for state in reversed(states):
        undo(db, who="乙")
        assert difference(state, contents(db.conn)) == {}
    assert db.execute("SELECT count(*) FROM photo").fetchone()[0] == 0


def test_a_removed_damage_comes_back_with_its_photos(db: Database, made: int, tmp_path: Path) -> None:
    add(db, made, made_photo(tmp_path / "一.jpg"))
    before = contents(db.conn)
    remove_damage(db, made, who="甲", why="登错了")
    (other,) = record_damage(db, ["house-2"], grade=DamageGrade.SERIOUS, who="甲").done
    add(db, other, made_photo(tmp_path / "二.jpg", seed=2))
    for _ in range(3):
        undo(db, who="乙")
    assert difference(before, contents(db.conn)) == {}


def test_the_bytes_of_a_picture_are_not_in_the_history(db: Database, made: int, tmp_path: Path) -> None:
    add(db, made, made_photo(tmp_path / "一.jpg"))
    longest = db.execute("SELECT max(length(after)) FROM history_row WHERE table_name LIKE '%photo%'").fetchone()[0]
    assert longest < 1_000
