"""Counties, towns, villages and communities: official units with a code and a lineage."""

from __future__ import annotations

from enum import StrEnum

from gisapp.language import tr


class DivisionLevel(StrEnum):
    COUNTY = "county"
    TOWN = "town"
    VILLAGE = "village"
    COMMUNITY = "community"

    @property
    def caption(self) -> str:
        return (tr("县"), tr("镇"), tr("村"), tr("社区"))[tuple(DivisionLevel).index(self)]
