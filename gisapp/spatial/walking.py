"""How far people walk from their homes to places: along roads where there are any, else straight, and which of the two."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from gisapp.spatial.road_network import Feet, RoadNetwork

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

FARTHEST_FROM_ROAD_M = 2_000.0
"""Beyond this a home or place is not taken to be on the roads: the way to them would be most of the distance."""
PLACES_AT_ONCE = 64


class Walk(IntEnum):
    """What a distance is: along roads; straight because it is no farther than the way to the road; or straight for want of a road."""

    ROAD = 0
    NEAR = 1
    NO_ROADS = 2
    OFF_ROAD = 3
    NOT_JOINED = 4


@dataclass(frozen=True, slots=True, eq=False)
class Walks:
    """Metres (n, s) from homes to places, and what each distance is (n, s), a ``Walk``."""

    metres: Floats
    kinds: NDArray[np.uint8]

    @property
    def last_resort(self) -> NDArray[np.bool_]:
        """Pairs (n, s) without a road between them although the home has a road to another place: a river may lie between."""
        by_road = self.kinds <= Walk.NEAR
        return ~by_road & by_road.any(axis=1, keepdims=True)


def walks(network: RoadNetwork | None, homes: Floats, places: Floats, *, cancelled: Callable[[], None] | None = None) -> Walks:
    """Distances between ``homes`` (n, 2) and ``places`` (s, 2), metres in one CRS; ``cancelled`` may raise between steps."""
    straight = np.hypot(homes[:, None, 0] - places[None, :, 0], homes[:, None, 1] - places[None, :, 1])
    if network is None or not straight.size:
        return Walks(straight, np.full(straight.shape, Walk.NO_ROADS, np.uint8))
    from_home, from_place = network.feet_of(homes), network.feet_of(places)
    along = _along(network, from_home, from_place, cancelled)
    off = from_home.off_m[:, None] + from_place.off_m[None, :]
    far = (from_home.off_m > FARTHEST_FROM_ROAD_M)[:, None] | (from_place.off_m > FARTHEST_FROM_ROAD_M)[None, :]
    kinds = np.full(straight.shape, Walk.ROAD, np.uint8)
    kinds[~np.isfinite(along)] = Walk.NOT_JOINED
    kinds[far] = Walk.OFF_ROAD
    kinds[straight <= off] = Walk.NEAR
    return Walks(np.where(kinds == Walk.ROAD, along + off, straight), kinds)


def _along(network: RoadNetwork, homes: Feet, places: Feet, cancelled: Callable[[], None] | None) -> Floats:
    """Metres (n, s) along the roads between the feet of homes and places; inf where no road joins them."""
    from scipy.sparse.csgraph import dijkstra

    graph, keys, nodes, place_nodes = _graph(network, places)
    home_keys = _keys(network, homes)
    after = np.searchsorted(keys, home_keys, "left")
    before = np.where(keys[after] > home_keys, after - 1, after)
    back, ahead = home_keys - keys[before], keys[after] - home_keys
    found = np.empty((len(homes.piece), len(place_nodes)))
    for at in range(0, len(place_nodes), PLACES_AT_ONCE):
        if cancelled:
            cancelled()
        reach = dijkstra(graph, directed=False, indices=place_nodes[at : at + PLACES_AT_ONCE])
        found[:, at : at + PLACES_AT_ONCE] = np.minimum(reach[:, nodes[before]] + back, reach[:, nodes[after]] + ahead).T
    return found


def _keys(network: RoadNetwork, feet: Feet) -> Floats:
    """Feet as positions on one long line, all pieces one after the other with a gap between."""
    return _begins(network)[feet.piece] + np.clip(feet.along_m, 0.0, network.length_m[feet.piece])


def _begins(network: RoadNetwork) -> Floats:
    return np.concatenate(([0.0], np.cumsum(network.length_m + 1.0)[:-1]))


def _graph(network: RoadNetwork, places: Feet) -> tuple[object, Floats, Ints, Ints]:
    """(the graph, the rising keys of all breaks of the pieces, the node at each, the nodes of the places).

    A piece is broken at its ends, where another joins it and where a place's foot stands.
    """
    from scipy.sparse import coo_array

    begins, pieces, cuts = _begins(network), len(network.pieces), len(network.joints)
    keys = np.concatenate((begins, begins + network.length_m, _keys(network, network.cuts), _keys(network, places)))
    fresh = network.nodes + np.arange(cuts + len(places.piece))
    nodes = np.concatenate((network.ends[:, 0], network.ends[:, 1], fresh))
    piece = np.concatenate((np.arange(pieces), np.arange(pieces), network.cuts.piece, places.piece))
    order = np.lexsort((keys, piece))
    keys, nodes, piece = keys[order], nodes[order], piece[order]
    same = piece[1:] == piece[:-1]
    begin = np.concatenate((nodes[:-1][same], network.joints))
    to = np.concatenate((nodes[1:][same], fresh[:cuts]))
    metres = np.concatenate((np.diff(keys)[same], network.cuts.off_m))
    size = network.nodes + len(fresh)
    low, high = np.minimum(begin, to), np.maximum(begin, to)
    graph = _shortest_of_each(coo_array, low, high, metres, size)
    return graph, keys, nodes, fresh[cuts:]


def _shortest_of_each(make: type, low: Ints, high: Ints, metres: Floats, size: int) -> object:
    """The sparse matrix of edges, of parallel ones the shortest; a length of 0 is written as a hair, for 0 would mean no edge."""
    order = np.lexsort((metres, high, low))
    low, high, metres = low[order], high[order], np.maximum(metres[order], 1e-9)
    first = np.ones(len(low), bool)
    first[1:] = (np.diff(low) != 0) | (np.diff(high) != 0)
    return make((metres[first], (low[first], high[first])), shape=(size, size)).tocsr()
