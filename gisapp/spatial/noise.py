"""Irregularity from a seed: smooth random fields and random series, for made-up landscapes."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def fractal_field(rng: np.random.Generator, shape: tuple[int, int], *, longest: float, octaves: int = 5) -> Floats:
    """A field of mean 0 and deviation 1 whose features reach from ``longest`` cells downwards, halving."""
    from scipy import ndimage

    total = np.zeros(shape)
    for octave in range(octaves):
        step = longest / 2**octave
        if step < 1:
            break
        coarse = rng.standard_normal((int(shape[0] / step) + 4, int(shape[1] / step) + 4))
        rows = np.arange(shape[0]) / step + rng.random()
        columns = np.arange(shape[1]) / step + rng.random()
        at = np.meshgrid(rows + 1, columns + 1, indexing="ij")
        total += ndimage.map_coordinates(coarse, at, order=2, mode="nearest") * 0.5**octave
    return standardised(total)


def fractal_series(rng: np.random.Generator, length: int, *, longest: float) -> Floats:
    """``length`` values of mean 0 and deviation 1 that wander over ``longest`` steps and less."""
    total = np.zeros(length)
    at = np.arange(length)
    for octave in range(5):
        step = max(longest / 2**octave, 1.0)
        knots = rng.standard_normal(int(length / step) + 3)
        total += np.interp(at / step + rng.random(), np.arange(len(knots)), knots) * 0.6**octave
    return standardised(total)


def standardised(values: Floats) -> Floats:
    """``values`` shifted and scaled to mean 0 and deviation 1."""
    deviation = float(values.std())
    return (values - values.mean()) / (deviation if deviation > 0 else 1.0)
