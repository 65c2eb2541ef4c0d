"""Photos of damaged houses in: a small copy without metadata, and when and where the camera says it was taken.

Nothing in a file is trusted: its kind is told by its first bytes, its size before anything is unpacked, every number is checked,
and it is unpacked in a process of its own.
"""

from __future__ import annotations

import hashlib
import math
import warnings
from collections.abc import Callable, Mapping
from dataclasses import astuple, dataclass
from datetime import datetime
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gisapp.errors import BadFile
from gisapp.language import tr
from gisapp.readers.child_process import in_child

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_FILE_BYTES = 60_000_000
MOST_PIXELS = 120_000_000
"""The largest cameras of telephones make 108 million."""
MOST_PIXELS_UNSCALED = 60_000_000
"""Of kinds that cannot be unpacked at a smaller scale."""
LONGEST_SIDE_PX = 1_600
MOST_STORED_BYTES = 200_000
QUALITIES = (85, 75, 65, 55, 45)
KINDS = ("JPEG", "PNG", "WEBP", "BMP", "TIFF")
EXIF, GPS = 0x8769, 0x8825
_TAKEN, _CHANGED = 36867, 306


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo ready for the county file: ``sha256`` of the original, ``jpeg`` of at most 200 kB and 1,600 px.

    ``taken_at`` is the camera's own clock, ISO without zone; degrees are as the camera noted them (WGS 84).
    """

    name: str
    sha256: str
    width: int
    height: int
    jpeg: bytes
    taken_at: str | None
    longitude: float | None
    latitude: float | None


def photo_of(path: Path, *, cancelled: Callable[[], bool] | None = None) -> Photo:
    """``read_photo`` in a process of its own; raises Cancelled too."""
    return Photo(*in_child(_parsed, str(path), in_words=partial(_in_words, path=path), cancelled=cancelled))


def _parsed(_tell: Callable[[int, int], None], path_text: str) -> tuple[Any, ...]:
    return astuple(read_photo(Path(path_text)))


def _in_words(why: str, *, path: Path) -> BadFile:
    return _too_large(path.name) if why in ("large", "slow") else _damaged(path.name)


def read_photo(path: Path) -> Photo:
    """Read one photo; raises BadFile for what is missing, no photo, broken or unreasonably large."""
    content = _content(path)
    try:
        return _photo(path, content)
    except BadFile:
        raise
    except Exception as error:  # a broken file may raise anything from a decoder
        raise _damaged(path.name) from error


def _content(path: Path) -> bytes:
    try:
        if not path.is_file() and path.exists():  # a device or pipe may have no end
            raise BadFile(tr("无法读取文件：{path}", path=path), tr("请检查是否有权限打开这个文件。"))
        size = path.stat().st_size
        if size > MOST_FILE_BYTES:
            raise BadFile(
                tr("文件太大，不像照片：{name}（{size} MB）", name=path.name, size=f"{size / 1e6:,.0f}"),
                tr("请选择不超过 {most} MB 的照片。", most=MOST_FILE_BYTES // 1_000_000),
            )
        return path.read_bytes()
    except FileNotFoundError as error:
        raise BadFile(tr("找不到文件：{path}", path=path), tr("请检查文件名。")) from error
    except OSError as error:
        raise BadFile(tr("无法读取文件：{path}", path=path), tr("请检查是否有权限打开这个文件。")) from error


def _photo(path: Path, content: bytes) -> Photo:
    from PIL import Image, UnidentifiedImageError

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # we set our own bounds below
        try:
            image = Image.open(BytesIO(content), formats=KINDS)
        except UnidentifiedImageError as error:
            raise BadFile(
                tr("不是能读的照片：{name}", name=path.name),
                tr("请用 JPG 或 PNG；苹果手机的 HEIC 请先在“设置-相机-格式”里选“兼容性最佳”，或另存为 JPG。"),
            ) from error
        except Image.DecompressionBombError as error:
            raise _too_large(path.name) from error
        with image:
            _refuse_too_large(path.name, image)
            exif = image.getexif()
            taken, place = taken_at(exif, exif.get_ifd(EXIF)), degrees(exif.get_ifd(GPS))
            jpeg, width, height = _small(image)
    longitude, latitude = place if place else (None, None)
    return Photo(path.name, hashlib.sha256(content).hexdigest(), width, height, jpeg, taken, longitude, latitude)


def _refuse_too_large(name: str, image: Image) -> None:
    most = MOST_PIXELS if image.format in ("JPEG", "MPO") else MOST_PIXELS_UNSCALED
    if image.width * image.height > most:
        raise _too_large(name)


def _damaged(name: str) -> BadFile:
    return BadFile(tr("照片已损坏，读不出来：{name}", name=name), tr("请重新从手机或相机复制这张照片。"))


def _too_large(name: str) -> BadFile:
    return BadFile(tr("图片的像素太多，不像照片：{name}", name=name), tr("请选择 {most} 万像素以内的照片。", most=MOST_PIXELS // 10_000))


def _small(image: Image) -> tuple[bytes, int, int]:
    """(JPEG, width, height): upright, without metadata, small enough for a county of thousands of them."""
    from PIL import Image as images
    from PIL import ImageOps

    image.draft("RGB", (LONGEST_SIDE_PX, LONGEST_SIDE_PX))  # a JPEG is unpacked at a fraction of its size
    upright = ImageOps.exif_transpose(image)
    plain = upright.convert("RGB") if upright.mode != "RGBA" else _on_white(upright)
    plain.thumbnail((LONGEST_SIDE_PX, LONGEST_SIDE_PX), images.Resampling.LANCZOS)
    while True:
        bare = images.frombytes("RGB", plain.size, plain.tobytes())  # pixels alone: no comment, profile or place goes along
        for quality in QUALITIES:
            out = BytesIO()
            bare.save(out, "JPEG", quality=quality, optimize=True)
            if out.tell() <= MOST_STORED_BYTES:
                return out.getvalue(), bare.width, bare.height
        plain.thumbnail((plain.width * 3 // 4, plain.height * 3 // 4), images.Resampling.LANCZOS)


def _on_white(image: Image) -> Image:
    from PIL import Image as images

    ground = images.new("RGB", image.size, "white")
    ground.paste(image, mask=image.getchannel("A"))
    return ground


def taken_at(exif: Mapping[int, Any], detail: Mapping[int, Any]) -> str | None:
    """The moment a photo was taken (else last written) by the camera's clock, ISO; None when it says none that exists."""
    for value in (detail.get(_TAKEN), exif.get(_CHANGED)):
        try:
            moment = datetime.strptime(str(value).strip("\x00 ")[:19], "%Y:%m:%d %H:%M:%S")  # noqa: DTZ007 - a camera has no zone
        except ValueError:
            continue
        if moment.year > 1970:
            return moment.isoformat(timespec="seconds")
    return None


def degrees(gps: Mapping[int, Any]) -> tuple[float, float] | None:
    """(longitude, latitude) of a GPS directory; None when it says none, or what no place on earth has, or 0, 0."""
    latitude, longitude = _angle(gps.get(2), gps.get(1), "S"), _angle(gps.get(4), gps.get(3), "W")
    if latitude is None or longitude is None or not (abs(latitude) <= 90 and abs(longitude) <= 180):
        return None
    return None if latitude == 0 and longitude == 0 else (longitude, latitude)


def _angle(parts: Any, side: Any, negative: str) -> float | None:
    """Degrees, minutes, seconds and a letter as one number."""
    try:
        values = [float(part) for part in parts]
    except (TypeError, ValueError, ZeroDivisionError):
        return None
    if not 1 <= len(values) <= 3 or not all(math.isfinite(value) for value in values):
        return None
    angle = sum(value / 60**place for place, value in enumerate(values))
    return -angle if str(side).strip("\x00 ").upper() == negative else angle
