"""The lists of a hazard run in the table, and the runs of earlier hours: opened, asked again, compared."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from gisapp.domain.affected import AffectedRun, UnknownRow
from gisapp.export.stored_run import stored_run
from gisapp.language import tr
from gisapp.services.runs.compare_runs import RunComparison, compare_runs
from gisapp.services.runs.list_calls import list_unknown
from gisapp.storage.runs.stored_runs import StoredRun
from gisapp.ui.open_county import OpenCounty
from gisapp.ui.panels.table import Listing, TableButton, TablePanel
from gisapp.ui.tables import run_columns
from gisapp.ui.tables.lists import call_columns

Choice = tuple[str, Callable[[], None]]
COMPARED = 2


class RunLists(QObject):
    """run_asked(): back to the whole run; runs_asked(): back to the runs of earlier hours; compared(): two are in the table.

    run_opened(run): another run is in hand; again_asked(id): ask this run again.
    """

    run_asked = Signal()
    runs_asked = Signal()
    compared = Signal()
    run_opened = Signal(object)
    again_asked = Signal(int)

    def __init__(self, county: OpenCounty, table: TablePanel, parent: QObject) -> None:
        super().__init__(parent)
        self._county, self._table = county, table
        self._run: AffectedRun | None = None

    def show(self, run: AffectedRun) -> None:
        """The call list of a run, with its other lists to choose from."""
        self._run = run
        self._show(0)

    def _choices(self, run: AffectedRun) -> list[Choice]:
        texts = [tr("电话名单"), tr("去自己住房"), tr("空置原住房"), tr("空置住房")]
        choices: list[Choice] = [(text, partial(self._show, place)) for place, text in enumerate(texts)]
        return [*choices, (tr("没有结论"), self._ask_unknown)] if run.totals.unknown else choices

    def _show(self, which: int) -> None:
        run = self._run
        if run is None:
            return
        own = tuple(call for call in run.calls if call.has_own_safe_home)
        empty, vacant = tr("空置原住房"), tr("空置住房")
        columns = run_columns.property_columns
        listings = (
            Listing(tr("电话名单（没有联系人电话的在前）"), call_columns(), run.calls, tr("险区里没有住户。")),
            Listing(tr("去自己另一处住房"), run_columns.own_home_columns(), own, tr("险区里没有另有安全住房的户。")),
            Listing(tr("空置原住房（财产，无人可叫）"), columns(empty), run.property, tr("险区里没有空置的原住房。")),
            Listing(tr("空置住房（今晚无人）"), columns(vacant), run.vacant, tr("险区里没有其他空置住房。")),
        )
        self._show_listing(listings[which], which)

    def _show_listing(self, listing: Listing, which: int) -> None:
        if self._run is None:
            return
        self._table.set_choices(self._choices(self._run), current=which)
        back = TableButton(tr("回到研判"), "flood", lambda _families: self.run_asked.emit(), tr("卡片和地图回到整次研判"))
        self._table.set_buttons((back,))
        self._table.show_list(listing)

    def _ask_unknown(self) -> None:
        if self._run is not None:
            run = int(self._run.id)
            self._county.tasks.read(lambda connection: list_unknown(connection, run), self._show_unknown, key="unknown homes")

    def _show_unknown(self, rows: Sequence[UnknownRow]) -> None:
        title = tr("没有结论的住房（既不算安全，也不算被淹）")
        self._show_listing(Listing(title, run_columns.unknown_columns(), rows), len(self._choices(self._run)) - 1 if self._run else 0)

    # Runs of earlier hours

    def open(self, runs: Sequence[StoredRun]) -> None:
        """Open the first of these runs."""
        if not runs:
            self._say(tr("请先在列表里选中一次研判。"))
            return
        number = runs[0].id
        self._county.tasks.read(lambda connection: stored_run(connection, number), self.run_opened.emit, key="run")

    def repeat(self, runs: Sequence[StoredRun]) -> None:
        """Ask the first of these runs again, with today's families."""
        if not runs:
            self._say(tr("请先在列表里选中一次研判。"))
            return
        self.again_asked.emit(runs[0].id)

    def compare(self, runs: Sequence[StoredRun]) -> None:
        """Compare two runs, the earlier first."""
        numbers = sorted(run.id for run in runs)
        if len(numbers) != COMPARED:
            self._say(tr("请按住 Ctrl 选中两次研判。"))
            return
        self.compare_numbers(*numbers)

    def compare_numbers(self, first: int, second: int) -> None:
        """Show what changed from one run to another."""
        self._county.tasks.read(lambda connection: compare_runs(connection, first, second), self._show_comparison, key="compared runs")

    def _show_comparison(self, found: RunComparison) -> None:
        self.compared.emit()
        counts = {name: f"{getattr(found, name).households:,}" for name in ("newly", "gone", "changed", "same")}
        values = {"first": found.first, "second": found.second, **counts}
        title = tr("{first} 号 → {second} 号：新进入 {newly} 户，不再在 {gone} 户，变级 {changed} 户，不变 {same} 户", **values)
        back = TableButton(tr("历次研判"), "back", lambda _families: self.runs_asked.emit(), tr("回到历次研判"))
        run = TableButton(tr("回到研判"), "flood", lambda _families: self.run_asked.emit(), tr("卡片和地图回到整次研判"))
        self._table.set_choices(())
        self._table.set_buttons((run, back))
        self._table.show_list(Listing(title, run_columns.compared_columns(), found.rows, tr("两次研判的住户完全一样。")))

    def _say(self, text: str) -> None:
        self._county.signals.message.emit("info", text)
