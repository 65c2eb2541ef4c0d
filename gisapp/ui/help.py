"""The short manual, in the window: what to press for each of the jobs."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QScrollArea, QVBoxLayout, QWidget

from gisapp.language import tr
from gisapp.ui import pieces
from gisapp.ui.actions.records import ACTIONS


class HelpDialog(QDialog):
    """Not modal: it may stay open beside the map."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("使用说明"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(620, 600)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(6)
        for title, lines in chapters():
            column.addWidget(pieces.label(title, "title", points=12))
            for line in lines:
                column.addWidget(pieces.label(line))
            column.addSpacing(8)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidget(page)
        area.setWidgetResizable(True)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)


def chapters() -> Sequence[tuple[str, Sequence[str]]]:
    """Title and lines of each chapter."""
    return (
        (
            tr("找一户，打给主责联系人"),
            (tr("按 Ctrl+F，输入姓名、拼音首字母、证件尾号、电话、门牌或村名，回车。右边卡片最上面就是“先打给”谁。"),),
        ),
        (tr("看一个网格"), (tr("在“网格”里单击地图或左边的列表：右边是网格员和人数，下面是住户。双击放大到它。"),)),
        (
            tr("补齐缺岗"),
            (
                tr("在“搬迁社区”按“补齐缺岗”，表里列出缺岗的户；单击一户看六个岗，点缺的岗选联系人。"),
                tr("一次给多户分配：在表里选多行（或先选一栋楼），按“分配联系人…”。不能分配的户会写明原因。"),
            ),
        ),
        (
            tr("汛期：哪些住房在险区"),
            (
                tr("在“防汛”绘制或读取风险区，勾选后按“哪些住房在险区？”。右边是总数，下面是要通知的名单，没有联系人电话的在最前。"),
                tr("“打印电话名单”存为 PDF，“导出 Excel”存为表格，“离线网页地图”可发给没有本程序的人看。"),
                tr("按水位推算：按 Ctrl+Shift+H，选一条河，左右键升降水位，地图和人数跟着变；存为风险区后照常研判。静态推算，不是预报。"),
                tr("点名：按 Ctrl+K，选中一户，按 1 到 5 记结果（按钮上写着），自动到下一户；6 写去处和备注，Ctrl+Z 撤销。"),
                tr("避险点：研判后在右边点“分配避险点…”；Ctrl+Shift+S 看各点容量和空位，“去向线”画在地图上，“签到表…”每个点一份。"),
                tr("右边“更多操作”里有处置报告、按联系人一人一页的名单和编号的地图页；地图上方有行动清单（空格打勾）和物资需求。"),
            ),
        ),
        (tr("改错了"), (tr("按右下角的“撤销”或 Ctrl+Z。每次改动都记在历史里，关机断电也不会丢。"),)),
        (tr("地图"), (tr("滚轮缩放，拖动移动；方向键、加减号、Home（全县）也可以。Alt+左右方向键：上一个、下一个视图。"),)),
        (
            tr("只用键盘"),
            (
                tr("F6 在搜索、列表、地图、表格、卡片之间走，Tab 走到每个按钮；在列表和表格里按回车打开卡片，Esc 回来。"),
                tr("地图上用方向键移动，空格等于在正中单击：点选网格、画范围的角点都可以，回车结束。"),
            ),
        ),
        (tr("快捷键"), tuple(_shortcuts())),
    )


def _shortcuts() -> list[str]:
    return [
        tr("{keys}　{text}", keys=QKeySequence(record.shortcut).toString(QKeySequence.SequenceFormat.NativeText), text=tr(record.text))
        for record in ACTIONS
        if record.shortcut
    ]
