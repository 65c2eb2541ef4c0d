"""Safe places of the made-up county: a hall in each village and community, schools and squares in the towns by their homes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray

from gisapp.domain.division import DivisionLevel
from gisapp.services.sample import names as people_names
from gisapp.services.sample.cells import Cells, full_names
from gisapp.services.sample.facts import Facts
from gisapp.services.sample.hazards import Hazard
from gisapp.services.sample.homes import Homes
from gisapp.services.sample.people import phones

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

FIRST_PHONE = 500_000_000
LARGE = ("中心小学", "初级中学", "文化广场", "第二小学", "体育场", "高级中学", "职教中心", "影剧院", "第三小学", "中心幼儿园")
HOMES_A_LARGE_ONE = 1_500
CLOSED_SHARE = 0.04
CLOSED_NOTE = "屋面维修，暂停使用"
LOOKED_AT, APART_M = 60, 500.0


@dataclass(frozen=True, slots=True)
class SafePlace:
    """One safe site; ``note`` says why it is closed, "" = in use."""

    place: tuple[float, float]
    name: str
    capacity: int
    unit: int
    note: str
    keeper: str
    phone: str | None


def make_safe_places(rng: np.random.Generator, known: Facts, homes: Homes, cells: Cells, hazards: list[Hazard]) -> list[SafePlace]:
    """Every safe place, all of them outside the hazard areas; large ones stand where people live, apart from each other."""
    danger = shapely.union_all([hazard.area for hazard in hazards])
    shapely.prepare(danger)
    able = np.flatnonzero(~shapely.intersects_xy(danger, homes.place[:, 0], homes.place[:, 1]) & (homes.flat < 0))
    sited = [*_halls(rng, known, homes, cells, able), *_large_ones(rng, known, homes, cells, able)]
    sited = [one for one in sited if not danger.contains(shapely.Point(one[0]))]
    count = len(sited)
    surname, is_female = people_names.surnames(rng, count), rng.random(count) < 0.35
    keepers, _ = people_names.named(rng, surname, is_female=is_female, born=rng.integers(1_968, 1_992, count))
    numbers = phones(rng, count, has_phone=rng.random(count) < 0.97, first=FIRST_PHONE)
    closed = rng.random(count) < CLOSED_SHARE
    return [
        SafePlace(place, name, capacity, unit, CLOSED_NOTE if is_closed else "", str(keeper), phone)
        for (place, name, capacity, unit), keeper, phone, is_closed in zip(sited, keepers, numbers, closed.tolist(), strict=True)
    ]


Sited = tuple[tuple[float, float], str, int, int]


def _halls(rng: np.random.Generator, known: Facts, homes: Homes, cells: Cells, able: Ints) -> list[Sited]:
    unit, names = cells.unit[homes.cell[able]], full_names(known)
    found: list[Sited] = []
    for number, known_unit in enumerate(known.units):
        own = able[unit == number]
        if not len(own):
            continue
        near = _nearest(homes, own, np.median(homes.place[own], axis=0))
        kind = "村委会" if known_unit.level is DivisionLevel.VILLAGE else "社区服务中心"
        name = names[number].removesuffix("村").removesuffix("社区") + kind
        found.append((_beside(homes.place[near]), name, int(rng.integers(4, 16)) * 10, number))
    return found


def _large_ones(rng: np.random.Generator, known: Facts, homes: Homes, cells: Cells, able: Ints) -> list[Sited]:
    unit = cells.unit[homes.cell[able]]
    town = known.town_of_unit()[unit]
    found: list[Sited] = []
    for number, (known_town, seat) in enumerate(zip(known.towns, known.seats, strict=True)):
        own = able[town == number]
        if not len(own):
            continue
        chosen = [_nearest(homes, own, seat)]
        while len(chosen) < min(max(len(own) // HOMES_A_LARGE_ONE, 1), len(LARGE)):
            looked_at = rng.choice(own, min(LOOKED_AT, len(own)), replace=False)
            apart = np.hypot(*(homes.place[looked_at][:, None] - homes.place[chosen][None]).transpose(2, 0, 1)).min(axis=1)
            chosen.append(int(looked_at[int(np.argmax(np.minimum(apart, APART_M)))]))
        for kind, home in zip(LARGE, chosen, strict=False):
            name = known_town.name.removesuffix("镇") + kind
            found.append((_beside(homes.place[home]), name, int(rng.integers(6, 16)) * 100, int(cells.unit[homes.cell[home]])))
    return found


def _nearest(homes: Homes, own: Ints, place: Floats) -> int:
    return int(own[int(np.argmin(np.hypot(*(homes.place[own] - place).T)))])


def _beside(place: Floats) -> tuple[float, float]:
    return float(place[0]) + 14.0, float(place[1]) + 9.0
