"""Settlement sites of the made-up county: which communities have one, where it stands, its buildings and flats."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from gisapp.domain.division import DivisionLevel
from gisapp.services.sample.areas import Areas
from gisapp.services.sample.facts import Facts
from gisapp.services.sample.landscape import Land
from gisapp.services.sample.scale import Scale
from gisapp.spatial.centres import shares

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

OLD_TOWN = frozenset({"南街社区", "北街社区", "西街社区", "城东社区"})
PAIRED, SECOND = "紫云南郡", "兴隆佳苑"
SAFE_ABOVE_RIVER_M = 9.0
ROOMS_A_FLOOR = 2


@dataclass(frozen=True, slots=True)
class Site:
    """One settlement site: its ``families`` move into flats of its buildings."""

    name: str
    unit: int
    place: tuple[float, float]
    families: int


@dataclass(frozen=True, slots=True)
class Sites:
    """All sites, and their buildings as arrays: site, number within it, stair units, floors, place (n, 2)."""

    sites: tuple[Site, ...]
    site: Ints
    number: Ints
    units: Ints
    floors: Ints
    place: Floats


@dataclass(frozen=True, slots=True)
class Flats:
    """All flats as arrays in the order of their buildings; ``room`` is 100 * floor + door."""

    building: Ints
    unit: Ints
    floor: Ints
    room: Ints
    place: Floats


def make_sites(rng: np.random.Generator, land: Land, known: Facts, areas: Areas, scale: Scale) -> Sites:
    """``scale.sites`` sites in relocation communities, on flat ground above the floods, near the town seat."""
    names = _names(known, scale.sites)
    families = _families(rng, scale)
    taken = np.zeros(land.frame.shape, dtype=bool)
    sites: list[Site] = []
    parts = []
    for (name, unit), count in zip(names, families.tolist(), strict=True):
        units, floors = _buildings(rng, count)
        place = _place(land, known, areas, taken, unit)
        parts.append((len(sites), units, floors, _rows(rng, place, len(units))))
        sites.append(Site(name, unit, (float(place[0]), float(place[1])), count))
    return Sites(
        tuple(sites),
        np.concatenate([np.full(len(units), at) for at, units, _, _ in parts]),
        np.concatenate([np.arange(1, len(units) + 1) for _, units, _, _ in parts]),
        np.concatenate([units for _, units, _, _ in parts]),
        np.concatenate([floors for _, _, floors, _ in parts]),
        np.concatenate([rows for _, _, _, rows in parts]),
    )


def _names(known: Facts, count: int) -> list[tuple[str, int]]:
    """(name, unit) of each site: 紫云南郡 first; past the last community a second phase begins."""
    own = [n for n, unit in enumerate(known.units) if unit.level is DivisionLevel.COMMUNITY and unit.name not in OLD_TOWN]
    own.sort(key=lambda n: (PAIRED not in known.units[n].name, SECOND not in known.units[n].name, n))
    own = own[:17] or [0]
    named = []
    for at in range(count):
        phase, unit = at // len(own), own[at % len(own)]
        named.append((_name(known, unit) + (f"{phase + 1}期" if phase else ""), unit))
    return named


def _name(known: Facts, unit: int) -> str:
    short = known.units[unit].name.removesuffix("社区").removesuffix("村")
    if short in (PAIRED, SECOND):
        return short
    town = known.towns[int(known.town_of_unit()[unit])].name.removesuffix("镇")
    return f"{town}安置小区" if short == "集镇" else f"{short}安置小区"


def _families(rng: np.random.Generator, scale: Scale) -> Ints:
    rest = scale.relocated - scale.paired_families
    if scale.sites == 1:
        return np.array([scale.relocated])
    others = shares(rng.uniform(0.5, 1.5, scale.sites - 1), rest, least=20)
    return np.concatenate(([scale.paired_families], others))


def _buildings(rng: np.random.Generator, families: int) -> tuple[Ints, Ints]:
    """(stair units, floors) of as many buildings as ``families`` need, with a few flats to spare."""
    units, floors, room = [], [], 0
    while room < families * 1.03 + 2:
        units.append(int(rng.integers(1, 4)))
        floors.append(int(rng.choice([5, 6, 7, 9, 11], p=[0.15, 0.4, 0.2, 0.1, 0.15])))
        room += units[-1] * floors[-1] * ROOMS_A_FLOOR
    return np.asarray(units), np.asarray(floors)


def _place(land: Land, known: Facts, areas: Areas, taken: NDArray[np.bool_], unit: int) -> Floats:
    """The best free cell of the unit: flat, above the river, not far from the seat; its surroundings are then taken."""
    seat = known.seats[known.town_of_unit()[unit]]
    x, y = (part.reshape(land.frame.shape) for part in land.frame.centres().T)
    burden = land.slope * 12 + np.hypot(x - seat[0], y - seat[1]) / 2_500 + np.maximum(land.height - 600, 0) / 200
    burden = burden + np.where(land.above_river_m < SAFE_ABOVE_RIVER_M, 6, 0) + np.where(land.river_distance < 300, 8, 0)
    burden = burden + np.where(_near_edge(areas, unit, land.frame.cell_m), 3, 0)
    burden = np.where((areas.unit == unit) & ~taken, burden, np.inf)
    cell = int(np.argmin(burden)) if np.isfinite(burden).any() else int(areas.centre[unit])
    row, column = divmod(cell, land.frame.columns)
    reach = int(np.ceil(300 / land.frame.cell_m))
    taken[max(row - reach, 0) : row + reach + 1, max(column - reach, 0) : column + reach + 1] = True
    return np.asarray(land.frame.centre_of(np.array([cell]))[0])


def _near_edge(areas: Areas, unit: int, cell_m: float) -> NDArray[np.bool_]:
    from scipy import ndimage

    return ~np.asarray(ndimage.binary_erosion(areas.unit == unit, iterations=max(int(200 / cell_m), 1)))


def _rows(rng: np.random.Generator, place: Floats, count: int) -> Floats:
    """(count, 2) building places in slightly turned rows around ``place``."""
    across = int(np.ceil(np.sqrt(count * 1.1)))
    row, column = np.divmod(np.arange(count), across)
    offsets = np.column_stack(((column - (across - 1) / 2) * 58.0, (row - (count // across) / 2) * -44.0))
    angle = rng.uniform(-0.5, 0.5)
    turn = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    return np.asarray(place + offsets @ turn)


def make_flats(sites: Sites) -> Flats:
    """Every flat of every building; doors lie some metres apart so that each has its own point."""
    per_building = sites.units * sites.floors * ROOMS_A_FLOOR
    building = np.repeat(np.arange(len(per_building)), per_building)
    within = np.arange(len(building)) - np.repeat(np.cumsum(per_building) - per_building, per_building)
    floors = sites.floors[building]
    unit, rest = np.divmod(within, floors * ROOMS_A_FLOOR)
    floor, door = np.divmod(rest, ROOMS_A_FLOOR)
    offset = np.column_stack(((unit - (sites.units[building] - 1) / 2) * 11 + (door - 0.5) * 5.0, (floor - (floors - 1) / 2) * 0.8))
    return Flats(building, unit + 1, floor + 1, (floor + 1) * 100 + door + 1, sites.place[building] + offset)
