"""How far people walk from their homes to places: along roads where there are any, else straight, and which of the two.

Nobody is led into danger: a way leaves the areas its home lies in, once, and enters no other. Where there is no such way the one
through the areas is told as what it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

import numpy as np
import shapely
from numpy.typing import NDArray

from gisapp.spatial.closed_ground import Ask, ClosedGround, Cover
from gisapp.spatial.road_graph import along_roads
from gisapp.spatial.road_network import Feet, RoadNetwork

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

FARTHEST_FROM_ROAD_M = 2_000.0
"""Beyond this a home or place is not taken to be on the roads: the way to them would be most of the distance."""
ROADS_TRIED = 12
"""A home whose way to the nearest road leads into danger goes to another; so many pieces are looked at, the nearest first."""


class Walk(IntEnum):
    """What a distance is: along roads; straight because it is no farther than the way to the road; straight for want of a road; or
    by road, and through an area of danger, because there is no other way."""

    ROAD = 0
    NEAR = 1
    NO_ROADS = 2
    OFF_ROAD = 3
    NOT_JOINED = 4
    THROUGH = 5


RESORT = np.array([0, 0, 2, 2, 2, 1], np.int64)
"""Of each ``Walk`` whether it is to be taken, 1 = only where there is no better, 2 = only where there is neither."""


@dataclass(frozen=True, slots=True, eq=False)
class Walks:
    """Metres (n, s) from homes to places, and what each distance is (n, s), a ``Walk``."""

    metres: Floats
    kinds: NDArray[np.uint8]

    @property
    def resort(self) -> Ints:
        """How many better sorts of way the home has to another place (n, s): for want of a road a river may lie between."""
        resort = RESORT[self.kinds]
        return resort - resort.min(axis=1, keepdims=True, initial=2)


def walks(network: RoadNetwork | None, homes: Floats, places: Floats, *, cancelled: Ask | None = None) -> Walks:
    """Distances from ``homes`` (n, 2) to ``places`` (s, 2), metres in one CRS; ``cancelled`` may raise between steps."""
    straight = np.hypot(homes[:, None, 0] - places[None, :, 0], homes[:, None, 1] - places[None, :, 1])
    if network is None or not straight.size:
        return Walks(straight, np.full(straight.shape, Walk.NO_ROADS, np.uint8))
    from_home, from_place = network.feet_of(homes), network.feet_of(places)
    off = from_home.off_m[:, None] + from_place.off_m[None, :]
    plain = along_roads(network.open_everywhere, from_home, from_place, cancelled) + off
    safe = _safe_ways(network, homes, places, (from_home, from_place), cancelled) if len(network.ground.areas) else plain
    far = (from_home.off_m > FARTHEST_FROM_ROAD_M)[:, None] | (from_place.off_m > FARTHEST_FROM_ROAD_M)[None, :]
    kinds = np.where(np.isfinite(safe), Walk.ROAD, np.where(np.isfinite(plain), Walk.THROUGH, Walk.NOT_JOINED)).astype(np.uint8)
    kinds[far] = Walk.OFF_ROAD
    is_near = straight <= off
    across = _lead_into_danger(network.ground, homes, places, is_near, cancelled)
    kinds[is_near & ~across] = Walk.NEAR
    kinds[across & (kinds != Walk.ROAD)] = Walk.THROUGH
    by_road = (kinds == Walk.THROUGH) & ~across
    return Walks(np.where(kinds == Walk.ROAD, safe, np.where(by_road, plain, straight)), kinds)


def _safe_ways(network: RoadNetwork, homes: Floats, places: Floats, near: tuple[Feet, Feet], go_on: Ask | None) -> Floats:
    """Metres (n, s) by road with the ways to and from it, inf where every way leads into danger; ``near`` are the nearest feet."""
    ground, (from_home, from_place) = network.ground, near
    covers = ground.covers(shapely.points(homes))
    feet, is_open = _open_feet(network, homes, from_home, covers, go_on)
    to_place = _straight(network.points_at(from_place), places)
    ends_well = ground.is_open(to_place, [network.covers[piece] for piece in from_place.piece.tolist()])
    found = along_roads(network, feet, from_place, go_on) + feet.off_m[:, None] + from_place.off_m[None, :]
    found[~is_open] = np.inf
    found[:, ~ends_well] = np.inf
    return found


def _open_feet(network: RoadNetwork, homes: Floats, nearest: Feet, covers: Sequence[Cover], go_on: Ask | None) -> tuple[Feet, Flags]:
    """(the nearest place on a road that each home comes to without entering danger, whether there is one)."""
    is_open = _are_open(network, homes, nearest, covers, go_on)
    shut = np.flatnonzero(~is_open)
    if not len(shut):
        return nearest, is_open
    of, others = network.other_feet(homes[shut], within_m=FARTHEST_FROM_ROAD_M, most=ROADS_TRIED)
    own = [covers[home] for home in shut[of].tolist()]
    able = np.flatnonzero(_are_open(network, homes[shut[of]], others, own, go_on))
    _, first = np.unique(of[able], return_index=True)
    chosen = able[first]
    piece, along_m, off_m = nearest.piece.copy(), nearest.along_m.copy(), nearest.off_m.copy()
    home = shut[of[chosen]]
    piece[home], along_m[home], off_m[home] = others.piece[chosen], others.along_m[chosen], others.off_m[chosen]
    is_open[home] = True
    return Feet(piece, along_m, off_m), is_open


def _are_open(network: RoadNetwork, homes: Floats, feet: Feet, covers: Sequence[Cover], go_on: Ask | None) -> Flags:
    """Whether each home comes to its foot, and stands there, in no other area than those of its cover."""
    ends_well = [network.covers[piece] <= cover for piece, cover in zip(feet.piece.tolist(), covers, strict=True)]
    return np.array(ends_well, bool) & network.ground.is_open(_straight(homes, network.points_at(feet)), covers, go_on=go_on)


def _lead_into_danger(ground: ClosedGround, homes: Floats, places: Floats, asked: Flags, go_on: Ask | None) -> Flags:
    """Which of the pairs (n, s) that are ``asked`` cannot be walked straight without entering danger."""
    found = np.zeros(asked.shape, bool)
    home, place = np.nonzero(asked)
    if len(home) and len(ground.areas):
        covers = ground.covers(shapely.points(homes))
        own = [covers[one] for one in home.tolist()]
        found[home, place] = ~ground.is_open(_straight(homes[home], places[place]), own, go_on=go_on)
    return found


def _straight(begin: Floats, to: Floats) -> NDArray[np.object_]:
    return np.asarray(shapely.linestrings(np.stack((begin, to), axis=1)), dtype=object)
