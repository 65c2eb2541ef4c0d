"""How families of a made-up county are composed: sizes that add up exactly, relations and ages that fit."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from gisapp.domain.person import Relation
from gisapp.services.sample.homes import Homes
from gisapp.services.sample.scale import Scale

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]

RELATIONS = tuple(Relation)
_LETTERS = "hsclgpo"
_SIZES = np.array([0.17, 0.25, 0.235, 0.19, 0.10, 0.04, 0.015])
RELOCATED_MEAN = 3.45
MALE_HEADS = 0.83

# Members (head, spouse, child, child-in-law, grandchild, parent, other), weight, youngest and oldest head.
_SHAPES = (
    ("h", 0.35, 23, 60), ("h", 0.65, 60, 91),
    ("hs", 0.60, 55, 86), ("hs", 0.15, 24, 54), ("hc", 0.12, 30, 66), ("hp", 0.10, 28, 60), ("hg", 0.03, 60, 76),
    ("hsc", 0.72, 26, 60), ("hsp", 0.10, 35, 60), ("hcc", 0.06, 31, 55), ("hcg", 0.06, 52, 70), ("hsg", 0.06, 57, 75),
    ("hscc", 0.58, 29, 57), ("hscp", 0.20, 30, 58), ("hscl", 0.08, 52, 69), ("hscg", 0.14, 52, 70),
    ("hsccp", 0.35, 30, 56), ("hsclg", 0.45, 50, 70), ("hscpp", 0.20, 28, 54),
    ("hsccpp", 0.40, 30, 53), ("hsclgg", 0.50, 52, 70), ("hsccpo", 0.10, 32, 54),
    ("hsclggp", 0.60, 52, 63), ("hsclggc", 0.40, 52, 68),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Members:
    """Everybody in the order of families: ``family`` number, ``relation`` number, age in days, sex."""

    family: Ints
    relation: Ints
    age_days: Ints
    is_female: Flags


def family_sizes(rng: np.random.Generator, homes: Homes, scale: Scale) -> Ints:
    """(households) 1 to 7 people each: ``scale.residents`` in all, ``scale.paired_people`` at the first site."""
    settled = scale.households - scale.relocated
    paired = sized(rng, scale.paired_families, scale.paired_people)
    rest = scale.relocated - scale.paired_families
    moved = sized(rng, rest, round(rest * RELOCATED_MEAN))
    others = sized(rng, settled, scale.residents - scale.paired_people - int(moved.sum()))
    return np.concatenate((others, paired, moved))


def sized(rng: np.random.Generator, families: int, people: int) -> Ints:
    """``families`` sizes of 1 to 7 that add up to ``people``, spread as sizes are spread in the country."""
    if families == 0:
        return np.empty(0, dtype=np.int64)
    sizes = np.arange(1, 8)
    low, high = -3.0, 3.0
    for _ in range(40):
        tilt = (low + high) / 2
        weights = _SIZES * np.exp(tilt * sizes)
        low, high = (tilt, high) if (weights * sizes).sum() / weights.sum() < people / families else (low, tilt)
    drawn = rng.choice(sizes, families, p=weights / weights.sum())
    while (gap := people - int(drawn.sum())) != 0:
        open_ones = np.flatnonzero(drawn < 7 if gap > 0 else drawn > 1)
        chosen = rng.choice(open_ones, min(abs(gap), len(open_ones)), replace=False)
        drawn[chosen] += 1 if gap > 0 else -1
    return drawn


def make_members(rng: np.random.Generator, sizes: Ints) -> Members:
    """People of every family: who they are to the head, how old and of which sex."""
    shape, head_years = _shapes(rng, sizes)
    table = np.array([[_LETTERS.index(c) for c in members] + [-1] * (7 - len(members)) for members, *_ in _SHAPES])
    family = np.repeat(np.arange(len(sizes)), sizes)
    place = np.arange(len(family)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    relation = table[shape[family], place]
    nth = _nth_of_its_kind(table)[shape[family], place]
    years = _years(rng, head_years, family, relation, nth)
    female = _sexes(rng, len(sizes), sizes, family, relation, nth)
    age_days = np.floor(np.clip(years, 0.003, 101) * 365.2425).astype(np.int64)
    return Members(family, relation, age_days, female)


def _shapes(rng: np.random.Generator, sizes: Ints) -> tuple[Ints, Floats]:
    """A composition for each family's size, and the head's age in years."""
    shape = np.zeros(len(sizes), dtype=np.int64)
    length = np.array([len(members) for members, *_ in _SHAPES])
    weight = np.array([part[1] for part in _SHAPES])
    for size in range(1, 8):
        chosen, options = np.flatnonzero(sizes == size), np.flatnonzero(length == size)
        shape[chosen] = rng.choice(options, len(chosen), p=weight[options] / weight[options].sum())
    youngest, oldest = (np.array([part[k] for part in _SHAPES], dtype=float) for k in (2, 3))
    share = rng.beta(1.35, 1.35, len(sizes))
    return shape, youngest[shape] + share * (oldest[shape] - youngest[shape])


def _nth_of_its_kind(table: Ints) -> Ints:
    """For each member of each composition: 0 for the first child, 1 for the second and so on."""
    earlier = (table[:, :, None] == table[:, None, :]) & np.tri(table.shape[1], k=-1, dtype=bool)[None]
    return np.asarray(earlier.sum(axis=2))


def _years(rng: np.random.Generator, head: Floats, family: Ints, relation: Ints, nth: Ints) -> Floats:
    """Ages that fit together within a family."""
    families = len(head)
    some = rng.random(families)
    spouse = np.maximum(head + rng.normal(-0.5, 2.6, families), 20.5 + 2 * some)
    first_child = np.maximum(np.minimum(head, spouse) - rng.triangular(19.5, 24.5, 38, families), 0)
    first_child = np.where(head > 50, np.maximum(first_child, 22 + 6 * some), first_child)
    parent = np.minimum(head + rng.triangular(19, 24, 34, families), 92 + 8 * some)
    noise = rng.random(len(family))
    a = head[family]
    child = np.maximum(first_child[family] - nth * (1.6 + 3.4 * noise), noise * 1.5)
    grandchild = np.maximum(first_child[family] - 22.5 - 4 * noise - nth * 2.4, noise * 2.5)
    options = (
        a, spouse[family], child, np.maximum(first_child[family] + (noise - 0.45) * 5, 20.5 + 4 * noise), grandchild,
        np.minimum(parent[family] + nth * (noise - 0.6) * 6, 99), np.clip(a + (noise - 0.5) * 24, 3, 95),
    )  # fmt: skip
    return np.choose(relation, options)


def _sexes(rng: np.random.Generator, families: int, sizes: Ints, family: Ints, relation: Ints, nth: Ints) -> Flags:
    head = rng.random(families) > np.where(sizes == 1, 0.58, MALE_HEADS)
    first_child = rng.random(families) < 0.47
    parent = rng.random(families) < 0.62
    other = rng.random(len(family)) < 0.48
    later = nth > 0
    return np.choose(
        relation,
        (
            head[family], ~head[family], np.where(later, other, first_child[family]), ~first_child[family],
            other, np.where(later, ~parent[family], parent[family]), other,
        ),
    )  # fmt: skip
