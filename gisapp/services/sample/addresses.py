"""Door numbers of the made-up county: 中坝村3组12号, 紫云南郡3号楼2单元501, and codes of families."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from gisapp.services.sample.cells import Cells, full_names
from gisapp.services.sample.facts import Facts
from gisapp.services.sample.homes import Homes
from gisapp.services.sample.sites import Flats, Sites

Ints = NDArray[np.int64]
GRIDS_A_GROUP = 4


def house_numbers(known: Facts, cells: Cells, homes: Homes, sites: Sites, flats: Flats) -> tuple[list[str], list[str]]:
    """(numbers of standing houses, of former houses); no two are alike."""
    village = homes.flat < 0
    every_cell = np.concatenate((homes.cell[village], homes.gone_cell))
    unit, group = cells.unit[every_cell], (cells.ordinal[every_cell] - 1) // GRIDS_A_GROUP + 1
    nth = running(unit * 1_000 + group)
    names = full_names(known)
    texts = [f"{names[u]}{g}组{n}号" for u, g, n in zip(unit.tolist(), group.tolist(), nth.tolist(), strict=True)]
    standing = int(village.sum())
    return texts[:standing] + flat_numbers(sites, flats), texts[standing:]


def flat_numbers(sites: Sites, flats: Flats) -> list[str]:
    """Site, building, stair unit and room of every flat."""
    site = [sites.sites[number].name for number in sites.site.tolist()]
    rows = zip(flats.building.tolist(), flats.unit.tolist(), flats.room.tolist(), strict=True)
    number = sites.number.tolist()
    return [f"{site[b]}{number[b]}号楼{unit}单元{room}" for b, unit, room in rows]


def family_codes(known: Facts, cells: Cells, homes: Homes) -> list[str]:
    """户编号: the code of the village a family is registered in and five digits running there."""
    settled = len(homes.house) - len(homes.site)
    unit = np.concatenate((cells.unit[homes.cell[homes.house[:settled]]], homes.origin_unit))
    codes = [known_unit.code for known_unit in known.units]
    return [f"{codes[u]}{n:05d}" for u, n in zip(unit.tolist(), running(unit).tolist(), strict=True)]


def grid_codes(known: Facts, cells: Cells) -> tuple[list[str], list[str]]:
    """(codes, names) of the grids: village code and three digits, 中坝村07网格."""
    names = full_names(known)
    rows = list(zip(cells.unit.tolist(), cells.ordinal.tolist(), strict=True))
    return [f"{known.units[u].code}{n:03d}" for u, n in rows], [f"{names[u]}{n:02d}网格" for u, n in rows]


def running(keys: Ints) -> Ints:
    """1, 2, 3 … within equal keys, in order of appearance."""
    order = np.argsort(keys, kind="stable")
    ranked = keys[order]
    nth = np.empty(len(keys), dtype=np.int64)
    nth[order] = np.arange(len(keys)) - np.searchsorted(ranked, ranked) + 1
    return nth
