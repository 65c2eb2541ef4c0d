"""The page beside the map on which a ledger is imported, step by step; Enter goes on, Escape goes back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from gisapp.domain.ledger import LedgerKind
from gisapp.language import tr
from gisapp.services.compare.comparison import Comparison
from gisapp.services.ledger.look_at_map import ALL, kinds_of
from gisapp.services.ledger.notes import notes_of
from gisapp.ui import pieces
from gisapp.ui.ledger_import import FOLDER, LedgerImport, Step
from gisapp.ui.panels.import_columns import ChoiceBox, ColumnTable
from gisapp.ui.panels.import_map import MapChoices, refill
from gisapp.ui.panels.unit_box import UnitBox

ENCODINGS = ("utf-8", "gb18030", "big5hkscs", "utf-16")
PEOPLE = (LedgerKind.RESIDENTS, LedgerKind.HOUSEHOLDS)


class ImportPage(QWidget):
    """file_asked(): choose a file; problems_asked(): save the rows that are not taken; comparison_asked(): save a comparison."""

    file_asked = Signal()
    problems_asked = Signal()
    comparison_asked = Signal()

    def __init__(self, run: LedgerImport, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        pieces.paint_ground(self, "workbench")
        self.run = run
        self._last: Step | None = None
        self.steps = pieces.label("", "caption", wraps=False)
        self.title = pieces.ShortLabel("title")
        self.trouble = pieces.label("", "warning")
        self.parts = QStackedWidget()
        self.back = pieces.button(tr("上一步"), run.go_back, icon="back", tip=tr("上一步（Esc）"))
        self.problems = pieces.button(
            tr("问题另存为…"), self.problems_asked.emit, icon="table", tip=tr("把没有导入的行连同原因存成工作簿，改好后再导入")
        )
        self.compare = pieces.button(
            tr("只比对…"), lambda: run.compare(), icon="table", tip=tr("和本县比对：只在对方、只在本县、不同；不写入任何数据")
        )
        self.scope = UnitBox(run)
        self.main = pieces.button("", self._press, role="main", icon="forward")
        self._add_file_part()
        self._add_columns_part()
        self._add_preview_part()
        self._arrange()
        run.moved.connect(self.refresh)
        self.refresh()

    def show_place(self, kind: str, ids: Sequence[int]) -> None:
        """What is selected on the map makes no difference here."""

    def take_change(self, change: object) -> None:
        """The import itself hears of changes."""

    def refresh(self) -> None:
        """Show how far the import has come."""
        run = self.run
        self.steps.setText(_step_line(run.step))
        self.title.setText(run.path.name if run.path else tr("导入台账"))
        self.trouble.setText(run.trouble)
        self.trouble.setVisible(bool(run.trouble))
        self.parts.setCurrentIndex(min(run.step, Step.PREVIEW))
        self.parts.setEnabled(not run.doing)
        self._show_file()
        if run.step is Step.COLUMNS:
            self._show_columns()
        elif run.step in (Step.PREVIEW, Step.DONE):
            self._show_plan()
        elif run.compared is not None and run.table is not None:
            self._show_comparison(run.compared, notes_of(run.table))
        self.scope.setVisible(run.step is Step.COMPARED)
        self._show_foot()
        if self._last is not run.step or not run.doing:
            self._last = run.step
            self._take_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._press()
        elif event.key() == Qt.Key.Key_Escape:
            self.run.go_back()
        else:
            super().keyPressEvent(event)

    def _press(self) -> None:
        """What the large button says."""
        if self.run.doing:
            return
        if self.run.step is Step.COMPARED:
            self.run.compare(self.run.unit) if self.run.is_stale else self.comparison_asked.emit()
        elif self.run.step in (Step.FILE, Step.DONE) or (self.run.step is Step.PREVIEW and not self.run.can_write):
            self.file_asked.emit()
        elif self.run.is_stale:
            self.run.plan_rows()
        else:
            self.run.go_on()

    def _take_focus(self) -> None:
        if self.isVisible() and not isinstance(self.focusWidget(), QComboBox):
            self.main.setFocus()

    # The parts

    def _add_file_part(self) -> None:
        self.hint = pieces.label("", "hint")
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.encoding = ChoiceBox(tr("文件的编码"))
        for name in ENCODINGS:
            self.encoding.addItem({"big5hkscs": "Big5", "utf-16": "UTF-16"}.get(name, name.upper()), name)
        self.encoding.activated.connect(self._encoding_chosen)
        column = QVBoxLayout()
        column.addStretch(1)
        column.addWidget(self.hint)
        column.addWidget(self.encoding, 0, Qt.AlignmentFlag.AlignCenter)
        column.addStretch(2)
        self._add_part(column)

    def _add_columns_part(self) -> None:
        self.kind, self.sheet, self.row = ChoiceBox(tr("台账种类")), ChoiceBox(tr("工作表")), ChoiceBox(tr("表头所在的行"))
        self.kind.activated.connect(lambda _place: self.run.choose_kind(LedgerKind(self.kind.currentData())))
        self.sheet.activated.connect(lambda _place: self.run.choose_sheet(str(self.sheet.currentData())))
        self.row.activated.connect(lambda _place: self.run.choose_row(int(self.row.currentData())))
        head = QHBoxLayout()
        head.setSpacing(8)
        self.sheet_caption, self.row_caption = (pieces.label(text, "caption", wraps=False) for text in (tr("工作表"), tr("表头")))
        for caption, box in ((pieces.label(tr("种类"), "caption", wraps=False), self.kind), (self.sheet_caption, self.sheet)):
            head.addWidget(caption)
            head.addWidget(box, 1)
        head.addWidget(self.row_caption)
        head.addWidget(self.row, 1)
        self.map_row = MapChoices(self.run)
        self.said = pieces.label("", "note")
        self.columns = ColumnTable()
        self.columns.field_chosen.connect(self.run.choose_field)
        self.strict = QCheckBox(tr("身份证号校验位不对的行不导入"))
        self.strict.toggled.connect(self._strict_chosen)
        column = QVBoxLayout()
        column.addLayout(head)
        column.addWidget(self.map_row)
        column.addWidget(self.said)
        column.addWidget(self.columns, 1)
        column.addWidget(self.strict)
        self._add_part(column)

    def _add_preview_part(self) -> None:
        self.counts = pieces.label("", "title", points=12)
        self.outcome = pieces.label("", "step")
        self.notes = pieces.label("", "note")
        column = QVBoxLayout()
        column.addWidget(self.counts)
        column.addWidget(self.outcome)
        column.addWidget(self.notes)
        column.addWidget(self.scope, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self._add_part(column)

    def _add_part(self, column: QVBoxLayout) -> None:
        part = QWidget()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        part.setLayout(column)
        self.parts.addWidget(part)

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.steps)
        foot = QHBoxLayout()
        foot.addWidget(self.back)
        foot.addStretch(1)
        foot.addWidget(self.problems)
        foot.addWidget(self.compare)
        foot.addWidget(self.main)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 10)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.trouble)
        column.addWidget(self.parts, 1)
        column.addLayout(foot)

    # What they show

    def _show_file(self) -> None:
        run = self.run
        if run.doing and run.step is Step.FILE:
            self.hint.setText(tr("正在读取…"))
        else:
            self.hint.setText(
                tr(
                    "选一份台账（.xlsx .xls .ods .csv .txt）或图形（.shp .gpkg .geojson .kml .kmz .gpx .dxf），"
                    "或把文件拖到窗口里。\n写入之前，先看每一行会怎样。"
                )
            )
        self.encoding.setVisible(run.asks_encoding)

    def _show_columns(self) -> None:
        run = self.run
        layout, sheet, look, found = run.layout, run.sheet, run.look, run.headings
        if layout is None or sheet is None or look is None:
            return
        kinds = kinds_of(run.map.layer(layout.sheet)) if run.map is not None else tuple(LedgerKind)
        refill(self.kind, [(kind.caption, kind.value) for kind in dict.fromkeys((*kinds, layout.kind))], layout.kind.value)
        sheets = [(_sheet_text(one.name, one.rows, is_hidden=one.is_hidden), one.name) for one in look.sheets]
        if run.photos_beside > 1:
            sheets.append((tr("文件夹里的全部照片（{count:,} 张）", count=run.photos_beside), FOLDER))
        refill(self.sheet, sheets, layout.sheet)
        self.sheet_caption.setText(tr("工作表") if run.map is None else tr("图层"))
        first = found.header.first if found else None
        if run.map is None:
            refill(self.row, [(_row_text(number, run, cells), number) for number, cells in sheet.head], first)
        for part in (self.row_caption, self.row):
            part.setVisible(run.map is None)
        self.map_row.refresh()
        self.said.setText(_said(run))
        self.said.setProperty("role", "danger" if found is None or found.missing or run.crs_question else "note")
        pieces.restyle(self.said)
        if found is not None:
            self.columns.show_headings(layout.kind, sheet, found, by_hand=bool(layout.by_hand))
        self.strict.setVisible(layout.kind in PEOPLE)
        self.strict.setChecked(run.is_strict)

    def _show_plan(self) -> None:
        run = self.run
        if run.plan is None or run.table is None:
            return
        plan = run.plan
        counts = {"rows": plan.rows, "new": len(plan.new), "changed": len(plan.changed), "same": plan.same, "refused": len(plan.refused)}
        self.counts.setText(tr("共 {rows:,} 行：新增 {new:,}，更改 {changed:,}，相同 {same:,}，未导入 {refused:,}。", **counts))
        self.outcome.setText(_outcome(run))
        self.notes.setText("\n".join((*notes_of(run.table), *plan.notes)))
        self.notes.setVisible(bool(self.notes.text()))

    def _show_comparison(self, found: Comparison, notes: Sequence[str]) -> None:
        self.scope.refresh()
        self.counts.setText(
            tr("对方 {rows:,} 行，对上 {matched:,} 行；本县 {ours:,}。", rows=found.rows, matched=found.matched, ours=found.ours)
        )
        counted = {"duplicates": len(found.duplicates), "ruined": len(found.ruined)}
        told = tr("没有写入任何数据。不能比对的行里，重复的 {duplicates:,} 行，号码被表格软件改坏的 {ruined:,} 行。", **counted)
        self.outcome.setText(tr("比对之后县里的数据有了改动，请重新比对。") if self.run.is_stale else told)
        self.notes.setText("\n".join(notes))
        self.notes.setVisible(bool(notes))

    def _show_foot(self) -> None:
        run = self.run
        texts = {Step.FILE: tr("选择文件…"), Step.COLUMNS: tr("看会怎样"), Step.PREVIEW: tr("写入"), Step.DONE: tr("再导入一份…")}
        texts[Step.COMPARED] = tr("重新比对") if run.is_stale else tr("比对结果另存为…")
        text = texts[run.step]
        if run.step is Step.PREVIEW and not run.doing:
            text = tr("重新比对") if run.is_stale else text if run.can_write else texts[Step.DONE]
        self.main.setText(text)
        self.main.setAccessibleName(text)
        self.main.setEnabled(not run.doing and (run.can_go_on or run.step is not Step.COLUMNS))
        self.back.setVisible(run.is_under_way)
        self.back.setEnabled(not run.doing)
        self.back.setText(tr("完成") if run.step is Step.DONE else tr("上一步"))
        self.problems.setVisible(bool(run.plan and (run.plan.refused or run.plan.doubts)))
        self.problems.setEnabled(not run.doing)
        self.compare.setVisible(run.step is Step.COLUMNS and run.can_compare)
        self.compare.setEnabled(not run.doing)

    def _encoding_chosen(self, _place: int) -> None:
        if self.run.path is not None:
            self.run.start(self.run.path, encoding=str(self.encoding.currentData()))

    def _strict_chosen(self, is_strict: bool) -> None:
        self.run.is_strict = is_strict


def _step_line(step: Step) -> str:
    names: tuple[str, ...] = (tr("1 选文件"), tr("2 核对列"), tr("3 预览"), tr("4 完成"))
    if step is Step.COMPARED:
        names = (*names[:2], tr("比对结果"))
        step = Step.PREVIEW
    return "  ›  ".join(tr("【{step}】", step=name) if place == step else name for place, name in enumerate(names))


def _sheet_text(name: str, rows: int, *, is_hidden: bool) -> str:
    if name == ALL:
        return tr("全部图层({rows} 行)", rows=rows)
    if is_hidden:
        return tr("{name}({rows} 行，隐藏)", name=name, rows=rows)
    return tr("{name}({rows} 行)", name=name, rows=rows)


def _row_text(number: int, run: LedgerImport, cells: Sequence[str]) -> str:
    found = run.headings
    first = next((" ".join(cell.split()) for cell in cells if cell.strip()), "")[:10]
    if found and found.header.first == number and found.header.last > number:
        return tr("第 {first}、{last} 行：{text}", first=number, last=found.header.last, text=first)
    return tr("第 {row} 行：{text}", row=number, text=first)


def _said(run: LedgerImport) -> str:
    """What is missing, else how many columns are recognised."""
    found, layout = run.headings, run.layout
    if found is None or layout is None:
        return tr("这张工作表里没有内容。请换一张工作表。")
    if found.missing:
        return tr(
            "{kind}缺少列：{columns}。请在下面指明是哪一列，或换一种台账、换一行表头。",
            kind=layout.kind.caption,
            columns="、".join(found.missing),
        )
    if run.crs_question:
        return run.crs_question
    known, every = found.header.known, sum(bool(title) for title in found.header.titles)
    return tr("认出 {known} 列，共 {every} 列。每一列都可以改；选过的下次照旧。", known=known, every=every)


def _outcome(run: LedgerImport) -> str:
    if run.step is Step.DONE:
        if run.entry is None:
            return tr("没有要写入的内容。")
        return tr("这次导入已撤销，县里和导入前一样。") if run.is_undone else tr("已写入。要退回，按 Ctrl+Z 或右下角的“撤销”。")
    if run.is_stale:
        return tr("预览之后县里的数据有了改动，请重新比对。")
    if not run.can_write:
        return tr("没有要写入的内容：文件里的每一行不是相同就是未导入。")
    return tr("还没有写入。下面的表里可以看每一行；按“写入”一次写完，一次撤销。")
