"""Which village each relocated family came from."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from gisapp.domain.division import DivisionLevel
from gisapp.services.sample.cells import Cells
from gisapp.services.sample.facts import Facts
from gisapp.services.sample.sites import PAIRED, SECOND, Sites
from gisapp.spatial.centres import shares

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

PAIRED_VILLAGES = frozenset({"兴隆村", "西岭村"})
"""兴隆佳苑 is paired with these two, as published."""

OWN_TOWN_SHARE = 0.86


def origin_units(rng: np.random.Generator, known: Facts, cells: Cells, weight: Floats, sites: Sites) -> Ints:
    """The origin unit of every relocated family, site by site: mostly villages of the site's own town.

    The first site takes families from every town; 兴隆佳苑 from its two paired villages.
    """
    town_of_unit = known.town_of_unit()
    is_village = np.array([unit.level is DivisionLevel.VILLAGE for unit in known.units])
    mass = np.bincount(cells.unit, weight, minlength=len(known.units)) * is_village
    paired = np.flatnonzero([unit.name in PAIRED_VILLAGES for unit in known.units])
    found = []
    for site in sites.sites:
        own_town = town_of_unit == town_of_unit[site.unit]
        if site.name.startswith(PAIRED):
            found.append(_from_all_towns(rng, mass, town_of_unit, site.families))
        elif site.name.startswith(SECOND) and len(paired):
            found.append(rng.permutation(np.repeat(paired, shares(np.ones(len(paired)), site.families))))
        else:
            near = _normal(mass * own_town) * OWN_TOWN_SHARE + _normal(mass) * (1 - OWN_TOWN_SHARE)
            found.append(rng.choice(len(mass), site.families, p=_normal(near)))
    return np.concatenate(found)


def _from_all_towns(rng: np.random.Generator, mass: Floats, town_of_unit: Ints, families: int) -> Ints:
    towns = int(town_of_unit.max()) + 1
    by_town = np.bincount(town_of_unit, mass, minlength=towns)
    quota = shares(np.sqrt(by_town), families, least=families // (3 * towns))
    units = [rng.choice(len(mass), count, p=_normal(mass * (town_of_unit == town))) for town, count in enumerate(quota.tolist())]
    return rng.permutation(np.concatenate(units))


def _normal(values: Floats) -> Floats:
    return values / values.sum()
