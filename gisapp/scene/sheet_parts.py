"""Cut many places into compact parts that each fit one sheet; what belongs together stays together where it fits."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from gisapp.scene.view import FloatArray

Part = list[int]


def sheet_parts(xy: FloatArray, groups: Sequence[int], lines: Sequence[int], *, most: int) -> list[Part]:
    """Parts of the places 0..n-1, each of at most ``most`` lines where a place does not need more by itself.

    ``xy`` (n, 2), ``groups`` (n,) such as grids, ``lines`` (n,) that each place takes in its list. A group is cut only when
    it alone is too long; parts are cut across the longer side, half the lines to each. In order from north to south.
    """
    by_group: dict[int, Part] = defaultdict(list)
    for place, group in enumerate(groups):
        by_group[group].append(place)
    atoms = [part for own in by_group.values() for part in _bisected([[place] for place in own], xy, lines, most)]
    merged = _bisected(atoms, xy, lines, most)
    return sorted((sorted(part) for part in merged), key=lambda part: (-float(xy[part, 1].max()), part))


def _bisected(atoms: Sequence[Part], xy: FloatArray, lines: Sequence[int], most: int) -> list[Part]:
    """The atoms joined into parts of at most ``most`` lines, no atom cut."""
    whole = [place for atom in atoms for place in atom]
    if len(atoms) <= 1 or sum(lines[place] for place in whole) <= most:
        return [whole] if whole else []
    middles = np.array([xy[atom].mean(axis=0) for atom in atoms])
    extent = middles.max(axis=0) - middles.min(axis=0)
    order = np.argsort(middles[:, int(extent[1] > extent[0])], kind="stable")
    weights = np.cumsum([sum(lines[place] for place in atoms[at]) for at in order.tolist()])
    cut = int(np.searchsorted(weights, weights[-1] / 2)) + 1
    cut = min(max(cut, 1), len(atoms) - 1)
    halves = ([atoms[at] for at in order[:cut].tolist()], [atoms[at] for at in order[cut:].tolist()])
    return [part for half in halves for part in _bisected(half, xy, lines, most)]
