"""A river that stands so many metres above its normal level: what is counted, how far it is taken, and what the method cannot say."""

from __future__ import annotations

from dataclasses import dataclass

from gisapp.errors import BadRequest
from gisapp.language import tr

MOST_LEVEL_M = 30.0
"""Higher water than a county's valleys have seen; a slider must still be fine enough to hit a level."""
CM = 100


@dataclass(frozen=True, slots=True)
class LevelFigures:
    """What lies within reach of the water at one level. ``unknown``: houses of which the terrain says nothing, in no other figure."""

    level_m: float
    area_ha: float
    houses: int
    households: int
    residents: int
    unknown: int


def checked_level(level_m: float) -> float:
    """The level in whole centimetres; raises BadRequest for one that no river reaches."""
    if not 0 < level_m <= MOST_LEVEL_M:
        raise BadRequest(
            tr("水位不合理：{level} 米。", level=f"{level_m:g}"),
            tr("请填高出平常水位的米数，大于 0，最多 {most:g}。", most=MOST_LEVEL_M),
        )
    return round(level_m * CM) / CM


def limits() -> str:
    """What the method leaves out, for screen, file and paper."""
    return tr("静态推算：只看地面比河道高多少，不算水流、降雨和堤防，不是洪水预报。")


def river_title(river: str) -> str:
    """The river that rises; "" = all of them."""
    return river or tr("全部河流")


def rise_name(river: str, level_m: float) -> str:
    """What a level is called until somebody gives it a name."""
    return tr("{river}水位高出 {level:g} 米", river=river_title(river), level=level_m)


def source_of(river: str, level_m: float, terrain: str) -> str:
    """The source of a saved level: what was assumed, from which terrain, and what it cannot say."""
    return tr(
        "地形推算：{river}高出平常水位 {level:g} 米（{terrain}）。{limits}",
        river=river_title(river),
        level=level_m,
        terrain=terrain,
        limits=limits(),
    )
