"""How the question is asked: by which rules, where people are counted, how far areas are widened, at what time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from PySide6.QtCore import QDateTime, Signal
from PySide6.QtWidgets import QComboBox, QDateTimeEdit, QSpinBox

from gisapp.domain.hazard import AffectedRule, CountedAt
from gisapp.language import tr
from gisapp.ui import pieces
from gisapp.ui.cards.card import Card

AREA_RULES = tuple(rule for rule in AffectedRule if not rule.is_of_depth)
DEPTH_RULES = tuple(rule for rule in AffectedRule if rule.is_of_depth)
WIDEST_M = 5_000
ANY_TIME, NOW = "", "now"


@dataclass(frozen=True, slots=True)
class Asking:
    """``at_time`` is an ISO minute, NOW for the minute of asking, ANY_TIME for areas whenever they hold."""

    area_rule: AffectedRule = AffectedRule.POINT
    depth_rule: AffectedRule = AffectedRule.BILINEAR
    counted_at: CountedAt = CountedAt.HOMES
    buffer_m: int = 0
    at_time: str = ANY_TIME

    @property
    def summary(self) -> str:
        """It all in one short line; what is not asked for is not said."""
        by = (tr("点位"), tr("轮廓"), tr("轮廓中心"))[AREA_RULES.index(self.area_rule)]
        people = (tr("在住"), tr("现住"))[tuple(CountedAt).index(self.counted_at)]
        parts = [tr("按{by}", by=by), tr("人按{people}", people=people)]
        if self.buffer_m:
            parts.append(tr("外扩 {buffer} 米", buffer=self.buffer_m))
        if self.at_time != ANY_TIME:
            parts.append(tr("现在有效") if self.at_time == NOW else self.at_time.replace("T", " "))
        return " · ".join(parts)

    def moment(self) -> str | None:
        """The time asked about, now made plain; None = whenever."""
        if self.at_time == NOW:
            return datetime.now().astimezone().strftime("%Y-%m-%dT%H:%M")
        return self.at_time or None


class AskingCard(Card):
    """changed(Asking): something was chosen; it holds for the next question at once."""

    changed = Signal(object)

    def __init__(self, asking: Asking, *, ask: Callable[[], None], close: Callable[[], None]) -> None:
        super().__init__(tr("研判方式"))
        words = _rule_words()
        self.area_rule = self._choice(tr("风险区按什么判断"), [words[rule] for rule in AREA_RULES], AREA_RULES.index(asking.area_rule))
        self.depth_rule = self._choice(
            tr("水深栅格按什么取值"), [words[rule] for rule in DEPTH_RULES], DEPTH_RULES.index(asking.depth_rule)
        )
        places = tuple(CountedAt)
        self.counted = self._choice(tr("人按哪里计"), [counted_in_words(place) for place in places], places.index(asking.counted_at))
        self.buffer = buffer_box(asking.buffer_m)
        self.buffer.setMinimumHeight(self.counted.sizeHint().height())
        self.field(tr("风险区外扩"), self.buffer)
        times = [tr("不限时间"), tr("现在有效的"), tr("指定时间有效的")]
        self.when = self._choice(tr("算哪些风险区"), times, (ANY_TIME, NOW, asking.at_time).index(asking.at_time))
        self.moment = QDateTimeEdit(QDateTime.fromString(asking.at_time, "yyyy-MM-ddTHH:mm"))
        if not self.moment.dateTime().isValid() or asking.at_time in (ANY_TIME, NOW):
            self.moment.setDateTime(QDateTime.currentDateTime())
        self.moment.setDisplayFormat("yyyy-MM-dd HH:mm")
        self.moment.setCalendarPopup(True)
        self.field("", self.moment, name=tr("指定时间"))
        self.rule_note = pieces.label("", "note")
        self.add(self.rule_note)
        self.button(tr("哪些住房在险区？"), ask, role="main", icon="flood")
        self.button(tr("回到研判"), close, icon="back")
        self._connect()
        self._explain()

    @property
    def asking(self) -> Asking:
        """What is chosen."""
        when = (ANY_TIME, NOW, self.moment.dateTime().toString("yyyy-MM-ddTHH:mm"))[self.when.currentIndex()]
        return Asking(
            AREA_RULES[self.area_rule.currentIndex()],
            DEPTH_RULES[self.depth_rule.currentIndex()],
            tuple(CountedAt)[self.counted.currentIndex()],
            self.buffer.value(),
            when,
        )

    def _choice(self, caption: str, texts: Sequence[str], place: int) -> QComboBox:
        box = QComboBox()
        box.addItems(list(texts))
        box.setCurrentIndex(place)
        self.field(caption, box)
        return box

    def _connect(self) -> None:
        for box in (self.area_rule, self.depth_rule, self.counted, self.when):
            box.currentIndexChanged.connect(self._tell)
        self.buffer.valueChanged.connect(self._tell)
        self.moment.dateTimeChanged.connect(self._tell)

    def _tell(self, _value: Any) -> None:
        self._explain()
        self.changed.emit(self.asking)

    def _explain(self) -> None:
        """What holds on a border, and what a time means."""
        chosen = self.asking
        self.moment.setVisible(chosen.at_time not in (ANY_TIME, NOW))
        self.rule_note.setText(tr("{area}。{depth}。", area=chosen.area_rule.caption, depth=chosen.depth_rule.caption))


def _rule_words() -> dict[AffectedRule, str]:
    texts = (tr("按房屋点位"), tr("按房屋轮廓"), tr("按轮廓中心"), tr("双线性取值"), tr("所在像元"))
    return dict(zip(AffectedRule, texts, strict=True))


def buffer_box(metres: float) -> QSpinBox:
    """How far areas are widened."""
    made = QSpinBox()
    made.setRange(0, WIDEST_M)
    made.setSingleStep(10)
    made.setSuffix(tr(" 米"))
    made.setValue(round(metres))
    return made


def counted_in_words(place: CountedAt) -> str:
    """Where people are counted."""
    return (tr("人按在住的住房"), tr("人按现住何处"))[tuple(CountedAt).index(place)]
