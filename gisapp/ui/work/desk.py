"""What a slice of work may use of the open county's window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget
from shiboken6 import isValid

from gisapp.domain.change import Change, Kind
from gisapp.language import tr
from gisapp.ui.ask import Ask
from gisapp.ui.open_county import OpenCounty
from gisapp.ui.work.records import Among, Place

if TYPE_CHECKING:
    from gisapp.ui.bench import Bench


class WorkDesk:
    """Reads and writes go through ``county.tasks``; what was written is told with ``tell``."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench
        self._dialogs: list[QDialog] = []
        self.repeat: Callable[[], None] | None = None
        """Exports the list on the screen again, when that was the last export."""

    @property
    def county(self) -> OpenCounty:
        return self._bench.county

    @property
    def ask(self) -> Ask:
        """Asks for a file, a reason, a line."""
        return self._bench.ask

    @property
    def window(self) -> QWidget:
        """The parent of a dialog."""
        return self._bench

    @property
    def bench(self) -> Bench:
        """The whole window of the county, for what the methods here do not offer."""
        return self._bench

    @property
    def place(self) -> Place:
        """What the relocation workspace shows: (kind, ids)."""
        return self._bench.relocation.place

    @property
    def families(self) -> tuple[int, ...]:
        """The families of the chosen lines of the table; all in sight when none is chosen."""
        return self._bench.table.families_meant()

    @property
    def chosen_families(self) -> tuple[int, ...]:
        """The families of the chosen lines only."""
        return self._bench.table.chosen_families()

    def open(self, dialog: QDialog) -> None:
        """Show a dialog beside the map, not modal; it goes when the county is closed."""
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._dialogs = [one for one in self._dialogs if isValid(one)] + [dialog]
        dialog.show()

    @property
    def dialogs(self) -> tuple[QDialog, ...]:
        """The dialogs that are open."""
        return tuple(one for one in self._dialogs if isValid(one) and one.isVisible())

    def close_dialogs(self) -> None:
        for one in self.dialogs:
            one.close()

    def tell(self, change: Change | None, *, nothing: str = "") -> None:
        """Tell the window what a service wrote; ``nothing``: the sentence when it wrote nothing."""
        if change is None:
            self.county.signals.message.emit("error", nothing)
        else:
            self.county.signals.tell_change(change)

    def tell_part(self, change: Change | None, reasons: Sequence[str], *, nothing: str) -> None:
        """Likewise, with the reasons of what was refused; ``nothing``: the sentence when nothing was written nor refused."""
        why = tr("；").join(dict.fromkeys(reasons))
        self.tell(change, nothing=why or nothing)
        if change is not None and reasons:
            told = tr("{label}；另有 {count} 条没有处理：{reasons}", label=change.label, count=len(reasons), reasons=why)
            self.county.signals.message.emit("info", told)

    def select(self, kind: Kind, ids: Sequence[int]) -> None:
        """Select something everywhere: card, table, map, tree."""
        self.county.signals.selection.emit(kind.value, tuple(ids), None)

    def list_families(self, title: str, families: Sequence[int]) -> None:
        """Show these families in the table under a title."""
        self._bench.show_workspace("relocation")
        self._bench.relocation.list_ids(title, families)

    def show_list(self, name: str) -> None:
        """Show the work list of this id."""
        self._bench.show_workspace("relocation")
        self._bench.relocation.show_work(name)

    def show_flood_list(self, name: str, *, among: Among | None = None) -> None:
        """Show the flood team's work list of this id, of it only these families when given."""
        self._bench.show_workspace("flood")
        self._bench.flood.show_work(name, among=among)

    def show_flood_page(self, name: str) -> None:
        """Show a page beside the map in the flood workspace; "map" is the map itself."""
        self._bench.show_workspace("flood")
        self._bench.pages.show_page(name)

    def show_page(self, name: str) -> None:
        """Show a page beside the map in the relocation workspace; "map" is the map itself."""
        self._bench.show_workspace("relocation")
        self._bench.pages.show_page(name)

    def chosen_rows(self) -> list[Any]:
        """The chosen rows of the table only."""
        return self._bench.table.chosen_rows()

    def rows(self) -> list[Any]:
        """The chosen rows of the table; all in sight when none is chosen."""
        return self._bench.table.chosen_rows() or self._bench.table.rows_shown()
