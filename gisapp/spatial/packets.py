"""Very many families placed as packets of neighbours: the answer comes in seconds, and whoever a packet left over is placed alone."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from gisapp.spatial.sheltering import NOWHERE, Sheltering, place_one

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

STRIP_M = 400.0


def packets(people: Ints, rank: Ints, village: Ints, xy: Floats, *, most: int) -> Ints:
    """The packet (n,) of each family: neighbours of one village and urgency, so many people together that about ``most`` come out."""
    target = max(-(-int(people.sum()) // max(most, 1)), 1)
    strip = np.floor(xy[:, 1] / STRIP_M).astype(np.int64)
    along = np.where(strip % 2 == 0, xy[:, 0], -xy[:, 0])
    order = np.lexsort((along, strip, rank, village))
    found = np.empty(len(people), np.int64)
    packet, load, before = -1, 0, (-1, -1)
    for family, size, of in zip(
        order.tolist(), people[order].tolist(), zip(village[order].tolist(), rank[order].tolist(), strict=True), strict=True
    ):
        if of != before or load + size > target:
            packet, load, before = packet + 1, 0, of
        load += size
        found[family] = packet
    return found


def packed(people: Ints, packet: Ints, rank: Ints, village: Ints, xy: Floats) -> tuple[Ints, Ints, Ints, Floats]:
    """(people, rank, village, middle (k, 2)) of each packet."""
    count = np.bincount(packet, people).astype(np.int64)
    first = np.unique(packet, return_index=True)[1]
    middle = np.column_stack([np.bincount(packet, xy[:, axis] * people) / count for axis in range(2)])
    return count, rank[first], village[first], middle


def unpacked(problem: Sheltering, packet: Ints, people: Ints, site_of_packet: Ints) -> Ints:
    """The site (n,) of each family from the answer for the packets; families of a packet without a place fill what room is left."""
    site = site_of_packet[packet]
    placed = np.flatnonzero(site != NOWHERE)
    room = problem.room - np.bincount(site[placed], people[placed], minlength=len(problem.room)).astype(np.int64)
    rest = np.flatnonzero(site == NOWHERE)
    for family in rest[np.lexsort((-people[rest], problem.rank[packet[rest]]))].tolist():
        site[family] = place_one(problem.cost[packet[family]], int(people[family]), room)
    return site
