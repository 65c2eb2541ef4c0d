"""All families of a community, site, building, village or grid as they live there now, for registers and forms."""

from __future__ import annotations

import sqlite3
from datetime import date

from gisapp.domain.cards import Unit
from gisapp.domain.family_sheet import FamilySheet
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.services.families.gather_families import gather_families
from gisapp.storage.families import households


def gather_unit(connection: sqlite3.Connection, unit: Unit, *, day: date | None = None) -> list[FamilySheet]:
    """Every family whose present home lies in the unit, relocated or not, phones masked; raises BadRequest when nobody lives there."""
    families = households.in_unit(connection, unit.kind, unit.id)
    if not families:
        raise BadRequest(tr("{unit}里没有住户。", unit=unit.name), tr("请换一个单位；搬出的人家在现住的社区里。"))
    return gather_families(connection, families, day=day)
