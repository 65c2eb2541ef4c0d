"""The table below the map: what is selected as a list, to sort, filter, copy, export and work on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType
from typing import Any

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QHBoxLayout,
    QLineEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from gisapp.domain.change import Kind
from gisapp.domain.lines import Slot
from gisapp.language import SOURCE_LANGUAGE, current_language, tr
from gisapp.ui import icons, pieces
from gisapp.ui.open_county import OpenCounty
from gisapp.ui.panels.button_row import ButtonRow, RowButton, width_of
from gisapp.ui.panes import tab_after
from gisapp.ui.tables.lists import GapRow, contact_of, flow_of, house_of, household_of, site_of
from gisapp.ui.tables.rows import Column, Places, RowModel, as_text
from gisapp.ui.tables.rows_view import RowsView

ROW_PX = 25
NARROWEST_FILTER_PX = 80
SHORT_TITLE = 4
"""Of its title so many characters stay in sight before buttons go into a menu."""
LATIN_NEEDS = 1.35
MOST_CHOSEN_SHOWN = 2_000
NAMING: Mapping[str, Callable[[object], int | None]] = MappingProxyType(
    {Kind.HOUSEHOLD.value: household_of, Kind.HOUSE.value: house_of, Kind.SAFE_SITE.value: site_of}
)
"""By what a line is found for what was selected elsewhere."""


@dataclass(frozen=True, slots=True)
class Listing:
    """One list: its title, columns, rows in the order shown first, and what to say when it is empty.

    ``places``: where each family's rows stand, for a list whose rows are renewed one by one; made on a reading thread.
    """

    title: str
    columns: tuple[Column, ...]
    rows: Sequence[Any]
    empty: str = ""
    places: Places | None = None


@dataclass(frozen=True, slots=True)
class TableButton:
    """A button over the table; ``clicked`` gets the chosen families, all in sight when none is chosen.

    ``key``: this sign does the same while the table has the focus.
    """

    text: str
    icon: str
    clicked: Callable[[tuple[int, ...]], None]
    tip: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class TableMenu:
    """Several buttons under one word."""

    text: str
    buttons: tuple[TableButton, ...]


class TablePanel(QWidget):
    """Shows one listing at a time.

    fly_asked(kind, id): a line was double-clicked; card_asked(): Enter was pressed on it;
    export_asked(): the list is to be exported.
    """

    fly_asked = Signal(str, int)
    export_asked = Signal()
    card_asked = Signal()

    def __init__(self, county: OpenCounty, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        pieces.paint_ground(self, "tablePane")
        self._county = county
        self._listing = Listing("", (), ())
        self._model = RowModel()
        self._title = pieces.ShortLabel("title")
        self._count = pieces.ShortLabel("note")
        self.filter = QLineEdit()
        self.view = RowsView()
        self._hint = pieces.label("", "hint")
        self._stack = QStackedWidget()
        self._choices = QHBoxLayout()
        self._actions = ButtonRow()
        self._group = QButtonGroup(self)
        self._is_following = False
        self._kept: set[int] = set()
        self._by_sign: dict[str, TableButton] = {}
        self._arrange()
        self._set_up_view()
        county.signals.selection.connect(self.take_selection)

    def show_list(self, listing: Listing) -> None:
        """Show a list; chosen lines that it still holds stay chosen."""
        if self._listing.title != listing.title:
            self.view.clearSelection()
        self._listing = listing
        self._model.show(listing.columns, listing.rows, places=listing.places)
        self._title.setText(listing.title)
        self._fit_columns()
        self._recount()
        self._hint.setText(listing.empty or tr("没有可显示的内容。"))
        self._stack.setCurrentIndex(0 if listing.rows else 1)

    def set_choices(self, choices: Sequence[tuple[str, Callable[[], None]]], *, current: int = 0) -> None:
        """Offer several lists side by side; one alone shows no buttons."""
        pieces.clear(self._choices)
        for place, (text, chosen) in enumerate(choices if len(choices) > 1 else ()):
            button = pieces.PushButton(text)
            button.setCheckable(True)
            button.setProperty("role", "workspace")
            button.setChecked(place == current)
            button.clicked.connect(lambda _checked=False, call=chosen: call())
            self._group.addButton(button)
            self._choices.addWidget(button)
        self._fit_buttons()
        self._order_tabs()

    def set_buttons(self, buttons: Sequence[TableButton | TableMenu]) -> None:
        """What can be done with the list, beside copying it."""
        every = [each for one in buttons for each in (one.buttons if isinstance(one, TableMenu) else (one,))]
        self._by_sign = {one.key: one for one in every if one.key}
        self.view.signs = frozenset(self._by_sign)
        self._actions.show_buttons([self._made(one) for one in buttons])
        self._fit_buttons()
        self._order_tabs()

    def _made(self, one: TableButton | TableMenu) -> RowButton:
        parts = one.buttons if isinstance(one, TableMenu) else (one,)
        entries = tuple((each.text, each.icon, False, partial(self._press, each)) for each in parts)
        if isinstance(one, TableMenu):
            return RowButton(pieces.menu_button(one.text, entries), entries)
        return RowButton(pieces.button(one.text, partial(self._press, one), icon=one.icon, tip=one.tip), entries)

    def minimumSizeHint(self) -> QSize:
        """As narrow as with all buttons in their menu, so that the window can become narrower than they are."""
        least = super().minimumSizeHint()
        return QSize(least.width() - self._actions.width_to_spare(), least.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fit_buttons():
            self._order_tabs()

    def _fit_buttons(self) -> bool:
        """Give the buttons what the choices, a short title, the filter and the copy button leave."""
        fixed = (
            *map(width_of, self._choice_buttons()),
            self.filter.minimumWidth(),
            self._copy.sizeHint().width(),
            self._export.sizeHint().width(),
        )
        shortest = self._title.fontMetrics().horizontalAdvance("一") * SHORT_TITLE
        margins = self._head.contentsMargins()
        gaps = margins.left() + margins.right() + self._head.spacing() * (self._head.count() + self._choices.count())
        return self._actions.fit(self.width() - sum(fixed) - shortest - gaps)

    def _order_tabs(self) -> None:
        tab_after(self._title, [*self._choice_buttons(), *self._actions.widgets(), self.filter, self._copy, self._export, self.view])

    def _choice_buttons(self) -> list[QWidget]:
        items = [self._choices.itemAt(place) for place in range(self._choices.count())]
        return [widget for item in items if item is not None and (widget := item.widget()) is not None]

    def _press(self, button: TableButton) -> None:
        button.clicked(self.families_meant())

    def _typed(self, sign: str) -> None:
        self._press(self._by_sign[sign])

    def renew_rows(self, families: Sequence[int], renewed: Callable[[Any], Any]) -> None:
        """Put ``renewed(row)`` in the place of the rows of these families; nothing else moves."""
        self._model.renew(household_of, families, renewed)

    def step_on(self) -> None:
        """Choose the line after the chosen ones, the first when none is; at the end the last stays."""
        last = max((index.row() for index in self.view.selectionModel().selectedRows()), default=-1)
        if self._model.shown:
            following = self._model.index(min(last + 1, len(self._model.shown) - 1), 0)
            self.view.setCurrentIndex(following)
            self.view.scrollTo(following)

    @property
    def listing(self) -> Listing:
        """The list in hand, unfiltered."""
        return self._listing

    def rows_shown(self) -> list[Any]:
        """The rows in sight, in their order."""
        return list(self._model.shown)

    def chosen_rows(self) -> list[Any]:
        """The rows of the chosen lines, from the top down: read range by range, for all 8,059 may be chosen at once."""
        numbers = {number for one in self.view.selectionModel().selection().toList() for number in range(one.top(), one.bottom() + 1)}
        return [self._model.shown[number] for number in sorted(numbers)]

    def chosen_families(self) -> tuple[int, ...]:
        """The families of the chosen lines."""
        return tuple(dict.fromkeys(one for row in self.chosen_rows() if (one := household_of(row)) is not None))

    @property
    def pane(self) -> QWidget:
        """What takes the focus: the list, the filter when there is none."""
        return self.view if self._stack.currentWidget() is self.view else self.filter

    def families_meant(self) -> tuple[int, ...]:
        """The chosen families, all in sight when none is chosen."""
        chosen = self.chosen_families()
        return chosen or tuple(dict.fromkeys(one for row in self.rows_shown() if (one := household_of(row)) is not None))

    def slot_missing_most(self) -> Slot | None:
        """Of the chosen rows (all in sight when none is chosen), the slot that most families miss."""
        rows = [row for row in self.chosen_rows() or self.rows_shown() if isinstance(row, GapRow)]
        counted = Counter(slot for row in rows for slot in row.missing)
        return counted.most_common(1)[0][0] if counted else None

    def copy(self) -> None:
        """Put the chosen lines (all in sight when none is chosen) on the clipboard, for a spreadsheet."""
        rows = self.chosen_rows() or self.rows_shown()
        QGuiApplication.clipboard().setText(as_text(self._listing.columns, rows))
        self._county.signals.message.emit("done", tr("已复制 {count} 行，可粘贴到 Excel。", count=f"{len(rows):,}"))

    def choose_all(self) -> None:
        """Choose every line in sight."""
        self.view.selectAll()
        self.view.setFocus()

    def take_selection(self, kind: str, ids: Sequence[int], initiator: object) -> None:
        """Choose the line of a family selected elsewhere, when the list holds it."""
        if initiator is not self and kind in NAMING and ids:
            self._choose(set(ids), naming=NAMING[kind])

    def follow(self, families: Sequence[int]) -> None:
        """Choose these families' lines without saying so."""
        self._choose(set(families))

    def _choose(self, wanted: set[int], *, naming: Callable[[object], int | None] = household_of) -> None:
        found = [number for number, row in enumerate(self._model.shown) if naming(row) in wanted][:MOST_CHOSEN_SHOWN]
        if not found:
            return
        chosen = QItemSelection()
        for number in found:
            chosen.select(self._model.index(number, 0), self._model.index(number, len(self._listing.columns) - 1))
        self._is_following = True
        self.view.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.view.reach(self._model.index(found[0], 0))
        self._is_following = False
        self._recount()

    def _selected(self) -> None:
        self._recount()
        if self._is_following:
            return
        rows = self.chosen_rows()
        families = self.chosen_families()
        if families:
            self._county.signals.selection.emit(Kind.HOUSEHOLD.value, families[:MOST_CHOSEN_SHOWN], self)
        elif rows and (house := house_of(rows[0])) is not None:
            self._county.signals.selection.emit(Kind.HOUSE.value, (house,), self)
        elif rows and (contact := contact_of(rows[0])) is not None:
            self._county.signals.selection.emit(Kind.CONTACT.value, (contact,), self)
        elif sites := tuple(one for row in rows if (one := site_of(row)) is not None):
            self._county.signals.selection.emit(Kind.SAFE_SITE.value, sites[:MOST_CHOSEN_SHOWN], self)
        elif flows := tuple(one for row in rows if (one := flow_of(row)) is not None):
            self._county.signals.selection.emit("flow", flows[:MOST_CHOSEN_SHOWN], self)

    def _recount(self) -> None:
        shown, every, chosen = len(self._model.shown), len(self._listing.rows), len(self.chosen_rows())
        if chosen > 1:
            text = tr("{shown} 行，选中 {chosen} 行", shown=f"{shown:,}", chosen=f"{chosen:,}")
        elif shown != every:
            text = tr("{shown} 行（共 {every} 行）", shown=f"{shown:,}", every=f"{every:,}")
        else:
            text = tr("{shown} 行", shown=f"{every:,}")
        self._count.setText(text if every else "")

    def _remember(self) -> None:
        self._kept = set(self.chosen_families())

    def _restore(self) -> None:
        if self._kept:
            self._choose(self._kept)
        self._recount()

    def _narrow(self, text: str) -> None:
        self._model.narrow(text)

    def _entered(self, index: QModelIndex) -> None:
        self.view.selectRow(index.row())
        self._opened(index)
        self.card_asked.emit()

    def _opened(self, index: QModelIndex) -> None:
        row = self._model.shown[index.row()]
        house, family = house_of(row), household_of(row)
        if house is not None:
            self.fly_asked.emit(Kind.HOUSE.value, house)
        elif family is not None:
            self.fly_asked.emit(Kind.HOUSEHOLD.value, family)
        elif (site := site_of(row)) is not None:
            self.fly_asked.emit(Kind.SAFE_SITE.value, site)

    def _fit_columns(self) -> None:
        width = self.view.fontMetrics().horizontalAdvance("一")
        wider = 1.0 if current_language() == SOURCE_LANGUAGE else LATIN_NEEDS
        for place, column in enumerate(self._listing.columns):
            self.view.setColumnWidth(place, round(column.width * width * wider) + 18)
        self.view.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)

    def _arrange(self) -> None:
        self.filter.setPlaceholderText(tr("筛选本表"))
        self.filter.setAccessibleName(tr("筛选本表"))
        pieces.clearable(self.filter)
        self.filter.setMinimumWidth(NARROWEST_FILTER_PX)
        self.filter.setMaximumWidth(170)
        self.filter.textChanged.connect(self._narrow)
        self._copy = pieces.tool_button(tr("复制"), "copy", tip=tr("复制选中的行，粘贴到 Excel"))
        self._copy.clicked.connect(lambda _checked=False: self.copy())
        self._export = pieces.tool_button(tr("导出列表"), "save", tip=tr("把筛选后的列表写成 Excel 或 CSV"))
        self._export.clicked.connect(lambda _checked=False: self.export_asked.emit())
        head = self._head = QHBoxLayout()
        head.setContentsMargins(10, 5, 8, 5)
        head.setSpacing(8)
        head.addLayout(self._choices)
        for widget in (self._title, self._count):
            head.addWidget(widget)
        head.addStretch(1)
        head.addWidget(self._actions)
        head.addWidget(self.filter)
        head.addWidget(self._copy)
        head.addWidget(self._export)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._hint)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._stack, 1)

    def _set_up_view(self) -> None:
        self.view.setModel(self._model)
        self.view.selectionModel().selectionChanged.connect(self._selected)
        self._model.modelAboutToBeReset.connect(self._remember)
        self._model.modelReset.connect(self._restore)
        self.view.setAccessibleName(tr("列表"))
        self.view.setSortingEnabled(True)
        self.view.setShowGrid(False)
        self.view.setAlternatingRowColors(True)
        self.view.setWordWrap(False)
        self.view.setTabKeyNavigation(False)
        self.view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.view.verticalHeader().hide()
        self.view.verticalHeader().setDefaultSectionSize(ROW_PX)
        self.view.horizontalHeader().setHighlightSections(False)
        self.view.horizontalHeader().setStretchLastSection(True)
        self.view.doubleClicked.connect(self._opened)
        self.view.entered_by_key.connect(self._entered)
        self.view.sign_typed.connect(self._typed)
        copying = QAction(tr("复制"), self.view)
        copying.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
        copying.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        copying.triggered.connect(lambda _checked=False: self.copy())
        icons.put(copying, "copy")
        self.view.addAction(copying)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
