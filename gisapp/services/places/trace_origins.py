"""From which village to which settlement site: how many families and people, lineage of villages respected."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from gisapp.domain.ids import HouseholdId
from gisapp.domain.origins import Flow, OriginReport, by_size, gathered
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.services.families.choose_families import find_unit
from gisapp.storage.contacts import origins
from gisapp.storage.places import flats

MOST_LINES = 200
"""A town's or a site's own flows are fewer."""


def trace_origins(connection: sqlite3.Connection, *, site: int | None = None, village: int | None = None) -> OriginReport:
    """The flows to a settlement site (None = all), from a village or all villages of a town (None = all).

    A merged village is counted with its successor; its old name is told.
    """
    chosen = None if village is None else origins.villages_within(connection, village)
    found = origins.flows(connection, site=site, origins=chosen)
    at_sites = by_size([flow for flow in found if not origins.is_elsewhere(flow)])
    return OriginReport(at_sites, by_size([flow for flow in found if origins.is_elsewhere(flow)]))


def by_town(connection: sqlite3.Connection, flows: Sequence[Flow]) -> tuple[Flow, ...]:
    """The same families as flows from the towns their villages lie in: for a map of a whole county, where 938 lines say nothing."""
    return gathered(flows, origins.towns(connection))


def is_crowd(flows: Sequence[Flow]) -> bool:
    """Whether so many flows are better seen by town on a map that shows them all."""
    return len(flows) > MOST_LINES


def families_of_flows(connection: sqlite3.Connection, flow_ids: Sequence[int]) -> tuple[HouseholdId, ...]:
    """The families behind flows."""
    return tuple(HouseholdId(one) for one in origins.families(connection, flow_ids))


def find_site(connection: sqlite3.Connection, text: str) -> int:
    """The settlement site of that name; raises BadRequest that lists the sites."""
    wanted = "".join(text.split())
    sites = [(thing, name) for kind, thing, name, _ in flats.places(connection) if kind == "settlement_site"]
    found = [thing for thing, name in sites if "".join(name.split()) == wanted]
    if len(found) != 1:
        names = tr("、").join(name for _, name in sites) or tr("无")
        raise BadRequest(tr("没有名为“{text}”的安置点。", text=text), tr("有这些安置点：{sites}。", sites=names))
    return found[0]


def find_village(connection: sqlite3.Connection, text: str) -> int:
    """The village or town of that code, name or former name; raises BadRequest."""
    unit = find_unit(connection, text)
    if unit.kind != "division":
        raise BadRequest(tr("“{text}”不是村或镇。", text=text), tr("请写村、社区或镇的名称或代码。"))
    return unit.id
