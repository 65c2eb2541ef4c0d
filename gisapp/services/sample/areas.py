"""Which ground belongs to which town, village and community before cells give it exact borders."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from gisapp.domain.division import DivisionLevel
from gisapp.services.sample.facts import Facts
from gisapp.services.sample.landscape import Land
from gisapp.spatial.centres import k_means, scattered
from gisapp.spatial.spread import spread

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

CHEAPEST = 0.35
"""Cost of a cell of flat ground. A seat that begins later than others could reach it would lose its own town."""

COMMUNITY_WEIGHT, EVENNESS = 1.7, 0.62


@dataclass(frozen=True, slots=True)
class Areas:
    """``unit`` (rows, columns) = number of the village or community, -1 outside; ``centre`` (units) flat cells."""

    unit: Ints
    centre: Ints


def make_areas(rng: np.random.Generator, land: Land, known: Facts, density: Floats) -> Areas:
    """Towns spread from their seats over cheap ground, so that borders run along ridges; units likewise within."""
    going = np.where(land.inside, CHEAPEST + np.minimum(land.slope, 0.6) * 3, np.inf)
    town = _town_raster(land, known, going)
    town_of_unit = known.town_of_unit()
    centre = np.zeros(len(known.units), dtype=np.int64)
    for number in range(len(known.towns)):
        units = np.flatnonzero(town_of_unit == number)
        centre[units] = _unit_centres(rng, land, known, np.where(town == number, density, 0.0), units)
    tree = spread(going, centre, regions=town)
    unit_at = np.full(land.frame.size, -1, dtype=np.int64)
    unit_at[centre] = np.arange(len(centre))
    unit = np.where(tree.source >= 0, unit_at[tree.source], -1)
    return Areas(_filled(unit.reshape(land.frame.shape), land.inside), centre)


def _town_raster(land: Land, known: Facts, going: Floats) -> Ints:
    """Each cell's town; seats with many villages get a head start until areas are about in proportion."""
    seats = land.frame.index_of(known.seats)
    wished = np.bincount(known.town_of_unit(), minlength=len(seats)) + 4.0
    wished /= wished.sum()
    apart = np.hypot(*(known.seats[:, None] - known.seats[None]).transpose(2, 0, 1)) + np.diag(np.full(len(seats), np.inf))
    latest = 0.9 * CHEAPEST * apart.min(axis=1) / land.frame.cell_m
    head = latest / 2
    number = np.full(land.frame.size, -1, dtype=np.int64)
    for _ in range(4):
        tree = spread(going, seats, head_starts=head)
        number[:] = -1
        for k, seat in enumerate(seats.tolist()):
            number[tree.source == seat] = k
        share = np.bincount(number[number >= 0], minlength=len(seats)) / max(int((number >= 0).sum()), 1)
        head = np.clip(head - 10 * (100 / land.frame.cell_m) * np.log(wished / np.maximum(share, 1e-3)), 0, latest)
    return _filled(number.reshape(land.frame.shape), land.inside)


def _unit_centres(rng: np.random.Generator, land: Land, known: Facts, density: Floats, units: Ints) -> Ints:
    """One cell for each of ``units``: communities around the seat, villages over the town by people and ground."""
    weights = np.sqrt(density) + density.max() * 0.002 * (density > 0)
    points = land.frame.centre_of(np.unique(scattered(rng, weights, 60 * len(units) + 400)))
    centres = k_means(rng, points, len(units), rounds=12)
    seat = known.seats[known.town_of_unit()[units[0]]]
    by_distance = np.argsort(np.hypot(*(centres - seat).T), kind="stable")
    is_village = np.array([known.units[unit].level is DivisionLevel.VILLAGE for unit in units.tolist()])
    ordered = units[np.argsort(is_village, kind="stable")]
    villages = ordered[int((~is_village).sum()) :]
    ordered = np.concatenate((ordered[: int((~is_village).sum())], rng.permutation(villages)))
    cells = np.zeros(len(units), dtype=np.int64)
    cells[np.searchsorted(units, ordered)] = land.frame.index_of(centres[by_distance])
    return cells


def _filled(number: Ints, inside: NDArray[np.bool_]) -> Ints:
    """Cells inside that nothing reached take the nearest number; outside stays -1 for what is not inside."""
    from scipy import ndimage

    _, (row, column) = ndimage.distance_transform_edt(number < 0, return_indices=True)
    return np.where(inside, number[row, column], -1)


def evened(density: Floats, areas: Areas, known: Facts) -> Floats:
    """``density`` with villages brought nearer to each other in people: none is empty, none holds a town."""
    inside = areas.unit >= 0
    people = np.bincount(areas.unit[inside], density[inside], minlength=len(known.units))
    wished = np.array([COMMUNITY_WEIGHT if unit.level is DivisionLevel.COMMUNITY else 1.0 for unit in known.units])
    factor = (wished / wished.sum() * people.sum() / np.maximum(people, 1e-9)) ** EVENNESS
    return np.where(inside, density * factor[areas.unit], 0.0)
