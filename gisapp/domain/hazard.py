"""Hazard areas, their levels, and the rules by which a home counts as affected."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from gisapp.errors import BadRequest
from gisapp.language import tr


class HazardKind(StrEnum):
    FLOOD = "flood"
    FLASH_FLOOD = "flash_flood"
    LANDSLIDE = "landslide"
    DEBRIS_FLOW = "debris_flow"
    COLLAPSE = "collapse"
    SUBSIDENCE = "subsidence"

    @property
    def caption(self) -> str:
        titles = (tr("洪涝"), tr("山洪"), tr("滑坡"), tr("泥石流"), tr("崩塌"), tr("地面塌陷"))
        return titles[tuple(HazardKind).index(self)]


_MOST_SEVERE_FIRST = ("red", "orange", "yellow", "blue")


class HazardLevel(StrEnum):
    """The four warning colours, most severe first."""

    RED = "red"
    ORANGE = "orange"
    YELLOW = "yellow"
    BLUE = "blue"

    @property
    def caption(self) -> str:
        return (tr("红色"), tr("橙色"), tr("黄色"), tr("蓝色"))[self.rank]

    @property
    def rank(self) -> int:
        """0 for the most severe, 3 for the least."""
        return _MOST_SEVERE_FIRST.index(self.value)


_LEVEL_WORDS = (
    ("红", "红色", "一级", "i", "ⅰ", "特别重大", "特别严重", "极高"),
    ("橙", "橙色", "橘", "橘色", "橙黄", "二级", "ii", "ⅱ", "重大", "严重", "高"),
    ("黄", "黄色", "三级", "iii", "ⅲ", "较大", "较重", "中", "中等"),
    ("蓝", "蓝色", "四级", "iv", "ⅳ", "一般", "低"),
)
_KIND_WORDS = (
    ("洪涝", "洪水", "内涝", "河洪"),
    ("山洪", "山洪沟"),
    ("滑坡", "不稳定斜坡"),
    ("泥石流",),
    ("崩塌", "危岩", "危岩体"),
    ("地面塌陷", "塌陷"),
)
"""What files write for each level and kind, in the order of the enumerations, whatever language the screen speaks."""

_LEVEL_TAILS = ("预警信号", "预警区", "风险区", "预警", "风险", "等级", "级")


def level_from_text(text: str) -> HazardLevel:
    """The level written as a code (red), a colour (红, 红色预警), a grade (Ⅰ级, 一级, 极高) or a number (1 = red).

    Raises BadRequest that lists the four levels.
    """
    wanted = text.strip().lower()
    plain = next((wanted.removesuffix(tail) for tail in _LEVEL_TAILS if wanted.endswith(tail)), wanted)
    for level, words in zip(HazardLevel, _LEVEL_WORDS, strict=True):
        known = (level.value, *words, str(level.rank + 1), f"{level.rank + 1}.0")
        if wanted in known or plain in known:
            return level
    for level in HazardLevel:  # last, for a caption is looked up in a catalogue
        if level.caption.lower() in (wanted, plain):
            return level
    raise BadRequest(tr("没有名为“{text}”的等级。", text=text), tr("等级为：红、橙、黄、蓝。"))


def kind_from_text(text: str) -> HazardKind:
    """The kind written as a code or in Chinese; raises BadRequest that lists the kinds."""
    wanted = text.strip().lower()
    for kind, words in zip(HazardKind, _KIND_WORDS, strict=True):
        if wanted in (kind.value, *words, kind.caption.lower()):
            return kind
    kinds = "  ".join(kind.caption for kind in HazardKind)
    raise BadRequest(tr("没有名为“{text}”的灾种。", text=text), tr("灾种为：{kinds}。", kinds=kinds))


class AffectedRule(StrEnum):
    """By which rule a house counts as inside an area."""

    POINT = "point"
    FOOTPRINT = "footprint"
    CENTROID = "centroid"
    BILINEAR = "bilinear"
    NEAREST = "nearest"

    @property
    def caption(self) -> str:
        """The rule in words, what holds on a border included."""
        texts = (
            tr("按房屋点位判断，边界上算在内"),
            tr("按房屋轮廓判断，碰到即算；没有轮廓的按点位"),
            tr("按房屋轮廓的中心判断，边界上算在内；没有轮廓的按点位"),
            tr("水深按房屋点位周围四个像元双线性取值，达到即算"),
            tr("水深按房屋点位所在像元取值，达到即算"),
        )
        return texts[tuple(AffectedRule).index(self)]

    @property
    def is_of_depth(self) -> bool:
        """Whether it asks a depth raster."""
        return self in (AffectedRule.BILINEAR, AffectedRule.NEAREST)


MOST_THRESHOLDS = len(HazardLevel)
DEEPEST_M = 1_000.0


def thresholds_from_text(text: str) -> tuple[float, ...]:
    """Metres of water as "0.5,1.0"; raises BadRequest unless they rise and are one to four."""
    try:
        steps = tuple(float(part) for part in text.replace("，", ",").split(","))
    except ValueError:
        steps = ()
    if not 0 < len(steps) <= MOST_THRESHOLDS or list(steps) != sorted(set(steps)) or not all(0 < step <= DEEPEST_M for step in steps):
        raise BadRequest(tr("水深分级不对：{text}", text=text), tr("请写一到四个从小到大的米数，例如 0.5,1.0；最后一个是红色。"))
    return steps


def depth_levels(thresholds: Sequence[float]) -> tuple[HazardLevel, ...]:
    """The level that begins at each threshold: the last is red, the one before orange, then yellow, blue."""
    return tuple(reversed(tuple(HazardLevel)[: len(thresholds)]))


def depths_in_words(thresholds: Sequence[float]) -> str:
    """From which metres of water on each level begins."""
    steps = zip(thresholds, depth_levels(thresholds), strict=True)
    return tr("、").join(tr("{metres:g} 米起{level}", metres=metres, level=level.caption) for metres, level in steps)


class CountedAt(StrEnum):
    """Whether people are counted at the homes they live in or where they sleep now."""

    HOMES = "homes"
    SLEEPING = "sleeping"
