"""The question in which coordinates a file is written: what fits, how it would lie on the map, or as the file says."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QRadioButton

from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.services.places.ask_crs import title_of
from gisapp.spatial.china_shift import BD_09, GCJ_02
from gisapp.spatial.source_crs import Proposal, SourceCrs, crs_from_text, is_old_datum
from gisapp.ui import pieces
from gisapp.ui.cards.card import Card

MOST_PROPOSED = 4
USUAL = ("EPSG:4490", GCJ_02, BD_09)


@dataclass(frozen=True, slots=True)
class CrsDeeds:
    """What the card's buttons do: read the file in these coordinates, or leave it; ``keep``: read it as it states, where it does."""

    use: Callable[[SourceCrs], None]
    leave: Callable[[], None]
    keep: Callable[[], None] | None = None


class FileCrsCard(Card):
    """tried(SourceCrs): these coordinates are chosen, to be shown on the map before anything is read."""

    tried = Signal(object)

    def __init__(self, title: str, why: str, proposals: Sequence[Proposal], stated: SourceCrs | None, deeds: CrsDeeds) -> None:
        super().__init__(title)
        self._deeds, self._stated = deeds, stated
        self.warning(why)
        self.note(tr("选一种，地图上就显示文件会落在哪里（红色），对了再读取。") if proposals else tr("请选择，或填写对方告知的坐标系。"))
        self._group = QButtonGroup(self)
        self._sources: list[SourceCrs] = []
        for one in proposals[:MOST_PROPOSED]:
            self._choice(one.source, tr("{share:.0%} 落在本县", share=one.share))
        for text in () if proposals else USUAL:
            if stated is None or text != stated.text:
                self._choice(SourceCrs(text, is_swapped=stated is not None and stated.is_swapped), "")
        self.other = QLineEdit()
        self.other.setPlaceholderText(tr("其他：EPSG 编号，例如 4545"))
        self.other.setAccessibleName(tr("其他坐标系"))
        self.other.textEdited.connect(self._typed)
        self.other.editingFinished.connect(self._try)
        self.add(self.other)
        self.trouble = pieces.label("", "warning")
        self.trouble.hide()
        self.add(self.trouble)
        self.use_button = self.button(tr("按选中的读取"), self.use, role="main", icon="done")
        if deeds.keep is not None:
            self.button(tr("照文件说明读取"), deeds.keep, icon="open", tip=tr("不改，按文件自己说明的坐标系读取"))
        self.button(tr("取消"), deeds.leave, icon="close")
        if proposals:
            self._group.buttons()[0].setChecked(True)
        self._group.idClicked.connect(lambda _place: self._try())

    @property
    def first(self) -> SourceCrs | None:
        """What is chosen at first; None when nothing fits."""
        return self._sources[self._group.checkedId()] if self._group.checkedId() >= 0 else None

    def chosen(self) -> SourceCrs | None:
        """What is chosen or written; raises BadRequest for words that name no coordinates."""
        if self.other.text().strip():
            return SourceCrs(crs_from_text(self.other.text()))
        return self.first

    def use(self) -> None:
        """Read the file as chosen."""
        found = self._understood()
        if found is not None:
            self._deeds.use(found)
        elif not self.trouble.isVisibleTo(self):
            self.complain(tr("请先选择一种坐标系。"))

    def choose(self, place: int) -> None:
        """Choose a line as a click does."""
        self._group.button(place).click()

    def complain(self, text: str) -> None:
        """Say why this will not do."""
        self.trouble.setText(text)
        self.trouble.setVisible(bool(text))

    def _choice(self, source: SourceCrs, share: str) -> None:
        text = title_of(source)
        button = QRadioButton(_in_lines(text))
        button.setAccessibleName(text)
        button.setToolTip(pieces.tip(text))
        self._group.addButton(button, len(self._sources))
        self._sources.append(source)
        self.add(button)
        notes = [share] if share else []
        if is_old_datum(source.text):
            notes.append(tr("旧坐标系，换算可能相差几十米"))
        self.note(tr("，").join(notes))

    def _typed(self, text: str) -> None:
        self.complain("")
        checked = self._group.checkedButton()
        if text.strip() and checked is not None:
            self._group.setExclusive(False)
            checked.setChecked(False)
            self._group.setExclusive(True)

    def _try(self) -> None:
        if self._group.checkedId() >= 0:
            self.other.clear()
            self.complain("")
        found = self._understood()
        if found is not None:
            self.tried.emit(found)

    def _understood(self) -> SourceCrs | None:
        try:
            return self.chosen()
        except BadRequest as error:
            self.complain(str(error))
            self.other.setFocus(Qt.FocusReason.OtherFocusReason)
            return None


def _in_lines(text: str) -> str:
    """A radio button breaks no lines by itself: after a comma it may."""
    return text.replace("，", "，\n").replace(", ", ",\n")
