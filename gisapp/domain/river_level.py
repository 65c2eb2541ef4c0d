"""A river that stands so many metres above its normal level: what is counted, how far it is taken, and what the method cannot say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gisapp.errors import BadRequest
from gisapp.language import tr

MOST_LEVEL_M = 30.0
"""Higher water than a county's valleys have seen; a slider must still be fine enough to hit a level."""
CM = 100
MOST_NAMED = 8
_LISTED_M = (0.5, 1.0, 1.5, 2.0, 2.5, 3.0, 3.5, 4.0, 4.5, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0, 12.0, 15.0, 20.0, 25.0, 30.0)


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


def listed_levels(step_m: float) -> tuple[float, ...]:
    """The levels that stand side by side in a list, none finer than the steps of the heights."""
    return tuple(level for level in _LISTED_M if level >= step_m and (level % step_m == 0 or step_m < 0.5))


def limits() -> str:
    """What the method leaves out, for screen, file and paper."""
    return tr("静态推算：只看地面比河道高多少，不算水流、降雨和堤防，不是洪水预报。")


def river_title(river: str) -> str:
    """The river that rises; "" = all of them."""
    return river or tr("全部河流")


def rise_name(river: str, level_m: float) -> str:
    """What a level is called until somebody gives it a name."""
    return tr("{river}水位高出 {level:g} 米", river=river_title(river), level=level_m)


SOURCE_MARKS = ("地形推算：", "Worked out from terrain:")
"""How the source of a saved level begins, in whichever language it was written."""


def is_river_level(source: str) -> bool:
    """Whether an area of this source is a level of a raised river."""
    return source.startswith(SOURCE_MARKS)


def caution(names: Sequence[str]) -> str:
    """What is said wherever these areas, levels of a raised river, are shown; "" for none."""
    if not names:
        return ""
    called = tr("、").join(names[:MOST_NAMED])
    return tr("“{names}”是按地形推算的河流水位。{limits}", names=called, limits=limits())


def source_of(river: str, level_m: float, terrain: str, *, unknown: int = 0) -> str:
    """The source of a saved level: what was assumed, from which terrain, what it cannot say, and of how many houses nothing."""
    values = {"river": river_title(river), "level": level_m, "terrain": terrain, "limits": limits()}
    said = tr("地形推算：{river}高出平常水位 {level:g} 米（{terrain}）。{limits}", **values)
    return said + tr("{count:,} 处住房没有结论。", count=unknown) if unknown else said
