"""The card at the right: what is selected, with its one next step below."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from gisapp.domain.change import Change, Kind
from gisapp.domain.entrances import is_part
from gisapp.language import tr
from gisapp.services.families.describe_household import describe_household
from gisapp.services.places.chart_building import CHARTED
from gisapp.services.places.describe_grid import describe_grid
from gisapp.ui import pieces, reading
from gisapp.ui.cards import place
from gisapp.ui.cards.card import Card
from gisapp.ui.cards.place import CardActions
from gisapp.ui.cards.with_work import contact_sheet, family_sheet, house_sheet
from gisapp.ui.flow_reading import FLOW
from gisapp.ui.open_county import OpenCounty
from gisapp.ui.panes import tab_after, takes_tab
from gisapp.ui.work.desk import WorkDesk

Draw = Callable[[], Card]
NARROWEST_PX = 230


class CardPanel(QWidget):
    """Follows the selection by itself; ``show_card`` puts any other card in its place."""

    def __init__(self, county: OpenCounty, actions: CardActions, desk: WorkDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        pieces.paint_ground(self, "cardPane")
        self._county = county
        self._actions = actions
        self._desk = desk
        self._shown: tuple[str, tuple[int, ...]] = ("", ())
        self._is_loading = False
        self._is_pinned = False
        self._wants_focus = False
        self._came_from: QWidget | None = None
        self._scroll = QScrollArea()
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._scroll.setAccessibleName(tr("卡片"))
        self._scroll.setObjectName("cardScroll")
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._foot = QVBoxLayout()
        self._foot.setContentsMargins(14, 8, 12, 12)
        self._foot.setSpacing(6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._scroll, 1)
        column.addLayout(self._foot)
        self.setAccessibleName(tr("卡片"))
        self.show_card(self._empty())
        county.signals.selection.connect(self.take_selection)
        county.signals.changed.connect(self.take_change)

    def show_card(self, card: Card, *, is_pinned: bool = False) -> None:
        """Show a card made by someone else; a pinned one (a form half filled in) stays until ``unpin``."""
        self._shown = ("", ())
        self._is_pinned = is_pinned
        self._put(card)

    def minimumSizeHint(self) -> QSize:
        """Never narrower than the words on its buttons."""
        least = super().minimumSizeHint()
        return QSize(max(least.width(), NARROWEST_PX), least.height())

    @property
    def shown(self) -> tuple[str, tuple[int, ...]]:
        """What the card speaks of: (kind, ids); ("", ()) for a card made by someone else."""
        return self._shown

    @property
    def pane(self) -> QWidget:
        """What of the card takes the focus: its text, to be scrolled with the keys."""
        return self._scroll

    def take_focus(self) -> None:
        """Put the focus on the card's next step, now or when the card on its way is there; Escape goes back."""
        self._came_from = QApplication.focusWidget()
        self._wants_focus = True
        if not self._is_loading:
            self._focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._came_from is not None and isValid(self._came_from):
            self._came_from.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            super().keyPressEvent(event)

    def _focus(self) -> None:
        self._wants_focus = False
        main = next((button for button in self.card.buttons if button.property("role") == "main"), None)
        (main or self._scroll).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def unpin(self) -> None:
        """Let selections change the card again."""
        self._is_pinned = False

    def take_selection(self, kind: str, ids: Sequence[int], initiator: object) -> None:
        """Show the card of what was selected."""
        if kind == Kind.RUN or self._is_pinned:
            return
        self._shown = (kind, tuple(ids))
        self._load()

    def take_change(self, change: Change, initiator: object) -> None:
        """What is shown may have changed; an answer of a roll call changes no other family's card."""
        kind, ids = self._shown
        is_of_another = change.kinds == (Kind.ROLL_CALL,) and kind == Kind.HOUSEHOLD and not set(ids).intersection(change.ids or ids)
        if kind and not is_of_another:
            self._load()

    @property
    def card(self) -> Card:
        """The card in sight."""
        card = self._scroll.widget()
        assert isinstance(card, Card)
        return card

    @property
    def title(self) -> str:
        """The title of the card in sight."""
        card = self._scroll.widget()
        return card.title if isinstance(card, Card) else ""

    def _load(self) -> None:
        kind, ids = self._shown
        if not ids:
            self._put(self._empty())
            return
        wanted = self._shown

        self._is_loading = True

        def draw(made: Draw) -> None:
            if self._shown == wanted:
                card = made()
                QTimer.singleShot(0, self, lambda: put(card))  # a turn of its own: keys and mouse come in between

        def put(card: Card) -> None:
            if self._shown == wanted:
                self._is_loading = False
                self._put(card)
            else:
                card.deleteLater()

        self._county.tasks.read(lambda connection: self._card_of(connection, kind, ids), draw, key="card")

    def _card_of(self, connection: sqlite3.Connection, kind: str, ids: tuple[int, ...]) -> Draw:
        """Read on a reading thread; the card itself is drawn on ours."""
        actions, first = self._actions, ids[0]
        if kind == Kind.HOUSE and len(ids) == 1:
            families = reading.families_at_house(connection, first)
            if len(families) == 1:
                kind, first = Kind.HOUSEHOLD.value, families[0]
        if kind == FLOW:
            from gisapp.ui.work.origin_work import flow_sheet

            return flow_sheet(connection, ids, self._desk)
        if kind == Kind.SAFE_SITE:
            from gisapp.ui.work.safe_sites import site_sheet

            return site_sheet(connection, first, self._desk) or self._empty
        if len(ids) > 1:
            counts = reading.count_people(connection, kind, ids)
            title = reading.title_of_many(kind, len(ids))
            return lambda: place.many_card(title, counts)
        if kind == Kind.HOUSEHOLD:
            return family_sheet(connection, describe_household(connection, first), actions, self._desk)
        if kind == Kind.GRID:
            grid = describe_grid(connection, first)
            return lambda: place.grid_card(grid, actions)
        if kind == Kind.CONTACT:
            contact = reading.contact(connection, first)
            return contact_sheet(connection, contact, self._desk) if contact else self._empty
        title, detail = reading.title_of(connection, kind, first)
        counts = reading.count_people(connection, kind, (first,))
        made = lambda: place.unit_card(kind, first, title, detail, counts, actions)  # noqa: E731
        if kind == Kind.DIVISION:
            from gisapp.ui.work.origin_work import with_relocated

            return with_relocated(connection, first, made, self._desk)
        if kind == Kind.HOUSE:
            return house_sheet(connection, first, made, self._desk)
        if kind in CHARTED or is_part(kind):
            from gisapp.ui.work.chart import with_chart

            return with_chart(made, (kind, (first,)), self._desk)
        return made

    def _put(self, card: Card) -> None:
        now = self.window().focusWidget()  # also while a dialog is in front
        had_focus = now is not None and self.isAncestorOf(now)
        position = self._scroll.verticalScrollBar().value() if card.title == self.title else 0
        while self._foot.count():
            item = self._foot.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.deleteLater()
        self._scroll.setWidget(card)
        for button in card.buttons:
            self._foot.addWidget(button)
            button.show()  # at once: what is not in sight takes no focus
        tab_after(self._scroll, [*filter(takes_tab, card.findChildren(QWidget)), *card.buttons])
        if self._wants_focus or had_focus:
            self._focus()
        if position:
            QTimer.singleShot(0, self._scroll, lambda: self._scroll.verticalScrollBar().setValue(position))

    def _empty(self) -> Card:
        card = Card(tr("还没有选中"))
        card.add(pieces.label(tr("单击地图上的网格，或在左边的列表、上方的搜索里选一项，这里会显示它的卡片。"), "note"))
        return card
