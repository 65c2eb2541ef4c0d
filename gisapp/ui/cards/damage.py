"""The part of a family's or a house's card that tells what happened to the house and how far it is restored."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from gisapp.domain.cards import HouseholdCard
from gisapp.domain.damage import Damage, DamageCase, Stay
from gisapp.language import tr
from gisapp.services.damage.carry_damage import CarryStep, steps_open
from gisapp.services.damage.list_damage import damage_case
from gisapp.services.damage.resettle_family import waits_to_move
from gisapp.storage.damage import damage
from gisapp.storage.damage.damaged_families import of_household
from gisapp.ui import pieces
from gisapp.ui.cards.card import Card

MOST_SHOWN = 3


@dataclass(frozen=True, slots=True)
class ShownDamage:
    """A damage with what can be carried over to the homes now, and where the family of the card lives meanwhile.

    ``moves``: the family of the card is to be resettled, and its home is still the damaged house.
    """

    damage: Damage
    steps: tuple[CarryStep, ...]
    stay: Stay | None
    moves: int | None = None


@dataclass(frozen=True, slots=True)
class DamageLinks:
    """What the part's links do."""

    open: Callable[[Damage], None]
    carry: Callable[[Damage, CarryStep], None]
    move: Callable[[Damage, int], None]


def read_family(connection: sqlite3.Connection, card: HouseholdCard) -> tuple[ShownDamage, ...] | None:
    """The damages of a family's houses, the latest first; None when there are none."""
    ids = of_household(connection, int(card.id))[:MOST_SHOWN]
    return tuple(_shown(connection, damage_case(connection, one), int(card.id)) for one in ids) or None


def read_house(connection: sqlite3.Connection, house: int) -> tuple[ShownDamage, ...]:
    """The damages of a house, the latest first."""
    ids = damage.of_houses(connection, [house]).get(house, [])[:MOST_SHOWN]
    return tuple(_shown(connection, damage_case(connection, one), None) for one in ids)


def _shown(connection: sqlite3.Connection, case: DamageCase, household: int | None) -> ShownDamage:
    stay = next((one for one in case.stays if one.household == household and one.to_date is None), None)
    moves = household if household is not None and waits_to_move(connection, case.damage, household) else None
    return ShownDamage(case.damage, steps_open(connection, case), stay, moves)


def draw_damages(sheet: Card, found: tuple[ShownDamage, ...], links: DamageLinks) -> None:
    """Each in a frame: what was found, how far it is, the next step."""
    sheet.section(tr("房屋受损"))
    for one in found:
        _draw(sheet, one, links)


def _draw(sheet: Card, shown: ShownDamage, links: DamageLinks) -> None:
    one, late = shown.damage, shown.damage.days_overdue(date.today())
    column = sheet.frame("missing" if one.is_open else "")
    head = QHBoxLayout()
    head.addWidget(pieces.label(tr("{grade} · {state}", grade=one.grade.caption, state=one.state.caption), "lead"), 1)
    more = pieces.button(tr("详情…"), lambda: links.open(one), role="link", tip=tr("核实、方式、阶段、过渡住址、照片"))
    more.setAccessibleName(tr("受损详情：{number}", number=one.number))
    head.addWidget(more)
    column.addLayout(head)
    event = tr("{number}，{day} 上报，{event}", number=one.number, day=one.reported_on, event=one.event_name or tr("不属于灾次"))
    column.addWidget(pieces.label(event, "note"))
    if one.needs_work:
        column.addWidget(pieces.label(_work(one)))
    if late:
        column.addWidget(pieces.label(tr("计划 {planned} 完工，逾期 {days} 天", planned=one.planned_on, days=late), "danger"))
    if shown.stay is not None:
        column.addWidget(pieces.label(tr("过渡住址：{address}", address=shown.stay.address)))
    for step in shown.steps:
        column.addWidget(_left(pieces.button(tr("{step}…", step=step.caption), partial(links.carry, one, step), icon="house")))
    if shown.moves is not None:
        told = tr("安置已完成，这一户的住房还是这里：") if one.finished_on else tr("要安置，新住房还没有登记：")
        column.addWidget(pieces.label(told, "note"))
        column.addWidget(_left(pieces.button(tr("搬到新住房…"), partial(links.move, one, shown.moves), icon="house")))


def _left(button: QPushButton) -> QWidget:
    row = QWidget()
    box = QHBoxLayout(row)
    box.setContentsMargins(0, 2, 0, 0)
    box.addWidget(button)
    box.addStretch(1)
    return row


def _work(one: Damage) -> str:
    way = one.way.caption if one.way else tr("未定方式")
    if one.finished_on is not None:
        return tr("{way}，{day} 完工", way=way, day=one.finished_on)
    return tr("{way}，{stage}", way=way, stage=one.stage_caption)
