"""How large a made-up county is: the whole of Hanyin, many times it, or a small one for tests."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

REFERENCE_DAY = date(2026, 7, 12)
"""The day on which the made-up county is as it is; nothing is taken from the clock.

Only what the lines wrote down lately is dated from another day when one is given.
"""

DEFAULT_SEED = 20260712


@dataclass(frozen=True, slots=True)
class Scale:
    """Counts to be met exactly, and which part of the county they lie in.

    ``towns`` = codes of the towns taken (empty = all), ``units_per_town`` = most villages and
    communities of each (0 = all), ``window`` = (west, south, east, north) in degrees the outline is cut to.
    ``paired_families``, ``paired_people`` = families and people of the first settlement site.
    """

    grids: int = 4_386
    households: int = 104_000
    residents: int = 311_000
    relocated: int = 8_059
    sites: int = 17
    paired_families: int = 692
    paired_people: int = 2_688
    landslides: int = 65
    times: int = 1
    towns: tuple[str, ...] = ()
    units_per_town: int = 0
    window: tuple[float, float, float, float] | None = None
    cell_m: float = 100.0


COUNTY = Scale()
SMALL = Scale(
    grids=60, households=1_500, residents=4_500, relocated=90, sites=1, paired_families=90, paired_people=350, landslides=6,
    towns=("610921100", "610921101"), units_per_town=6, window=(108.465, 32.845, 108.615, 32.935),
)  # fmt: skip


def multiplied(scale: Scale, times: int) -> Scale:
    """``times`` times the cells, families and people on the same ground; the paired site keeps its figures."""
    return replace(
        scale, times=times, grids=scale.grids * times, households=scale.households * times,
        residents=scale.residents * times, relocated=scale.relocated * times, sites=scale.sites * times,
        landslides=scale.landslides * times,
    )  # fmt: skip
