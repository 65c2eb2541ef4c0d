"""双线联系卡: one card a family, two A5 cards on an A4 sheet or one on each, in the order of the doors, with a cover that lists them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby
from pathlib import Path

from PySide6.QtCore import QLineF, Qt
from PySide6.QtGui import QPen

from gisapp.domain.family_sheet import FamilySheet
from gisapp.domain.lines import SLOTS
from gisapp.errors import BadRequest, Cancelled
from gisapp.language import tr
from gisapp.printing.card_strips import body_strips, foot_strips, head_strips, sign_strips
from gisapp.printing.paged_table import Group, PrintColumn, PrintRow
from gisapp.printing.sheet import PX_PER_MM, QUIET, Paper, Sheet, pdf_sheet
from gisapp.printing.strips import Letters, SetStrip, StripPainter
from gisapp.printing.table_document import Imprint, IsCancelled, Pages, Progress, TableDocument, draw_document, place_document


class CardFormat(StrEnum):
    """How large a card is."""

    A5 = "a5"
    A4 = "a4"


def format_from_text(text: str) -> CardFormat:
    """a5 or a4; raises BadRequest for another size."""
    try:
        return CardFormat(text.strip().lower())
    except ValueError:
        raise BadRequest(tr("联系卡没有“{text}”这种大小。", text=text), tr("可用的大小：a5（一张两户）、a4（一张一户）。")) from None


@dataclass(frozen=True, slots=True)
class _Shape:
    """Where cards stand: ``lefts`` of the cards of a page, the room of one, the sizes of letters tried in turn."""

    lefts: tuple[float, ...]
    top: float
    width: float
    height: float
    sizes_pt: tuple[float, ...]
    overflow_pt: float


def _shape(size: CardFormat) -> _Shape:
    short, long = (millimetres * PX_PER_MM for millimetres in Paper.A4.value)
    if size is CardFormat.A5:
        margin = 8 * PX_PER_MM
        half = long / 2
        return _Shape((margin, half + margin), margin, half - 2 * margin, short - 2 * margin, (9.75, 9.0, 8.25, 7.5, 6.75), 8.25)
    margin = 14 * PX_PER_MM
    return _Shape((margin,), margin, short - 2 * margin, long - 2 * margin, (13.5, 12.0, 11.25, 10.5, 9.75, 9.0), 10.5)


@dataclass(frozen=True, slots=True)
class _Face:
    """One side of paper for one family, laid out: ``top`` strips from above, ``bottom`` strips from below."""

    letters: Letters
    top: tuple[SetStrip, ...]
    bottom: tuple[SetStrip, ...]


@dataclass(frozen=True, slots=True)
class CardBatch:
    """Which cards: families in the order of their doors, what the batch is called, whether phones are whole."""

    title: str
    families: Sequence[FamilySheet]
    said: Imprint
    size: CardFormat = CardFormat.A5
    is_revealed: bool = False


def print_contact_cards(batch: CardBatch, path: Path, *, progress: Progress | None = None, cancelled: IsCancelled | None = None) -> int:
    """Write the cards as a PDF, a cover first when there are several; returns the number of pages.

    Raises BadRequest when there is no family, BadFile, Cancelled.
    """
    if not batch.families:
        raise BadRequest(tr("没有搬迁户，没有可以打印的联系卡。"), tr("请换一个单位、条件或名单。"))
    shape = _shape(batch.size)
    faces = _faces(batch, shape, cancelled)
    is_landscape = batch.size is CardFormat.A5
    cover = place_document(replace(_cover(batch), is_landscape=is_landscape), cancelled=cancelled) if len(batch.families) > 1 else None
    sides = [faces[at : at + len(shape.lefts)] for at in range(0, len(faces), len(shape.lefts))]
    total = len(sides) + (cover.pages if cover else 0)
    with pdf_sheet(path, title=batch.title, is_landscape=is_landscape) as sheet:
        pages = Pages(sheet, total, progress=progress, cancelled=cancelled)
        if cover:
            draw_document(sheet, cover, pages)
        painter = StripPainter(sheet)
        for side in sides:
            pages.begin()
            for left, face in zip(shape.lefts, side, strict=False):
                painter.draw(face.letters, face.top, left=left, top=shape.top)
                below = shape.top + shape.height - sum(strip.whole for strip in face.bottom)
                painter.draw(face.letters, face.bottom, left=left, top=below)
            if len(shape.lefts) > 1:
                _draw_cut(sheet)
    return total


def _draw_cut(sheet: Sheet) -> None:
    middle = sheet.page.width() / 2
    sheet.painter.setPen(QPen(QUIET, 0.6, Qt.PenStyle.DashLine))
    sheet.painter.drawLine(QLineF(middle, 0, middle, sheet.page.height()))


def _faces(batch: CardBatch, shape: _Shape, cancelled: IsCancelled | None) -> list[_Face]:
    letters = {size: Letters(size) for size in (*shape.sizes_pt, shape.overflow_pt)}
    faces: list[_Face] = []
    for number, family in enumerate(batch.families, 1):
        if cancelled and cancelled():
            raise Cancelled(tr("打印已取消。"), tr("没有写入文件。"))
        card = _Card(batch, family, number)
        fitting = (card.on_one_face(letters[size], shape) for size in shape.sizes_pt)
        whole = next((face for face in fitting if face is not None), None)
        faces += [whole] if whole else card.over_faces(letters[shape.overflow_pt], shape)
    return faces


class _Card:
    """One family's card, tried at one size of letters after the other."""

    def __init__(self, batch: CardBatch, family: FamilySheet, number: int) -> None:
        self._batch, self._family = batch, family
        self._body = body_strips(family)
        self._foot = foot_strips(batch.said, number=number, total=len(batch.families), is_revealed=batch.is_revealed)

    def on_one_face(self, letters: Letters, shape: _Shape) -> _Face | None:
        """The whole card, None when it is higher than a face."""
        top = letters.set((*head_strips(self._family, self._batch.said), *self._body), shape.width)
        bottom = letters.set((*sign_strips(), *self._foot), shape.width)
        high = sum(strip.whole for strip in top) + sum(strip.whole for strip in bottom)
        return _Face(letters, top, bottom) if high <= shape.height else None

    def over_faces(self, letters: Letters, shape: _Shape) -> list[_Face]:
        """The card on as many faces as it needs, each with the head; the last is signed."""
        sign, foot = letters.set(sign_strips(), shape.width), letters.set(self._foot, shape.width)
        below = sum(strip.whole for strip in (*sign, *foot))
        head = self._head(letters, shape, is_continued=False)
        faces: list[list[SetStrip]] = [[*head]]
        left = shape.height - below - sum(strip.whole for strip in head)
        waiting = list(reversed(letters.set(self._body, shape.width)))
        while waiting:
            strip = waiting.pop()
            if strip.whole <= left:
                faces[-1].append(strip)
                left -= strip.whole
                continue
            fitting, rest = letters.split(strip, left)
            if fitting:
                faces[-1].append(fitting)
            waiting.append(rest)
            head = self._head(letters, shape, is_continued=True)
            faces.append([*head])
            left = shape.height - below - sum(one.whole for one in head)
        last = len(faces) - 1
        return [_Face(letters, tuple(strips), (*sign, *foot) if at == last else foot) for at, strips in enumerate(faces)]

    def _head(self, letters: Letters, shape: _Shape, *, is_continued: bool) -> tuple[SetStrip, ...]:
        """The head, cut to a third of the face: on a name that long the rest of the card must still find room."""
        strips = letters.set(head_strips(self._family, self._batch.said, is_continued=is_continued), shape.width)
        return tuple(letters.split(strip, shape.height / 6)[0] or strip for strip in strips)


