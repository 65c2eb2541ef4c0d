"""How a file of hazard areas is to be read."""

from __future__ import annotations

from dataclasses import dataclass

from gisapp.domain.hazard import HazardKind, HazardLevel
from gisapp.services.hazards.hazard_fields import FieldChoice
from gisapp.spatial.source_crs import SourceCrs


@dataclass(frozen=True, slots=True)
class Reading:
    """How a file is read: ``fields`` asked for, and what holds for areas whose fields say nothing.

    ``crs`` and ``encoding`` go before what the file says itself; times are ISO days or minutes.
    """

    fields: FieldChoice = FieldChoice()
    level: HazardLevel = HazardLevel.RED
    kind: HazardKind = HazardKind.FLOOD
    source: str | None = None
    valid_from: str | None = None
    valid_to: str | None = None
    crs: SourceCrs | None = None
    encoding: str | None = None
