"""A PDF being drawn page by page in logical pixels of 1/96 inch."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QMarginsF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPageLayout, QPageSize, QPainter, QPdfWriter

from gisapp.errors import BadFile, BadRequest
from gisapp.export.replaced_file import replacing
from gisapp.language import tr
from gisapp.printing.typeface import Typeface

DPI = 300
RATIO = DPI / 96
PX_PER_MM = 96 / 25.4
MARGIN_MM = 10.0

INK = QColor("#16252c")
QUIET = QColor("#52646c")
RULE = QColor("#cfd8db")
PALE = QColor("#f1f5f5")
ACCENT = QColor("#0b6e6e")
ALARM = QColor("#a50f15")

Align = Qt.AlignmentFlag
LEFT, RIGHT, CENTRE, MIDDLE = Align.AlignLeft, Align.AlignRight, Align.AlignHCenter, Align.AlignVCenter


class Paper(Enum):
    """Sheet sizes; (width, height) in millimetres, upright."""

    A4 = (210.0, 297.0)
    A3 = (297.0, 420.0)


def paper_from_text(text: str) -> Paper:
    """A4 or A3; raises BadRequest for another size."""
    try:
        return Paper[text.strip().upper()]
    except KeyError:
        raise BadRequest(tr("不认识纸张“{text}”。", text=text), tr("可用的纸张：A4、A3。")) from None


@dataclass(frozen=True, slots=True)
class Sheet:
    """The painter (scaled to logical pixels) and the room inside the margins; ``page`` is the whole sheet."""

    writer: QPdfWriter
    painter: QPainter
    page: QRectF
    room: QRectF
    _faces: dict[tuple[float, bool], Typeface] = field(default_factory=dict)

    def new_page(self) -> None:
        self.writer.newPage()

    def text(self, box: QRectF, text: str, *, size_pt: float = 9, bold: bool = False, colour: QColor = INK, align: Align = LEFT) -> None:
        """One or more lines inside ``box``, wrapped at its width."""
        face = self._face(size_pt, bold)
        self.painter.setFont(face.font)
        self.painter.setPen(colour)
        self.painter.drawText(box, int(align | Qt.TextFlag.TextDontClip), "\n".join(face.lines(text, box.width())))

    def text_height(self, text: str, width: float, *, size_pt: float = 9, bold: bool = False) -> float:
        """How high ``text`` becomes when wrapped at ``width``."""
        face = self._face(size_pt, bold)
        return len(face.lines(text, width)) * QFontMetricsF(face.font).lineSpacing()

    def _face(self, size_pt: float, bold: bool) -> Typeface:
        if (size_pt, bold) not in self._faces:
            self._faces[size_pt, bold] = Typeface(size_pt, is_bold=bold)
        return self._faces[size_pt, bold]

    def rule(self, left: float, right: float, y: float, *, colour: QColor = RULE) -> None:
        """A hairline across."""
        self.painter.fillRect(QRectF(left, y - 0.35, right - left, 0.7), colour)


@contextmanager
def pdf_sheet(path: Path, *, title: str, paper: Paper = Paper.A4, is_landscape: bool = True) -> Iterator[Sheet]:
    """A PDF with embedded fonts that takes its place when the block ends well; raises BadFile."""
    with replacing(path) as part:
        writer = QPdfWriter(str(part))
        writer.setResolution(DPI)
        writer.setTitle(title)
        writer.setCreator("gisapp")
        size = QPageSize(QPageSize.PageSizeId.A4 if paper is Paper.A4 else QPageSize.PageSizeId.A3)
        turned = QPageLayout.Orientation.Landscape if is_landscape else QPageLayout.Orientation.Portrait
        writer.setPageLayout(QPageLayout(size, turned, QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter))
        painter = QPainter()
        if not painter.begin(writer):
            raise BadFile(tr("写不了文件：{path}（{reason}）", path=path, reason="PDF"), tr("请换一个位置再试。"))
        try:
            painter.scale(RATIO, RATIO)
            painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
            yield Sheet(writer, painter, _page(paper, is_landscape), _room(paper, is_landscape))
        finally:
            painter.end()
        if not _is_whole(part):
            raise BadFile(tr("磁盘已满，没有写入：{path}", path=path), tr("请腾出空间后再试；原文件没有被改动。"))


def _is_whole(part: Path) -> bool:
    """Whether the PDF ends as it must: Qt does not say when the disk was full."""
    with part.open("rb") as file:
        file.seek(max(part.stat().st_size - 32, 0))
        return b"%%EOF" in file.read()


def _page(paper: Paper, is_landscape: bool) -> QRectF:
    width, height = paper.value[::-1] if is_landscape else paper.value
    return QRectF(0, 0, width * PX_PER_MM, height * PX_PER_MM)


def _room(paper: Paper, is_landscape: bool) -> QRectF:
    margin = MARGIN_MM * PX_PER_MM
    return _page(paper, is_landscape).adjusted(margin, margin, -margin, -margin)
