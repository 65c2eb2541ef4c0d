"""Search as one types: hits drop down below the box, Enter goes to the first or the chosen one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QLineEdit, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from gisapp.domain.change import Kind
from gisapp.language import tr
from gisapp.services.places.search_county import Hit, search_county
from gisapp.ui import pieces
from gisapp.ui.open_county import OpenCounty
from gisapp.ui.theme import colour

WAIT_MS = 60
MOST_A_KIND = 20
ROW_PX = 38
MOST_ROWS = 11
Index = QModelIndex | QPersistentModelIndex


class SearchBox(QLineEdit):
    """chosen(Hit): the person wants to go there."""

    chosen = Signal(object)

    def __init__(self, county: OpenCounty, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._county = county
        self.setPlaceholderText(tr("搜索 姓名 · 拼音首字母 · 证件尾号 · 电话 · 门牌 · 村名   Ctrl+F"))
        self.setAccessibleName(tr("搜索"))
        pieces.clearable(self)
        self._model = HitModel()
        self.list = QListView(parent)
        self.list.setObjectName("hits")
        self.list.setModel(self._model)
        self.list.setItemDelegate(HitPainter(self.list))
        self.list.setAccessibleName(tr("搜索结果"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.hide()
        self.list.clicked.connect(lambda index: self._choose(index.row()))
        self._timer = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._timer.timeout.connect(self._ask)
        self._enter_waits = False
        self.textChanged.connect(self._edited)

    def ask_now(self) -> None:
        """Search for what stands in the box at once."""
        self._timer.stop()
        self._ask()

    @property
    def hits(self) -> tuple[Hit, ...]:
        """What was found."""
        return self._model.hits

    def close_list(self) -> None:
        """Fold the hits away."""
        self.list.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, row = event.key(), self.list.currentIndex().row()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        elif key == Qt.Key.Key_Escape:
            self.close_list()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self._model.hits:
            step = 1 if key == Qt.Key.Key_Down else -1
            self._open_list()
            self.list.setCurrentIndex(self._model.index(min(max(row + step, 0), len(self._model.hits) - 1)))
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.close_list()

    def _edited(self) -> None:
        self._enter_waits = False
        self._timer.start()

    def _ask(self) -> None:
        text = self.text().strip()
        if not text:
            self._show("", [])
            return
        self._county.tasks.read(
            lambda connection: search_county(connection, text, limit=MOST_A_KIND), lambda hits: self._show(text, hits), key="search"
        )

    def _show(self, text: str, hits: list[Hit]) -> None:
        self._model.show(hits, nothing=tr("没有找到“{text}”。可以试试姓名、拼音首字母或证件后四位。", text=text) if text else "")
        if not text:
            self.close_list()
            return
        self._open_list()
        self.list.setCurrentIndex(self._model.index(0))
        if self._enter_waits:
            self._enter()

    def _open_list(self) -> None:
        window = self.window()
        if self.list.parentWidget() is not window:
            self.list.setParent(window)
        rows = min(max(self._model.rowCount(), 1), MOST_ROWS)
        place = self.mapTo(window, QPoint(0, self.height() + 3))
        self.list.setGeometry(QRect(place, QSize(self.width(), rows * ROW_PX + 12)))
        self.list.raise_()
        self.list.show()

    def _enter(self) -> None:
        if self._timer.isActive():
            self._enter_waits = True
            self.ask_now()
            return
        self._enter_waits = False
        self._choose(max(self.list.currentIndex().row(), 0))

    def _choose(self, row: int) -> None:
        if row < len(self._model.hits):
            self.close_list()
            self.chosen.emit(self._model.hits[row])


class HitModel(QAbstractListModel):
    """The hits, or one line that says there are none."""

    def __init__(self) -> None:
        super().__init__()
        self.hits: tuple[Hit, ...] = ()
        self._nothing = ""

    def show(self, hits: list[Hit], *, nothing: str) -> None:
        """Show other hits."""
        self.beginResetModel()
        self.hits, self._nothing = tuple(hits), nothing
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.hits) or (1 if self._nothing else 0)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if not self.hits:
            return self._nothing if role == Qt.ItemDataRole.DisplayRole else None
        hit = self.hits[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return hit.title
        if role in (Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1):
            return hit.detail.strip() if role == Qt.ItemDataRole.UserRole else kind_title(hit.kind)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{kind_title(hit.kind)} {hit.title} {hit.detail}"
        return None


class HitPainter(QStyledItemDelegate):
    """Title over detail, the kind at the right; all of it plain text."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, colour("selected", option.palette))
        box = option.rect.adjusted(10, 2, -10, -2)
        detail, kind = index.data(Qt.ItemDataRole.UserRole), index.data(Qt.ItemDataRole.UserRole + 1)
        upper = box.adjusted(0, 0, -64, -box.height() // 2) if detail else box
        draw: tuple[tuple[QRect, Qt.AlignmentFlag, str, str], ...] = (
            (upper, Qt.AlignmentFlag.AlignLeft, "text", index.data()),
            (box.adjusted(0, box.height() // 2, -64, 0), Qt.AlignmentFlag.AlignLeft, "muted", detail or ""),
            (box, Qt.AlignmentFlag.AlignRight, "accent", kind or ""),
        )
        metrics = option.fontMetrics
        for place, edge, tint, text in draw:
            painter.setPen(colour(tint, option.palette))
            short = metrics.elidedText(text, Qt.TextElideMode.ElideRight, place.width())
            painter.drawText(place, edge | Qt.AlignmentFlag.AlignVCenter, short)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, ROW_PX)


def kind_title(kind: Kind) -> str:
    """What a hit is, in a word."""
    titles: dict[Kind, Callable[[], str]] = {
        Kind.DIVISION: lambda: tr("单位"),
        Kind.GRID: lambda: tr("网格"),
        Kind.HOUSE: lambda: tr("房屋"),
        Kind.HOUSEHOLD: lambda: tr("户"),
        Kind.RESIDENT: lambda: tr("人"),
        Kind.CONTACT: lambda: tr("联系人"),
        Kind.SETTLEMENT: lambda: tr("安置点"),
        Kind.SAFE_SITE: lambda: tr("避险点"),
    }
    return titles[kind]() if kind in titles else ""
