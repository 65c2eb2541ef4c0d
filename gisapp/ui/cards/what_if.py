"""What if: the run in hand asked again with wider areas, other depths or people counted elsewhere, and compared at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QComboBox, QLineEdit, QSpinBox

from gisapp.domain.affected import Question
from gisapp.domain.hazard import CountedAt, thresholds_from_text
from gisapp.errors import GisappError
from gisapp.language import tr
from gisapp.ui import pieces
from gisapp.ui.cards.asking import buffer_box, counted_in_words
from gisapp.ui.cards.card import Card


@dataclass(frozen=True, slots=True)
class WhatIf:
    """What is to be otherwise; None = as in the run asked again."""

    buffer_m: float | None = None
    thresholds: tuple[float, ...] | None = None
    counted_at: CountedAt | None = None


class WhatIfCard(Card):
    """Fields filled with what the run asked; only what it knows is offered."""

    def __init__(self, run: int, question: Question, *, ask: Callable[[WhatIf], None], close: Callable[[], None]) -> None:
        super().__init__(tr("换个条件再研判"))
        self._ask = ask
        self.note(tr("范围和水深与第 {run} 号研判相同，只改下面这些；做完马上与第 {run} 号比较。", run=run))
        self.buffer: QSpinBox | None = None
        self.depths: QLineEdit | None = None
        if not question.rule.is_of_depth or question.area_rule is not None:
            self.buffer = buffer_box(question.buffer_m)
            self.field(tr("风险区外扩"), self.buffer)
        if question.thresholds:
            self.depths = QLineEdit(",".join(f"{step:g}" for step in question.thresholds))
            self.field(tr("从几米起算险区（由浅到深，最后一个是红色）"), self.depths)
        self.counted = QComboBox()
        self.counted.addItems([counted_in_words(place) for place in CountedAt])
        self.counted.setCurrentIndex(tuple(CountedAt).index(question.counted_at))
        self.field(tr("人按哪里计"), self.counted)
        self.trouble = pieces.label("", "danger")
        self.trouble.hide()
        self.add(self.trouble)
        self.button(tr("再研判并比较"), self._press, role="main", icon="flood")
        self.button(tr("回到研判"), close, icon="back")

    def _press(self) -> None:
        try:
            thresholds = None if self.depths is None else thresholds_from_text(self.depths.text())
        except GisappError as error:
            self.trouble.setText(str(error))
            self.trouble.show()
            return
        buffer_m = None if self.buffer is None else float(self.buffer.value())
        self._ask(WhatIf(buffer_m, thresholds, tuple(CountedAt)[self.counted.currentIndex()]))
