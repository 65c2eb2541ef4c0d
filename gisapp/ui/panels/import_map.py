"""How a map is to be read: which encoding its text has, which coordinates its shapes have."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from gisapp.domain.masking import masked_text
from gisapp.language import tr
from gisapp.ui import pieces
from gisapp.ui.ledger_import import LedgerImport
from gisapp.ui.panels.import_columns import ChoiceBox

LONGEST_SAMPLE = 40


class MapChoices(QWidget):
    """Two boxes that stand there only for what is to be chosen: text as each encoding reads it, coordinates that fit the county."""

    def __init__(self, run: LedgerImport, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._run = run
        self.encoding, self.crs = ChoiceBox(tr("文字的编码")), ChoiceBox(tr("坐标系"))
        self.encoding.setToolTip(tr("选文字读得通的那一种"))
        self.crs.setToolTip(tr("图形的坐标按哪一种读；选过后不再询问"))
        self._encoding_caption, self._crs_caption = (pieces.label(text, "caption", wraps=False) for text in (tr("文字"), tr("坐标系")))
        self.encoding.activated.connect(self._encoding_chosen)
        self.crs.activated.connect(self._crs_chosen)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._encoding_caption)
        row.addWidget(self.encoding, 1)
        row.addWidget(self._crs_caption)
        row.addWidget(self.crs, 1)

    def refresh(self) -> None:
        """Show what there is to choose."""
        run = self._run
        samples = run.map.file.samples if run.map is not None else ()
        refill(
            self.encoding, [(_sample_text(one.encoding, one.text), one.encoding) for one in samples], run.look.encoding if run.look else ""
        )
        choices = run.crs_choices()
        refill(self.crs, [(choice.text, place) for place, choice in enumerate(choices)], None)
        self.crs.setCurrentIndex(next((place for place, choice in enumerate(choices) if choice.source == run.source), 0))
        for part in (self._encoding_caption, self.encoding):
            part.setVisible(len(samples) > 1)
        for part in (self._crs_caption, self.crs):
            part.setVisible(bool(choices))
        self.setVisible(len(samples) > 1 or bool(choices))

    def _encoding_chosen(self, _place: int) -> None:
        if self._run.path is not None:
            self._run.start(self._run.path, encoding=str(self.encoding.currentData()))

    def _crs_chosen(self, place: int) -> None:
        self._run.choose_crs(self._run.crs_choices()[place].source)


def refill(box: QComboBox, entries: Sequence[tuple[str, object]], current: object) -> None:
    """Other entries, unless they are the same; the one of ``current`` is chosen."""
    if [(box.itemText(place), box.itemData(place)) for place in range(box.count())] != list(entries):
        box.clear()
        for text, value in entries:
            box.addItem(text, value)
    box.setCurrentIndex(box.findData(current))


def _sample_text(encoding: str, text: str) -> str:
    name = {"big5hkscs": "Big5", "utf-16": "UTF-16"}.get(encoding, encoding.upper())
    return tr("{encoding}：{text}", encoding=name, text=masked_text(" ".join(text.split()))[:LONGEST_SAMPLE])