def _cover(batch: CardBatch) -> TableDocument:
    families = batch.families
    people = sum(len(one.people) for one in families)
    gaps, two_ends = sum(1 for one in families if one.missing), sum(1 for one in families if one.is_two_ends)
    counts = tr(
        "联系卡 {families:,} 张，{people:,} 人；其中缺岗 {gaps:,} 户，两头跑 {two_ends:,} 户。",
        families=len(families), people=people, gaps=gaps, two_ends=two_ends,
    )  # fmt: skip
    hidden = tr("电话未脱敏：原因和打印人已记入历史，请妥善保管，用后收回。") if batch.is_revealed else tr("电话已脱敏。")
    groups = []
    at = 0
    for place, found in groupby(families, key=lambda one: one.door.place):
        rows = tuple(found)
        note = tr("{families:,} 户 {people:,} 人", families=len(rows), people=sum(len(one.people) for one in rows))
        groups.append(Group(place or tr("没有现住房"), note, tuple(_cover_row(number, one) for number, one in enumerate(rows, at + 1))))
        at += len(rows)
    about = batch.said.about(tr("发放清单"))
    return TableDocument(batch.title, about, _cover_columns(), tuple(groups), (counts, hidden), batch.said.is_sample)


def _cover_columns() -> tuple[PrintColumn, ...]:
    return (
        PrintColumn(tr("序号"), 4),
        PrintColumn(tr("门牌"), 14, is_bold=True),
        PrintColumn(tr("户主"), 9, is_bold=True),
        PrintColumn(tr("人数"), 4.5),
        PrintColumn(tr("户籍村"), 15),
        PrintColumn(tr("缺岗"), 22),
        PrintColumn(tr("签收"), 10),
        PrintColumn(tr("日期"), 8),
    )


def _cover_row(number: int, family: FamilySheet) -> PrintRow:
    missing = family.missing
    said = tr("六岗全缺") if len(missing) == len(SLOTS) else tr("、").join(slot.caption for slot in missing)
    cells = (f"{number}", family.door.flat, family.head, f"{len(family.people)}", family.origin_text, said, "", "")
    return PrintRow(cells, is_urgent=bool(missing))
