"""The card of a raised river: which one, how far, what lies within reach, and keeping a level as a hazard area."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QGridLayout, QLabel, QLineEdit, QSlider, QVBoxLayout, QWidget

from gisapp.domain.hazard import HazardLevel
from gisapp.domain.river_level import CM, MOST_LEVEL_M, LevelFigures, limits, rise_name, river_title
from gisapp.language import tr
from gisapp.scene.scalebar import area_text
from gisapp.ui import pieces
from gisapp.ui.cards.card import FIGURE_PT, Card

Field = TypeVar("Field", bound=QWidget)
STEP_CM = 10
PAGE_STEPS = 10
FIRST_LEVEL_M = 1.0
AREA_PT = 12.0


@dataclass(frozen=True, slots=True)
class RiverActions:
    """What the buttons of the card do."""

    save: Callable[[], None]
    read: Callable[[], None]
    close: Callable[[], None]


def title() -> str:
    return tr("河流水位情景")


def waiting_card(text: str, actions: RiverActions, *, can_read: bool = False, told: Sequence[str] = ()) -> Card:
    """What is under way, or what is lacking and which file to read."""
    card = Card(title())
    card.note(limits())
    card.step(text)
    for one in told:
        card.warning(one)
    if can_read:
        card.button(tr("读入地形文件…"), actions.read, role="main", icon="open", tip=tr("数字高程模型（DEM）的 GeoTIFF"))
    card.button(tr("关闭"), actions.close, icon="close")
    return card


class RiverLevelCard(Card):
    """level_changed(metres), river_chosen(name, "" = all). Slider and number say the same level."""

    level_changed = Signal(float)
    river_chosen = Signal(str)

    def __init__(self, rivers: Sequence[str], actions: RiverActions, *, terrain: str, step_m: float, told: Sequence[str] = ()) -> None:
        super().__init__(title())
        self._step_m = step_m
        self.note(limits())
        for one in told:
            self.warning(one)
        self.river_box = self._named(tr("河流"), QComboBox())
        self.river_box.addItems([river_title(""), *rivers])
        self.river_box.activated.connect(lambda place: self.river_chosen.emit(rivers[place - 1] if place else ""))
        self._add_level()
        self._add_figures()
        self.note(terrain)
        self._fine = pieces.label(tr("比 {step:g} 米更细的水位差别，这份地形上看不出来。", step=step_m), "note")
        self.add(self._fine)
        self._add_form()
        self.button(tr("存为风险区"), actions.save, role="main", icon="save", tip=tr("这一级水位的范围，可以研判和撤销"))
        self.button(tr("换一份地形…"), actions.read, icon="open", tip=tr("数字高程模型（DEM）的 GeoTIFF"))
        self.button(tr("关闭"), actions.close, icon="close")
        self.name.returnPressed.connect(actions.save)

    @property
    def level_m(self) -> float:
        """The level shown."""
        return self.slider.value() * STEP_CM / CM

    @property
    def colour(self) -> HazardLevel:
        """The warning level chosen for keeping it."""
        return tuple(HazardLevel)[self.colour_box.currentIndex()]

    @property
    def river(self) -> str:
        """The river chosen, "" = all."""
        return self.river_box.currentText() if self.river_box.currentIndex() > 0 else ""

    def show_river(self, river: str) -> None:
        """Show which river rises, "" = all."""
        self.river_box.setCurrentIndex(max(self.river_box.findText(river), 0) if river else 0)

    def set_level(self, level_m: float) -> None:
        """Show another level."""
        self.slider.setValue(round(level_m * CM / STEP_CM))

    def show_figures(self, figures: LevelFigures) -> None:
        """What lies within reach at the level shown."""
        values = (f"{figures.houses:,}", f"{figures.households:,}", f"{figures.residents:,}", area_text(figures.area_ha * 10_000))
        for label, value in zip(self.numbers, values, strict=True):
            label.setText(value)
        self.unknown.setText(tr("另有 {count:,} 处住房没有结论：地形没有覆盖，或看不出水往哪条河流。", count=figures.unknown))
        self.unknown.setVisible(figures.unknown > 0)
        self._fine.setVisible(0 < figures.level_m < self._step_m)
        self.name.setPlaceholderText(rise_name(self.river, figures.level_m))

    def _add_level(self) -> None:
        most = round(MOST_LEVEL_M * CM / STEP_CM)
        self.number = self._named(tr("高出平常水位"), QDoubleSpinBox())
        self.number.setRange(0, MOST_LEVEL_M)
        self.number.setDecimals(1)
        self.number.setSingleStep(STEP_CM / CM)
        self.number.setSuffix(tr(" 米"))
        self.number.setKeyboardTracking(False)  # else "5" is taken before ".4" is typed
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setAccessibleName(tr("高出平常水位"))
        self.slider.setToolTip(tr("左右方向键一次 0.1 米，翻页键一次 1 米"))
        self.slider.setRange(0, most)
        self.slider.setPageStep(PAGE_STEPS)
        self.slider.setTickPosition(QSlider.TickPosition.TicksBelow)
        self.slider.setTickInterval(5 * PAGE_STEPS)
        self.slider.setValue(round(FIRST_LEVEL_M * CM / STEP_CM))
        self.number.setValue(FIRST_LEVEL_M)
        self.add(self.slider)
        self.slider.valueChanged.connect(self._slid)
        self.number.valueChanged.connect(self.set_level)

    def _slid(self, _value: int) -> None:
        self.number.setValue(self.level_m)
        self.level_changed.emit(self.level_m)

    def _add_figures(self) -> None:
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 2, 0, 2)
        grid.setVerticalSpacing(8)
        self.numbers: list[QLabel] = []
        for place, caption in enumerate((tr("处住房"), tr("户"), tr("人"), tr("淹没面积"))):
            number = pieces.label("—", "danger" if place < 3 else "", points=FIGURE_PT if place < 3 else AREA_PT, wraps=False)
            cell = QVBoxLayout()
            cell.setSpacing(0)
            cell.addWidget(number)
            cell.addWidget(pieces.label(caption, "caption"))
            grid.addLayout(cell, place // 2, place % 2)
            grid.setColumnStretch(place % 2, 1)
            self.numbers.append(number)
        self.add(box)
        self.unknown = pieces.label("", "warning")
        self.unknown.hide()
        self.add(self.unknown)

    def _add_form(self) -> None:
        self.section(tr("存为风险区"))
        self.name = self._named(tr("名称"), QLineEdit())
        self.colour_box = self._named(tr("等级"), QComboBox())
        self.colour_box.addItems([level.caption for level in HazardLevel])

    def _named(self, caption: str, field: Field) -> Field:
        self.add(pieces.label(caption, "caption"))
        field.setAccessibleName(caption)
        self.add(field)
        return field
