"""Cards of places: a grid, a unit, a settlement building, a set of cells, a contact."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from gisapp.domain.cards import ContactLine, GridCard, PeopleCounts
from gisapp.domain.lines import Slot
from gisapp.language import tr
from gisapp.ui import pieces
from gisapp.ui.cards.card import Card


@dataclass(frozen=True, slots=True)
class CardActions:
    """What the buttons of cards do; the window connects them.

    ``show_gaps(kind, id)`` lists families missing a slot; ``zoom_to(kind, id)``; ``assign(families, slot)``
    opens the choice of a contact; ``list_families(kind, id)``; ``reveal(family)`` shows phones after a reason;
    ``print_grid(id)``.
    """

    show_gaps: Callable[[str, int], None]
    zoom_to: Callable[[str, int], None]
    assign: Callable[[tuple[int, ...], Slot | None], None]
    list_families: Callable[[str, int], None]
    reveal: Callable[[int], None]
    print_grid: Callable[[int], None]


def grid_card(card: GridCard, actions: CardActions) -> Card:
    """Officer and figures of one grid."""
    sheet = Card(card.name)
    sheet.note(tr("{town} · {village} · {code}", town=card.town, village=card.village, code=card.code))
    sheet.section(tr("网格员"))
    officer_frame(sheet, card.officer)
    figures(sheet, card.counts)
    _next(sheet, "grid", card.id, card.counts, actions)
    sheet.button(tr("打印网格卡"), lambda: actions.print_grid(int(card.id)), icon="print", tip=tr("网格员、人数和住户名单，存为 PDF"))
    return sheet


def unit_card(kind: str, thing: int, title: str, detail: str, counts: PeopleCounts, actions: CardActions) -> Card:
    """Figures of a county, town, village, community, settlement site or building."""
    sheet = Card(title)
    sheet.note(detail)
    figures(sheet, counts)
    _next(sheet, kind, thing, counts, actions)
    return sheet


def many_card(title: str, counts: PeopleCounts) -> Card:
    """Figures of everything chosen with a box, a loop or several clicks."""
    sheet = Card(title)
    figures(sheet, counts)
    return sheet


def contact_card(contact: ContactLine) -> Card:
    """One contact."""
    sheet = Card(contact.name)
    sheet.line(tr("单位"), contact.unit)
    sheet.line(tr("电话"), contact.phone_masked or tr("无电话"))
    return sheet


def officer_frame(sheet: Card, officer: ContactLine | None) -> None:
    """The officer's name and phone, or that there is none."""
    column = sheet.frame("" if officer else "missing")
    if officer is None:
        column.addWidget(pieces.label(tr("没有网格员"), "danger"))
        return
    column.addWidget(pieces.label(officer.name, "title"))
    column.addWidget(pieces.label(officer.phone_masked or tr("无电话"), "note"))


def figures(sheet: Card, counts: PeopleCounts) -> None:
    """The nine figures of a place."""
    sheet.figures(
        (
            (counts.households, tr("户"), ""),
            (counts.residents, tr("人"), ""),
            (counts.elderly, tr("65岁及以上"), ""),
            (counts.children, tr("6岁以下"), ""),
            (counts.disabled, tr("残疾"), ""),
            (counts.relocated, tr("搬迁户"), ""),
            (counts.missing_slots, tr("缺岗户"), "danger" if counts.missing_slots else ""),
            (counts.houses_in_hazard, tr("风险区内房屋"), "danger" if counts.houses_in_hazard else ""),
        )
    )
    sheet.note(tr("房屋共 {houses} 处；户和人按现住房计。", houses=f"{counts.houses:,}"))


def _next(sheet: Card, kind: str, thing: int, counts: PeopleCounts, actions: CardActions) -> None:
    if counts.missing_slots:
        sheet.step(tr("有 {count} 户缺岗，先补齐。", count=f"{counts.missing_slots:,}"))
        sheet.button(tr("列出缺岗户"), lambda: actions.show_gaps(kind, thing), role="main", icon="contact")
    elif counts.houses_in_hazard:
        sheet.step(tr("有 {count} 处房屋在风险区内，可到“防汛”研判。", count=f"{counts.houses_in_hazard:,}"))
        sheet.button(tr("列出住户"), lambda: actions.list_families(kind, thing), role="main", icon="table")
    else:
        sheet.step(tr("没有缺岗，没有房屋在风险区内。"))
        sheet.button(tr("列出住户"), lambda: actions.list_families(kind, thing), role="main", icon="table")
    sheet.button(tr("放大到这里"), lambda: actions.zoom_to(kind, thing), icon="search")
