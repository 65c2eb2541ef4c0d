"""Cards of a family, a contact and a hazard run with the parts and actions that the slices of work add (ui/work)."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from functools import partial

from gisapp.domain.affected import AffectedRun
from gisapp.domain.cards import ContactLine, HouseholdCard
from gisapp.language import tr
from gisapp.ui.cards.card import Card
from gisapp.ui.cards.family import family_card
from gisapp.ui.cards.place import CardActions, contact_card
from gisapp.ui.cards.run import RunActions, run_card
from gisapp.ui.work.desk import WorkDesk

Draw = Callable[[], Card]


def family_sheet(connection: sqlite3.Connection, card: HouseholdCard, actions: CardActions, desk: WorkDesk) -> Draw:
    """Read what the parts need, on a reading thread; the card itself is drawn on the window's."""
    from gisapp.ui.work.registry import FAMILY_ACTIONS, FAMILY_SECTIONS

    parts = [(section, section.read(connection, card)) for section in FAMILY_SECTIONS]
    fitting = [action for action in FAMILY_ACTIONS if action.is_for(card)]

    def draw() -> Card:
        sheet = family_card(card, actions)
        for section, data in parts:
            if data is not None:
                section.draw(sheet, data, desk)
        entries = [(one.text(), one.icon, one.opens_group, partial(one.run, desk, int(card.id))) for one in fitting]
        if entries:
            sheet.menu_button(tr("更多操作"), entries)
        return sheet

    return draw


def contact_sheet(connection: sqlite3.Connection, contact: ContactLine, desk: WorkDesk) -> Draw:
    """Likewise for a contact."""
    from gisapp.ui.work.registry import CONTACT_SECTIONS

    parts = [(section, section.read(connection, int(contact.id))) for section in CONTACT_SECTIONS]

    def draw() -> Card:
        sheet = contact_card(contact)
        for section, data in parts:
            if data is not None:
                section.draw(sheet, data, desk)
        return sheet

    return draw


def house_sheet(connection: sqlite3.Connection, house: int, made: Draw, desk: WorkDesk) -> Draw:
    """Likewise for a house with several families or none."""
    from gisapp.ui.work.registry import HOUSE_SECTIONS

    parts = [(section, section.read(connection, house)) for section in HOUSE_SECTIONS]

    def draw() -> Card:
        sheet = made()
        for section, data in parts:
            if data is not None:
                section.draw(sheet, data, desk)
        return sheet

    return draw


def run_sheet(connection: sqlite3.Connection, run: AffectedRun, actions: RunActions, desk: WorkDesk) -> Draw:
    """Likewise for a hazard run."""
    from gisapp.ui.work.registry import RUN_ACTIONS, RUN_SECTIONS

    parts = [(section, section.read(connection, run)) for section in RUN_SECTIONS]

    def draw() -> Card:
        sheet = run_card(run, actions)
        for section, data in parts:
            if data is not None:
                section.draw(sheet, data, desk)
        entries = [(one.text(), one.icon, one.opens_group, partial(one.run, desk, run)) for one in RUN_ACTIONS]
        if entries:
            sheet.menu_button(tr("更多操作"), entries)
        return sheet

    return draw
