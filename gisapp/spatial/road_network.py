"""Roads drawn as lines become a network one can walk: cut where they cross, joined where an end almost meets another road.

Where there are areas of danger, roads are cut at their borders too, so that each piece lies wholly in or out of each.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

from gisapp.spatial.closed_ground import ClosedGround, Cover, ground_of

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

SNAP_M = 25.0
"""An end so near to another road joins it, and the way between is walked: lines are drawn coarsely. No wider, lest a road on
the other bank of a stream be joined."""
SHORTEST_NETWORK_M = 1_000.0
"""Pieces joined to nothing and shorter than this together lead nowhere and are left out."""
SAME_POINT_M = 0.001


@dataclass(frozen=True, slots=True, eq=False)
class Feet:
    """For points (n,): the piece each comes to, how far along it (n,) metres, and how far off it the point lies (n,) metres."""

    piece: Ints
    along_m: Floats
    off_m: Floats


@dataclass(frozen=True, slots=True, eq=False)
class RoadNetwork:
    """``pieces`` (p,) lines that meet only at their ends; ``ends`` (p, 2) numbers of the nodes at both, ``length_m`` (p,).

    ``cuts``: where an end of one piece joins the middle of another; ``joints`` (c,) are the nodes that join there, over
    ``cuts.off_m`` metres and the straight ``gaps`` (c,), from the joint to the cut. ``covers`` (p,): the areas of the closed
    ``ground`` each piece lies in.
    """

    pieces: NDArray[np.object_]
    ends: Ints
    length_m: Floats
    cuts: Feet
    joints: Ints
    gaps: NDArray[np.object_]
    tree: shapely.STRtree
    ground: ClosedGround
    covers: Sequence[Cover]

    @property
    def nodes(self) -> int:
        """How many nodes the ends have."""
        return int(self.ends.max(initial=-1)) + 1

    def feet_of(self, xy: Floats) -> Feet:
        """The nearest place on a road for each point (n, 2)."""
        if not len(xy):
            return Feet(np.empty(0, np.int64), np.empty(0), np.empty(0))
        points = shapely.points(xy)
        pairs, off_m = self.tree.query_nearest(points, return_distance=True, all_matches=False)
        order = np.argsort(pairs[0], kind="stable")
        piece = pairs[1][order].astype(np.int64)
        along_m = shapely.line_locate_point(self.pieces[piece], points)
        return Feet(piece, np.asarray(along_m, np.float64), np.asarray(off_m[order], np.float64))

    def other_feet(self, xy: Floats, *, within_m: float, most: int) -> tuple[Ints, Feet]:
        """(which of the points (n, 2), its foot on each of the ``most`` nearest pieces within reach), point by point, nearest first."""
        points = shapely.points(xy)
        of, piece = self.tree.query(points, predicate="dwithin", distance=within_m)
        off_m = shapely.distance(points[of], self.pieces[piece])
        order = np.lexsort((piece, off_m, of))
        of, piece, off_m = of[order], piece[order], off_m[order]
        turn = np.arange(len(of)) - np.searchsorted(of, of, "left")
        of, piece, off_m = (found[turn < most] for found in (of, piece, off_m))
        along_m = shapely.line_locate_point(self.pieces[piece], points[of])
        return of, Feet(piece.astype(np.int64), np.asarray(along_m, np.float64), np.asarray(off_m, np.float64))

    def points_at(self, feet: Feet) -> Floats:
        """The feet (n,) as coordinates (n, 2)."""
        return shapely.get_coordinates(shapely.line_interpolate_point(self.pieces[feet.piece], feet.along_m))

    @property
    def open_everywhere(self) -> RoadNetwork:
        """The same roads as if there were no area of danger."""
        return replace(self, ground=ground_of(self.ground.areas[:0]), covers=[frozenset()] * len(self.pieces))


def road_network(lines: Sequence[Any] | NDArray[np.object_], ground: ClosedGround | None = None) -> RoadNetwork | None:
    """The network of ``lines`` (any line geometries, metres), cut where it enters the ground; None when there is nothing to walk on."""
    ground = ground or ground_of(np.empty(0, dtype=object))
    parts = shapely.get_parts(np.asarray(lines, dtype=object)) if len(lines) else np.empty(0, dtype=object)
    parts = parts[shapely.length(parts) > SAME_POINT_M]
    if not len(parts):
        return None
    pieces = shapely.get_parts(shapely.node(shapely.multilinestrings(list(ground.cut(parts)))))
    pieces = pieces[shapely.length(pieces) > SAME_POINT_M]
    found = _joined(pieces, ground)
    kept = _leads_somewhere(found)
    return None if not kept.any() else _joined(pieces[kept], ground)


def _joined(pieces: NDArray[np.object_], ground: ClosedGround) -> RoadNetwork:
    """The pieces; ends that lead to nothing, or come near a part not joined yet, meet the nearest such piece within SNAP_M."""
    first, last = shapely.get_point(pieces, 0), shapely.get_point(pieces, -1)
    xy = np.concatenate((shapely.get_coordinates(first), shapely.get_coordinates(last)))
    _, node = np.unique(np.round(xy / SAME_POINT_M).astype(np.int64), axis=0, return_inverse=True)
    ends = np.asarray(node.ravel(), np.int64).reshape(2, -1).T
    tree = shapely.STRtree(pieces)
    joints, cuts, gaps = _cuts(pieces, ends, tree, points=np.concatenate((first, last)))
    covers = ground.covers(shapely.line_interpolate_point(pieces, 0.5, normalized=True))
    return RoadNetwork(pieces, ends, np.asarray(shapely.length(pieces)), cuts, joints, gaps, tree, ground, covers)


def _cuts(
    pieces: NDArray[np.object_], ends: Ints, tree: shapely.STRtree, *, points: NDArray[np.object_]
) -> tuple[Ints, Feet, NDArray[np.object_]]:
    node = ends.T.ravel()
    part = _parts(ends[:, 0], ends[:, 1], int(node.max()) + 1)
    end, piece = tree.query(points, predicate="dwithin", distance=SNAP_M)
    is_loose = (np.bincount(node)[node] == 1)[end] & (piece != end % len(pieces))
    is_apart = part[node[end]] != part[ends[piece, 0]]
    end, piece = end[is_loose | is_apart], piece[is_loose | is_apart]
    off_m = shapely.distance(points[end], pieces[piece])
    order = np.lexsort((piece, off_m, end))
    _, first = np.unique(end[order], return_index=True)
    end, piece, off_m = (found[order[first]] for found in (end, piece, off_m))
    along_m = shapely.line_locate_point(pieces[piece], points[end])
    gaps = shapely.shortest_line(points[end], pieces[piece])
    return node[end], Feet(piece.astype(np.int64), np.asarray(along_m, np.float64), np.asarray(off_m, np.float64)), gaps


def _leads_somewhere(network: RoadNetwork) -> NDArray[np.bool_]:
    """Which pieces (p,) belong to a part of the network that is long enough to lead anywhere."""
    begin = np.concatenate((network.ends[:, 0], network.joints))
    to = np.concatenate((network.ends[:, 1], network.ends[network.cuts.piece, 0]))
    of_piece = _parts(begin, to, network.nodes)[network.ends[:, 0]]
    return np.asarray(np.bincount(of_piece, network.length_m)[of_piece] >= SHORTEST_NETWORK_M)


def _parts(begin: Ints, to: Ints, size: int) -> Ints:
    """The number of the connected part each node (size,) belongs to."""
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components

    return np.asarray(connected_components(coo_array((np.ones(len(begin)), (begin, to)), shape=(size, size)), directed=False)[1])
