"""Pictures as files: how large they may be, and that a file appears whole or not at all."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage

from gisapp.errors import BadFile, BadRequest
from gisapp.export.replaced_file import replacing
from gisapp.language import tr

LEAST_PX, MOST_PX = 16, 16_384


def refuse_odd_size(width_px: int, height_px: int) -> None:
    """Raises BadRequest for a size no picture has."""
    if not (LEAST_PX <= width_px <= MOST_PX and LEAST_PX <= height_px <= MOST_PX):
        raise BadRequest(tr("图片大小不合理：{width}x{height}", width=width_px, height=height_px), tr("请写成 1920x1080 的样子。"))


def write_png(path: Path, image: QImage) -> None:
    """Write a PNG; raises BadFile."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not image.save(buffer, "PNG"):  # type: ignore[call-overload]
        raise BadFile(tr("写不了文件：{path}（{reason}）", path=path, reason="PNG"), tr("请换一个位置再试。"))
    with replacing(path) as part:
        part.write_bytes(content.data())
