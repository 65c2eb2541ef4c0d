"""One level of a raised river kept as a hazard area, with what was assumed: the ordinary run then works on it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from gisapp.domain.change import Change
from gisapp.domain.hazard import HazardKind, HazardLevel
from gisapp.domain.river_level import checked_level, rise_name, source_of
from gisapp.services.hazards.raise_river import RiverRise
from gisapp.services.hazards.save_hazard import save_hazards
from gisapp.storage.hazards.hazards import HazardArea

if TYPE_CHECKING:
    from sqlite_utils import Database


def save_river_level(
    db: Database,
    rise: RiverRise,
    level_m: float,
    *,
    name: str,
    colour: HazardLevel,
    who: str,
    cancelled: Callable[[], bool] | None = None,
) -> Change:
    """Keep one level as a flood area with what was assumed; the ordinary run works on it. Raises BadRequest, Cancelled."""
    return save_hazards(db, [hazard_of(rise, level_m, name=name, colour=colour, cancelled=cancelled)], who=who)


def hazard_of(
    rise: RiverRise, level_m: float, *, name: str = "", colour: HazardLevel = HazardLevel.RED, cancelled: Callable[[], bool] | None = None
) -> HazardArea:
    """One level as a hazard area that is not saved yet."""
    level_m = checked_level(level_m)
    title = name.strip() or rise_name(rise.river, level_m)
    source = source_of(rise.river, level_m, rise.terrain, unknown=rise.at(level_m).unknown)
    wet, ground = rise.area(level_m, cancelled=cancelled), rise.ground(cancelled=cancelled)
    return HazardArea(None, title, HazardKind.FLOOD, colour, source, None, None, wet, ground)
