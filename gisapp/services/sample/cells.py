"""The grids of the made-up county: exact cells, each in one village or community, codes and names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

from gisapp.services.sample.areas import Areas
from gisapp.services.sample.facts import Facts
from gisapp.services.sample.landscape import Land
from gisapp.services.sample.scale import Scale
from gisapp.services.sample.sites import Sites
from gisapp.spatial.centres import k_means, scattered
from gisapp.spatial.tessellation import Tessellation, joined, tessellate

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Geometries = NDArray[np.object_]

LEAST_CELLS, RING = 3, 10
PEOPLE_SHARE = 0.82


@dataclass(frozen=True, slots=True)
class Cells:
    """Grids in the order of their codes: ``unit`` each lies in, its ordinal there from 1; unions of units and towns."""

    polygons: Geometries
    unit: Ints
    ordinal: Ints
    units: Geometries
    towns: Geometries
    county: Any


def make_cells(rng: np.random.Generator, land: Land, known: Facts, areas: Areas, density: Floats, sites: Sites, scale: Scale) -> Cells:
    """Exactly ``scale.grids`` cells: small where people live, one for each settlement building, large on mountains."""
    blocks = _blocks(sites, scale)
    around = _surroundings(known, sites, most=scale.grids // 3 - len(blocks))
    fixed = np.concatenate((blocks, around))
    points = _cloud(rng, land, known, density, scale)
    free = k_means(rng, points, scale.grids - len(fixed), rounds=7 if scale.times == 1 else 3, fixed=fixed)
    centres = np.concatenate((fixed, free))
    unit = areas.unit.ravel()[land.frame.index_of(centres)]
    unit[: len(blocks)] = np.array([site.unit for site in sites.sites])[sites.site[: len(blocks)]]
    unit = _completed(unit, centres, land.frame.centre_of(areas.centre))
    found = tessellate(rng, known.outline, centres)
    unit = _connected(unit, found, len(known.units))
    order = np.lexsort((centres[:, 0], np.round(-centres[:, 1] / 700), unit))
    unit = unit[order]
    ordinal = np.arange(len(unit)) - np.searchsorted(unit, unit) + 1
    cells = found.cells[order]
    units = joined(cells, unit, len(known.units))
    towns = joined(units, known.town_of_unit(), len(known.towns))
    return Cells(cells, unit, ordinal, units, towns, shapely.coverage_union_all(towns))


def _blocks(sites: Sites, scale: Scale) -> Floats:
    """Settlement buildings that get a cell of their own; never more than a third of all cells."""
    return sites.place[: scale.grids // 3]


def _surroundings(known: Facts, sites: Sites, *, most: int) -> Floats:
    """Centres in a ring around each site, so that its buildings' cells end where the site ends."""
    rings = [np.empty((0, 2))]
    for number, site in enumerate(sites.sites):
        own = sites.place[sites.site == number]
        middle = own.mean(axis=0)
        reach = np.hypot(*(own - middle).T).max() + 75
        angles = np.linspace(0, 2 * np.pi, RING, endpoint=False) + 0.37 * site.unit
        rings.append(middle + reach * np.column_stack((np.cos(angles), np.sin(angles))))
    ring = np.concatenate(rings)
    apart = np.hypot(*(ring[:, None] - sites.place[None]).transpose(2, 0, 1)).min(axis=1) > 40
    inside = shapely.contains_xy(known.outline, ring[:, 0], ring[:, 1])
    return ring[apart & inside][:most]


def _cloud(rng: np.random.Generator, land: Land, known: Facts, density: Floats, scale: Scale) -> Floats:
    """Points inside the outline, most of them where people live."""
    weights = PEOPLE_SHARE * density / density.sum() + (1 - PEOPLE_SHARE) * land.inside / land.inside.sum()
    count = scale.grids * (40 if scale.times == 1 else 24) + 2_000
    points = land.frame.centre_of(scattered(rng, weights, count))
    points = points + (rng.random(points.shape) - 0.5) * land.frame.cell_m
    shapely.prepare(known.outline)
    return points[shapely.contains_xy(known.outline, points)]


def _completed(unit: Ints, centres: Floats, unit_centres: Floats) -> Ints:
    """Cells with no unit take the nearest one; a unit with too few cells takes those nearest to its centre."""
    from scipy.spatial import cKDTree

    unit = unit.copy()
    lost = np.flatnonzero(unit < 0)
    if len(lost):
        unit[lost] = cKDTree(unit_centres).query(centres[lost])[1]
    tree = cKDTree(centres)
    for number in np.flatnonzero(np.bincount(unit, minlength=len(unit_centres)) < LEAST_CELLS).tolist():
        counts = np.bincount(unit, minlength=len(unit_centres))
        _, near = tree.query(unit_centres[number], k=min(60, len(centres)))
        givers = [cell for cell in near.tolist() if unit[cell] == number or counts[unit[cell]] > LEAST_CELLS + 2]
        unit[givers[:LEAST_CELLS]] = number
    return unit


def _connected(unit: Ints, found: Tessellation, count: int) -> Ints:
    """``unit`` with every stray piece of a unit handed to the neighbour it shares most border with."""
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import connected_components

    unit, cells = unit.copy(), len(unit)
    a, b = found.neighbours.T
    for _ in range(12):
        same = unit[a] == unit[b]
        links = coo_matrix((np.ones(int(same.sum())), (a[same], b[same])), shape=(cells, cells))
        _, piece = connected_components(links, directed=False)
        sizes = np.bincount(piece)
        owner = np.zeros(len(sizes), dtype=np.int64)
        owner[piece] = unit
        main = np.lexsort((np.arange(len(sizes)), -sizes, owner))
        main = main[np.concatenate(([True], np.diff(owner[main]) > 0))]
        stray = ~np.isin(piece, main)
        if not stray.any():
            break
        unit = _handed_over(unit, stray, found, count)
    return unit


def _handed_over(unit: Ints, stray: NDArray[np.bool_], found: Tessellation, count: int) -> Ints:
    a, b = found.neighbours.T
    border = np.concatenate((found.border_m, found.border_m))
    cell, other = np.concatenate((a, b)), np.concatenate((b, a))
    useful = stray[cell] & ~stray[other]
    key, inverse = np.unique(cell[useful] * count + unit[other[useful]], return_inverse=True)
    total = np.bincount(inverse, border[useful])
    order = np.lexsort((key, -total))
    cells, first = np.unique(key[order] // count, return_index=True)
    result = unit.copy()
    result[cells] = key[order][first] % count
    return result


def full_names(known: Facts) -> list[str]:
    """Each unit's name, with its town before it where several units bear the same name."""
    names = [unit.name for unit in known.units]
    towns = [known.towns[town].name for town in known.town_of_unit().tolist()]
    return [town + name if names.count(name) > 1 else name for town, name in zip(towns, names, strict=True)]
