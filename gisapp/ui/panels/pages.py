"""The map, and in a workspace that has them the pages beside it, under one small bar of names."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from gisapp.language import tr
from gisapp.ui import pieces
from gisapp.ui.work.records import MapPage, Place

MAP = "map"


class MapPages(QWidget):
    """Shows one page at a time; a page is made when it is first looked at and told where we are from then on.

    page_shown(id): another page is in sight.
    """

    page_shown = Signal(str)

    def __init__(self, map_panel: QWidget, make: Callable[[MapPage], QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._make = make
        self._records: tuple[MapPage, ...] = ()
        self._made: dict[str, QWidget] = {MAP: map_panel}
        self._place: Place = ("", ())
        self._is_by_hand = False
        self._bar = QWidget()
        pieces.paint_ground(self._bar, "pageBar")
        self._row = QHBoxLayout(self._bar)
        self._row.setContentsMargins(10, 3, 8, 3)
        self._row.setSpacing(4)
        self._group = QButtonGroup(self)
        self._stack = QStackedWidget()
        self._stack.addWidget(map_panel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addWidget(self._stack, 1)
        self._bar.hide()

    @property
    def current(self) -> str:
        """The id of the page in sight."""
        return next(name for name, widget in self._made.items() if widget is self._stack.currentWidget())

    def page(self, name: str) -> QWidget | None:
        """A page that was looked at already."""
        return self._made.get(name)

    def offer(self, records: Sequence[MapPage]) -> None:
        """Offer these pages beside the map; none hides the bar and shows the map."""
        if records and [one.id for one in records] != [one.id for one in self._records]:
            self.show_page(MAP)
            self._records = tuple(records)
            self._fill()
        self._bar.setVisible(bool(records))
        if not records:
            self.show_page(MAP)

    def show_page(self, name: str) -> None:
        """Show one page."""
        if name not in self._made:
            record = next(one for one in self._records if one.id == name)
            self._made[name] = self._make(record)
            self._stack.addWidget(self._made[name])
            self._tell(self._made[name])
        self._stack.setCurrentWidget(self._made[name])
        for button in self._group.buttons():
            button.setChecked(button.property("page") == name)
        self.page_shown.emit(name)

    def suggest(self, name: str) -> None:
        """Show the page that fits what was chosen, unless the person has settled on one by its button."""
        if not self._is_by_hand:
            self.show_page(name)

    def show_place(self, kind: str, ids: Sequence[int]) -> None:
        """Tell every page where we are."""
        self._place = (kind, tuple(ids))
        for name, widget in self._made.items():
            if name != MAP:
                self._tell(widget)

    def take_change(self, change: object, _initiator: object) -> None:
        """Tell every page what changed."""
        for name, widget in self._made.items():
            if name != MAP:
                widget.take_change(change)  # type: ignore[attr-defined]

    def _tell(self, widget: QWidget) -> None:
        widget.show_place(*self._place)  # type: ignore[attr-defined]

    def _fill(self) -> None:
        pieces.clear(self._row)
        for button in self._group.buttons():
            self._group.removeButton(button)
        for name, title in ((MAP, tr("地图")), *((one.id, one.title()) for one in self._records)):
            button = pieces.PushButton(title)
            button.setProperty("role", "workspace")
            button.setProperty("page", name)
            button.setCheckable(True)
            button.setChecked(name == MAP)
            button.clicked.connect(partial(self._pressed, name))
            self._group.addButton(button)
            self._row.addWidget(button)
        self._row.addStretch(1)

    def _pressed(self, name: str, _checked: bool = False) -> None:
        self._is_by_hand = True
        self.show_page(name)
