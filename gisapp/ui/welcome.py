"""The first page: recent files, open, new county, the sample, restore a backup. Never an empty grey window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from gisapp.language import tr
from gisapp.ui import icons, pieces


@dataclass(frozen=True, slots=True)
class WelcomeActions:
    """What the tiles do."""

    open_file: Callable[[], None]
    new_county: Callable[[], None]
    sample: Callable[[], None]
    restore: Callable[[], None]
    open_recent: Callable[[Path], None]
    cancel: Callable[[], None]


PANEL_PX, TILE_PX, SPARE_PX, RECENT_PX = 860, 252, 6, 230


class Tile(pieces.PushButton):
    """A large button that holds a picture, a title and as many lines as its words need."""

    def __init__(self, icon: str, title: str, detail: str) -> None:
        super().__init__()
        self.setProperty("role", "tile")
        self.setAccessibleName(title)
        self.setAccessibleDescription(detail)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._height = TILE_PX // 2
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 12, 14, 12)
        self._column.setSpacing(4)
        mark = pieces.tool_button("", icon)
        mark.setIconSize(QSize(28, 28))
        icons.put(mark, icon, tint="accent")
        for widget in (mark, pieces.label(title, "title", points=11.5), pieces.label(detail, "note")):
            widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            widget.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._column.addWidget(widget)
        self._column.addStretch(1)

    @property
    def needed_px(self) -> int:
        """The height its words need."""
        return self._column.totalHeightForWidth(TILE_PX) + SPARE_PX

    def set_height(self, height: int) -> None:
        """Be as high as this, whatever the style sheet says of buttons."""
        self._height = height
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(TILE_PX, self._height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class WelcomePage(QWidget):
    """Tiles at the left, recent files at the right, progress below while something is made."""

    def __init__(self, actions: WelcomeActions, recent: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        pieces.paint_ground(self, "workbench")
        self._actions = actions
        panel = QFrame()
        panel.setObjectName("welcomePanel")
        panel.setFixedWidth(PANEL_PX)
        column = QVBoxLayout(panel)
        column.setContentsMargins(36, 22, 36, 18)
        column.setSpacing(13)
        column.addWidget(pieces.label(tr("网格与搬迁社区"), "title", points=20))
        column.addWidget(pieces.label(tr("一个县一个文件：看网格、补联系人、汛期找人。数据只在本机，不联网。"), "note"))
        row = QHBoxLayout()
        row.setSpacing(28)
        row.addLayout(self._tiles())
        row.addLayout(self._recent(recent), 1)
        column.addLayout(row)
        column.addWidget(self._progress())
        outer = QVBoxLayout(self)
        outer.addStretch(1)
        outer.addWidget(panel, 0, Qt.AlignmentFlag.AlignHCenter)
        outer.addStretch(2)
        self.show_busy("", 0.0)

    def show_busy(self, title: str, share: float) -> None:
        """What is being made and how far it is."""
        self._working.setVisible(bool(title))
        self._task.setText(title)
        self._bar.setRange(0, 0 if share < 0 else 1000)
        self._bar.setValue(max(0, round(share * 1000)))
        for tile in self.tiles:
            tile.setEnabled(not title)

    def _tiles(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(12)
        self.tiles: list[Tile] = []
        entries = (
            ("county", tr("打开示例县"), tr("汉阴县边界与镇村为真，人员全部虚构，放心试用"), self._actions.sample),
            ("open", tr("打开县文件"), tr("打开已有的 .gpkg 县文件"), self._actions.open_file),
            ("new", tr("新建县"), tr("用县界文件新建一个空的县"), self._actions.new_county),
            ("restore", tr("从备份恢复"), tr("用备份替换损坏的县文件，原文件会保留"), self._actions.restore),
        )
        for place, (icon, title, detail, clicked) in enumerate(entries):
            grid.addWidget(self._tile(icon, title, detail, clicked), place // 2, place % 2)
        highest = max(tile.needed_px for tile in self.tiles)
        for tile in self.tiles:
            tile.set_height(highest)
        return grid

    def _tile(self, icon: str, title: str, detail: str, clicked: Callable[[], None]) -> Tile:
        tile = Tile(icon, title, detail)
        tile.clicked.connect(lambda _checked=False: clicked())
        self.tiles.append(tile)
        return tile

    def _recent(self, recent: tuple[str, ...]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(pieces.label(tr("最近打开"), "section"))
        for name in recent:
            path = Path(name)
            stem = self.fontMetrics().elidedText(path.stem, Qt.TextElideMode.ElideMiddle, RECENT_PX)
            button = pieces.button(stem, partial(self._actions.open_recent, path), role="link")
            button.setToolTip(pieces.tip(name))
            column.addWidget(button)
            folder = pieces.label(
                button.fontMetrics().elidedText(str(path.parent), Qt.TextElideMode.ElideMiddle, RECENT_PX), "caption", wraps=False
            )
            folder.setContentsMargins(4, 0, 0, 4)
            column.addWidget(folder)
        if not recent:
            column.addWidget(pieces.label(tr("还没有打开过县文件。先打开示例县看看。"), "note"))
        column.addStretch(1)
        return column

    def _progress(self) -> QWidget:
        self._working = QWidget()
        policy = self._working.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._working.setSizePolicy(policy)
        row = QHBoxLayout(self._working)
        row.setContentsMargins(0, 0, 0, 0)
        self._task, self._bar = pieces.label("", "note", wraps=False), QProgressBar()
        self._bar.setTextVisible(False)
        row.addWidget(self._task)
        row.addWidget(self._bar, 1)
        row.addWidget(pieces.button(tr("取消"), self._actions.cancel))
        return self._working
