"""What panels read of flows: which they are, what they are called, whose they are."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from gisapp.domain.origins import Flow, by_size, ends_of
from gisapp.language import tr
from gisapp.scene.flow_layers import FLOW
from gisapp.services.places.trace_origins import by_town
from gisapp.storage.contacts import origins

__all__ = ["FLOW", "families_of_flows", "flows_of", "title_of_flows"]


def families_of_flows(connection: sqlite3.Connection, ids: Sequence[int]) -> list[int]:
    """The families of these flows."""
    return origins.families(connection, ids)


def flows_of(connection: sqlite3.Connection, ids: Sequence[int]) -> list[Flow]:
    """The flows of these numbers, the largest first."""
    wanted = set(ids)
    villages = sorted({village for one in wanted for village in origins.villages_within(connection, ends_of(one)[0])})
    found = origins.flows(connection, origins=villages)
    return [flow for flow in by_size((*found, *by_town(connection, found))) if flow.id in wanted]


def title_of_flows(connection: sqlite3.Connection, ids: Sequence[int]) -> str:
    """What one flow or a set of them is called."""
    found = flows_of(connection, ids) if len(ids) == 1 else []
    return found[0].caption if found else tr("选中 {count} 条来源线", count=f"{len(ids):,}")
