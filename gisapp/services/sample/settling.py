"""Where people of a made-up county live: in valleys, near roads and seats, not on steep or high ground."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from gisapp.services.sample.facts import Facts
from gisapp.services.sample.landscape import Land
from gisapp.spatial.noise import fractal_field
from gisapp.spatial.raster import distance_to

Floats = NDArray[np.float64]

RIVERBED_M, FLOODED_M = 90.0, 1.8


def people_density(rng: np.random.Generator, land: Land, known: Facts, *, roads: NDArray[np.bool_]) -> Floats:
    """(rows, columns) relative density of homes: falls with slope, height and distance to roads and streams.

    Zero outside the county and in the beds of the main rivers.
    """
    cell_m = land.frame.cell_m
    to_road, _ = distance_to(roads, cell_m=cell_m)
    streams = land.drained.reshape(land.frame.shape) * (cell_m / 1000) ** 2 > 1.2
    to_stream, _ = distance_to(streams, cell_m=cell_m)
    relief = np.exp(-((land.slope / 0.23) ** 1.5)) * np.exp(-np.maximum(land.height - 420, 0) / 420)
    access = (0.16 + np.exp(-to_road / 650)) * (0.22 + np.exp(-to_stream / 420))
    hamlets = np.exp(0.85 * fractal_field(rng, land.frame.shape, longest=18, octaves=4))
    wet = np.where(land.above_river_m < FLOODED_M, 0.22, 1.0)
    density = wet * relief * access * hamlets * (1 + _towns(land, known))
    return np.where(land.inside & (land.river_distance > RIVERBED_M), density, 0.0)


def mountain_density(density: Floats, land: Land) -> Floats:
    """Where families were moved away from: remote and steep ground that people did live on."""
    return np.sqrt(density) * np.clip((land.height - 480) / 300, 0.02, 2) * np.clip(land.slope / 0.15, 0.1, 2)


def _towns(land: Land, known: Facts) -> Floats:
    """How much denser the ground is built around each seat."""
    x, y = (part.reshape(land.frame.shape) for part in land.frame.centres().T)
    total = np.zeros(land.frame.shape)
    for (east, north), pull in zip(known.seats, known.pull, strict=True):
        reach = 420 + 95 * pull
        total += 6 * np.sqrt(pull) * np.exp(-np.hypot(x - east, y - north) / reach)
    return total
