"""The situation report as an A4 PDF: every part that has anything to say, one after the other."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QRectF

from gisapp.domain.affected import AffectedRun
from gisapp.errors import Cancelled
from gisapp.export.situation.blocks import Block, Figures, RunMap, TableBlock, Words
from gisapp.export.situation.matter import Matter
from gisapp.export.situation.parts import ReportPart, WrittenPart, write_parts
from gisapp.language import tr
from gisapp.printing.flow import Flow, draw_pages
from gisapp.printing.map_frame import print_legend_inside, print_map
from gisapp.printing.map_scene import PaperScene, run_map
from gisapp.printing.map_sheet import print_head
from gisapp.printing.paged_table import PrintColumn, PrintRow
from gisapp.printing.sheet import LEFT, MIDDLE, QUIET, RIGHT, Sheet, pdf_sheet
from gisapp.printing.table_document import FOOT_PX, HEAD_PX, Imprint, IsCancelled, Pages, Progress, imprint, table_room

MAP_PX = 400.0


def print_situation(
    matter: Matter,
    parts: Sequence[ReportPart],
    path: Path,
    *,
    maker: str = "",
    progress: Progress | None = None,
    cancelled: IsCancelled | None = None,
) -> tuple[int, tuple[WrittenPart, ...]]:
    """Write the report; returns the number of pages and the parts that had anything to say. Raises BadFile, Cancelled."""
    written = write_parts(matter, parts)
    if cancelled and cancelled():
        raise Cancelled(tr("打印已取消。"), tr("没有写入文件。"))
    width, height = table_room(is_landscape=False)
    flow = Flow(width, height, head=HEAD_PX)
    scene = _scene(matter.connection, matter.run, written)
    for part in written:
        flow.heading(part.title)
        for block in part.blocks:
            _put(flow, block, scene)
    said = imprint(matter.connection)
    title = tr("汛情处置报告 · {names}", names=tr("、").join(matter.run.question.names[:3]))
    with pdf_sheet(path, title=title, is_landscape=False) as sheet:
        pages = Pages(sheet, len(flow.pages), progress=progress, cancelled=cancelled)

        def begin(number: int) -> None:
            pages.begin()
            if number == 1:
                print_head(sheet, title, _about(matter.run, said, maker), is_sample=said.is_sample)

        draw_pages(sheet, flow, begin=begin, foot=lambda number: _foot(sheet, _about(matter.run, said, maker), number, len(flow.pages)))
    return len(flow.pages), written


def _scene(connection: sqlite3.Connection, run: AffectedRun, written: Sequence[WrittenPart]) -> PaperScene | None:
    has_map = any(isinstance(block, RunMap) for part in written for block in part.blocks)
    return run_map(connection, run.id) if has_map else None


def _put(flow: Flow, block: Block, scene: PaperScene | None) -> None:
    match block:
        case Words(text, is_warning):
            flow.words(text, is_warning=is_warning)
        case Figures(figures):
            flow.figures(figures)
        case TableBlock():
            columns = [PrintColumn(one.title, one.share, is_number=one.is_number, has_boxes=True) for one in block.columns]
            flow.table(block.title, block.note, columns, [PrintRow(row.cells, is_sum=row.is_sum) for row in block.rows])
        case RunMap():
            assert scene is not None
            _put_map(flow, scene)


def _put_map(flow: Flow, scene: PaperScene) -> None:
    def draw(sheet: Sheet, box: QRectF) -> None:
        print_map(sheet.painter, scene.layers, box, bounds=scene.bounds)
        print_legend_inside(sheet.painter, scene.legend, box)

    flow.put(MAP_PX, draw)


def _about(run: AffectedRun, said: Imprint, maker: str) -> str:
    values = {"county": said.county, "run": run.id, "at": run.at.replace("T", " ")[:16], "day": said.day.isoformat()}
    if maker:
        return tr("{county} · 研判第 {run} 号 {at} · {maker} 制 {day}", maker=maker, **values)
    return tr("{county} · 研判第 {run} 号 {at} · {day} 制", **values)


def _foot(sheet: Sheet, about: str, number: int, pages: int) -> None:
    room = sheet.room
    foot = QRectF(room.left(), room.bottom() - FOOT_PX + 6, room.width(), FOOT_PX - 6)
    sheet.text(foot, about, size_pt=8, colour=QUIET, align=LEFT | MIDDLE)
    sheet.text(foot, tr("第 {number} / {pages} 页", number=number, pages=pages), size_pt=8, colour=QUIET, align=RIGHT | MIDDLE)
