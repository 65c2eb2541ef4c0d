"""Houses of the made-up county, where they stand, and which family has which home or homes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray

from gisapp.services.sample.cells import Cells
from gisapp.services.sample.facts import Facts
from gisapp.services.sample.landscape import Land
from gisapp.services.sample.origins import origin_units
from gisapp.services.sample.scale import Scale
from gisapp.services.sample.settling import mountain_density
from gisapp.services.sample.sites import Flats, Sites
from gisapp.spatial.centres import scattered

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]

SHARING, STANDING_EMPTY, HAMLET_SHARE = 0.07, 0.055, 0.5
LIVED_IN, VACANT, LOST, DEMOLISHED = 0, 1, 2, 3
ORIGIN_STATES = (0.09, 0.53, 0.09, 0.29)


@dataclass(frozen=True, slots=True)
class Homes:
    """Where every family lives or lived.

    Standing houses in id order: ``place`` (n, 2), ``cell``; the last ``flats`` of them are flats (``flat`` = number
    into Flats of each house, -1 for others). Former houses: ``gone_place``, ``gone_cell``.
    Families in id order, the relocated ones last: ``house`` they live in now; and for the relocated
    ``site``, ``origin_state``, ``origin_house`` (-1 = stands no more), ``origin_gone`` (number of the
    former house, -1 = it stands), ``origin_unit``.
    """

    place: Floats
    cell: Ints
    flat: Ints
    gone_place: Floats
    gone_cell: Ints
    house: Ints
    site: Ints
    origin_state: Ints
    origin_house: Ints
    origin_gone: Ints
    origin_unit: Ints
    vacant: Ints


def make_homes(
    rng: np.random.Generator, land: Land, known: Facts, cells: Cells, density: Floats, sites: Sites, flats: Flats, scale: Scale
) -> Homes:
    """Houses settled by ``density``, flats at the sites, origin homes on the mountains."""
    tree = shapely.STRtree(cells.polygons)
    settled = scale.households - scale.relocated
    ordinary = round(settled * (1 - SHARING))
    empty = round(ordinary * STANDING_EMPTY)
    place, cell = _settled(rng, land, tree, _without_sites(density, land, sites), ordinary + empty)
    is_empty = np.zeros(len(place), dtype=bool)
    is_empty[rng.choice(len(place), empty, replace=False)] = True
    lived_in = np.flatnonzero(~is_empty)
    living = np.sort(np.concatenate((lived_in, rng.choice(lived_in, settled - ordinary))))
    origin = _origins(rng, land, known, cells, density, sites, scale)
    stands = origin.state <= VACANT
    flat_of, site = _flats_of(rng, sites, flats)
    first_flat = len(place) + int(stands.sum())
    flat_cell = _cells_of(tree, flats.place)
    return Homes(
        place=np.concatenate((place, origin.place[stands], flats.place)),
        cell=np.concatenate((cell, origin.cell[stands], flat_cell)),
        flat=np.concatenate((np.full(first_flat, -1), np.arange(len(flats.place)))),
        gone_place=origin.place[~stands], gone_cell=origin.cell[~stands],
        house=np.concatenate((living, first_flat + flat_of)), site=site, origin_state=origin.state,
        origin_house=np.where(stands, len(place) + np.cumsum(stands) - 1, -1),
        origin_gone=np.where(stands, -1, np.cumsum(~stands) - 1), origin_unit=cells.unit[origin.cell],
        vacant=np.flatnonzero(is_empty),
    )  # fmt: skip


def _without_sites(density: Floats, land: Land, sites: Sites) -> Floats:
    """No village house stands where a settlement's buildings do."""
    free = density.ravel().copy()
    free[land.frame.index_of(sites.place)] = 0.0
    return free.reshape(density.shape)


