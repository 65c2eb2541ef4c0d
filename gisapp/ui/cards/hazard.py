"""The form for a drawn area, and the list of areas read from a file: saved from the card, the map stays alive."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QLineEdit

from gisapp.domain.hazard import HazardKind, HazardLevel
from gisapp.language import tr
from gisapp.scene.scalebar import area_text
from gisapp.services.hazard_fields import FieldChoice
from gisapp.ui import pieces
from gisapp.ui.cards.card import Card

if TYPE_CHECKING:
    from gisapp.services.read_hazards import HazardFile


class HazardForm(Card):
    """Name, kind, level and source of a drawn area."""

    def __init__(self, area_m2: float, *, save: Callable[[], None], discard: Callable[[], None]) -> None:
        super().__init__(tr("新风险区"))
        self.note(tr("面积 {area}。填写后保存，地图上即可研判。", area=area_text(area_m2)))
        self.name = QLineEdit()
        self.name.setPlaceholderText(tr("例如：月河洪涝 7月12日"))
        self.kind_box, self.level_box = QComboBox(), QComboBox()
        for kind in HazardKind:
            self.kind_box.addItem(kind.caption)
        for level in HazardLevel:
            self.level_box.addItem(level.caption)
        self.source = QLineEdit(tr("地图绘制"))
        fields = ((tr("名称"), self.name), (tr("灾种"), self.kind_box), (tr("等级"), self.level_box), (tr("来源"), self.source))
        for caption, field in fields:
            self.add(pieces.label(caption, "caption"))
            field.setAccessibleName(caption)
            self.add(field)
        self.trouble = pieces.label("", "warning")
        self.trouble.hide()
        self.add(self.trouble)
        self.button(tr("保存风险区"), save, role="main", icon="save")
        self.button(tr("放弃"), discard, icon="close")
        self.name.returnPressed.connect(save)

    @property
    def kind(self) -> HazardKind:
        """The kind chosen."""
        return tuple(HazardKind)[self.kind_box.currentIndex()]

    @property
    def level(self) -> HazardLevel:
        """The level chosen."""
        return tuple(HazardLevel)[self.level_box.currentIndex()]

    def complain(self, text: str) -> None:
        """Say why it cannot be saved like this."""
        self.trouble.setText(text)
        self.trouble.setVisible(bool(text))


def file_card(
    found: HazardFile, title: str, *, save: Callable[[], None], discard: Callable[[], None], choose: Callable[[FieldChoice], None]
) -> Card:
    """What was read from a file: areas taken, rows repaired or refused, each with its reason."""
    card = Card(title)
    card.note(tr("读到 {areas} 个范围，共 {total} 行。已画在地图上，还没有保存。", areas=len(found.areas), total=found.total))
    _fields(card, found, choose)
    for area in found.areas[:30]:
        card.line(
            area.level.caption, tr("{name} · {kind} · {area}", name=area.name, kind=area.kind.caption, area=area_text(area.geometry.area))
        )
    if len(found.areas) > 30:
        card.note(tr("另有 {count} 个。", count=len(found.areas) - 30))
    if found.problems:
        card.section(tr("拒收或要看一看的行（{count}）", count=len(found.problems)))
        for problem in found.problems[:40]:
            kept = tr("拒收") if problem.is_refused else tr("提醒")
            card.line(tr("第 {number} 行", number=problem.number), tr("{kept}：{reason}", kept=kept, reason=problem.reason))
    card.button(tr("保存 {count} 个风险区", count=len(found.areas)), save, role="main", icon="save")
    card.button(tr("放弃"), discard, icon="close")
    return card


def _fields(card: Card, found: HazardFile, choose: Callable[[FieldChoice], None]) -> None:
    """Which field means the name, the level and the kind, with what it holds; another one reads the file anew."""
    if not found.previews:
        return
    if found.choice.level is None:
        card.warning(tr("没有认出等级列：没有写明等级的都按红色。请在下面选择。"))
    card.section(tr("哪一列是什么（下次自动沿用）"))
    names = [preview.name for preview in found.previews]
    texts = [tr("{field}：{samples}", field=one.name, samples=tr("、").join(one.samples)) for one in found.previews]
    for meaning, caption in (("level", tr("等级")), ("name", tr("名称")), ("kind", tr("灾种"))):
        box = QComboBox()
        box.addItems([tr("（没有）"), *texts])
        box.setMinimumContentsLength(8)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setAccessibleName(caption)
        chosen = getattr(found.choice, meaning)
        box.setCurrentIndex(names.index(chosen) + 1 if chosen in names else 0)
        box.activated.connect(partial(_chosen, meaning, names, choose))
        card.add(pieces.label(caption, "caption"))
        card.add(box)


def _chosen(meaning: str, names: list[str], choose: Callable[[FieldChoice], None], place: int) -> None:
    if place:
        choose(FieldChoice(**{meaning: names[place - 1]}))
