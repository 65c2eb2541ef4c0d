"""How the families of a run are spread over the safe sites: the few things one can choose."""

from __future__ import annotations

from PySide6.QtWidgets import QButtonGroup, QCheckBox, QDialog, QFormLayout, QRadioButton, QSpinBox, QVBoxLayout
from shiboken6 import isValid

from gisapp.domain.change import Change
from gisapp.domain.safe_site import Allocation, AllocationQuestion, AllocationWay
from gisapp.errors import GisappError
from gisapp.language import tr
from gisapp.services.safe_sites.allocate_sites import MOST_PERCENT, MOST_WALK_M, allocate_sites
from gisapp.storage.safe_sites import allocations
from gisapp.ui import pieces
from gisapp.ui.work.desk import WorkDesk


class AllocateSitesDialog(QDialog):
    """Not modal; ``run`` None = the latest. What comes of it stands in the lists and on the card."""

    def __init__(self, desk: WorkDesk, run: int | None) -> None:
        super().__init__(desk.window)
        self._desk, self._run = desk, run
        self.setWindowTitle(tr("分配避险点") if run is None else tr("分配避险点 · 研判第 {run} 号", run=run))
        usual = AllocationQuestion()
        self.ways = QButtonGroup(self)
        column = QVBoxLayout(self)
        tips = (tr("每户去最近的、还放得下的避险点"), tr("全部人一起走的路最短，不比就近优先更远"))
        for number, (way, tip) in enumerate(zip(AllocationWay, tips, strict=True)):
            button = QRadioButton(tr("{way}：{tip}", way=way.caption, tip=tip))
            button.setChecked(way is usual.way)
            self.ways.addButton(button, number)
            column.addWidget(button)
        self.percent, self.most_walk = QSpinBox(), QSpinBox()
        column.addLayout(self._fields(usual))
        self.own_home_too = QCheckBox(tr("有自己另一处安全住房的户也去避险点"))
        column.addWidget(self.own_home_too)
        self.keep_by_hand = QCheckBox()
        self.keep_by_hand.setChecked(True)
        self.keep_by_hand.hide()
        column.addWidget(self.keep_by_hand)
        column.addWidget(
            pieces.label(
                tr(
                    "红色险区先安排；一户不拆开；不超容量，放不下的户会列出来。险区内和没有启用的避险点不用。沿县文件里的道路走出险区，不再进险区。"
                ),
                "note",
            )
        )
        self.summary = pieces.label("", "warning")
        self.summary.hide()
        column.addWidget(self.summary)
        foot = pieces.foot(self.reject)
        self.start = pieces.button(tr("分配"), self.allocate, role="main", icon="done")
        foot.addWidget(self.start)
        column.addLayout(foot)
        self._recall(allocations.in_force(desk.county.reader, run))
        self.resize(480, self.sizeHint().height())

    def _fields(self, usual: AllocationQuestion) -> QFormLayout:
        self.percent.setRange(0, int(MOST_PERCENT))
        self.percent.setValue(int(usual.together_percent))
        self.percent.setSuffix(" %")
        self.percent.setToolTip(tr("为了同村去一处，总路程最多增加这么多；0 就只看路程"))
        self.percent.setAccessibleName(tr("为同村集中最多多走"))
        self.ways.idToggled.connect(self._chosen)
        self.most_walk.setRange(0, int(MOST_WALK_M))
        self.most_walk.setSingleStep(500)
        self.most_walk.setGroupSeparatorShown(True)
        self.most_walk.setSuffix(tr(" 米"))
        self.most_walk.setSpecialValueText(tr("不限"))
        self.most_walk.setToolTip(tr("走得更远的户列为走不到、要派车；0 就不限"))
        self.most_walk.setAccessibleName(tr("最远步行"))
        form = QFormLayout()
        form.addRow(tr("为同村集中最多多走"), self.percent)
        form.addRow(tr("最远步行"), self.most_walk)
        return form

    @property
    def question(self) -> AllocationQuestion:
        """What is asked."""
        way = tuple(AllocationWay)[self.ways.checkedId()]
        together, walk = float(self.percent.value()), float(self.most_walk.value()) or None
        return AllocationQuestion(way, self.own_home_too.isChecked(), together, walk, self.keep_by_hand.isChecked())

    def allocate(self) -> None:
        """Allocate in the background; the map stays alive."""
        question, run, who = self.question, self._run, self._desk.county.who
        self.start.setEnabled(False)
        self.summary.hide()
        self._desk.county.tasks.write(
            tr("分配避险点"),
            lambda db, control: allocate_sites(db, run, question, who=who, progress=control.progress, cancelled=control.cancelled),
            self._done,
            failed=self._failed,
        )

    def _recall(self, before: Allocation | None) -> None:
        """Ask as the last time; who was moved by hand since stays unless one says otherwise."""
        if before is None:
            return
        question = before.question
        self.ways.button(tuple(AllocationWay).index(question.way)).setChecked(True)
        self.percent.setValue(int(question.together_percent))
        self.most_walk.setValue(int(question.most_walk_m or 0))
        self.own_home_too.setChecked(question.own_home_too)
        if before.totals.by_hand:
            self.keep_by_hand.setText(tr("手工改过去处的 {count} 户不变", count=f"{before.totals.by_hand:,}"))
            self.keep_by_hand.show()

    def _chosen(self, number: int, is_on: bool) -> None:
        if is_on:
            self.percent.setEnabled(tuple(AllocationWay)[number] is AllocationWay.OPTIMISED)

    def _failed(self, error: GisappError) -> None:
        if isValid(self):
            self.start.setEnabled(True)
            self.summary.setText(str(error))
            self.summary.show()

    def _done(self, answer: tuple[Allocation, Change]) -> None:
        found, change = answer
        self._desk.tell(change)
        self._desk.show_flood_list(
            "without_site" if found.totals.no_room_families else "needing_cars" if found.totals.too_far_families else "safe_sites"
        )
        if isValid(self):
            self.accept()
