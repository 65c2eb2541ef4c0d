"""The public facts a made-up county rests on: outline, divisions, town seats and rivers of Hanyin."""

from __future__ import annotations

import csv
import json
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
import shapely
from numpy.typing import NDArray

from gisapp import paths
from gisapp.domain.division import DivisionLevel
from gisapp.services.sample.scale import Scale
from gisapp.spatial import crs

Floats = NDArray[np.float64]

# Longitude, latitude of the town seats, to a few kilometres, and how strongly people gather there.
SEATS = MappingProxyType(
    {
        "城关镇": (108.50, 32.89, 9.0), "涧池镇": (108.58, 32.88, 4.0), "蒲溪镇": (108.64, 32.86, 2.6),
        "平梁镇": (108.43, 32.92, 2.6), "双乳镇": (108.69, 32.84, 1.5), "铁佛寺镇": (108.54, 33.03, 1.2),
        "双河口镇": (108.45, 33.05, 0.9), "观音河镇": (108.43, 32.99, 0.7), "汉阳镇": (108.40, 32.74, 1.3),
        "漩涡镇": (108.34, 32.68, 1.6),
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Unit:
    """One division as published: ``name`` is the village's or community's own (中坝村, 南街社区)."""

    code: str
    name: str
    level: DivisionLevel
    parent: str


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of the county, projected to its CRS ``srs_id`` (metres).

    ``units`` are the villages and communities in the order of their codes; ``seats`` (towns, 2).
    """

    srs_id: int
    outline: shapely.Polygon
    county: Unit
    towns: tuple[Unit, ...]
    units: tuple[Unit, ...]
    seats: Floats
    pull: Floats

    def town_of_unit(self) -> NDArray[np.int64]:
        """(units) index of each unit's town."""
        codes = [town.code for town in self.towns]
        return np.array([codes.index(unit.parent) for unit in self.units], dtype=np.int64)


def read_facts(scale: Scale) -> Facts:
    """The outline, divisions and seats that ``scale`` asks for."""
    every = _units()
    county = next(unit for unit in every if unit.level is DivisionLevel.COUNTY)
    towns = tuple(u for u in every if u.level is DivisionLevel.TOWN and (not scale.towns or u.code in scale.towns))
    units = tuple(unit for town in towns for unit in _units_of(town, every, scale.units_per_town))
    lonlat = np.array([SEATS[town.name][:2] for town in towns])
    srs_id = crs.county_crs(float(lonlat[:, 0].mean()))
    return Facts(
        srs_id, _outline(srs_id, scale), county, towns, units, crs.to_metres(lonlat, srs_id),
        np.array([SEATS[town.name][2] for town in towns]),
    )  # fmt: skip


def _units_of(town: Unit, every: tuple[Unit, ...], most: int) -> list[Unit]:
    """The town's units; of a few only, the relocation communities come first."""
    own = [unit for unit in every if unit.parent == town.code]
    chosen = sorted(own, key=lambda unit: ("郡" not in unit.name, unit.level is DivisionLevel.COMMUNITY, unit.code))
    return sorted(chosen[:most] if most else own, key=lambda unit: unit.code)


def _units() -> tuple[Unit, ...]:
    with (paths.resources() / "sample" / "hanyin_divisions.csv").open(encoding="utf-8", newline="") as file:
        return tuple(
            Unit(row["code"], _own_name(row["name"]), DivisionLevel(row["level"]), row["parent_code"]) for row in csv.DictReader(file)
        )


def _own_name(name: str) -> str:
    """中坝村委会 -> 中坝村, 南街社区居委会 -> 南街社区: the unit, not its committee."""
    return name.removesuffix("居委会").removesuffix("委会")


def _outline(srs_id: int, scale: Scale) -> shapely.Polygon:
    text = (paths.resources() / "sample" / "hanyin_outline.geojson").read_text("utf-8")
    ring = np.array(json.loads(text)["features"][0]["geometry"]["coordinates"][0])
    outline = shapely.Polygon(crs.to_metres(ring, srs_id))
    if scale.window is None:
        return outline
    corners = np.array([scale.window[:2], scale.window[2:]])
    return outline.intersection(shapely.box(*crs.to_metres(corners, srs_id).ravel()))


def main_rivers() -> tuple[tuple[str, tuple[tuple[float, float], ...], tuple[float, float]], ...]:
    """(name, course in km east, north of EPSG:4545, heights at both ends); nameless ones lie outside the county."""
    return (
        ("月河", ((532.0, 3647.0), (535.2, 3645.6), (540.3, 3643.2), (546.9, 3640.0), (554.4, 3638.9), (560.0, 3636.8),
                  (564.7, 3634.6), (571.0, 3632.0)), (478.0, 322.0)),
        ("汉江", ((515.5, 3629.5), (519.5, 3627.2), (524.0, 3626.6), (529.0, 3624.6), (533.5, 3625.2), (537.0, 3623.3),
                  (535.6, 3620.2), (532.0, 3618.8), (531.0, 3616.7), (533.4, 3614.6), (534.0, 3611.5)), (330.0, 296.0)),
        ("", ((534.0, 3611.5), (545.0, 3612.5), (556.0, 3613.5), (571.0, 3611.0)), (296.0, 270.0)),
        ("", ((514.0, 3672.0), (515.5, 3650.0), (514.6, 3640.0), (515.5, 3629.5)), (370.0, 330.0)),
        ("", ((572.0, 3672.0), (571.0, 3655.0), (572.0, 3640.0), (571.0, 3632.0)), (600.0, 322.0)),
    )  # fmt: skip


def known_streams() -> tuple[tuple[str, tuple[tuple[float, float], ...]], ...]:
    """(name, course in km) of valleys that town seats lie in, from the head down."""
    return (
        ("观音河", ((537.8, 3655.0), (540.0, 3651.4), (541.5, 3647.0), (542.6, 3642.4))),
        ("双河", ((543.5, 3664.5), (542.3, 3658.2), (544.8, 3651.0), (547.3, 3645.5), (548.4, 3640.0))),
        ("铁佛寺河", ((557.5, 3665.5), (550.7, 3656.0), (553.0, 3648.0), (554.8, 3643.5), (555.6, 3638.9))),
    )
