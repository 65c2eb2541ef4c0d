"""The card of a hazard file that was read: what each column means, what holds where it says nothing, what became of its rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QWidget

from gisapp.domain.hazard import HazardKind, HazardLevel
from gisapp.domain.validity import moment_from_text
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.services.hazards.hazard_fields import NO_FIELD, FieldChoice, LevelValue
from gisapp.services.places.ask_crs import title_of
from gisapp.ui import pieces
from gisapp.ui.cards.card import Card

if TYPE_CHECKING:
    from gisapp.services.hazards.read_hazards import HazardFile
from gisapp.services.hazards.reading import Reading

LEVELS, KINDS = tuple(HazardLevel), tuple(HazardKind)
MOST_VALUES = 12
FEWEST_LETTERS = 8


@dataclass(frozen=True, slots=True)
class FileDeeds:
    """What the card's buttons do; ``save`` is not reached before every question is answered."""

    save: Callable[[], None]
    discard: Callable[[], None]
    change_crs: Callable[[], None]


class HazardFileCard(Card):
    """changed(): the file is to be understood in another way, as ``reading`` says."""

    changed = Signal()

    def __init__(self, found: HazardFile, title: str, reading: Reading, deeds: FileDeeds) -> None:
        super().__init__(title)
        self._deeds, self.reading = deeds, reading
        self.is_level_said = False
        self._choice = found.choice
        self._values: tuple[LevelValue, ...] = ()
        self.summary, self.by_level, self.fates = pieces.label("", "note"), pieces.label(""), pieces.label("", "warning")
        for label in (self.summary, self.by_level, self.fates):
            self.add(label)
        self.crs_note = pieces.label("", "note")
        tip = tr("换一种坐标系读取，例如高德、百度地图的坐标")
        self.crs_button = pieces.button(tr("更改坐标系"), deeds.change_crs, role="link", tip=tip)
        self.add(self.crs_note)
        self.add(self.crs_button)
        self._fields: dict[str, QComboBox] = {}
        self._names = tuple(preview.name for preview in found.previews)
        self._texts = [tr("{field}：{samples}", field=one.name, samples=tr("、").join(one.samples)) for one in found.previews]
        self._add_level()
        self._add_others()
        self.trouble = pieces.label("", "warning")
        self.trouble.hide()
        self.add(self.trouble)
        self.save_button = self.button("", self.save, role="main", icon="save")
        self.button(tr("放弃"), deeds.discard, icon="close")
        self.show_found(found)

    def show_found(self, found: HazardFile) -> None:
        """The same file, understood as ``reading`` says now."""
        self._choice = found.choice
        self.summary.setText(
            tr("读到 {areas} 个范围，共 {total} 行。已画在地图上，还没有保存。", areas=f"{len(found.areas):,}", total=f"{found.total:,}")
        )
        counts = Counter(area.level for area in found.areas)
        each = [tr("{level} {count}", level=level.caption, count=f"{counts[level]:,}") for level in LEVELS if counts[level]]
        self.by_level.setText(tr("按等级：{levels}", levels=tr("，").join(each)))
        self.by_level.setVisible(bool(each))
        self.crs_note.setText(tr("坐标系：{crs}", crs=title_of(found.source)) if found.source else "")
        self._show_fates(found)
        self._show_values(found.levels)
        for meaning, box in self._fields.items():
            field = found.choice.field_of(meaning)
            box.setCurrentIndex(self._names.index(field) + 1 if field in self._names else 0)
        self._show_defaults(found)
        self.save_button.setText(tr("保存 {count} 个风险区", count=f"{len(found.areas):,}"))
        self.save_button.setAccessibleName(self.save_button.text())
        self.save_button.setEnabled(bool(found.areas))

    def keep(self, found: HazardFile, why: str) -> None:
        """It could not be understood like this, or nobody waited: as before, and why."""
        self.reading = replace(self.reading, fields=found.choice)
        self.show_found(found)
        self.complain(why)

    def save(self) -> None:
        """Save, once the level of areas that say nothing is chosen."""
        if self.default_level.isVisibleTo(self) and self.default_level.currentIndex() == 0:
            self.complain(tr("请先选择没有写等级的范围按哪个等级。"))
            self.default_level.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._deeds.save()

    def complain(self, text: str) -> None:
        """Say why it cannot be saved like this."""
        self.trouble.setText(text)
        self.trouble.setVisible(bool(text))

    # The level

    def _add_level(self) -> None:
        self.section(tr("等级（选择会记住，下次自动沿用）"))
        self.add(self._field_box("level", tr("等级")))
        self._level_grid = QGridLayout()
        self._level_grid.setContentsMargins(0, 2, 0, 2)
        self._level_grid.setColumnStretch(0, 1)
        holder = QWidget()
        holder.setLayout(self._level_grid)
        self.add(holder)
        self.default_caption = pieces.label("", "caption")
        self.default_level = _box(tr("没有写等级的按"), [tr("请选择"), *(level.caption for level in LEVELS)])
        self.default_level.activated.connect(self._take_level)
        self.add(self.default_caption)
        self.add(self.default_level)

    def _show_values(self, values: tuple[LevelValue, ...]) -> None:
        """Each value of the level's column with its count, and the level it stands for."""
        if values == self._values:
            return
        before, self._values = [value.text for value in self._values], values
        if before != [value.text for value in values]:
            pieces.clear(self._level_grid)
            for place, value in enumerate(values[:MOST_VALUES]):
                self._level_grid.addWidget(pieces.label(tr("{value}（{count}）", value=value.text, count=f"{value.count:,}")), place, 0)
                box = _box(tr("“{value}”是", value=value.text), [tr("不认识，拒收"), *(level.caption for level in LEVELS)])
                box.activated.connect(partial(self._take_value, value.text))
                self._level_grid.addWidget(box, place, 1)
            if len(values) > MOST_VALUES:
                left = tr("另有 {count} 个值；这一列也许不是等级。", count=f"{len(values) - MOST_VALUES:,}")
                self._level_grid.addWidget(pieces.label(left, "note"), MOST_VALUES, 0, 1, 2)
        for place, value in enumerate(values[:MOST_VALUES]):
            box = self.value_box(place)
            box.setCurrentIndex(0 if value.level is None else value.level.rank + 1)

    def value_box(self, place: int) -> QComboBox:
        """The level of the value in this line."""
        item = self._level_grid.itemAtPosition(place, 1)
        box = item.widget() if item is not None else None
        assert isinstance(box, QComboBox)
        return box

    def _take_value(self, text: str, place: int) -> None:
        levels = {one: level for one, level in self._choice.levels if one != text}
        if place:
            levels[text] = LEVELS[place - 1]
        self._ask(replace(self._choice, levels=tuple(levels.items())))

    def _take_level(self, place: int) -> None:
        if place:
            self.complain("")
            self.is_level_said = True
            self._read(replace(self.reading, level=LEVELS[place - 1]))

    # The other columns

    def _add_others(self) -> None:
        self.section(tr("其他各列，没有的统一填写"))
        self.kind = _box(tr("灾种统一为"), [kind.caption for kind in KINDS])
        self.kind.setCurrentIndex(KINDS.index(self.reading.kind))
        self.kind.activated.connect(lambda place: self._read(replace(self.reading, kind=KINDS[place])))
        example = tr("例如 2026-07-12 20:00，可不填")
        self.source = self._line(tr("来源统一为"), tr("例如：县气象局 7月12日公报"), self._take_source)
        self.valid_from = self._line(tr("有效期统一从"), example, partial(self._take_time, "valid_from"))
        self.valid_to = self._line(tr("有效期统一到"), example, partial(self._take_time, "valid_to"))
        rows: tuple[tuple[str, str, QWidget | None], ...] = (
            ("name", tr("名称"), None),
            ("kind", tr("灾种"), self.kind),
            ("source", tr("来源"), self.source),
            ("valid_from", tr("有效期从"), self.valid_from),
            ("valid_to", tr("有效期到"), self.valid_to),
        )
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for place, (meaning, caption, default) in enumerate(rows):
            grid.addWidget(pieces.label(caption, "caption", wraps=False), place * 2, 0)
            grid.addWidget(self._field_box(meaning, caption), place * 2, 1)
            if default is not None:
                grid.addWidget(default, place * 2 + 1, 1)
        holder = QWidget()
        holder.setLayout(grid)
        self.add(holder)

    def _line(self, name: str, example: str, take: Callable[[QLineEdit], None]) -> QLineEdit:
        field = QLineEdit()
        field.setPlaceholderText(example)
        field.setAccessibleName(name)
        field.editingFinished.connect(partial(take, field))
        return field

    def _take_source(self, field: QLineEdit) -> None:
        self._read(replace(self.reading, source=field.text().strip() or None))

    def _take_time(self, meaning: str, field: QLineEdit) -> None:
        try:
            moment = moment_from_text(field.text()) if field.text().strip() else None
        except BadRequest as error:
            self.complain(str(error))
            return
        self.complain("")
        self._read(replace(self.reading, **{meaning: moment}))  # type: ignore[arg-type]

    # Both

    def _field_box(self, meaning: str, caption: str) -> QComboBox:
        box = _box(caption, [tr("（没有）"), *self._texts])
        box.activated.connect(partial(self._take_field, meaning))
        self._fields[meaning] = box
        return box

    def field_box(self, meaning: str) -> QComboBox:
        """Which column means ``meaning``."""
        return self._fields[meaning]

    def _take_field(self, meaning: str, place: int) -> None:
        field = self._names[place - 1] if place else NO_FIELD
        if field == (self._choice.field_of(meaning) or NO_FIELD):
            return
        levels = () if meaning == "level" else self._choice.levels
        self._ask(replace(self._choice, **{meaning: field}, levels=levels))

    def _ask(self, choice: FieldChoice) -> None:
        self._read(replace(self.reading, fields=choice))

    def _read(self, reading: Reading) -> None:
        if reading != self.reading:
            self.reading = reading
            self.save_button.setEnabled(False)  # what is in sight is not what is meant
            self.changed.emit()

    def _show_defaults(self, found: HazardFile) -> None:
        """What holds for the whole file is asked only where no column says it."""
        needs_level = found.without_level > 0
        self.default_caption.setText(tr("没有写等级的 {count} 个按", count=f"{found.without_level:,}"))
        for widget in (self.default_caption, self.default_level):
            widget.setVisible(needs_level)
        self.default_level.setCurrentIndex(self.reading.level.rank + 1 if self.is_level_said else 0)
        for meaning, field in (("kind", self.kind), ("source", self.source), ("valid_from", self.valid_from), ("valid_to", self.valid_to)):
            field.setVisible(not found.choice.field_of(meaning))

    def _show_fates(self, found: HazardFile) -> None:
        from gisapp.services.hazards.hazard_problems import fates_text

        has_any = bool(found.problems)
        self.fates.setVisible(has_any)
        self.fates.setText(tr("要看一看：{fates}。逐行原因见下面的表。", fates=fates_text(found.problems)) if has_any else "")


def _box(name: str, texts: list[str]) -> QComboBox:
    box = QComboBox()
    box.addItems(texts)
    box.setMinimumContentsLength(FEWEST_LETTERS)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setAccessibleName(name)
    return box