def _settled(rng: np.random.Generator, land: Land, tree: shapely.STRtree, density: Floats, count: int) -> tuple[Floats, Ints]:
    """``count`` places inside cells, ordered by cell; half of them gathered in hamlets."""
    places, cells = np.empty((0, 2)), np.empty(0, dtype=np.int64)
    while len(places) < count:
        wanted = int((count - len(places)) * 1.04) + 50
        gathered = int(wanted * HAMLET_SHARE)
        hamlets = _spots(rng, land, density, max(gathered // 16, 1))
        near = hamlets[rng.integers(0, len(hamlets), gathered)] + rng.normal(0, 62, (gathered, 2))
        fresh = rng.permutation(np.concatenate((near, _spots(rng, land, density, wanted - gathered))))
        fresh = fresh[density.ravel()[land.frame.index_of(fresh)] > 0]
        inside = _cells_of(tree, fresh)
        places = np.concatenate((places, fresh[inside >= 0]))
        cells = np.concatenate((cells, inside[inside >= 0]))
    places, cells = places[:count], cells[:count]
    order = np.lexsort((places[:, 0], cells))
    return np.round(places[order], 2), cells[order]


def _spots(rng: np.random.Generator, land: Land, density: Floats, count: int) -> Floats:
    spots = land.frame.centre_of(scattered(rng, density, count))
    return spots + (rng.random(spots.shape) - 0.5) * land.frame.cell_m


def _cells_of(tree: shapely.STRtree, places: Floats) -> Ints:
    """The cell each place lies in, -1 = in none."""
    cell = np.full(len(places), -1, dtype=np.int64)
    point, found = tree.query(shapely.points(np.round(places, 2)), predicate="within")
    cell[point] = found
    return cell


@dataclass(frozen=True, slots=True)
class _Origins:
    place: Floats
    cell: Ints
    state: Ints


def _origins(rng: np.random.Generator, land: Land, known: Facts, cells: Cells, density: Floats, sites: Sites, scale: Scale) -> _Origins:
    """One origin home for each relocated family, in a village of the mountains around its site."""
    middle = shapely.get_coordinates(shapely.point_on_surface(cells.polygons))
    index = land.frame.index_of(middle)
    weight = mountain_density(density, land).ravel()[index] * np.sqrt(shapely.area(cells.polygons))
    weight = weight + 1e-9 * weight.max() + 1e-12
    units = origin_units(rng, known, cells, weight, sites)
    chosen = np.zeros(len(units), dtype=np.int64)
    for unit in np.unique(units).tolist():
        own, wanted = np.flatnonzero(cells.unit == unit), np.flatnonzero(units == unit)
        chosen[wanted] = rng.choice(own, len(wanted), p=weight[own] / weight[own].sum())
    place = _inside_cells(rng, cells, chosen, middle)
    return _Origins(place, chosen, rng.choice(4, len(units), p=ORIGIN_STATES))


def _inside_cells(rng: np.random.Generator, cells: Cells, chosen: Ints, middle: Floats) -> Floats:
    """A random place inside each chosen cell; after some tries its inner point."""
    place = np.round(middle[chosen], 2)
    polygons, bounds = cells.polygons[chosen], shapely.bounds(cells.polygons[chosen])
    waiting = np.arange(len(chosen))
    for _ in range(8):
        box = bounds[waiting]
        tried = np.round(box[:, :2] + rng.random((len(waiting), 2)) * (box[:, 2:] - box[:, :2]), 2)
        hit = shapely.contains_xy(polygons[waiting], tried[:, 0], tried[:, 1])
        place[waiting[hit]] = tried[hit]
        waiting = waiting[~hit]
    return place


def _flats_of(rng: np.random.Generator, sites: Sites, flats: Flats) -> tuple[Ints, Ints]:
    """(flat, site) of each relocated family, site by site; a few flats stay empty."""
    chosen, owner = [], []
    site_of_flat = sites.site[flats.building]
    for number, site in enumerate(sites.sites):
        own = np.flatnonzero(site_of_flat == number)
        chosen.append(np.sort(rng.choice(own, site.families, replace=False)))
        owner.append(np.full(site.families, number))
    return np.concatenate(chosen), np.concatenate(owner)
