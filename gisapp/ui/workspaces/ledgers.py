"""台账: other people's spreadsheets in; what each row would do in the table, before anything is written."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from gisapp.domain.ledger import LedgerKind
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.services.ledger.list_imports import PastImport, list_imports
from gisapp.ui import drops, pieces
from gisapp.ui.ask import Ask
from gisapp.ui.ledger_import import LedgerImport, Step
from gisapp.ui.open_county import OpenCounty
from gisapp.ui.panels.pages import MAP
from gisapp.ui.panels.table import Listing, TableButton, TablePanel
from gisapp.ui.pasted import PastedTable
from gisapp.ui.tables import comparison_rows, import_rows
from gisapp.ui.work.records import MapPage
from gisapp.ui.workspaces.workspace import Workspace

if TYPE_CHECKING:
    from gisapp.services.compare.comparison import Comparison
    from gisapp.ui.panels.import_page import ImportPage

PAGE = "import"
SHOWN_IMPORTS = 4
ABOVE_ROWS_PX, ABOVE_PREVIEW_PX, KIND_PX = 470, 245, 28
NEW, CHANGED, SAME, REFUSED, DOUBTS = range(5)


class LedgersWorkspace(Workspace):
    """page_asked(id): show this page beside the map; room_asked(above_px): leave so much above the table, 0 as before."""

    page_asked = Signal(str)
    room_asked = Signal(int)

    name, icon, theme = "ledgers", "table", "households"

    def __init__(self, county: OpenCounty, table: TablePanel, *, ask: Ask, undo: Callable[[], None]) -> None:
        super().__init__(county, table)
        self._ask, self._undo = ask, undo
        self._pasted = PastedTable()
        self.run = LedgerImport(county)
        self._which = NEW
        self._listed: tuple[object, ...] | None = None
        self.large_button(tr("导入台账…"), self.import_ledger, icon="open")
        self._add_kinds()
        self._add_imports()
        self.run.moved.connect(self._moved)

    def title(self) -> str:
        return tr("台账")

    @property
    def page(self) -> str:
        """The page to show on entering: the import when one is under way, else the map."""
        return PAGE if self.run.is_under_way else MAP

    def pages(self) -> tuple[MapPage, ...]:
        """The page beside the map."""
        return (MapPage(PAGE, lambda: tr("导入"), lambda _desk: self._make_page()),)

    def enter(self) -> None:
        super().enter()
        self._listed = None
        self._list()

    def leave(self) -> None:
        super().leave()
        self.room_asked.emit(0)

    def fill(self) -> None:
        self.county.tasks.read(list_imports, self._show_imports, key="imports")

    def take_change(self, change: object, initiator: object) -> None:
        self.run.take_change(initiator)
        if self.is_filled:
            self.fill()

    # The file

    def import_ledger(self) -> None:
        """Choose a file and begin."""
        path = self._ask.ledger_to_read(Path.home() if self.run.path is None else self.run.path.parent)
        if path is not None:
            self.open_file(path)

    def open_file(self, path: Path) -> None:
        """Begin with this file."""
        self.page_asked.emit(PAGE)
        self.run.start(path)

    def paste(self) -> None:
        """Begin with the file or the block of cells on the clipboard."""
        data = QGuiApplication.clipboard().mimeData()
        path = drops.ledger_in(data)
        try:
            self.open_file(path or self._pasted.kept(data.text()))
        except BadRequest as error:
            self.county.signals.message.emit("error", str(error))

    def save_problems(self) -> None:
        """The rows that are not taken as a workbook."""
        from gisapp.ui import ledger_outputs

        if self.run.table is not None and self.run.plan is not None:
            ledger_outputs.write_problems(self.county, self._ask, self.run.table, self.run.plan)

    def _make_page(self) -> ImportPage:
        from gisapp.ui.panels.import_page import ImportPage

        page = ImportPage(self.run)
        page.file_asked.connect(self.import_ledger)
        page.problems_asked.connect(self.save_problems)
        page.comparison_asked.connect(self.save_comparison)
        return page

    # The table

    def _moved(self) -> None:
        if self.is_current:
            self._list()

    def _list(self) -> None:
        """What belongs below the page now; the same list is not laid out twice."""
        run = self.run
        seen = (run.step, run.headings, run.plan, run.compared)
        if self._listed is not None and all(one is other for one, other in zip(seen, self._listed, strict=True)):
            return
        self._listed = seen
        self.table.set_buttons(())
        has_answer = run.plan is not None or run.compared is not None
        self.room_asked.emit(ABOVE_PREVIEW_PX if has_answer else ABOVE_ROWS_PX if run.step is Step.COLUMNS else 0)
        if run.plan is not None:
            counts = self._counts()
            self._which = next((which for which in (NEW, CHANGED, REFUSED, SAME) if counts[which]), NEW)
            self._show(self._which)
            return
        if run.compared is not None:
            self._list_comparison(run.compared)
            return
        self.table.set_choices(())
        self.table.show_list(self._before())

    def _list_comparison(self, found: Comparison, which: int = 0) -> None:
        """One of the four lists of a comparison, and what can be done with all of them."""
        makers = (comparison_rows.different, comparison_rows.only_there, comparison_rows.only_here, comparison_rows.refused)
        names = (
            tr("不同 {count}", count=f"{len(found.different):,}"),
            tr("只在对方 {count}", count=f"{len(found.only_there):,}"),
            tr("只在本县 {count}", count=f"{len(found.only_here):,}"),
            tr("不能比对 {count}", count=f"{len(found.refused):,}"),
        )
        self.table.set_choices([(name, partial(self._list_comparison, found, place)) for place, name in enumerate(names)], current=which)
        tip = tr("身份证号和电话不脱敏，要写明原因，会记入历史")
        self.table.set_buttons((TableButton(tr("完整号码另存为…"), "eye", lambda _families: self.save_revealed(), tip),))
        self.table.show_list(makers[which](found))

    def save_comparison(self) -> None:
        """The four lists as a workbook, masked."""
        from gisapp.ui import ledger_outputs

        if self.run.compared is not None:
            ledger_outputs.write_comparison(self.county, self._ask, self.run.compared)

    def save_revealed(self) -> None:
        """The four lists with whole numbers, for a reason."""
        from gisapp.ui import ledger_outputs

        if self.run.compared is not None:
            ledger_outputs.write_revealed(self.county, self._ask, self.run.compared)

    def _before(self) -> Listing:
        run = self.run
        if run.step is Step.COLUMNS and run.sheet is not None:
            return import_rows.first_rows(run.sheet, run.headings.header if run.headings else None)
        return Listing(tr("导入预览"), (), (), tr("按“导入台账…”选一份表格，或把它拖到窗口里。这里会列出每一行将怎样。"))

    def _counts(self) -> tuple[int, int, int, int, int]:
        plan = self.run.plan
        assert plan is not None
        return len(plan.new), len(plan.changed), plan.same, len(plan.refused), len(plan.doubts)

    def _show(self, which: int) -> None:
        """One of the five lists of a plan."""
        plan, table = self.run.plan, self.run.table
        if plan is None or table is None:
            return
        self._which = which
        new, changed, same, refused, doubts = (f"{count:,}" for count in self._counts())
        names = [
            tr("新增 {count}", count=new),
            tr("更改 {count}", count=changed),
            tr("相同 {count}", count=same),
            tr("未导入 {count}", count=refused),
        ]
        names += [tr("留意 {count}", count=doubts)] if plan.doubts else []
        self.table.set_choices([(name, partial(self._show, place)) for place, name in enumerate(names)], current=which)
        makers: tuple[Callable[[], Listing], ...] = (
            partial(import_rows.new_rows, table, plan),
            partial(import_rows.changed_rows, plan),
            partial(import_rows.same_rows, table, plan),
            partial(import_rows.refused_rows, plan),
            partial(import_rows.doubtful_rows, plan),
        )
        self.table.show_list(makers[which]())

    # The pane

    def _add_kinds(self) -> None:
        self.column.addWidget(pieces.label(tr("可以导入的台账"), "section"))
        kinds = self._scrolled(tr("可以导入的台账"), spacing=0, share=2)
        for kind in LedgerKind:
            row = QHBoxLayout()
            title = pieces.ShortLabel()
            title.setText(kind.caption)
            title.setMinimumHeight(KIND_PX)
            row.addWidget(title, 1)
            kinds.addLayout(row)
            if not kind.has_template:
                continue
            link = pieces.button(tr("空白模板…"), partial(self.write_template, kind), role="link")
            link.setAccessibleName(tr("{kind}空白模板", kind=kind.caption))
            link.setToolTip(tr("存一份空表：表头、下拉选项、说明和一行示例"))
            row.addWidget(link)

    def _scrolled(self, name: str, *, spacing: int, share: int) -> QVBoxLayout:
        """A column within the pane that scrolls when the window is low."""
        inside = QWidget()
        pieces.paint_ground(inside, "cardBody")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(spacing)
        column.setAlignment(Qt.AlignmentFlag.AlignTop)
        area = QScrollArea()
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(name)
        self.column.addWidget(area, share)
        return column

    def write_template(self, kind: LedgerKind) -> None:
        """An empty ledger to hand out."""
        from gisapp.ui import ledger_outputs

        ledger_outputs.write_template(self.county, self._ask, kind)

    def _add_imports(self) -> None:
        self.column.addWidget(pieces.line())
        self.column.addWidget(pieces.label(tr("最近的导入"), "section"))
        self._imports = self._scrolled(tr("最近的导入"), spacing=6, share=1)

    def _show_imports(self, found: tuple[PastImport, ...]) -> None:
        pieces.clear(self._imports)
        for one in found[:SHOWN_IMPORTS]:
            self._imports.addWidget(self._past(one))
        if not found:
            self._imports.addWidget(pieces.label(tr("还没有导入过台账。"), "note"))
        self.run.mark_undone(frozenset(one.entry for one in found if one.is_undone))

    def _past(self, one: PastImport) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        title = pieces.ShortLabel()
        title.setText(one.file)
        column.addWidget(title)
        words = tr("{label}（已撤销）", label=one.label) if one.is_undone else one.label
        column.addWidget(pieces.label(tr("{at}　{what}", at=one.at[5:16].replace("T", " "), what=words), "note"))
        if one.is_next_undo:
            column.addWidget(pieces.button(tr("撤销这次导入"), self._undo, role="link", icon="undo"))
        return made
