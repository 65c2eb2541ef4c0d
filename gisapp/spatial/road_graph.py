"""The road network as a graph in which nobody walks into danger: a place in it is a node together with the areas one stands in.

From piece to piece, over the gaps between and on the way, those areas may only become fewer: one walks out of the areas the home
lies in and into no other, nor back. Without areas this is the plain network.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from gisapp.spatial.closed_ground import Ask, Cover
from gisapp.spatial.road_network import Feet, RoadNetwork

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

PLACES_AT_ONCE = 64
NO_LENGTH_M = 1e-9
"""A length of 0 is written as a hair, for 0 would mean no edge."""


def along_roads(network: RoadNetwork, homes: Feet, places: Feet, cancelled: Ask | None = None) -> Floats:
    """Metres (n, s) along the roads from the feet of homes to those of places; inf where no road leads without going into danger."""
    from scipy.sparse.csgraph import dijkstra

    found = np.empty((len(homes.piece), len(places.piece)))
    if not len(places.piece):
        return found
    breaks = _breaks(network, places)
    way_back = _way_back(network, breaks)
    home_keys = _keys(network, homes)
    after = np.searchsorted(breaks.keys, home_keys, "left")
    before = np.where(breaks.keys[after] > home_keys, after - 1, after)
    back, ahead = home_keys - breaks.keys[before], breaks.keys[after] - home_keys
    for at in range(0, len(breaks.places), PLACES_AT_ONCE):
        if cancelled:
            cancelled()
        reach = dijkstra(way_back, indices=breaks.places[at : at + PLACES_AT_ONCE])
        found[:, at : at + PLACES_AT_ONCE] = np.minimum(reach[:, breaks.states[before]] + back, reach[:, breaks.states[after]] + ahead).T
    return found


@dataclass(frozen=True, slots=True, eq=False)
class _Breaks:
    """A piece is broken at its ends, where another joins it and where a place's foot stands: (b,) of all pieces, one after the other.

    ``states`` (b,) number node and cover together, ``nodes`` and ``covers`` (states,) say which; ``places`` (s,) and ``cuts`` (c,)
    are the states of the places and of the cuts.
    """

    keys: Floats
    piece: Ints
    states: Ints
    nodes: Ints
    covers: Sequence[Cover]
    places: Ints
    cuts: Ints


def _keys(network: RoadNetwork, feet: Feet) -> Floats:
    """Feet as positions on one long line, all pieces one after the other with a gap between."""
    return _begins(network)[feet.piece] + np.clip(feet.along_m, 0.0, network.length_m[feet.piece])


def _begins(network: RoadNetwork) -> Floats:
    return np.concatenate(([0.0], np.cumsum(network.length_m + 1.0)[:-1]))


def _breaks(network: RoadNetwork, places: Feet) -> _Breaks:
    begins, pieces, cuts = _begins(network), len(network.pieces), len(network.joints)
    keys = np.concatenate((begins, begins + network.length_m, _keys(network, network.cuts), _keys(network, places)))
    fresh = network.nodes + np.arange(cuts + len(places.piece))
    nodes = np.concatenate((network.ends[:, 0], network.ends[:, 1], fresh))
    piece = np.concatenate((np.arange(pieces), np.arange(pieces), network.cuts.piece, places.piece))
    numbers: dict[Cover, int] = {}
    of_piece = np.array([numbers.setdefault(cover, len(numbers)) for cover in network.covers], np.int64)
    both, states = np.unique(np.column_stack((nodes, of_piece[piece])), axis=0, return_inverse=True)
    states, names = np.asarray(states.ravel(), np.int64), list(numbers)
    covers = [names[number] for number in both[:, 1].tolist()]
    at_cuts, at_places = states[2 * pieces :][:cuts], states[2 * pieces + cuts :]
    order = np.lexsort((keys, piece))
    return _Breaks(keys[order], piece[order], states[order], both[:, 0], covers, at_places, at_cuts)


def _way_back(network: RoadNetwork, breaks: _Breaks) -> object:
    """The sparse matrix of edges from places towards homes, of parallel ones the shortest."""
    from scipy.sparse import coo_array

    same = breaks.piece[1:] == breaks.piece[:-1]
    one, other, metres = breaks.states[:-1][same], breaks.states[1:][same], np.diff(breaks.keys)[same]
    steps = np.array([*_over_gaps(network, breaks), *_out_of_areas(breaks)], np.float64).reshape(-1, 3)
    begin = np.concatenate((one, other, steps[:, 0].astype(np.int64)))
    to = np.concatenate((other, one, steps[:, 1].astype(np.int64)))
    metres = np.maximum(np.concatenate((metres, metres, steps[:, 2])), NO_LENGTH_M)
    order = np.lexsort((metres, to, begin))
    begin, to, metres = begin[order], to[order], metres[order]
    first = np.ones(len(begin), bool)
    first[1:] = (np.diff(begin) != 0) | (np.diff(to) != 0)
    size = len(breaks.nodes)
    return coo_array((metres[first], (to[first], begin[first])), shape=(size, size)).tocsr()


def _over_gaps(network: RoadNetwork, breaks: _Breaks) -> Iterator[tuple[int, int, float]]:
    """(state, state, metres) between a joint and the cut where it meets the other piece, in the directions that are open."""
    at_node = _states_of_nodes(breaks)
    gaps = network.ground.entered(network.gaps)
    for joint, cut, metres, gap in zip(network.joints.tolist(), breaks.cuts.tolist(), network.cuts.off_m.tolist(), gaps, strict=True):
        for end in at_node[joint]:
            for begin, to in ((end, cut), (cut, end)):
                if breaks.covers[begin] >= breaks.covers[to] | gap:
                    yield begin, to, metres


def _out_of_areas(breaks: _Breaks) -> Iterator[tuple[int, int, float]]:
    """(state, state, 0) at one node, where a piece with fewer areas goes on."""
    for states in _states_of_nodes(breaks).values():
        for begin in states if len(states) > 1 else ():
            for to in states:
                if breaks.covers[begin] > breaks.covers[to]:
                    yield begin, to, 0.0


def _states_of_nodes(breaks: _Breaks) -> dict[int, list[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    for state, node in enumerate(breaks.nodes.tolist()):
        found[node].append(state)
    return found
