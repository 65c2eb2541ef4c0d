"""Photos in: small copies without metadata; broken, huge and foreign files are refused in a sentence."""

from __future__ import annotations

import struct
import zlib
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from gisapp.errors import BadFile
from gisapp.readers.photo import LONGEST_SIDE_PX, MOST_STORED_BYTES, degrees, read_photo, taken_at
from tests.unit.readers.photos import made_photo


def test_place_and_time_are_read_and_nothing_else_is_kept(tmp_path: Path) -> None:
    photo = read_photo(made_photo(tmp_path / "东墙.jpg", place=(108.5, 32.89), taken="2021:08:29 16:20:01"))
    assert (photo.name, photo.taken_at) == ("东墙.jpg", "2021-08-29T16:20:01")
    assert (photo.longitude, photo.latitude) == pytest.approx((108.5, 32.89), abs=1e-6)
    kept = Image.open(BytesIO(photo.jpeg))
    assert (kept.format, kept.size, dict(kept.getexif())) == ("JPEG", (640, 480), {})
    assert set(kept.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
    assert b"secret" not in photo.jpeg


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "BMP", "TIFF"])
def test_the_worst_case_of_every_kind_fits(tmp_path: Path, kind: str) -> None:
    rng = np.random.default_rng(2)
    path = tmp_path / "噪声"
    Image.fromarray(rng.integers(0, 255, (2_000, 2_600, 3), dtype=np.uint8)).save(path, kind)
    photo = read_photo(path)
    assert len(photo.jpeg) <= MOST_STORED_BYTES
    assert max(photo.width, photo.height) <= LONGEST_SIDE_PX
    assert Image.open(BytesIO(photo.jpeg)).size == (photo.width, photo.height)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "CMYK", "I;16"])
def test_every_mode_becomes_a_plain_picture(tmp_path: Path, mode: str) -> None:
    path = tmp_path / "图"
    Image.new(mode, (50, 30)).save(path, "TIFF")
    assert Image.open(BytesIO(read_photo(path).jpeg)).mode == "RGB"


def test_a_photo_taken_upright_stays_upright(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.new("RGB", (400, 200)).save(tmp_path / "竖.jpg", exif=exif)
    photo = read_photo(tmp_path / "竖.jpg")
    assert (photo.width, photo.height) == (200, 400)


def bomb(path: Path, side: int) -> Path:
    """A PNG of some hundred bytes that says it has side x side pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(1_000))) + chunk(b"IEND", b""))
    return path


@pytest.mark.parametrize("side", [9_000, 20_000, 100_000, 2**31 - 1])
def test_a_decompression_bomb_is_refused_before_it_is_unpacked(tmp_path: Path, side: int) -> None:
    with pytest.raises(BadFile, match="像素太多") as refusal:
        read_photo(bomb(tmp_path / "炸弹.png", side))
    assert refusal.value.next_step


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "不是能读的照片"),
        (b"\xff\xd8\xff", "不是能读的照片|已损坏"),
        (b"GIF89a" + bytes(100), "不是能读的照片"),
        (b"%PDF-1.7\n", "不是能读的照片"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 1 1\n", "不是能读的照片"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "不是能读的照片"),
        (b"\x00\x00\x00\x18ftypheic" + bytes(100), "HEIC"),
    ],
)
def test_what_is_no_photo_is_refused_in_a_sentence(tmp_path: Path, content: bytes, sentence: str) -> None:
    path = tmp_path / "某.jpg"
    path.write_bytes(content)
    with pytest.raises(BadFile) as refusal:
        read_photo(path)
    assert any(words in str(refusal.value) for words in sentence.split("|"))
    assert str(tmp_path) not in refusal.value.message


def test_a_folder_a_missing_and_a_giant_file_are_refused(tmp_path: Path) -> None:
    with pytest.raises(BadFile, match="找不到文件"):
        read_photo(tmp_path / "没有.jpg")
    with pytest.raises(BadFile, match="无法读取"):
        read_photo(tmp_path)
    giant = tmp_path / "大.jpg"
    with giant.open("wb") as file:
        file.truncate(61_000_000)
    with pytest.raises(BadFile, match="文件太大"):
        read_photo(giant)


@pytest.mark.parametrize("part", [0.2, 0.5, 0.9])
def test_a_photo_cut_short_is_refused(tmp_path: Path, part: float) -> None:
    path = made_photo(tmp_path / "断.jpg", size=(2_000, 1_500))
    path.write_bytes(path.read_bytes()[: int(path.stat().st_size * part)])
    with pytest.raises(BadFile, match="已损坏"):
        read_photo(path)


@given(st.integers(0, 4_000), st.integers(0, 255))
def test_any_changed_byte_gives_a_photo_or_a_sentence(tmp_path_factory: pytest.TempPathFactory, place: int, value: int) -> None:
    path = tmp_path_factory.getbasetemp() / "改.jpg"
    content = bytearray(made_photo(path, place=(108.5, 32.89), taken="2021:08:29 16:20:01", size=(64, 48)).read_bytes())
    content[place % len(content)] = value
    path.write_bytes(content)
    with suppress(BadFile):
        photo = read_photo(path)
        assert photo.longitude is None or -180 <= photo.longitude <= 180


@pytest.mark.parametrize(
    ("gps", "found"),
    [
        ({1: "N", 2: (32, 53, 24), 3: "E", 4: (108, 30, 0)}, (108.5, 32.89)),
        ({1: "S", 2: (32.5,), 3: "W", 4: (108, 30)}, (-108.5, -32.5)),
        ({1: "N", 2: (0, 0, 0), 3: "E", 4: (0, 0, 0)}, None),
        ({1: "N", 2: (91, 0, 0), 3: "E", 4: (108, 0, 0)}, None),
        ({1: "N", 2: (float("nan"), 0, 0), 3: "E", 4: (108, 0, 0)}, None),
        ({1: "N", 2: "abc", 3: "E", 4: (108, 0, 0)}, None),
        ({2: (32, 0, 0)}, None),
        ({}, None),
    ],
)
def test_degrees_are_taken_only_when_they_are_a_place(gps: dict[int, object], found: tuple[float, float] | None) -> None:
    assert degrees(gps) == (pytest.approx(found) if found else None)


@pytest.mark.parametrize(
    ("exif", "detail", "found"),
    [
        ({306: "2021:08:29 16:20:01"}, {36867: "2021:08:28 01:02:03"}, "2021-08-28T01:02:03"),
        ({306: "2021:08:29 16:20:01"}, {36867: "0000:00:00 00:00:00"}, "2021-08-29T16:20:01"),
        ({306: "1970:01:01 00:00:00"}, {}, None),
        ({306: "昨天"}, {}, None),
        ({}, {36867: b"2021:08:28"}, None),
    ],
)
def test_the_cameras_time_is_taken_only_when_it_exists(exif: dict[int, object], detail: dict[int, object], found: str | None) -> None:
    assert taken_at(exif, detail) == found
