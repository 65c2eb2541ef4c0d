"""The first page of a printed call list: the question, the figures, the map."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict

from PySide6.QtCore import QRectF

from gisapp.domain.affected import AffectedRun, Tally
from gisapp.language import tr
from gisapp.printing.map_frame import print_legend_inside, print_map
from gisapp.printing.map_scene import PaperScene
from gisapp.printing.sheet import ACCENT, INK, LEFT, MIDDLE, PALE, QUIET, RIGHT, Sheet

FIGURES_PX = 372.0
NUMBER_PX = 70.0
ROW_PX = 19.0
MOST_HAZARDS, MOST_CLASSES = 8, 7


def print_cover(sheet: Sheet, run: AffectedRun, scene: PaperScene, *, top: float, bottom: float) -> None:
    """Figures in a column at the left, the map with its legend at the right."""
    room = sheet.room
    height = sheet.text_height(run.question.sentence, room.width(), size_pt=10.5)
    sheet.text(QRectF(room.left(), top, room.width(), height), run.question.sentence, size_pt=10.5)
    top += height + 10
    column = QRectF(room.left(), top, FIGURES_PX, bottom - top)
    _print_figures(sheet, run, column)
    frame = QRectF(column.right() + 18, top, room.right() - column.right() - 18, bottom - top)
    print_map(sheet.painter, scene.layers, frame, bounds=scene.bounds)
    print_legend_inside(sheet.painter, scene.legend, frame)


def _print_figures(sheet: Sheet, run: AffectedRun, box: QRectF) -> None:
    totals = run.totals
    top = _print_total(sheet, totals.total, box)
    levels = [(level.caption, tally) for level, tally in totals.by_level]
    top = _print_tallies(sheet, tr("按等级（每户只计一次）"), levels, box=box, top=top)
    if len(totals.by_hazard) > 1:
        hazards = [*totals.by_hazard[:MOST_HAZARDS], (tr("两个以上风险区重叠"), totals.both)]
        top = _print_tallies(sheet, tr("按风险区（重叠处各计一次）"), hazards, box=box, top=top)
    if 1 < len(totals.combinations) <= MOST_CLASSES:
        classes = [(tr("、").join(names), tally) for names, tally in totals.combinations]
        top = _print_tallies(sheet, tr("恰好在（各类相加等于合计）"), classes, box=box, top=top)
    top = _print_people(sheet, run, box, top) + 10
    most = int((box.bottom() - top - 2 * ROW_PX) / (ROW_PX + 1))
    if most >= 3 and totals.by_grid:
        _print_tallies(sheet, tr("户数最多的网格"), _largest_grids(run, most), box=box, top=top)


def _largest_grids(run: AffectedRun, most: int) -> list[tuple[str, Tally]]:
    names = {call.grid_code: call.grid for call in run.calls}
    ordered = sorted(run.totals.by_grid, key=lambda pair: (-pair[1].households, pair[0]))[:most]
    return [(names.get(code, code) or tr("不在任何网格内"), tally) for code, tally in ordered]


def _print_total(sheet: Sheet, total: Tally, box: QRectF) -> float:
    """Three large figures."""
    cell = box.width() / 3
    captions = (tr("处住房"), tr("户"), tr("人"))
    for at, (number, caption) in enumerate(zip((total.houses, total.households, total.residents), captions, strict=True)):
        left = box.left() + at * cell
        sheet.text(QRectF(left, box.top(), cell, 34), f"{number:,}", size_pt=20, bold=True, colour=ACCENT, align=LEFT | MIDDLE)
        sheet.text(QRectF(left, box.top() + 33, cell, 16), caption, size_pt=9, colour=QUIET, align=LEFT | MIDDLE)
    return box.top() + 62


def _print_tallies(sheet: Sheet, title: str, rows: Sequence[tuple[str, Tally]], *, box: QRectF, top: float) -> float:
    columns = (tr("住房"), tr("户"), tr("人"))
    name_width, cell = box.width() - 3 * NUMBER_PX, NUMBER_PX
    head = max(ROW_PX, sheet.text_height(title, name_width - 10, size_pt=9, bold=True)) + 2
    sheet.painter.fillRect(QRectF(box.left(), top, box.width(), head), PALE)
    sheet.text(QRectF(box.left() + 6, top, name_width - 10, head), title, size_pt=9, bold=True, align=LEFT | MIDDLE)
    _print_numbers(sheet, columns, box.left() + name_width, top, cell, is_bold=True)
    top += head + 2
    for name, tally in rows:
        lines = max(ROW_PX, sheet.text_height(name, name_width - 10, size_pt=9))
        sheet.text(QRectF(box.left() + 6, top, name_width - 10, lines), name, size_pt=9, align=LEFT | MIDDLE)
        numbers = [f"{number:,}" for number in (tally.houses, tally.households, tally.residents)]
        _print_numbers(sheet, numbers, box.left() + name_width, top, cell)
        top += lines
        sheet.rule(box.left(), box.right(), top)
    return top + 12


def _print_numbers(sheet: Sheet, texts: Sequence[str], left: float, top: float, cell: float, *, is_bold: bool = False) -> None:
    for at, text in enumerate(texts):
        sheet.text(QRectF(left + at * cell, top, cell - 6, ROW_PX + 1), text, size_pt=9, bold=is_bold, colour=INK, align=RIGHT | MIDDLE)


def _print_people(sheet: Sheet, run: AffectedRun, box: QRectF, top: float) -> float:
    weak, totals = run.totals.vulnerable, run.totals
    lines = (
        tr("重点人群 {count:,} 人（每人只计一次）", count=weak.people),
        tr("65岁及以上 {elderly:,}，6岁以下 {children:,}，残疾 {disabled:,}，重病 {ill:,}，孕妇 {pregnant:,}，独居 {alone:,}（可多项）",
           elderly=weak.elderly, children=weak.children, disabled=weak.disabled, ill=weak.ill, pregnant=weak.pregnant, alone=weak.alone),
        tr("没有联系人电话的 {count:,} 户，在名单中以红色标出。", count=totals.without_contact),
        tr("自己另有安全住房的 {count:,} 户，请其去自己另一处住房。", count=totals.own_safe_home),
        tr("空置原住房 {count:,} 处，只是财产，无需叫醒。", count=totals.empty_origin),
        tr("其他空置住房 {count:,} 处，今晚无人。", count=totals.vacant_homes),
        tr("没有结论的住房 {count:,} 处。", count=totals.unknown),
        *_exceptions(run),
    )  # fmt: skip
    for text in lines:
        height = sheet.text_height(text, box.width(), size_pt=9)
        sheet.text(QRectF(box.left(), top, box.width(), height), text, size_pt=9)
        top += height + 4
    return top


def _exceptions(run: AffectedRun) -> tuple[str, ...]:
    """What is said only when there is any."""
    totals, found = run.totals, []
    if totals.sleepers_elsewhere:
        found.append(tr("另有 {count:,} 人睡在险区而自家不在名单上。", count=totals.sleepers_elsewhere))
    if run.question.buffer_m:
        by_buffer = totals.only_by_buffer
        found.append(tr("只因外扩才进入险区：{houses:,} 处，{households:,} 户，{residents:,} 人。", **asdict(by_buffer)))
    return tuple(found)
